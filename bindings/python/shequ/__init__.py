"""shequ (社区): the validated data standard for Chinese community governance.

>>> import shequ as sq
>>> report = sq.check({"id": "c1"}, "community", as_of="2026-06-30")
>>> report.ok
False
"""

from __future__ import annotations

from ._check import Checker, check
from ._errors import Error, IdError, KeywordError, ReadError, TableError, UsageError, ValidationError
from ._findings import Findings
from ._native import STANDARD, VERSION, Finding
from ._report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import ids
    from ._catalogue import Basis, Explanation, Rule, Rules, explain, rules
    from ._generate import Dataset, Written, gen
    from ._schema import schema

__version__ = VERSION

__all__ = [
    "STANDARD",
    "Basis",
    "Checker",
    "Dataset",
    "Error",
    "Explanation",
    "Finding",
    "Findings",
    "IdError",
    "KeywordError",
    "ReadError",
    "Report",
    "Rule",
    "Rules",
    "TableError",
    "UsageError",
    "ValidationError",
    "Written",
    "check",
    "explain",
    "gen",
    "ids",
    "rules",
    "schema",
]

# what most programs do not need is imported where it is asked for
_LAZY = {
    "Basis": "_catalogue",
    "Dataset": "_generate",
    "Explanation": "_catalogue",
    "Rule": "_catalogue",
    "Rules": "_catalogue",
    "Written": "_generate",
    "explain": "_catalogue",
    "gen": "_generate",
    "ids": "ids",
    "rules": "_catalogue",
    "schema": "_schema",
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f".{_LAZY[name]}", __name__)
    value: object = module if name == _LAZY[name] else getattr(module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
