//! PUB001-PUB005: days, answers, channels.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Part, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "PUB001", what: "a period that ends first", kinds: DISCLOSURE, inject: period },
    Defect { rule: "PUB001", what: "taken down before it was put up", kinds: DISCLOSURE, inject: withdrawn },
    Defect { rule: "PUB002", what: "public on a day to come", kinds: DISCLOSURE, inject: to_come },
    Defect { rule: "PUB003", what: "more answers than objections", kinds: DISCLOSURE, inject: answered },
    Defect { rule: "PUB004", what: "finance of long ago", kinds: DISCLOSURE, inject: late },
    Defect { rule: "PUB005", what: "told at a meeting alone", kinds: DISCLOSURE, inject: unseen },
];

const DISCLOSURE: &[Kind] = &[Kind::Disclosure];

/// The start moves, so that the disclosure is as long after the end as before.
fn period(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.day("/period_starts_on")?;
    let end = draft.day("/period_ends_on")?;
    draft.set("/period_starts_on", end.plus(scene.random.between(1, 90)))?;
    alone("PUB001", "/period_ends_on")
}

fn withdrawn(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let day = draft.day("/disclosed_on")?;
    draft.set("/withdrawn_on", day.plus(-scene.random.between(1, 200)))?;
    alone("PUB001", "/withdrawn_on")
}

/// The end of the period follows, since finance must not be late, and a day of withdrawal goes.
fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let day = scene.as_of.plus(scene.random.between(1, 60));
    draft.set("/disclosed_on", day)?;
    if draft.has("/period_ends_on") {
        draft.set("/period_ends_on", day)?;
    }
    if draft.has("/withdrawn_on") {
        draft.remove("/withdrawn_on")?;
    }
    alone("PUB002", "/disclosed_on")
}

fn answered(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let objections = draft.count("/objections")?;
    draft.set("/answered", objections + i64::from(scene.random.between(1, 5)))?;
    alone("PUB003", "/answered")
}

/// The period is one of long ago.
fn late(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/kind", "finance")?;
    let end = draft.day("/disclosed_on")?.plus(-scene.random.between(93, 500));
    draft.set("/period_starts_on", end.plus(-89))?;
    draft.set("/period_ends_on", end)?;
    alone("PUB004", "/disclosed_on")
}

fn unseen(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    matches!(draft.text("/kind")?, "finance" | "community_affairs").then_some(())?;
    let channel = scene.random.of(&["meeting", "broadcast", "paper", "other"]);
    draft.set("/channels", Part::List(vec![Part::text(channel)]))?;
    alone("PUB005", "/channels")
}
