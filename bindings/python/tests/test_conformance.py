"""Every conformance case, as bytes and as files beside the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import shequ as sq

from conftest import ROOT

FOLDER = ROOT / "schemas" / "v1" / "conformance"


def cases() -> list[tuple[str, dict[str, Any]]]:
    """Those of one record; datasets and packages have tests of their own."""
    read = [(path.stem, json.loads(path.read_bytes())) for path in sorted(FOLDER.glob("*/*.json"))]
    return [(name, case) for name, case in read if "kind" in case]


def record_of(case: dict[str, Any]) -> bytes:
    if "text" in case:
        return case["text"].encode()
    if "bytes_hex" in case:
        return bytes.fromhex(case["bytes_hex"])
    return json.dumps(case["record"], ensure_ascii=False).encode()


def divisions_of(case: dict[str, Any], folder: Path) -> Path | None:
    rows = case.get("divisions")
    if not rows:
        return None
    keys = ("code", "name", "from", "to", "successors")
    cell = lambda value: ";".join(value) if isinstance(value, list) else value or ""  # noqa: E731
    lines = ["\t".join(keys)] + ["\t".join(cell(row.get(key)) for key in keys) for row in rows]
    path = folder / "divisions.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_there_are_cases() -> None:
    assert len(cases()) > 2000


def test_findings_are_those_of_the_case(tmp_path: Path) -> None:
    wrong = []
    for name, case in cases():
        report = sq.check(
            record_of(case), case["kind"], as_of=case["as_of"], divisions=divisions_of(case, tmp_path), threads=1
        )
        found = sorted((finding.rule, finding.pointer) for finding in report)
        if found != sorted((finding["rule"], finding["pointer"]) for finding in case["findings"]):
            wrong.append((name, found))
    assert not wrong


def test_a_record_as_a_dict_has_the_same_findings(tmp_path: Path) -> None:
    compared = 0
    for name, case in cases():
        record = case.get("record")
        if not isinstance(record, dict) or json.loads(json.dumps(record)) != record:
            continue
        options: dict[str, Any] = {"as_of": case["as_of"], "divisions": divisions_of(case, tmp_path), "threads": 1}
        whole = sq.check(record_of(case), case["kind"], **options)
        rows = sq.check(record, case["kind"], **options)
        place = lambda finding: (finding.rule, finding.pointer, finding.message, finding.count)  # noqa: E731
        assert [place(finding) for finding in rows] == [place(finding) for finding in whole], name
        compared += 1
    assert compared > 1500


@pytest.mark.parametrize("kind", sorted({case["kind"] for _, case in cases()}))
def test_the_report_is_that_of_the_command_line(kind: str, tmp_path: Path) -> None:
    days = defaultdict(list)
    for name, case in cases():
        if case["kind"] == kind and not case.get("divisions"):
            path = tmp_path / f"{name}.ndjson"
            path.write_bytes(record_of(case))
            days[case["as_of"]].append(path)
    assert days
    for day, paths in days.items():
        command = [sys.executable, "-m", "shequ", "check", *map(str, paths)]
        options = ["--kind", kind, "--as-of", day, "--format", "json"]
        printed = subprocess.run([*command, *options], capture_output=True, check=False)
        assert printed.returncode in (0, 1), printed.stderr
        told, report = json.loads(printed.stdout), sq.check(paths, kind, as_of=day).to_dict()
        # each door names its own way to an explanation
        assert told.pop("explain") == "shequ explain {rule}" and report.pop("explain") is None
        assert told == report
