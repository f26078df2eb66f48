//! IDN001-IDN008, IDN016, IDN018, IDN020 and IDN021: numbers of identity documents.

use shequ::Kind;
use shequ::ids::{CreditCode, check};

use super::super::day::Day;
use super::super::persons;
use super::super::site::credit_code;
use super::{Defect, Draft, Outcome, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "IDN001", what: "another check character", kinds: PERSONS, inject: check_character },
    Defect { rule: "IDN002", what: "a birth date that does not exist", kinds: PERSONS, inject: birth_date },
    Defect { rule: "IDN002", what: "a birth before 1880", kinds: PERSONS, inject: long_ago },
    Defect { rule: "IDN003", what: "two digits that are no province", kinds: PERSONS, inject: province },
    Defect {
        rule: "IDN004",
        what: "six digits that never were a division",
        kinds: PERSONS,
        inject: division,
    },
    Defect {
        rule: "IDN005",
        what: "15 digits of the first generation",
        kinds: PERSONS,
        inject: first_generation,
    },
    Defect {
        rule: "IDN006",
        what: "a residence permit with a wrong check",
        kinds: PERSONS,
        inject: residence_permit,
    },
    Defect {
        rule: "IDN007",
        what: "a foreigner's card of another form",
        kinds: PERSONS,
        inject: foreign_card,
    },
    Defect { rule: "IDN008", what: "a passport number with a dash", kinds: PERSONS, inject: passport },
    Defect {
        rule: "IDN008",
        what: "a travel permit without its letter",
        kinds: PERSONS,
        inject: travel_permit,
    },
    Defect {
        rule: "IDN016",
        what: "scientific notation of a spreadsheet",
        kinds: PERSONS,
        inject: scientific,
    },
    Defect { rule: "IDN016", what: "the last three digits turned to 0", kinds: PERSONS, inject: rounded },
    Defect {
        rule: "IDN018",
        what: "a credit code in place of the number",
        kinds: PERSONS,
        inject: other_kind,
    },
    Defect { rule: "IDN020", what: "a lower-case x", kinds: PERSONS, inject: lower_case },
    Defect { rule: "IDN021", what: "a digit is missing", kinds: PERSONS, inject: digit_missing },
    Defect { rule: "IDN021", what: "full-width digits", kinds: PERSONS, inject: full_width },
];

const PERSONS: &[Kind] = &[Kind::Volunteer, Kind::Worker];
const NUMBER: &str = "/identity/number";

/// The number of a resident identity card.
fn resident(draft: &Draft) -> Option<[u8; 18]> {
    draft.is("/identity/type", "resident_id")?;
    draft.text(NUMBER)?.as_bytes().try_into().ok()
}

fn set(draft: &mut Draft, number: &[u8]) -> Option<()> {
    let text = String::from_utf8_lossy(number).into_owned();
    // by chance it may be a credit code, which is another finding
    if CreditCode::parse(&text).is_ok() {
        return None;
    }
    draft.set(NUMBER, text)
}

/// Sets the number with the check character that it should have.
fn set_checked(draft: &mut Draft, mut number: [u8; 18]) -> Option<()> {
    number[17] = check::resident(&number)?;
    set(draft, &number)
}

/// A number with another check character. A 0 behind zeros looks like the work of a spreadsheet.
fn unchecked(mut number: [u8; 18], scene: &mut Scene<'_>) -> Option<[u8; 18]> {
    let right = check::resident(&number)?;
    let others: Vec<u8> = b"123456789X".iter().copied().filter(|other| *other != right).collect();
    number[17] = scene.random.of(&others);
    Some(number)
}

fn check_character(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let number = unchecked(resident(draft)?, scene)?;
    set(draft, &number)?;
    alone("IDN001", NUMBER)
}

fn birth_date(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let mut number = resident(draft)?;
    number[10..14].copy_from_slice(scene.random.of(&[b"0230", b"0431", b"1301", b"0000"]));
    set_checked(draft, number)?;
    alone("IDN002", NUMBER)
}

fn long_ago(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let mut number = resident(draft)?;
    number[6..10].copy_from_slice(b"1879");
    set_checked(draft, number)?;
    alone("IDN002", NUMBER)
}

fn province(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let mut number = resident(draft)?;
    number[..2].copy_from_slice(scene.random.of(&[b"00", b"10", b"20", b"66", b"98"]));
    set_checked(draft, number)?;
    alone("IDN003", NUMBER)
}

/// No edition has a county 98 of a prefecture 99.
fn division(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let mut number = resident(draft)?;
    number[2..6].copy_from_slice(b"9998");
    set_checked(draft, number)?;
    alone("IDN004", NUMBER)
}

/// The century of such a number is the twentieth; 000 and 999 say the sex as before.
fn first_generation(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let number = resident(draft)?;
    if &number[6..8] != b"19" {
        return None;
    }
    set(draft, &[&number[..6], &number[8..17]].concat())?;
    alone("IDN005", NUMBER)
}

fn residence_permit(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let mut number = resident(draft)?;
    number[..6].copy_from_slice(scene.random.of(&[b"810000", b"820000", b"830000"]));
    let number = unchecked(number, scene)?;
    draft.set("/identity/type", "hk_macao_taiwan_residence_permit")?;
    set(draft, &number)?;
    alone("IDN006", NUMBER)
}

fn foreign_card(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.set("/identity/type", "foreign_permanent_resident_id")?;
    draft.set(NUMBER, format!("AB{:012}", scene.random.below(1_000_000)))?;
    alone("IDN007", NUMBER)
}

fn passport(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.set("/identity/type", "passport")?;
    draft.set(NUMBER, format!("E0-{:06}", scene.random.below(1_000_000)))?;
    alone("IDN008", NUMBER)
}

fn travel_permit(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.set("/identity/type", "hk_macao_travel_permit")?;
    draft.set(NUMBER, format!("00{:06}", scene.random.below(1_000_000)))?;
    alone("IDN008", NUMBER)
}

fn scientific(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let number = resident(draft)?;
    let digits = String::from_utf8_lossy(&number[..6]).into_owned();
    draft.set(NUMBER, format!("{}.{}E+17", &digits[..1], &digits[1..]))?;
    alone("IDN016", NUMBER)
}

fn rounded(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let mut number = resident(draft)?;
    number[15..].copy_from_slice(b"000");
    if check::resident(&number)? == b'0' {
        return None;
    }
    set(draft, &number)?;
    alone("IDN016", NUMBER)
}

fn other_kind(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    resident(draft)?;
    draft.set(NUMBER, credit_code("91", 370_102, 900_000 + scene.random.below(99_999)))?;
    alone("IDN018", NUMBER)
}

/// Another division is looked for with which the check character is X.
fn lower_case(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    const COUNTIES: [u32; 16] = [
        110_101, 110_102, 110_105, 110_106, 110_107, 110_108, 120_101, 120_102, 120_103, 120_104, 130_102,
        310_101, 310_104, 310_105, 370_102, 370_103,
    ];
    let number = resident(draft)?;
    let birth: [i32; 3] = [&number[6..10], &number[10..12], &number[12..14]]
        .map(|digits| digits.iter().fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0')));
    let (birth, female) = (Day::new(birth[0], birth[1], birth[2]), number[16] == b'0');
    let mut numbers = COUNTIES.into_iter().map(|county| persons::number(county, birth, female));
    let mut number = numbers.find(|number| number[17] == b'X')?;
    number[17] = b'x';
    set(draft, &number)?;
    alone("IDN020", NUMBER)
}

fn digit_missing(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let number = resident(draft)?;
    set(draft, &number[..17])?;
    alone("IDN021", NUMBER)
}

fn full_width(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    resident(draft)?;
    let number = draft.text(NUMBER)?;
    let first = number.chars().next()?;
    let wide = char::from_u32(u32::from(first) - u32::from('0') + u32::from('０'))?;
    let number = format!("{wide}{}", &number[1..]);
    draft.set(NUMBER, number)?;
    alone("IDN021", NUMBER)
}
