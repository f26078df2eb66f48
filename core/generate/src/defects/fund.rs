//! FND001-FND003: amounts and years.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "FND001", what: "more spent than received", kinds: FUND, inject: spent },
    Defect { rule: "FND002", what: "money of a year to come", kinds: FUND, inject: year },
    Defect { rule: "FND003", what: "no amount at all", kinds: FUND, inject: nothing },
];

const FUND: &[Kind] = &[Kind::Fund];

fn spent(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let received = draft.hundredths("/received")? / 100;
    draft.set("/spent", received + i64::from(scene.random.between(1, 5000)))?;
    alone("FND001", "/spent")
}

fn year(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let money = ["/received", "/spent"];
    money.iter().any(|amount| draft.hundredths(amount).is_some_and(|amount| amount > 0)).then_some(())?;
    draft.set("/year", i64::from(scene.as_of.year() + scene.random.between(1, 3)))?;
    alone("FND002", "/year")
}

fn nothing(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    for amount in ["/budgeted", "/received", "/spent"] {
        if draft.has(amount) {
            draft.remove(amount)?;
        }
    }
    alone("FND003", "/budgeted")
}
