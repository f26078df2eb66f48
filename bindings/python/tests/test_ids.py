"""Identifiers one at a time."""

from __future__ import annotations

import pickle
from datetime import date, datetime

import pytest
import shequ as sq

# numbers of sequence 000 belong to nobody
NUMBER = "110101199005170008"
KINDS = {
    "resident_id": NUMBER,
    "residence_permit": "830000199201300006",
    "foreign_permanent_resident_id": "FIN110108000123",
    "hk_macao_travel_permit": "H12345678",
    "taiwan_travel_permit": "12345678",
    "passport": "E12345678",
    "credit_code": "52370102MF0000013F",
    "organisation_code": "M000100Y4",
    "division_code": "370102001000",
    "community_code": "370102001201",
    "volunteer_number": "V37010215060000018",
    "phone": "15400000000",
    "email": "zhang.san@example.cn",
    "record_id": "volunteer-1",
    "reference": "52370102MF0000013F:volunteer-1",
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_one_shape(name: str) -> None:
    kind, text = getattr(sq.ids, name), KINDS[name]
    number = kind(text)
    assert number == kind.parse(text) and number.value == text
    assert hash(number) == hash(kind(text)) and not number < kind(text)
    assert pickle.loads(pickle.dumps(number)) == number
    assert str(number) == kind.mask(text) and str(number) in repr(number)
    assert kind.is_valid(text) and all(not issue.rejects for issue in kind.inspect(text))
    assert pickle.loads(pickle.dumps(kind)) is kind
    assert kind.title_zh in repr(kind) and kind.title_en and len(text) <= kind.max_length
    assert kind.pattern.startswith("^")


@pytest.mark.parametrize("name", KINDS)
def test_what_is_refused_says_why_and_not_what(name: str) -> None:
    kind, wrong = getattr(sq.ids, name), "，" + KINDS[name]
    with pytest.raises(sq.IdError) as caught:
        kind(wrong)
    error = caught.value
    assert isinstance(error, ValueError) and error.issue == "form"
    assert KINDS[name] not in str(error) and error.zh and error.en
    again = pickle.loads(pickle.dumps(error))
    assert (again.zh, again.en, again.issue) == (error.zh, error.en, error.issue)
    assert not kind.is_valid(wrong) and kind.inspect(wrong)[0].rejects


def test_personal_numbers_are_masked() -> None:
    for name in ("resident_id", "residence_permit", "passport", "volunteer_number", "phone", "email"):
        number = getattr(sq.ids, name)(KINDS[name])
        assert "*" in str(number) and KINDS[name] not in f"{number} {number!r} {[number]}"


def test_parts_of_a_resident_id() -> None:
    number = sq.ids.resident_id(NUMBER)
    assert (number.division, number.place, number.sequence) == ("110101", "东城区", 0)
    assert number.birth_date == date(1990, 5, 17) and not isinstance(number.birth_date, datetime)
    assert (number.sex.code, number.sex.zh, number.sex.en) == ("2", "女", "female")
    assert number.check_character == "8" and not number.is_first_generation


def test_an_old_number_is_upgraded() -> None:
    old = sq.ids.resident_id("110101900517000")
    assert old.is_first_generation and old.check_character is None
    assert old.upgrade() == sq.ids.resident_id(NUMBER) and old != old.upgrade()
    assert [(issue.name, issue.rejects, issue.rule) for issue in sq.ids.resident_id.inspect(old.value)] == [
        ("first_generation", False, "IDN005")
    ]


def test_parts_of_codes() -> None:
    code = sq.ids.credit_code("52370102MF0000013F")
    assert code.authority is not None and code.category is not None
    assert (code.authority.code, code.authority.zh) == ("5", "民政")
    assert (code.category.code, code.category.en) == ("52", "private non-enterprise unit (social service institution)")
    assert (code.division, code.place, code.subject) == ("370102", "历下区", "MF0000013")
    township = sq.ids.division_code("370102001000")
    assert township.level.en == "township" and township.parent == township.county
    assert township.is_within(township.province) and township.province.parent is None
    assert sq.ids.community_code("370102001201").township == township
    assert sq.ids.reference("52370102MF0000013F:v1").publisher == code
    assert sq.ids.reference("v1").publisher is None
    assert sq.ids.phone("0531-88888888").form == "landline"
    assert sq.ids.email("a@b.cn").domain == "b.cn"


def test_the_reference_date_is_the_last_birth_date() -> None:
    check = sq.ids.resident_id
    for day in ("1990-05-17", date(1990, 5, 17), datetime(1990, 5, 17, 8)):
        assert check.is_valid(NUMBER, as_of=day)
    assert not check.is_valid(NUMBER, as_of="1990-05-16")
    assert [issue.rule for issue in check.inspect(NUMBER, as_of="1990-05-16")] == ["IDN002"]
    with pytest.raises(sq.UsageError, match="as_of"):
        check.is_valid(NUMBER, as_of="yesterday")


def test_issues_are_plain_values() -> None:
    issue = sq.ids.resident_id.inspect("11010119900517000x")[0]
    assert (issue.name, issue.zh, issue.rejects, issue.rule) == ("form", "格式不符", True, "IDN021")
    same = pickle.loads(pickle.dumps(issue))
    assert same == issue and hash(same) == hash(issue)
    label = sq.ids.resident_id(NUMBER).sex
    assert pickle.loads(pickle.dumps(label)) == label and str(label) == "女"


def test_the_rule_depends_on_the_kind() -> None:
    rules = {name: getattr(sq.ids, name).inspect("!")[0].rule for name in KINDS}
    assert rules["resident_id"] == "IDN021" and rules["residence_permit"] == "IDN006"
    assert rules["passport"] == "IDN008" and rules["credit_code"] == "STR007"
    assert rules["volunteer_number"] == "IDN017" and rules["organisation_code"] is None


@pytest.mark.parametrize("value", [110101199005170008, 1.1e17, None, b"1"])
def test_a_number_that_is_no_text_is_refused(value: object) -> None:
    for call in (sq.ids.resident_id, sq.ids.resident_id.is_valid, sq.ids.resident_id.inspect, sq.ids.resident_id.mask):
        with pytest.raises(sq.UsageError, match="must be text"):
            call(value)  # type: ignore[arg-type]


def test_any_text_is_judged() -> None:
    for text in ("", "\ud800", "１１０１０１", "\0" * 18, "1" * 100_000):
        for name in KINDS:
            kind = getattr(sq.ids, name)
            assert isinstance(kind.is_valid(text), bool) and isinstance(kind.mask(text), str)


def test_wrong_keywords_give_a_hint() -> None:
    for method in ("is_valid", "inspect", "check"):
        with pytest.raises(sq.KeywordError, match="did you mean `as_of`"):
            getattr(sq.ids.resident_id, method)("1", asof="2026-06-30")
    for method in ("parse", "mask", "__call__"):
        with pytest.raises(sq.KeywordError, match="it has text"):
            getattr(sq.ids.resident_id, method)("1", as_of="2026-06-30")
