//! `organisation` 社区组织.

use shequ_macros::{part, record};

use crate::codes::{
    EntityStatus, OrganisationKind, Ownership, PartySetting, RegistrationStatus, SocialPurpose,
    SubCommitteeField, VolunteerService,
};
use crate::field::{Count, Date, Name, Ordinal, PersonName, Ref, Set, Text, Yuan};
use crate::ids::{CreditCode, DivisionCode, Email, Phone};

/// An organisation of or in a community, from the Party branch to the property company.
#[record("社区组织", "Organisation")]
pub struct Organisation {
    /// Full name of the organisation.
    #[field("组织名称", "Name", public)]
    pub name: Name<200>,
    /// What it is.
    #[field("组织类型", "Kind", public, "3.1, 3.2, 3.3, 3.4, 3.5, 4.2")]
    pub kind: OrganisationKind,
    /// Its credit code, where it is registered.
    #[field("统一社会信用代码", "Unified social credit code", public)]
    pub credit_code: Option<CreditCode>,
    /// Its registration or filing.
    #[field("登记备案", "Registration", public, "3.1")]
    pub registration: Option<Registration>,
    /// The community, township or county in which it works.
    #[field("所在区划", "Division", public)]
    pub division: DivisionCode,
    /// The organisation above it.
    #[field("上级组织", "Parent organisation", public, "3.1")]
    pub parent: Option<Ref<Organisation>>,
    /// The field of a sub-committee.
    #[field("下属委员会类别", "Sub-committee field", public, "3.1")]
    pub sub_committee_field: Option<SubCommitteeField>,
    /// Whether a social organisation serves, benefits the public, or helps mutually.
    #[field("社会组织性质", "Purposes", public, "3.1")]
    pub purposes: Set<SocialPurpose>,
    /// What a volunteer organisation does; at most four.
    #[field("服务类别", "Service categories", public, "3.2")]
    #[validate(length(max = 4))]
    pub service_categories: Set<VolunteerService>,
    /// Day on which it was founded.
    #[field("成立日期", "Established on", public)]
    pub established_on: Option<Date>,
    /// Last day on which it existed.
    #[field("终止日期", "Dissolved on", public)]
    pub dissolved_on: Option<Date>,
    /// Whether it is active.
    #[field("状态", "Status", public)]
    pub status: EntityStatus,
    /// The current term of an elected body.
    #[field("届期", "Term", public, "3.1")]
    pub term: Option<Term>,
    /// Its legal representative or the person in charge.
    #[field("法定代表人(负责人)", "Legal representative", public)]
    pub legal_representative: Option<PersonName>,
    /// Contact at its office.
    #[field("联系方式", "Contact", public)]
    pub contact: Option<Contact>,
    /// Number of members.
    #[field("成员数", "Members", public)]
    pub members: Option<Count>,
    /// Number of members of the Communist Party.
    #[field("党员数", "Party members", internal, "3.4")]
    pub party_members: Option<Count>,
    /// The Party organisation founded in it.
    #[field("所建党组织", "Party organisation", public, "3.4")]
    pub party_organisation: Option<Ref<Organisation>>,
    /// Where a Party organisation is set up; for Party organisations alone.
    #[field("党组织设置形式", "Party setting", public, "3.4")]
    pub party_setting: Option<PartySetting>,
    /// Ownership of an enterprise or a social organisation.
    #[field("所有制性质", "Ownership", public, "3.1, 3.4")]
    pub ownership: Option<Ownership>,
    /// Whether it is given a place for its activities.
    #[field("是否获得活动场地支持", "Venue support", public, "3.1")]
    pub venue_support: Option<bool>,
    /// Money granted to it in support, in yuan per year.
    #[field("年度扶持资金", "Yearly subsidy", public, "3.2")]
    pub subsidy: Option<Yuan>,
}

/// How an organisation is registered or filed.
#[part("登记备案", "Registration")]
pub struct Registration {
    /// Registered, filed, or neither.
    #[field("登记状态", "Registration status", public)]
    pub status: RegistrationStatus,
    /// The authority that registers or files.
    #[field("登记(备案)机关", "Authority", public)]
    pub authority: Option<Text<100>>,
    /// Number of the registration or filing.
    #[field("登记(备案)号", "Number", public)]
    pub number: Option<Text<64>>,
    /// Day of the registration or filing.
    #[field("登记(备案)日期", "Date", public)]
    pub on: Option<Date>,
}

/// The term of an elected body.
#[part("届期", "Term")]
pub struct Term {
    /// Which term it is, 1 or more.
    #[field("届次", "Term number", public)]
    pub number: Ordinal,
    /// First day of the term.
    #[field("开始日期", "Starts on", public)]
    pub starts_on: Date,
    /// Last day of the term.
    #[field("届满日期", "Ends on", public)]
    pub ends_on: Date,
}

/// Contact at an office.
#[part("联系方式", "Contact")]
pub struct Contact {
    /// Name of the contact.
    #[field("联系人", "Contact person", personal)]
    pub name: Option<PersonName>,
    /// Phone of the contact.
    #[field("电话", "Phone", personal)]
    pub phone: Option<Phone>,
    /// E-mail address of the contact.
    #[field("电子邮箱", "E-mail", personal)]
    pub email: Option<Email>,
    /// Address of the contact.
    #[field("地址", "Address", personal)]
    pub address: Option<Text<200>>,
}
