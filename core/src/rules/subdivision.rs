//! COM016: the code of a grid.

use super::{Context, Ruled};
use crate::codes::SubdivisionKind;
use crate::field::Slot;
use crate::model::{Subdivision, SubdivisionView};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&COM016];

rule! {
    /// A grid lies in one community, and its code begins with the code of that one.
    pub static COM016 = {
        name: "grid-code-of-another-community",
        severity: Warning,
        scope: Record,
        records: [Subdivision],
        title: "网格编码与所属社区代码不符" / "grid code does not begin with its community's",
        why: "网格编码通常是12位社区代码加3位顺序码；开头对不上，网格会归到别的社区"
            / "a grid's code is usually that of its community and three digits more; where the head differs the grid is counted elsewhere",
        message: "网格编码没有以所属社区的12位代码开头"
            / "the code of the grid does not begin with the 12 digits of its community",
        advice: "请对照网格划分方案核对所属社区和网格编码；社区代码已调整的，请同步换用新编码；当地另有编码规则的，可不作修改"
            / "compare community and code with the plan of the grids; where the community got a new code give the grid a new one; where a local scheme holds leave it",
        basis: [Basis::domain("2")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

impl Ruled for Subdivision {
    fn check(view: &SubdivisionView<'_>, _context: Context<'_>, sink: &mut Sink<'_>) {
        let (Slot::Known(SubdivisionKind::Grid), Slot::Known(code), Slot::Known(community)) =
            (view.kind, view.code, view.community)
        else {
            return;
        };
        if !code.starts_with(community.as_str()) {
            sink.report(&COM016, "/code", vec![]);
        }
    }
}
