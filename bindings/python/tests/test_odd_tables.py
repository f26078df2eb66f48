"""Tables that are not ours: one verdict by every way, no bare exception, and nothing of the caller changes."""

from __future__ import annotations

import copy
import datetime
import decimal
import json
import math
import sys
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import shequ as sq
from shequ import _check, _tables

from conftest import AS_OF

numpy = pytest.importorskip("numpy")
pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

NAN, INF = math.nan, math.inf
SHANGHAI = ZoneInfo("Asia/Shanghai")
D = decimal.Decimal


def frame(**columns: Any) -> Any:
    return pandas.DataFrame({name.replace("__", "."): column for name, column in columns.items()})


#: Columns, and what stands in their rows as JSON; None is absent.
ODD: dict[str, tuple[Any, list[dict[str, Any]]]] = {
    "categories": (
        frame(sex=pandas.Categorical(["1", None, "9x"])),
        [{"sex": "1"}, {}, {"sex": "9x"}],
    ),
    "a category of nothing": (frame(id=["a", "b"], sex=pandas.Categorical([None, None])), [{"id": "a"}, {"id": "b"}]),
    "a category of numbers": (frame(total_hours=pandas.Categorical([1.5, None, -2])), [{"total_hours": 1.5}, {}, {"total_hours": -2}]),
    "all null": (frame(id=["a"], name=[None], total_hours=[NAN]), [{"id": "a"}]),
    "no rows": (frame(id=[], name=[]), []),
    "no columns": (pandas.DataFrame(index=range(2)), [{}, {}]),
    "mixed": (
        frame(total_hours=[1, "三小时", 2.5, None, True]),
        [{"total_hours": 1}, {"total_hours": "三小时"}, {"total_hours": 2.5}, {}, {"total_hours": True}],
    ),
    "infinities": (
        frame(total_hours=[INF, -INF, NAN, 1.0]),
        [{"total_hours": "1e999"}, {"total_hours": "-1e999"}, {}, {"total_hours": 1.0}],
    ),
    "infinities in mixed columns": (
        frame(total_hours=[INF, "x", D("Infinity"), D("NaN"), D("-Infinity")]),
        [{"total_hours": "1e999"}, {"total_hours": "x"}, {"total_hours": "1e999"}, {}, {"total_hours": "-1e999"}],
    ),
    "numbers that are none in lists": (
        frame(service_categories=[["0001", None], [NAN, 1], ["0001"]]),
        [{"service_categories": ["0001", None]}, {"service_categories": [None, 1]}, {"service_categories": ["0001"]}],
    ),
    "numbers that are none in dicts": (
        frame(identity=[{"type": NAN, "number": "x"}, {"type": "passport", "number": None}, NAN]),
        [{"identity": {"number": "x"}}, {"identity": {"type": "passport"}}, {}],
    ),
    "pandas NA": (
        frame(name=pandas.array(["张伟", pandas.NA], dtype="string"), total_hours=pandas.array([None, 3], dtype="Int64")),
        [{"name": "张伟"}, {"total_hours": 3}],
    ),
    "decimals": (
        frame(total_hours=[D("1.50"), D("-3"), D("1.005"), None]),
        [{"total_hours": 1.50}, {"total_hours": -3}, {"total_hours": 1.005}, {}],
    ),
    "scalars of numpy, floats among them": (
        frame(total_hours=numpy.array([numpy.float32(0.1), "x", numpy.int8(-1), numpy.bool_(True)], dtype=object)),
        [{"total_hours": 0.1}, {"total_hours": "x"}, {"total_hours": -1}, {"total_hours": True}],
    ),
    "narrow floats": (
        frame(total_hours=numpy.array([0.1, -2.5, NAN], dtype="float32")),
        [{"total_hours": 0.1}, {"total_hours": -2.5}, {}],
    ),
    "half floats": (frame(total_hours=numpy.array([0.5, -2.5], dtype="float16")), [{"total_hours": 0.5}, {"total_hours": -2.5}]),
    "arrays of numpy": (
        frame(service_categories=[numpy.array(["0001", "9999"]), numpy.array([], dtype="<U4")]),
        [{"service_categories": ["0001", "9999"]}, {"service_categories": []}],
    ),
    "moments with zones": (
        frame(updated_at=[pandas.Timestamp("2026-06-30T09:00:00", tz="Asia/Shanghai"), pandas.Timestamp("2027-01-01", tz="UTC")]),
        [{"updated_at": "2026-06-30T09:00:00+08:00"}, {"updated_at": "2027-01-01T00:00:00Z"}],
    ),
    "moments of numpy": (
        frame(birth_date=numpy.array(["1990-01-02", "NaT"], dtype="datetime64[ns]")),
        [{"birth_date": "1990-01-02"}, {}],
    ),
    "moments of numpy in mixed columns": (
        frame(birth_date=numpy.array([numpy.datetime64("1990-01-02", "ns"), "x", numpy.datetime64("NaT")], dtype=object)),
        [{"birth_date": "1990-01-02"}, {"birth_date": "x"}, {}],
    ),
    "days and local times of old": (
        frame(birth_date=[datetime.date(1990, 1, 2), "1990"], updated_at=[datetime.datetime(1890, 1, 1, tzinfo=SHANGHAI), 1]),
        [{"birth_date": "1990-01-02", "updated_at": "1889-12-31T15:54:17Z"}, {"birth_date": "1990", "updated_at": 1}],
    ),
    "dotted names": (
        frame(identity__type=["passport", None], identity__number=["E12345678", None]),
        [{"identity": {"type": "passport", "number": "E12345678"}}, {}],
    ),
    "a text where a part is expected": (frame(identity=["passport", None]), [{"identity": "passport"}, {}]),
    "texts and parts": (
        frame(identity=["passport", {"type": "passport", "number": "E1"}]),
        [{"identity": "passport"}, {"identity": {"type": "passport", "number": "E1"}}],
    ),
    "names with many dots": (frame(**{".".join("abcdefghijk"): ["x"]}), [{".".join("abcdefghijk"): "x"}]),
    "extensions": (frame(extensions__zj__grid=["1", None]), [{"extensions": {"zj.grid": "1"}}, {}]),
    "numbers that are very large": (frame(total_hours=[10**30, -(10**5000)]), [{"total_hours": 10**30}, {"total_hours": "-1e999"}]),
    "an index with a name": (frame(id=["a", "b"]).set_index(pandas.Index([7, 8], name="row")), [{"id": "a"}, {"id": "b"}]),
    "an index that is a field": (frame(id=["a", "b"], sex=["1", "x"]).set_index("id"), [{"id": "a", "sex": "1"}, {"id": "b", "sex": "x"}]),
    "an index of several levels": (
        frame(id=["a"], sex=["x"], row=[1]).set_index(["row", "id"]),
        [{"id": "a", "sex": "x"}],
    ),
    "an index with repeated names": (frame(sex=["1", "x"]).set_index(pandas.Index([0, 0])), [{"sex": "1"}, {"sex": "x"}]),
    "half a surrogate pair": (frame(name=numpy.array(["\ud800", "张伟", 1], dtype=object)), [{"name": "\ud800"}, {"name": "张伟"}, {"name": 1}]),
    "columns without a text for a name": (frame(id=["a"]).rename(columns={"id": 5}), [{"5": "a"}]),
    "texts of Arrow": (frame(name=pandas.array(["a", None], dtype="string")).astype("string[pyarrow]"), [{"name": "a"}, {}]),
    "texts that control": (frame(name=["a\u202eb", "a\x00b", "\"\\\n"]), [{"name": "a\u202eb"}, {"name": "a\x00b"}, {"name": "\"\\\n"}]),
}


def lines(rows: list[dict[str, Any]]) -> bytes:
    """NDJSON, in which an infinite number is one beyond all limits."""
    text = "".join(json.dumps(row) + "\n" for row in rows)
    return text.replace('"1e999"', "1e999").replace('"-1e999"', "-1e999").encode()


def essence(report: sq.Report) -> list[tuple[str, str, int | None, str | None]]:
    return sorted((found.rule, found.pointer, found.row or found.line, found.id) for found in report)


def by_rows(table: Any) -> sq.Report:
    checker = sq.Checker(as_of=AS_OF)
    table = _tables.prepared(table, "volunteer")
    return checker._check_rows(_tables.rows(table), "volunteer", "table", False, "raise")


@pytest.mark.parametrize("name", ODD)
def test_one_verdict_by_every_way(name: str) -> None:
    table, rows = ODD[name]
    expected = essence(sq.check(lines(rows), "volunteer", as_of=AS_OF)) if rows else []
    before = copy.deepcopy(table)
    for way, report in (("table", sq.check(table, "volunteer", as_of=AS_OF)), ("rows", by_rows(table))):
        assert essence(report) == expected, way
        assert report.records.get("volunteer", (0, 0))[0] == len(rows), way
    sys.set_int_max_str_digits(0)
    pandas.testing.assert_frame_equal(table, before)
    assert repr(table.to_dict("list")) == repr(before.to_dict("list"))
    # rows as Python gives them, with the columns as they are; pandas makes doubles of narrow floats
    if "float" not in str(table.dtypes.tolist()) + name and not any("." in str(column) for column in table.columns) and table.index.names == [None]:
        records = table.to_dict("records")
        before = copy.deepcopy(records)
        named = [{str(key): value for key, value in record.items()} for record in records]
        assert essence(sq.check(named, "volunteer", as_of=AS_OF)) == expected
        assert repr(records) == repr(before)


REFUSED: dict[str, Callable[[], Any]] = {
    "repeated names": lambda: pandas.DataFrame([[1, 2]], columns=["id", "id"]),
    "names that are one as text": lambda: pandas.DataFrame([[1, 2]], columns=[1, "1"]),
    "several levels": lambda: pandas.DataFrame([[1, 2]], columns=pandas.MultiIndex.from_tuples([("a", "b"), ("a", "c")])),
    "a part beside its parts": lambda: frame(identity=[{"type": "x"}], identity__number=["y"]),
    "a text beside parts": lambda: frame(identity=["x"], identity__number=["y"]),
    "parts beside a part": lambda: frame(identity__number=["y"], identity=[{"type": "x"}]),
    "bytes": lambda: frame(name=[b"abc", b"\xff"]),
    "bytes among others": lambda: frame(name=[b"abc", 1]),
    "complex numbers": lambda: frame(total_hours=[1 + 2j]),
    "durations": lambda: frame(total_hours=pandas.to_timedelta([1, 2], unit="h")),
    "times": lambda: frame(name=[datetime.time(9)]),
    "objects": lambda: frame(name=[object()]),
    "repeated names of Arrow": lambda: pyarrow.table([pyarrow.array(["a"]), pyarrow.array(["b"])], names=["id", "id"]),
    "a part beside its parts in Arrow": lambda: pyarrow.table({"identity": [{"type": "x"}], "identity.number": ["y"]}),
    "bytes of Arrow": lambda: pyarrow.table({"name": [b"abc"]}),
    "a union": lambda: pyarrow.table(
        {"name": pyarrow.UnionArray.from_sparse(pyarrow.array([0], pyarrow.int8()), [pyarrow.array(["a"])])}
    ),
    "objects of polars": lambda: polars.DataFrame({"name": [object()]}),
    "durations of polars": lambda: polars.DataFrame({"name": [datetime.timedelta(1)]}),
    "a series": lambda: pandas.Series(["a"]),
    "a series of polars": lambda: polars.Series(["a"]),
    "an array of Arrow": lambda: pyarrow.chunked_array([["a"]]),
    "a number": lambda: 5,
    "names that are no text": lambda: [{5: 1}],
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_checked_is_one_error_in_both_languages(name: str) -> None:
    table = REFUSED[name]()
    with pytest.raises(sq.Error) as raised:
        sq.check(table, "volunteer", as_of=AS_OF)
    error = raised.value
    assert not isinstance(error, sq.InternalError)
    said = [any("\u4e00" <= letter <= "\u9fff" for letter in text) for text in (error.zh, error.en)]
    assert said == [True, False], error


def test_what_arrow_has_another_type_for_is_a_finding() -> None:
    periods = frame(birth_date=pandas.period_range("2026-01", periods=2, freq="M"))
    intervals = frame(total_hours=pandas.interval_range(0, 2))
    for table, pointer in ((periods, "/birth_date"), (intervals, "/total_hours")):
        report = sq.check(table, "volunteer", as_of=AS_OF)
        assert [found.row for found in report if (found.rule, found.pointer) == ("STR002", pointer)] == [1, 2]


def test_the_error_names_row_and_field_but_no_key_that_is_data() -> None:
    rows = [{"identity": {"number": "1"}}, {"identity": {"number": b"\xff"}}]
    with pytest.raises(sq.UsageError, match=r"row 2, field `identity\.number`: a value of type bytes"):
        sq.check(rows, "volunteer")
    with pytest.raises(sq.UsageError) as raised:
        sq.check([{"何文斌 110105194912310021": b""}], "volunteer")
    assert "何文斌" not in str(raised.value) and "row 1: " in raised.value.en


@pytest.mark.parametrize("levels", [63, 64, 65, 100, 5_000])
def test_nesting_is_judged_as_in_a_text(levels: int) -> None:
    value: Any = "x"
    for _ in range(levels):
        value = {"a": value}
    text = '{"a":' * levels + '"x"' + "}" * levels
    for way in (value, [value]):
        assert sq.check(way, "volunteer", as_of=AS_OF).counts == sq.check(text.encode(), "volunteer", as_of=AS_OF).counts


def test_what_holds_itself_or_never_ends_is_too_deep_or_too_large() -> None:
    endless: list[Any] = []
    endless += [endless, endless]
    for value in (endless, iter(int, 1)):
        assert sq.check([{"service_categories": value}], "volunteer", as_of=AS_OF).counts == {"STR015": 1}


def test_wrong_arguments_are_usage_errors() -> None:
    record = {"id": "a"}
    cases: list[dict[str, Any]] = [
        {"limit": -1},
        {"limit": 1.5},
        {"limit": "a"},
        {"threads": 0},
        {"threads": 2.0},
        {"as_of": 5},
        {"as_of": "30.6.2026"},
        {"as_of": numpy.datetime64("2026-06-30")},
        {"lang": "fr"},
        {"lang": ["zh"]},
        {"select": 5},
        {"select": [5]},
        {"severity": "COM004"},
        {"severity": {"COM004": 5}},
        {"parameters": {"PER007.max_age": "alt"}},
        {"kind": 5},
        {"kind": dict},
        {"kind": "volunter"},
    ]
    for case in cases:
        arguments = {"kind": "volunteer", "as_of": AS_OF} | case
        with pytest.raises(sq.UsageError) as raised:
            sq.check(record, **arguments)
        assert raised.value.zh != raised.value.en, case
    assert len(sq.check(record, "volunteer", as_of=AS_OF, limit=numpy.int64(1))) == 1


def test_open_files_are_read(tmp_path: Any) -> None:
    import io

    data = b'{"id":"v1"}\n'
    expected = essence(sq.check(data, "volunteer", as_of=AS_OF))
    path = tmp_path / "records.ndjson"
    path.write_bytes(data)
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        for file in (io.BytesIO(data), io.StringIO(data.decode()), binary, text):
            assert essence(sq.check(file, "volunteer", as_of=AS_OF)) == expected


def test_no_panic_gets_through(capfd: pytest.CaptureFixture[str]) -> None:
    from shequ import _native

    for in_thread in (False, True):
        with pytest.raises(sq.InternalError, match=r"guard\.rs:[0-9]+") as raised:
            _native.panic_on_purpose(in_thread)
        assert isinstance(raised.value, sq.Error) and "1101051949" not in str(raised.value)
    assert capfd.readouterr() == ("", "")


def test_columns_of_nothing_are_columns_of_identifiers() -> None:
    empty = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([None, None], pyarrow.int8()), pyarrow.array([], pyarrow.string())
    )
    columns = [
        pandas.Series(pandas.Categorical([None, None])),
        pandas.Series([None, None]),
        polars.Series([None, None], dtype=polars.Categorical),
        polars.Series([None, None]),
        empty,
        pyarrow.nulls(2),
        pyarrow.nulls(2, pyarrow.string_view()),
        pandas.Series([NAN, NAN]),
        polars.Series([None, None], dtype=polars.Int64),
    ]
    for column in columns:
        assert sq.ids.phone.check(column).counts == {"valid": 0, "warning": 0, "invalid": 0, "absent": 2}
