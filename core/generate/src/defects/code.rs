//! IDN009-IDN013, IDN016 and IDN018 on credit codes and division codes.

use shequ::Kind;
use shequ::ids::check;

use super::super::day::Day;
use super::super::persons;
use super::{Defect, Draft, Excuse, Outcome, Scene, alone, fields, one};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect {
        rule: "IDN009",
        what: "another check character of a credit code",
        kinds: &[],
        inject: check_character,
    },
    Defect { rule: "IDN010", what: "no such registering authority", kinds: &[], inject: authority },
    Defect {
        rule: "IDN011",
        what: "the organisation code inside does not check",
        kinds: &[],
        inject: inner_code,
    },
    Defect { rule: "IDN012", what: "no such division of registration", kinds: &[], inject: division },
    Defect { rule: "IDN013", what: "a division code with an empty level", kinds: &[], inject: empty_level },
    Defect {
        rule: "IDN016",
        what: "a credit code in scientific notation",
        kinds: &[],
        inject: scientific_source,
    },
    Defect {
        rule: "IDN016",
        what: "a division code in scientific notation",
        kinds: &[],
        inject: scientific_division,
    },
    Defect {
        rule: "IDN018",
        what: "an identity number in place of a credit code",
        kinds: &[],
        inject: other_kind,
    },
];

/// What generated files cannot break.
pub(super) const EXCUSES: &[Excuse] = &[
    Excuse {
        rule: "IDN014",
        reason: "it needs a division table, which the caller loads and the files do not bring",
    },
    Excuse {
        rule: "IDN015",
        reason: "it needs a division table, which the caller loads and the files do not bring",
    },
];

const SOURCE: &str = "/source";

fn source(draft: &Draft) -> Option<[u8; 18]> {
    draft.text(SOURCE)?.as_bytes().try_into().ok()
}

/// Sets the credit code with the check character that it should have.
fn set_checked(draft: &mut Draft, mut code: [u8; 18]) -> Option<()> {
    code[17] = check::credit(&code)?;
    draft.set(SOURCE, String::from_utf8_lossy(&code).into_owned())
}

fn check_character(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let mut code = source(draft)?;
    let others: Vec<u8> = b"123456789ABCDEFGH".iter().copied().filter(|other| *other != code[17]).collect();
    code[17] = scene.random.of(&others);
    draft.set(SOURCE, String::from_utf8_lossy(&code).into_owned())?;
    alone("IDN009", SOURCE)
}

fn authority(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let mut code = source(draft)?;
    code[..2].copy_from_slice(scene.random.of(&[b"16", b"B1", b"97", b"00"]));
    set_checked(draft, code)?;
    alone("IDN010", SOURCE)
}

fn inner_code(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let mut code = source(draft)?;
    let others: Vec<u8> = b"0123456789X".iter().copied().filter(|other| *other != code[16]).collect();
    code[16] = scene.random.of(&others);
    set_checked(draft, code)?;
    alone("IDN011", SOURCE)
}

fn division(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let mut code = source(draft)?;
    code[4..8].copy_from_slice(b"9998");
    set_checked(draft, code)?;
    alone("IDN012", SOURCE)
}

fn scientific_source(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.text(SOURCE)?;
    draft.set(SOURCE, "1.1370102E+17")?;
    alone("IDN016", SOURCE)
}

/// A division code; not of those kinds whose other fields are held against it.
fn placed(draft: &Draft, scene: &mut Scene<'_>) -> Option<&'static str> {
    if matches!(scene.kind, Kind::Subdivision | Kind::Evaluation) {
        return None;
    }
    one(draft, &fields::of(scene.kind).divisions, scene)
}

/// The prefecture becomes 00, what is below stays.
fn empty_level(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = placed(draft, scene)?;
    let code = draft.text(pointer)?;
    let code = format!("{}00{}", code.get(..2)?, code.get(4..)?);
    draft.set(pointer, code)?;
    alone("IDN013", pointer)
}

fn scientific_division(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = placed(draft, scene)?;
    let code = draft.text(pointer)?;
    let code = format!("{}.{}E+11", code.get(..1)?, code.get(1..6)?);
    draft.set(pointer, code)?;
    alone("IDN016", pointer)
}

/// By chance such a number may check as a credit code as well; another day of birth does not.
fn other_kind(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.text(SOURCE)?;
    let first = Day::new(1960, 1, 1).plus(scene.random.between(0, 9000));
    let mut numbers = (0..20).map(|days| persons::number(370_102, first.plus(days), true));
    let number = numbers.find(|number| check::credit(number) != Some(number[17]) && number[17] != b'0')?;
    draft.set(SOURCE, String::from_utf8_lossy(&number).into_owned())?;
    alone("IDN018", SOURCE)
}
