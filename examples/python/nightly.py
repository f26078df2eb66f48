"""每日核查任务：核查当天的数据，与上一份报告对比，保存报告；错误超过限度的，任务失败，下游不再执行。

A daily task: checks the day's data, compares with the last report, keeps the report; where errors exceed what is let
pass it fails, and what comes after it does not run.

    python nightly.py province/ reports/ --as-of 2026-06-30

In Airflow `nightly` is the body of a task, `@task def check(ds=None): return nightly("province/", "reports/", as_of=ds)`;
in Dagster the body of an asset check. It needs neither. Ends with 0, with 1 where the task fails, with 2 on wrong use.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TypedDict

import shequ as sq

#: One record in a hundred may have an error; identity numbers must be right.
THRESHOLDS = {"error": 0.01, "IDN": 0}


class Outcome(TypedDict):
    """What a scheduler hands on: numbers and a path, no data."""

    read: int
    bad: int
    new: list[str]
    report: str


def nightly(source: str | Path, reports: str | Path, *, as_of: str) -> Outcome:
    """Checks what stands in a folder; the report of the day is kept before the task may fail.

    :raises shequ.ValidationError: where errors exceed the thresholds; its text says what to fix first.
    :raises shequ.ReadError: where there is nothing that can be read.
    """
    report = sq.check(source, as_of=as_of, errors="report", progress=False)
    folder = Path(reports)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{as_of}.json"
    before = sorted(other for other in folder.glob("????-??-??.json") if other.name < path.name)
    path.write_text(report.to_json(), encoding="utf-8")
    report.to_html(path.with_suffix(".html"))
    new: list[str] = []
    if before:
        compared = report.compare(sq.Report.from_json(before[-1].read_text(encoding="utf-8")))
        new = [f"{change.rule} {change.title}" for change in compared.new]
    report.raise_for_errors(THRESHOLDS)
    return {"read": report.read, "bad": report.bad, "new": new, "report": str(path)}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="每日核查 / checks the day's data")
    parser.add_argument("source")
    parser.add_argument("reports")
    parser.add_argument("--as-of", required=True)
    options = parser.parse_args(arguments)
    try:
        print(nightly(options.source, options.reports, as_of=options.as_of))
    except sq.ValidationError as error:
        print(error, file=sys.stderr)
        return 1
    except (sq.Error, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
