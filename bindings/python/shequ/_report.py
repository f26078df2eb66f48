"""The outcome of a check."""

from __future__ import annotations

from . import _native, _tables
from ._errors import UsageError, ValidationError, unknown_keywords
from ._findings import Findings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from typing import Any, NoReturn

    from ._native import Finding


class Report:
    """What a check found: exact counts, findings up to a limit per rule, what to fix first.

    It iterates over its findings, shows itself in a notebook, and holds no personal value.

    >>> import shequ as sq
    >>> report = sq.check([{"id": "c1"}], "community", as_of="2026-06-30", lang="en")
    >>> report
    <Report: 5 errors, 0 warnings, 0 notes in 1 record>
    >>> report.counts["STR003"]
    5
    """

    __slots__ = ("_native", "lang")

    def __init__(self, native: _native.Report, lang: str) -> None:
        self._native = native
        #: The language of its messages.
        self.lang = lang

    @property
    def ok(self) -> bool:
        """Whether every record could be read and none has an error."""
        return self._native.ok

    @property
    def complete(self) -> bool:
        """Whether every input could be read to its end."""
        return self._native.complete

    @property
    def truncated(self) -> bool:
        """Whether there are more findings than are kept; counts are exact all the same."""
        return self._native.truncated

    @property
    def as_of(self) -> str:
        """The reference date, ``"2026-06-30"``."""
        return self._native.as_of

    @property
    def severities(self) -> dict[str, int]:
        """How many findings there are of each severity: error, warning, info."""
        return dict(self._native.severities)

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each rule that has some."""
        return self._native.rules

    @property
    def records(self) -> dict[str, tuple[int, int]]:
        """Records read and records with an error, of each record type."""
        return {kind: (read, bad) for kind, read, bad in self._native.records}

    @property
    def causes(self) -> list[dict[str, Any]]:
        """What to fix first: findings of one rule at one field, errors first, then what most records have."""
        names = ("rule", "severity", "kind", "field", "title", "records", "advice")
        return [dict(zip(names, cause, strict=True)) for cause in self._native.causes(self.lang)]

    @property
    def findings(self) -> Findings:
        """The findings as a sequence and as a table."""
        return Findings(self._native, self.lang)

    def __len__(self) -> int:
        return len(self._native)

    def __bool__(self) -> bool:
        # a report without findings is a report
        return True

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __getitem__(self, index: int) -> Finding:
        return self.findings[index]

    def __repr__(self) -> str:
        errors, warnings, notes = self.severities.values()
        read = sum(count for count, _ in self.records.values())
        records = "1 record" if read == 1 else f"{read:,} records"
        state = "" if self.complete else ", not read to its end"
        return f"<Report: {errors:,} errors, {warnings:,} warnings, {notes:,} notes in {records}{state}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Report):
            return NotImplemented
        return self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def to_text(self, *, places: int = 5, colour: bool = False) -> str:
        """The report for a person, as the command line prints it."""
        return self._native.to_text(self.lang, colour, places)

    def _repr_html_(self) -> str:
        return self._native.to_html(self.lang, False)

    def to_html(self, path: str | os.PathLike[str] | None = None) -> str:
        """The report as a page of HTML, without scripts and without anything from elsewhere.

        :param path: a file to which the page is written too.
        """
        page = self._native.to_html(self.lang, True)
        if path is not None:
            with open(path, "w", encoding="utf-8") as file:
                file.write(page)
        return page

    @classmethod
    def from_json(cls, text: str, lang: str = "zh") -> Report:
        """A report that :meth:`to_json` or the command line wrote.

        :raises UsageError: where it is none, or one of a newer version.
        """
        return cls(_native.Report.from_json(text), lang)

    def __reduce__(self) -> tuple[Any, tuple[str, str]]:
        return Report.from_json, (self.to_json(), self.lang)

    def to_json(self) -> str:
        """The report in its published form; `sq.schema("report")` is its schema."""
        return self._native.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The published form as a dict."""
        import json

        return json.loads(self.to_json())  # type: ignore[no-any-return]

    def plot(self, *, rows: int = 20, **unknown: NoReturn) -> Any:
        """The report as a picture of two panels: findings by rule, and records by field, what to fix first on top.

        It needs matplotlib, and for a Chinese report an installed font with Chinese letters; without one it
        warns, and the picture is in English.

        :param rows: how many bars a panel has at most; what is left out is said.
        :returns: the `matplotlib.figure.Figure`, which a notebook shows; `figure.savefig("report.png")` keeps it.
        :raises UsageError: where matplotlib is not installed.

        >>> import shequ as sq
        >>> report = sq.check([{"id": "c1"}], "community", as_of="2026-06-30", lang="en")
        >>> [label.get_text() for label in report.plot().axes[0].get_yticklabels()]
        ['STR003  required field missing']
        """
        from . import _plot

        if unknown:
            raise unknown_keywords("plot", unknown, ("rows",))
        if rows < 1:
            raise UsageError("rows 应为正整数", "rows must be 1 or more")
        return _plot.plot(self, rows)

    def raise_for_errors(self) -> None:
        """Raises :class:`ValidationError` with the findings where a record has an error."""
        if not self.ok:
            raise ValidationError(list(self))

    def split(self, table: Any) -> tuple[Any, Any]:
        """The rows without and with an error of the table that was checked, each in the type that came in."""
        return _tables.split(table, self._native.bad_rows(self._height(table)))

    def annotate(self, table: Any, column: str | None = None) -> Any:
        """The table that was checked with one more column, in which stands what is wrong with each row.

        :param column: its name, `问题` or, in English, `findings`.
        :raises UsageError: where the report does not keep all findings; check with ``limit=0``.
        """
        if self.truncated:
            raise UsageError(
                "报告未保留全部问题，请以 limit=0 重新核查",
                "the report does not keep all findings; check with limit=0",
            )
        texts: list[str | None] = [None] * self._height(table)
        for row, text in self._native.messages(self.lang):
            texts[row] = text
        return _tables.with_column(table, column or ("问题" if self.lang == "zh" else "findings"), texts)

    def _height(self, table: Any) -> int:
        height = _tables.height(table)
        read = sum(count for count, _ in self.records.values())
        if not self._native.is_table or height != read:
            raise UsageError(
                "请传入所核查的那张表",
                "pass the table that was checked",
            )
        return height
