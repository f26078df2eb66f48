"""Reference dates as users give them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


def day(as_of: date | str | None) -> str | None:
    """The text of a day; of a moment, the day."""
    if as_of is None or isinstance(as_of, str):
        return as_of
    return as_of.isoformat()[:10]
