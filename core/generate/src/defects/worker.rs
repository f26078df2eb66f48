//! WRK001-WRK008: posts, training, insurances.

use shequ::Kind;

use super::super::day::Day;
use super::{Defect, Draft, Outcome, Part, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "WRK001", what: "a post that ends before it begins", kinds: WORKER, inject: reversed },
    Defect { rule: "WRK002", what: "the same post twice", kinds: WORKER, inject: twice },
    Defect { rule: "WRK003", what: "elected without the election", kinds: WORKER, inject: no_election },
    Defect { rule: "WRK005", what: "no training", kinds: WORKER, inject: no_training },
    Defect { rule: "WRK007", what: "active without a post", kinds: WORKER, inject: no_post },
    Defect { rule: "WRK007", what: "withdrawn and in post", kinds: WORKER, inject: withdrawn },
    Defect { rule: "WRK008", what: "hired without insurances", kinds: WORKER, inject: no_insurance },
];

const WORKER: &[Kind] = &[Kind::Worker];

/// A post that is over already: who is in post stays the same.
fn reversed(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let index = (0..draft.len("/posts")).find(|index| draft.has(&format!("/posts/{index}/ends_on")))?;
    let begins = draft.day(&format!("/posts/{index}/starts_on"))?;
    let pointer = format!("/posts/{index}/ends_on");
    draft.set(&pointer, begins.plus(-1))?;
    alone("WRK001", pointer)
}

fn twice(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    let last = draft.len("/posts").checked_sub(1)?;
    let post = draft.get(&format!("/posts/{last}"))?.clone();
    draft.set(&format!("/posts/{}", last + 1), post)?;
    alone("WRK002", format!("/posts/{}", last + 1))
}

fn no_election(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let is_of_committee = |index: &usize| {
        matches!(
            draft.text(&format!("/posts/{index}/title")),
            Some("director" | "deputy_director" | "member")
        )
    };
    let index = (0..draft.len("/posts")).find(is_of_committee)?;
    let pointer = format!("/posts/{index}/election");
    draft.remove(&pointer)?;
    alone("WRK003", pointer)
}

/// The posts in which somebody is on the reference date.
fn current(draft: &Draft) -> impl Iterator<Item = usize> {
    (0..draft.len("/posts")).filter(|index| !draft.has(&format!("/posts/{index}/ends_on")))
}

/// Asked for of those who were in post all of last year.
fn no_training(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    let first = Day::new(scene.as_of.year() - 1, 1, 1);
    let was_there = |index: usize| {
        let post = |field: &str| format!("/posts/{index}/{field}");
        let counts = draft.is(&post("basis"), "voluntary").is_none()
            && !matches!(draft.text(&post("title")), Some("representative" | "building_leader"));
        counts && draft.day(&post("starts_on")).is_some_and(|day| day <= first)
    };
    current(draft).any(was_there).then_some(())?;
    draft.remove("/trainings")?;
    alone("WRK005", "/trainings")
}

/// Every post ended on the day before.
fn no_post(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    for index in current(draft).collect::<Vec<_>>() {
        let begins = draft.day(&format!("/posts/{index}/starts_on"))?;
        (begins < scene.as_of).then_some(())?;
        draft.set(&format!("/posts/{index}/ends_on"), scene.as_of.plus(-1))?;
    }
    alone("WRK007", "/posts")
}

fn withdrawn(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/status", "withdrawn")?;
    alone("WRK007", "/posts")
}

fn no_insurance(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let is_hired = |index: usize| draft.is(&format!("/posts/{index}/basis"), "hired").is_some();
    current(draft).any(is_hired).then_some(())?;
    if scene.random.percent(50) {
        draft.remove("/insurances")?;
    } else {
        draft.set("/insurances", Part::texts(&["medical", "work_injury"]))?;
    }
    Some(vec![made("WRK008", "/insurances")])
}
