"""Record types as users name them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def name(kind: Any) -> str:
    """The name of a record type, which may be the class of its records."""
    return kind if isinstance(kind, str) else str(getattr(kind, "__shequ_kind__", kind.__name__))
