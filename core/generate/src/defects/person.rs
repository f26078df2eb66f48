//! PER001-PER007: what the fields of a person say together.

use shequ::Kind;

use super::super::day::Day;
use super::super::persons;
use super::{Defect, Draft, Made, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "PER001", what: "the other sex", kinds: PERSONS, inject: sex },
    Defect { rule: "PER002", what: "another day of birth", kinds: PERSONS, inject: birth_date },
    Defect { rule: "PER003", what: "a birth to come", kinds: PERSONS, inject: to_come },
    Defect { rule: "PER004", what: "a foreign nationality", kinds: &[Kind::Volunteer], inject: nationality },
    Defect {
        rule: "PER005",
        what: "a member of the Youth League beyond its age",
        kinds: PERSONS,
        inject: too_old,
    },
    Defect { rule: "PER005", what: "a Party member under age", kinds: &[Kind::Volunteer], inject: too_young },
    Defect { rule: "PER006", what: "a post begun as a child", kinds: &[Kind::Worker], inject: as_child },
    Defect { rule: "PER007", what: "born more than 120 years ago", kinds: PERSONS, inject: very_old },
];

const PERSONS: &[Kind] = &[Kind::Volunteer, Kind::Worker];

/// The day of birth, which the number says as well.
fn birth(draft: &Draft) -> Option<Day> {
    draft.is("/identity/type", "resident_id")?;
    draft.day("/birth_date")
}

fn sex(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    birth(draft)?;
    let other = if draft.text("/sex")? == "1" { "2" } else { "1" };
    draft.set("/sex", other)?;
    alone("PER001", "/sex")
}

/// Some days later, of somebody so old that no age matters.
fn birth_date(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let birth = birth(draft)?;
    if scene.as_of.age_of(birth) < 42 {
        return None;
    }
    draft.set("/birth_date", birth.plus(scene.random.between(1, 25)))?;
    alone("PER002", "/birth_date")
}

/// The number, the registration, the political status and the posts all speak against it.
fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    birth(draft)?;
    let day = scene.as_of.plus(scene.random.between(1, 400));
    draft.set("/birth_date", day)?;
    let mut found = vec![made("PER002", "/birth_date"), made("PER003", "/birth_date")];
    if matches!(draft.text("/political_status"), Some("01" | "02" | "03")) {
        found.push(made("PER005", "/political_status"));
    }
    if scene.kind == Kind::Volunteer {
        found.push(made("VOL007", "/registered_on"));
    } else {
        found.extend(posts(draft).map(|index| made("PER006", format!("/posts/{index}/starts_on"))));
    }
    Some(found)
}

/// The posts for which one must be of some age: those by hire and by election.
fn posts(draft: &Draft) -> impl Iterator<Item = usize> {
    (0..draft.len("/posts"))
        .filter(|index| matches!(draft.text(&format!("/posts/{index}/basis")), Some("hired" | "elected")))
}

fn nationality(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    birth(draft)?;
    draft.set("/nationality", scene.random.of(&["840", "392", "410", "344"]))?;
    alone("PER004", "/nationality")
}

fn too_old(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    if scene.as_of.age_of(draft.day("/birth_date")?) < 29 {
        return None;
    }
    draft.set("/political_status", "03")?;
    alone("PER005", "/political_status")
}

fn too_young(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    if scene.as_of.age_of(draft.day("/birth_date")?) >= 18 {
        return None;
    }
    draft.set("/political_status", "01")?;
    alone("PER005", "/political_status")
}

/// A post that is over; an earlier begin then changes nothing else.
fn as_child(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let birth = draft.day("/birth_date")?;
    let index = posts(draft).find(|index| draft.has(&format!("/posts/{index}/ends_on")))?;
    let pointer = format!("/posts/{index}/starts_on");
    draft.set(&pointer, birth.years_on(15))?;
    alone("PER006", pointer)
}

/// The number says the same. Dates begin with 1900, so nobody can be so old before 2020.
fn very_old(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    birth(draft)?;
    let day = Day::new(1900, 1, 1);
    if scene.as_of <= day.years_on(120) || draft.is("/political_status", "03").is_some() {
        return None;
    }
    let number = persons::number(370_102, day, draft.is("/sex", "2").is_some());
    draft.set("/identity/number", String::from_utf8_lossy(&number).into_owned())?;
    draft.set("/birth_date", day)?;
    let found: Vec<Made> = vec![made("PER007", "/birth_date")];
    Some(found)
}
