//! `service_record` 志愿服务记录.

use shequ_macros::record;

use super::{Activity, Organisation, Volunteer};
use crate::codes::{HoursKind, Rating, RecordStatus, TargetGroup};
use crate::field::{DateTime, Hours, PersonName, Ref, Set, Text};
use crate::ids::CommunityCode;

/// A record of service by a volunteer.
#[record("志愿服务记录", "Service record")]
pub struct ServiceRecord {
    /// Who served.
    #[field("志愿者", "Volunteer", personal, "3.2")]
    pub volunteer: Ref<Volunteer>,
    /// The activity in which it was done.
    #[field("活动项目", "Activity", public)]
    pub activity: Option<Ref<Activity>>,
    /// Who organised, and so records.
    #[field("记录组织", "Recording organisation", public)]
    pub organisation: Ref<Organisation>,
    /// The community served.
    #[field("服务社区", "Community", public)]
    pub community: Option<CommunityCode>,
    /// When it began.
    #[field("开始时间", "Starts at", personal)]
    pub starts_at: DateTime,
    /// When it ended.
    #[field("结束时间", "Ends at", personal)]
    pub ends_at: DateTime,
    /// Length of service in hours, travel excluded.
    #[field("服务时长", "Hours", public)]
    pub hours: Hours,
    /// Credit or honorary.
    #[field("时长类型", "Kind of hours", public)]
    pub hours_kind: HoursKind,
    /// What was done.
    #[field("服务内容", "Content", public)]
    pub content: Option<Text<500>>,
    /// Whom it served.
    #[field("服务对象", "Beneficiaries", public)]
    pub beneficiaries: Set<TargetGroup>,
    /// Name of the recorder.
    #[field("记录人", "Recorded by", personal)]
    pub recorded_by: Option<PersonName>,
    /// Rating of the service, 1 to 5.
    #[field("服务评价", "Rating", public)]
    pub rating: Option<Rating>,
    /// Only effective records count.
    #[field("状态", "Status", internal)]
    pub status: RecordStatus,
}
