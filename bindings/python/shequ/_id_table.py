"""A column of identifiers checked: a table of what is wrong with each and what it says."""

from __future__ import annotations

from . import _native, _tables
from ._errors import UsageError
from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class IdTable:
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

    __slots__ = ("_index", "_table", "counts", "issues", "name")

    def __init__(
        self, name: str, table: _native.Table, counts: dict[str, int], issues: dict[str, int], index: Any
    ) -> None:
        #: The kind of identifier.
        self.name = name
        #: How many rows have each status.
        self.counts = {status: counts[status] for status in ("valid", "warning", "invalid", "absent")}
        #: How many rows have each issue.
        self.issues = issues
        self._table = table
        # a pandas column has the names of its rows, which the table keeps
        self._index = index

    @property
    def ok(self) -> bool:
        """Whether no value is refused."""
        return not self.counts["invalid"]

    def __len__(self) -> int:
        return len(self._table)

    def __bool__(self) -> bool:
        # a table without rows is a table
        return True

    def __repr__(self) -> str:
        counts = ", ".join(f"{count:,} {status}" for status, count in self.counts.items())
        return f"<IdTable {self.name}: {len(self):,} rows, {counts}>"

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def to_dict(self) -> dict[str, list[Any]]:
        """The columns by name, as lists."""
        return self._table.columns()

    def to_arrow(self) -> Any:
        """The table as `pyarrow.Table`."""
        return optional("pyarrow").table(self)

    def to_polars(self) -> Any:
        """The table as `polars.DataFrame`."""
        return optional("polars").DataFrame(self)

    def to_pandas(self) -> Any:
        """The table as `pandas.DataFrame` with the index of the column; needs no pyarrow, but is faster with it."""
        pandas = optional("pandas")
        try:
            frame = self.to_arrow().to_pandas(date_as_object=False)
        except UsageError:
            frame = pandas.DataFrame(self._table.columns())
        if self._index is not None:
            frame.index = self._index
        if "birth_date" in frame.columns:
            frame["birth_date"] = pandas.to_datetime(frame["birth_date"]).astype("datetime64[s]")
        return frame


def check(name: str, column: Any, as_of: str | None) -> IdTable:
    """Checks a column of one kind of identifier."""
    table, counts, issues = _native.check_ids(name, _native_column(column), as_of)
    index = column.index if _tables.library(column) == "pandas" else None
    return IdTable(name, table, counts, issues, index)


def _native_column(column: Any) -> Any:
    """What the library reads: capsules of Arrow where there are some, else the values themselves."""
    if isinstance(column, (str, bytes, dict)) or hasattr(column, "columns") or not hasattr(column, "__iter__"):
        raise UsageError(
            "请传入一列号码：列表、pandas 或 polars 的 Series，或 pyarrow 数组",
            "pass one column of numbers: a list, a Series of pandas or polars, or an array of pyarrow",
        )
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
