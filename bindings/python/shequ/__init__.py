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
    IdError,
    InternalError,
    KeywordError,
    ReadError,
    TableError,
    UsageError,
    ValidationError,
)
from ._findings import Findings
from ._kinds import kind
from ._native import STANDARD, VERSION, Finding
from ._report import Report
from ._settings import settings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import arrow as arrow
    from . import codes as codes
    from . import ids
    from . import spark as spark
    from . import typing as typing
    from ._catalogue import Basis, Explanation, Rule, Rules, explain, rules
    from ._causes import Causes, Change, Comparison
    from ._generate import Dataset, Written, gen
    from ._package import pack, verify
    from ._records import *
    from ._schema import dictionary, schema

__version__ = VERSION

__all__ = [
    "STANDARD",
    "Basis",
    "Causes",
    "Change",
    "Checker",
    "Comparison",
    "Dataset",
    "Error",
    "Explanation",
    "Finding",
    "Findings",
    "FrozenError",
    "IdError",
    "InternalError",
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
    "codes",
    "dictionary",
    "explain",
    "gen",
    "ids",
    "kind",
    "pack",
    "rules",
    "schema",
    "settings",
    "verify",
]

# what most programs do not need is imported where it is asked for
_LAZY = {
    "Basis": "_catalogue",
    "Causes": "_causes",
    "Change": "_causes",
    "Comparison": "_causes",
    "Dataset": "_generate",
    "Explanation": "_catalogue",
    "Rule": "_catalogue",
    "Rules": "_catalogue",
    "Written": "_generate",
    "arrow": "arrow",
    "codes": "codes",
    "dictionary": "_schema",
    "explain": "_catalogue",
    "gen": "_generate",
    "ids": "ids",
    "pack": "_package",
    "rules": "_catalogue",
    "schema": "_schema",
    "spark": "spark",
    "typing": "typing",
    "verify": "_package",
}

if not TYPE_CHECKING:

    def __getattr__(name):
        from importlib import import_module

        if name.startswith("_"):
            # `from . import _module` asks here before it imports
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = _LAZY.get(name, "_records")
        module = import_module(f".{home}", __name__)
        if home == "_records" and name not in module.__all__:
            raise AttributeError(_unknown(name, module.__all__))
        return globals().setdefault(name, module if name == home else getattr(module, name))

    def __dir__():
        from importlib import import_module

        return sorted({*globals(), *__all__, *import_module("._records", __name__).__all__})


def _unknown(name: str, records: list[str]) -> str:
    """What is said of a name that the package does not have."""
    from difflib import get_close_matches

    near = get_close_matches(name, [*__all__, *records], n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"module {__name__!r} has no attribute {name!r}{hint}"
