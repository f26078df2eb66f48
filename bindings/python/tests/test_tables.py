"""One dataset as rows and as the tables of each library gives one report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import shequ as sq

from conftest import AS_OF

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

Rows = list[dict[str, Any]]


def reports(tables: dict[str, Any], **options: Any) -> dict[str, sq.Report]:
    return {
        name: sq.check(table, "volunteer", as_of=AS_OF, name="台账", **options) for name, table in tables.items()
    }


@pytest.fixture(scope="module")
def tables(volunteers: Rows, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    frame = pandas.DataFrame(volunteers)
    path = tmp_path_factory.mktemp("tables") / "volunteers.ndjson"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in volunteers), "utf-8")
    return {
        "rows": volunteers,
        "pandas": frame,
        "polars": polars.DataFrame(volunteers, infer_schema_length=None),
        "pyarrow": pyarrow.Table.from_pandas(frame),
        "duckdb": duckdb.from_arrow(pyarrow.Table.from_pandas(frame)),
        "duckdb json": duckdb.sql(f"select * from read_json('{path}')"),
        "reader": frame.to_dict("records"),
    }


def test_they_give_one_report(tables: dict[str, Any]) -> None:
    found = reports(tables)
    assert len(found["rows"]) > 4
    for name, report in found.items():
        assert report == found["rows"], name


def test_the_report_is_that_of_the_file(tables: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "volunteers.ndjson"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in tables["rows"]), "utf-8")
    of = lambda report: [(finding.rule, finding.id, finding.pointer, finding.message) for finding in report]  # noqa: E731
    file = sq.check(path, as_of=AS_OF)
    assert of(file) == of(reports(tables)["polars"])
    assert [finding.line for finding in file] == [finding.row for finding in reports(tables)["polars"]]


def test_split_gives_the_type_that_came_in(tables: dict[str, Any]) -> None:
    for name in ("pandas", "polars", "pyarrow", "duckdb"):
        table = tables[name]
        report = sq.check(table, "volunteer", as_of=AS_OF)
        good, bad = report.split(table)
        assert type(good) is type(bad) is type(table), name
        assert len(bad) == report.records["volunteer"][1] and len(good) + len(bad) == len(table)
        assert sq.check(good, "volunteer", as_of=AS_OF).ok


def test_annotate_adds_a_column(tables: dict[str, Any]) -> None:
    texts = {}
    for name in ("pandas", "polars", "pyarrow", "duckdb"):
        marked = sq.check(tables[name], "volunteer", as_of=AS_OF).annotate(tables[name])
        assert type(marked) is type(tables[name])
        column = polars.DataFrame(marked)["问题"].to_list()
        texts[name] = column
        assert any(column) and not all(column)
    assert texts["pandas"] == texts["polars"] == texts["pyarrow"] == texts["duckdb"]
    assert "姓名：" in " ".join(filter(None, texts["polars"]))


def test_columns_with_dotted_names(volunteers: Rows) -> None:
    flat = [
        {f"{key}.{inner}": cell for key, part in row.items() if isinstance(part, dict) for inner, cell in part.items()}
        | {key: value for key, value in row.items() if not isinstance(value, dict)}
        for row in volunteers
    ]
    frame = pandas.DataFrame(flat)
    found = reports({"pandas": frame, "polars": polars.DataFrame(flat, infer_schema_length=None), "rows": volunteers})
    assert set(found["pandas"]) == set(found["polars"]) == set(found["rows"])


def test_dates_categories_and_lost_zeros(volunteers: Rows) -> None:
    frame = pandas.DataFrame(volunteers)
    dates = frame.assign(
        birth_date=pandas.to_datetime(frame["birth_date"], errors="coerce"),
        sex=frame["sex"].astype("category"),
        registered_on=pandas.to_datetime(frame["registered_on"]).dt.date,
    )
    assert set(sq.check(dates, "volunteer", as_of=AS_OF, name="台账")) >= set(reports({"": frame})[""])
    lost = frame.assign(ethnicity=frame["ethnicity"].astype("Int64"))
    rules = sq.check(lost, "volunteer", as_of=AS_OF).counts
    assert rules["STR002"] == frame["ethnicity"].notna().sum()


def test_a_column_of_mixed_types_is_read_by_rows(volunteers: Rows) -> None:
    frame = pandas.DataFrame(volunteers)
    frame["total_hours"] = frame["total_hours"].astype(object)
    frame.loc[0, "total_hours"] = "三小时"
    report = sq.check(frame, "volunteer", as_of=AS_OF)
    assert any(finding.rule == "STR002" and finding.row == 1 for finding in report)
    good, bad = report.split(frame)
    assert len(good) + len(bad) == len(frame)


def test_tables_that_cannot_be_checked_say_why(volunteers: Rows) -> None:
    frame = pandas.DataFrame(volunteers)
    with pytest.raises(sq.TableError, match="same name"):
        sq.check(pandas.concat([frame, frame["name"]], axis=1), "volunteer")
    with pytest.raises(sq.TableError, match="no field takes"):
        sq.check(pyarrow.table({"name": pyarrow.array([b"x"])}), "volunteer")
    with pytest.raises(sq.UsageError, match="collect"):
        sq.check(polars.LazyFrame({"id": ["c1"]}), "community")


def test_an_empty_table_is_fine() -> None:
    for table in (polars.DataFrame({"id": []}), pandas.DataFrame({"id": []}), pyarrow.table({"id": []}), []):
        report = sq.check(table, "community", as_of=AS_OF)
        assert report.ok and report.records == {"community": (0, 0)}
        good, bad = report.split(table)
        assert len(good) == len(bad) == 0


def test_columns_without_a_value_are_absent(volunteers: Rows) -> None:
    rows = [{**row, "email": None, "skills": [], "residence": {"address": None}} for row in volunteers]
    frame = polars.DataFrame(rows, infer_schema_length=None)
    assert frame.schema["email"] == polars.Null
    assert sq.check(frame, "volunteer", as_of=AS_OF, name="records") == sq.check(rows, "volunteer", as_of=AS_OF)
    assert set(sq.check(pandas.DataFrame(rows), "volunteer", as_of=AS_OF, name="records")) == set(
        sq.check(rows, "volunteer", as_of=AS_OF)
    )
