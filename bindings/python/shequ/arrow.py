"""Record batches in, findings out, batch by batch: what runs inside Spark, Ray, Dask or DuckDB.

    from shequ.arrow import check_batches, schema

Each batch is checked for itself and forgotten, so memory does not grow with the data. Needs pyarrow.
"""

from __future__ import annotations

from . import _check, _kinds, _native
from ._errors import UsageError
from ._optional import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from .typing import AnyKind

pyarrow = optional("pyarrow")
compute = optional("pyarrow.compute")

def schema(*, key: bool = False) -> Any:
    """The columns of findings as `pyarrow.Schema`: those of :class:`~shequ.Findings`, and `key` where asked for.

    >>> from shequ.arrow import schema
    >>> schema(key=True).names[:5]
    ['key', 'rule', 'name', 'severity', 'kind']
    """
    # the columns stand once, where the library makes them
    nothing = _native.check_bytes(_native.Checker(limit=1), b"", _native.kinds()[0], "-")
    columns = pyarrow.table(nothing.table()).schema
    return columns.insert(0, pyarrow.field("key", pyarrow.string())) if key else columns


def check_batches(
    batches: Iterable[Any],
    kind: AnyKind,
    *,
    key: str | None = None,
    name: str = "table",
    limit: int = 0,
    **options: Any,
) -> Iterator[Any]:
    """Checks each `pyarrow.RecordBatch` as it comes and gives a batch of its findings, where it has some.

    :param batches: an iterable of batches, a `pyarrow.RecordBatchReader` or a `pyarrow.Table`.
    :param kind: the record type, ``"volunteer"``, ``"志愿者"`` or ``sq.Volunteer``.
    :param key: the column whose value names the row in the column `key` of the findings, as text. One that is no
        field of the record type is not checked. Findings hold no value of a record but this one: take a number
        of the row, not a personal number.
    :param name: what stands in the column `file`.
    :param limit: findings kept of each rule in one batch, 0 for all.
    :param options: as :class:`~shequ.Checker` has them.
    :return: batches of :func:`schema`; `row` counts on from batch to batch, from 1.

    What a report says once for many records (STR013) is said once in each batch; its `count` adds up.

    >>> import pyarrow
    >>> from shequ.arrow import check_batches
    >>> table = pyarrow.table({"id": ["c1", "c2"]})
    >>> found = check_batches(table.to_batches(max_chunksize=1), "community", as_of="2026-06-30")
    >>> [set(batch["row"].to_pylist()) for batch in found]
    [{1}, {2}]
    """
    checker = _check.Checker(limit=limit, **options)
    known = _native.kind_of(_kinds.name_of(kind))
    keep = key is None or _native.is_field(known, key)
    to_batches = getattr(batches, "to_batches", None)
    tables: Iterable[Any] = to_batches() if to_batches else batches

    def findings() -> Iterator[Any]:
        start = 0
        for batch in tables:
            keys = None if key is None else _keys(batch, key)
            records = batch if keep else batch.drop_columns([key])
            report = checker.check(records, known, name=name, progress=False)
            if len(report):
                yield _placed(report.findings.to_arrow(), start, keys)
            start += batch.num_rows

    return findings()


def check_line_batches(
    batches: Iterable[Any],
    kind: AnyKind,
    *,
    name: str = "lines",
    limit: int = 0,
    **options: Any,
) -> Iterator[Any]:
    """Checks the lines of NDJSON in the first column of each `pyarrow.RecordBatch`, one in a row, as they stand.

    :param batches: an iterable of batches, a `pyarrow.RecordBatchReader` or a `pyarrow.Table`; texts or bytes.
    :param kind: the record type, ``"volunteer"``, ``"志愿者"`` or ``sq.Volunteer``.
    :param name: what stands in the column `file`.
    :param limit: findings kept of each rule in one batch, 0 for all.
    :param options: as :class:`~shequ.Checker` has them.
    :return: batches of :func:`schema`; `line` counts on from batch to batch, from 1.
    :raises UsageError: where a row holds more than one line.

    >>> import pyarrow
    >>> from shequ.arrow import check_line_batches
    >>> table = pyarrow.table({"value": ['{"id":"c1"}', "no JSON"]})
    >>> found = check_line_batches(table, "community", as_of="2026-06-30")
    >>> [(line, rule) for batch in found for line, rule in zip(*batch.select(["line", "rule"]).to_pydict().values())][-1]
    (2, 'STR001')
    """
    checker = _check.Checker(limit=limit, form="ndjson", **options)
    known = _native.kind_of(_kinds.name_of(kind))
    to_batches = getattr(batches, "to_batches", None)
    tables: Iterable[Any] = to_batches() if to_batches else batches

    def findings() -> Iterator[Any]:
        start = 0
        for batch in tables:
            lines = [_line(value, start + row) for row, value in enumerate(batch.column(0).to_pylist(), 1)]
            # a first line that is empty, behind which a mark of byte order is what it is in the middle of a file
            ahead = int(start > 0)
            report = checker.check(b"\n" * ahead + b"\n".join(lines), known, name=name, progress=False)
            if len(report):
                yield _placed(report.findings.to_arrow(), start - ahead, None, "line")
            start += batch.num_rows

    return findings()


def _line(value: str | bytes | None, row: int) -> bytes:
    line = b"" if value is None else value.encode() if isinstance(value, str) else value
    if b"\n" in line.strip():
        raise UsageError(
            f"第{row}行的文本有多行，应每行一条记录；请按行读取，例如 session.read.text(path, lineSep=\"\\n\")",
            f"row {row}: the text has several lines, and each must be one record; read by lines, "
            'like session.read.text(path, lineSep="\\n")',
        )
    return line.strip(b"\n")


def _keys(batch: Any, key: str) -> Any:
    """The keys of the rows as texts."""
    if key not in batch.schema.names:
        raise no_column(key)
    return batch.column(key).cast(pyarrow.string())


def no_column(name: str, argument: str = "key") -> UsageError:
    """The error of an argument that names no column."""
    return UsageError(
        f"表中没有名为“{name}”的列，请核对 {argument}", f"no column is called `{name}`; look at {argument}="
    )


def _placed(found: Any, start: int, keys: Any, place: str = "row") -> Any:
    """The findings with rows that count on, and with the keys of their rows."""
    rows = found[place].combine_chunks()
    columns = [column.combine_chunks() for column in found.columns]
    columns[found.column_names.index(place)] = compute.add(rows, pyarrow.scalar(start, rows.type))
    if keys is not None:
        columns.insert(0, keys.take(compute.subtract(rows, pyarrow.scalar(1, rows.type))))
    return pyarrow.RecordBatch.from_arrays(columns, schema=schema(key=keys is not None))
