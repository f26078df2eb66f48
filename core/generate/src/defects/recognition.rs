//! VOL024: the hours on which a recognition rests.

use shequ::Kind;

use super::{Defect, Draft, Outcome, Scene, alone};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[Defect {
    rule: "VOL024",
    what: "help with school without the hours",
    kinds: &[Kind::Recognition],
    inject: no_hours,
}];

fn no_hours(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.is("/recipient_type", "volunteer")?;
    draft.set("/kind", scene.random.of(&["schooling", "employment", "promotion"]))?;
    draft.remove("/basis_hours");
    alone("VOL024", "/basis_hours")
}
