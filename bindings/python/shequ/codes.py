"""The code tables: an enum for each, and where its values come from.

>>> from shequ import codes
>>> codes.PoliticalStatus.PARTY_MEMBER.label
'中共党员'
>>> [member.label for member in codes.Rating][:2]
['很不满意', '不满意']
>>> len(codes.tables()) > 50
True
"""

from __future__ import annotations

from ._code import Code, Row, Table, class_names, make, table, tables

__all__ = ["Code", "Row", "Table", "table", "tables", *class_names()]


def __getattr__(name):
    if name not in class_names():
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, make(name))


def __dir__():
    return sorted({*globals(), *__all__})
