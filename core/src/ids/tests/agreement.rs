//! What a pattern says is what the code says.

use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use proptest::{prop_assert, prop_assert_eq};

use crate::ids::{
    CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId, HkMacaoTravelPermit, Issue,
    Issues, OrganisationCode, Passport, Phone, RecordId, Reference, ResidencePermit, ResidentId,
    TaiwanTravelPermit, VolunteerNumber, is_scientific,
};

/// Texts made from the pattern have the form, and fit the length.
fn agrees(pattern: &str, max_len: usize, inspect: impl Fn(&str) -> Issues) {
    let inner = pattern.strip_prefix('^').and_then(|inner| inner.strip_suffix('$')).unwrap();
    let texts = string_regex(inner).unwrap();
    TestRunner::default()
        .run(&texts, |text| {
            prop_assert!(text.len() <= max_len, "{}", text);
            let damaged = is_scientific(&text);
            prop_assert_eq!(inspect(&text).contains(Issue::Form), false, "{} {}", text, damaged);
            Ok(())
        })
        .unwrap();
}

macro_rules! agree {
    ($($type:ident($inspect:expr)),* $(,)?) => {
        $(agrees($type::PATTERN, $type::MAX_LEN, $inspect);)*
    };
}

#[test]
fn patterns_give_the_form() {
    agree!(
        ResidentId(|text| ResidentId::inspect(text, None)),
        ResidencePermit(|text| ResidencePermit::inspect(text, None)),
        ForeignPermanentResidentId(ForeignPermanentResidentId::inspect),
        HkMacaoTravelPermit(HkMacaoTravelPermit::inspect),
        TaiwanTravelPermit(TaiwanTravelPermit::inspect),
        Passport(Passport::inspect),
        VolunteerNumber(VolunteerNumber::inspect),
        Phone(Phone::inspect),
        CreditCode(|text| CreditCode::inspect(text, None)),
        OrganisationCode(OrganisationCode::inspect),
        DivisionCode(DivisionCode::inspect),
        CommunityCode(CommunityCode::inspect),
        RecordId(RecordId::inspect),
        Reference(Reference::inspect),
    );
}

#[test]
fn email_patterns_give_the_form() {
    let texts = string_regex(
        "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}([.][A-Za-z0-9_-]{1,20}){0,2}@([a-z0-9]{1,20}[.]){1,3}[a-z]{2,8}",
    );
    TestRunner::default()
        .run(&texts.unwrap(), |text| {
            prop_assert!(Email::fits(&text), "{}", text);
            Ok(())
        })
        .unwrap();
}

/// Explicit classes and anchors only, so that all engines read the same.
#[test]
fn patterns_are_plain() {
    for pattern in [
        ResidentId::PATTERN,
        ResidencePermit::PATTERN,
        ForeignPermanentResidentId::PATTERN,
        HkMacaoTravelPermit::PATTERN,
        TaiwanTravelPermit::PATTERN,
        Passport::PATTERN,
        VolunteerNumber::PATTERN,
        Phone::PATTERN,
        Email::PATTERN,
        Email::PATTERN_LOCAL,
        CreditCode::PATTERN,
        OrganisationCode::PATTERN,
        DivisionCode::PATTERN,
        CommunityCode::PATTERN,
        RecordId::PATTERN,
        Reference::PATTERN,
    ] {
        assert!(pattern.starts_with('^') && pattern.ends_with('$'), "{pattern}");
        assert!(!pattern.contains('\\') && !pattern.contains("(?") && pattern.is_ascii(), "{pattern}");
    }
}
