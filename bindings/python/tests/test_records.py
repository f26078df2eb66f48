"""Records and parts as objects."""

from __future__ import annotations

import copy
import datetime
import decimal
import inspect
import json
import pickle
from typing import Any

import pytest

import shequ as sq

from conftest import AS_OF
from example_records import NAMES, example, hidden, parts, plain, public, record_class

POINT = {"longitude": 117.05, "latitude": 36.66}


def test_there_is_a_class_for_each_record_type_and_part() -> None:
    classes = [getattr(sq, name) for name in dir(sq) if name[0].isupper()]
    objects = [cls for cls in classes if isinstance(cls, type) and issubclass(cls, (sq.Record, sq.Part))]
    assert len([cls for cls in objects if hasattr(cls, "__shequ_kind__")]) == len(NAMES) >= 15
    for cls in objects:
        assert cls.__module__ == ("shequ" if hasattr(cls, "_declared") else "shequ._record")


@pytest.mark.parametrize("name", NAMES)
def test_an_example_goes_there_and_back(name: str) -> None:
    cls, data, record = record_class(name), plain(name), example(name)
    text = record.to_json()
    assert list(record.to_dict()) == list(data)
    assert cls.from_json(text, as_of=AS_OF) == cls.from_json(text.encode(), as_of=AS_OF) == record
    assert cls.from_json(json.dumps(dict(reversed(data.items()))), as_of=AS_OF).to_json() == text
    assert json.dumps(record.to_dict(), ensure_ascii=False, separators=(",", ":")) == text
    assert cls(**data) == record
    again = {field: getattr(record, field) for field in cls._declared.fields}
    assert cls(**again) == record
    assert pickle.loads(pickle.dumps(record)) == record
    assert copy.copy(record) is record and copy.deepcopy([record])[0] == record
    assert hash(record) == hash(cls.from_json(text, as_of=AS_OF)) and len({record, cls(**data)}) == 1
    assert record.replace() == record != record.replace(id="other") and record.replace(id="other").id == "other"
    assert record.replace(extensions=None).extensions is None
    assert sq.check([record], as_of=AS_OF).ok and sq.check(data, cls, as_of=AS_OF).ok


@pytest.mark.parametrize("name", NAMES)
def test_parts_of_an_example_stand_alone(name: str) -> None:
    for part in parts(example(name)):
        cls = type(part)
        assert cls(**part.to_dict()) == cls.from_json(part.to_json()) == part
        assert pickle.loads(pickle.dumps(part)) == part


def test_the_examples_have_parts_of_every_kind() -> None:
    found = {type(part).__name__ for name in NAMES for part in parts(example(name))}
    assert found == {name for name in sq._records.__all__ if issubclass(getattr(sq, name), sq.Part)} - {"Part"}


@pytest.mark.parametrize("name", NAMES)
def test_repr_shows_no_personal_value(name: str) -> None:
    record = example(name)
    for value in (record, *parts(record)):
        text, secrets = repr(value), set(hidden(value))
        # a day or a code may be that of another field too
        for secret in secrets - set(public(value)):
            assert f"'{secret}'" not in text and f"={secret}," not in text, secret
        assert "***" in text or not secrets
    assert f"id='{record.id}'" in repr(record)


def test_every_field_of_a_person_is_hidden() -> None:
    volunteer = example("volunteer")
    assert {"许若溪", "370102200904180007", "13800000128", "许建平", "父亲"} <= set(hidden(volunteer))
    for secret in ("许若溪", "370102200904180007", "13800000128", "许建平", "父亲", "2009-04-18"):
        assert secret not in repr(volunteer)
    assert "name=***" in repr(volunteer) and "identity=***" in repr(volunteer)
    assert repr(volunteer.guardian) == "Guardian(name=***, relation=***, phone=***, consented_on='2026-03-05')"
    # nobody knows what local additions hold
    assert "extensions=***" in repr(volunteer)


def test_attributes_are_values_of_python() -> None:
    volunteer = example("volunteer")
    assert volunteer.birth_date == datetime.date(2009, 4, 18)
    east = datetime.timezone(datetime.timedelta(hours=8))
    assert volunteer.updated_at == datetime.datetime(2026, 6, 21, 20, 10, 5, 250_000, east)
    assert volunteer.sex is sq.codes.Sex.FEMALE and volunteer.sex == "2"
    assert volunteer.total_hours == decimal.Decimal("3.5") and isinstance(volunteer.total_hours, decimal.Decimal)
    assert volunteer.trainings == (sq.Training(**plain("volunteer")["trainings"][0]),)
    assert volunteer.identity.type is sq.codes.IdentityType.RESIDENT_ID
    assert volunteer.withdrawn_on is None and example("community").successors == ()
    assert volunteer.extensions == {"shandong.clothing_size": "M"}
    with pytest.raises(TypeError):
        volunteer.extensions["shandong.clothing_size"] = "L"
    point = example("community").location
    assert isinstance(point.longitude, float) and isinstance(sq.Point(longitude=117, latitude=36).longitude, float)
    assert example("election").term == plain("election")["term"] and example("election").valid is True


def test_a_constructor_takes_values_of_python() -> None:
    training = sq.Training(
        on=datetime.date(2026, 3, 14), hours=decimal.Decimal("2.50"), kind=sq.codes.TrainingKind.VOLUNTEER
    )
    assert training.to_json() == '{"on":"2026-03-14","hours":2.5,"kind":"volunteer"}'
    volunteer = example("volunteer").replace(
        trainings=(item for item in [training]), updated_at=datetime.datetime(2026, 6, 22, tzinfo=datetime.timezone.utc)
    )
    assert volunteer.trainings == (training,)
    assert volunteer.to_dict()["updated_at"] == "2026-06-22T00:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "microsecond", "minutes"),
    [
        ("2026-06-30T23:59:59.123456789+08:00", 123456, 480),
        ("2026-06-30T00:00:00.5Z", 500_000, 0),
        ("2026-06-30T00:00:00-00:30", 0, -30),
        ("9999-12-31T23:59:59+23:59", 0, 1439),
    ],
)
def test_moments_keep_what_python_cannot_hold(text: str, microsecond: int, minutes: int) -> None:
    record = example("community").replace(updated_at=text)
    assert record.updated_at.microsecond == microsecond
    assert record.updated_at.utcoffset() == datetime.timedelta(minutes=minutes)
    assert record.replace(phone=None).to_dict()["updated_at"] == text


def test_records_do_not_change() -> None:
    record = example("community")
    for change in (lambda: setattr(record, "name", "x"), lambda: delattr(record, "name"), lambda: setattr(record, "x", 1)):
        with pytest.raises(sq.FrozenError, match="replace"):
            change()
    assert issubclass(sq.FrozenError, AttributeError)
    assert record == example("community") != example("volunteer")
    assert sq.Point(**POINT) != POINT and sq.Point(**POINT) != sq.Point(longitude=117.05, latitude=36.67)


def test_a_wrong_record_says_all_that_is_wrong() -> None:
    data = {**plain("volunteer"), "sex": "女", "birth_date": "2009-02-30", "total_hours": 0.125}
    del data["name"]
    with pytest.raises(sq.ValidationError) as raised:
        sq.Volunteer(**data)
    found = [(finding.rule, finding.pointer) for finding in raised.value.findings]
    assert found == [("STR010", "/birth_date"), ("STR003", "/name"), ("STR005", "/sex"), ("STR009", "/total_hours")]
    errors = raised.value.errors()
    assert [error["loc"] for error in errors] == [("birth_date",), ("name",), ("sex",), ("total_hours",)]
    assert set(errors[0]) == {"type", "loc", "msg", "ctx", "url"}
    assert "许若溪" not in str(raised.value) and "2009-02-30" not in str(raised.value)
    assert pickle.loads(pickle.dumps(raised.value)).findings == raised.value.findings


def test_findings_come_in_the_language_that_is_asked_for() -> None:
    for lang, message in (("zh", "必填字段“纬度”未填写"), ("en", "the required field Latitude is missing")):
        with pytest.raises(sq.ValidationError) as raised:
            sq.Point.from_dict({"longitude": 1}, lang=lang)
        assert raised.value.findings[0].message == message


def test_warnings_do_not_refuse_a_record() -> None:
    data = {**plain("volunteer"), "number": "1"}
    report = sq.check(data, "volunteer", as_of=AS_OF)
    assert report.ok and len(report.findings) > 0
    assert sq.Volunteer.from_dict(data, as_of=AS_OF).number == "1"


def test_the_reference_date_counts() -> None:
    data = plain("volunteer")
    with pytest.raises(sq.ValidationError):
        sq.Volunteer.from_dict(data, as_of="2020-01-01")
    assert sq.Volunteer.from_dict(data, as_of=datetime.date(2026, 6, 30)) == example("volunteer")
    with pytest.raises(sq.UsageError, match="as_of"):
        sq.Volunteer.from_dict(data, as_of="yesterday")


@pytest.mark.parametrize(
    ("call", "hint"),
    [
        (lambda: sq.Volunteer(nmae="x"), "did you mean `name`"),
        (lambda: sq.Volunteer(姓名="x"), "did you mean `name`"),
        (lambda: sq.Volunteer({}), "from_dict"),
        (lambda: sq.Volunteer("{}"), "from_json"),
        (lambda: sq.Volunteer.from_dict({}, asof="2026-06-30"), "did you mean `as_of`"),
        (lambda: sq.Volunteer.from_json("{}", asof="2026-06-30"), "did you mean `as_of`"),
        (lambda: sq.Point(**POINT).replace(longitud=1), "did you mean `longitude`"),
        (lambda: sq.Volunteer.from_dict([]), "takes a mapping"),
        (lambda: sq.Volunteer.from_json({}), "takes JSON text"),
        (lambda: sq.Record(), "is a base"),
        (lambda: sq.Part(), "is a base"),
        (lambda: sq.Volunteer(name=object()), "cannot be written as JSON"),
    ],
)
def test_wrong_calls_have_a_hint(call: Any, hint: str) -> None:
    with pytest.raises(sq.UsageError, match=hint):
        call()


def test_wrong_names_have_a_hint() -> None:
    with pytest.raises(AttributeError, match="Volunteer"):
        sq.Volunter
    with pytest.raises(AttributeError, match="nmae"):
        example("volunteer").nmae


def test_unknown_fields_of_a_dict_are_findings() -> None:
    with pytest.raises(sq.ValidationError) as raised:
        sq.Point.from_dict({**POINT, "lattitude": 1})
    assert [finding.rule for finding in raised.value.findings] == ["STR004"]


def test_parts_are_checked_as_in_a_record() -> None:
    cases = [
        (sq.Term, {"number": 0, "starts_on": "2024-01-01", "ends_on": "2029-01-01"}, "STR008", "/number"),
        (sq.Identity, {"type": "resident_id", "number": "370102200904180008"}, "IDN001", "/number"),
        (sq.Consent, {"given_on": "2026-01-01", "purposes": []}, "STR011", "/purposes"),
        (sq.Seat, {"title": "director", "seats": 1, "candidates": [{}]}, "STR003", "/candidates/0/elected"),
    ]
    for cls, data, rule, pointer in cases:
        with pytest.raises(sq.ValidationError) as raised:
            cls.from_dict(data, as_of=AS_OF)
        finding = raised.value.findings[0]
        assert (finding.rule, finding.pointer) == (rule, pointer)
        assert finding.field is not None and finding.kind == cls._declared.name


def test_a_text_of_several_records_is_none() -> None:
    text = example("community").to_json()
    for many in (f"[{text}]", f"{text}\n{text}", "", "null", "{"):
        with pytest.raises(sq.ValidationError) as raised:
            sq.Community.from_json(many)
        assert raised.value.findings[0].rule in ("STR001", "STR002")
    with pytest.raises(sq.ValidationError):
        sq.Community.from_json(b'{"id": "\xff"}')
    with pytest.raises(sq.ValidationError):
        sq.Community.from_json('{"id": "\ud800"}')
    assert sq.Community.from_json(f"\ufeff {text}\n") == example("community")


def test_help_and_completion_know_the_fields() -> None:
    assert {"name", "identity", "total_hours", "replace", "from_dict"} <= set(dir(example("volunteer")))
    parameters = inspect.signature(sq.Volunteer).parameters
    assert set(parameters) == set(sq.schema("volunteer")["properties"])
    assert parameters["sex"].annotation == "codes.Sex | str"
    assert parameters["star"].default is None and parameters["sex"].default is inspect.Parameter.empty
    assert "志愿者 · Volunteer" in inspect.getdoc(sq.Volunteer)
    assert ":param name: 姓名 · Name." in inspect.getdoc(sq.Volunteer)
    hours = inspect.getdoc(sq.Training.hours)
    assert "单位：小时。" in hours and "Unit: hours." in hours


def test_data_that_were_changed_by_hand_are_told() -> None:
    for text in ("nothing", "[]", '{"longitude": {}, "latitude": 1}', '{"longitude": null, "latitude": "x"}'):
        damaged = pickle.loads(pickle.dumps(sq.Point._of(text)))
        with pytest.raises(sq.UsageError, match="damaged"):
            _ = damaged.longitude, damaged.latitude


@pytest.mark.skipif(not hasattr(copy, "replace"), reason="needs Python 3.13")
def test_a_copy_with_changes() -> None:
    assert copy.replace(sq.Point(**POINT), latitude=0) == sq.Point(**{**POINT, "latitude": 0})


def test_a_subclass_is_a_record_of_its_own() -> None:
    class Place(sq.Point):
        @property
        def pair(self) -> tuple[float, float]:
            return self.longitude, self.latitude

    place = Place(**POINT)
    assert place.pair == (117.05, 36.66) and place != sq.Point(**POINT)
    assert isinstance(place.replace(latitude=0), Place)
