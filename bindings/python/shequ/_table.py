"""What the tables of the package have in common: a stream of Arrow, and the frames that are made of it."""

from __future__ import annotations

from ._optional import has, optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from . import _native

#: How many rows a notebook shows.
SHOWN = 20


class Table:
    """A table for whatever reads the Arrow PyCapsule interface. The types of its columns are fixed: a table without
    rows has those of any other."""

    __slots__ = ()

    def _table(self) -> _native.Table:
        raise NotImplementedError

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table().__arrow_c_stream__(requested_schema)

    def to_dict(self) -> dict[str, list[Any]]:
        """The columns by name, as lists."""
        return self._table().columns()

    def to_arrow(self) -> Any:
        """The table as `pyarrow.Table`."""
        return optional("pyarrow").table(self)

    def to_polars(self) -> Any:
        """The table as `polars.DataFrame`."""
        return optional("polars").DataFrame(self)

    def to_pandas(self) -> Any:
        """The table as `pandas.DataFrame`, by way of Arrow where pyarrow is installed; counts are `UInt64`, days
        `datetime64[s]`."""
        return _pandas(self._table())

    def _repr_html_(self) -> str:
        return html(self.to_dict(), len(self._table()), repr(self))


def _pandas(table: _native.Table) -> Any:
    pandas = optional("pandas")
    types = dict(table.types())
    if has("pyarrow"):
        frame = optional("pyarrow").table(table).to_pandas(types_mapper=_type_of, date_as_object=False)
    else:
        # pandas 2 would make a text of None
        of = {"count": "UInt64", "text": object if pandas.__version__ < "3" else "str"}
        columns = table.columns().items()
        frame = pandas.DataFrame({name: pandas.Series(values, dtype=of.get(types[name])) for name, values in columns})
    days = [name for name, of in types.items() if of == "day"]
    return frame.assign(**{name: pandas.to_datetime(frame[name]).astype("datetime64[s]") for name in days})


def _type_of(column: Any) -> Any:
    """The type of pandas in which a count may be absent."""
    return optional("pandas").UInt64Dtype() if str(column) == "uint64" else None


def html(columns: dict[str, list[Any]], height: int, caption: str) -> str:
    """A table for a notebook: its first rows, each cell escaped."""
    from html import escape

    left = ' style="text-align:left"'
    head = "".join(f"<th{left}>{escape(name)}</th>" for name in columns)
    cells = zip(*(column[:SHOWN] for column in columns.values()), strict=True)
    rows = ("".join(f"<td{left}>{'' if cell is None else escape(str(cell))}</td>" for cell in row) for row in cells)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    more = f"<p>… {height - SHOWN:,} more</p>" if height > SHOWN else ""
    return f"<p>{escape(caption)}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"
