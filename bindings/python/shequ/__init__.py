"""shequ (社区): the validated data standard for Chinese community governance.

>>> import shequ as sq
>>> report = sq.check({"id": "c1"}, "community", as_of="2026-06-30")
>>> report.ok
False
"""

from __future__ import annotations

from ._check import Checker, check
from ._errors import (
    Error,
    FrozenError,
    KeywordError,
    ReadError,
    TableError,
    UsageError,
    ValidationError,
)
from ._findings import Findings
from ._native import STANDARD, VERSION, Finding
from ._report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import codes as codes
    from ._records import *

__version__ = VERSION

__all__ = [
    "STANDARD",
    "Checker",
    "Error",
    "Finding",
    "Findings",
    "FrozenError",
    "KeywordError",
    "ReadError",
    "Report",
    "TableError",
    "UsageError",
    "ValidationError",
    "check",
]

if not TYPE_CHECKING:

    def __getattr__(name):
        # the classes of records and the enums of codes are made when somebody asks for one
        from importlib import import_module

        if name.startswith("_"):
            # the import of a module asks for it here first
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        if name == "codes":
            return import_module(".codes", __name__)
        records = import_module("._records", __name__)
        if name not in records.__all__:
            from difflib import get_close_matches

            near = get_close_matches(name, [*__all__, *records.__all__], n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}{hint}")
        return globals().setdefault(name, getattr(records, name))

    def __dir__():
        from importlib import import_module

        return sorted({*globals(), "codes", *import_module("._records", __name__).__all__})
