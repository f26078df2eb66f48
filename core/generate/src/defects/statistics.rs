//! COM009-COM012: what the counts of a community say of one another.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "COM009", what: "a part larger than the whole", kinds: STATISTICS, inject: part },
    Defect { rule: "COM009", what: "more minors than residents", kinds: STATISTICS, inject: minors },
    Defect {
        rule: "COM010",
        what: "young and old are more than all",
        kinds: STATISTICS,
        inject: young_and_old,
    },
    Defect {
        rule: "COM010",
        what: "more children left behind than minors",
        kinds: STATISTICS,
        inject: left_behind,
    },
    Defect {
        rule: "COM010",
        what: "more floating Party members than members",
        kinds: STATISTICS,
        inject: floating,
    },
    Defect { rule: "COM011", what: "more households than people", kinds: STATISTICS, inject: households },
    Defect { rule: "COM012", what: "counts of a day to come", kinds: STATISTICS, inject: to_come },
];

const STATISTICS: &[Kind] = &[Kind::Statistics];

/// A part that stands in no other sum.
fn part(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer =
        scene.random.of(&["/ethnic_minority_population", "/low_income", "/disabled", "/entitled_groups"]);
    let residents = draft.count("/resident_population")?;
    draft.set(pointer, residents + i64::from(scene.random.between(1, 90_000)))?;
    alone("COM009", pointer)
}

fn minors(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let residents = draft.count("/resident_population")?;
    draft.count("/aged_60_plus")?;
    draft.set("/minors", residents + 1)?;
    Some(vec![made("COM009", "/minors"), made("COM010", "/minors")])
}

/// Each alone is no more than all.
fn young_and_old(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let (residents, minors) = (draft.count("/resident_population")?, draft.count("/minors")?);
    draft.set("/aged_60_plus", residents - minors + 1)?;
    (minors > 0).then_some(())?;
    alone("COM010", "/minors")
}

fn left_behind(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let (residents, minors) = (draft.count("/resident_population")?, draft.count("/minors")?);
    (minors < residents).then_some(())?;
    draft.set("/left_behind_children", minors + 1)?;
    alone("COM010", "/left_behind_children")
}

fn floating(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let members = draft.count("/party_members")?;
    draft.set("/floating_party_members", members + 1)?;
    alone("COM010", "/floating_party_members")
}

fn households(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let residents = draft.count("/resident_population")?;
    draft.set("/households", residents + 1)?;
    alone("COM011", "/households")
}

fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.set("/as_of", scene.as_of.plus(scene.random.between(1, 400)))?;
    alone("COM012", "/as_of")
}
