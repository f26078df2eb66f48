"""核查一张CSV台账（列名为字段名），把网页报告、JSON报告和逐行的问题清单写入文件夹。

Checks a CSV ledger whose columns are fields; writes a report as a page and as JSON, and a list of findings by row.

    python check_table.py volunteers.csv volunteer OUT --as-of 2026-06-30

Ends with 0 where no row has an error, else 1; with 2 on wrong use.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from pathlib import Path
from typing import Any

import shequ as sq
from shequ.typing import Kind

NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


def main(arguments: list[str] | None = None) -> int:
    options = parsed(arguments)
    try:
        kind = sq.kind(options.kind)
        rows = read(options.table, kind)
        report = sq.check(rows, kind, as_of=options.as_of, limit=0, name=options.table.name)
        options.out.mkdir(parents=True, exist_ok=True)
        write(report, options.out)
    except (sq.Error, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(summary(report))
    return 0 if report.ok else 1


class Options(argparse.Namespace):
    """What stands on the command line."""

    table: Path
    kind: str
    out: Path
    as_of: str | None


def parsed(arguments: list[str] | None) -> Options:
    parser = argparse.ArgumentParser(description="核查CSV台账 / checks a CSV ledger")
    parser.add_argument("table", type=Path)
    parser.add_argument("kind")
    parser.add_argument("out", type=Path)
    parser.add_argument("--as-of")
    return parser.parse_args(arguments, namespace=Options())


def read(path: Path, kind: Kind) -> list[dict[str, object]]:
    """The rows as records. Empty cells are absent, `identity.number` is a part of a field, `a|b` a list."""
    types = sq.schema(kind)["properties"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [record(row, types) for row in csv.DictReader(file)]


def record(row: dict[str, str], types: dict[str, Any]) -> dict[str, object]:
    out: dict[str, object] = {}
    for name, cell in row.items():
        if not cell:
            continue
        field, _, part = name.partition(".")
        type_ = types.get(field, {})
        if part:
            type_ = type_.get("properties", {}).get(part, {})
            inner = out.setdefault(field, {})
            assert isinstance(inner, dict)
            inner[part] = value(cell, type_)
        else:
            out[field] = value(cell, type_)
    return out


def value(cell: str, type_: dict[str, Any]) -> object:
    """What a cell holds; a number that is none stays text, and the report says so."""
    # `"array"`, or `["array", "null"]` where the field may be left out
    types = str(type_.get("type"))
    if "array" in types:
        return cell.split("|")
    if ("number" in types or "integer" in types) and NUMBER.fullmatch(cell):
        return float(cell) if "." in cell else int(cell)
    return cell


def write(report: sq.Report, out: Path) -> None:
    """The report as a page and as JSON, and findings by row for those who filled the ledger in."""
    report.to_html(out / "report.html")
    (out / "report.json").write_text(report.to_json(), encoding="utf-8")
    with (out / "findings.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["行", "记录标识", "字段", "规则", "问题", "办法"])
        for finding in report:
            field = finding.field or finding.pointer
            place = finding.row or finding.line
            writer.writerow([place, finding.id, field, finding.rule, finding.message, finding.advice])


def summary(report: sq.Report) -> str:
    read = sum(count for count, _ in report.records.values())
    bad = sum(count for _, count in report.records.values())
    first = "".join(f"\n  {cause['rule']} {cause['title']}：{cause['records']}条" for cause in report.causes[:5])
    return f"共{read}条记录，{bad}条有错误{first}"


if __name__ == "__main__":
    sys.exit(main())
