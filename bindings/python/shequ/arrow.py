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

pyarrow = optional("pyarrow")
compute = optional("pyarrow.compute")

#: The columns of numbers.
_NUMBERS = ("line", "row", "count")
#: The columns of :class:`~shequ.Findings`, of which these are empty where there is nothing to say.
_NULLABLE = ("id", *_NUMBERS)
_COLUMNS = (
    "rule",
    "name",
    "severity",
    "kind",
    "id",
    "pointer",
    "file",
    *_NUMBERS,
    "message_zh",
    "message_en",
    "advice_zh",
    "advice_en",
    "url",
)


def schema(*, key: bool = False) -> Any:
    """The columns of findings as `pyarrow.Schema`: those of :class:`~shequ.Findings`, and `key` where asked for.

    >>> from shequ.arrow import schema
    >>> schema(key=True).names[:5]
    ['key', 'rule', 'name', 'severity', 'kind']
    """
    fields = [
        pyarrow.field(name, pyarrow.uint64() if name in _NUMBERS else pyarrow.string(), name in _NULLABLE)
        for name in _COLUMNS
    ]
    if key:
        fields.insert(0, pyarrow.field("key", pyarrow.string()))
    return pyarrow.schema(fields)


def check_batches(
    batches: Iterable[Any],
    kind: str | type,
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
    kind = _native.kind_of(_kinds.name(kind))
    keep = key is None or _native.is_field(kind, key)
    to_batches = getattr(batches, "to_batches", None)
    tables: Iterable[Any] = to_batches() if to_batches else batches

    def findings() -> Iterator[Any]:
        start = 0
        for batch in tables:
            keys = None if key is None else _keys(batch, key)
            records = batch if keep else batch.drop_columns([key])
            report = checker.check(records, kind, name=name, progress=False)
            if len(report):
                yield _placed(report.findings.to_arrow(), start, keys)
            start += batch.num_rows

    return findings()


def _keys(batch: Any, key: str) -> Any:
    """The keys of the rows as texts."""
    if key not in batch.schema.names:
        raise no_column(key)
    return batch.column(key).cast(pyarrow.string())


def no_column(key: str) -> UsageError:
    """The error of a key that is no column."""
    return UsageError(f"表中没有名为“{key}”的列，请核对 key", f"no column is called `{key}`; look at key=")


def _placed(found: Any, start: int, keys: Any) -> Any:
    """The findings with rows that count on, and with the keys of their rows."""
    rows = found["row"].combine_chunks()
    columns = [found[column].combine_chunks() for column in _COLUMNS]
    columns[_COLUMNS.index("row")] = compute.add(rows, pyarrow.scalar(start, rows.type))
    if keys is not None:
        columns.insert(0, keys.take(compute.subtract(rows, pyarrow.scalar(1, rows.type))))
    return pyarrow.RecordBatch.from_arrays(columns, schema=schema(key=keys is not None))
