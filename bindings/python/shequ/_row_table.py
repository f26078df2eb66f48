"""Tables of other libraries by their rows: told apart by ids, split, with one more column."""

from __future__ import annotations

import sys

from . import _native
from ._errors import Error
from ._optional import has, optional
from ._tables import library, typed_column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .typing import TableT


def digest(table: Any) -> int | None:
    """A number that stands for the ids of a table in their order; none where it has no ids that are texts."""
    try:
        column = _ids(table)
        return None if column is None else _native.digest_ids(column)
    except (ArithmeticError, AttributeError, Error, LookupError, TypeError, ValueError):
        # ids of mixed types, which are findings, tell no tables apart
        return None


def _ids(table: Any) -> Any | None:
    """The column of ids, as the library reads it."""
    match library(table):
        case "list":
            ids = [row["id"] if "id" in row else None for row in table]
            return ids if any(identifier is not None for identifier in ids) else None
        case "pandas":
            if "id" in table.columns:
                column = table["id"]
            elif "id" in table.index.names:
                column = table.index.get_level_values("id").to_series()
            else:
                return None
            return column.__arrow_c_stream__() if has("pyarrow") else column.tolist()
        case "polars":
            return typed_column(table["id"]).__arrow_c_stream__() if "id" in table.columns else None
        case "duckdb":
            return table.select("id").to_arrow_table()["id"].__arrow_c_stream__() if "id" in table.columns else None
        case "pyarrow":
            # a reader gives its rows once
            return table["id"].__arrow_c_stream__() if hasattr(table, "num_rows") and "id" in table.schema.names else None
        case _:
            return None


def split(table: TableT, bad: bytes) -> tuple[TableT, TableT]:
    """The rows without and with an error, in the type that came in."""
    taken: Any = (_take(table, [not flag for flag in bad]), _take(table, [bool(flag) for flag in bad]))
    return taken  # type: ignore[no-any-return]


def _take(table: Any, keep: Sequence[bool]) -> Any:
    match library(table):
        case "list":
            return type(table)(row for row, flag in zip(table, keep, strict=True) if flag)
        case "pandas":
            return table[list(keep)]
        case "polars":
            return table.filter(sys.modules["polars"].Series(keep, dtype=sys.modules["polars"].Boolean))
        case "duckdb":
            return _relation(table, _arrow(table).filter(_array(keep, "bool_")))
        case _:
            return _arrow(table).filter(_array(keep, "bool_"))


def has_column(table: Any, name: str) -> bool:
    """Whether a table has a column."""
    match library(table):
        case "list":
            return any(name in row for row in table)
        case "pandas" | "polars" | "duckdb":
            return name in table.columns
        case _:
            return name in _arrow(table).column_names


def with_column(table: Any, name: str, texts: list[str | None]) -> Any:
    """The table with one more column of text, or with another in place of one of that name."""
    match library(table):
        case "list":
            return type(table)({**row, name: text} for row, text in zip(table, texts, strict=True))
        case "pandas":
            return table.assign(**{name: texts})
        case "polars":
            return table.with_columns(sys.modules["polars"].Series(name, texts, dtype=sys.modules["polars"].String))
        case "duckdb":
            return _relation(table, _arrow_with(_arrow(table), name, texts))
        case _:
            return _arrow_with(_arrow(table), name, texts)


def _arrow_with(table: Any, name: str, texts: list[str | None]) -> Any:
    column = _array(texts, "string")
    if name in table.column_names:
        return table.set_column(table.column_names.index(name), name, column)
    return table.append_column(name, column)


def _array(values: Sequence[Any], of: str) -> Any:
    pyarrow = optional("pyarrow")
    return pyarrow.array(values, getattr(pyarrow, of)())


def _arrow(table: Any) -> Any:
    pyarrow = optional("pyarrow")
    return table if isinstance(table, pyarrow.Table) else pyarrow.table(table)


def _relation(origin: Any, shequ_rows: Any) -> Any:
    """A relation of the rows on the connection of the relation that they come from."""
    # DuckDB finds the table by the name of the variable
    return origin.query("shequ_origin", "select * from shequ_rows")
