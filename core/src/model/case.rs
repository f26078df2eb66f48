//! `case` 居民诉求办件.

use shequ_macros::record;

use super::{Organisation, Service, Subdivision};
use crate::codes::{CaseKind, CaseStatus, Channel, Emergency, Rating};
use crate::field::{DateTime, Ref, Text};
use crate::ids::CommunityCode;

/// What residents bring to their community; no resident is named.
///
/// 居民向社区提出的咨询、申请、诉求、矛盾纠纷、突发事件等，一事一条；不记居民姓名。
#[record("居民诉求办件", "Residents' case")]
pub struct Case {
    /// The community to which it belongs.
    ///
    /// 办件所属的社区。
    #[field("所属社区", "Community", public)]
    pub community: CommunityCode,
    /// The grid or building.
    ///
    /// 事情发生或申请人所在的网格、楼座等。
    #[field("所属单元", "Subdivision", internal, "3.1")]
    pub subdivision: Option<Ref<Subdivision>>,
    /// Enquiry, application, appeal, dispute, rights, suggestion or emergency.
    ///
    /// 办件的类型，如咨询、申请办理、诉求、矛盾纠纷。
    #[field("类型", "Kind", public, "3.1")]
    pub kind: CaseKind,
    /// Category of an emergency, for emergencies alone.
    ///
    /// 突发事件的类别；其他办件不填。
    #[field("突发事件类别", "Emergency", public, "3.1")]
    pub emergency: Option<Emergency>,
    /// The service item concerned.
    ///
    /// 涉及的服务事项；没有的不填。
    #[field("服务事项", "Service", public)]
    pub service: Option<Ref<Service>>,
    /// How it was received.
    ///
    /// 受理的渠道，如服务窗口、呼叫中心、网格员。
    #[field("受理渠道", "Channel", public, "3.2")]
    pub channel: Channel,
    /// A pseudonym that the source system makes, never an identity or phone number.
    ///
    /// 来源系统为申请人编的代号，不得使用身份证号、手机号。
    #[field("申请人代号", "Applicant pseudonym", personal)]
    pub applicant: Option<Text<128>>,
    /// The organisation that handles it.
    ///
    /// 负责办理的单位。
    #[field("办理单位", "Handler", public)]
    pub handler: Ref<Organisation>,
    /// When it was received.
    ///
    /// 受理的时间，须带时区。
    #[field("受理时间", "Received at", public)]
    pub received_at: DateTime,
    /// When it has to be closed.
    ///
    /// 应办结的时间，须带时区；没有期限的不填。
    #[field("办结期限", "Due at", public)]
    pub due_at: Option<DateTime>,
    /// When it was closed; required of closed cases.
    ///
    /// 实际办结的时间，须带时区；已办结的必填。
    #[field("办结时间", "Closed at", public)]
    pub closed_at: Option<DateTime>,
    /// How far it has come.
    ///
    /// 当前的办理状态。
    #[field("状态", "Status", public)]
    pub status: CaseStatus,
    /// What came of it, without names.
    ///
    /// 办理结果；不写居民姓名、证件号码、电话。
    #[field("办理结果", "Outcome", internal)]
    pub outcome: Option<Text<500>>,
    /// Satisfaction of the resident, 1 to 5, once it is closed.
    ///
    /// 办结后居民的满意度评价，1至5。
    #[field("满意度", "Satisfaction", public)]
    pub rating: Option<Rating>,
}
