"""Checking a PySpark DataFrame where it lies: each executor checks its partitions, findings are a DataFrame.

    from shequ import spark

    findings = spark.check(df, "volunteer", as_of="2026-06-30", key="id").cache()
    spark.counts(findings).show()

The package and pyarrow must be installed on the executors; their version must be that of the driver.
"""

from __future__ import annotations

from functools import partial

from . import _check, _kinds, _native
from ._optional import optional
from .arrow import check_batches, no_column, schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

#: The columns of findings; Spark has no unsigned numbers.
_SCHEMA = (
    "rule string, name string, severity string, kind string, id string, pointer string, file string, "
    "line bigint, row bigint, count bigint, message_zh string, message_en string, "
    "advice_zh string, advice_en string, url string"
)


def check(
    df: Any,
    kind: str | type,
    *,
    key: str | None = None,
    name: str = "partition",
    limit: int = 0,
    threads: int = 1,
    **options: Any,
) -> Any:
    """The findings of a `pyspark.sql.DataFrame` as a DataFrame; Spark checks once it is asked for them.

    :param df: columns are fields as in :func:`shequ.check`: by name, by dotted name, or structs.
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
    for option in ("select", "ignore"):
        if not isinstance(options.get(option, ""), str):
            options[option] = list(options[option])
    # what cannot be is refused here, not on an executor
    options["as_of"] = _check.Checker(limit=limit, threads=threads, **options).as_of
    kind = _native.kind_of(_kinds.name(kind))
    if key is not None and key not in df.columns:
        raise no_column(key)
    work = partial(_check_partition, kind=kind, key=key, name=name, limit=limit, threads=threads, options=options)
    return df.mapInArrow(work, _SCHEMA if key is None else f"key string, {_SCHEMA}")


def counts(findings: Any) -> Any:
    """Of a DataFrame of findings, how many there are of each rule: rule, name, severity, kind and findings.

    The numbers do not depend on partitions: a finding that stands for many records counts as so many. They are
    those of :attr:`~shequ.Report.counts`, but for STR013, of which that counts the values.

    Spark checks again for each such question, unless the findings are kept by ``cache()`` or written first.
    """
    functions = optional("pyspark.sql.functions")
    number = functions.sum(functions.coalesce("count", functions.lit(1))).alias("findings")
    return findings.groupBy("rule", "name", "severity", "kind").agg(number).orderBy("rule", "kind")


def _check_partition(
    batches: Iterable[Any],
    *,
    kind: str,
    key: str | None,
    name: str,
    limit: int,
    threads: int,
    options: dict[str, Any],
) -> Iterator[Any]:
    """What runs on an executor."""
    task = optional("pyspark").TaskContext.get()
    place = f"{name} {task.partitionId()}" if task else name
    pyarrow = optional("pyarrow")
    signed = pyarrow.schema(
        [
            field.with_type(pyarrow.int64()) if field.type == pyarrow.uint64() else field
            for field in schema(key=key is not None)
        ]
    )
    for batch in check_batches(batches, kind, key=key, name=place, limit=limit, threads=threads, **options):
        yield batch.cast(signed)
