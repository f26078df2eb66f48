//! `subdivision` 社区下设单元.

use shequ_macros::record;

use super::Worker;
use crate::codes::{EntityStatus, SubdivisionKind};
use crate::field::{Count, Name, Ref, Text};
use crate::ids::CommunityCode;

/// A level below a community: a group, hamlet, courtyard, building, doorway or grid.
///
/// 社区以下的单元：村（居）民小组、村落、院落、楼座、门栋、网格，每个一条记录。
#[record("社区下设单元", "Subdivision")]
pub struct Subdivision {
    /// The community to which it belongs.
    ///
    /// 单元所在的社区。
    #[field("所属社区", "Community", public, "3.1")]
    pub community: CommunityCode,
    /// Which level it is.
    ///
    /// 单元所属的层级。
    #[field("单元类型", "Kind", public, "3.1")]
    pub kind: SubdivisionKind,
    /// Code of the unit; of a grid usually the community code and three digits.
    ///
    /// 单元的编码；网格一般为12位社区代码加3位顺序号。
    #[field("单元编码", "Code", public, "3.1")]
    pub code: Option<Text<32>>,
    /// Name of the unit.
    ///
    /// 单元名称，如“第二网格”“3号楼”。
    #[field("单元名称", "Name", public)]
    pub name: Name<100>,
    /// The unit directly above it; absent where that is the community.
    ///
    /// 直接上级单元，如门栋的上级为楼座；直属社区的不填。
    #[field("上级单元", "Parent unit", public, "3.1")]
    pub parent: Option<Ref<Subdivision>>,
    /// Its group leader, building or doorway leader, or grid worker.
    ///
    /// 村（居）民小组长、楼院门栋长或网格员。
    #[field("负责人", "Leader", public, "3.1")]
    pub leader: Option<Ref<Worker>>,
    /// Households that live in it.
    ///
    /// 居住在本单元的户数。
    #[field("户数", "Households", public, unit("户", "households"))]
    pub households: Option<Count>,
    /// People who live in it, counted as the resident population is.
    ///
    /// 居住在本单元的人口，口径与常住人口一致。
    #[field("人口", "Population", public, unit("人", "people"))]
    pub population: Option<Count>,
    /// Whether it exists, is suspended, or was merged, split or abolished.
    ///
    /// 当前存续状态。
    #[field("状态", "Status", public)]
    pub status: EntityStatus,
}
