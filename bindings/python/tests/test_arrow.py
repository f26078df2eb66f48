"""Record batches that are checked one by one give the findings of the whole table, in whatever holds them."""

from __future__ import annotations

import doctest
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import shequ as sq

pyarrow = pytest.importorskip("pyarrow")

from shequ.arrow import check_batches, schema  # noqa: E402

AS_OF = "2026-06-30"
PROVINCE = Path(__file__).resolve().parents[3] / "examples" / "province"


@pytest.fixture(scope="module")
def table() -> Any:
    """The volunteers of the sample dataset that are records at all, with three faults, and a number of each row."""
    rows = []
    for line in (PROVINCE / "volunteers.ndjson").read_bytes().splitlines():
        try:
            rows.append(json.loads(line))
        except ValueError:
            continue
    rows[2]["registered_on"] = "2027-01-01"
    rows[3]["identity"]["number"] = rows[3]["identity"]["number"][:-1]
    rows[40]["name"] = " 空 "
    return pyarrow.Table.from_pylist([{"number_of_row": 100 + at, **row} for at, row in enumerate(rows)])


def places(findings: Any) -> Counter[tuple[Any, ...]]:
    return Counter((row["rule"], row["id"], row["pointer"], row["row"], row["message_zh"]) for row in findings.to_pylist())


def gathered(batches: Any, *, key: bool = False) -> Any:
    return pyarrow.Table.from_batches(batches, schema=schema(key=key))


def test_batches_give_what_the_table_gives(table: Any) -> None:
    table = table.drop_columns(["number_of_row"])
    whole = sq.check(table, "volunteer", as_of=AS_OF).findings.to_arrow()
    assert whole.num_rows > 4
    assert whole.schema == schema()
    for size in (1, 7, 1000):
        batches = list(check_batches(table.to_batches(max_chunksize=size), "volunteer", as_of=AS_OF))
        assert all(batch.num_rows for batch in batches)
        assert places(gathered(batches)) == places(whole), size
    assert gathered(check_batches(table, "志愿者", as_of=AS_OF, name="台账"))["file"][0].as_py() == "台账"


def test_a_key_names_the_row(table: Any) -> None:
    found = gathered(
        check_batches(table.to_batches(max_chunksize=5), "volunteer", as_of=AS_OF, key="number_of_row"), key=True
    )
    assert found.num_rows > 4
    # what is no field is not checked
    assert "STR004" not in found["rule"].to_pylist()
    assert [int(key) - 99 for key in found["key"].to_pylist()] == found["row"].to_pylist()
    by_id = gathered(check_batches(table, "volunteer", as_of=AS_OF, key="id"), key=True)
    ids = table["id"].to_pylist()
    assert [ids[row - 1] for row in by_id["row"].to_pylist()] == by_id["key"].to_pylist()
    # what is a field is checked
    assert by_id["rule"].to_pylist().count("STR003") == found["rule"].to_pylist().count("STR003")


def test_one_finding_for_many_stands_in_each_batch() -> None:
    rows = [{"id": f"v{at}", "service_categories": ["6101"]} for at in range(6)]
    table = pyarrow.Table.from_pylist(rows)
    found = gathered(check_batches(table.to_batches(max_chunksize=2), "volunteer", as_of=AS_OF, select="STR013"))
    assert found["count"].to_pylist() == [2, 2, 2]
    (once,) = sq.check(table, "volunteer", as_of=AS_OF, select="STR013")
    assert once.count == 6


def test_examples() -> None:
    from shequ import arrow

    assert doctest.testmod(arrow).attempted > 3 and not doctest.testmod(arrow).failed


def test_wrong_use_is_said_before_the_first_batch(table: Any) -> None:
    with pytest.raises(sq.UsageError, match="没有名为“nobody”的记录类型"):
        check_batches(table, "nobody")
    with pytest.raises(sq.KeywordError, match="as_of"):
        check_batches(table, "volunteer", as_off=AS_OF)
    with pytest.raises(sq.UsageError, match="请核对 key"):
        list(check_batches(table, "volunteer", key="nothing"))


def test_duckdb_reads_findings_as_they_come(table: Any) -> None:
    duckdb = pytest.importorskip("duckdb")
    table = table.drop_columns(["number_of_row"])
    # a connection runs one query at a time, so that what reads findings is another
    reader = duckdb.connect().from_arrow(table).to_arrow_reader(10)
    findings = pyarrow.RecordBatchReader.from_batches(schema(), check_batches(reader, "volunteer", as_of=AS_OF))
    counts = duckdb.sql("select rule, count(*) from findings group by rule").fetchall()
    assert dict(counts) == sq.check(table, "volunteer", as_of=AS_OF).counts


def test_dask_checks_partitions(table: Any) -> None:
    pytest.importorskip("dask.dataframe")
    import dask
    import dask.dataframe
    import pandas

    frame = pandas.DataFrame(table.drop_columns(["number_of_row"]).to_pylist())

    def check(part: pandas.DataFrame) -> pandas.DataFrame:
        return sq.check(part, "volunteer", as_of=AS_OF, limit=0).findings.to_pandas()

    with dask.config.set({"dataframe.convert-string": False, "scheduler": "synchronous"}):
        parts = dask.dataframe.from_pandas(frame, npartitions=3)
        assert parts.npartitions == 3
        found = parts.map_partitions(check, meta=check(frame.iloc[:0])).compute()
    assert found["rule"].value_counts().to_dict() == sq.check(frame, "volunteer", as_of=AS_OF).counts


def test_ray_checks_blocks(table: Any) -> None:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    table = table.drop_columns(["number_of_row"])

    def check(block: Any) -> Any:
        return pyarrow.Table.from_batches(check_batches(block, "volunteer", as_of=AS_OF, threads=1), schema=schema())

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        blocks = ray.data.from_arrow([table.slice(0, 20), table.slice(20)])
        found = pyarrow.concat_tables(ray.get(blocks.map_batches(check, batch_format="pyarrow").to_arrow_refs()))
    finally:
        ray.shutdown()
    assert Counter(found["rule"].to_pylist()) == sq.check(table, "volunteer", as_of=AS_OF).counts
