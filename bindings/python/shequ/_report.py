"""The outcome of a check."""

from __future__ import annotations

from . import _native, _row_table, _tables
from ._errors import UsageError, ValidationError
from ._findings import Findings
from ._keywords import known
from ._settings import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterator
    from typing import Any, overload

    from ._causes import Causes, Comparison
    from ._native import Finding
    from .typing import Lang, Severities, TableT, Thresholds
else:

    def overload(function):
        return function



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

    __slots__ = ("_digest", "_native", "lang")

    def __init__(self, native: _native.Report, lang: Lang, digest: int | None = None) -> None:
        self._native = native
        # of the ids of the table that was checked
        self._digest = digest
        #: The language of its messages.
        self.lang: Lang = lang

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
    def severities(self) -> Severities:
        """How many findings there are of each severity: error, warning, info."""
        (_, error), (_, warning), (_, info) = self._native.severities
        return {"error": error, "warning": warning, "info": info}

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each rule that has some."""
        return self._native.rules

    @property
    def records(self) -> dict[str, tuple[int, int]]:
        """Records read and records with an error, of each record type."""
        return {kind: (read, bad) for kind, read, bad in self._native.records}

    @property
    def read(self) -> int:
        """Records read, of all types."""
        return sum(read for read, _ in self.records.values())

    @property
    def bad(self) -> int:
        """Records with an error, of all types."""
        return sum(bad for _, bad in self.records.values())

    @property
    def causes(self) -> Causes:
        """What to fix first: findings of one rule at one field, errors first, then what most records have."""
        from ._causes import Causes

        return Causes(
            [
                {
                    "rule": rule,
                    "severity": severity,
                    "kind": kind,
                    "field": field,
                    "title": title,
                    "records": records,
                    "advice": advice,
                }
                for rule, severity, kind, field, title, records, advice in self._native.causes(self.lang)
            ]
        )

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

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        return self.findings[index]

    def __repr__(self) -> str:
        (_, errors), (_, warnings), (_, notes) = self._native.severities
        read = self.read
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
    def from_json(cls, text: str | bytes, lang: Lang | None = None) -> Report:
        """A report that :meth:`to_json` or the command line wrote.

        :param lang: ``"zh"`` or ``"en"``, the language of its messages.
        :raises UsageError: where it is none, or one of a newer version.
        """
        text = text if isinstance(text, str) else bytes(text).decode("utf-8", "replace")
        return cls(_native.Report.from_json(text), current(None, lang)[1])

    def __reduce__(self) -> tuple[Any, tuple[str, Lang, int | None]]:
        return _restored, (self.to_json(), self.lang, self._digest)

    def to_json(self) -> str:
        """The report in its published form; `sq.schema("report")` is its schema."""
        return self._native.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The published form as a dict."""
        import json

        return json.loads(self.to_json())  # type: ignore[no-any-return]

    @known
    def plot(self, *, rows: int = 20) -> Any:
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

        if rows < 1:
            raise UsageError("rows 应为正整数", "rows must be 1 or more")
        return _plot.plot(self, rows)

    @known
    def raise_for_errors(self, thresholds: Thresholds | None = None) -> None:
        """Raises :class:`ValidationError` with the findings where a record has an error. Its text says what to fix
        first, with counts and the first places.

        :param thresholds: what is let pass, by severity or by the beginning of the ids of rules: a share as a float,
            a number as an int. For ``"error"`` it is one of records with an error, else one of findings, compared
            with records read: ``{"error": 0.01, "IDN": 0}``. What is not named is let pass; what could not be read
            to its end never is.
        :raises UsageError: where a threshold cannot be what it is.

        >>> import shequ as sq
        >>> report = sq.check([{"id": "c1"}], "community", as_of="2026-06-30", lang="en")
        >>> report.raise_for_errors({"error": 0.01})
        Traceback (most recent call last):
        shequ._errors.ValidationError: 核查未通过：共1条记录，1条有错误 · the check failed: 1 of 1 records have an error
          STR003 Community code: required field missing (community /code): 1 record, first row 1
          STR003 Kind: required field missing (community /kind): 1 record, first row 1
          STR003 Name: required field missing (community /name): 1 record, first row 1
          STR003 Status: required field missing (community /status): 1 record, first row 1
          STR003 Updated at: required field missing (community /updated_at): 1 record, first row 1
        """
        from . import _thresholds

        if not self.complete or (_thresholds.exceeded(self, thresholds) if thresholds is not None else not self.ok):
            raise ValidationError(list(self), self)

    @known
    def compare(self, old: Report) -> Comparison:
        """What became of the causes of an older report on the same data: new, worse, better, gone.

        :param old: the older one, which may come from :meth:`from_json`.
        """
        from ._causes import compared

        if not hasattr(old, "_native"):
            raise UsageError(
                "compare 需要另一份报告，可用 sq.Report.from_json 读取",
                "compare takes another report, which sq.Report.from_json reads",
            )
        return compared(Report(old._native, self.lang).causes, self.causes, (old.read, old.bad), (self.read, self.bad))

    def outline(self, *, causes: int = 10, places: int = 3) -> list[str]:
        """What to fix first, a line for each cause: records that have it, and the first places.

        :param causes: how many at most; what is left out is counted in a last line.
        :param places: how many places of each.
        """
        from . import _outline

        return _outline.lines(self, causes, places)

    @known
    def split(self, table: TableT) -> tuple[TableT, TableT]:
        """The rows without and with an error of the table that was checked, each in the type that came in.

        :param table: that table, or one with the same ids in the same order; without ids, one of as many rows.
        :raises UsageError: where it is another.
        """
        return _row_table.split(table, self._native.bad_rows(self._height(table)))

    @known
    def annotate(self, table: TableT, column: str | None = None, *, overwrite: bool = False) -> TableT:
        """The table that was checked with one more column, in which stands what is wrong with each row.

        :param table: that table, or one with the same ids in the same order; without ids, one of as many rows.
        :param column: its name, `问题` or, in English, `findings`.
        :param overwrite: whether a column of that name is replaced.
        :raises UsageError: where the table is another or has such a column, or where the report does not keep all
            findings; check with ``limit=0``.
        """
        if self.truncated:
            raise UsageError(
                "报告未保留全部问题，请以 limit=0 重新核查",
                "the report does not keep all findings; check with limit=0",
            )
        texts: list[str | None] = [None] * self._height(table)
        for row, text in self._native.messages(self.lang):
            texts[row] = text
        name = column or ("问题" if self.lang == "zh" else "findings")
        if not overwrite and _row_table.has_column(table, name):
            raise UsageError(
                f"表中已有“{name}”一列，请用 column 另取列名，或以 overwrite=True 覆盖",
                f"the table has a column `{name}`: name another by column=, or replace it with overwrite=True",
            )
        marked: TableT = _row_table.with_column(table, name, texts)
        return marked

    def _height(self, table: Any) -> int:
        """How many rows the table has that was checked; another is refused."""
        height = _tables.height(table)
        is_known = self._native.is_table and height == self.read
        if not is_known or (self._digest is not None and self._digest != _row_table.digest(table)):
            raise UsageError(
                "请传入所核查的那张表，行及其顺序须与核查时一致",
                "pass the table that was checked, with its rows in the same order",
            )
        return height


def _restored(text: str, lang: Lang, digest: int | None) -> Report:
    """A report that was pickled."""
    return Report(_native.Report.from_json(text), lang, digest)
