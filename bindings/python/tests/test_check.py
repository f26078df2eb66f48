"""What can be checked, and what is said where it cannot."""

from __future__ import annotations

import gzip
import json
import threading
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

import shequ as sq

from conftest import AS_OF

RECORD = {
    "id": "c1",
    "updated_at": "2026-06-30T09:00:00+08:00",
    "code": "370102007010",
    "name": "山师大社区",
    "kind": "urban",
    "status": "active",
}


def test_a_right_record_is_ok_in_every_form(tmp_path: Path) -> None:
    text = json.dumps(RECORD, ensure_ascii=False).encode()
    path = tmp_path / "communities.ndjson"
    path.write_bytes(text)
    packed = tmp_path / "社区.json.gz"
    # another community: files that are checked together are one dataset
    packed.write_bytes(gzip.compress(json.dumps({**RECORD, "id": "c2", "code": "370102007011"}).encode()))
    for data in (text, bytearray(text), memoryview(text), RECORD, [RECORD], (RECORD,), iter([RECORD])):
        report = sq.check(data, "community", as_of=AS_OF)
        assert report.ok and len(report) == 0 and report.records == {"community": (1, 0)}
    for paths in (path, str(path), packed, [path, packed], tmp_path):
        assert sq.check(paths, as_of=AS_OF).ok


def test_values_of_python_are_written_as_the_standard_writes_them() -> None:
    moment = datetime(2026, 6, 30, 9, 0, tzinfo=timezone(timedelta(hours=8)))
    record = {**RECORD, "updated_at": moment, "established_on": date(2000, 2, 29)}
    record["location"] = {"longitude": Decimal("117.05"), "latitude": 36.66}
    report = sq.check(record, "community", as_of=AS_OF)
    assert report.ok, list(report)
    absent = {**RECORD, "established_on": float("nan"), "source": None}
    assert sq.check(absent, "community", as_of=AS_OF).ok


def test_a_decimal_of_many_digits_is_a_finding_and_no_burden() -> None:
    for degrees in (Decimal("1E99999999"), Decimal("-1E-99999999"), Decimal("117.05000000000000000000000001")):
        record = {**RECORD, "location": {"longitude": degrees, "latitude": 36.5}}
        assert sq.check(record, "community", as_of=AS_OF).records == {"community": (1, int(degrees > 1000))}


def test_numbers_and_dates_of_numpy_and_pandas() -> None:
    numpy = pytest.importorskip("numpy")
    pandas = pytest.importorskip("pandas")
    record = {
        **RECORD,
        "grid_managed": numpy.bool_(True),
        "location": {"longitude": numpy.float64(117.05), "latitude": numpy.float32(36.5)},
        "settings": numpy.array([], dtype=object),
        "established_on": pandas.Timestamp("2000-02-29"),
        "address": pandas.NA,
        "updated_at": pandas.Timestamp("2026-06-30T09:00:00+08:00"),
    }
    report = sq.check(record, "community", as_of=AS_OF)
    assert report.ok, list(report)
    assert sq.check({**RECORD, "established_on": pandas.NaT}, "community", as_of=AS_OF).ok


def test_half_a_surrogate_pair_is_a_finding() -> None:
    report = sq.check({**RECORD, "name": "社区\ud83d"}, "community", as_of=AS_OF)
    assert [finding.rule for finding in report] == ["STR001"]


def test_the_kind_is_asked_for() -> None:
    with pytest.raises(sq.UsageError, match='kind="volunteer"'):
        sq.check([RECORD])
    with pytest.raises(sq.UsageError, match="record types are community"):
        sq.check([RECORD], "person")


def test_a_wrong_keyword_names_the_right_one() -> None:
    with pytest.raises(sq.KeywordError, match="did you mean `as_of`"):
        sq.check([RECORD], "community", asof=AS_OF)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="lang"):
        sq.Checker(language="en")  # type: ignore[arg-type]


def test_wrong_options_say_what_is_right() -> None:
    for options, said in [
        ({"as_of": "2026/6/30"}, "2026-06-30"),
        ({"lang": "fr"}, '"zh" or "en"'),
        ({"profile": "zhejiang"}, "profiles"),
        ({"select": "XYZ"}, "no rule"),
        ({"ignore": "IDN001"}, "stricter"),
        ({"severity": {"COM004": "grave"}}, "takes one of error"),
        ({"parameters": {"PER007.age": 1}}, "no parameter"),
        ({"divisions": "nowhere.csv"}, "no such file"),
    ]:
        with pytest.raises(sq.Error, match=said):
            sq.check([RECORD], "community", **options)


def test_what_cannot_be_checked_is_said() -> None:
    with pytest.raises(sq.ReadError, match="no such file"):
        sq.check("nowhere.ndjson")
    with pytest.raises(sq.UsageError, match="encode"):
        sq.check('{"id": "c1"}', "community")
    with pytest.raises(sq.UsageError, match="int"):
        sq.check(7, "community")
    with pytest.raises(sq.UsageError, match="complex"):
        sq.check([{"id": 1j}], "community")
    loop: dict[str, object] = {}
    loop["self"] = loop
    # as a text that is nested without end would be
    assert "STR015" in sq.check(loop, "community").counts


def test_what_an_iterator_raises_comes_through() -> None:
    def rows():
        yield RECORD
        raise KeyError("from the caller")

    with pytest.raises(KeyError, match="from the caller"):
        sq.check(rows(), "community")


def test_settings_change_the_verdict() -> None:
    record = {**RECORD, "name": "山师大ＡＢ社区"}
    assert [finding.rule for finding in sq.check(record, "community", as_of=AS_OF)] == ["TXT004"]
    assert len(sq.check(record, "community", as_of=AS_OF, ignore=["TXT004"])) == 0
    graver = sq.check(record, "community", as_of=AS_OF, severity={"TXT004": "error"})
    assert graver[0].severity == "error" and not graver.ok
    assert len(sq.check(record, "community", as_of=AS_OF, select="IDN,STR")) == 0


def test_a_checker_serves_several_threads() -> None:
    checker = sq.Checker(as_of=AS_OF)
    reports: list[sq.Report] = []
    work = lambda: reports.append(checker.check([RECORD] * 500, "community"))  # noqa: E731
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reports) == 4 and len(set(reports)) == 1


def test_progress_is_told_and_may_raise() -> None:
    told: list[int] = []
    rows = ([RECORD] * 60_000)
    sq.check(rows, "community", as_of=AS_OF, progress=told.append)
    assert told == sorted(told)

    def stop(_: int) -> None:
        raise InterruptedError("enough")

    with pytest.raises(InterruptedError, match="enough"):
        sq.check(iter(rows * 10), "community", as_of=AS_OF, progress=stop)


def test_what_cannot_be_read_to_its_end_raises_with_the_report_on_the_rest(tmp_path: Path) -> None:
    import pickle

    whole = gzip.compress(b'{"id": "c1"}\n' * 10_000)
    (tmp_path / "communities.ndjson.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "volunteers.ndjson").write_bytes(b'{"id": "v1"}\n')
    for data, kind in ((tmp_path, None), (whole[: len(whole) // 2], "community")):
        with pytest.raises(sq.ReadError) as raised:
            sq.check(data, kind, as_of=AS_OF)
        report = sq.check(data, kind, as_of=AS_OF, errors="report")
        assert not report.complete and not report.ok
        assert raised.value.report == report and "\u538b\u7f29" in raised.value.zh
        assert pickle.loads(pickle.dumps(raised.value)).report == report
    with pytest.raises(sq.UsageError, match='"raise" or "report"'):
        sq.check([], "community", errors="ignore")


def test_the_form_is_an_option() -> None:
    data = b'{"id": "c1"}\n{}\n'
    found = {form: sq.check(data, "community", form=form) for form in ("auto", "ndjson", "array", "record")}
    assert {form: report.counts.get("STR001", 0) for form, report in found.items()} == {"auto": 0, "ndjson": 0, "array": 1, "record": 1}
    records = {form: report.records["community"][0] for form, report in found.items()}
    assert records == {"auto": 2, "ndjson": 2, "array": 1, "record": 2}
    for form in ("xml", 5):
        with pytest.raises(sq.UsageError, match="form must be one of auto, ndjson"):
            sq.check(data, "community", form=form)
