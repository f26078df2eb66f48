//! `agreement` 协议.

use shequ_macros::record;

use super::{Organisation, Service};
use crate::codes::{AgreementKind, AgreementStatus, Contribution};
use crate::field::{Date, Ref, Set, Yuan};
use crate::ids::CommunityCode;

/// Pairing, co-building, purchase of services, delegation, opening of facilities, property service.
///
/// 结对帮扶、共驻共建、政府购买服务、委托办理、设施开放、物业服务等协议，每份一条记录。
#[record("协议", "Agreement")]
pub struct Agreement {
    /// What is agreed.
    ///
    /// 协议的类型。
    #[field("协议类型", "Kind", public, "3.1, 3.2, 3.5, 4.4")]
    pub kind: AgreementKind,
    /// The buyer, delegator or helping unit.
    ///
    /// 购买方、委托方或帮扶方。
    #[field("甲方", "First party", public)]
    pub first_party: Ref<Organisation>,
    /// The provider, delegate or helped unit.
    ///
    /// 承接方、受托方或受帮扶方。
    #[field("乙方", "Second party", public)]
    pub second_party: Ref<Organisation>,
    /// Communities that benefit; at least one.
    ///
    /// 因协议受益的社区，至少一个。
    #[field("受益社区", "Communities", public)]
    #[validate(length(min = 1, max = 10000))]
    pub communities: Set<CommunityCode>,
    /// Services that it covers.
    ///
    /// 协议涉及的服务事项。
    #[field("涉及事项", "Services", public)]
    pub services: Set<Ref<Service>>,
    /// Funds, technology, information, intellect, skills and the like.
    ///
    /// 帮扶、共建的方式，可多选，如资金、技术、信息、智力、技能。
    #[field("参与方式", "Contributions", public, "3.5")]
    pub contributions: Set<Contribution>,
    /// Amount agreed in all.
    ///
    /// 协议约定的总金额；购买服务、委托办理的应大于0。
    #[field("金额", "Amount", public, "3.2")]
    pub amount: Option<Yuan>,
    /// Whether rights are delegated together with duties (权随责走).
    ///
    /// 委托办理的，是否同时赋予办理该事项的权限，即权随责走。
    #[field("是否同步赋予相应权限", "Rights delegated", public, "3.2")]
    pub rights_delegated: Option<bool>,
    /// Day of signature.
    ///
    /// 签订的日期。
    #[field("签订日期", "Signed on", public)]
    pub signed_on: Date,
    /// First day on which it holds.
    ///
    /// 协议生效的第一日。
    #[field("生效日期", "Starts on", public)]
    pub starts_on: Date,
    /// Last day on which it holds; absent where none is agreed.
    ///
    /// 协议有效的最后一日；未约定期限的不填。
    #[field("终止日期", "Ends on", public)]
    pub ends_on: Option<Date>,
    /// Draft, in force, completed or terminated.
    ///
    /// 当前履行状态。
    #[field("状态", "Status", public)]
    pub status: AgreementStatus,
}
