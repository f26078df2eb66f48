"""The classes of the record types and of their parts, each made when it is first asked for."""

from __future__ import annotations

from . import _native
from ._declared import Declared
from ._record import Constructor, Object, Part, Record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMES = {row[0]: row for row in _native.declarations()}

__all__ = ["Part", "Record", *_NAMES]  # pyright: ignore[reportUnsupportedDunderAll]


def _make(name: str) -> type[Object]:
    declared = Declared(*_NAMES[name])
    members = {
        "__slots__": {field.name: field.doc for field in declared.fields.values()},
        "__module__": "shequ",
        "__doc__": declared.doc,
        "_declared": declared,
        # of each class its own, since each has its own keywords
        "__new__": Constructor(declared),
        "replace": replace,
    }
    if declared.is_record:
        members["__shequ_kind__"] = declared.name
    made: Any = type(name, (Record if declared.is_record else Part,), members)
    return made  # type: ignore[no-any-return]


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, _make(name))


def __dir__() -> list[str]:
    return sorted([*globals(), *_NAMES])
