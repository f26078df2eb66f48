"""Tables of Arrow that were damaged on their way: an error or a report, never a crash or a value in a report."""

from __future__ import annotations

import random
from typing import Any

import pytest

import shequ as sq

from conftest import AS_OF

pandas = pytest.importorskip("pandas")
pyarrow = pytest.importorskip("pyarrow")
ipc = pytest.importorskip("pyarrow.ipc")

SEED = 20260630
ROUNDS = 150


def table() -> Any:
    names = pyarrow.array(["何文斌", None, "a text that is longer than twelve bytes", "阿依古丽•买买提"])
    return pyarrow.table(
        {
            "id": pyarrow.array(["v1", "v2", "v3", "v4"], pyarrow.large_string()),
            "name": names.cast(pyarrow.string_view()),
            "email": names,
            "sex": pyarrow.array(["1", "2", None, "1"]).dictionary_encode(),
            "identity": [{"type": "passport", "number": "E12345678"}, None, {"type": None, "number": "x"}, {}],
            "service_categories": pyarrow.array([["0001"], [], None, ["9999", "0003"]]),
            "trainings": [[{"on": "2026-03-14", "hours": 2.0}], None, [], [{"on": "x", "hours": -1.0}]],
            "total_hours": [1.5, None, -2.0, 1e9],
            "remarks": pyarrow.RunEndEncodedArray.from_arrays([2, 4], ["一", "二"]),
        }
    )


def judged(data: Any) -> str:
    """What comes of it: the report as text, or an empty one for an error of ours."""
    try:
        return sq.check(data, "volunteer", as_of=AS_OF).to_json()
    except sq.InternalError:
        raise
    except sq.Error:
        return ""


def test_the_table_is_judged_by_all_its_columns() -> None:
    report = sq.check(table(), "volunteer", as_of=AS_OF)
    assert {"/sex", "/identity/type", "/trainings/0/on", "/total_hours"} & {found.pointer for found in report}


def test_bytes_of_a_file_are_changed() -> None:
    sink = pyarrow.BufferOutputStream()
    with ipc.new_file(sink, table().schema) as writer:
        writer.write_table(table())
    whole = sink.getvalue().to_pybytes()
    dice = random.Random(SEED)
    outcomes = []
    for _ in range(ROUNDS):
        damaged = bytearray(whole)
        for _ in range(dice.choice((1, 1, 3, 20))):
            damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        try:
            read = ipc.open_file(pyarrow.BufferReader(bytes(damaged))).read_all()
        except (pyarrow.ArrowException, OSError, ValueError, KeyError, OverflowError, UnicodeDecodeError, MemoryError):
            continue
        report = judged(read)
        outcomes.append(bool(report))
        assert "何文斌" not in report and "E12345678" not in report
    assert any(outcomes) and not all(outcomes)


def numbers(*values: int, size: int = 4) -> bytes:
    return b"".join(value.to_bytes(size, "little", signed=True) for value in values)


def array_of(kind: Any, length: int, right: bytes, wrong: bytes, data: bytes = b"a" * 80) -> Any:
    """A table whose offsets or views change after pyarrow has looked at them, as it does not look at those of a file."""
    buffer = bytearray(right)
    array = pyarrow.Array.from_buffers(kind, length, [None, pyarrow.py_buffer(buffer), pyarrow.py_buffer(data)])
    table = pyarrow.Table.from_arrays([array], names=["name"])
    buffer[:] = wrong
    return table


@pytest.mark.parametrize(
    "whole",
    [
        array_of(pyarrow.string(), 3, numbers(0, 3, 5, 6), numbers(0, 5, 3, 6)),
        array_of(pyarrow.string(), 2, numbers(0, 1, 3), numbers(-4, 0, 3)),
        array_of(pyarrow.string(), 2, numbers(0, 3, 6), numbers(0, 3, 2**30)),
        array_of(pyarrow.string(), 2, numbers(0, 3, 6), numbers(0, 3, -6)),
        array_of(pyarrow.large_string(), 2, numbers(0, 3, 6, size=8), numbers(0, 3, 2**60, size=8)),
        array_of(pyarrow.string_view(), 1, numbers(40, 0, 0, 0), numbers(40, 0, 0, 60)),
        array_of(pyarrow.string_view(), 1, numbers(40, 0, 0, 0), numbers(40, 0, 7, 0)),
        array_of(pyarrow.string_view(), 1, numbers(40, 0, 0, 0), numbers(-40, 0, 0, 0)),
        pyarrow.table({"name": pyarrow.DictionaryArray.from_arrays(pyarrow.array([0, 9]), ["a"], safe=False)}),
        pyarrow.table({"name": pyarrow.DictionaryArray.from_arrays(pyarrow.array([0, -1]), ["a"], safe=False)}),
    ],
)
def test_columns_that_do_not_hold_together_are_refused(whole: Any) -> None:
    forms = [whole, whole.to_batches()[0], pyarrow.RecordBatchReader.from_batches(whole.schema, whole.to_batches())]
    for form in forms:
        with pytest.raises(sq.TableError):
            sq.check(form, "volunteer", as_of=AS_OF)
    for column in (whole["name"], whole["name"].chunk(0)):
        with pytest.raises(sq.TableError):
            sq.ids.phone.check(column)


def test_text_that_is_not_utf8_is_a_finding_of_its_row() -> None:
    column = pyarrow.Array.from_buffers(
        pyarrow.string(), 2, [None, pyarrow.py_buffer(numbers(0, 3, 6)), pyarrow.py_buffer(b"abc\xb9\xfe\xd7")]
    )
    report = sq.check(pyarrow.table({"name": column}), "volunteer", as_of=AS_OF)
    assert [found.row for found in report if found.rule == "STR001"] == [2]
    assert sq.ids.phone.check(column).counts["invalid"] == 2
