"""The classes of the record types and of their parts, each made when it is first asked for."""

from __future__ import annotations

from . import _native
from ._declared import Declared
from ._record import Object, Part, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMES = {row[0]: row for row in _native.declarations()}

__all__ = ["Object", "Part", "Record", *_NAMES]


def _make(name: str) -> type[Object]:
    declared = Declared(*_NAMES[name])
    members: dict[str, Any] = {
        "__slots__": {field.name: field.doc for field in declared.fields.values()},
        "__module__": "shequ",
        "__doc__": declared.doc,
        "_declared": declared,
    }
    if declared.is_record:
        members["__shequ_kind__"] = declared.name
    return type(name, (Record if declared.is_record else Part,), members)


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, _make(name))


def __dir__() -> list[str]:
    return sorted([*globals(), *_NAMES])
