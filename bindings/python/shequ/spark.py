"""Checking with PySpark where the data lie: each executor checks its partitions, findings are a DataFrame.

    from shequ import spark

    lines = session.read.text("volunteers.ndjson", lineSep="\\n")
    findings = spark.check_lines(lines, "volunteer", as_of="2026-06-30").cache()
    spark.counts(findings).show()

:func:`check_lines` checks texts of JSON as they stand, :func:`check` a DataFrame that Spark has read already.
Reading by a schema hides faults: Spark gives null for a value of another type and for a line that is no JSON, drops
fields that the schema does not name, and keeps one of two values of a key. Where the source is JSON, check its lines.

The package and pyarrow must be installed on the executors; their version must be that of the driver.
"""

from __future__ import annotations

from functools import partial

from . import _check, _kinds, _native
from ._keywords import known
from ._optional import optional
from .arrow import check_batches, check_line_batches, no_column, schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from .typing import AnyKind, Kind


def check(
    df: Any,
    kind: AnyKind,
    *,
    key: str | None = None,
    name: str = "partition",
    limit: int = 0,
    threads: int = 1,
    **options: Any,
) -> Any:
    """The findings of a `pyspark.sql.DataFrame` as a DataFrame; Spark checks once it is asked for them.

    :param df: columns are fields as in :func:`shequ.check`: by name, by dotted name, or structs. What its reader
        left out or made null nobody sees any more; see :func:`check_lines`.
    :param kind: the record type, ``"volunteer"``, ``"志愿者"`` or ``sq.Volunteer``.
    :param key: the column whose value names the row in the column `key` of the findings, as text; one that is no
        field of the record type is not checked. Take a number of the row, not a personal number.
    :param name: what stands in the column `file`, before the number of the partition.
    :param limit: findings kept of each rule in one batch of Spark, 0 for all.
    :param threads: how many threads check one partition; Spark runs partitions side by side.
    :param options: as :class:`~shequ.Checker` has them. `as_of` is fixed here and now where it is not given, so
        that all partitions agree; a path in `divisions` must be one that executors can read.
    :return: the columns of :class:`~shequ.Findings`, before them `key` where asked for. The rows of a table in
        Spark have no numbers: `file` names the partition, `row` counts within it, from 1, in the order in which
        Spark reads it. Both change when Spark distributes the rows anew, `id` and `key` do not.
    :raises UsageError: where the record type, the key or an option cannot be what it is.

    What a report says once for many records (STR013) is said once in each batch; its `count` adds up.
    """
    known, options = _fixed(kind, limit, threads, options)
    names: list[str] = list(df.columns)
    if key is not None and key not in names:
        raise no_column(key)
    # Spark takes a dot in a name for a step into a struct
    plain = df.toDF(*(f"c{place}" for place in range(len(names))))
    found = partial(check_batches, kind=known, key=key, limit=limit, threads=threads, **options)
    return plain.mapInArrow(partial(_found, found, name=name, names=names, key=key is not None), _schema(key is not None))


def check_lines(
    lines: Any,
    kind: AnyKind,
    *,
    column: str | None = None,
    name: str = "partition",
    limit: int = 0,
    threads: int = 1,
    **options: Any,
) -> Any:
    """The findings of texts, each a record as JSON, as a DataFrame: those of the command line, whatever stands there.

    :param lines: a DataFrame with a column of texts or bytes, as ``session.read.text(path, lineSep="\\\\n")`` gives
        it, or, in classic Spark, an RDD of texts. Bytes that are no UTF-8 reach the check from a DataFrame.
    :param kind: the record type, ``"volunteer"``, ``"志愿者"`` or ``sq.Volunteer``.
    :param column: the column of a DataFrame; its only one, or `value`, unless given.
    :param name: what stands in the column `file`, before the number of the partition.
    :param limit: findings kept of each rule in one batch of Spark, 0 for all.
    :param threads: how many threads check one partition; Spark runs partitions side by side.
    :param options: as :class:`~shequ.Checker` has them; see :func:`check`.
    :return: the columns of :class:`~shequ.Findings`; `line` counts within the partition that `file` names.
    :raises UsageError: where the record type, the column or an option cannot be what it is.
    """
    known, options = _fixed(kind, limit, threads, options)
    if hasattr(lines, "toDF") and not hasattr(lines, "columns"):
        lines = lines.map(_one).toDF("value string")
    names: list[str] = list(lines.columns)
    name_of_texts = column or (names[0] if len(names) == 1 else "value")
    if name_of_texts not in names:
        raise no_column(name_of_texts, "column")
    quoted = name_of_texts.replace("`", "``")
    texts = lines.select(lines[f"`{quoted}`"].cast("binary").alias("value"))
    found = partial(check_line_batches, kind=known, limit=limit, threads=threads, **options)
    return texts.mapInArrow(partial(_found, found, name=name, names=["value"], key=False), _schema(False))


@known
def counts(findings: Any) -> Any:
    """Of a DataFrame of findings, how many there are of each rule: rule, name, severity, kind and findings.

    The numbers do not depend on partitions: a finding that stands for many records counts as so many. They are
    those of :attr:`~shequ.Report.counts`, but for STR013, of which that counts the values.

    Spark checks again for each such question, unless the findings are kept by ``cache()`` or written first.
    """
    functions = optional("pyspark.sql.functions")
    number = functions.sum(functions.coalesce("count", functions.lit(1))).alias("findings")
    return findings.groupBy("rule", "name", "severity", "kind").agg(number).orderBy("rule", "kind")


def _fixed(kind: AnyKind, limit: int, threads: int, options: dict[str, Any]) -> tuple[Kind, dict[str, Any]]:
    """The record type and the options as executors take them; what cannot be is refused here, not there."""
    options = dict(options)
    for option in ("select", "ignore"):
        if not isinstance(options.get(option, ""), str):
            options[option] = list(options[option])
    options["as_of"] = _check.Checker(limit=limit, threads=threads, **options).as_of
    return _native.kind_of(_kinds.name_of(kind)), options


def _one(text: Any) -> tuple[Any]:
    return (text,)


def _schema(key: bool) -> str:
    """The columns of findings as Spark names them; it has no unsigned numbers."""
    fields = [f"{field.name} {'bigint' if str(field.type) == 'uint64' else 'string'}" for field in schema(key=key)]
    return ", ".join(fields)


def _found(
    check: Callable[..., Iterator[Any]], batches: Iterable[Any], *, name: str, names: list[str], key: bool
) -> Iterator[Any]:
    """What runs on an executor."""
    task = optional("pyspark").TaskContext.get()
    place = f"{name} {task.partitionId()}" if task else name
    pyarrow = optional("pyarrow")
    signed = pyarrow.schema(
        [
            field.with_type(pyarrow.int64()) if field.type == pyarrow.uint64() else field
            for field in schema(key=key)
        ]
    )
    named = (pyarrow.RecordBatch.from_arrays(batch.columns, names=names) for batch in batches)
    for batch in check(named, name=place):
        yield batch.cast(signed)
