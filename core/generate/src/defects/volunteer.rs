//! VOL001-VOL007, VOL027: registration, guardian, withdrawal, stars and consent of volunteers.

use shequ::Kind;

use super::super::day::Day;
use super::{Defect, Draft, Outcome, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "VOL001", what: "a minor without a guardian", kinds: VOLUNTEER, inject: no_guardian },
    Defect { rule: "VOL002", what: "registered as a small child", kinds: VOLUNTEER, inject: small_child },
    Defect { rule: "VOL003", what: "the guardian consented later", kinds: VOLUNTEER, inject: late_consent },
    Defect { rule: "VOL004", what: "withdrawn without a day", kinds: VOLUNTEER, inject: no_day },
    Defect {
        rule: "VOL004",
        what: "active with a day of withdrawal",
        kinds: VOLUNTEER,
        inject: active_and_withdrawn,
    },
    Defect {
        rule: "VOL004",
        what: "withdrawn before registered",
        kinds: VOLUNTEER,
        inject: withdrawn_before,
    },
    Defect { rule: "VOL005", what: "more stars than hours", kinds: VOLUNTEER, inject: stars },
    Defect { rule: "VOL006", what: "active without consent", kinds: VOLUNTEER, inject: no_consent },
    Defect { rule: "VOL006", what: "consent withdrawn", kinds: VOLUNTEER, inject: consent_withdrawn },
    Defect { rule: "VOL007", what: "registered on a day to come", kinds: VOLUNTEER, inject: to_come },
    Defect {
        rule: "VOL027",
        what: "no separate consent to sensitive data",
        kinds: VOLUNTEER,
        inject: no_separate_consent,
    },
];

const VOLUNTEER: &[Kind] = &[Kind::Volunteer];

/// Birth and registration.
fn days(draft: &Draft) -> Option<(Day, Day)> {
    Some((draft.day("/birth_date")?, draft.day("/registered_on")?))
}

/// From 16 on an income of one's own would do.
fn no_guardian(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let (birth, registered) = days(draft)?;
    (registered.age_of(birth) < 18).then_some(())?;
    draft.set("/employment", "31")?;
    draft.remove("/guardian")?;
    alone("VOL001", "/guardian")
}

/// Registered some years before, when the guardian had consented already.
fn small_child(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let birth = draft.day("/birth_date")?;
    draft.get("/guardian")?;
    let registered = birth.years_on(6);
    draft.set("/registered_on", registered)?;
    draft.set("/guardian/consented_on", registered)?;
    alone("VOL002", "/registered_on")
}

fn late_consent(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let (birth, registered) = days(draft)?;
    (registered.age_of(birth) < 18).then_some(())?;
    draft.get("/guardian")?;
    draft.set("/guardian/consented_on", registered.plus(scene.random.between(1, 60)))?;
    alone("VOL003", "/guardian/consented_on")
}

fn no_day(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/status", "withdrawn")?;
    alone("VOL004", "/withdrawn_on")
}

fn active_and_withdrawn(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/withdrawn_on", scene.as_of)?;
    alone("VOL004", "/withdrawn_on")
}

fn withdrawn_before(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let (_, registered) = days(draft)?;
    draft.set("/status", "withdrawn")?;
    draft.set("/withdrawn_on", registered.plus(-1))?;
    alone("VOL004", "/withdrawn_on")
}

fn stars(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let star = match draft.hundredths("/total_hours")? {
        ..10_000 => "1",
        10_000..60_000 => "3",
        60_000..150_000 => "5",
        _ => return None,
    };
    draft.set("/star", star)?;
    alone("VOL005", "/star")
}

fn no_consent(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.remove("/consent")?;
    alone("VOL006", "/consent")
}

fn consent_withdrawn(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.get("/consent")?;
    draft.set("/consent/withdrawn_on", scene.as_of)?;
    alone("VOL006", "/consent/withdrawn_on")
}

/// Somebody who is active: a day of withdrawal would lie before.
fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    let day = scene.as_of.plus(scene.random.between(1, 60));
    draft.set("/registered_on", day)?;
    // by then the law asks for it
    if draft.has("/consent") && !draft.has("/consent/sensitive_given_on") {
        draft.set("/consent/sensitive_given_on", day)?;
    }
    alone("VOL007", "/registered_on")
}

/// Asked for of who registered since the law is in force.
fn no_separate_consent(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    (draft.day("/registered_on")? >= Day::new(2021, 11, 1)).then_some(())?;
    draft.remove("/consent/sensitive_given_on")?;
    alone("VOL027", "/consent/sensitive_given_on")
}
