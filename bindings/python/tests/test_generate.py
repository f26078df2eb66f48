"""Generated data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import shequ as sq
from example_records import NAMES

AS_OF = "2026-06-30"


def test_the_same_arguments_give_the_same_bytes() -> None:
    one = sq.gen(communities=3, volunteers_per_community=700, seed=7, threads=1)
    assert isinstance(one, Mapping) and set(one) == set(NAMES)
    assert dict(one) == dict(sq.gen(communities=3, volunteers_per_community=700, seed=7, threads=3))
    assert dict(one) != dict(sq.gen(communities=3, volunteers_per_community=700, seed=8))
    assert one["volunteer"].count(b"\n") == len(one.records("volunteer")) == 2100
    assert "2,100" in repr(one) and one.ledger == []


def test_the_ledger_is_what_a_check_finds() -> None:
    dataset = sq.gen(communities=3, volunteers_per_community=50, defects=0.3)
    assert len(dataset.ledger) > 100
    for kind in dataset:
        report = sq.check(dataset[kind], kind, as_of=AS_OF, limit=0)
        found = sorted((finding.rule, finding.id or "", finding.pointer) for finding in report)
        ledger = [entry for entry in dataset.ledger if entry["kind"] == kind]
        assert found == sorted((entry["rule"], entry["id"] or "", entry["pointer"]) for entry in ledger)


def test_tables_of_records_are_right_too() -> None:
    dataset = sq.gen(communities=2, volunteers_per_community=30)
    for library in ("pandas", "polars", "pyarrow"):
        pytest.importorskip(library)
        for kind in dataset:
            table = getattr(dataset, f"to_{library.removeprefix('py')}")(kind)
            report = sq.check(table, kind, as_of=AS_OF)
            assert report.ok and report.counts == {}
            assert report.records[kind][0] == len(dataset.records(kind))


def test_files_hold_the_same_records(tmp_path: Path) -> None:
    folder = tmp_path / "province"
    written = sq.gen(communities=2, volunteers_per_community=10, defects=0.2, out=folder)
    dataset = sq.gen(communities=2, volunteers_per_community=10, defects=0.2)
    assert (folder / "volunteers.ndjson").read_bytes() == dataset["volunteer"]
    assert json.loads((folder / "ledger.json").read_bytes())["findings"] == dataset.ledger
    assert written.records["volunteer"] == 20 and written.findings == len(dataset.ledger)
    assert os.fspath(written) == str(folder) and written.bytes == sum(map(len, dataset.values()))
    with pytest.raises(sq.UsageError, match="force=True"):
        sq.gen(communities=1, out=folder)
    sq.gen(communities=1, out=folder, force=True)
    assert not (folder / "ledger.json").exists()


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    sq.gen(communities=150, volunteers_per_community=200, out=tmp_path, threads=1, progress=told.append)
    assert told and told == sorted(told) and told[-1] <= 30_000


def test_wrong_use() -> None:
    with pytest.raises(sq.KeywordError, match="did you mean `communities`"):
        sq.gen(comunities=3)  # type: ignore[call-overload]
    for wrong in ({"communities": -1}, {"seed": 1 << 64}, {"defects": 2}, {"as_of": "1999-01-01"}, {"threads": -1}):
        with pytest.raises(sq.UsageError):
            sq.gen(**wrong)  # type: ignore[call-overload]
    with pytest.raises(sq.UsageError, match="100,000"):
        sq.gen(communities=1 << 70)
    with pytest.raises(KeyError):
        sq.gen(communities=1)["person"]
    assert "person" not in sq.gen(communities=1)


def test_ctrl_c_stops_it() -> None:
    code = """
import _thread, threading, shequ as sq
threading.Timer(0.5, _thread.interrupt_main).start()
try:
    sq.gen(communities=100_000, volunteers_per_community=20)
    print("finished")
except KeyboardInterrupt:
    print("stopped")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "stopped"
