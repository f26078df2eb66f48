"""The code tables: an enum for each, and where its values come from.

>>> from shequ import codes
>>> codes.PoliticalStatus.PARTY_MEMBER.label
'中共党员'
>>> len(codes.tables()) > 50
True
"""

from __future__ import annotations

from . import _code, _native
from ._code import Code, Row, Table
from ._errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMES = dict(_native.code_tables())


def table(name: str | type[Code]) -> Table:
    """The table of a name, ``"sex"``, or of an enum.

    >>> from shequ import codes
    >>> [(row.code, row.label) for row in codes.table("sex").rows]
    [('0', '未知的性别'), ('1', '男性'), ('2', '女性'), ('9', '未说明的性别')]
    """
    if not isinstance(name, str):
        return name.table()
    if name in _NAMES.values():
        return _code.table(name)
    from difflib import get_close_matches

    near = get_close_matches(name, _NAMES.values(), n=1)
    hint, hint_en = (f"，是否指 {near[0]}？", f"; did you mean `{near[0]}`?") if near else ("", "")
    raise UsageError(f"没有名为“{name}”的代码表{hint}", f"no code table is called `{name}`{hint_en}")


def tables() -> tuple[Table, ...]:
    """All tables by name."""
    return tuple(map(_code.table, _NAMES.values()))


def __getattr__(name: str) -> Any:
    if name not in _NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, _code.make(name, _NAMES[name]))


def __dir__() -> list[str]:
    return sorted([*globals(), *_NAMES])
