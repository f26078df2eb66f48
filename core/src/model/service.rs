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
///
/// 在社区提供的一项公共服务、互助服务、志愿服务或商业服务。
#[record("服务事项", "Service")]
pub struct Service {
    /// Name of the item.
    ///
    /// 事项名称；政务服务事项与目录一致。
    #[field("事项名称", "Name", public)]
    pub name: Name<100>,
    /// Code in the directory of government services.
    ///
    /// 政务服务事项目录中的事项编码；非政务服务事项不填。
    #[field("事项编码", "Item code", public, "3.2")]
    pub item_code: Option<Text<33>>,
    /// The nine public services first.
    ///
    /// 服务的类别；就业、社会保险、社会救助等九类为政府公共服务。
    #[field("服务类别", "Category", public, "3.2")]
    pub category: ServiceCategory,
    /// Administrative, mutual, voluntary or market.
    ///
    /// 行政机制、互助机制、志愿机制或市场机制。
    #[field("服务机制", "Provision", public, "3.2")]
    pub provision: Provision,
    /// Whose duty it is, under the admission system.
    ///
    /// 按社区公共服务事项准入制度划分的责任：政府职责、依法协助、委托、依法自治或社会服务。
    #[field("责任类别", "Responsibility", public, "3.2")]
    pub responsibility: Responsibility,
    /// The organisation that provides it.
    ///
    /// 直接提供服务、承办事项的单位。
    #[field("承办单位", "Provider", public)]
    pub provider: Ref<Organisation>,
    /// The department that is responsible.
    ///
    /// 对该事项负责的政府部门；委托事项为委托部门。
    #[field("责任部门", "Responsible agency", public, "3.2")]
    pub responsible_agency: Option<Ref<Organisation>>,
    /// Laws and policies on which it rests, each with its article.
    ///
    /// 设立该事项的法律、法规、政策文件及条款，逐项填写；依法协助事项必填。
    #[field("法律政策依据", "Legal basis", public, "3.2")]
    pub legal_basis: Set<Text<200>>,
    /// How it is paid for (费随事转).
    ///
    /// 办理该事项的经费来源和数额；依法协助、委托事项必填，即费随事转。
    #[field("经费保障", "Funding", public, "3.2")]
    pub funding: Option<Funding>,
    /// Whether working conditions are provided.
    ///
    /// 责任部门是否为村（居）委会提供必要的工作条件。
    #[field("是否提供工作条件", "Working conditions", public, "3.2")]
    pub working_conditions: Option<bool>,
    /// The agreement of delegation or purchase.
    ///
    /// 委托办理或购买服务的协议；委托事项必填。
    #[field("委托(购买)协议", "Agreement", public, "3.2")]
    pub agreement: Option<Ref<Agreement>>,
    /// Its admission into the community.
    ///
    /// 事项进入社区的准入审批情况。
    #[field("准入审批", "Admission", public, "3.2")]
    pub admission: Option<Admission>,
    /// Communities that it covers; at least one.
    ///
    /// 提供该服务的社区，至少一个。
    #[field("覆盖社区", "Communities", public, "3.2, 3.5")]
    #[validate(length(min = 1, max = 10000))]
    pub communities: Set<CommunityCode>,
    /// Where it is offered.
    ///
    /// 提供该服务的设施，可填多个。
    #[field("服务场所", "Facilities", public)]
    pub facilities: Set<Ref<Facility>>,
    /// How it is reached; at least one.
    ///
    /// 居民获得服务的渠道，可多选，至少一项。
    #[field("服务渠道", "Channels", public, "3.2")]
    #[validate(length(min = 1, max = 1000))]
    pub channels: Set<Channel>,
    /// Whom it serves; absent where it serves all residents.
    ///
    /// 服务面向的人群，可多选；面向全体居民的不填。
    #[field("服务对象", "Target groups", public, "3.2")]
    pub target_groups: Set<TargetGroup>,
    /// Free, low or market.
    ///
    /// 无偿、低偿（微利）或市场价。
    #[field("收费方式", "Fee", public, "3.2")]
    pub fee: Fee,
    /// Price of one use.
    ///
    /// 每次服务的价格；无偿的填0或不填。
    #[field("价格", "Price", public, unit("元/次", "yuan per use"))]
    pub price: Option<Yuan>,
    /// Whether an agent handles the whole matter for the resident.
    ///
    /// 是否由工作人员受居民委托全程代办。
    #[field("是否全程委托代理", "Agency service", public, "3.2")]
    pub agency_service: Option<bool>,
    /// Whether it is offered without holidays.
    ///
    /// 是否全年提供、节假日不休。
    #[field("是否全年无休", "Year-round", public, "3.2")]
    pub year_round: Option<bool>,
    /// Time limit by law.
    ///
    /// 法律、法规规定的办结时限。
    #[field("法定办结时限", "Statutory time limit", public, unit("工作日", "working days"))]
    pub statutory_days: Option<Count>,
    /// Time limit promised, no longer than the law's.
    ///
    /// 承诺的办结时限，不长于法定办结时限。
    #[field("承诺办结时限", "Promised time limit", public, unit("工作日", "working days"))]
    pub promised_days: Option<Count>,
    /// At home, in the community or in an institution; for elder care alone.
    ///
    /// 居家、社区或机构养老；养老服务应填写，其他服务不填。
    #[field("养老服务方式", "Mode of elder care", public, "3.2")]
    pub elder_care_mode: Option<ElderCareMode>,
    /// Format of a commercial service.
    ///
    /// 商业服务的经营业态；市场机制的服务填写。
    #[field("经营业态", "Business format", public, "3.2")]
    pub business_format: Option<BusinessFormat>,
    /// Whether it is offered.
    ///
    /// 当前开办状态。
    #[field("状态", "Status", public)]
    pub status: ServiceStatus,
}

/// How a service is paid for.
///
/// 一项服务的经费来源和年度金额。
#[part("经费保障", "Funding")]
pub struct Funding {
    /// Where the money comes from.
    ///
    /// 经费的来源，如财政拨款、责任部门、政府购买。
    #[field("经费来源", "Source of funds", public)]
    pub source: FundingSource,
    /// Amount of one year.
    ///
    /// 每年安排的经费。
    #[field("年度金额", "Annual amount", public, unit("元/年", "yuan per year"))]
    pub amount: Yuan,
}

/// The admission of a service into the community.
///
/// 社区公共服务事项的准入审批。
#[part("准入审批", "Admission")]
pub struct Admission {
    /// How far the admission has come.
    ///
    /// 审批的状态：申请、准入、不予准入或撤销。
    #[field("审批状态", "Admission status", public)]
    pub status: AdmissionStatus,
    /// The authority that decides.
    ///
    /// 作出审批决定的机关全称。
    #[field("审批机关", "Approved by", public)]
    pub approved_by: Option<Text<100>>,
    /// Day of the application.
    ///
    /// 责任部门提出申请的日期。
    #[field("申请日期", "Applied on", public)]
    pub applied_on: Option<Date>,
    /// Day of the decision.
    ///
    /// 作出审批决定的日期。
    #[field("审批日期", "Decided on", public)]
    pub decided_on: Option<Date>,
    /// Last day of the admission; absent where it has no end.
    ///
    /// 准入有效的最后一日；未规定期限的不填。
    #[field("失效日期", "Expires on", public)]
    pub expires_on: Option<Date>,
}
