"""The report: counts, findings as sequence and table, split, annotate, errors."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import shequ as sq

from conftest import AS_OF


@pytest.fixture
def report(volunteers: list[dict[str, Any]]) -> sq.Report:
    return sq.check(volunteers, "volunteer", as_of=AS_OF, lang="en")


def test_counts_are_exact_and_findings_bounded(volunteers: list[dict[str, Any]]) -> None:
    rows = [{"id": f"v{number}"} for number in range(50)]
    report = sq.check(rows, "volunteer", as_of=AS_OF, limit=3)
    assert report.truncated and report.counts["STR003"] == report.severities["error"] > 50
    assert len(report) == 3


def test_it_is_a_sequence(report: sq.Report) -> None:
    findings = report.findings
    assert len(findings) == len(report) == len(list(report)) > 4
    assert findings[-1] == list(report)[-1] and findings[:2] == list(report)[:2]
    with pytest.raises(IndexError):
        findings[len(findings)]
    assert repr(findings) == f"<{len(report)} findings>"


def test_a_finding_is_plain(report: sq.Report) -> None:
    finding = next(finding for finding in report if finding.rule == "STR011" or finding.pointer.count("/") > 1)
    assert pickle.loads(pickle.dumps(finding)) == finding
    assert hash(pickle.loads(pickle.dumps(finding))) == hash(finding)
    assert finding.row is not None and finding.line is None
    assert finding.loc[0] == finding.pointer.split("/")[1]
    assert isinstance(finding.params, dict)
    assert finding.rule in repr(finding)


def test_it_is_a_table_for_each_library(report: sq.Report) -> None:
    rules = [finding.rule for finding in report]
    pandas = pytest.importorskip("pandas")
    frame = report.findings.to_pandas()
    assert isinstance(frame, pandas.DataFrame) and list(frame["rule"]) == rules
    pytest.importorskip("polars")
    assert report.findings.to_polars()["rule"].to_list() == rules
    pytest.importorskip("pyarrow")
    table = report.findings.to_arrow()
    assert table["rule"].to_pylist() == rules
    assert table.column_names == list(frame.columns)
    assert table.num_rows == len(rules)


def test_split_and_annotate_rows(report: sq.Report, volunteers: list[dict[str, Any]]) -> None:
    good, bad = report.split(volunteers)
    assert len(good) + len(bad) == len(volunteers) and bad
    assert sq.check(good, "volunteer", as_of=AS_OF).ok
    assert len(bad) == report.records["volunteer"][1]
    marked = report.annotate(volunteers)
    assert [row for row, told in zip(volunteers, marked, strict=True) if told["findings"] and row not in good] == bad
    with pytest.raises(sq.UsageError, match="the table that was checked"):
        report.split(volunteers[1:])


def test_annotate_needs_all_findings(volunteers: list[dict[str, Any]]) -> None:
    rows = [{"id": f"v{number}"} for number in range(5)]
    with pytest.raises(sq.UsageError, match="limit=0"):
        sq.check(rows, "volunteer", as_of=AS_OF, limit=1).annotate(rows)


def test_errors_are_raised_on_demand(report: sq.Report, volunteers: list[dict[str, Any]]) -> None:
    with pytest.raises(sq.ValidationError) as raised:
        report.raise_for_errors()
    error = raised.value
    assert len(error.findings) == len(report)
    assert {key for entry in error.errors() for key in entry} == {"type", "loc", "msg", "ctx", "url"}
    assert pickle.loads(pickle.dumps(error)).findings == error.findings
    good, _ = report.split(volunteers)
    sq.check(good, "volunteer", as_of=AS_OF).raise_for_errors()


def test_no_personal_value_is_shown(report: sq.Report, volunteers: list[dict[str, Any]]) -> None:
    shown = [repr(report), report.to_text(), report.to_json(), report.to_html(), *map(repr, report), *map(str, report.causes)]
    with pytest.raises(sq.ValidationError) as raised:
        report.raise_for_errors()
    shown += [str(raised.value), str(raised.value.errors())]
    for row in volunteers:
        for value in (row["name"], row["identity"]["number"], row.get("phone"), row.get("email")):
            assert not value or len(value) < 4 or not any(value in text for text in shown)


def test_json_is_the_published_form(report: sq.Report) -> None:
    data = json.loads(report.to_json())
    assert data == report.to_dict()
    assert data["verdict"]["as_of"] == report.as_of == AS_OF
    assert data["counts"]["rules"] == report.counts


def test_reports_are_equal_by_what_they_say(volunteers: list[dict[str, Any]], report: sq.Report) -> None:
    again = sq.check(volunteers, "volunteer", as_of=AS_OF, threads=1)
    assert again == report and hash(again) == hash(report)
    assert again != sq.check(volunteers[:-1], "volunteer", as_of=AS_OF)


def test_a_stored_report_is_the_same(report: sq.Report, volunteers: list[dict[str, Any]]) -> None:
    again = pickle.loads(pickle.dumps(report))
    assert again == report and again.lang == report.lang and list(again) == list(report)
    assert again.to_html() == report.to_html() and again.to_text() == report.to_text()
    assert again.split(volunteers) == report.split(volunteers)
    chinese = sq.Report.from_json(report.to_json())
    assert chinese.lang == "zh" and "核查" in chinese.to_text()
    with pytest.raises(sq.UsageError, match="no whole report"):
        sq.Report.from_json("{}")


def test_html_stands_alone(report: sq.Report, tmp_path: Path) -> None:
    page = report.to_html(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text("utf-8") == page
    fragment = report._repr_html_()
    assert page.startswith("<!doctype html>") and fragment.startswith("<div")
    assert "<script" not in page and "http" not in fragment.replace("http://www.w3.org", "")
