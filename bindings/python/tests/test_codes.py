"""The code tables as enums and as data."""

from __future__ import annotations

import copy
import enum
import json
import pickle

import pytest

import shequ as sq
from shequ import codes

from conftest import ROOT

NAMES = [name for name in codes.__all__ if name[0].isupper() and name not in ("Code", "Row", "Table")]


def test_there_is_an_enum_for_each_table() -> None:
    assert len(NAMES) == len(codes.tables()) == len(list((ROOT / "core" / "data" / "codes").glob("*.csv")))
    assert set(NAMES) <= set(dir(codes)) and "codes" in dir(sq)


@pytest.mark.parametrize("name", NAMES)
def test_members_are_the_rows_of_the_table(name: str) -> None:
    cls = getattr(codes, name)
    assert issubclass(cls, enum.Enum) and issubclass(cls, str)
    rows = cls.table().rows
    assert [(member.name, member.value, member.label, member.label_en) for member in cls] == [
        (row.member, row.code, row.label, row.label_en) for row in rows
    ]
    for member, row in zip(cls, rows, strict=True):
        assert member == row.code and str(member) == f"{member}" == row.code and not member.is_local
        assert cls(row.code) is member and cls.suggest(row.label) is member
        assert pickle.loads(pickle.dumps(member)) is member and copy.deepcopy(member) is member
        assert row.member.isidentifier() and row.member == row.member.upper()
    assert json.dumps(list(cls)) == json.dumps([row.code for row in rows])
    assert cls.table() is codes.table(cls) is codes.table(cls.table().name)


def test_a_table_is_plain_data() -> None:
    table = codes.table("sex")
    assert (table.title, table.title_en, table.standard, table.edition) == ("性别", "Sex", "GB/T 2261.1", "2003")
    assert table.rows[2] == ("2", "FEMALE", "女性", "Female", ("女", "F", "女士"))
    assert table.pattern is None and codes.table("volunteer_service").pattern == "^[1-9][0-9]{3}$"


def test_an_open_table_has_local_codes() -> None:
    local = codes.VolunteerService("1102")
    assert local == "1102" and local.is_local and local.label == "本地扩展值" and local.label_en == "Local extension"
    assert pickle.loads(pickle.dumps(local)) == local == copy.copy(local) and hash(local) == hash("1102")
    assert repr(local) == "<VolunteerService.LOCAL_1102: '1102'>"
    assert len(codes.VolunteerService) == len(codes.VolunteerService.table().rows)


@pytest.mark.parametrize(
    ("cls", "value", "near"),
    [
        (codes.Sex, "女", "2"),
        (codes.Sex, 2, "2"),
        (codes.Ethnicity, "8", "08"),
        (codes.Ethnicity, "毛难族", "36"),
        (codes.Mechanism, "rights-defense", "rights_defence"),
        (codes.VolunteerService, "应急", "0013"),
        (codes.Sex, "x" * 10_000, None),
        (codes.Sex, None, None),
    ],
)
def test_what_is_no_code_suggests_one(cls: type[codes.Code], value: object, near: str | None) -> None:
    with pytest.raises(sq.UsageError) as raised:
        cls(value)
    assert isinstance(raised.value, ValueError)
    assert ("是否指" in raised.value.zh) == (near is not None)
    assert near is None or f"did you mean {near}?" in raised.value.en
    # the value may be a person's
    assert not isinstance(value, str) or value in (near or "") or value not in str(raised.value)
    if isinstance(value, str):
        assert cls.suggest(value) == near


def test_wrong_names_have_a_hint() -> None:
    with pytest.raises(sq.UsageError, match="did you mean `political_status`"):
        codes.table("politicalstatus")
    with pytest.raises(AttributeError):
        codes.Sexes
    with pytest.raises(KeyError):
        codes.Sex["FEMAL"]
