//! `agreement` 协议.

use shequ_macros::record;

use super::{Organisation, Service};
use crate::codes::{AgreementKind, AgreementStatus, Contribution};
use crate::field::{Date, Ref, Set, Yuan};
use crate::ids::CommunityCode;

/// Pairing, co-building, purchase of services, delegation, opening of facilities, property service.
#[record("协议", "Agreement")]
pub struct Agreement {
    /// What is agreed.
    #[field("协议类型", "Kind", public, "3.1, 3.2, 3.5, 4.4")]
    pub kind: AgreementKind,
    /// The buyer, delegator or helping unit.
    #[field("甲方", "First party", public)]
    pub first_party: Ref<Organisation>,
    /// The provider, delegate or helped unit.
    #[field("乙方", "Second party", public)]
    pub second_party: Ref<Organisation>,
    /// Communities that benefit; at least one.
    #[field("受益社区", "Communities", public)]
    #[validate(length(min = 1, max = 10000))]
    pub communities: Set<CommunityCode>,
    /// Services that it covers.
    #[field("涉及事项", "Services", public)]
    pub services: Set<Ref<Service>>,
    /// Funds, technology, information, intellect, skills and the like.
    #[field("参与方式", "Contributions", public, "3.5")]
    pub contributions: Set<Contribution>,
    /// Amount in yuan.
    #[field("金额", "Amount", public, "3.2")]
    pub amount: Option<Yuan>,
    /// Whether rights are delegated together with duties (权随责走).
    #[field("是否同步委托权限", "Rights delegated", public, "3.2")]
    pub rights_delegated: Option<bool>,
    /// Day of signature.
    #[field("签订日期", "Signed on", public)]
    pub signed_on: Date,
    /// First day on which it holds.
    #[field("生效日期", "Starts on", public)]
    pub starts_on: Date,
    /// Last day on which it holds.
    #[field("终止日期", "Ends on", public)]
    pub ends_on: Option<Date>,
    /// Draft, in force, completed or terminated.
    #[field("状态", "Status", public)]
    pub status: AgreementStatus,
}
