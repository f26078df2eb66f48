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
#[record("志愿者", "Volunteer")]
pub struct Volunteer {
    /// Number in the volunteer register; national form V, 16 digits and one more.
    #[field("志愿者编号", "Volunteer number", personal, "3.2")]
    pub number: Option<Text<32>>,
    /// Full name.
    #[field("姓名", "Name", personal)]
    pub name: PersonName,
    /// Type and number of the identity document; unique in a dataset.
    #[field("证件", "Identity document", sensitive)]
    pub identity: Identity,
    /// Nationality, ISO 3166-1 numeric; 156 where absent.
    #[field("国籍", "Nationality", personal)]
    pub nationality: Option<Country>,
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
    /// Employment.
    #[field("从业状况", "Employment", personal)]
    pub employment: Option<Employment>,
    /// Phone.
    #[field("手机号码", "Mobile phone", personal)]
    pub phone: Option<Phone>,
    /// E-mail address.
    #[field("电子邮箱", "E-mail", personal)]
    pub email: Option<Email>,
    /// Where the volunteer lives.
    #[field("居住地", "Residence", personal)]
    pub residence: Option<Residence>,
    /// The community where the registration counts.
    #[field("注册社区", "Community of registration", personal, "3.2")]
    pub community: CommunityCode,
    /// The body that took the registration: a community, a subdistrict, a county.
    #[field("注册登记单位", "Registered by", public, "3.2")]
    pub registered_by: Option<Ref<Organisation>>,
    /// The volunteer service station.
    #[field("志愿者服务站", "Volunteer station", public, "3.2")]
    pub station: Option<Ref<Organisation>>,
    /// Volunteer organisations joined.
    #[field("所属志愿组织", "Volunteer organisations", public, "3.2")]
    pub organisations: Set<Ref<Organisation>>,
    /// What the volunteer offers; at most four.
    #[field("服务类别", "Service categories", public, "3.2")]
    #[validate(length(max = 4))]
    pub service_categories: Set<VolunteerService>,
    /// Special skills.
    #[field("特长", "Skills", public)]
    pub skills: Set<Skill>,
    /// When the volunteer can serve.
    #[field("可服务时间", "Availability", public)]
    pub availability: Set<Availability>,
    /// Day of registration.
    #[field("注册日期", "Registered on", public, "3.2")]
    pub registered_on: Date,
    /// Whether the volunteer is active.
    #[field("状态", "Status", internal)]
    pub status: PersonStatus,
    /// Day of withdrawal.
    #[field("注销日期", "Withdrawn on", internal)]
    pub withdrawn_on: Option<Date>,
    /// Guardian of a minor.
    #[field("监护人", "Guardian", sensitive)]
    pub guardian: Option<Guardian>,
    /// Whom to call in an emergency.
    #[field("紧急联系人", "Emergency contact", personal)]
    pub emergency_contact: Option<EmergencyContact>,
    /// Consent to the handling of personal information (PIPL 13-14).
    #[field("个人信息同意", "Consent", internal)]
    #[validate(nested)]
    pub consent: Option<Consent>,
    /// Trainings attended.
    #[field("培训记录", "Trainings", internal)]
    pub trainings: List<Training>,
    /// Sum of effective service records in hours.
    #[field("累计服务时长", "Total hours", public, "3.2")]
    pub total_hours: Option<Hours>,
    /// Star rating.
    #[field("星级", "Star", public, "3.2")]
    pub star: Option<Star>,
}

/// Where a person lives.
#[part("居住地", "Residence")]
pub struct Residence {
    /// Division of residence.
    #[field("居住区划", "Division", personal)]
    pub division: Option<DivisionCode>,
    /// Full address.
    #[field("详细地址", "Address", personal)]
    pub address: Option<Text<200>>,
}

/// The guardian of a minor and the consent given.
#[part("监护人", "Guardian")]
pub struct Guardian {
    /// Full name.
    #[field("姓名", "Name", sensitive)]
    pub name: PersonName,
    /// Relation to the volunteer.
    #[field("与本人关系", "Relation", sensitive)]
    pub relation: Text<20>,
    /// Phone.
    #[field("联系电话", "Phone", sensitive)]
    pub phone: Phone,
    /// Day of consent.
    #[field("同意日期", "Consented on", internal)]
    pub consented_on: Date,
}

/// Whom to call in an emergency.
#[part("紧急联系人", "Emergency contact")]
pub struct EmergencyContact {
    /// Full name.
    #[field("姓名", "Name", personal)]
    pub name: PersonName,
    /// Relation to the volunteer.
    #[field("关系", "Relation", personal)]
    pub relation: Option<Text<20>>,
    /// Phone.
    #[field("电话", "Phone", personal)]
    pub phone: Phone,
}

/// Consent to the handling of personal information.
#[part("个人信息同意", "Consent")]
pub struct Consent {
    /// Day on which consent was given.
    #[field("同意日期", "Given on", internal)]
    pub given_on: Date,
    /// What it was given for; at least one.
    #[field("同意用途", "Purposes", internal)]
    #[validate(length(min = 1, max = 1000))]
    pub purposes: Set<ConsentPurpose>,
    /// Day of the separate consent to the identity number and other sensitive fields (PIPL 29).
    #[field("单独同意日期", "Separate consent on", internal)]
    pub sensitive_given_on: Option<Date>,
    /// Day on which it was withdrawn.
    #[field("撤回日期", "Withdrawn on", internal)]
    pub withdrawn_on: Option<Date>,
}
