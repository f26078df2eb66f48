"""Tables of other libraries: told apart by their modules, so that none is imported that the user has not."""

from __future__ import annotations

import sys

from ._errors import TableError
from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any


def library(table: Any) -> str:
    """Where the type of a table comes from: `pandas`, `polars`, `pyarrow`, `duckdb` ..., `list` for rows."""
    if isinstance(table, (list, tuple)):
        return "list"
    module: str = type(table).__module__
    return module.lstrip("_").partition(".")[0]


def is_table(data: Any) -> bool:
    """Whether it is a table of columns."""
    return hasattr(data, "__arrow_c_stream__") or (library(data) == "pandas" and hasattr(data, "columns"))


def stream(table: Any) -> Any | None:
    """The stream of a table by the Arrow PyCapsule interface; none where only its rows can be had."""
    if library(table) == "pandas":
        _check_names(table)
    if library(table) == "polars" and hasattr(table, "schema"):
        table = _typed(table)
    try:
        return table.__arrow_c_stream__()
    except (AttributeError, ImportError, NotImplementedError, TypeError, ValueError) as error:
        # a column of mixed types, or no pyarrow beside pandas
        if library(table) == "pandas":
            return None
        raise TableError(
            f"表格不能以Arrow读出：{error}",
            f"the table cannot be read as Arrow: {error}",
        ) from error


def _check_names(table: Any) -> None:
    if not table.columns.is_unique:
        raise TableError(
            "表格中有重名的列，请先改名",
            "two columns of the table have the same name; rename one",
        )


def _typed(table: Any) -> Any:
    """A table of polars whose columns without any value are text: it gives them buffers that Arrow forbids."""
    types = {name: _typed_type(kind) for name, kind in table.schema.items()}
    changed = {name: kind for name, kind in types.items() if kind != table.schema[name]}
    return table.cast(changed) if changed else table


def _typed_type(kind: Any) -> Any:
    polars = sys.modules["polars"]
    if kind == polars.Null:
        return polars.String
    if isinstance(kind, polars.List):
        return polars.List(_typed_type(kind.inner))
    if isinstance(kind, polars.Struct):
        return polars.Struct({field.name: _typed_type(field.dtype) for field in kind.fields})
    return kind


def rows(table: Any) -> Iterator[dict[str, Any]]:
    """The rows of a pandas table as records; dotted names become parts."""
    paths = [str(name).split(".") for name in table.columns]
    # keys of extensions have dots of their own
    paths = [[path[0], ".".join(path[1:])] if path[0] == "extensions" and path[1:] else path for path in paths]
    for values in zip(*(table[name].array for name in table.columns), strict=True):
        yield _record(paths, values)


def _record(paths: list[list[str]], values: tuple[Any, ...]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for (*parents, last), value in zip(paths, values, strict=True):
        if is_absent(value):
            continue
        part = record
        for parent in parents:
            part = part.setdefault(parent, {})
        part[last] = value
    return record


def is_absent(value: Any) -> bool:
    """Whether a cell is empty: None, NaN, NaT or NA."""
    return value is None or type(value).__name__ in ("NAType", "NaTType") or (isinstance(value, float) and value != value)


def height(table: Any) -> int:
    """How many rows a table has."""
    rows = getattr(table, "num_rows", None)
    return len(table) if rows is None else int(rows)


def split(table: Any, bad: bytes) -> tuple[Any, Any]:
    """The rows without and with an error, in the type that came in."""
    if library(table) == "list":
        pairs = list(zip(table, bad, strict=True))
        return [row for row, flag in pairs if not flag], [row for row, flag in pairs if flag]
    return _take(table, [not flag for flag in bad]), _take(table, [bool(flag) for flag in bad])


def _take(table: Any, keep: Sequence[bool]) -> Any:
    match library(table):
        case "pandas":
            return table[list(keep)]
        case "polars":
            return table.filter(sys.modules["polars"].Series(keep, dtype=sys.modules["polars"].Boolean))
        case "duckdb":
            return _relation(_arrow(table).filter(optional("pyarrow").array(keep, optional("pyarrow").bool_())))
        case _:
            return _arrow(table).filter(optional("pyarrow").array(keep, optional("pyarrow").bool_()))


def with_column(table: Any, name: str, texts: list[str | None]) -> Any:
    """The table with one more column of text."""
    match library(table):
        case "list":
            return [{**row, name: text} for row, text in zip(table, texts, strict=True)]
        case "pandas":
            return table.assign(**{name: texts})
        case "polars":
            return table.with_columns(sys.modules["polars"].Series(name, texts, dtype=sys.modules["polars"].String))
        case "duckdb":
            return _relation(_arrow(table).append_column(name, optional("pyarrow").array(texts, optional("pyarrow").string())))
        case _:
            return _arrow(table).append_column(name, optional("pyarrow").array(texts, optional("pyarrow").string()))


def _arrow(table: Any) -> Any:
    pyarrow = optional("pyarrow")
    return table if isinstance(table, pyarrow.Table) else pyarrow.table(table)


def _relation(table: Any) -> Any:
    return sys.modules["duckdb"].from_arrow(table)
