"""Tables of other libraries: told apart by their modules, so that none is imported that the user has not."""

from __future__ import annotations

import sys

from . import _native
from ._errors import TableError, UsageError
from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


#: The libraries whose tables are treated each in its own way.
_LIBRARIES = ("pandas", "polars", "pyarrow", "duckdb")

#: How many dots the name of a field may have; see the library of Rust.
_MAX_DOTS = 8


def library(table: Any) -> str:
    """Where the type of a table comes from: `pandas`, `polars`, `pyarrow`, `duckdb` ..., `list` for rows."""
    if isinstance(table, (list, tuple)):
        return "list"
    # a table of geopandas is one of pandas
    homes = [base.__module__.lstrip("_").partition(".")[0] for base in type(table).__mro__]
    return next((home for home in homes if home in _LIBRARIES), homes[0])


def is_table(data: Any) -> bool:
    """Whether it is a table of columns."""
    if library(data) in _LIBRARIES and type(data).__name__ in ("Series", "ChunkedArray", "Array"):
        raise UsageError(
            "请传入整张表，而不是其中一列；单独一列号码请用 sq.ids 核查",
            "pass a table and not one column of it; a column of identifiers is checked by sq.ids",
        )
    return hasattr(data, "__arrow_c_stream__") or (library(data) == "pandas" and hasattr(data, "columns"))


def prepared(table: Any, kind: str) -> Any:
    """The table whose columns are to be checked. Of the index of pandas a level is a column where it is a field."""
    if library(table) != "pandas":
        return table
    if table.columns.nlevels > 1:
        raise TableError(
            "表格的列名有多层，请先合并为一层",
            "the columns of the table have several levels; give each one name first",
        )
    names = [str(name) for name in table.columns]
    levels = [
        level
        for level in table.index.names
        if isinstance(level, str) and level not in names and _native.is_field(kind, level)
    ]
    if levels:
        table = table.reset_index(level=levels)
    _check_names([str(name) for name in table.columns])
    return table


def _check_names(names: list[str]) -> None:
    if len(set(names)) < len(names):
        raise TableError(
            "表格中有重名的列，请先改名",
            "two columns of the table have the same name; rename one",
        )
    whole = {tuple(path(name)) for name in names}
    for steps in whole:
        for end in range(1, len(steps)):
            if steps[:end] in whole:
                name = ".".join(steps[:end])
                raise TableError(
                    f"表格中“{name}”一列重复，或同时以整列和分列给出；请改名或去掉一列",
                    f"two columns of the table are called `{name}`, or hold it and parts of it; rename or drop one",
                )


def path(name: str) -> list[str]:
    """The steps of a dotted name; keys of extensions have dots of their own."""
    if name.startswith("extensions."):
        return name.split(".", 1)
    return [name] if name.count(".") > _MAX_DOTS else name.split(".")


def stream(table: Any) -> Any | None:
    """The stream of a table by the Arrow PyCapsule interface; none where only its rows can be had."""
    match library(table):
        case "pandas":
            return _stream_of_pandas(table)
        case "pyarrow":
            table = validated(table)
        case "polars" if hasattr(table, "schema"):
            table = _typed(table)
        case _:
            pass
    try:
        return table.__arrow_c_stream__()
    except Exception as error:
        raise _unreadable(error) from error
    except BaseException as error:
        # a panic of polars, for a column of objects
        if type(error).__name__ != "PanicException":
            raise
        raise _unreadable("PanicException") from None


def _unreadable(error: object) -> TableError:
    return TableError(f"表格不能以Arrow读出：{error}", f"the table cannot be read as Arrow: {error}")


def _stream_of_pandas(frame: Any) -> Any | None:
    try:
        pyarrow = optional("pyarrow")
    except UsageError:
        return None
    if not len(frame.columns):
        # of a table without columns Arrow does not keep the rows
        return None
    try:
        table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    except (pyarrow.ArrowException, AttributeError, NotImplementedError, OverflowError, TypeError, ValueError):
        # a column of mixed types, or of a type that Arrow does not have
        return None
    return validated(table).__arrow_c_stream__()


def validated(table: Any) -> Any:
    """A table of pyarrow that holds together: what a damaged file holds, pyarrow does not look at by itself."""
    pyarrow = optional("pyarrow")
    if isinstance(table, pyarrow.RecordBatchReader):
        return pyarrow.RecordBatchReader.from_batches(table.schema, map(validated, table))
    if hasattr(table, "validate"):
        try:
            table.validate()
        except pyarrow.ArrowException as error:
            raise TableError(
                f"表格已损坏：{error}；请重新生成文件，或从来源处重新获取",
                f"the table is damaged: {error}; write the file anew or get it once more from its source",
            ) from error
    return table


def _typed(table: Any) -> Any:
    """A table of polars whose columns without any value are text: it gives them buffers that Arrow forbids."""
    types = {name: _typed_type(kind) for name, kind in table.schema.items()}
    changed = {name: kind for name, kind in types.items() if kind != table.schema[name]}
    return table.cast(changed) if changed else table


def typed_column(column: Any) -> Any:
    """A column of polars, in the same way."""
    kind = _typed_type(column.dtype)
    return column if kind == column.dtype else column.cast(kind)


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
    paths = [path(str(name)) for name in table.columns]
    if not paths:
        # nothing to zip, and rows all the same
        yield from ({} for _ in range(len(table)))
    for values in zip(*(table.iloc[:, place].array for place in range(len(paths))), strict=True):
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
    if rows is not None:
        return int(rows)
    try:
        return len(table)
    except TypeError:
        raise UsageError("请传入所核查的那张表", "pass the table that was checked") from None
