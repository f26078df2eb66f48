//! `worker` 社区工作者.

use shequ_macros::{part, record};

use super::{Election, Identity, Organisation, Training};
use crate::codes::{
    Education, Ethnicity, Insurance, PersonStatus, PoliticalStatus, PostBasis, PostTitle, ProfessionalLevel,
    Sex,
};
use crate::field::{Date, List, PersonName, Ref, Set, Yuan};
use crate::ids::{CommunityCode, Phone};

/// A person who works for a community, elected, appointed, hired or as a volunteer.
///
/// 在社区任职的人员：社区党组织成员、村（居）委会成员、聘用人员，以及小组长、楼院门栋长、村（居）民代表、网格
/// 员等，每人一条记录。
#[record("社区工作者", "Community worker")]
pub struct Worker {
    /// Full name, as on the identity document.
    ///
    /// 与证件一致的姓名。
    #[field("姓名", "Name", personal)]
    pub name: PersonName,
    /// Type and number of the identity document.
    ///
    /// 有效身份证件的类型和号码。
    #[field("证件", "Identity document", sensitive)]
    pub identity: Identity,
    /// Sex, as on the identity document.
    ///
    /// 与证件一致的性别。
    #[field("性别", "Sex", personal)]
    pub sex: Sex,
    /// Day of birth, as on the identity document.
    ///
    /// 与证件一致的公历出生日期。
    #[field("出生日期", "Birth date", personal)]
    pub birth_date: Date,
    /// Ethnic group, as in the household register.
    ///
    /// 与户口登记一致的民族。
    #[field("民族", "Ethnicity", personal)]
    pub ethnicity: Option<Ethnicity>,
    /// Membership of a party or the Youth League.
    ///
    /// 当前的政治面貌。
    #[field("政治面貌", "Political status", personal)]
    pub political_status: Option<PoliticalStatus>,
    /// Highest education completed or attended.
    ///
    /// 最高学历。
    #[field("学历", "Education", personal)]
    pub education: Option<Education>,
    /// Phone of the person.
    ///
    /// 本人的联系电话。
    #[field("联系电话", "Phone", personal)]
    pub phone: Option<Phone>,
    /// The community in which the person works; of several, the main one.
    ///
    /// 任职所在的社区；在多个社区任职的，填主要的一个。
    #[field("所在社区", "Community", personal)]
    pub community: CommunityCode,
    /// Posts held now and before; at least one.
    ///
    /// 现任和曾任的职务，逐项填写，至少一项。
    #[field("任职", "Posts", public, "4.3")]
    #[validate(length(min = 1, max = 1000))]
    pub posts: List<Post>,
    /// Level of the professional certificate in social work; absent where there is none.
    ///
    /// 已取得的社会工作者职业资格的级别；未取得的不填。
    #[field("社会工作职业水平", "Professional level", public, "4.3")]
    pub professional_level: Option<ProfessionalLevel>,
    /// Trainings attended; the policy asks for 20 hours a year as a rule.
    ///
    /// 参加过的培训，逐次填写；每人每年受训时间一般不少于20小时。
    #[field("培训记录", "Trainings", internal, "4.3")]
    pub trainings: List<Training>,
    /// Living allowance or wage.
    ///
    /// 按月发放的生活补贴或工资。
    #[field("月生活补贴(工资)", "Monthly pay", personal, "4.3", unit("元/月", "yuan per month"))]
    pub allowance: Option<Yuan>,
    /// Day from which the present allowance or wage holds.
    ///
    /// 现行生活补贴（工资）标准开始执行的日期。
    #[field("现待遇标准起始日期", "Pay since", personal, "4.3")]
    pub allowance_since: Option<Date>,
    /// Social insurances and housing fund that the person is in.
    ///
    /// 已参加的社会保险和缴存的住房公积金，可多选。
    #[field("社会保险和公积金", "Insurances and housing fund", personal, "4.3")]
    pub insurances: Set<Insurance>,
    /// Whether the person is active.
    ///
    /// 当前的在任状态。
    #[field("状态", "Status", internal)]
    pub status: PersonStatus,
}

/// A post held in an organisation.
///
/// 在一个组织中担任的一项职务。
#[part("任职", "Post")]
pub struct Post {
    /// The organisation in which the post is held.
    ///
    /// 任职的组织。
    #[field("任职组织", "Organisation", public)]
    pub organisation: Ref<Organisation>,
    /// Which post it is.
    ///
    /// 担任的职务。
    #[field("职务", "Title", public)]
    pub title: PostTitle,
    /// Elected, appointed, hired or voluntary.
    ///
    /// 产生方式：选举、任命、聘用或志愿。
    #[field("任职方式", "Basis", public)]
    pub basis: PostBasis,
    /// The election, for elected posts.
    ///
    /// 产生该职务的选举；由选举产生的填写。
    #[field("选举", "Election", public)]
    pub election: Option<Ref<Election>>,
    /// First day in the post.
    ///
    /// 任职的第一日。
    #[field("任职日期", "Starts on", public)]
    pub starts_on: Date,
    /// Last day in the post; absent while it is held.
    ///
    /// 任职的最后一日；现任的不填。
    #[field("离任日期", "Ends on", public)]
    pub ends_on: Option<Date>,
}
