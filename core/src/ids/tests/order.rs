//! One number, one cause: which issue stands where several could.

use super::{AS_OF, set, with_check, with_credit_check};
use crate::ids::{
    CreditCode, ForeignPermanentResidentId, HkMacaoTravelPermit, Issue, Issues, OrganisationCode, Passport,
    ResidencePermit, ResidentId, TaiwanTravelPermit, resident,
};

fn resident(text: &str) -> Issues {
    ResidentId::inspect(text, Some(AS_OF))
}

fn permit(text: &str) -> Issues {
    ResidencePermit::inspect(text, Some(AS_OF))
}

fn credit(text: &str) -> Issues {
    CreditCode::inspect(text, Some(AS_OF))
}

#[test]
fn resident_damage_stands_alone() {
    for text in ["1.10105E+17", "4E17", "110105194912310000"] {
        assert_eq!(resident(text), set(&[Issue::SpreadsheetDamage]), "{text}");
    }
    // A number may end in 000 by right, and 15 digits are never read as damaged.
    let right = (0..100)
        .map(|day| with_check(&format!("110105{}00", 194_912_010 + day)))
        .find(|id| id.ends_with("000") && resident(id).is_empty());
    assert!(right.is_some());
    assert_eq!(resident("110105491231000"), set(&[Issue::FirstGeneration]));
}

#[test]
fn resident_lower_case_x() {
    assert_eq!(resident("11010519491231002x"), set(&[Issue::LowerCaseX]));
    for text in [
        "11010519491231001x", // check
        "99010519491231002x", // province
        "1101051949123100x",  // length
        "1101051949123100２x",
    ] {
        assert!(resident(text).contains(Issue::Form), "{text}");
        assert!(!resident(text).contains(Issue::LowerCaseX), "{text}");
    }
    // Born after the reference date: the form, not the case.
    let future =
        (0..1000).map(|n| with_check(&format!("11010520270101{n:03}"))).find(|id| id.ends_with('X')).unwrap();
    assert_eq!(resident(&future.replace('X', "x")), set(&[Issue::Form]));
    assert_eq!(resident(&future), set(&[Issue::BirthDate]));
    assert_eq!(ResidentId::inspect(&future.replace('X', "x"), None), set(&[Issue::LowerCaseX]));
}

#[test]
fn resident_other_kind() {
    for code in ["91350100M000100Y43", "913502006120495420", "91110108795101314G", "N2370102MF0000013X"] {
        assert_eq!(resident(code), set(&[Issue::OtherKind]), "{code}");
    }
    // A wrong check, an unknown category or a wrong inner code is no credit code beyond doubt.
    assert_eq!(resident("91350211M0000XUF46"), set(&[Issue::Form]));
    let unknown = with_credit_check("98350100M000100Y4");
    assert_eq!(credit(&unknown), set(&[Issue::UnknownAuthority]));
    assert_eq!(resident(&unknown), set(&[Issue::Form]));
    let inner = with_credit_check("91350100M000100Y5");
    assert_eq!(credit(&inner), set(&[Issue::InnerCode]));
    assert_eq!(resident(&inner), set(&[Issue::Form]));
}

#[test]
fn resident_form_and_parts() {
    assert_eq!(resident("１１０１０５19491231002X"), set(&[Issue::Form, Issue::FullWidth]));
    for text in
        ["", " ", "11010519491231002 X", "11010519491231002Y", "1101051949123100", "张11010519491231", "\0"]
    {
        assert_eq!(resident(text), set(&[Issue::Form]), "{text}");
    }
    assert_eq!(resident(&with_check("99010519491331002")), set(&[Issue::BirthDate, Issue::Province]));
    assert_eq!(resident(&with_check("11010518791231002")), set(&[Issue::BirthDate]));
    assert_eq!(resident(&with_check("11999919491231002")), set(&[Issue::UnknownPrefix]));
    assert_eq!(resident(&with_check("11999920270101002")), set(&[Issue::BirthDate, Issue::UnknownPrefix]));
    assert_eq!(
        resident("990105491331002"),
        set(&[Issue::BirthDate, Issue::Province, Issue::FirstGeneration])
    );
    assert_eq!(resident("119999491231002"), set(&[Issue::UnknownPrefix, Issue::FirstGeneration]));
}

#[test]
fn permits_have_one_issue() {
    for (text, issue) in [
        ("8.10000E+17", Issue::SpreadsheetDamage),
        ("810000199408230000", Issue::SpreadsheetDamage),
        ("810000199408230022", Issue::CheckCharacter),
        ("840000199408230021", Issue::Form),
        ("11010519491231002X", Issue::Form),
        ("81000019940823002", Issue::Form),
        ("11010519491231002x", Issue::LowerCaseForm),
        ("91350100M000100Y43", Issue::Form),
    ] {
        assert_eq!(permit(text), set(&[issue]), "{text}");
    }
    assert_eq!(permit(&with_check("81000019941323002")), set(&[Issue::BirthDate]));
    assert_eq!(permit(&with_check("81000020270101002")), set(&[Issue::BirthDate]));
    let x =
        (0..1000).map(|n| with_check(&format!("82000019900101{n:03}"))).find(|id| id.ends_with('X')).unwrap();
    assert_eq!(permit(&x), Issues::NONE);
    assert_eq!(permit(&x.replace('X', "x")), set(&[Issue::LowerCaseX]));
}

#[test]
fn foreign_cards_and_travel_documents() {
    for (text, issues) in [
        ("911124198108030024", set(&[])),
        ("FIN110108000123", set(&[])),
        ("911124198108030025", set(&[Issue::CheckCharacter])),
        ("911124198108030000", set(&[Issue::SpreadsheetDamage])),
        ("9.11124E+17", set(&[Issue::SpreadsheetDamage])),
        ("11010519491231002X", set(&[Issue::Form])),
        ("FI1110108000123", set(&[Issue::Form])),
        ("张110108000123", set(&[Issue::Form])),
        ("", set(&[Issue::Form])),
    ] {
        assert_eq!(ForeignPermanentResidentId::inspect(text), issues, "{text}");
    }
    assert_eq!(Passport::inspect("1E12345"), Issues::NONE);
    assert_eq!(Passport::inspect("1.1E12345"), set(&[Issue::SpreadsheetDamage]));
    assert_eq!(Passport::inspect("1e12345"), set(&[Issue::SpreadsheetDamage]));
    assert_eq!(Passport::inspect("1E12"), set(&[Issue::SpreadsheetDamage]));
    assert_eq!(Passport::inspect("E1234"), Issues::NONE);
    assert_eq!(Passport::inspect("E123456789012345678"), set(&[Issue::Form]));
    assert_eq!(Passport::inspect("Ｅ12345678"), set(&[Issue::Form, Issue::FullWidth]));
    assert_eq!(TaiwanTravelPermit::inspect("1.23457E+07"), set(&[Issue::SpreadsheetDamage]));
    assert_eq!(TaiwanTravelPermit::inspect("12345678B"), set(&[Issue::Form]));
    assert_eq!(HkMacaoTravelPermit::inspect("M1234567890"), Issues::NONE);
    assert_eq!(HkMacaoTravelPermit::inspect("H123456789"), set(&[Issue::Form]));
}

#[test]
fn credit_codes_in_order() {
    for (text, issue) in [
        ("9.135E+17", Issue::SpreadsheetDamage),
        ("914403001922038000", Issue::SpreadsheetDamage),
        ("11010519491231002X", Issue::OtherKind),
        ("440308199901101512", Issue::OtherKind),
        ("11010519491231002x", Issue::Form),
        ("91350100M000100Y44", Issue::CheckCharacter),
        ("91350100M000100I43", Issue::Form),
        ("9135O100M000100Y43", Issue::Form),
        ("91350100M000100Y4", Issue::Form),
        ("91350100m000100y43", Issue::Form),
    ] {
        assert_eq!(credit(text), set(&[issue]), "{text}");
    }
    // Born after the reference date, it is no right resident number either.
    let future = with_check("11010520270101002");
    assert!(CreditCode::inspect(&future, None).contains(Issue::OtherKind));
    assert_eq!(credit(&future), set(&[Issue::CheckCharacter]));
    let every = with_credit_check("98119999M000100Y5");
    assert_eq!(credit(&every), set(&[Issue::UnknownAuthority, Issue::InnerCode, Issue::UnknownDivision]));
}

#[test]
fn organisation_codes() {
    assert_eq!(OrganisationCode::inspect("D2143569-X"), Issues::NONE);
    assert_eq!(OrganisationCode::inspect("D2143569X"), Issues::NONE);
    assert_eq!(OrganisationCode::inspect("D2143568X"), set(&[Issue::CheckCharacter]));
    assert_eq!(OrganisationCode::inspect("1.23E+08"), set(&[Issue::SpreadsheetDamage]));
    assert_eq!(OrganisationCode::inspect("D2143569--"), set(&[Issue::Form]));
    assert_eq!(OrganisationCode::inspect("d2143569X"), set(&[Issue::Form]));
}

#[test]
fn a_record_id_that_is_a_resident_number() {
    assert!(resident::is_valid_number("11010519491231002X", Some(AS_OF)));
    for text in ["11010519491231002x", "110105194912310021", "610104620927690", "830000199201300022", "id"] {
        assert!(!resident::is_valid_number(text, Some(AS_OF)), "{text}");
    }
    assert!(!resident::is_valid_number(&with_check("11010520270101002"), Some(AS_OF)));
}
