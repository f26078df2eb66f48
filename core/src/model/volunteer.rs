//! `volunteer` 志愿者.

use shequ_macros::{part, record};

use super::{Identity, Organisation, Training};
use crate::codes::{
    Availability, ConsentPurpose, Country, Education, Employment, Ethnicity, PersonStatus, PoliticalStatus,
    Sex, Skill, Star, VolunteerService,
};
use crate::field::{Date, Hours, List, PersonName, Ref, Set, Text};
use crate::ids::{CommunityCode, DivisionCode, Email, Phone};

/// A registered community volunteer.
///
/// 在社区注册登记的志愿者，每人一条记录。
#[record("志愿者", "Volunteer")]
pub struct Volunteer {
    /// Number in the volunteer register; national form V, 16 digits and one more.
    ///
    /// 注册管理系统编发的志愿者编号；全国系统的编号为V加16位数字加1位字符。
    #[field("志愿者编号", "Volunteer number", personal, "3.2")]
    pub number: Option<Text<32>>,
    /// Full name, as on the identity document.
    ///
    /// 与证件一致的姓名。
    #[field("姓名", "Name", personal)]
    pub name: PersonName,
    /// Type and number of the identity document; unique in a dataset.
    ///
    /// 有效身份证件的类型和号码；同一证件只注册一次。
    #[field("证件", "Identity document", sensitive)]
    pub identity: Identity,
    /// Nationality, ISO 3166-1 numeric; 156 where absent.
    ///
    /// 国籍，3位数字代码；不填的，视为中国（156）。
    #[field("国籍", "Nationality", personal)]
    pub nationality: Option<Country>,
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
    /// Whether and how the volunteer works.
    ///
    /// 当前的从业状况。
    #[field("从业状况", "Employment", personal)]
    pub employment: Option<Employment>,
    /// Phone of the volunteer.
    ///
    /// 本人的手机号码；没有的可填固定电话。
    #[field("手机号码", "Mobile phone", personal)]
    pub phone: Option<Phone>,
    /// E-mail address of the volunteer.
    ///
    /// 本人的电子邮箱。
    #[field("电子邮箱", "E-mail", personal)]
    pub email: Option<Email>,
    /// Where the volunteer lives.
    ///
    /// 本人的经常居住地。
    #[field("居住地", "Residence", personal)]
    pub residence: Option<Residence>,
    /// The community where the registration counts; who registered above a community counts where they live,
    /// else where their station is.
    ///
    /// 注册人数计入的社区；在街道（乡镇）、学校、区县等注册的，填居住地社区，没有的填志愿者服务站所在社区。
    #[field("注册社区", "Community of registration", personal, "3.2")]
    pub community: CommunityCode,
    /// The body that took the registration: a community, subdistrict or county.
    ///
    /// 受理注册登记的单位，如社区、街道（乡镇）、区县的机构。
    #[field("注册登记单位", "Registered by", public, "3.2")]
    pub registered_by: Option<Ref<Organisation>>,
    /// The volunteer service station.
    ///
    /// 所属的志愿者服务站。
    #[field("志愿者服务站", "Volunteer station", public, "3.2")]
    pub station: Option<Ref<Organisation>>,
    /// Volunteer organisations joined.
    ///
    /// 参加的志愿服务组织，可填多个。
    #[field("所属志愿服务组织", "Volunteer organisations", public, "3.2")]
    pub organisations: Set<Ref<Organisation>>,
    /// What the volunteer offers; at most four.
    ///
    /// 愿意参加的服务类别，最多4项；代码同全国志愿服务信息系统。
    #[field("服务类别", "Service categories", personal, "3.2")]
    #[validate(length(max = 4))]
    pub service_categories: Set<VolunteerService>,
    /// Special skills.
    ///
    /// 本人的特长，可多选。
    #[field("特长", "Skills", personal)]
    pub skills: Set<Skill>,
    /// When the volunteer can serve: mornings, afternoons and evenings of the week and of holidays.
    ///
    /// 可参加服务的时段，可多选：周一至周日及节假日的上午、下午、晚上。
    #[field("可服务时间", "Availability", personal)]
    pub availability: Set<Availability>,
    /// Day of registration.
    ///
    /// 注册登记的日期。
    #[field("注册日期", "Registered on", personal, "3.2")]
    pub registered_on: Date,
    /// Whether the volunteer is active.
    ///
    /// 当前的注册状态。
    #[field("状态", "Status", internal)]
    pub status: PersonStatus,
    /// Day of withdrawal; required of the withdrawn, absent of the active.
    ///
    /// 注销注册的日期；已注销的必填，正常的不填。
    #[field("注销日期", "Withdrawn on", internal)]
    pub withdrawn_on: Option<Date>,
    /// Guardian of a minor; from 16 on those who live on their own labour need none.
    ///
    /// 不满18周岁的填写监护人；年满16周岁、以自己的劳动收入为主要生活来源的除外。
    #[field("监护人", "Guardian", sensitive)]
    pub guardian: Option<Guardian>,
    /// Whom to call in an emergency.
    ///
    /// 紧急情况下的联系人。
    #[field("紧急联系人", "Emergency contact", personal)]
    pub emergency_contact: Option<EmergencyContact>,
    /// Consent to the handling of personal information (PIPL 13-14); of a child under 14, the guardian's.
    ///
    /// 对处理个人信息的同意；不满14周岁的，为监护人的同意。
    #[field("个人信息同意", "Consent", internal)]
    #[validate(nested)]
    pub consent: Option<Consent>,
    /// Trainings attended.
    ///
    /// 参加过的志愿服务培训，逐次填写。
    #[field("培训记录", "Trainings", internal)]
    pub trainings: List<Training>,
    /// Sum of effective service records.
    ///
    /// 已生效的志愿服务记录的时长之和。
    #[field("累计服务时长", "Total hours", personal, "3.2")]
    pub total_hours: Option<Hours>,
    /// Star rating for the hours served.
    ///
    /// 按累计服务时长评定的星级。
    #[field("星级", "Star", personal, "3.2")]
    pub star: Option<Star>,
}

/// Where a person lives.
///
/// 经常居住地。
#[part("居住地", "Residence")]
pub struct Residence {
    /// Division of residence, down to the community where it is known.
    ///
    /// 居住地的区划代码，尽量填到社区。
    #[field("居住区划", "Division", personal)]
    pub division: Option<DivisionCode>,
    /// Full address.
    ///
    /// 居住地的详细地址，填到门牌号。
    #[field("详细地址", "Address", personal)]
    pub address: Option<Text<200>>,
}

/// The guardian of a minor and the consent given.
///
/// 未成年志愿者的监护人及其同意情况。
#[part("监护人", "Guardian")]
pub struct Guardian {
    /// Full name.
    ///
    /// 监护人姓名。
    #[field("姓名", "Name", sensitive)]
    pub name: PersonName,
    /// Relation to the volunteer.
    ///
    /// 与志愿者的关系，如父亲、母亲、祖父。
    #[field("与本人关系", "Relation", sensitive)]
    pub relation: Text<20>,
    /// Phone of the guardian.
    ///
    /// 监护人的联系电话。
    #[field("联系电话", "Phone", sensitive)]
    pub phone: Phone,
    /// Day on which the guardian agreed to the registration.
    ///
    /// 监护人同意注册的日期。
    #[field("同意日期", "Consented on", internal)]
    pub consented_on: Date,
}

/// Whom to call in an emergency.
///
/// 紧急情况下的联系人。
#[part("紧急联系人", "Emergency contact")]
pub struct EmergencyContact {
    /// Full name.
    ///
    /// 联系人姓名。
    #[field("姓名", "Name", personal)]
    pub name: PersonName,
    /// Relation to the volunteer.
    ///
    /// 与志愿者的关系。
    #[field("关系", "Relation", personal)]
    pub relation: Option<Text<20>>,
    /// Phone of the contact.
    ///
    /// 联系人电话。
    #[field("电话", "Phone", personal)]
    pub phone: Phone,
}

/// Consent to the handling of personal information.
///
/// 本人或监护人对处理个人信息的同意。
#[part("个人信息同意", "Consent")]
pub struct Consent {
    /// Day on which consent was given.
    ///
    /// 同意处理个人信息的日期。
    #[field("同意日期", "Given on", internal)]
    pub given_on: Date,
    /// What it was given for; at least one.
    ///
    /// 同意的处理目的，可多选，至少一项。
    #[field("同意的处理目的", "Purposes", internal)]
    #[validate(length(min = 1, max = 1000))]
    pub purposes: Set<ConsentPurpose>,
    /// Day of the separate consent to the handling of the identity number and other sensitive information.
    ///
    /// 对处理证件号码等敏感个人信息单独同意的日期。
    #[field("单独同意日期", "Separate consent on", internal)]
    pub sensitive_given_on: Option<Date>,
    /// Day on which it was withdrawn; absent while it holds.
    ///
    /// 撤回同意的日期；未撤回的不填。
    #[field("撤回日期", "Withdrawn on", internal)]
    pub withdrawn_on: Option<Date>,
}
