//! `subdivision` 社区下设单元.

use shequ_macros::record;

use super::Worker;
use crate::codes::{EntityStatus, SubdivisionKind};
use crate::field::{Count, Name, Ref, Text};
use crate::ids::CommunityCode;

/// A level below a community: a group, hamlet, courtyard, building, doorway or grid.
#[record("社区下设单元", "Subdivision")]
pub struct Subdivision {
    /// The community to which it belongs.
    #[field("所属社区", "Community", public, "3.1")]
    pub community: CommunityCode,
    /// Which level it is.
    #[field("单元类型", "Kind", public, "3.1")]
    pub kind: SubdivisionKind,
    /// Code of the unit; of a grid usually the community code and three digits.
    #[field("单元编码", "Code", public, "3.1")]
    pub code: Option<Text<32>>,
    /// Name of the unit.
    #[field("单元名称", "Name", public)]
    pub name: Name<100>,
    /// The unit in which it lies.
    #[field("上级单元", "Parent unit", public, "3.1")]
    pub parent: Option<Ref<Subdivision>>,
    /// Its group leader, building or doorway leader, or grid worker.
    #[field("负责人", "Leader", public, "3.1")]
    pub leader: Option<Ref<Worker>>,
    /// Number of households.
    #[field("户数", "Households", public)]
    pub households: Option<Count>,
    /// Number of people.
    #[field("人口", "Population", public)]
    pub population: Option<Count>,
    /// Whether it exists, is suspended, or was merged, split or abolished.
    #[field("状态", "Status", public)]
    pub status: EntityStatus,
}
