"""Types for annotations of programs that use the package.

    from shequ.typing import Kind, Lang

Nothing of the package imports this module while it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypedDict, TypeVar

from ._names import Form, Kind, Lang, Severity
from ._record import Record

__all__ = [
    "AnyKind",
    "ArrowArray",
    "ArrowStream",
    "Cause",
    "Entry",
    "Form",
    "Kind",
    "Lang",
    "Parameters",
    "Progress",
    "Severities",
    "Severity",
    "TableT",
    "Thresholds",
]

#: A record type as arguments take it: its name, or the class of its records.
AnyKind = Kind | type[Record]

#: Whether a bar shows progress, or what is told of it; None for a bar where somebody looks.
Progress = bool | Callable[[int], object] | None

#: A table, which goes out as it came in.
TableT = TypeVar("TableT")

#: Parameters of rules: a number, or the numbers of a list.
Parameters = Mapping[str, float | Iterable[float]]

#: By severity or rule the share (a float) or the number (an int) that is let pass.
Thresholds = Mapping[str, float]


class Severities(TypedDict):
    """How many findings there are of each severity."""

    error: int
    warning: int
    info: int


class Cause(TypedDict):
    """Findings of one rule at one field of one record type."""

    rule: str
    severity: Severity
    kind: str
    #: A JSON Pointer with `*` for positions in lists.
    field: str
    title: str
    #: How many records have it.
    records: int
    advice: str


class Entry(TypedDict):
    """An error as pydantic lists it, without the input."""

    type: str
    loc: tuple[int | str, ...]
    msg: str
    ctx: dict[str, Any]
    url: str


class ArrowStream(Protocol):
    """Whatever speaks the Arrow PyCapsule interface for tables."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class ArrowArray(Protocol):
    """Whatever speaks the Arrow PyCapsule interface for columns."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...
