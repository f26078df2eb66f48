//! ORG001-ORG006: registration, credit codes, and what goes with one kind alone.

use shequ::Kind;

use super::super::site::credit_code;
use super::{Defect, Draft, Outcome, Part, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect {
        rule: "ORG001",
        what: "registered without its credit code",
        kinds: ORGANISATION,
        inject: no_code,
    },
    Defect {
        rule: "ORG001",
        what: "registered without authority or day",
        kinds: ORGANISATION,
        inject: no_authority,
    },
    Defect {
        rule: "ORG002",
        what: "filed without authority or number",
        kinds: ORGANISATION,
        inject: no_number,
    },
    Defect {
        rule: "ORG003",
        what: "a committee with the code of a firm",
        kinds: ORGANISATION,
        inject: code_of_firm,
    },
    Defect {
        rule: "ORG004",
        what: "a sub-committee with a credit code",
        kinds: ORGANISATION,
        inject: no_legal_person,
    },
    Defect {
        rule: "ORG005",
        what: "a sub-committee without its field",
        kinds: ORGANISATION,
        inject: no_field,
    },
    Defect { rule: "ORG005", what: "a field on another kind", kinds: ORGANISATION, inject: other_field },
    Defect {
        rule: "ORG006",
        what: "a social organisation without a purpose",
        kinds: ORGANISATION,
        inject: no_purpose,
    },
    Defect { rule: "ORG006", what: "a purpose on another kind", kinds: ORGANISATION, inject: other_purpose },
];

const ORGANISATION: &[Kind] = &[Kind::Organisation];

fn no_code(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/registration/status", "registered")?;
    draft.remove("/credit_code")?;
    alone("ORG001", "/credit_code")
}

fn no_authority(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/registration/status", "registered")?;
    let pointer = scene.random.of(&["/registration/authority", "/registration/on"]);
    draft.remove(pointer)?;
    alone("ORG001", pointer)
}

fn no_number(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/registration/status", "filed")?;
    let pointer = scene.random.of(&["/registration/authority", "/registration/number"]);
    draft.remove(pointer)?;
    alone("ORG002", pointer)
}

fn code_of_firm(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    matches!(draft.text("/kind"), Some("residents_committee" | "villagers_committee" | "government_agency"))
        .then_some(())?;
    draft.set("/credit_code", credit_code("91", 370_102, 900_000 + scene.random.below(99_999)))?;
    alone("ORG003", "/credit_code")
}

fn no_legal_person(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let kinds =
        ["sub_committee", "supervision_committee", "party_branch", "party_general_branch", "party_committee"];
    kinds.contains(&draft.text("/kind")?).then_some(())?;
    draft.set("/credit_code", credit_code("59", 370_102, 900_000 + scene.random.below(99_999)))?;
    alone("ORG004", "/credit_code")
}

fn no_field(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/kind", "sub_committee")?;
    draft.remove("/sub_committee_field")?;
    alone("ORG005", "/sub_committee_field")
}

fn other_field(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    (!matches!(draft.text("/kind")?, "sub_committee")).then_some(())?;
    draft.set("/sub_committee_field", "other")?;
    alone("ORG005", "/sub_committee_field")
}

fn no_purpose(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/kind", "social_organisation")?;
    draft.remove("/purposes")?;
    alone("ORG006", "/purposes")
}

fn other_purpose(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    (!matches!(draft.text("/kind")?, "social_organisation")).then_some(())?;
    draft.set("/purposes", Part::texts(&["service"]))?;
    alone("ORG006", "/purposes")
}
