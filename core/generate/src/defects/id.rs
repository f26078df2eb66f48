//! IDN017, IDN019: volunteer numbers, and personal numbers used as record ids.

use shequ::Kind;

use super::super::day::Day;
use super::super::persons;
use super::{Defect, Draft, Outcome, Scene, alone, fields, one};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect {
        rule: "IDN017",
        what: "a local volunteer number",
        kinds: &[Kind::Volunteer],
        inject: local_number,
    },
    Defect { rule: "IDN019", what: "an identity number as the id", kinds: &[], inject: number_as_id },
    Defect {
        rule: "IDN019",
        what: "an identity number as a reference",
        kinds: &[],
        inject: number_as_reference,
    },
];

/// An identity number that is given to nobody.
fn number(scene: &mut Scene<'_>) -> String {
    let birth = Day::new(1950, 1, 1).plus(scene.random.between(0, 15_000));
    let number = persons::number(370_102, birth, scene.random.percent(50));
    String::from_utf8_lossy(&number).into_owned()
}

fn local_number(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.set("/number", format!("ZYZ{:08}", scene.random.below(100_000_000)))?;
    alone("IDN017", "/number")
}

/// The ledger masks such an id, as reports do.
fn number_as_id(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.set("/id", number(scene))?;
    alone("IDN019", "/id")
}

fn number_as_reference(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).references, scene)?;
    let number = number(scene);
    draft.set(pointer, number)?;
    alone("IDN019", pointer)
}
