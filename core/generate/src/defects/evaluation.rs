//! EVA001-EVA006: points, dates, scheme.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "EVA001", what: "more points than there are", kinds: EVALUATION, inject: points },
    Defect { rule: "EVA002", what: "a total that is no sum", kinds: EVALUATION, inject: total },
    Defect { rule: "EVA003", what: "valid until before the evaluation", kinds: EVALUATION, inject: ended },
    Defect { rule: "EVA003", what: "evaluated on a day to come", kinds: EVALUATION, inject: to_come },
    Defect { rule: "EVA004", what: "a dimension is left out", kinds: EVALUATION, inject: dimension },
    Defect { rule: "EVA005", what: "rural full coverage of a community", kinds: EVALUATION, inject: scheme },
    Defect { rule: "EVA006", what: "a creation that appraises a unit", kinds: EVALUATION, inject: appraised },
    Defect { rule: "EVA006", what: "an appraisal of nobody", kinds: EVALUATION, inject: nobody },
];

const EVALUATION: &[Kind] = &[Kind::Evaluation];

/// The total no longer is the sum either.
fn points(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let index = scene.random.index(draft.len("/scores").max(1));
    let (points, maximum) =
        (format!("/scores/{index}/points"), draft.count(&format!("/scores/{index}/maximum"))?);
    draft.set(&points, maximum + i64::from(scene.random.between(1, 50)))?;
    Some(vec![made("EVA001", points), made("EVA002", "/total_score")])
}

fn total(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let total = draft.count("/total_score")?;
    draft.set("/total_score", total + i64::from(scene.random.between(1, 9)))?;
    alone("EVA002", "/total_score")
}

fn ended(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let day = draft.day("/evaluated_on")?;
    draft.set("/valid_until", day.plus(-1))?;
    alone("EVA003", "/valid_until")
}

fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let day = scene.as_of.plus(scene.random.between(1, 90));
    draft.set("/evaluated_on", day)?;
    draft.set("/valid_until", day.years_on(3))?;
    alone("EVA003", "/evaluated_on")
}

/// The two criteria of the last dimension; the total is left out with them.
fn dimension(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    if draft.is("/scheme", "public_service_appraisal").is_some() {
        return None;
    }
    draft.is("/scores/4/dimension", "civil_harmony")?;
    draft.is("/scores/5/dimension", "civil_harmony")?;
    draft.remove("/scores/5")?;
    draft.remove("/scores/4")?;
    draft.remove("/total_score")?;
    alone("EVA004", "/scores")
}

fn scheme(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    if draft.text("/subject")?.ends_with("000") {
        return None;
    }
    if draft.is("/scheme", "public_service_appraisal").is_some() {
        return None;
    }
    draft.set("/scheme", "rural_full_coverage")?;
    alone("EVA005", "/scheme")
}

fn appraised(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    if draft.is("/scheme", "public_service_appraisal").is_some() {
        return None;
    }
    draft.set("/organisation", "org-appraised")?;
    alone("EVA006", "/organisation")
}

/// An appraisal of public services that names nothing; its dimensions do not matter.
fn nobody(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    if draft.has("/organisation") || draft.has("/service") {
        return None;
    }
    draft.set("/scheme", "public_service_appraisal")?;
    alone("EVA006", "/organisation")
}
