//! `statistics` 社区统计.

use shequ_macros::record;

use crate::field::{Count, Date};
use crate::ids::CommunityCode;

/// A snapshot of counts for one community; protected groups are counted here and nowhere named.
///
/// 一个社区在一个时点的户数、人口和各类人员汇总数；各类群体只报人数，不记姓名。
#[record("社区统计", "Community statistics")]
pub struct Statistics {
    /// The community counted; unique together with `as_of`.
    ///
    /// 被统计的社区；同一社区、同一时点只报一条。
    #[field("社区代码", "Community code", public)]
    pub community: CommunityCode,
    /// Day to which the counts refer.
    ///
    /// 各项数据所属的时点，如6月30日、12月31日。
    #[field("统计时点", "As of", public)]
    pub as_of: Date,
    /// Households that live there, counted as the resident population is.
    ///
    /// 居住在本社区的户数，口径与常住人口一致。
    #[field("户数", "Households", public, unit("户", "households"))]
    pub households: Count,
    /// People who have lived there for half a year or more, and registered residents away for less, wherever
    /// registered: the definition of the statistical offices.
    ///
    /// 居住在本社区半年以上的人，以及户口在本社区、外出不满半年的人，不论户籍；统计部门口径。
    #[field("常住人口", "Resident population", public, "3.2", unit("人", "people"))]
    pub resident_population: Count,
    /// People whose household is registered there, whether they live there or not, as the police register has
    /// it.
    ///
    /// 户口登记在本社区的人，不论是否居住在本社区；公安机关户籍登记口径。
    #[field("户籍人口", "Registered population", public, unit("人", "people"))]
    pub registered_population: Option<Count>,
    /// People who live there and have been away from the township of their household registration for half a
    /// year or more; not those who moved within the districts of one city.
    ///
    /// 居住在本社区、离开户口登记地所在乡镇（街道）半年以上的人，不含同一城市市辖区内的人户分离；统计部门口
    /// 径。
    #[field("流动人口", "Floating population", public, "3.1", unit("人", "people"))]
    pub floating_population: Option<Count>,
    /// Residents of ethnic minorities.
    ///
    /// 常住人口中的少数民族人口。
    #[field("少数民族人口", "Ethnic minority population", public, "3.3", unit("人", "people"))]
    pub ethnic_minority_population: Option<Count>,
    /// Residents aged 60 and over.
    ///
    /// 常住人口中年满60周岁的人。
    #[field("60岁及以上人口", "Aged 60 and over", public, "3.2", unit("人", "people"))]
    pub aged_60_plus: Option<Count>,
    /// Residents under 18.
    ///
    /// 常住人口中不满18周岁的人。
    #[field("未成年人", "Minors", public, "3.2, 3.3", unit("人", "people"))]
    pub minors: Option<Count>,
    /// Residents whom the civil affairs department found to be of low income: on subsistence allowances, in
    /// extreme hardship, on the margin of the allowance, or poor for unavoidable expenses.
    ///
    /// 常住人口中经民政部门认定的低收入人口，如最低生活保障对象、特困人员、最低生活保障边缘家庭成员、刚性支出
    /// 困难家庭成员。
    #[field("低收入人群", "People of low income", internal, "3.2", unit("人", "people"))]
    pub low_income: Option<Count>,
    /// Residents who hold a disability certificate, as the disabled persons' federation has it.
    ///
    /// 常住人口中持有残疾人证的人，以残联登记为准。
    #[field("残疾人", "Disabled people", internal, "3.2", unit("人", "people"))]
    pub disabled: Option<Count>,
    /// Residents entitled to special care: disabled servicemen, veterans, families of martyrs, of servicemen
    /// who died, and of those who serve.
    ///
    /// 常住人口中依法享受抚恤优待的人，如残疾军人、退役军人，烈士、因公牺牲军人、病故军人的遗属，现役军人家
    /// 属；以退役军人事务部门登记为准。
    #[field("优抚对象", "People entitled to special care", internal, "3.2", unit("人", "people"))]
    pub entitled_groups: Option<Count>,
    /// Children under 16 whose parents both work away from home, or one does and the other cannot take care
    /// of them: the State Council's definition of 2016.
    ///
    /// 父母双方外出务工，或一方外出务工、另一方无监护能力，不满16周岁的未成年人；国务院2016年关爱保护农村留守
    /// 儿童的意见所定口径。
    #[field("留守儿童", "Left-behind children", internal, "3.1, 3.2", unit("人", "people"))]
    pub left_behind_children: Option<Count>,
    /// Minors who live on the street without a guardian's care, wherever registered.
    ///
    /// 脱离监护、在本社区流浪乞讨的未成年人，不论户籍；以救助管理机构掌握的为准。
    #[field("流浪儿童", "Street children", internal, "3.1, 3.2", unit("人", "people"))]
    pub street_children: Option<Count>,
    /// Residents of working age who can work, want to and have no work, as registered with the public
    /// employment service.
    ///
    /// 常住人口中在法定劳动年龄内、有劳动能力和就业要求而没有工作的人；以公共就业服务机构的失业登记为准。
    #[field("失业人员", "Unemployed people seeking work", internal, "3.4", unit("人", "people"))]
    pub unemployed: Option<Count>,
    /// Members of the Communist Party in the care of the community's Party organisation, probationary and
    /// floating members among them.
    ///
    /// 由社区党组织管理的中国共产党党员，含预备党员、流动党员。
    #[field("党员人数", "Party members", internal, "3.4", unit("人", "people"))]
    pub party_members: Option<Count>,
    /// Those of the Party members whose own branch is elsewhere and who are here for work or home.
    ///
    /// 党员人数中组织关系不在本社区、因工作或居住变动由本社区党组织管理的党员。
    #[field("流动党员人数", "Floating Party members", internal, "3.4", unit("人", "people"))]
    pub floating_party_members: Option<Count>,
    /// Members of the Party organisation and the committee, and the staff whom they hire; no volunteers.
    ///
    /// 社区党组织成员、村（居）委会成员及其聘用的工作人员，不含志愿者。
    #[field("社区工作者人数", "Community workers", public, "4.3", unit("人", "people"))]
    pub community_workers: Option<Count>,
    /// Volunteers registered here and not withdrawn, as the community reports them.
    ///
    /// 注册社区为本社区、尚未注销的志愿者，按社区上报数。
    #[field("注册志愿者人数", "Registered volunteers", public, "3.2", unit("人", "people"))]
    pub registered_volunteers: Option<Count>,
}
