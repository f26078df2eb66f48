//! SVC002, SVC003, SVC005 and SVC012: items that a community was asked to do.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "SVC002", what: "assistance without its legal basis", kinds: SERVICE, inject: no_basis },
    Defect {
        rule: "SVC002",
        what: "assistance without working conditions",
        kinds: SERVICE,
        inject: no_conditions,
    },
    Defect { rule: "SVC002", what: "assistance without funding", kinds: SERVICE, inject: no_funding },
    Defect { rule: "SVC003", what: "delegated without an agreement", kinds: SERVICE, inject: no_agreement },
    Defect { rule: "SVC003", what: "delegated for nothing", kinds: SERVICE, inject: nothing },
    Defect { rule: "SVC005", what: "never admitted", kinds: SERVICE, inject: not_admitted },
    Defect { rule: "SVC005", what: "the admission ran out", kinds: SERVICE, inject: ran_out },
    Defect { rule: "SVC012", what: "decided before applied for", kinds: SERVICE, inject: decided_before },
    Defect { rule: "SVC012", what: "running out before decided", kinds: SERVICE, inject: ended_before },
];

const SERVICE: &[Kind] = &[Kind::Service];

fn no_basis(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/responsibility", "statutory_assistance")?;
    draft.remove("/legal_basis")?;
    alone("SVC002", "/legal_basis")
}

fn no_conditions(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/responsibility", "statutory_assistance")?;
    if scene.random.percent(50) {
        draft.set("/working_conditions", false)?;
    } else {
        draft.remove("/working_conditions")?;
    }
    alone("SVC002", "/working_conditions")
}

/// What a community was asked to do is admitted first.
fn needs_admission(draft: &Draft) -> Option<()> {
    matches!(draft.text("/responsibility"), Some("statutory_assistance" | "delegated")).then_some(())?;
    draft.is("/status", "active")
}

fn no_funding(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/responsibility", "statutory_assistance")?;
    draft.remove("/funding")?;
    alone("SVC002", "/funding")
}

fn nothing(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/responsibility", "delegated")?;
    draft.get("/funding")?;
    draft.set("/funding/amount", 0)?;
    alone("SVC003", "/funding/amount")
}

fn no_agreement(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/responsibility", "delegated")?;
    draft.remove("/agreement")?;
    alone("SVC003", "/agreement")
}

fn not_admitted(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    needs_admission(draft)?;
    if scene.random.percent(50) {
        draft.remove("/admission")?;
    } else {
        draft.set("/admission/status", scene.random.of(&["applied", "refused", "withdrawn"]))?;
    }
    alone("SVC005", "/admission")
}

fn ran_out(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    needs_admission(draft)?;
    let last = scene.as_of.plus(-1);
    (draft.day("/admission/decided_on")? <= last).then_some(())?;
    draft.set("/admission/expires_on", last)?;
    alone("SVC005", "/admission/expires_on")
}

fn decided_before(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let applied = draft.day("/admission/applied_on")?;
    draft.set("/admission/decided_on", applied.plus(-1))?;
    alone("SVC012", "/admission/decided_on")
}

/// What was decided long ago has run out besides.
fn ended_before(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    needs_admission(draft)?;
    let last = draft.day("/admission/decided_on")?.plus(-1);
    draft.set("/admission/expires_on", last)?;
    let mut found = vec![made("SVC012", "/admission/expires_on")];
    if last < scene.as_of {
        found.push(made("SVC005", "/admission/expires_on"));
    }
    Some(found)
}
