"""Checking whatever holds records."""

from __future__ import annotations

import os

from . import _inputs, _native, _progress, _row_table, _tables
from ._errors import UsageError
from ._keywords import known
from ._options import changes, count, form_name
from ._report import Report
from ._settings import current

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from typing import Any, Literal

    from .typing import AnyKind, Form, Lang, Parameters, Progress, Severity


class Checker:
    """Checks records by the rules of the standard, always in the same way.

    :param as_of: the reference date, a date or ``"2026-06-30"``; that of :class:`~shequ.settings`, else today in +08:00.
    :param lang: ``"zh"`` or ``"en"``, the language of messages; that of :class:`~shequ.settings`, else Chinese.
    :param limit: findings kept of each rule, 0 for all; counts are exact in any case.
    :param threads: how many threads check; as many as the machine runs at once unless given.
        The report is the same with any number.
    :param divisions: the path of a table of division codes (columns code, name, from, to, successors).
    :param select: check only the rules whose ids begin so, ``"IDN"`` or ``["IDN", "STR"]``.
    :param ignore: rules that are turned off, where the standard lets options do so.
    :param severity: other severities, ``{"COM004": "info"}``.
    :param parameters: parameters of rules, ``{"PER007.max_age": 110}``.
    :param form: how records lie in JSON: ``"ndjson"``, ``"array"`` or ``"record"``; told from the text unless given.
    :param profile: kept for profiles of provinces and cities; it must be None.
    :raises UsageError: where an option cannot be what it is.

    >>> import shequ as sq
    >>> checker = sq.Checker(as_of="2026-06-30", lang="en")
    >>> report = checker.check({"id": "c1"}, "community")
    >>> report.ok, report[0].rule, report[0].message
    (False, 'STR003', 'the required field Community code is missing')
    """

    __slots__ = ("_native", "lang")

    #: The language of messages.
    lang: Lang

    @known
    def __init__(
        self,
        *,
        as_of: date | str | None = None,
        lang: Lang | None = None,
        limit: int = 1000,
        threads: int | None = None,
        divisions: str | os.PathLike[str] | None = None,
        select: str | Iterable[str] = (),
        ignore: str | Iterable[str] = (),
        severity: Mapping[str, Severity] | None = None,
        parameters: Parameters | None = None,
        form: Form = "auto",
        profile: None = None,
    ) -> None:
        if profile is not None:
            raise UsageError(
                "目前还不支持地方规范（profile），请去掉该参数",
                "profiles are not there yet: leave the argument out",
            )
        day, self.lang = current(as_of, lang)
        settings = changes(select, ignore, severity or {}, parameters or {})
        limit = count("limit", limit, 0)
        threads = None if threads is None else count("threads", threads, 1)
        self._native = _native.Checker(day, limit, threads, divisions, settings, form_name(form))

    @property
    def as_of(self) -> str:
        """The reference date, ``"2026-06-30"``."""
        return self._native.as_of

    @known
    def check(
        self,
        data: Any,
        kind: AnyKind | None = None,
        *,
        name: str | None = None,
        progress: Progress = None,
        errors: Literal["raise", "report"] = "raise",
    ) -> Report:
        """Checks data of any of these forms.

        :param data: a path or a list of paths (files and folders, NDJSON or JSON, plain or compressed),
            a URL that fsspec opens, bytes of JSON or NDJSON or an open file with them, one record (a dict or a record of
            this package), an iterable of records, or a table: pandas, polars, pyarrow, DuckDB and whatever else has ``__arrow_c_stream__``.
            A column is a field by its name, a part of one by a dotted name (``identity.number``) or by a
            struct; None, NaN and NaT are absent. Of the index of pandas a level is a column where its name is a field.
        :param kind: the record type, ``"volunteer"``, ``"志愿者"`` or ``sq.Volunteer``; not needed where the
            names of files or the records say it.
        :param name: how findings call bytes, records or a table.
        :param progress: True or False for a bar or none, or a function that is told bytes or rows; unless
            given, a bar is shown in a terminal or notebook once the work takes a second.
        :param errors: ``"report"`` to have what could not be read, or not to its end, in the report alone, where
            `complete` is false and the command line lists it; else it is raised.
        :raises UsageError: where the record type is not known or the data are none of these.
        :raises ReadError: where a path does not exist or something cannot be read to its end; its `report` is that
            on the rest.
        :raises TableError: where a column has a type that no field takes, is damaged or stands twice.
        :raises InternalError: where this package is at fault.
        """
        if errors not in ("raise", "report"):
            raise UsageError("errors 应为 raise 或 report", 'errors must be "raise" or "report"')
        paths = _inputs.paths(data)
        if paths is not None:
            return self._check_paths(paths, _inputs.kind_of(kind), progress, errors)
        if isinstance(data, str):
            found = _inputs.opened(data)
            return self._check_bytes(found, _inputs.known(kind, data), name or data, progress, errors)
        if _inputs.is_bytes(data):
            return self._check_bytes(bytes(data), _inputs.known(kind, data), name or "-", progress, errors)
        if _tables.is_table(data):
            return self._check_table(data, _inputs.known(kind, data), name or "table", progress, errors)
        if hasattr(data, "read"):
            return self._check_bytes(_inputs.read(data), _inputs.known(kind, data), name or "-", progress, errors)
        records = _inputs.records(data)
        return self._check_rows(records, _inputs.known(kind, records), name or "records", progress, errors)

    def _check_paths(self, paths: list[str | os.PathLike[str]], kind: str | None, progress: Progress, errors: str) -> Report:
        told = _progress.bar(progress, _native.size_of(paths), "B", self.lang)
        try:
            return self._report(errors, _native.check_paths(self._native, paths, kind, told))
        finally:
            _progress.close(told)

    def _check_bytes(self, data: bytes, kind: str, name: str, progress: Progress, errors: str) -> Report:
        told = _progress.bar(progress, len(data), "B", self.lang)
        try:
            return self._report(errors, _native.check_bytes(self._native, data, kind, name, told))
        finally:
            _progress.close(told)

    def _check_table(self, table: Any, kind: str, name: str, progress: Progress, errors: str) -> Report:
        digest = _row_table.digest(table)
        table = _tables.prepared(table, kind)
        # counted first: DuckDB runs one query at a time
        height = _height(table)
        stream = _tables.stream(table)
        if stream is None:
            return self._check_rows(_tables.rows(table), kind, name, progress, errors, digest)
        told = _progress.bar(progress, height, "行" if self.lang == "zh" else "rows", self.lang)
        try:
            return self._report(errors, _native.check_table(self._native, stream, kind, name, told), digest)
        finally:
            _progress.close(told)

    def _check_rows(
        self, rows: Iterable[Any], kind: str, name: str, progress: Progress, errors: str, digest: int | None = None
    ) -> Report:
        total = _inputs.length(rows)
        digest = _row_table.digest(rows) if total is not None else digest
        told = _progress.bar(progress, total, "条" if self.lang == "zh" else "records", self.lang)
        try:
            return self._report(errors, _native.check_rows(self._native, rows, kind, name, told), digest)
        finally:
            _progress.close(told)

    def _report(self, errors: str, native: _native.Report, digest: int | None = None) -> Report:
        report = Report(native, self.lang, digest)
        if errors == "raise" and native.obstacles:
            raise _inputs.unread(native.obstacles, report)
        return report


@known
def check(
    data: Any,
    kind: AnyKind | None = None,
    *,
    name: str | None = None,
    progress: Progress = None,
    errors: Literal["raise", "report"] = "raise",
    as_of: date | str | None = None,
    lang: Lang | None = None,
    limit: int = 1000,
    threads: int | None = None,
    divisions: str | os.PathLike[str] | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    severity: Mapping[str, Severity] | None = None,
    parameters: Parameters | None = None,
    form: Form = "auto",
    profile: None = None,
) -> Report:
    """Checks data of any form; the arguments are those of :class:`Checker` and of its :meth:`~Checker.check`.

    >>> import shequ as sq
    >>> report = sq.check([{"id": "c1"}, {"id": "c2"}], "community", as_of="2026-06-30")
    >>> report.records
    {'community': (2, 2)}
    """
    checker = Checker(
        as_of=as_of,
        lang=lang,
        limit=limit,
        threads=threads,
        divisions=divisions,
        select=select,
        ignore=ignore,
        severity=severity,
        parameters=parameters,
        form=form,
        profile=profile,
    )
    return checker.check(data, kind, name=name, progress=progress, errors=errors)


def _height(table: Any) -> int | None:
    """How many rows a table has, where it knows."""
    try:
        return _tables.height(table)
    except UsageError:
        return None
