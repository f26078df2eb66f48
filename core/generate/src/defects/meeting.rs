//! MTG001-MTG006: who attended, votes, majority, quorum, days, disclosure.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Part, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "MTG001", what: "more attended than were entitled", kinds: MEETING, inject: attended },
    Defect { rule: "MTG002", what: "more votes than people", kinds: MEETING, inject: votes },
    Defect { rule: "MTG003", what: "adopted by a few", kinds: MEETING, inject: adopted },
    Defect { rule: "MTG004", what: "a meeting of few villagers", kinds: MEETING, inject: quorum },
    Defect { rule: "MTG005", what: "over before it was held", kinds: MEETING, inject: to_come },
    Defect { rule: "MTG006", what: "money decided on in silence", kinds: MEETING, inject: silent },
];

const MEETING: &[Kind] = &[Kind::Meeting];

/// Those entitled become fewer: votes and quorum are judged as before.
fn attended(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let attended = draft.count("/attended")?;
    let fewer = attended - i64::from(scene.random.between(1, 3));
    (draft.has("/entitled") && fewer >= 0).then_some(())?;
    draft.set("/entitled", fewer)?;
    alone("MTG001", "/attended")
}

fn votes(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    const FIRST: &str = "/decisions/0/in_favour";
    draft.count(FIRST)?;
    let attended = draft.count("/attended")?;
    draft.set(FIRST, attended + i64::from(scene.random.between(1, 20)))?;
    alone("MTG002", FIRST)
}

fn adopted(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "completed")?;
    let kind = draft.text("/kind")?;
    (kind.ends_with("_representatives") || kind == "villagers_assembly" || kind == "residents_assembly")
        .then_some(())?;
    (draft.get("/decisions/0/adopted")? == &Part::word("true")).then_some(())?;
    let half = draft.count("/attended")? / 2;
    draft.set("/decisions/0/in_favour", half)?;
    draft.set("/decisions/0/against", 0)?;
    draft.set("/decisions/0/abstained", 0)?;
    alone("MTG003", "/decisions/0/adopted")
}

/// More could have come; those who did and their votes stay.
fn quorum(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "completed")?;
    draft.text("/kind")?.starts_with("villagers_").then_some(())?;
    let attended = draft.count("/attended")?;
    draft.count("/entitled")?;
    draft.set("/entitled", attended * 2 + i64::from(scene.random.between(1, 40)))?;
    alone("MTG004", "/attended")
}

fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "completed")?;
    draft.set("/held_on", scene.as_of.plus(scene.random.between(1, 60)))?;
    alone("MTG005", "/held_on")
}

fn silent(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "completed")?;
    let topics = ["/topics/0", "/topics/1"];
    topics
        .iter()
        .any(|topic| matches!(draft.text(topic), Some("finance" | "collective_assets")))
        .then_some(())?;
    (draft.get("/decisions/0/adopted")? == &Part::word("true")).then_some(())?;
    draft.remove("/disclosure")?;
    alone("MTG006", "/disclosure")
}
