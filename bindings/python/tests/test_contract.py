"""What a pipeline relies on: tables of fixed types, the table that was checked, thresholds, comparisons, settings."""

from __future__ import annotations

import asyncio
import copy
import inspect
import io
import pickle
from typing import Any

import pytest

import shequ as sq

from conftest import AS_OF

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

ROWS = [{"id": f"c{at}", "code": "370102007010" if at % 2 else "1"} for at in range(6)]
OTHER = [{**row, "id": f"d{at}"} for at, row in enumerate(ROWS)]


def checked(table: Any, **options: Any) -> sq.Report:
    return sq.check(table, "community", **{"as_of": AS_OF, "lang": "en", **options})


TABLES = {
    "list": list,
    "pandas": pandas.DataFrame,
    "pandas with ids as index": lambda rows: pandas.DataFrame(rows).set_index("id"),
    "polars": polars.DataFrame,
    "pyarrow": pyarrow.Table.from_pylist,
    "duckdb": lambda rows: duckdb.from_arrow(pyarrow.Table.from_pylist(rows)),
}


def kinds_of_tables() -> dict[str, tuple[Any, Any]]:
    full, empty = checked(ROWS), checked([])
    return {
        "findings": (full.findings, empty.findings),
        "causes": (full.causes, empty.causes),
        "comparison": (full.compare(empty), empty.compare(empty)),
        "ids": (sq.ids.resident_id.check(["11010519491231002X", None]), sq.ids.resident_id.check([])),
        "rules": (sq.rules(), sq.rules()),
    }


@pytest.mark.parametrize("name", kinds_of_tables())
def test_tables_have_fixed_types_also_without_rows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    full, empty = kinds_of_tables()[name]
    assert len(full) == full.to_arrow().num_rows > 0 and empty
    assert full.to_arrow().schema == empty.to_arrow().schema
    assert full.to_polars().schema == empty.to_polars().schema
    assert full.to_pandas().dtypes.to_dict() == empty.to_pandas().dtypes.to_dict()
    assert list(full.to_dict()) == full.to_arrow().column_names
    page = full._repr_html_()
    assert page.count("<tr>") > 1 and "<script" not in page and empty._repr_html_().startswith("<")
    # without pyarrow the frame is the same
    by_arrow = full.to_pandas()
    monkeypatch.setattr("shequ._table.has", lambda name: False)
    pandas.testing.assert_frame_equal(full.to_pandas(), by_arrow)


def test_the_columns_of_findings_stand_once() -> None:
    from shequ import arrow

    assert arrow.schema() == checked(ROWS).findings.to_arrow().schema
    assert arrow.schema(key=True).names == ["key", *arrow.schema().names]


def test_cells_of_a_notebook_are_escaped() -> None:
    assert "<b>" not in checked([{"<b>": 1}]).findings._repr_html_()


@pytest.mark.parametrize("name", TABLES)
def test_a_report_knows_its_table(name: str) -> None:
    make = TABLES[name]
    table, report = make(ROWS), checked(make(ROWS))
    for same in (table, make(copy.deepcopy(ROWS))):
        good, bad = pickle.loads(pickle.dumps(report)).split(same)
        assert type(good) is type(bad) is type(table) and len(good) + len(bad) == len(ROWS)
        report.annotate(same)
    for other in (OTHER, ROWS[::-1], ROWS[:-1], [{**row, "id": None} for row in ROWS]):
        for use in (report.split, report.annotate):
            with pytest.raises(sq.UsageError, match="same order"):
                use(make(other))


@pytest.mark.parametrize("name", TABLES)
def test_annotate_overwrites_nothing_by_itself(name: str) -> None:
    rows = [{**row, "findings": "mine"} for row in ROWS]
    table = TABLES[name](rows)
    report = checked(table)
    with pytest.raises(sq.UsageError, match="overwrite=True"):
        report.annotate(table)
    marked = report.annotate(table, overwrite=True)
    texts = [row["findings"] for row in marked] if name == "list" else polars.DataFrame(marked)["findings"].to_list()
    assert len(texts) == len(rows) and all("STR003" in text for text in texts)
    assert rows[0]["findings"] == "mine"


def test_a_relation_comes_back_on_its_own_connection() -> None:
    connection = duckdb.connect()
    connection.execute("create table ledger as select 'c' || i as id from range(3) t(i)")
    relation = connection.table("ledger")
    report = checked(relation)
    _, bad = report.split(relation)
    # a table of that connection, which the one of the module does not know
    assert bad.query("bad", "select count(*) from bad join ledger using (id)").fetchall() == [(3,)]
    assert report.annotate(relation).query("told", "select count(*) from told join ledger using (id)").fetchall() == [(3,)]


def test_errors_are_grouped_by_cause() -> None:
    rows = [{"id": f"c{at}"} for at in range(2000)]
    with pytest.raises(sq.ValidationError) as raised:
        checked(rows).raise_for_errors()
    lines = str(raised.value).splitlines()
    assert len(lines) < 15 and "2,000 of 2,000 records" in lines[0]
    assert any("2,000 records, first row 1, row 2, row 3" in line for line in lines[1:])
    again = pickle.loads(pickle.dumps(raised.value))
    assert str(again) == str(raised.value) and again.report == raised.value.report


@pytest.mark.parametrize(
    ("thresholds", "passes"),
    [
        ({"error": 0.5}, True),
        ({"error": 0.49}, False),
        ({"error": 3}, True),
        ({"error": 2}, False),
        ({"error": 1.0, "STR": 0}, False),
        ({"STR005": 0}, True),
        ({"warning": 0, "info": 0}, True),
        ({}, True),
    ],
)
def test_thresholds(thresholds: dict[str, float], passes: bool) -> None:
    whole = dict(sq.gen(communities=1, volunteers_per_community=5).records("community")[0])
    rows = [{**whole, "id": f"c{at}"} if at < 3 else {key: whole[key] for key in whole if key != "name"} for at in range(6)]
    report = checked(rows)
    assert (report.read, report.bad) == (6, 3)
    if passes:
        report.raise_for_errors(thresholds)
    else:
        with pytest.raises(sq.ValidationError, match="3 of 6"):
            report.raise_for_errors(thresholds)


@pytest.mark.parametrize("wrong", [{"error": 1.5}, {"error": -1}, {"error": True}, {"eror": 0}, {"error": "1%"}, 0.01, {5: 1}])
def test_thresholds_that_are_none(wrong: Any) -> None:
    with pytest.raises(sq.UsageError, match="thresholds"):
        checked(ROWS).raise_for_errors(wrong)


def test_what_is_incomplete_passes_no_threshold() -> None:
    report = checked(b"\x1f\x8bxx", errors="report")
    assert not report.complete
    with pytest.raises(sq.ValidationError, match="to its end"):
        report.raise_for_errors({"error": 1.0})


def test_reports_are_compared() -> None:
    old = checked([{"id": "c1"}, {"id": "c2"}, {"id": "c3", "nmae": 1}])
    new = checked([{"id": "c1", "name": "青榆社区"}, {"id": "c2", "status": "x"}, {"id": "c3", "status": "x"}])
    compared = new.compare(sq.Report.from_json(old.to_json()))
    of = lambda changes: {(change.rule, change.field, change.before, change.after) for change in changes}  # noqa: E731
    assert of(compared.new) == {("STR005", "/status", 0, 2)}
    assert of(compared.gone) == {("STR004", "/nmae", 1, 0)}
    assert of(compared.better) == {("STR003", "/name", 3, 2), ("STR003", "/status", 3, 1)}
    assert not compared.worse and compared.before == compared.after == (3, 3)
    assert [change.before - change.after for change in compared] == sorted(change.before - change.after for change in compared)
    with pytest.raises(sq.UsageError, match="another report"):
        new.compare({})  # type: ignore[arg-type]


def test_settings_hold_where_nothing_is_given() -> None:
    with sq.settings(as_of="2026-06-30", lang="en"):
        report = sq.check([{"id": "c1"}], "community")
        assert (report.as_of, report.lang) == ("2026-06-30", "en")
        with sq.settings(lang="zh"):
            inner = sq.check([{"id": "c1"}], "community")
            assert (inner.as_of, inner.lang) == ("2026-06-30", "zh")
        assert sq.check([], "community", lang="zh", as_of="2026-01-01").as_of == "2026-01-01"
        with pytest.raises(sq.ValidationError) as raised:
            sq.Point(longitude=1)
        assert raised.value.findings[0].message == raised.value.findings[0].message_en
        assert sq.rules().lang == sq.explain("IDN001").lang == "en"
    assert sq.check([], "community").lang == "zh"
    for wrong in ({"lang": "fr"}, {"as_of": "30.6.2026"}, {"as_of": 5}):
        with pytest.raises(sq.UsageError):
            sq.settings(**wrong)


def test_tasks_have_their_own_settings() -> None:
    async def languages(lang: Any) -> list[str]:
        with sq.settings(lang=lang):
            await asyncio.sleep(0.01)
            return [sq.check([], "community").lang]

    async def both() -> list[list[str]]:
        return await asyncio.gather(languages("en"), languages("zh"))

    assert asyncio.run(both()) == [["en"], ["zh"]]


def test_columns_of_identifiers_are_parsed_and_masked() -> None:
    numbers = ["13812345678", None, "010-12345678"]
    expected = [None if number is None else sq.ids.phone.mask(number) for number in numbers]
    columns = {
        "list": numbers,
        "pandas": pandas.Series(numbers, index=[5, 6, 7], name="phone"),
        "polars": polars.Series("phone", numbers),
        "pyarrow": pyarrow.array(numbers),
        "chunks": pyarrow.chunked_array([numbers[:1], numbers[1:]]),
        "category": pandas.Series(numbers, dtype="category"),
    }
    for name, column in columns.items():
        masked = sq.ids.phone.mask(column)
        assert type(masked) is type(column), name
        values = masked.to_pylist() if hasattr(masked, "to_pylist") else list(masked)
        assert [value if isinstance(value, str) else None for value in values] == expected, name
        phones = sq.ids.phone.parse(column)
        assert [phone and phone.value for phone in phones] == numbers, name
    assert list(sq.ids.phone.mask(columns["pandas"]).index) == [5, 6, 7]
    assert sq.ids.phone.parse(["1", None], errors="none") == [None, None]
    with pytest.raises(sq.IdError, match="row 2: "):
        sq.ids.phone.parse(["13812345678", "1"])
    with pytest.raises(sq.UsageError, match="row 1: "):
        sq.ids.phone.parse([13812345678])  # type: ignore[list-item]


def test_urls_are_opened_by_fsspec() -> None:
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://ledger/communities.ndjson", "wb") as file:
        file.write(b'{"id":"c1"}\n')
    report = sq.check("memory://ledger/communities.ndjson", as_of=AS_OF)
    assert report.records == {"community": (1, 1)} and report[0].file == "memory://ledger/communities.ndjson"
    for url in ("memory://ledger/none.ndjson", "nowhere://x/communities.ndjson"):
        with pytest.raises(sq.ReadError) as raised:
            sq.check(url, "community")
        assert url not in str(raised.value)


def test_an_archive_is_read_from_a_path_and_named_in_bytes(tmp_path: Any) -> None:
    import zipfile

    path = tmp_path / "communities.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("communities.ndjson", '{"id":"c1"}')
    assert checked(path).records == {"community": (1, 1)}
    for data in (path.read_bytes(), io.BytesIO(path.read_bytes())):
        with pytest.raises(sq.ReadError, match="an archive"):
            checked(data)


def test_help_reads_well() -> None:
    import pydoc

    shown = pydoc.plain(pydoc.render_doc(sq.check)).splitlines()[2]
    assert shown.startswith("check(data: 'Any', kind: 'AnyKind | None' = None, *,") and "unknown" not in shown
    assert list(inspect.signature(sq.Report.annotate).parameters) == ["self", "table", "column", "overwrite"]
    for function in (sq.check, sq.gen, sq.rules, sq.schema, sq.Volunteer.from_json, sq.ids.phone.check):
        with pytest.raises(sq.KeywordError, match="nonsense"):
            function(nonsense=1)  # type: ignore[operator]
