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


#: Lines that no reader by a schema hands on as they are.
DIRTY = (
    b'{"id":"v1","id":"v2"}',
    b'{"id":"\xff"}',
    b"",
    b"no JSON",
    b"[]",
    b'\xef\xbb\xbf{"id":"v3"}',
    b'{"id":"v4","total_hours":1e999}\r',
    b'{"id":"v5","nmae":1}',
    b'{"id":5}',
    b'{"a":' * 100 + b"1" + b"}" * 100,
    b'{"id":"v6","name":"\\ud800"}',
    b"{" * 3,
)


@pytest.fixture(scope="module")
def dirty(generated: Path) -> Path:
    """Volunteers with many faults, and lines that are worse."""
    path = generated.parent / "dirty" / "volunteers.ndjson"
    path.parent.mkdir()
    good = (generated / "volunteers.ndjson").read_bytes()
    path.write_bytes(good + b"\n".join(DIRTY) + b"\n" + b"".join(good.splitlines(keepends=True)[:150]))
    return path


def said(finding: Any) -> tuple[Any, ...]:
    return (finding.rule, finding.severity, finding.kind, finding.id, finding.pointer, finding.message_zh, finding.url)


@pytest.mark.parametrize("partitions", [1, 2, 7])
def test_lines_give_what_the_command_line_says(partitions: int, session: Any, dirty: Path) -> None:
    import json

    command = [sys.executable, "-m", "shequ", "check", str(dirty), "--as-of", AS_OF, "--format", "json", "--limit", "0"]
    printed = subprocess.run(command, capture_output=True, check=False).stdout
    report = sq.Report.from_json(printed)
    assert json.loads(printed)["counts"]["rules"] == report.counts and len(report) > 100
    assert {"STR001", "STR002", "STR003", "STR004", "STR014", "STR015"} <= report.counts.keys()
    lines = session.read.text(str(dirty), lineSep="\n")
    lines = lines.coalesce(1) if partitions == 1 else lines.repartition(partitions)
    found = spark.check_lines(lines, "volunteer", as_of=AS_OF).collect()
    single = [row for row in found if row["count"] is None]
    assert Counter(map(said, single)) == Counter(said(finding) for finding in report if finding.count is None)
    counted = Counter[str]()
    for row in found:
        counted[row.rule] += row["count"] or 1
    expected = Counter[str]()
    for finding in report:
        expected[finding.rule] += finding.count or 1
    assert counted == expected
    if partitions == 1:
        assert [row.line for row in single] == [finding.line for finding in report if finding.count is None]


def test_a_schema_hides_what_lines_show(session: Any, dirty: Path) -> None:
    from pyspark.sql.types import StringType, StructField, StructType

    lines = session.read.text(str(dirty), lineSep="\n")
    schema = StructType([StructField("id", StringType()), StructField("name", StringType())])
    by_schema = spark.check(session.read.schema(schema).json(str(dirty)), "volunteer", as_of=AS_OF)
    hidden = {"STR001", "STR004", "STR014"}
    assert not hidden & {row.rule for row in by_schema.select("rule").distinct().collect()}
    assert hidden <= {row.rule for row in spark.check_lines(lines, "volunteer", as_of=AS_OF).select("rule").distinct().collect()}


def test_texts_come_as_a_distributed_list_too(session: Any) -> None:
    found = spark.check_lines(session.sparkContext.parallelize(['{"id":"v1","sex":"7"}', "{"], 1), "volunteer", as_of=AS_OF)
    assert {("STR005", 1), ("STR001", 2)} <= {(row.rule, row.line) for row in found.collect()}
    with pytest.raises(sq.UsageError, match="look at column="):
        spark.check_lines(session.createDataFrame([("a", "b")], "a string, b string"), "volunteer")


def test_dotted_columns_are_parts(session: Any) -> None:
    rows = [("v1", "resident_id", "110105194912310021"), ("v2", "passport", None)]
    dotted = session.createDataFrame(rows, "id string, `identity.type` string, `identity.number` string")
    struct = session.createDataFrame(
        [(id, (type, number)) for id, type, number in rows], "id string, identity struct<type: string, number: string>"
    )
    found = [sorted(map(said, spark.check(df, "volunteer", as_of=AS_OF).collect())) for df in (dotted, struct)]
    assert found[0] == found[1] and "/identity/number" in {row[4] for row in found[0]}


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
