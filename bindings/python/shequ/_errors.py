"""What the package raises. Bad data is never an exception of these, but for `ValidationError`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from ._native import Finding
    from ._report import Report
    from .typing import Entry


class Error(Exception):
    """Why the work could not be done, in Chinese (`zh`) and English (`en`), with what to do about it."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.zh = zh
        self.en = en

    def __str__(self) -> str:
        return f"{self.zh}\n{self.en}"


class InternalError(Error, RuntimeError):
    """A fault of this package; it names the place to report, and no value of a record."""


class UsageError(Error, ValueError):
    """An argument that cannot be what it is."""


class KeywordError(UsageError, TypeError):
    """A keyword that a function does not have."""


class FrozenError(UsageError, AttributeError):
    """A record that somebody tried to change."""


class ReadError(Error):
    """A file or folder that cannot be read, or not to its end."""

    def __init__(self, zh: str, en: str, report: Report | None = None) -> None:
        super().__init__(zh, en)
        self.args = (zh, en, report)
        #: The report on what could be read; None where nothing was.
        self.report = report


class TableError(Error, ValueError):
    """A table that cannot be checked."""


class IdError(Error, ValueError):
    """A text that is no identifier of the kind asked for; it does not hold the text.

    >>> import shequ as sq
    >>> try:
    ...     sq.ids.resident_id("110105194912310021")
    ... except sq.IdError as error:
    ...     print(error.issue, error.en)
    check_character the check character of the number does not match: compare the number with the document, digit by digit
    """

    def __init__(self, zh: str, en: str, issue: str = "") -> None:
        super().__init__(zh, en)
        self.args = (zh, en, issue)
        #: The name of the first issue for which the text is refused, like `check_character`.
        self.issue = issue


class ValidationError(Error, ValueError):
    """Records with errors.

    >>> import shequ as sq
    >>> try:
    ...     sq.Point(longitude=117.05, latitude=136.66)
    ... except sq.ValidationError as error:
    ...     error.findings[0].rule
    'STR008'
    """

    def __init__(self, findings: Sequence[Finding], report: Report | None = None) -> None:
        Exception.__init__(self, findings)
        #: The findings, errors among them; none holds a value of the record.
        self.findings = tuple(findings)
        #: The report, where :meth:`~shequ.Report.raise_for_errors` raised it.
        self.report = report
        if report is None:
            count = len(self.findings)
            self.zh = f"发现{count}处问题"
            self.en = f"{count} findings" if count != 1 else "1 finding"
        else:
            read, bad = report.read, report.bad
            self.zh = f"核查未通过：共{read}条记录，{bad}条有错误"
            self.en = f"the check failed: {bad:,} of {read:,} records have an error"

    def __str__(self) -> str:
        # each in the language in which it was found
        lines = map(_line, self.findings) if self.report is None else self.report.outline()
        return "\n  ".join((f"{self.zh} · {self.en}", *lines))

    def __reduce__(self) -> tuple[type[ValidationError], tuple[tuple[Finding, ...], Report | None]]:
        return type(self), (self.findings, self.report)

    def errors(self) -> list[Entry]:
        """The errors as pydantic lists them (`type`, `loc`, `msg`, `ctx`, `url`), without the input; `ctx` has the
        rule, and the message in both languages."""
        return [
            {
                "type": finding.name,
                "loc": finding.loc,
                "msg": finding.message,
                "ctx": context(finding),
                "url": finding.url,
            }
            for finding in self.findings
            if finding.severity == "error"
        ]


def context(finding: Finding) -> dict[str, Any]:
    """What stands beside the message of an error: the rule, the message in both languages, limits and forms."""
    return {"rule": finding.rule, "zh": finding.message_zh, "en": finding.message_en, **finding.params}


def _line(finding: Finding) -> str:
    field = finding.field or finding.pointer
    return f"{finding.rule} {field} ({finding.pointer or '/'}): {finding.message}"


def unknown_keywords(
    function: str,
    unknown: Iterable[str],
    known: Sequence[str],
    near: str | None = None,
) -> KeywordError:
    """The error that names the keyword that was probably meant."""
    from difflib import get_close_matches

    name = next(iter(unknown))
    near = near or next(iter(get_close_matches(name, known, n=1)), None)
    hint = (f"，是否指 {near}？", f"; did you mean `{near}`?") if near else (
        f"；可用的参数：{'、'.join(known)}",
        f"; it has {', '.join(known)}",
    )
    return KeywordError(f"{function} 没有参数 {name}{hint[0]}", f"{function} has no argument `{name}`{hint[1]}")
