//! AGR001-AGR008: parties, dates, and what each kind has to say.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Part, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "AGR001", what: "both parties are one", kinds: AGREEMENT, inject: oneself },
    Defect { rule: "AGR002", what: "it ends before it starts", kinds: AGREEMENT, inject: reversed },
    Defect { rule: "AGR003", what: "a purchase without an amount", kinds: AGREEMENT, inject: no_amount },
    Defect { rule: "AGR003", what: "a delegation for nothing", kinds: AGREEMENT, inject: nothing },
    Defect { rule: "AGR004", what: "a delegation without the rights", kinds: AGREEMENT, inject: no_rights },
    Defect {
        rule: "AGR006",
        what: "co-building without a contribution",
        kinds: AGREEMENT,
        inject: no_contribution,
    },
    Defect { rule: "AGR008", what: "in force though it is over", kinds: AGREEMENT, inject: over },
];

const AGREEMENT: &[Kind] = &[Kind::Agreement];

fn oneself(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let first = draft.text("/first_party")?.to_owned();
    draft.set("/second_party", first)?;
    alone("AGR001", "/second_party")
}

/// One that is in force is over as well then, since it has begun.
fn reversed(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let starts = draft.day("/starts_on")?;
    draft.set("/ends_on", starts.plus(-1))?;
    let mut found = vec![made("AGR002", "/ends_on")];
    if draft.is("/status", "in_force").is_some() {
        found.push(made("AGR008", "/ends_on"));
    }
    Some(found)
}

/// One that is more than a draft.
fn is_paid(draft: &Draft) -> Option<()> {
    if draft.is("/status", "draft").is_some() {
        return None;
    }
    matches!(draft.text("/kind"), Some("procurement" | "delegation")).then_some(())
}

fn no_amount(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    is_paid(draft)?;
    draft.remove("/amount")?;
    alone("AGR003", "/amount")
}

fn nothing(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    is_paid(draft)?;
    draft.set("/amount", 0)?;
    alone("AGR003", "/amount")
}

fn no_rights(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    is_paid(draft)?;
    draft.is("/kind", "delegation")?;
    if scene.random.percent(50) {
        draft.set("/rights_delegated", false)?;
    } else {
        draft.remove("/rights_delegated")?;
    }
    alone("AGR004", "/rights_delegated")
}

fn no_contribution(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    matches!(draft.text("/kind"), Some("pairing" | "co_building")).then_some(())?;
    draft.set("/contributions", Part::List(Vec::new()))?;
    alone("AGR006", "/contributions")
}

fn over(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "in_force")?;
    let last = scene.as_of.plus(-1);
    (draft.day("/starts_on")? <= last).then_some(())?;
    draft.set("/ends_on", last)?;
    alone("AGR008", "/ends_on")
}
