//! `case` 居民诉求办件.

use shequ_macros::record;

use super::{Organisation, Service, Subdivision};
use crate::codes::{CaseKind, CaseStatus, Channel, Emergency, Rating};
use crate::field::{DateTime, Ref, Text};
use crate::ids::CommunityCode;

/// What residents bring to their community; no resident is named.
#[record("居民诉求办件", "Residents' case")]
pub struct Case {
    /// The community to which it belongs.
    #[field("所属社区", "Community", public)]
    pub community: CommunityCode,
    /// The grid or building.
    #[field("所属单元", "Subdivision", internal, "3.1")]
    pub subdivision: Option<Ref<Subdivision>>,
    /// Enquiry, application, appeal, dispute, rights, suggestion or emergency.
    #[field("类型", "Kind", public, "3.1")]
    pub kind: CaseKind,
    /// Category of an emergency, for emergencies alone.
    #[field("突发事件类别", "Emergency", public, "3.1")]
    pub emergency: Option<Emergency>,
    /// The service item concerned.
    #[field("服务事项", "Service", public)]
    pub service: Option<Ref<Service>>,
    /// How it was received.
    #[field("受理渠道", "Channel", public, "3.2")]
    pub channel: Channel,
    /// A pseudonym, never an identity number.
    #[field("申请人假名", "Applicant pseudonym", personal)]
    pub applicant: Option<Text<128>>,
    /// The organisation that handles it.
    #[field("办理组织", "Handler", public)]
    pub handler: Ref<Organisation>,
    /// When it was received.
    #[field("受理时间", "Received at", public)]
    pub received_at: DateTime,
    /// When it has to be closed.
    #[field("办结期限", "Due at", public)]
    pub due_at: Option<DateTime>,
    /// When it was closed.
    #[field("办结时间", "Closed at", public)]
    pub closed_at: Option<DateTime>,
    /// How far it has come.
    #[field("状态", "Status", public)]
    pub status: CaseStatus,
    /// What came of it.
    #[field("办理结果", "Outcome", internal)]
    pub outcome: Option<Text<500>>,
    /// Satisfaction of the resident, 1 to 5.
    #[field("满意度", "Satisfaction", public)]
    pub rating: Option<Rating>,
}
