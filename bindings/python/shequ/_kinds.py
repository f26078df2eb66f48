"""Record types as users name them."""

from __future__ import annotations

from ._errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def name(kind: Any) -> str:
    """The name of a record type, which may be the class of its records."""
    if isinstance(kind, str):
        return kind
    known = getattr(kind, "__shequ_kind__", None)
    if known is None:
        raise UsageError(
            "kind 应为记录类型的名称或类，例如 \"volunteer\"、\"志愿者\" 或 sq.Volunteer",
            'kind must be the name or the class of a record type, like "volunteer", "志愿者" or sq.Volunteer',
        )
    return str(known)
