"""Records of every type by every door: bytes, dicts, rows, pandas, polars, Arrow and DuckDB say the same, and nothing of
the caller changes. Values are made up at random from a seed, wrong ones among them."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest

import shequ as sq
from shequ import _tables

from conftest import AS_OF
from example_records import NAMES, plain

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

Row = dict[str, Any]

#: What takes the place of a value of the same type, so that a column of one type can hold it.
WRONG: dict[type, list[Any]] = {
    str: ["", " ", "x", "2999-01-01", "370102199003070008", "1", "a\u202eb", "９", "x" * 300],
    int: [-1, 0, 10**12],
    float: [-1.5, 0.0, 1e12],
    bool: [True, False],
}


def damaged(value: Any, chance: random.Random) -> Any:
    """The value, or another of its type, or none."""
    if isinstance(value, dict):
        return {key: damaged(inner, chance) for key, inner in value.items()}
    if isinstance(value, list):
        return [damaged(item, chance) for item in value for _ in range(chance.choice([1, 1, 1, 2]))]
    if chance.random() < 0.12:
        return chance.choice([*WRONG[type(value)], None])
    return value


def rows(kind: str, seed: int) -> list[Row]:
    """A whole record again and again, each time with other faults."""
    chance = random.Random(f"{kind} {seed}")
    whole = {name: value for name, value in plain(kind).items() if name != "extensions"}
    made = [damaged(whole, chance) for _ in range(12)]
    return [{key: value for key, value in row.items() if chance.random() < 0.95} for row in made]


def without_none(value: Any) -> Any:
    """As tables see it: what is null is absent, but in a list."""
    if isinstance(value, dict):
        return {key: without_none(inner) for key, inner in value.items() if inner is not None}
    return [without_none(item) for item in value] if isinstance(value, list) else value


def essence(report: sq.Report) -> list[tuple[Any, ...]]:
    return sorted(
        (found.rule, found.pointer, found.row or found.line, found.id or "", found.message_zh, found.count or 0)
        for found in report
    )


def arrow(rows: list[Row]) -> Any:
    names = dict.fromkeys(name for row in rows for name in row)
    return pyarrow.table({name: pyarrow.array([row.get(name) for row in rows]) for name in names})


def dotted(rows: list[Row]) -> Any:
    return pandas.DataFrame(
        [
            {
                name: value
                for key, given in row.items()
                for name, value in (
                    ((f"{key}.{inner}", part) for inner, part in given.items()) if isinstance(given, dict) else [(key, given)]
                )
            }
            for row in rows
        ]
    )


def by_rows(table: Any, kind: str) -> sq.Report:
    table = _tables.prepared(table, kind)
    return sq.Checker(as_of=AS_OF, limit=0)._check_rows(_tables.rows(table), kind, "table", False, "raise")


def checked(data: Any, kind: Any) -> sq.Report:
    return sq.check(data, kind, as_of=AS_OF, limit=0)


DOORS: dict[str, tuple[Callable[[list[Row]], Any], Callable[[Any, str], sq.Report]]] = {
    "dicts": (copy.deepcopy, checked),
    "iterator": (copy.deepcopy, lambda rows, kind: checked(iter(rows), kind)),
    "pandas": (pandas.DataFrame, checked),
    "pandas by rows": (pandas.DataFrame, by_rows),
    "pandas with dotted columns": (dotted, checked),
    "polars": (lambda rows: polars.DataFrame(rows, infer_schema_length=None, strict=False), checked),
    "pyarrow": (arrow, checked),
    "pyarrow in pieces": (lambda rows: pyarrow.concat_tables([arrow(rows).slice(0, 5), arrow(rows).slice(5)]), checked),
    "duckdb": (lambda rows: duckdb.from_arrow(arrow(rows)), checked),
}


def same(table: Any, before: Any) -> bool:
    """Whether a table is as it was."""
    if isinstance(table, pandas.DataFrame):
        # cells may be dicts and lists, which pandas compares by identity
        return repr(table.to_dict("split")) == repr(before.to_dict("split")) and table.dtypes.equals(before.dtypes)
    if hasattr(table, "equals"):
        return bool(table.equals(before))
    return repr(table) == repr(before) if isinstance(table, list) else True


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("kind", NAMES)
def test_every_door_says_the_same(kind: str, seed: int) -> None:
    given = rows(kind, seed)
    seen = [without_none(row) for row in given]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in seen).encode()
    report = checked(text, kind)
    expected = essence(report)
    assert len({rule for rule, *_ in expected}) > 3
    for name, (make, check) in DOORS.items():
        table = make(seen)
        before = copy.deepcopy(table) if not isinstance(table, duckdb.DuckDBPyRelation) else None
        found = check(table, kind)
        assert essence(found) == expected, name
        assert before is None or same(table, before), name
        assert found.records == report.records, name


@pytest.mark.parametrize("kind", NAMES)
def test_whole_columns_are_one_cause(kind: str) -> None:
    number = dict.fromkeys(plain(kind), 7)
    report = checked([dict(number) for _ in range(50)], kind)
    causes = [cause for cause in report.causes if cause["rule"] == "STR002"]
    assert causes and all(cause["records"] == 50 for cause in causes)
    assert len({cause["field"] for cause in causes}) == len(causes)
    missing = checked([{} for _ in range(50)], kind)
    assert {cause["records"] for cause in missing.causes} == {50}
