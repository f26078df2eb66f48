//! VOL015-VOL018: the times and hours of service records.

use shequ::Kind;

use super::super::day::Day;
use super::{Defect, Draft, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "VOL015", what: "it ends before it begins", kinds: RECORD, inject: reversed },
    Defect { rule: "VOL015", what: "it lasts half a minute", kinds: RECORD, inject: no_minute },
    Defect { rule: "VOL016", what: "more hours than there were", kinds: RECORD, inject: hours },
    Defect { rule: "VOL016", what: "minutes in place of hours", kinds: RECORD, inject: minutes },
    Defect { rule: "VOL017", what: "it ends on the next day", kinds: RECORD, inject: over_night },
    Defect { rule: "VOL018", what: "service on a day to come", kinds: RECORD, inject: to_come },
];

const RECORD: &[Kind] = &[Kind::ServiceRecord];

fn moment(day: Day, time: &str) -> String {
    format!("{}T{time}+08:00", day.text())
}

/// On the same day; every service begins after seven.
fn reversed(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let day = draft.day("/starts_at")?;
    draft.set("/ends_at", moment(day, "06:00:00"))?;
    alone("VOL015", "/ends_at")
}

fn no_minute(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let day = draft.day("/starts_at")?;
    draft.set("/starts_at", moment(day, "09:00:00"))?;
    draft.set("/ends_at", moment(day, "09:00:30"))?;
    draft.set("/hours", 0)?;
    alone("VOL015", "/ends_at")
}

/// An hour more than was served, in whole hours.
fn hours(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let hours = draft.count("/hours")?;
    draft.set("/hours", hours + 2)?;
    alone("VOL016", "/hours")
}

fn minutes(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let minutes = draft.hundredths("/hours")? * 60 / 100;
    (minutes >= 30).then_some(())?;
    draft.set("/hours", minutes)?;
    alone("VOL016", "/hours")
}

/// Twelve hours at most, and not beyond the reference date.
fn over_night(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let day = draft.day("/starts_at")?;
    (day < scene.as_of).then_some(())?;
    draft.set("/starts_at", moment(day, "20:00:00"))?;
    draft.set("/ends_at", moment(day.plus(1), "06:00:00"))?;
    alone("VOL017", "/ends_at")
}

fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let day = scene.as_of.plus(scene.random.between(1, 30));
    draft.set("/starts_at", moment(day, "08:00:00"))?;
    draft.set("/ends_at", moment(day, "20:00:00"))?;
    Some(vec![made("VOL018", "/ends_at")])
}
