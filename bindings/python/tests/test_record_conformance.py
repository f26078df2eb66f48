"""Every conformance case as an object: refused with the findings of a check, or taken."""

from __future__ import annotations

from typing import Any

import shequ as sq

from example_records import parts, record_class
from test_conformance import cases, record_of


def place(finding: sq.Finding) -> tuple[Any, ...]:
    return finding.rule, finding.severity, finding.pointer, finding.field, finding.message, finding.params


def test_a_record_is_refused_with_the_findings_of_a_check() -> None:
    refused, taken, many = 0, 0, 0
    for name, case in cases():
        text = record_of(case)
        report = sq.check(text, case["kind"], as_of=case["as_of"], threads=1)
        read, _ = report.records[case["kind"]]
        if read != 1 or text.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"["):
            many += 1
            continue
        try:
            record = record_class(case["kind"]).from_json(text, as_of=case["as_of"])
        except sq.ValidationError as error:
            refused += 1
            assert not report.ok, name
            if [finding.rule for finding in report] == ["STR001"]:
                # of an input more can be said, as in which encoding it is
                assert [finding.rule for finding in error.findings] == ["STR001"], name
            else:
                assert list(map(place, error.findings)) == list(map(place, report)), name
            assert [found["ctx"]["rule"] for found in error.errors()] == [
                finding.rule for finding in report if finding.severity == "error"
            ], name
        else:
            taken += 1
            assert report.ok, name
            again = sq.check([record], as_of=case["as_of"])
            assert list(map(place, again)) == list(map(place, report)), name
            # every attribute can be read
            assert len([getattr(record, field) for field in type(record)._declared.fields]) > 4
    assert refused > 900 and taken > 900 and many < 100, (refused, taken, many)


def test_parts_of_a_right_record_are_right_alone() -> None:
    stood = 0
    for name, case in cases():
        text = record_of(case)
        try:
            record = record_class(case["kind"]).from_json(text, as_of=case["as_of"])
        except sq.ValidationError:
            continue
        for part in parts(record):
            stood += 1
            assert type(part).from_json(part.to_json(), as_of=case["as_of"]) == part, name
    assert stood > 1000, stood
