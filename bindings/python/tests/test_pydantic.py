"""Records, parts and codes as types of fields of pydantic models."""

from __future__ import annotations

import json
from typing import Any

import pytest

import shequ as sq

from conftest import AS_OF
from example_records import NAMES, example, plain, record_class

pydantic = pytest.importorskip("pydantic", minversion="2")


class Team(pydantic.BaseModel):
    volunteers: list[sq.Volunteer]
    leader: sq.Volunteer | None = None
    place: sq.Point | None = None
    sex: sq.codes.Sex | None = None
    service: sq.codes.VolunteerService | None = None


VALUES = {"volunteers": [plain("volunteer")], "place": {"longitude": 117.05, "latitude": 36.66}, "sex": "2"}


def errors_of(values: dict[str, Any]) -> list[Any]:
    with pytest.raises(pydantic.ValidationError) as raised:
        Team(**values)
    assert [error["input"] for error in raised.value.errors()] == [None] * raised.value.error_count()
    return raised.value.errors()


def test_fields_take_instances_mappings_and_json() -> None:
    team = Team(**VALUES)
    assert team.volunteers == [example("volunteer")] and team.sex is sq.codes.Sex.FEMALE
    assert team == Team(volunteers=[example("volunteer")], place=sq.Point(**VALUES["place"]), sex=sq.codes.Sex.FEMALE)
    assert team == Team.model_validate_json(json.dumps(VALUES)) == Team.model_validate_json(team.model_dump_json())
    assert Team(volunteers=(), service="1102").service.is_local


@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_a_type(name: str) -> None:
    adapter = pydantic.TypeAdapter(record_class(name))
    record = example(name)
    assert adapter.validate_python(plain(name)) == adapter.validate_json(record.to_json()) == record
    assert adapter.dump_json(record).decode() == record.to_json()
    assert adapter.dump_python(record) == adapter.dump_python(record, mode="json") == record.to_dict()
    schema = adapter.json_schema()
    published = sq.schema(name)
    assert schema == {key: value for key, value in published.items() if key not in ("$id", "$schema")}


def test_each_finding_is_an_error_at_its_place() -> None:
    wrong = {**plain("volunteer"), "sex": "女", "nmae": 1, "guardian": {"name": "许建平"}}
    errors = errors_of({**VALUES, "volunteers": [wrong, 7], "sex": "女", "place": {"longitude": 181}})
    with pytest.raises(sq.ValidationError) as raised:
        sq.Volunteer(**{key: value for key, value in wrong.items() if key != "nmae"})
    assert [error["loc"] for error in errors] == [
        ("volunteers", 0, "guardian", "consented_on"),
        ("volunteers", 0, "guardian", "phone"),
        ("volunteers", 0, "guardian", "relation"),
        ("volunteers", 0, "nmae"),
        ("volunteers", 0, "sex"),
        ("volunteers", 1),
        ("place", "latitude"),
        ("place", "longitude"),
        ("sex",),
    ]
    assert [error["type"] for error in errors[3:6]] == ["unknown-field", "unknown-code", "wrong-type"]
    assert errors[0]["ctx"]["rule"] == "STR003" and errors[0]["msg"] == raised.value.errors()[0]["msg"]
    assert "是否指 2" in errors[-1]["msg"] and errors[-1]["ctx"]["table"] == "sex"
    assert errors[-1]["ctx"]["zh"] == errors[-1]["msg"] and "did you mean 2" in errors[-1]["ctx"]["en"]


def test_errors_show_no_personal_value() -> None:
    wrong = {**plain("volunteer"), "phone": "1380000012", "identity": {"type": "resident_id", "number": "37010220"}}
    with pytest.raises(pydantic.ValidationError) as raised:
        Team(volunteers=[wrong])
    for text in (str(raised.value), repr(raised.value), raised.value.json()):
        assert all(secret not in text for secret in ("许若溪", "1380000012", "37010220", "许建平"))


def test_what_cannot_be_json_is_an_error_too() -> None:
    loop: dict[str, Any] = {}
    loop["id"] = loop
    assert errors_of({"volunteers": [loop]})[0]["type"] == "beyond-reader-limits"
    for value in (object(), {1: 2}, {"id": object()}):
        (error,) = errors_of({"volunteers": [value]})
        assert (error["type"], error["loc"]) == ("unusable-value", ("volunteers", 0))


def test_warnings_are_no_errors() -> None:
    assert Team(volunteers=[{**plain("volunteer"), "number": "1"}]).volunteers[0].number == "1"


def test_the_schema_of_a_model_holds_those_of_its_fields() -> None:
    for mode in ("validation", "serialization"):
        schema = Team.model_json_schema(mode=mode)
        assert schema["properties"]["volunteers"]["items"] == {"$ref": "#/$defs/Volunteer"}
        assert schema["properties"]["leader"]["anyOf"][0] == {"$ref": "#/$defs/Volunteer"}
        named = schema["$defs"]
        assert sorted(named) == ["Point", "Sex", "Volunteer", "VolunteerService"]
        assert named["Volunteer"]["properties"]["name"]["title"] == "姓名" and "$id" not in named["Volunteer"]
        assert named["Point"]["required"] == ["longitude", "latitude"]
        assert named["Sex"]["x-labels"]["2"]["zh"] == "女性"


def test_settings_hold_for_fields() -> None:
    late = {**plain("volunteer"), "registered_on": "2027-01-01"}
    with sq.settings(as_of="2026-06-30", lang="en"):
        errors = errors_of({"volunteers": [late]})
    assert all(error["msg"] == error["ctx"]["en"] != error["ctx"]["zh"] for error in errors)
    assert ("volunteers", 0, "registered_on") in [error["loc"] for error in errors]
    with sq.settings(as_of="2027-01-01"):
        found = {error["loc"] for error in errors_of({"volunteers": [{**late, "sex": "x"}]})}
    assert ("volunteers", 0, "registered_on") not in found


def test_copies_and_plain_values() -> None:
    team = Team(**VALUES)
    assert team.model_copy(deep=True) == team
    assert team.model_dump()["volunteers"] == [example("volunteer").to_dict()]
    assert team.model_dump(mode="json")["sex"] == "2" and team.model_dump()["sex"] == "2"
    # what was never validated is written as it is
    assert Team.model_construct(volunteers=["x"]).model_dump()["volunteers"] == ["x"]


def test_records_are_checked_on_the_day_of_the_call() -> None:
    assert AS_OF < "2027" and Team(**VALUES).volunteers[0] == example("volunteer")
