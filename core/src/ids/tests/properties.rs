//! What holds for every text.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{with_check, with_credit_check};
use crate::ids::{
    CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId, HkMacaoTravelPermit, IdSex,
    Issue, OrganisationCode, Passport, Phone, RecordId, Reference, ResidencePermit, ResidentId,
    TaiwanTravelPermit, VolunteerNumber, full_width, is_scientific, mask, resident,
};

/// A text that parses gives itself back, and inspection agrees.
macro_rules! consistent {
    ($type:ident, $text:expr, $issues:expr) => {
        match $type::parse($text) {
            Ok(value) => {
                prop_assert_eq!($issues.rejection(), None);
                prop_assert!($type::parse(value.as_str()).as_ref() == Ok(&value));
                prop_assert!(value.as_str().len() <= $type::MAX_LEN && $text.len() <= $type::MAX_LEN);
                let _ = format!("{value} {value:?}");
            }
            Err(error) => prop_assert_eq!($issues.rejection(), Some(error.issue())),
        }
    };
}

fn check_all(text: &str) -> Result<(), TestCaseError> {
    consistent!(ResidentId, text, ResidentId::inspect(text, None));
    consistent!(ResidencePermit, text, ResidencePermit::inspect(text, None));
    consistent!(ForeignPermanentResidentId, text, ForeignPermanentResidentId::inspect(text));
    consistent!(HkMacaoTravelPermit, text, HkMacaoTravelPermit::inspect(text));
    consistent!(TaiwanTravelPermit, text, TaiwanTravelPermit::inspect(text));
    consistent!(Passport, text, Passport::inspect(text));
    consistent!(VolunteerNumber, text, VolunteerNumber::inspect(text));
    consistent!(Phone, text, Phone::inspect(text));
    consistent!(Email, text, Email::inspect(text));
    consistent!(CreditCode, text, CreditCode::inspect(text, None));
    consistent!(OrganisationCode, text, OrganisationCode::inspect(text));
    consistent!(DivisionCode, text, DivisionCode::inspect(text));
    consistent!(CommunityCode, text, CommunityCode::inspect(text));
    consistent!(RecordId, text, RecordId::inspect(text));
    consistent!(Reference, text, Reference::inspect(text));
    let _ = (is_scientific(text), full_width(text), resident::has_form(text), resident::canonical(text));
    let masks = [
        mask::number(text),
        mask::passport(text),
        mask::volunteer(text),
        mask::phone(text),
        mask::record_id(text),
    ];
    let _ = format!("{masks:?} {}", mask::email(text));
    Ok(())
}

prop_compose! {
    fn birth()(year in 1880..2026_i16, month in 1..13_i8, day in 1..32_i8) -> Option<Date> {
        Date::new(year, month, day).ok()
    }
}

/// A division of a province, a birth date and a sequence number.
fn resident() -> impl Strategy<Value = (u32, Date, u32)> {
    let provinces = prop::sample::select(vec![11_u32, 23, 37, 46, 50, 54, 65, 71, 82]);
    (provinces, 0..10_000_u32, birth().prop_filter_map("a real day", |day| day), 0..1000_u32)
        .prop_map(|(province, rest, day, sequence)| (province * 10_000 + rest, day, sequence))
}

fn body(division: u32, day: Date, sequence: u32) -> String {
    format!("{division}{:04}{:02}{:02}{sequence:03}", day.year(), day.month(), day.day())
}

/// The masked text shows the first and last characters and hides all others.
fn hides(value: &impl std::fmt::Display, text: &str, first: usize, last: usize) -> Result<(), TestCaseError> {
    let shown = value.to_string();
    prop_assert_eq!(shown.len(), text.len());
    for (place, (shown, original)) in shown.chars().zip(text.chars()).enumerate() {
        let open = place < first || place + last >= text.len();
        prop_assert_eq!(shown, if open || original == '-' { original } else { '*' });
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        check_all(&text)?;
    }

    #[test]
    fn no_likely_text_panics(text in "[0-9０-９A-Za-z.:@+ -]{0,20}") {
        check_all(&text)?;
    }

    #[test]
    fn resident_numbers_round_trip((division, day, sequence) in resident()) {
        let text = with_check(&body(division, day, sequence));
        let id = ResidentId::parse(&text).unwrap();
        prop_assert_eq!((id.division(), id.birth_date(), id.sequence()), (division, day, sequence));
        prop_assert_eq!(id.sex(), if sequence % 2 == 1 { IdSex::Male } else { IdSex::Female });
        prop_assert_eq!(id.check(), text.chars().last());
        prop_assert_eq!(id.upgrade(), id);
        prop_assert!(resident::is_valid_number(&text, Some(date(2026, 1, 1))));
        hides(&id, &text, 6, 3)?;
        check_all(&text)?;
    }

    #[test]
    fn the_first_generation_upgrades((division, day, sequence) in resident()) {
        prop_assume!((1900..2000).contains(&day.year()));
        let full = with_check(&body(division, day, sequence));
        let old = format!("{}{}", &full[..6], &full[8..17]);
        let id = ResidentId::parse(&old).unwrap();
        prop_assert!(id.is_first_generation());
        prop_assert_eq!((id.birth_date(), id.sequence(), id.check()), (day, sequence, None));
        prop_assert_eq!(id.upgrade(), ResidentId::parse(&full).unwrap());
        hides(&id, &old, 6, 3)?;
    }

    #[test]
    fn one_wrong_digit_fails_the_check((division, day, sequence) in resident(), place in 0..18_usize, by in 1..10_u8) {
        let mut text = with_check(&body(division, day, sequence)).into_bytes();
        text[place] = match text[place] {
            b'X' => b'0' + by,
            digit => b'0' + (digit - b'0' + by) % 10,
        };
        let text = String::from_utf8(text).unwrap();
        let issue = ResidentId::inspect(&text, None).rejection();
        prop_assert!(
            matches!(issue, Some(Issue::CheckCharacter | Issue::SpreadsheetDamage | Issue::OtherKind)),
            "{} {:?}", text, issue
        );
    }

    #[test]
    fn credit_codes_round_trip(text in "[1-9ANY][1-9][1-6][1-6][0-9]{4}[0-9A-HJ-NP-RTUWXY]{8}[0-9X]") {
        let text = with_credit_check(&text);
        let code = CreditCode::parse(&text).unwrap();
        prop_assert_eq!(code.to_string(), text.clone());
        prop_assert_eq!(format!("{:06}{}{}", code.division(), code.subject(), code.check()), text[2..].to_owned());
        prop_assert_eq!(code.organisation_code().is_none(), CreditCode::inspect(&text, None).contains(Issue::InnerCode));
        prop_assert_eq!(code.category().is_none(), CreditCode::inspect(&text, None).contains(Issue::UnknownAuthority));
    }

    #[test]
    fn one_wrong_character_of_a_credit_code_is_caught(
        text in "[1-9ANY][1-9][1-6][1-6][0-9]{4}[0-9A-HJ-NP-RTUWXY]{8}[0-9X]", place in 0..18_usize, with in "[0-9A-HJ-NP-RTUWXY]"
    ) {
        let text = with_credit_check(&text);
        prop_assume!(text[place..=place] != with);
        let wrong = format!("{}{with}{}", &text[..place], &text[place + 1..]);
        prop_assert!(CreditCode::parse(&wrong).is_err());
    }

    #[test]
    fn division_codes_are_numbers(number in 0..1_000_000_000_000_u64) {
        let code = DivisionCode::from_u64(number).unwrap();
        prop_assert_eq!(code.as_u64(), number);
        prop_assert_eq!(DivisionCode::of_form(code.as_str()), Some(code));
        prop_assert!(code.is_within(code.province()));
        prop_assert_eq!(CommunityCode::of_division(code).is_some(), number % 1000 != 0);
        if let Some(parent) = code.parent() {
            prop_assert!(parent.level() < code.level() && code.is_within(parent));
        }
    }

    #[test]
    fn other_personal_numbers_are_masked(
        passport in "[A-Z]{1,2}[0-9]{7,9}", mobile in "1[3-9][0-9]{9}", landline in "0[0-9]{2}-[0-9]{8}", volunteer in "V[0-9]{16}[0-9A-Z]",
        local in "[a-z]{2,20}", permit in "[HM][0-9]{8}"
    ) {
        hides(&Passport::parse(&passport).unwrap(), &passport, 1, 3)?;
        hides(&HkMacaoTravelPermit::parse(&permit).unwrap(), &permit, 1, 3)?;
        hides(&Phone::parse(&mobile).unwrap(), &mobile, 3, 4)?;
        hides(&Phone::parse(&landline).unwrap(), &landline, 3, 4)?;
        hides(&VolunteerNumber::parse(&volunteer).unwrap(), &volunteer, 7, 3)?;
        let email = Email::parse(&format!("{local}@example.cn")).unwrap();
        prop_assert_eq!(email.to_string(), format!("{}***@example.cn", &local[..1]));
        prop_assert_eq!(format!("{email:?}"), format!("Email({}***@example.cn)", &local[..1]));
    }

    #[test]
    fn references_mask_a_resident_number((division, day, sequence) in resident()) {
        let id = with_check(&body(division, day, sequence));
        prop_assert!(!RecordId::parse(&id).unwrap().to_string().contains(&id[6..15]));
        let external = format!("52370102MF0000013F:{id}");
        hides(&Reference::parse(&external).unwrap(), &external, 25, 3)?;
    }
}
