"""A kind of identifier: one text read, judged or masked, or a whole column of them."""

from __future__ import annotations

from typing import Generic, TypeVar

from . import _id_table, _native
from ._days import day
from ._keywords import known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any, Literal, overload

    from ._id_table import IdTable
    from .typing import ArrowArray, ArrowStream, TableT
else:

    def overload(function):
        return function


T = TypeVar("T")


class IdKind(Generic[T]):
    """A kind of identifier; calling it is :meth:`parse`.

    Wherever a day matters it is `as_of`, the last possible birth date, a date or ``"2026-06-30"``; without
    one that comparison is left out.
    """

    __slots__ = ("_class", "name")

    def __init__(self, name: str, made: type[T]) -> None:
        #: What it is called in this module.
        self.name = name
        self._class = made

    def __repr__(self) -> str:
        return f"<shequ.ids.{self.name} {self.title_zh}>"

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        # there is one of each kind
        return _named, (self.name,)

    @property
    def title_zh(self) -> str:
        """What it is called in Chinese."""
        return _native.about_id(self.name)[0]

    @property
    def title_en(self) -> str:
        """What it is called in English."""
        return _native.about_id(self.name)[1]

    @property
    def pattern(self) -> str:
        """Its form as a regular expression; most kinds ask for more than a pattern can say."""
        return _native.about_id(self.name)[2]

    @property
    def max_length(self) -> int:
        """The most characters."""
        return _native.about_id(self.name)[3]

    @known
    def __call__(self, text: str) -> T:
        """The number as an object; the same as :meth:`parse` of a text."""
        # the classes of Rust take the text alone
        return self._class(text)  # type: ignore[call-arg]

    @overload
    def parse(self, text: str) -> T: ...  # type: ignore[overload-overlap]
    @overload
    def parse(
        self, text: Iterable[str | None] | ArrowArray | ArrowStream, *, errors: Literal["raise", "none"] = "raise"
    ) -> list[T | None]: ...
    @known
    def parse(self, text: Any, *, errors: Literal["raise", "none"] = "raise") -> T | list[T | None]:
        """The number as an object; of a column a list of objects, None where nothing stands.

        :param text: a text, or a column as :meth:`check` takes it.
        :param errors: ``"none"`` to have None for a text of a column that is refused, too; else it is raised.
        :raises IdError: where a text is refused, by its first issue; a warning does not refuse.

        >>> import shequ as sq
        >>> code = sq.ids.credit_code.parse("91350100M000100Y43")
        >>> code.authority.zh, code.category.zh, code.organisation_code
        ('市场监管', '企业', OrganisationCode(M000100Y4))
        >>> sq.ids.phone.parse(["13812345678", None, "1"], errors="none")
        [Phone(138****5678), None, None]
        """
        if _is_one(text):
            return self(text)
        return _id_table.parsed(self, text, errors)

    @known
    def is_valid(self, text: str, *, as_of: date | str | None = None) -> bool:
        """Whether the text is not refused.

        >>> import shequ as sq
        >>> sq.ids.resident_id.is_valid("11010519491231002x")
        False
        """
        return _native.is_valid_id(self.name, text, day(as_of))

    @known
    def inspect(self, text: str, *, as_of: date | str | None = None) -> list[_native.Issue]:
        """Everything that is wrong with the text, or worth a look: what refuses it comes first.

        >>> import shequ as sq
        >>> issue = sq.ids.resident_id.inspect("11010519491231002x")[0]
        >>> issue.name, issue.rejects, issue.rule, issue.en
        ('lower_case_x', True, 'IDN020', 'lower-case x')
        """
        return _native.inspect_id(self.name, text, day(as_of))

    @overload
    def mask(self, text: str) -> str: ...
    @overload
    def mask(self, text: TableT) -> TableT: ...
    @known
    def mask(self, text: Any) -> Any:
        """Any text with stars for what must not be shown; what names nobody stands whole.

        :param text: a text, or a column as :meth:`check` takes it, which goes out in the type that came in; None,
            NaN and NaT stay absent.
        :raises TableError: where the column does not hold text.

        >>> import shequ as sq
        >>> sq.ids.phone.mask("13812345678"), sq.ids.phone.mask(["13812345678", None])
        ('138****5678', ['138****5678', None])
        """
        if _is_one(text):
            return _native.mask_id(self.name, text)
        return _id_table.masked(self.name, text)

    @known
    def check(self, column: Any, *, as_of: date | str | None = None) -> IdTable:
        """Checks a whole column: a row for each value, with its status, its issues and its parts.

        :param column: a list, a pandas or polars Series, a pyarrow array, or whatever else has
            ``__arrow_c_stream__`` or ``__arrow_c_array__``. None, NaN and NaT are absent.
        :raises TableError: where the column does not hold text.

        >>> import shequ as sq
        >>> table = sq.ids.resident_id.check(["11010519491231002X", "11010519491231002x", None])
        >>> table
        <IdTable resident_id: 3 rows, 1 valid, 0 warning, 1 invalid, 1 absent>
        >>> table.issues
        {'lower_case_x': 1}
        """
        return _id_table.check(self.name, column, day(as_of))


def _is_one(value: object) -> bool:
    """Whether it is one value, which should be a text, and no column."""
    return isinstance(value, (str, bytes)) or not hasattr(value, "__iter__")


def _named(name: str) -> object:
    from . import ids

    return getattr(ids, name)
