//! VOL011-VOL014: activities.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Part, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "VOL011", what: "it ends before it starts", kinds: ACTIVITY, inject: reversed },
    Defect {
        rule: "VOL012",
        what: "a festival on another kind of activity",
        kinds: ACTIVITY,
        inject: other_kind,
    },
    Defect {
        rule: "VOL012",
        what: "a festival activity without its festival",
        kinds: ACTIVITY,
        inject: no_festival,
    },
    Defect { rule: "VOL013", what: "completed on a day to come", kinds: ACTIVITY, inject: to_come },
    Defect {
        rule: "VOL014",
        what: "emergency relief without insurance",
        kinds: ACTIVITY,
        inject: no_insurance,
    },
];

const ACTIVITY: &[Kind] = &[Kind::Activity];

/// A moment on a day.
fn moment(day: super::super::day::Day, hour: &str) -> String {
    format!("{}T{hour}:00:00+08:00", day.text())
}

fn reversed(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let day = draft.day("/starts_at")?;
    draft.set("/ends_at", moment(day.plus(-1), "12"))?;
    alone("VOL011", "/ends_at")
}

fn other_kind(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    (draft.text("/kind")? != "festival").then_some(())?;
    draft.set("/festival", "other")?;
    alone("VOL012", "/festival")
}

fn no_festival(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/kind", "festival")?;
    draft.remove("/festival")?;
    alone("VOL012", "/festival")
}

fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "completed")?;
    draft.set("/ends_at", moment(scene.as_of.plus(scene.random.between(1, 30)), "17"))?;
    alone("VOL013", "/ends_at")
}

fn no_insurance(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.remove("/festival");
    draft.set("/kind", "emergency_relief")?;
    draft.set("/safeguards", Part::texts(&["05", "08"]))?;
    alone("VOL014", "/safeguards")
}
