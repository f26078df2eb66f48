"""A DataFrame of PySpark gives, with any number of partitions, the findings that the file gives."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import which
from typing import Any

import pytest

import shequ as sq

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")
if not (which("java") or "JAVA_HOME" in os.environ):
    pytest.skip("Spark needs Java", allow_module_level=True)

from shequ import spark  # noqa: E402

AS_OF = "2026-06-30"
PROVINCE = Path(__file__).resolve().parents[3] / "examples" / "province"
#: What a reader of Spark cannot hand on: lines that are no records, one key twice, a column of two types.
UNREAD = ("STR001", "STR002", "STR014", "STR015")


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "100",
    }
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated dataset with many faults."""
    folder = tmp_path_factory.mktemp("spark") / "province"
    command = [sys.executable, "-m", "shequ", "gen", "--as-of", AS_OF, "--out", str(folder), "--defects", "0.1"]
    command += ["--communities", "2", "--volunteers-per-community", "200"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def readable(path: Path, folder: Path) -> Path:
    """The file without the lines that a reader of Spark cannot hand on."""
    lines = path.read_bytes().splitlines(keepends=True)
    left_out = {finding.line for finding in sq.check(path, as_of=AS_OF, limit=0) if finding.rule in UNREAD}
    copy = folder / path.name
    copy.write_bytes(b"".join(line for number, line in enumerate(lines, 1) if number not in left_out))
    return copy


@pytest.mark.parametrize("kind", ["volunteer", "service_record"])
@pytest.mark.parametrize("partitions", [1, 5])
def test_findings_are_those_of_the_file(
    kind: str, partitions: int, session: Any, generated: Path, tmp_path: Path
) -> None:
    for folder in (PROVINCE, generated):
        path = readable(folder / f"{kind}s.ndjson", tmp_path)
        report = sq.check(path, as_of=AS_OF, limit=0)
        df = session.read.json(str(path)).repartition(partitions)
        found = spark.check(df, kind, as_of=AS_OF).collect()
        assert Counter(
            (row.rule, row.name, row.severity, row.kind, row.id, row.pointer, row["count"], row.message_zh, row.url)
            for row in found
        ) == Counter(
            (each.rule, each.name, each.severity, each.kind, each.id, each.pointer, each.count, each.message, each.url)
            for each in report
        )
        assert len({row.file for row in found}) <= partitions
    # the generated one has many faults, so that each partition has some
    assert len(found) > 20 and len({row.file for row in found}) == partitions


def test_counts_are_those_of_the_report(session: Any, generated: Path, tmp_path: Path) -> None:
    path = readable(generated / "volunteers.ndjson", tmp_path)
    findings = spark.check(session.read.json(str(path)).repartition(3), "志愿者", as_of=AS_OF, lang="en")
    counted = {row.rule: row.findings for row in spark.counts(findings).collect()}
    assert counted == sq.check(path, as_of=AS_OF).counts
    assert len(counted) > 10


def test_a_finding_for_many_adds_up(session: Any) -> None:
    df = session.createDataFrame([(f"v{at}", ["6101"]) for at in range(12)], "id string, service_categories array<string>")
    findings = spark.check(df.repartition(4), "volunteer", as_of=AS_OF, select="STR013")
    assert findings.count() > 1
    (row,) = spark.counts(findings).collect()
    assert (row.rule, row.severity, row.findings) == ("STR013", "info", 12)


def test_file_row_and_key_name_the_row(session: Any) -> None:
    rows = [(at, f"v{at}", "1" if at % 3 else "7") for at in range(300)]
    df = session.createDataFrame(rows, "line long, id string, sex string").coalesce(1)
    found = spark.check(df, "volunteer", as_of=AS_OF, key="line", select=["STR004", "STR005"], name="分区").collect()
    # three batches of a hundred, whose rows count on
    assert [(row.file, row.row, row.key) for row in found] == [
        ("分区 0", at + 1, str(at)) for at in range(300) if at % 3 == 0
    ]


def test_executors_are_told_the_day(session: Any) -> None:
    ends = ("2026-06-30T12:00:00+08:00", "2026-07-02T12:00:00+08:00", "2999-01-01T12:00:00+08:00")
    df = session.createDataFrame(list(zip("abc", ends, strict=True)), "id string, ends_at string").repartition(3)

    def late(**options: Any) -> list[Any]:
        return spark.check(df, "service_record", select="VOL018", **options).collect()

    assert {row.id for row in late(as_of=date(2026, 7, 1))} == {"b", "c"}
    assert {row.id for row in late(as_of="2026-07-03")} == {"c"}
    # not given, it is the day of the driver
    assert sq.Checker().as_of in [row.message_zh for row in late() if row.id == "c"][0]


def test_wrong_use_is_said_on_the_driver(session: Any) -> None:
    df = session.createDataFrame([("v1",)], "id string")
    with pytest.raises(sq.UsageError, match="没有名为“nobody”的记录类型"):
        spark.check(df, "nobody")
    with pytest.raises(sq.UsageError, match="请核对 key"):
        spark.check(df, "volunteer", key="line")
    with pytest.raises(sq.KeywordError, match="as_of"):
        spark.check(df, "volunteer", as_off=AS_OF)
