//! `service_record` 志愿服务记录.

use shequ_macros::record;

use super::{Activity, Organisation, Volunteer};
use crate::codes::{HoursKind, Rating, RecordStatus, TargetGroup};
use crate::field::{DateTime, Hours, PersonName, Ref, Set, Text};
use crate::ids::CommunityCode;

/// A record of service by a volunteer, written by the organisation that organised it.
///
/// 一名志愿者的一次服务，由组织该次服务的单位记录。
#[record("志愿服务记录", "Service record")]
pub struct ServiceRecord {
    /// Who served.
    ///
    /// 提供服务的志愿者。
    #[field("志愿者", "Volunteer", personal, "3.2")]
    pub volunteer: Ref<Volunteer>,
    /// The activity in which it was done.
    ///
    /// 服务所属的活动项目；不属于项目的不填。
    #[field("活动项目", "Activity", public)]
    pub activity: Option<Ref<Activity>>,
    /// Who organised, and so records.
    ///
    /// 组织该次服务并负责记录的单位，谁组织谁记录。
    #[field("记录单位", "Recording organisation", public)]
    pub organisation: Ref<Organisation>,
    /// The community served.
    ///
    /// 接受服务的社区。
    #[field("服务社区", "Community", personal)]
    pub community: Option<CommunityCode>,
    /// When it began.
    ///
    /// 服务开始的时间，须带时区。
    #[field("开始时间", "Starts at", personal)]
    pub starts_at: DateTime,
    /// When it ended.
    ///
    /// 服务结束的时间，须带时区。
    #[field("结束时间", "Ends at", personal)]
    pub ends_at: DateTime,
    /// Length of service, travel excluded.
    ///
    /// 实际服务时间，不含往返路途。
    #[field("服务时长", "Hours", personal)]
    pub hours: Hours,
    /// Credit (recorded by the system) or honorary (entered afterwards).
    ///
    /// 信用时长为系统记录的时长，荣誉时长为补录的时长。
    #[field("时长类型", "Kind of hours", public)]
    pub hours_kind: HoursKind,
    /// What was done.
    ///
    /// 服务的具体内容；不写服务对象的姓名、住址、病情。
    #[field("服务内容", "Content", internal)]
    pub content: Option<Text<500>>,
    /// Whom it served.
    ///
    /// 服务的人群，可多选。
    #[field("服务对象", "Beneficiaries", public)]
    pub beneficiaries: Set<TargetGroup>,
    /// Name of the recorder.
    ///
    /// 记录人姓名。
    #[field("记录人", "Recorded by", personal)]
    pub recorded_by: Option<PersonName>,
    /// Rating of the service by those served or the organiser, 1 to 5.
    ///
    /// 服务对象或组织单位对该次服务的评价，1至5。
    #[field("服务评价", "Rating", personal)]
    pub rating: Option<Rating>,
    /// Only effective records count.
    ///
    /// 记录的审核状态；只有已生效的计入累计服务时长。
    #[field("状态", "Status", internal)]
    pub status: RecordStatus,
}
