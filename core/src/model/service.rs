//! `service` 服务事项.

use shequ_macros::{part, record};

use super::{Agreement, Facility, Organisation};
use crate::codes::{
    AdmissionStatus, BusinessFormat, Channel, ElderCareMode, Fee, FundingSource, Provision, Responsibility,
    ServiceCategory, ServiceStatus, TargetGroup,
};
use crate::field::{Count, Date, Name, Ref, Set, Text, Yuan};
use crate::ids::CommunityCode;

/// A service item offered in communities.
#[record("服务事项", "Service")]
pub struct Service {
    /// Name of the item.
    #[field("事项名称", "Name", public)]
    pub name: Name<100>,
    /// Code in the directory of government services.
    #[field("事项编码", "Item code", public, "3.2")]
    pub item_code: Option<Text<33>>,
    /// The nine public services first.
    #[field("服务类别", "Category", public, "3.2")]
    pub category: ServiceCategory,
    /// Administrative, mutual, voluntary or market.
    #[field("服务机制", "Provision", public, "3.2")]
    pub provision: Provision,
    /// Whose duty it is, under the admission system.
    #[field("责任类别", "Responsibility", public, "3.2")]
    pub responsibility: Responsibility,
    /// The organisation that provides it.
    #[field("承办组织", "Provider", public)]
    pub provider: Ref<Organisation>,
    /// The department that is responsible.
    #[field("责任部门", "Responsible agency", public, "3.2")]
    pub responsible_agency: Option<Ref<Organisation>>,
    /// Laws and policies on which it rests.
    #[field("法律政策依据", "Legal basis", public, "3.2")]
    pub legal_basis: Set<Text<200>>,
    /// How it is paid for (费随事转).
    #[field("经费保障", "Funding", public, "3.2")]
    pub funding: Option<Funding>,
    /// Whether working conditions are provided.
    #[field("是否提供工作条件", "Working conditions", public, "3.2")]
    pub working_conditions: Option<bool>,
    /// The agreement of delegation or purchase.
    #[field("委托(购买)协议", "Agreement", public, "3.2")]
    pub agreement: Option<Ref<Agreement>>,
    /// Its admission into the community.
    #[field("准入审批", "Admission", public, "3.2")]
    pub admission: Option<Admission>,
    /// Communities that it covers; at least one.
    #[field("覆盖社区", "Communities", public, "3.2, 3.5")]
    #[validate(length(min = 1, max = 10000))]
    pub communities: Set<CommunityCode>,
    /// Where it is offered.
    #[field("服务场所", "Facilities", public)]
    pub facilities: Set<Ref<Facility>>,
    /// How it is reached; at least one.
    #[field("服务渠道", "Channels", public, "3.2")]
    #[validate(length(min = 1, max = 1000))]
    pub channels: Set<Channel>,
    /// Whom it serves.
    #[field("服务对象", "Target groups", public, "3.2")]
    pub target_groups: Set<TargetGroup>,
    /// Free, low or market.
    #[field("收费方式", "Fee", public, "3.2")]
    pub fee: Fee,
    /// Price in yuan per use.
    #[field("价格", "Price", public)]
    pub price: Option<Yuan>,
    /// Whether an agent handles the whole matter for the resident.
    #[field("是否全程委托代理", "Agency service", public, "3.2")]
    pub agency_service: Option<bool>,
    /// Whether it is offered without holidays.
    #[field("是否全年无休", "Year-round", public, "3.2")]
    pub year_round: Option<bool>,
    /// Time limit by law in working days.
    #[field("法定办结时限", "Statutory time limit", public)]
    pub statutory_days: Option<Count>,
    /// Time limit promised in working days.
    #[field("承诺办结时限", "Promised time limit", public)]
    pub promised_days: Option<Count>,
    /// At home, in the community or in an institution.
    #[field("养老服务方式", "Mode of elder care", public, "3.2")]
    pub elder_care_mode: Option<ElderCareMode>,
    /// Format of a commercial service.
    #[field("经营业态", "Business format", public, "3.2")]
    pub business_format: Option<BusinessFormat>,
    /// Whether it is offered.
    #[field("状态", "Status", public)]
    pub status: ServiceStatus,
}

/// How a service is paid for.
#[part("经费保障", "Funding")]
pub struct Funding {
    /// Where the money comes from.
    #[field("经费来源", "Source of funds", public)]
    pub source: FundingSource,
    /// Amount in yuan per year.
    #[field("年度金额", "Annual amount", public)]
    pub amount: Yuan,
}

/// The admission of a service into the community.
#[part("准入审批", "Admission")]
pub struct Admission {
    /// How far the admission has come.
    #[field("审批状态", "Admission status", public)]
    pub status: AdmissionStatus,
    /// The authority that decides.
    #[field("审批机关", "Approved by", public)]
    pub approved_by: Option<Text<100>>,
    /// Day of the application.
    #[field("申请日期", "Applied on", public)]
    pub applied_on: Option<Date>,
    /// Day of the decision.
    #[field("审批日期", "Decided on", public)]
    pub decided_on: Option<Date>,
    /// Last day of the admission.
    #[field("失效日期", "Expires on", public)]
    pub expires_on: Option<Date>,
}
