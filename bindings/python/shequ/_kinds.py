"""Record types as users name them."""

from __future__ import annotations

from . import _native
from ._errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .typing import Kind


def kind(name: str) -> Kind:
    """The record type that a text names, for names that come from outside: from a command line, a setting.

    :param name: its English or Chinese name in any case, or that of its files.
    :raises UsageError: where there is none of that name; the error lists them.

    >>> import shequ as sq
    >>> sq.kind("志愿者"), sq.kind("service-records")
    ('volunteer', 'service_record')
    """
    return _native.kind_of(name_of(name))


def name_of(kind: Any) -> str:
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
