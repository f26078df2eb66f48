//! `statistics` 社区统计.

use shequ_macros::record;

use crate::field::{Count, Date};
use crate::ids::CommunityCode;

/// A snapshot of counts for one community; protected groups are counted here and nowhere named.
#[record("社区统计", "Community statistics")]
pub struct Statistics {
    /// The community counted; unique together with `as_of`.
    #[field("社区代码", "Community code", public)]
    pub community: CommunityCode,
    /// Day to which the counts refer.
    #[field("统计时点", "As of", public)]
    pub as_of: Date,
    /// Number of households.
    #[field("户数", "Households", public)]
    pub households: Count,
    /// People who live there.
    #[field("常住人口", "Resident population", public, "3.2")]
    pub resident_population: Count,
    /// People whose household is registered there.
    #[field("户籍人口", "Registered population", public)]
    pub registered_population: Option<Count>,
    /// People who live there and are registered elsewhere.
    #[field("流动人口", "Floating population", public, "3.1")]
    pub floating_population: Option<Count>,
    /// Residents of ethnic minorities.
    #[field("少数民族人口", "Ethnic minority population", public, "3.3")]
    pub ethnic_minority_population: Option<Count>,
    /// Residents aged 60 and over.
    #[field("60岁及以上人口", "Aged 60 and over", public, "3.2")]
    pub aged_60_plus: Option<Count>,
    /// Residents under 18.
    #[field("未成年人", "Minors", public, "3.2, 3.3")]
    pub minors: Option<Count>,
    /// Residents of low income.
    #[field("低收入人群", "People of low income", internal, "3.2")]
    pub low_income: Option<Count>,
    /// Residents with a disability.
    #[field("残疾人", "Disabled people", internal, "3.2")]
    pub disabled: Option<Count>,
    /// Residents entitled to preferential care, such as veterans and families of martyrs.
    #[field("优抚对象", "Entitled groups", internal, "3.2")]
    pub entitled_groups: Option<Count>,
    /// Children whose parents work away from home.
    #[field("留守儿童", "Left-behind children", internal, "3.1, 3.2")]
    pub left_behind_children: Option<Count>,
    /// Children who live on the street.
    #[field("流浪儿童", "Street children", internal, "3.1, 3.2")]
    pub street_children: Option<Count>,
    /// Residents without work.
    #[field("失业人员", "Unemployed", internal, "3.4")]
    pub unemployed: Option<Count>,
    /// Members of the Communist Party.
    #[field("党员人数", "Party members", internal, "3.4")]
    pub party_members: Option<Count>,
    /// Party members who live away from their own branch.
    #[field("流动党员人数", "Floating party members", internal, "3.4")]
    pub floating_party_members: Option<Count>,
    /// Number of community workers.
    #[field("社区工作者人数", "Community workers", public, "4.3")]
    pub community_workers: Option<Count>,
    /// Volunteers registered, as the community reports them.
    #[field("注册志愿者人数", "Registered volunteers", public, "3.2")]
    pub registered_volunteers: Option<Count>,
}
