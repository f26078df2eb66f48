"""Rules, their explanations, and schemas."""

from __future__ import annotations

import pickle

import pytest
import shequ as sq


def test_rules_are_a_sequence_and_a_table() -> None:
    rules = sq.rules()
    assert len(rules) > 100 and len({rule.id for rule in rules}) == len(rules)
    assert rules["idn001"] == rules["resident-id-check-character"] and "IDN001" in rules
    assert isinstance(rules[:3], list) and rules[-1].id in rules
    table = pytest.importorskip("polars").DataFrame(rules)
    assert table["id"].to_list() == [rule.id for rule in rules]
    assert rules.to_pandas()["title"].tolist() == rules.to_arrow()["title"].to_pylist()
    html = rules._repr_html_()
    assert html.count("<tr>") == len(rules) + 1 and rules["IDN001"].title in html


def test_a_rule_is_a_plain_value() -> None:
    rule = sq.rules(lang="en")["PER007"]
    assert pickle.loads(pickle.dumps(rule)) == rule and rule != sq.rules()["PER007"]
    assert (rule.severity, rule.scope, rule.lang, rule.adjustable) == ("warning", "record", "en", True)
    assert rule.severity_title == "warning" and sq.rules()["PER007"].severity_title == "警告"
    assert "volunteer" in rule.kinds and "max_age" in rule.parameters and rule.url == "rules/PER007.md"
    with pytest.raises(AttributeError):
        rule.title = "x"  # type: ignore[misc]


def test_the_basis_of_a_rule() -> None:
    basis = sq.rules()["IDN019"].basis[0]
    assert basis.document == "个人信息保护法" and basis.clause == "51" and basis.start == "2021-11-01"
    assert basis.quote is not None and basis.end is None
    assert pickle.loads(pickle.dumps(basis)) == basis and str(basis) == "个人信息保护法 51"


def test_every_rule_is_explained_in_both_languages() -> None:
    for lang in ("zh", "en"):
        for rule in sq.rules(lang=lang):
            explanation = sq.explain(rule)
            assert explanation.lang == lang and str(explanation) == repr(explanation)
            assert str(explanation).startswith(f"{rule.id}  {rule.title}") and rule.advice in str(explanation)
            assert explanation.to_markdown().startswith(f"# {rule.id} ")
            assert f'<article id="{rule.id}">' in explanation._repr_html_()


def test_a_finding_is_explained() -> None:
    finding = sq.check({"id": "c1"}, "community", as_of="2026-06-30")[0]
    assert sq.explain(finding) == sq.explain("str003")
    explanation = sq.explain("STR003", lang="en")
    assert pickle.loads(pickle.dumps(explanation)) == explanation and "required" in str(explanation)


def test_the_nearest_rule_is_named() -> None:
    for call in (sq.explain, sq.rules().__getitem__):
        with pytest.raises(sq.UsageError, match="IDN001"):
            call("IDN01")
    with pytest.raises(sq.KeywordError, match="did you mean `lang`"):
        sq.explain("IDN001", language="en")  # type: ignore[call-arg]
    with pytest.raises(sq.UsageError, match="lang"):
        sq.rules(lang="fr")


def test_schemas() -> None:
    schema = sq.schema("志愿者")
    assert schema == sq.schema("volunteer") and schema["$id"] == "urn:shequ:1.0:volunteer"
    assert sq.schema("report", base_uri="https://example.cn/")["$id"] == "https://example.cn/report"
    with pytest.raises(sq.UsageError, match="no record type"):
        sq.schema("person")
    with pytest.raises(sq.UsageError):
        sq.dictionary("person")
    for record in sq.dictionary()["records"]:
        assert record == sq.dictionary(record["name"])
        assert {field["name"] for field in record["fields"]} >= set(sq.schema(record["name"])["properties"])
    with pytest.raises(sq.KeywordError, match="did you mean `base_uri`"):
        sq.schema("volunteer", base_url="x")  # type: ignore[call-arg]
