"""Checking whatever holds records."""

from __future__ import annotations

import os

from . import _kinds, _native, _progress, _tables
from ._days import day
from ._errors import ReadError, UsageError, unknown_keywords
from ._report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from typing import Any, NoReturn

    Progress = bool | Callable[[int], object] | None

_OPTIONS = (
    "as_of",
    "lang",
    "limit",
    "threads",
    "divisions",
    "select",
    "ignore",
    "severity",
    "parameters",
    "form",
    "profile",
)
_ARGUMENTS = ("kind", "name", "progress", "errors")


class Checker:
    """Checks records by the rules of the standard, always in the same way.

    :param as_of: the reference date, a date or ``"2026-06-30"``; today in +08:00 unless given.
    :param lang: ``"zh"`` or ``"en"``, the language of messages.
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

    def __init__(
        self,
        *,
        as_of: date | str | None = None,
        lang: str | None = None,
        limit: int = 1000,
        threads: int | None = None,
        divisions: str | os.PathLike[str] | None = None,
        select: str | Iterable[str] = (),
        ignore: str | Iterable[str] = (),
        severity: Mapping[str, str] | None = None,
        parameters: Mapping[str, Any] | None = None,
        form: str = "auto",
        profile: None = None,
        **unknown: NoReturn,
    ) -> None:
        if unknown:
            raise unknown_keywords("Checker", unknown, _OPTIONS)
        if profile is not None:
            raise UsageError(
                "目前还不支持地方规范（profile），请去掉该参数",
                "profiles are not there yet: leave the argument out",
            )
        self.lang: str = lang or "zh"
        # not a set, in which a list could not even be looked for
        if self.lang not in ("zh", "en"):
            raise UsageError("lang 应为 zh 或 en", 'lang must be "zh" or "en"')
        settings = _settings(select, ignore, severity or {}, parameters or {})
        limit = count("limit", limit, 0)
        threads = None if threads is None else count("threads", threads, 1)
        self._native = _native.Checker(day(as_of), limit, threads, divisions, settings, _form(form))

    @property
    def as_of(self) -> str:
        """The reference date, ``"2026-06-30"``."""
        return self._native.as_of

    def check(
        self,
        data: Any,
        kind: str | type[Any] | None = None,
        *,
        name: str | None = None,
        progress: Progress = None,
        errors: str = "raise",
        **unknown: NoReturn,
    ) -> Report:
        """Checks data of any of these forms.

        :param data: a path or a list of paths (files and folders, NDJSON or JSON, plain or compressed),
            bytes of JSON or NDJSON or an open file with them, one record (a dict or a record of this package), an iterable of records,
            or a table: pandas, polars, pyarrow, DuckDB and whatever else has ``__arrow_c_stream__``.
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
        if unknown:
            raise unknown_keywords("check", unknown, _ARGUMENTS)
        if errors not in ("raise", "report"):
            raise UsageError("errors 应为 raise 或 report", 'errors must be "raise" or "report"')
        paths = _paths(data)
        if paths is not None:
            return self._check_paths(paths, _kind(kind), progress, errors)
        if _is_bytes(data):
            return self._check_bytes(bytes(data), _known(kind, data), name or "-", progress, errors)
        if _tables.is_table(data):
            return self._check_table(data, _known(kind, data), name or "table", progress, errors)
        if hasattr(data, "read"):
            return self._check_bytes(_read(data), _known(kind, data), name or "-", progress, errors)
        records = _records(data)
        return self._check_rows(records, _known(kind, records), name or "records", progress, errors)

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
        table = _tables.prepared(table, kind)
        # counted first: DuckDB runs one query at a time
        height = _height(table)
        stream = _tables.stream(table)
        if stream is None:
            return self._check_rows(_tables.rows(table), kind, name, progress, errors)
        told = _progress.bar(progress, height, "行" if self.lang == "zh" else "rows", self.lang)
        try:
            return self._report(errors, _native.check_table(self._native, stream, kind, name, told))
        finally:
            _progress.close(told)

    def _check_rows(self, rows: Iterable[Any], kind: str, name: str, progress: Progress, errors: str) -> Report:
        total = _length(rows)
        told = _progress.bar(progress, total, "条" if self.lang == "zh" else "records", self.lang)
        try:
            return self._report(errors, _native.check_rows(self._native, rows, kind, name, told))
        finally:
            _progress.close(told)

    def _report(self, errors: str, native: _native.Report) -> Report:
        report = Report(native, self.lang)
        if errors == "raise" and not report.complete:
            raise _unread(native.obstacles, report)
        return report


def check(
    data: Any,
    kind: str | type[Any] | None = None,
    *,
    name: str | None = None,
    progress: Progress = None,
    errors: str = "raise",
    as_of: date | str | None = None,
    lang: str | None = None,
    limit: int = 1000,
    threads: int | None = None,
    divisions: str | os.PathLike[str] | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    severity: Mapping[str, str] | None = None,
    parameters: Mapping[str, Any] | None = None,
    form: str = "auto",
    profile: None = None,
    **unknown: NoReturn,
) -> Report:
    """Checks data of any form; the arguments are those of :class:`Checker` and of its :meth:`~Checker.check`.

    >>> import shequ as sq
    >>> report = sq.check([{"id": "c1"}, {"id": "c2"}], "community", as_of="2026-06-30")
    >>> report.records
    {'community': (2, 2)}
    """
    if unknown:
        raise unknown_keywords("check", unknown, _ARGUMENTS + _OPTIONS)
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


def _form(form: object) -> str:
    return form if isinstance(form, str) else repr(form)


_EXAMPLES = {"severity": '{"COM004": "info"}', "parameters": '{"PER007.max_age": 110}'}


def _unread(obstacles: list[tuple[str, str, str]], report: Report) -> ReadError:
    """What could not be read, in both languages."""
    zh = "；".join(f"{name}：{why}" for name, why, _ in obstacles[:5])
    en = "; ".join(f"{name}: {why}" for name, _, why in obstacles[:5])
    if len(obstacles) > 5:
        zh += f"；另有{len(obstacles) - 5}个文件"
        en += f"; and {len(obstacles) - 5} more"
    return ReadError(zh, en, report)


def _settings(
    select: str | Iterable[str],
    ignore: str | Iterable[str],
    severity: Mapping[str, str],
    parameters: Mapping[str, Any],
) -> str:
    lines = [f"select {prefix}" for prefix in _listed(select)]
    lines += [f"ignore {rule}" for rule in _listed(ignore)]
    for name, given in (("severity", severity), ("parameters", parameters)):
        if not hasattr(given, "items"):
            raise UsageError(
                f"{name} 应为字典，例如 {_EXAMPLES[name]}",
                f"{name} must be a mapping, like {_EXAMPLES[name]}",
            )
    lines += [f"severity {rule}={level}" for rule, level in severity.items()]
    lines += [f"rule {name}={_numbers(value)}" for name, value in parameters.items()]
    return "\n".join(line.replace("\n", " ") for line in lines)


def _listed(words: str | Iterable[object]) -> list[str]:
    if isinstance(words, str):
        return words.split(",")
    listed = list(words) if hasattr(words, "__iter__") else []
    rules = [word for word in listed if isinstance(word, str)]
    if len(rules) < len(listed) or not listed and words:
        raise UsageError(
            'select 和 ignore 应为规则编号，例如 "IDN" 或 ["IDN", "STR"]',
            'select and ignore take ids of rules, like "IDN" or ["IDN", "STR"]',
        )
    return rules


def count(name: str, value: Any, least: int) -> int:
    """A whole number that an argument takes, of numpy too."""
    from operator import index

    try:
        number = index(value)
    except TypeError:
        number = least - 1
    if number < least or isinstance(value, bool):
        raise UsageError(f"{name} 应为不小于{least}的整数", f"{name} must be a whole number of {least} or more")
    return min(number, 2**62)


def _read(file: Any) -> bytes:
    """What an open file holds."""
    data = file.read()
    return data.encode() if isinstance(data, str) else bytes(data)


def _numbers(value: Any) -> str:
    return ",".join(map(str, value)) if _is_list(value) else str(value)


def _paths(data: Any) -> list[str | os.PathLike[str]] | None:
    """The paths, where the data are some."""
    if isinstance(data, str) and data.lstrip()[:1] in ("{", "["):
        raise UsageError(
            "JSON文本请以字节传入：check(text.encode(), kind=...)",
            "text of JSON is passed as bytes: check(text.encode(), kind=...)",
        )
    if isinstance(data, (str, os.PathLike)):
        return [data]
    if _is_list(data) and data and all(isinstance(item, (str, os.PathLike)) for item in data):
        return list(data)
    return None


def _records(data: Any) -> Iterable[Any]:
    if hasattr(data, "keys") or hasattr(data, "__shequ_json__"):
        return [data]
    if hasattr(data, "__iter__"):
        return data  # type: ignore[no-any-return]
    hint = "；请先 collect()" if hasattr(data, "collect") else ""
    hint_en = "; collect() it first" if hint else ""
    name = type(data).__name__
    raise UsageError(f"不能核查 {name} 类型的数据{hint}", f"data of type {name} cannot be checked{hint_en}")


def _kind(kind: str | type[Any] | None) -> str | None:
    return None if kind is None else _kinds.name(kind)


def _known(kind: str | type[Any] | None, data: Any) -> str:
    """The record type, which records of this package say themselves."""
    name = _kind(kind)
    if name is None and _is_list(data) and data:
        name = _said(data[0])
    if name is None:
        raise UsageError(
            "请用 kind 指明记录类型，例如 kind=\"volunteer\"",
            'name the record type by kind, like kind="volunteer"',
        )
    return name


def _said(record: Any) -> str | None:
    return getattr(record.__class__, "__shequ_kind__", None)


# functions of their own: asked in place, `isinstance` would make a type checker lose `Any`


def _is_bytes(data: object) -> bool:
    return isinstance(data, (bytes, bytearray, memoryview))


def _is_list(data: object) -> bool:
    return isinstance(data, (list, tuple))


def _length(rows: Any) -> int | None:
    return len(rows) if _is_list(rows) else None


def _height(table: Any) -> int | None:
    try:
        return _tables.height(table)
    except TypeError:
        return None
