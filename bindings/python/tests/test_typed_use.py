"""What type checkers say of programs that use records: nothing where they are right, each mistake where they are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SETTINGS = Path(__file__).parents[1] / "pyproject.toml"

RIGHT = '''
import datetime
import decimal
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

import shequ as sq
from shequ.codes import Sex, TrainingKind
from shequ.typing import Cause, Kind, Severity


class Team(BaseModel):
    volunteers: list[sq.Volunteer]
    sex: Sex = Sex.FEMALE


def use(volunteer: sq.Volunteer, plain: dict[str, Any]) -> str:
    name: str = volunteer.name
    sex: Sex = volunteer.sex
    born: datetime.date = volunteer.birth_date
    changed: datetime.datetime = volunteer.updated_at
    hours: decimal.Decimal | None = volunteer.total_hours
    trainings: tuple[sq.Training, ...] = volunteer.trainings
    place: str | None = volunteer.residence.address if volunteer.residence is not None else None
    more: Mapping[str, Any] | None = volunteer.extensions
    training = sq.Training(on="2026-03-14", hours=2.5, kind=TrainingKind.VOLUNTEER)
    other: sq.Volunteer = volunteer.replace(trainings=[training, {"on": born}], star=None, sex="2")
    again: sq.Volunteer = sq.Volunteer.from_json(other.to_json(), as_of=born)
    third: sq.Volunteer = sq.Volunteer(**plain)
    rows: list[sq.codes.Row] = [row for row in sq.codes.table(Sex).rows]
    both: list[sq.Record] = [again, third, sq.Community.from_dict(plain)]
    try:
        sq.Point(longitude=1, latitude=2)
    except sq.ValidationError as error:
        print(error.findings[0].rule, error.errors())
    print(name, sex.label, changed, hours, trainings, place, more, rows, both, sq.codes.Sex.MALE.value)
    report = sq.check(rows, sq.Volunteer, lang="zh", severity={"COM004": "info"}, parameters={"PER007.max_age": 110})
    report.raise_for_errors({"error": 0.01, "IDN": 0})
    good, bad = report.split([plain])
    first: dict[str, Any] = good[0]
    marked: list[dict[str, Any]] = report.annotate(bad, overwrite=True)
    severity: Severity = report[0].severity
    cause: Cause = report.causes[0]
    left: int = report.compare(report).new[0].after + cause["records"] + report.severities["error"]
    phones: list[sq.ids.Phone | None] = sq.ids.phone.parse([name, None], errors="none")
    masked: str = sq.ids.phone.mask(name)
    masks: list[str] = sq.ids.phone.mask([name])
    kind: Kind = sq.kind(name)
    with sq.settings(as_of=born, lang="en"):
        sq.check(rows, kind)
    print(first, marked, severity, left, phones, masked, masks)
    return sq.codes.Sex("2").label_en
'''

WRONG = '''
import shequ as sq


def use(volunteer: sq.Volunteer) -> None:
    sq.Point(longitude=1, lattitude=2)
    sq.Point(1, 2)
    sq.Training(on="2026-03-14", hours="2", kind="volunteer")
    volunteer.name = "x"
    volunteer.replace(nmae="x")
    volunteer.nmae
    sq.Volunter
    sq.codes.Sex.FEMAL
    sq.check([], kind="volunter")
    sq.check([], "volunteer", lang="fr")
    sq.check([], "volunteer", as_off="2026-06-30")
    sq.check([], "volunteer", severity={"COM004": "grave"})
    sq.check([], "volunteer", limit="5")
    sq.Checker(form="csv")
    sq.settings(lang="fr")
    sq.check([], "volunteer").causes[0]["rul"]
    sq.check([], "volunteer").severities["fatal"]
    sq.ids.phone.parse("1").nmae
    sq.ids.phone.mask(["1"]).upper()
    sq.check([], "volunteer").split([1])[0].upper()
'''


def checked(tool: list[str], text: str, folder: Path) -> str:
    pytest.importorskip(tool[0])
    path = folder / "program.py"
    path.write_text(text, "utf-8")
    done = subprocess.run([sys.executable, "-m", *tool, str(path)], capture_output=True, text=True, cwd=SETTINGS.parent)
    return done.stdout


@pytest.mark.parametrize("tool", [["mypy", "--strict"], ["pyright", "--level", "error"]], ids=lambda tool: tool[0])
def test_mistakes_are_seen_and_nothing_else(tool: list[str], tmp_path: Path) -> None:
    right = checked(tool, RIGHT, tmp_path)
    assert "Success" in right or "0 errors" in right, right
    wrong = checked(tool, WRONG, tmp_path)
    for line, text in enumerate(WRONG.splitlines(), 1):
        is_mistake = line > 5
        assert (f"program.py:{line}:" in wrong) == is_mistake, f"{text}\n{wrong}"
