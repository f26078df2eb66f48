"""The findings of a report, as a sequence and as a table."""

from __future__ import annotations

from ._table import Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, overload

    from . import _native
    from ._native import Finding
    from .typing import Lang
else:

    def overload(function):
        return function


class Findings(Table):
    """The findings that a report keeps, in order of file, place, pointer and rule.

    A sequence of :class:`Finding`, and a table for whatever reads the Arrow PyCapsule interface, with the
    columns rule, name, severity, kind, id, pointer, file, line, row, count, message_zh, message_en,
    advice_zh, advice_en and url, of which `shequ.arrow.schema()` has the types.
    """

    __slots__ = ("_lang", "_report")

    def __init__(self, report: _native.Report, lang: Lang) -> None:
        self._report = report
        self._lang: Lang = lang

    def __len__(self) -> int:
        return len(self._report)

    def __bool__(self) -> bool:
        # a table without rows is a table
        return True

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
        return "<1 finding>" if len(self) == 1 else f"<{len(self):,} findings>"

    def _table(self) -> _native.Table:
        return self._report.table()

    def _repr_html_(self) -> str:
        from ._table import SHOWN, html

        first = self[:SHOWN]
        columns: dict[str, list[Any]] = {
            "rule": [finding.rule for finding in first],
            "severity": [finding.severity for finding in first],
            "file": [finding.file for finding in first],
            "place": [finding.row or finding.line for finding in first],
            "id": [finding.id for finding in first],
            "pointer": [finding.pointer for finding in first],
            "message": [finding.message for finding in first],
        }
        return html(columns, len(self), repr(self))
