//! SVC006-SVC011 and SVC020: provision, fees and time limits of services.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "SVC006", what: "administrative without an agency", kinds: SERVICE, inject: no_agency },
    Defect { rule: "SVC007", what: "elder care without its mode", kinds: SERVICE, inject: no_mode },
    Defect {
        rule: "SVC007",
        what: "a mode of elder care on another service",
        kinds: SERVICE,
        inject: other_mode,
    },
    Defect { rule: "SVC008", what: "free with a price", kinds: SERVICE, inject: free_with_price },
    Defect {
        rule: "SVC009",
        what: "more days promised than the law allows",
        kinds: SERVICE,
        inject: promise,
    },
    Defect { rule: "SVC010", what: "a public service at market price", kinds: SERVICE, inject: market_price },
    Defect { rule: "SVC011", what: "a business without the market", kinds: SERVICE, inject: business },
    Defect { rule: "SVC020", what: "a fee without a price", kinds: SERVICE, inject: no_price },
];

const SERVICE: &[Kind] = &[Kind::Service];

fn no_agency(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/provision", "administrative")?;
    draft.remove("/responsible_agency")?;
    alone("SVC006", "/responsible_agency")
}

fn no_mode(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/category", "elder_care")?;
    draft.remove("/elder_care_mode")?;
    alone("SVC007", "/elder_care_mode")
}

fn other_mode(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    (draft.text("/category")? != "elder_care").then_some(())?;
    draft.set("/elder_care_mode", "home")?;
    alone("SVC007", "/elder_care_mode")
}

fn free_with_price(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.set("/fee", "free")?;
    draft.set("/price", i64::from(scene.random.between(1, 80)))?;
    alone("SVC008", "/price")
}

fn promise(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let days = draft.count("/statutory_days")?;
    draft.set("/promised_days", days + 1)?;
    alone("SVC009", "/promised_days")
}

fn market_price(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    const PUBLIC: [&str; 9] = [
        "employment",
        "social_insurance",
        "social_relief",
        "public_security",
        "health",
        "family_planning",
        "culture",
        "education",
        "sports",
    ];
    let is_public = PUBLIC.contains(&draft.text("/category")?);
    (is_public || draft.is("/provision", "voluntary").is_some()).then_some(())?;
    draft.set("/fee", "market")?;
    draft.set("/price", i64::from(scene.random.between(1, 80)))?;
    alone("SVC010", "/fee")
}

fn business(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    (draft.text("/provision")? != "market").then_some(())?;
    draft.set("/business_format", scene.random.of(&["chain", "independent"]))?;
    alone("SVC011", "/business_format")
}

fn no_price(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.remove("/price");
    draft.set("/fee", "low")?;
    Some(vec![made("SVC020", "/price")])
}
