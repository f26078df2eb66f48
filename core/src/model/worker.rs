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
#[record("社区工作者", "Community worker")]
pub struct Worker {
    /// Full name.
    #[field("姓名", "Name", personal)]
    pub name: PersonName,
    /// Type and number of the identity document.
    #[field("证件", "Identity document", sensitive)]
    pub identity: Identity,
    /// Sex.
    #[field("性别", "Sex", personal)]
    pub sex: Sex,
    /// Day of birth.
    #[field("出生日期", "Birth date", personal)]
    pub birth_date: Date,
    /// Ethnic group.
    #[field("民族", "Ethnicity", personal)]
    pub ethnicity: Option<Ethnicity>,
    /// Political status.
    #[field("政治面貌", "Political status", personal)]
    pub political_status: Option<PoliticalStatus>,
    /// Highest education.
    #[field("学历", "Education", personal)]
    pub education: Option<Education>,
    /// Phone.
    #[field("联系电话", "Phone", personal)]
    pub phone: Option<Phone>,
    /// The community in which the person works.
    #[field("所在社区", "Community", personal)]
    pub community: CommunityCode,
    /// Posts held now and before; at least one.
    #[field("任职", "Posts", public, "4.3")]
    #[validate(length(min = 1, max = 1000))]
    pub posts: List<Post>,
    /// Professional level of social work.
    #[field("社会工作职业水平", "Professional level", public, "4.3")]
    pub professional_level: Option<ProfessionalLevel>,
    /// Trainings attended.
    #[field("培训记录", "Trainings", internal, "4.3")]
    pub trainings: List<Training>,
    /// Living allowance or wage in yuan per month.
    #[field("月生活补贴(工资)", "Monthly pay", personal, "4.3")]
    pub allowance: Option<Yuan>,
    /// Day from which the pay holds.
    #[field("现待遇标准起始日期", "Pay since", personal, "4.3")]
    pub allowance_since: Option<Date>,
    /// Social insurances and housing fund.
    #[field("参保险种", "Insurances", personal, "4.3")]
    pub insurances: Set<Insurance>,
    /// Whether the person is active.
    #[field("状态", "Status", internal)]
    pub status: PersonStatus,
}

/// A post held in an organisation.
#[part("任职", "Post")]
pub struct Post {
    /// The organisation in which the post is held.
    #[field("任职组织", "Organisation", public)]
    pub organisation: Ref<Organisation>,
    /// Which post it is.
    #[field("职务", "Title", public)]
    pub title: PostTitle,
    /// Elected, appointed, hired or voluntary.
    #[field("任职方式", "Basis", public)]
    pub basis: PostBasis,
    /// The election, for elected posts.
    #[field("选举", "Election", public)]
    pub election: Option<Ref<Election>>,
    /// First day in the post.
    #[field("任职日期", "Starts on", public)]
    pub starts_on: Date,
    /// Last day in the post.
    #[field("离任日期", "Ends on", public)]
    pub ends_on: Option<Date>,
}
