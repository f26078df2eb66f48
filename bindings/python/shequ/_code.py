"""What a value of a code table is, and how the enums of the tables are made."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from . import _native
from ._errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from typing_extensions import Self


class Row(NamedTuple):
    """One value of a code table."""

    code: str
    #: The name of the member of the enum.
    member: str
    label: str
    label_en: str
    #: Other words and codes that existing data has for it; none of them is accepted in a record.
    aliases: tuple[str, ...]


class Table(NamedTuple):
    """A code table: where it comes from, and its values in order.

    >>> import shequ as sq
    >>> table = sq.codes.table("political_status")
    >>> table.title, table.standard, table.edition, table.rows[0].label
    ('政治面貌', 'GB/T 4762', '1984', '中共党员')
    """

    #: The name in the standard: ``"political_status"``.
    name: str
    title: str
    title_en: str
    #: The standard, policy clause or system that sets the values.
    standard: str
    edition: str | None
    #: Where the values and labels were taken from.
    origin: str
    origin_en: str
    #: The form of local codes, where the table is open.
    pattern: str | None
    rows: tuple[Row, ...]


class Code(str, Enum):
    """A value of a code table: a text that is equal to its code.

    >>> from shequ.codes import Sex
    >>> Sex.FEMALE == "2", Sex.FEMALE.label, Sex("2") is Sex.FEMALE
    (True, '女性', True)
    >>> Sex("女")
    Traceback (most recent call last):
        ...
    shequ._errors.UsageError: “性别”代码表中没有这个值，是否指 2？
    not a code of the table sex; did you mean 2?
    """

    __shequ_table__: str
    __shequ_rows__: dict[str, Row]

    def __new__(cls, value: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    @property
    def label(self) -> str:
        """What people read instead of the code, in Chinese."""
        return self._row().label

    @property
    def label_en(self) -> str:
        """What people read instead of the code, in English."""
        return self._row().label_en

    @property
    def is_local(self) -> bool:
        """Whether it is a local code, which an open table lets provinces add."""
        return self.value not in type(self)._value2member_map_

    @classmethod
    def table(cls) -> Table:
        """The table: where it comes from, and its rows."""
        return table(cls.__shequ_table__)

    @classmethod
    def suggest(cls, value: str) -> Self | None:
        """The code that was probably meant by a label, an alias or a code that was written wrongly.

        >>> from shequ.codes import Ethnicity
        >>> Ethnicity.suggest("毛难族"), Ethnicity.suggest("8"), Ethnicity.suggest("?")
        (<Ethnicity.MAONAN: '36'>, <Ethnicity.ZHUANG: '08'>, None)
        """
        if _native.accepts_code(cls.__shequ_table__, value):
            return cls(value)
        code = _native.suggest_code(cls.__shequ_table__, value)
        return None if code is None else cls(code)

    @classmethod
    def _missing_(cls, value: object) -> Self:
        if isinstance(value, str) and _native.accepts_code(cls.__shequ_table__, value):
            local = str.__new__(cls, value)
            local._name_ = f"LOCAL_{value}"
            local._value_ = value
            return local
        raise not_a_code(cls, value)

    def _row(self) -> Row:
        return self.__shequ_rows__.get(self.value) or Row(self.value, self.name, *LOCAL, ())

    def __str__(self) -> str:
        return str.__str__(self.value)

    def __format__(self, form: str) -> str:
        return str.__format__(self.value, form)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from ._pydantic import code_schema

        return code_schema(cls)


#: What a local code is called.
LOCAL = ("本地扩展值", "Local extension")


def not_a_code(enum: type[Code], value: object) -> UsageError:
    """The error that suggests a code; it does not repeat the value, which may be a person's."""
    shown = table(enum.__shequ_table__)
    near = None if value is None else enum.suggest(str(value))
    hint, hint_en = (f"，是否指 {near}？", f"; did you mean {near}?") if near is not None else ("", "")
    return UsageError(
        f"“{shown.title}”代码表中没有这个值{hint}",
        f"not a code of the table {shown.name}{hint_en}",
    )


_NAMES: dict[str, str] = dict(_native.code_tables())
_TABLES: dict[str, Table] = {}


def table(name: str | type[Code]) -> Table:
    """The table of a name, ``"sex"``, or of an enum.

    >>> import shequ as sq
    >>> [(row.code, row.label) for row in sq.codes.table("sex").rows]
    [('0', '未知的性别'), ('1', '男性'), ('2', '女性'), ('9', '未说明的性别')]
    """
    if not isinstance(name, str):
        return name.table()
    if name not in _TABLES:
        if name not in _NAMES.values():
            raise _no_table(name)
        title, title_en, standard, edition, origin, origin_en, pattern, listed = _native.code_table(name)
        rows = tuple(Row(code, member, zh, en, tuple(aliases)) for code, member, zh, en, aliases in listed)
        _TABLES[name] = Table(name, title, title_en, standard, edition, origin, origin_en, pattern, rows)
    return _TABLES[name]


def tables() -> tuple[Table, ...]:
    """All tables by name."""
    return tuple(map(table, _NAMES.values()))


def _no_table(name: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, _NAMES.values(), n=1)
    hint, hint_en = (f"，是否指 {near[0]}？", f"; did you mean `{near[0]}`?") if near else ("", "")
    return UsageError(f"没有名为“{name}”的代码表{hint}", f"no code table is called `{name}`{hint_en}")


def class_names() -> list[str]:
    """The names of the enums."""
    return list(_NAMES)


def make(class_name: str) -> type[Code]:
    """The enum of a table."""
    name = _NAMES[class_name]
    shown = table(name)
    members = [(row.member, row.code) for row in shown.rows]
    # what `Code(...)` makes is an enum, but for type checkers a member
    create: Any = Code
    enum: type[Code] = create(class_name, members, module="shequ.codes", qualname=class_name)
    enum.__shequ_table__ = name
    enum.__shequ_rows__ = {row.code: row for row in shown.rows}
    lines = [f"{shown.title} · {shown.title_en}: table `{name}`, {shown.standard}.", ""]
    lines += [f"    {row.member} = {row.code!r}  {row.label} · {row.label_en}" for row in shown.rows]
    enum.__doc__ = "\n".join(lines)
    return enum
