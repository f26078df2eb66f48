//! `fund` 社区经费.

use shequ_macros::record;

use super::{Disclosure, Organisation};
use crate::codes::{FundPurpose, FundingSource};
use crate::field::{Ref, Year, Yuan};
use crate::ids::CommunityCode;

/// One row of a community's money in a year: one purpose, one source, one provider.
///
/// 社区一个年度、一种用途、一个来源的一笔经费，每一项一条。
#[record("社区经费", "Fund")]
pub struct Fund {
    /// The community that the money is for.
    ///
    /// 使用该项经费的社区。
    #[field("所属社区", "Community", public, "4.2")]
    pub community: CommunityCode,
    /// The calendar year.
    ///
    /// 经费所属的公历年度，如2026。
    #[field("年度", "Year", public)]
    pub year: Year,
    /// What the money is for.
    ///
    /// 经费的用途，如工作经费、服务项目经费、人员待遇。
    #[field("经费用途", "Purpose", public, "3.2, 4.2, 4.3")]
    pub purpose: FundPurpose,
    /// Where the money comes from.
    ///
    /// 经费的来源，如财政拨款、责任部门、社会捐赠。
    #[field("经费来源", "Source of funds", public, "4.2")]
    pub funding_source: FundingSource,
    /// The body that provides it.
    ///
    /// 拨付或者提供经费的单位。
    #[field("拨付单位", "Provider", public, "3.2")]
    pub provider: Option<Ref<Organisation>>,
    /// Planned for the year.
    ///
    /// 年度预算安排的金额。
    #[field("预算金额", "Budgeted", public, "4.2")]
    pub budgeted: Option<Yuan>,
    /// Received so far.
    ///
    /// 截至更新时已经到账的金额。
    #[field("到位金额", "Received", public, "4.2")]
    pub received: Option<Yuan>,
    /// Spent so far.
    ///
    /// 截至更新时已经支出的金额。
    #[field("支出金额", "Spent", public, "4.2")]
    pub spent: Option<Yuan>,
    /// Where it was made public.
    ///
    /// 公开该项经费的村（居）务公开记录。
    #[field("公开情况", "Disclosure", public, "3.1")]
    pub disclosure: Option<Ref<Disclosure>>,
}
