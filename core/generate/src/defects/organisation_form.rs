//! ORG009-ORG017: terms, Party organisations, dissolution, members.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect {
        rule: "ORG009",
        what: "a term longer than the law allows",
        kinds: ORGANISATION,
        inject: long_term,
    },
    Defect {
        rule: "ORG009",
        what: "a term that ends before it begins",
        kinds: ORGANISATION,
        inject: reversed_term,
    },
    Defect { rule: "ORG010", what: "a committee whose term is over", kinds: ORGANISATION, inject: term_over },
    Defect { rule: "ORG010", what: "a committee without its term", kinds: ORGANISATION, inject: no_term },
    Defect {
        rule: "ORG011",
        what: "too few or too many Party members for the form",
        kinds: ORGANISATION,
        inject: other_form,
    },
    Defect { rule: "ORG012", what: "dissolved and active", kinds: ORGANISATION, inject: dissolved },
    Defect { rule: "ORG012", what: "abolished without a day", kinds: ORGANISATION, inject: no_day },
    Defect { rule: "ORG013", what: "a society of few members", kinds: ORGANISATION, inject: few_members },
    Defect {
        rule: "ORG014",
        what: "Party members without a Party organisation",
        kinds: ORGANISATION,
        inject: no_party,
    },
    Defect {
        rule: "ORG015",
        what: "a body of one community at the township",
        kinds: ORGANISATION,
        inject: above,
    },
    Defect {
        rule: "ORG016",
        what: "a committee without its representative",
        kinds: ORGANISATION,
        inject: nobody,
    },
    Defect { rule: "ORG017", what: "a party setting of another body", kinds: ORGANISATION, inject: setting },
];

const ORGANISATION: &[Kind] = &[Kind::Organisation];

fn is_committee(draft: &Draft) -> Option<()> {
    matches!(draft.text("/kind"), Some("residents_committee" | "villagers_committee")).then_some(())?;
    draft.is("/status", "active")
}

/// Beyond five years, which is beyond three as well.
fn long_term(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    is_committee(draft)?;
    let begins = draft.day("/term/starts_on")?;
    draft.set("/term/ends_on", begins.years_on(5).plus(1))?;
    alone("ORG009", "/term/ends_on")
}

/// Both days are still to come, so that the term is not over.
fn reversed_term(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    is_committee(draft)?;
    let begins = scene.as_of.plus(scene.random.between(10, 60));
    draft.set("/term/starts_on", begins)?;
    draft.set("/term/ends_on", begins.plus(-1))?;
    alone("ORG009", "/term/ends_on")
}

fn term_over(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    is_committee(draft)?;
    let last = scene.as_of.plus(-1);
    (draft.day("/term/starts_on")? <= last).then_some(())?;
    draft.set("/term/ends_on", last)?;
    alone("ORG010", "/term/ends_on")
}

fn no_term(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    is_committee(draft)?;
    draft.remove("/term")?;
    alone("ORG010", "/term")
}

fn other_form(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let members = match draft.text("/kind")? {
        "party_branch" => scene.random.of(&[2, 51]),
        "party_general_branch" => 50,
        "party_committee" => 99,
        _ => return None,
    };
    draft.set("/party_members", members)?;
    alone("ORG011", "/kind")
}

fn dissolved(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/dissolved_on", scene.as_of)?;
    alone("ORG012", "/dissolved_on")
}

fn no_day(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/status", "active")?;
    draft.set("/status", "abolished")?;
    alone("ORG012", "/dissolved_on")
}

fn few_members(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/registration/status", "registered")?;
    draft.text("/credit_code").filter(|code| code.starts_with("51"))?;
    draft.set("/members", i64::from(scene.random.between(1, 49)))?;
    alone("ORG013", "/members")
}

fn no_party(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    const MEANT: [&str; 6] = [
        "social_organisation",
        "collective_economy",
        "volunteer_organisation",
        "property_company",
        "enterprise",
        "resident_unit",
    ];
    MEANT.contains(&draft.text("/kind")?).then_some(())?;
    draft.remove("/party_organisation");
    draft.set("/party_members", i64::from(scene.random.between(3, 40)))?;
    alone("ORG014", "/party_organisation")
}

fn above(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    const BELOW: [&str; 6] = [
        "residents_committee",
        "villagers_committee",
        "sub_committee",
        "residents_assembly",
        "villagers_assembly",
        "supervision_committee",
    ];
    BELOW.contains(&draft.text("/kind")?).then_some(())?;
    let township = format!("{}000", draft.text("/division")?.get(..9)?);
    draft.set("/division", township)?;
    alone("ORG015", "/division")
}

fn nobody(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    is_committee(draft)?;
    draft.remove("/legal_representative")?;
    alone("ORG016", "/legal_representative")
}

fn setting(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    if draft.text("/kind")?.starts_with("party_") {
        return None;
    }
    draft.set("/party_setting", scene.random.of(&["community", "building", "joint"]))?;
    alone("ORG017", "/party_setting")
}
