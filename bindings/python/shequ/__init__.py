"""shequ (社区): the validated data standard for Chinese community governance.

>>> import shequ as sq
>>> report = sq.check({"id": "c1"}, "community", as_of="2026-06-30")
>>> report.ok
False
"""

from __future__ import annotations

from ._check import Checker, check
from ._errors import Error, KeywordError, ReadError, TableError, UsageError, ValidationError
from ._findings import Findings
from ._native import STANDARD, VERSION, Finding
from ._report import Report

__version__ = VERSION

__all__ = [
    "STANDARD",
    "Checker",
    "Error",
    "Finding",
    "Findings",
    "KeywordError",
    "ReadError",
    "Report",
    "TableError",
    "UsageError",
    "ValidationError",
    "check",
]
