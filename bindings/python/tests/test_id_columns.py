"""Columns of identifiers."""

from __future__ import annotations

import random
import string
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
import shequ as sq
from test_ids import KINDS, NUMBER

COLUMN = [NUMBER, None, NUMBER[:-1] + "7", "110101900517000", ""]
STATUSES = ["valid", "absent", "invalid", "warning", "invalid"]


def columns() -> dict[str, Any]:
    pandas, polars, pyarrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
    return {
        "list": COLUMN,
        "tuple": tuple(COLUMN),
        "generator": (text for text in COLUMN),
        "pandas": pandas.Series(COLUMN),
        "pandas of objects": pandas.Series([*COLUMN[:1], float("nan"), *COLUMN[2:]], dtype=object),
        "pandas with NA": pandas.Series([*COLUMN[:1], pandas.NA, *COLUMN[2:]], dtype=object),
        "pandas of categories": pandas.Series(COLUMN, dtype="category"),
        "numpy": pandas.Series(COLUMN, dtype=object).to_numpy(),
        "polars": polars.Series(COLUMN),
        "polars of categories": polars.Series(COLUMN, dtype=polars.Categorical),
        "pyarrow": pyarrow.array(COLUMN),
        "pyarrow in chunks": pyarrow.chunked_array([COLUMN[:2], COLUMN[2:]]),
        "pyarrow of large text": pyarrow.array(COLUMN, pyarrow.large_string()),
        "pyarrow of views": pyarrow.array(COLUMN, pyarrow.string_view()),
        "pyarrow of a dictionary": pyarrow.array(COLUMN).dictionary_encode(),
        "pyarrow cut": pyarrow.array(["x", *COLUMN]).slice(1),
    }


@pytest.mark.parametrize("form", columns())
def test_every_form_of_a_column_gives_the_same_table(form: str) -> None:
    table = sq.ids.resident_id.check(columns()[form])
    assert len(table) == 5 and not table.ok
    assert table.counts == {"valid": 1, "warning": 1, "invalid": 2, "absent": 1}
    assert table.issues == {"check_character": 1, "first_generation": 1, "form": 1}
    assert table.to_dict() == {
        "status": STATUSES,
        "issues": [None, None, "check_character", "first_generation", "form"],
        "birth_date": [date(1990, 5, 17), None, None, date(1990, 5, 17), None],
        "sex": ["2", None, None, "2", None],
        "division": ["110101", None, None, "110101", None],
        "place": ["东城区", None, None, "东城区", None],
    }


def test_the_table_goes_everywhere() -> None:
    pandas, polars, pyarrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
    table = sq.ids.resident_id.check(pandas.Series(COLUMN, index=list("abcde")))
    frame = table.to_pandas()
    assert list(frame.index) == list("abcde") and str(frame["birth_date"].dtype).startswith("datetime64")
    assert frame["status"].tolist() == STATUSES
    assert table.to_polars()["birth_date"].dtype == polars.Date
    assert table.to_arrow().schema.field("birth_date").type == pyarrow.date32()
    assert pyarrow.table(table).column("status").to_pylist() == STATUSES


def test_no_number_of_a_person_stands_in_the_table() -> None:
    for name in ("resident_id", "residence_permit", "passport", "volunteer_number", "phone", "email"):
        table = getattr(sq.ids, name).check([KINDS[name]])
        assert table.counts["valid"] == 1 and KINDS[name] not in f"{table.to_dict()} {table!r}"


@pytest.mark.parametrize("name", KINDS)
def test_a_column_is_judged_as_its_values_are(name: str) -> None:
    kind, source = getattr(sq.ids, name), random.Random(name)
    texts = [KINDS[name], ""]
    while len(texts) < 500:
        text = source.choice(texts[:100])
        at = source.randrange(len(text) + 1)
        letter = source.choice(string.digits + "XxAV:-.@＋１")
        texts.append(source.choice([text[:at] + letter + text[at:], text[:at] + letter + text[at + 1 :], text[:at]]))
    table = kind.check(texts, as_of="2026-06-30").to_dict()
    for text, status, names in zip(texts, table["status"], table["issues"], strict=True):
        issues = kind.inspect(text, as_of="2026-06-30")
        assert names == (",".join(issue.name for issue in issues) or None)
        assert status == ("invalid" if any(i.rejects for i in issues) else "warning" if issues else "valid")
    # both kinds of text came up
    assert {"valid", "invalid"} <= set(table["status"])


def test_the_columns_are_those_that_are_documented() -> None:
    described = sq.ids.IdTable.__doc__ or ""
    for name in KINDS:
        parts = list(getattr(sq.ids, name).check([]).to_dict())[2:]
        line = next((line for line in described.splitlines() if f" {name}: " in line), f" {name}: ")
        own = line.split(f" {name}: ")[1].partition(";")[0]
        assert own.split("`")[1::2] == parts, name


def test_parts_of_codes_are_columns() -> None:
    divisions = sq.ids.division_code.check(["370102001000", "370000000000"]).to_dict()
    assert divisions["level"] == ["township", "province"]
    assert divisions["parent"] == ["370102000000", None]
    codes = sq.ids.credit_code.check(["52370102MF0000013F"]).to_dict()
    assert (codes["authority"], codes["division"], codes["place"]) == (["民政"], ["370102"], ["历下区"])


def test_a_long_column_comes_in_pieces() -> None:
    polars = pytest.importorskip("polars")
    length = (1 << 20) + 70_000
    table = sq.ids.record_id.check(polars.Series(["c1"]).new_from_index(0, length))
    assert len(table) == length and table.counts["valid"] == length
    assert table.to_polars()["status"].to_list() == table.to_dict()["status"] == ["valid"] * length


def test_an_empty_column_is_a_table() -> None:
    table = sq.ids.resident_id.check([])
    assert len(table) == 0 and table and table.ok
    assert list(table.to_dict()) == ["status", "issues", "birth_date", "sex", "division", "place"]
    assert pytest.importorskip("polars").DataFrame(table).height == 0


def test_columns_that_are_no_text_are_refused() -> None:
    pandas, polars, pyarrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
    for column in (pyarrow.array([1]), pandas.Series([1, 2]), polars.Series([1.5]), pyarrow.array([{"a": "1"}])):
        with pytest.raises(sq.TableError, match="must be text"):
            sq.ids.resident_id.check(column)
    with pytest.raises(sq.UsageError, match="row 2: .* not int"):
        sq.ids.resident_id.check([NUMBER, int(NUMBER)])
    for column in (NUMBER, 5, None, {NUMBER: 1}, pandas.DataFrame({"a": COLUMN}), polars.DataFrame({"a": COLUMN})):
        with pytest.raises(sq.UsageError, match="one column"):
            sq.ids.resident_id.check(column)


def test_ctrl_c_stops_a_long_column() -> None:
    code = """
import _thread, threading, time, shequ as sq, polars
column = polars.Series(["110101199005170008"]).new_from_index(0, 20_000_000)
threading.Timer(0.3, _thread.interrupt_main).start()
try:
    sq.ids.resident_id.check(column)
    print("finished")
except KeyboardInterrupt:
    print("stopped")
"""
    pytest.importorskip("polars")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "stopped"
