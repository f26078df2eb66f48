//! Published examples: every line of `core/data/vectors`.

use super::{AS_OF, set};
use crate::ids::{CreditCode, Issue, Issues, ResidencePermit, ResidentId};

const RESIDENT: &str = include_str!("../../../data/vectors/resident-id-vectors.tsv");
const CREDIT: &str = include_str!("../../../data/vectors/credit-code-vectors.tsv");

fn lines(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.lines().skip(1).map(|line| {
        let mut fields = line.split('\t');
        (fields.next().unwrap(), fields.next().unwrap())
    })
}

/// What the standard says of each resident vector. Where its source speaks of a place or a date, but the check character
/// is wrong too, that stands alone; a code that began after the birth is no finding.
fn expected(id: &str, verdict: &str) -> Issues {
    match (id, verdict) {
        ("111111199901101512" | "440308199902301512" | "111111111111111111", _) | (_, "invalid:checksum") => {
            set(&[Issue::CheckCharacter])
        }
        ("830000199201300022", _) | (_, "invalid:location") => set(&[Issue::Province]),
        (_, "valid:lowercase x") => set(&[Issue::LowerCaseX]),
        (_, "invalid:date") => set(&[Issue::BirthDate]),
        (_, "invalid:15-digit date") => set(&[Issue::BirthDate, Issue::FirstGeneration]),
        (_, "invalid:format" | "invalid:length 14") => set(&[Issue::Form]),
        (_, verdict) if verdict.starts_with("valid 15-digit") => set(&[Issue::FirstGeneration]),
        (_, verdict) if verdict.starts_with("valid") || verdict.starts_with("location ") => Issues::NONE,
        _ => panic!("no expectation for {verdict}"),
    }
}

#[test]
fn resident_numbers() {
    assert_eq!(lines(RESIDENT).count(), 35);
    for (id, verdict) in lines(RESIDENT) {
        let issues = ResidentId::inspect(id, Some(AS_OF));
        assert_eq!(issues, expected(id, verdict), "{id} {verdict}");
        assert_eq!(ResidentId::parse(id).is_ok(), issues.rejection().is_none(), "{id}");
        if let Some((_, full)) = verdict.split_once("-> ") {
            assert_eq!(ResidentId::parse(id).unwrap().upgrade().as_str(), full);
        }
    }
}

#[test]
fn residence_permits() {
    let permits = lines(RESIDENT).filter(|(id, _)| ResidencePermit::inspect(id, Some(AS_OF)).is_empty());
    assert_eq!(permits.map(|(id, _)| id).collect::<Vec<_>>(), ["810000199408230021", "830000199201300022"]);
}

#[test]
fn credit_codes() {
    assert_eq!(lines(CREDIT).count(), 28);
    for (code, note) in lines(CREDIT) {
        let wrong = note.contains("check digit fails") || note.contains("does NOT satisfy");
        let expected = if wrong { set(&[Issue::CheckCharacter]) } else { Issues::NONE };
        assert_eq!(CreditCode::inspect(code, Some(AS_OF)), expected, "{code} {note}");
        assert_eq!(CreditCode::of_form(code).unwrap().as_str(), code);
        assert_eq!(CreditCode::parse(code).is_ok(), !wrong, "{code}");
    }
}

#[test]
fn examples_of_the_domain_reference() {
    for id in ["11010519491231002X", "440524188001010014", "110101199001010015", "370102198506150021"] {
        assert!(ResidentId::inspect(id, Some(AS_OF)).is_empty(), "{id}");
    }
    for code in [
        "523701020000000510",
        "91420100052045470K",
        "52370102MF0000013F",
        "51370102MF0000013J",
        "54370102MF00000139",
        "55370102MF00000136",
        "N2370102MF0000013X",
    ] {
        let issues = CreditCode::inspect(code, Some(AS_OF));
        assert_eq!(issues.rejection(), None, "{code}");
        assert!(!issues.contains(Issue::UnknownAuthority), "{code}");
        assert!(CreditCode::parse(code).unwrap().category().is_some(), "{code}");
    }
}
