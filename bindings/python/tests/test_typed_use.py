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
