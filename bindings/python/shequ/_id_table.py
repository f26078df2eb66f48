"""A column of identifiers checked: a table of what is wrong with each and what it says."""

from __future__ import annotations

from . import _native, _tables
from ._errors import IdError, UsageError
from ._optional import optional
from ._table import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from ._id_kind import IdKind

    T = TypeVar("T")


class IdTable(Table):
    """A row for each value of a column; a table for whatever reads the Arrow PyCapsule interface.

    The columns are `status` (valid, warning, invalid or absent), `issues` (their names, apart by commas), and
    the parts of what is not refused. No number of a person stands in it.

    - resident_id: `birth_date`, `sex` (1 male, 2 female), `division`, `place`
    - residence_permit: `birth_date`, `sex`, `region`
    - credit_code: `authority`, `category`, `division`, `place`, `subject`
    - organisation_code: `code`, without a hyphen
    - division_code: `level`, `parent`, `place`
    - community_code: `township`, `county`, `prefecture`, `province`, `place`
    - volunteer_number: `division`, `place`
    - phone: `form`; email: `domain`; reference: `publisher`

    `place` is the newest name of the first six digits in GB/T 2260.
    """

    __slots__ = ("_index", "_rows", "counts", "issues", "name")

    def __init__(
        self, name: str, table: _native.Table, counts: dict[str, int], issues: dict[str, int], index: Any
    ) -> None:
        #: The kind of identifier.
        self.name = name
        #: How many rows have each status.
        self.counts = {status: counts[status] for status in ("valid", "warning", "invalid", "absent")}
        #: How many rows have each issue.
        self.issues = issues
        self._rows = table
        # a pandas column has the names of its rows, which the table keeps
        self._index = index

    @property
    def ok(self) -> bool:
        """Whether no value is refused."""
        return not self.counts["invalid"]

    def __len__(self) -> int:
        return len(self._rows)

    def __bool__(self) -> bool:
        # a table without rows is a table
        return True

    def __repr__(self) -> str:
        counts = ", ".join(f"{count:,} {status}" for status, count in self.counts.items())
        return f"<IdTable {self.name}: {len(self):,} rows, {counts}>"

    def _table(self) -> _native.Table:
        return self._rows

    def to_pandas(self) -> Any:
        """The table as `pandas.DataFrame` with the index of the column; days are `datetime64[s]`."""
        frame = super().to_pandas()
        return frame if self._index is None else frame.set_axis(self._index)


def check(name: str, column: Any, as_of: str | None) -> IdTable:
    """Checks a column of one kind of identifier."""
    table, counts, issues = _native.check_ids(name, _native_column(column), as_of)
    index = column.index if _tables.library(column) == "pandas" else None
    return IdTable(name, table, counts, issues, index)


def masked(name: str, column: Any) -> Any:
    """A column with stars, in the type that came in."""
    table = _native.mask_ids(name, _native_column(column))
    match _tables.library(column):
        case "pandas":
            masks = table.columns()["masked"]
            return type(column)(masks, index=column.index, name=column.name, dtype=_text_type(column))
        case "polars":
            return optional("polars").DataFrame(table)["masked"].alias(column.name)
        case "pyarrow":
            texts = optional("pyarrow").table(table)["masked"]
            return texts if hasattr(column, "chunks") else texts.combine_chunks()
        case "numpy":
            return optional("numpy").array(table.columns()["masked"], dtype=object)
        case _:
            masks = table.columns()["masked"]
            return tuple(masks) if isinstance(column, tuple) else masks


def _text_type(column: Any) -> Any:
    """The type of a column of pandas, where it is one of texts."""
    return column.dtype if str(column.dtype) in ("str", "string") else object


def parsed(kind: IdKind[T], column: Any, errors: str) -> list[T | None]:
    """The objects of a column."""
    if errors not in ("raise", "none"):
        raise UsageError("errors 应为 raise 或 none", 'errors must be "raise" or "none"')
    objects: list[T | None] = []
    for row, text in enumerate(_texts(column), 1):
        try:
            objects.append(None if text is None else kind(text))
        except IdError as error:
            if errors == "raise":
                raise IdError(f"第{row}行：{error.zh}", f"row {row}: {error.en}", error.issue) from None
            objects.append(None)
        except UsageError as error:
            raise UsageError(f"第{row}行：{error.zh}", f"row {row}: {error.en}") from None
    return objects


def _texts(column: Any) -> list[str | None]:
    """The values of a column, None where it has none."""
    _must_be_column(column)
    library = _tables.library(column)
    if library == "pandas":
        column = column.astype(object).where(column.notna(), None)
    values: list[Any] = column.to_pylist() if hasattr(column, "to_pylist") else list(column)
    return [None if _tables.is_absent(value) else value for value in values]


def _must_be_column(column: Any) -> None:
    if isinstance(column, (str, bytes, dict)) or hasattr(column, "columns") or not hasattr(column, "__iter__"):
        raise UsageError(
            "请传入一列号码：列表、pandas 或 polars 的 Series，或 pyarrow 数组",
            "pass one column of numbers: a list, a Series of pandas or polars, or an array of pyarrow",
        )


def _native_column(column: Any) -> Any:
    """What the library reads: capsules of Arrow where there are some, else the values themselves."""
    _must_be_column(column)
    match _tables.library(column):
        case "pyarrow":
            column = _tables.validated(column)
        case "polars" if hasattr(column, "dtype"):
            column = _tables.typed_column(column)
        case _:
            pass
    for interface in ("__arrow_c_stream__", "__arrow_c_array__"):
        if hasattr(column, interface):
            try:
                return getattr(column, interface)()
            except (ArithmeticError, ImportError, NotImplementedError, TypeError, ValueError):
                # a column of mixed types, or no pyarrow beside pandas: the values say more
                if _tables.library(column) != "pandas":
                    raise
    return column.tolist() if hasattr(column, "tolist") else column
