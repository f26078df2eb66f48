"""Spark Connect, in a process of its own: a process has one kind of session."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyspark")
pytest.importorskip("grpc")
pytest.importorskip("test_spark", reason="Spark needs Java", exc_type=BaseException)

PROGRAM = """
import sys
from pyspark.sql import SparkSession
import shequ as sq
from shequ import spark

session = SparkSession.builder.remote("local[2]").getOrCreate()
assert "connect" in type(session).__module__
try:
    path = sys.argv[1]
    lines = session.read.text(path, lineSep="\\n").repartition(2)
    found = spark.check_lines(lines, "volunteer", as_of="2026-06-30").collect()
    report = sq.check(path, as_of="2026-06-30", limit=0)
    said = lambda rows: sorted((row.rule, row.pointer, row.message_zh) for row in rows)
    assert len(found) > 10 and said(found) == said(report)
    df = session.createDataFrame([("v1", "7")], "id string, `identity.type` string")
    rows = spark.check(df, "volunteer", as_of="2026-06-30").collect()
    assert ("STR005", "/identity/type") in {(row.rule, row.pointer) for row in rows}, rows
    print("all is well")
finally:
    session.stop()
"""


def test_findings_are_those_of_classic_spark(tmp_path: Path) -> None:
    path = tmp_path / "volunteers.ndjson"
    path.write_text("".join('{"id":"v%d","sex":"7"}\n' % at for at in range(9)) + "{\n", "utf-8")
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    command = [sys.executable, "-c", PROGRAM, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment)
    assert "all is well" in done.stdout, done.stderr[-3000:]
