"""The daily task of the examples, without a scheduler."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

import shequ as sq

from example_records import plain

PATH = Path(__file__).resolve().parents[3] / "examples" / "python" / "nightly.py"


@pytest.fixture(scope="module")
def example() -> Any:
    spec = importlib.util.spec_from_file_location("nightly", PATH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(folder: Path, wrong: int) -> None:
    rows = [{**plain("community"), "id": f"c{at}", "code": f"370102007{at + 1:03}"} | ({"name": ""} if at < wrong else {}) for at in range(200)]
    folder.mkdir(exist_ok=True)
    (folder / "communities.ndjson").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_a_day_fails_where_errors_exceed_what_is_let_pass(example: Any, tmp_path: Path) -> None:
    source, reports = tmp_path / "data", tmp_path / "reports"
    write(source, 0)
    assert example.nightly(source, reports, as_of="2026-06-29") == {
        "read": 200,
        "bad": 0,
        "new": [],
        "report": str(reports / "2026-06-29.json"),
    }
    write(source, 2)
    outcome = example.nightly(source, reports, as_of="2026-06-30")
    assert (outcome["bad"], [text.split()[0] for text in outcome["new"]]) == (2, ["STR006"])
    write(source, 3)
    with pytest.raises(sq.ValidationError, match="3 of 200"):
        example.nightly(source, reports, as_of="2026-07-01")
    assert sorted(path.name for path in reports.glob("*.html")) == ["2026-06-29.html", "2026-06-30.html", "2026-07-01.html"]


def test_it_ends_as_schedulers_expect(example: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "data", 9)
    command = [str(tmp_path / "data"), str(tmp_path / "reports"), "--as-of", "2026-06-30"]
    assert example.main(command) == 1 and "STR006" in capsys.readouterr().err
    assert example.main([str(tmp_path / "none"), *command[1:]]) == 2
    assert example.main([*command[:3], "30.6."]) == 2
