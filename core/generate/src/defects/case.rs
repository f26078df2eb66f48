//! SVC014-SVC018: closing, rating and anonymity of cases.

use shequ::Kind;

use super::super::day::Day;
use super::super::persons;
use super::{Defect, Draft, Made, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "SVC014", what: "closed without a time", kinds: CASE, inject: no_time },
    Defect { rule: "SVC014", what: "open with a time of closing", kinds: CASE, inject: open_and_closed },
    Defect { rule: "SVC014", what: "closed before received", kinds: CASE, inject: closed_before },
    Defect { rule: "SVC015", what: "an emergency without its category", kinds: CASE, inject: no_category },
    Defect { rule: "SVC015", what: "a category on another kind", kinds: CASE, inject: other_category },
    Defect { rule: "SVC016", what: "rated before closed", kinds: CASE, inject: rated },
    Defect { rule: "SVC017", what: "closed after it was due", kinds: CASE, inject: late },
    Defect { rule: "SVC017", what: "open after it was due", kinds: CASE, inject: overdue },
    Defect { rule: "SVC018", what: "an identity number as pseudonym", kinds: CASE, inject: number },
    Defect { rule: "SVC018", what: "a phone number as pseudonym", kinds: CASE, inject: phone },
];

const CASE: &[Kind] = &[Kind::Case];

fn morning(day: Day) -> String {
    format!("{}T09:00:00+08:00", day.text())
}

fn no_time(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "closed")?;
    draft.remove("/closed_at")?;
    alone("SVC014", "/closed_at")
}

/// The rules on a case that is open: none may be rated, and none may be overdue.
fn open(draft: &mut Draft, scene: &mut Scene<'_>, found: &mut Vec<Made>) -> Option<()> {
    draft.set("/status", scene.random.of(&["received", "in_progress", "referred"]))?;
    if draft.has("/rating") {
        found.push(made("SVC016", "/rating"));
    }
    if draft.day("/due_at").is_some_and(|due| due < scene.as_of) {
        found.push(made("SVC017", "/due_at"));
    }
    Some(())
}

fn open_and_closed(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "closed")?;
    let mut found = vec![made("SVC014", "/closed_at")];
    open(draft, scene, &mut found)?;
    Some(found)
}

fn closed_before(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "closed")?;
    let received = draft.day("/received_at")?;
    draft.set("/closed_at", morning(received.plus(-1)))?;
    alone("SVC014", "/closed_at")
}

fn no_category(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.set("/kind", "emergency")?;
    draft.remove("/emergency");
    alone("SVC015", "/emergency")
}

fn other_category(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    (draft.text("/kind")? != "emergency").then_some(())?;
    draft.set("/emergency", "accident")?;
    alone("SVC015", "/emergency")
}

/// A case that was withdrawn may have a time of closing, but no rating.
fn rated(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.set("/status", "withdrawn")?;
    draft.set("/rating", "4")?;
    alone("SVC016", "/rating")
}

fn late(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "closed")?;
    let due = draft.day("/due_at")?;
    draft.set("/closed_at", morning(due.plus(1)))?;
    alone("SVC017", "/due_at")
}

fn overdue(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.remove("/closed_at");
    draft.remove("/rating");
    let mut found = Vec::new();
    open(draft, scene, &mut found)?;
    (!found.is_empty()).then_some(found)
}

fn number(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let birth = Day::new(1950, 1, 1).plus(scene.random.between(0, 15_000));
    let number = persons::number(370_102, birth, true);
    draft.set("/applicant", String::from_utf8_lossy(&number).into_owned())?;
    alone("SVC018", "/applicant")
}

fn phone(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let phone = persons::mobile(scene.random);
    draft.set("/applicant", String::from_utf8_lossy(&phone).into_owned())?;
    alone("SVC018", "/applicant")
}
