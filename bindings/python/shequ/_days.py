"""Reference dates as users give them."""

from __future__ import annotations

from ._errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


def day(as_of: date | str | None) -> str | None:
    """The text of a day; of a moment, the day."""
    if as_of is None or isinstance(as_of, str):
        return as_of
    if not hasattr(as_of, "isoformat"):
        raise UsageError(
            "as_of 应为日期，或 2026-06-30 形式的文本",
            'as_of must be a date, or a text like "2026-06-30"',
        )
    return str(as_of.isoformat())[:10]
