//! `activity` 活动项目.

use shequ_macros::record;

use super::{Facility, Organisation};
use crate::codes::{ActivityKind, ActivityStatus, Festival, Safeguard, TargetGroup, VolunteerService};
use crate::field::{Count, DateTime, Name, Ref, Set};
use crate::ids::CommunityCode;

/// A volunteer project, or a cultural, educational, festival, environmental or mutual-aid activity.
///
/// 志愿服务项目，以及社区的文化、教育、节日、环保、互助等活动，每次（项）一条记录。
#[record("活动项目", "Activity")]
pub struct Activity {
    /// Name of the activity.
    ///
    /// 活动或项目的名称。
    #[field("活动名称", "Name", public)]
    pub name: Name<100>,
    /// What it is.
    ///
    /// 活动的类型。
    #[field("活动类型", "Kind", public, "3.1, 3.2, 3.3")]
    pub kind: ActivityKind,
    /// Which festival, for festival activities alone.
    ///
    /// 节日民俗活动所在的节日；其他活动不填。
    #[field("节日", "Festival", public, "3.1, 3.3")]
    pub festival: Option<Festival>,
    /// What volunteers do; at most four.
    ///
    /// 志愿者从事的服务类别，最多4项；代码同全国志愿服务信息系统。
    #[field("服务类别", "Service categories", public, "3.2")]
    #[validate(length(max = 4))]
    pub service_categories: Set<VolunteerService>,
    /// Whom it serves.
    ///
    /// 活动服务的人群，可多选。
    #[field("服务对象", "Beneficiaries", public, "3.2")]
    pub beneficiaries: Set<TargetGroup>,
    /// The organisation that holds it.
    ///
    /// 主办活动的单位。
    #[field("主办单位", "Organiser", public)]
    pub organiser: Ref<Organisation>,
    /// Where it takes place.
    ///
    /// 活动举办地所在的社区。
    #[field("所在社区", "Community", public)]
    pub community: CommunityCode,
    /// The facility in which it takes place.
    ///
    /// 举办活动的设施；不在设施内举办的不填。
    #[field("活动场所", "Venue", public, "3.3")]
    pub facility: Option<Ref<Facility>>,
    /// When it begins.
    ///
    /// 活动开始的时间，须带时区。
    #[field("开始时间", "Starts at", public)]
    pub starts_at: DateTime,
    /// When it ends.
    ///
    /// 活动结束的时间，须带时区。
    #[field("结束时间", "Ends at", public)]
    pub ends_at: DateTime,
    /// Number of volunteers sought.
    ///
    /// 计划招募的志愿者人数。
    #[field("招募人数", "Volunteers sought", public, unit("人", "people"))]
    pub recruits: Option<Count>,
    /// Number of people who took part.
    ///
    /// 实际参加的人数，含志愿者和居民。
    #[field("参加人数", "Participants", public, unit("人", "people"))]
    pub participants: Option<Count>,
    /// What volunteers are given: insurance, transport and the like.
    ///
    /// 为志愿者提供的保障，可多选，如保险、交通、饮水。
    #[field("志愿者保障", "Safeguards", public)]
    pub safeguards: Set<Safeguard>,
    /// How far it has come.
    ///
    /// 活动当前的进展。
    #[field("状态", "Status", public)]
    pub status: ActivityStatus,
}
