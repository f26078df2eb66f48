//! `organisation` 社区组织.

use shequ_macros::{part, record};

use crate::codes::{
    EntityStatus, OrganisationKind, Ownership, PartySetting, RegistrationStatus, SocialPurpose,
    SubCommitteeField, VolunteerService,
};
use crate::field::{Count, Date, Name, Ordinal, PersonName, Ref, Set, Text, Yuan};
use crate::ids::{CreditCode, DivisionCode, Email, Phone};

/// An organisation of or in a community, from the Party branch to the property company.
///
/// 社区内或服务于社区的组织，如党组织、村（居）委会及其下属委员会、群团组织、社区社会组织、业主组织、物业服务
/// 企业、驻社区单位。
#[record("社区组织", "Organisation")]
pub struct Organisation {
    /// Full name of the organisation, as on its certificate.
    ///
    /// 组织全称，与登记（备案）证书或成立批复一致。
    #[field("组织名称", "Name", public)]
    pub name: Name<200>,
    /// What it is; one kind alone.
    ///
    /// 组织的类型，只选一项。
    #[field("组织类型", "Kind", public, "3.1, 3.2, 3.3, 3.4, 3.5, 4.2")]
    pub kind: OrganisationKind,
    /// Its credit code, 18 characters, from its certificate; absent where it has none, as groups and filed
    /// organisations have.
    ///
    /// 证书所载的统一社会信用代码，18位；未赋码的组织不填，如村（居）民小组、备案的社区社会组织。
    #[field("统一社会信用代码", "Unified social credit code", public)]
    pub credit_code: Option<CreditCode>,
    /// Its registration or filing.
    ///
    /// 登记或备案的情况。
    #[field("登记备案", "Registration", public, "3.1")]
    pub registration: Option<Registration>,
    /// The community, township or county in which it works.
    ///
    /// 组织的工作范围所在区划；村（居）委会等一个社区的组织填社区代码，其他填到相应层级。
    #[field("所在区划", "Division", public)]
    pub division: DivisionCode,
    /// The organisation directly above it.
    ///
    /// 直接上级组织，如下属委员会的上级为村（居）委会，党支部的上级为党总支、党委。
    #[field("上级组织", "Parent organisation", public, "3.1")]
    pub parent: Option<Ref<Organisation>>,
    /// The field of a sub-committee, for sub-committees alone.
    ///
    /// 下属委员会的工作类别，如人民调解、治安保卫；其他组织不填。
    #[field("下属委员会类别", "Sub-committee field", public, "3.1")]
    pub sub_committee_field: Option<SubCommitteeField>,
    /// Whether a community social organisation serves, benefits the public, or helps mutually; for these
    /// alone.
    ///
    /// 社区社会组织属服务性、公益性、互助性中的哪几类，可多选；其他组织不填。
    #[field("社会组织性质", "Purposes", public, "3.1")]
    pub purposes: Set<SocialPurpose>,
    /// What a volunteer organisation does; at most four.
    ///
    /// 志愿服务组织开展的服务类别，最多4项；代码同全国志愿服务信息系统。
    #[field("服务类别", "Service categories", public, "3.2")]
    #[validate(length(max = 4))]
    pub service_categories: Set<VolunteerService>,
    /// Day on which it was founded.
    ///
    /// 成立的日期，以登记证书或成立批复为准。
    #[field("成立日期", "Established on", public)]
    pub established_on: Option<Date>,
    /// Last day on which it existed; required when it was merged, split or abolished, else absent.
    ///
    /// 存续的最后一日；合并、拆分、撤销的必填，正常、停用的不填。
    #[field("终止日期", "Dissolved on", public)]
    pub dissolved_on: Option<Date>,
    /// Whether it is active, suspended, or was merged, split or abolished.
    ///
    /// 当前存续状态。
    #[field("状态", "Status", public)]
    pub status: EntityStatus,
    /// The current term of an elected body.
    ///
    /// 选举产生的组织当前一届的届次和任期。
    #[field("届期", "Term", public, "3.1")]
    pub term: Option<Term>,
    /// Its legal representative, or the person in charge where it is no legal person.
    ///
    /// 证书所载的法定代表人；不具有法人资格的，填负责人。
    #[field("法定代表人(负责人)", "Legal representative", public)]
    pub legal_representative: Option<PersonName>,
    /// Contact at its office.
    ///
    /// 组织的办公联系方式。
    #[field("联系方式", "Contact", public)]
    pub contact: Option<Contact>,
    /// Number of members.
    ///
    /// 成员（会员、委员）人数。
    #[field("成员数", "Members", public, unit("人", "people"))]
    pub members: Option<Count>,
    /// Members of the Communist Party in it, probationary ones among them; of a Party organisation, all of
    /// its members.
    ///
    /// 成员、职工中的中国共产党党员数，含预备党员；党组织填全部党员数。
    #[field("党员数", "Party members", internal, "3.4", unit("人", "people"))]
    pub party_members: Option<Count>,
    /// The Party organisation founded in it.
    ///
    /// 在该组织中建立的党组织；未建立的不填。
    #[field("所建党组织", "Party organisation", public, "3.4")]
    pub party_organisation: Option<Ref<Organisation>>,
    /// Where a Party organisation was set up, for Party organisations alone.
    ///
    /// 党组织依托设置的地方或领域，如社区、楼宇、产业链；其他组织不填。
    #[field("党组织设置形式", "Party setting", public, "3.4")]
    pub party_setting: Option<PartySetting>,
    /// Who owns an enterprise or social organisation.
    ///
    /// 企业、社会组织的所有制性质。
    #[field("所有制性质", "Ownership", public, "3.1, 3.4")]
    pub ownership: Option<Ownership>,
    /// Whether it is given a place for its activities.
    ///
    /// 社区、街道（乡镇）等是否为其提供活动场地。
    #[field("是否获得活动场地支持", "Venue support", public, "3.1")]
    pub venue_support: Option<bool>,
    /// Public money that it is given in support, per year.
    ///
    /// 每年得到的政府扶持资金。
    #[field("年度扶持资金", "Yearly subsidy", public, "3.2", unit("元/年", "yuan per year"))]
    pub subsidy: Option<Yuan>,
}

/// How an organisation is registered or filed.
///
/// 组织登记或备案的状态、机关、编号和日期。
#[part("登记备案", "Registration")]
pub struct Registration {
    /// Registered, filed, neither, or not required.
    ///
    /// 登记、备案、未登记备案或无需登记。
    #[field("登记状态", "Registration status", public)]
    pub status: RegistrationStatus,
    /// The authority that registers or files, with its full name.
    ///
    /// 登记、备案机关的全称。
    #[field("登记(备案)机关", "Authority", public)]
    pub authority: Option<Text<100>>,
    /// Number of the registration or filing.
    ///
    /// 登记证号或备案号。
    #[field("登记(备案)号", "Number", public)]
    pub number: Option<Text<64>>,
    /// Day of the registration or filing.
    ///
    /// 准予登记、备案的日期。
    #[field("登记(备案)日期", "Date", public)]
    pub on: Option<Date>,
}

/// The term of an elected body.
///
/// 选举产生的组织的一届任期。
#[part("届期", "Term")]
pub struct Term {
    /// Which term it is, 1 or more.
    ///
    /// 第几届，从1起。
    #[field("届次", "Term number", public)]
    pub number: Ordinal,
    /// First day of the term.
    ///
    /// 本届任期的第一日。
    #[field("开始日期", "Starts on", public)]
    pub starts_on: Date,
    /// Last day of the term.
    ///
    /// 本届任期届满的日期。
    #[field("届满日期", "Ends on", public)]
    pub ends_on: Date,
}

/// Contact at an office.
///
/// 组织的办公联系方式，供工作联系用。
#[part("联系方式", "Contact")]
pub struct Contact {
    /// Name of the contact.
    ///
    /// 联系人姓名。
    #[field("联系人", "Contact person", personal)]
    pub name: Option<PersonName>,
    /// Phone of the office, not of a person.
    ///
    /// 单位的办公电话，不填个人电话。
    #[field("办公电话", "Office phone", public)]
    pub phone: Option<Phone>,
    /// E-mail address of the office, not of a person.
    ///
    /// 单位的办公邮箱，不填个人邮箱。
    #[field("办公邮箱", "Office e-mail", public)]
    pub email: Option<Email>,
    /// Address of the office, not of a person.
    ///
    /// 单位的办公地址，不填个人住址。
    #[field("办公地址", "Office address", public)]
    pub address: Option<Text<200>>,
}
