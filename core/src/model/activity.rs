//! `activity` 活动项目.

use shequ_macros::record;

use super::{Facility, Organisation};
use crate::codes::{ActivityKind, ActivityStatus, Festival, Safeguard, TargetGroup, VolunteerService};
use crate::field::{Count, DateTime, Name, Ref, Set};
use crate::ids::CommunityCode;

/// A volunteer project, or a cultural, educational, festival, environmental or mutual-aid activity.
#[record("活动项目", "Activity")]
pub struct Activity {
    /// Name of the activity.
    #[field("活动名称", "Name", public)]
    pub name: Name<100>,
    /// What it is.
    #[field("活动类型", "Kind", public, "3.1, 3.2, 3.3")]
    pub kind: ActivityKind,
    /// Which festival, for festival activities alone.
    #[field("节日", "Festival", public, "3.1, 3.3")]
    pub festival: Option<Festival>,
    /// What volunteers do; at most four.
    #[field("服务类别", "Service categories", public, "3.2")]
    #[validate(length(max = 4))]
    pub service_categories: Set<VolunteerService>,
    /// Whom it serves.
    #[field("服务对象", "Beneficiaries", public, "3.2")]
    pub beneficiaries: Set<TargetGroup>,
    /// The organisation that holds it.
    #[field("主办组织", "Organiser", public)]
    pub organiser: Ref<Organisation>,
    /// Where it takes place.
    #[field("所在社区", "Community", public)]
    pub community: CommunityCode,
    /// The facility in which it takes place.
    #[field("活动场所", "Venue", public, "3.3")]
    pub facility: Option<Ref<Facility>>,
    /// When it begins.
    #[field("开始时间", "Starts at", public)]
    pub starts_at: DateTime,
    /// When it ends.
    #[field("结束时间", "Ends at", public)]
    pub ends_at: DateTime,
    /// Number of volunteers sought.
    #[field("招募人数", "Volunteers sought", public)]
    pub recruits: Option<Count>,
    /// Number of people who took part.
    #[field("参加人数", "Participants", public)]
    pub participants: Option<Count>,
    /// What volunteers are given: insurance, transport and the like.
    #[field("志愿者保障", "Safeguards", public)]
    pub safeguards: Set<Safeguard>,
    /// How far it has come.
    #[field("状态", "Status", public)]
    pub status: ActivityStatus,
}
