//! COM016: the code of a grid.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[Defect {
    rule: "COM016",
    what: "a grid with the code of another community",
    kinds: &[Kind::Subdivision],
    inject: other_community,
}];

fn other_community(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/kind", "grid")?;
    let code = format!("9{}", draft.text("/code")?.get(1..)?);
    draft.set("/code", code)?;
    alone("COM016", "/code")
}
