"""The findings of a report, as a sequence and as a table."""

from __future__ import annotations

from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, overload

    from . import _native
    from ._native import Finding
else:

    def overload(function):
        return function


class Findings:
    """The findings that a report keeps, in order of file, place, pointer and rule.

    A sequence of :class:`Finding`, and a table for whatever reads the Arrow PyCapsule interface, with the
    columns rule, name, severity, kind, id, pointer, file, line, row, count, message_zh, message_en,
    advice_zh, advice_en and url.
    """

    __slots__ = ("_lang", "_report")

    def __init__(self, report: _native.Report, lang: str) -> None:
        self._report = report
        self._lang = lang

    def __len__(self) -> int:
        return len(self._report)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        if isinstance(index, slice):
            return [self._report.finding(at, self._lang) for at in range(*index.indices(len(self)))]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        return self._report.finding(at, self._lang)

    def __iter__(self) -> Iterator[Finding]:
        for at in range(len(self)):
            yield self._report.finding(at, self._lang)

    def __repr__(self) -> str:
        return f"<{len(self)} findings>"

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._report.table().__arrow_c_stream__(requested_schema)

    def to_arrow(self) -> Any:
        """The table as `pyarrow.Table`."""
        return optional("pyarrow").table(self)

    def to_polars(self) -> Any:
        """The table as `polars.DataFrame`."""
        return optional("polars").DataFrame(self)

    def to_pandas(self) -> Any:
        """The table as `pandas.DataFrame`; needs no pyarrow."""
        return optional("pandas").DataFrame(self._report.table().columns())
