//! `disclosure` 村(居)务公开.

use shequ_macros::record;

use super::Organisation;
use crate::codes::{DisclosureChannel, DisclosureKind};
use crate::field::{Count, Date, Ref, Set, Text};
use crate::ids::CommunityCode;

/// A matter that was made public to residents: Party affairs, community affairs, finance, services.
///
/// 向居民公开的一个事项，包括党务、村（居）务、财务、服务事项等，一事一条。
#[record("村(居)务公开", "Disclosure")]
pub struct Disclosure {
    /// The body that makes it public.
    ///
    /// 公开该事项的单位。
    #[field("公开单位", "Disclosed by", public, "3.1")]
    pub organisation: Ref<Organisation>,
    /// The community in which it is made public.
    ///
    /// 公开事项所在的社区。
    #[field("所在社区", "Community", public, "3.1")]
    pub community: CommunityCode,
    /// Party affairs, community affairs, finance, services, admitted items or elections.
    ///
    /// 公开事项的类别，如党务公开、村（居）务公开、财务公开。
    #[field("公开类别", "Kind", public, "3.1, 3.4")]
    pub kind: DisclosureKind,
    /// What is made public.
    ///
    /// 公开的事项名称。
    #[field("公开事项", "Title", public)]
    pub title: Text<200>,
    /// How it is made public; the notice board first.
    ///
    /// 公开的方式，至少一种，可多选；应首先在公开栏公开。
    #[field("公开方式", "Channels", public, "3.3")]
    #[validate(length(min = 1, max = 1000))]
    pub channels: Set<DisclosureChannel>,
    /// First day of the time that the matter is about.
    ///
    /// 公开事项所涉期间的第一日，如季度财务公开填该季度首日。
    #[field("所属期开始", "Period starts on", public)]
    pub period_starts_on: Option<Date>,
    /// Last day of the time that the matter is about.
    ///
    /// 公开事项所涉期间的最后一日。
    #[field("所属期结束", "Period ends on", public)]
    pub period_ends_on: Option<Date>,
    /// Day on which it was made public.
    ///
    /// 开始公开的日期。
    #[field("公开日期", "Disclosed on", public)]
    pub disclosed_on: Date,
    /// Day on which it was taken down.
    ///
    /// 停止公开、撤下的日期；仍在公开的不填。
    #[field("撤下日期", "Withdrawn on", public)]
    pub withdrawn_on: Option<Date>,
    /// Objections and questions that residents raised about it.
    ///
    /// 公开后收到居民意见、质询的件数。
    #[field("收到意见数", "Objections", public, "3.1", unit("件", "cases"))]
    pub objections: Option<Count>,
    /// How many of them were answered.
    ///
    /// 已经答复的意见、质询件数。
    #[field("已答复意见数", "Answered", public, "3.1", unit("件", "cases"))]
    pub answered: Option<Count>,
    /// The body that examines and supervises it: the supervision committee.
    ///
    /// 审核、监督公开内容的单位，一般为村（居）务监督委员会。
    #[field("审核监督单位", "Supervised by", public, "3.1")]
    pub supervisor: Option<Ref<Organisation>>,
}
