"""The example program checks a ledger, and type checkers have nothing to say about it."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).resolve().parents[3] / "examples" / "python" / "check_table.py"
ROWS = [
    ["id", "name", "identity.type", "identity.number", "total_hours", "service_categories"],
    ["v1", "王芳", "resident_id", "37010219900307000X", "12.5", "0001|0006"],
    ["v2", "王芳 ", "resident_id", "3.70102E+17", "12小时", "0001"],
]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROGRAM), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_what_it_writes(tmp_path: Path) -> None:
    table, out = tmp_path / "ledger.csv", tmp_path / "out"
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(ROWS)
    done = run(str(table), "volunteer", str(out), "--as-of", "2026-06-30")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("共2条记录，2条有错误\n")
    found = list(csv.reader((out / "findings.csv").open(encoding="utf-8-sig", newline="")))
    of_second = {(row[2], row[3]) for row in found if row[0] == "2"}
    assert {("姓名", "STR006"), ("证件号码", "IDN016"), ("累计服务时长", "STR002")} <= of_second
    # numbers and lists are what the schema says
    assert not {"累计服务时长", "服务类别"} & {row[2] for row in found if row[0] == "1"}
    assert (out / "report.html").read_text("utf-8").startswith("<!doctype html>")
    assert json.loads((out / "report.json").read_text("utf-8"))["findings"]


def test_wrong_use(tmp_path: Path) -> None:
    done = run(str(tmp_path / "none.csv"), "volunteer", str(tmp_path))
    assert done.returncode == 2 and "none.csv" in done.stderr
    table = tmp_path / "ledger.csv"
    table.write_text("id\nv1\n", "utf-8")
    done = run(str(table), "nobody", str(tmp_path))
    assert done.returncode == 2 and "nobody" in done.stderr


@pytest.mark.parametrize("command", [["mypy", "--strict"], ["pyright"]], ids=["mypy", "pyright"])
def test_types(command: list[str]) -> None:
    pytest.importorskip(command[0])
    done = subprocess.run(
        [sys.executable, "-m", *command, str(PROGRAM)], cwd=Path(__file__).parents[1], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
