//! SVC006-SVC011 and SVC020: mechanism, mode, fee and time limits of a service item.

use super::compare::out_of_place;
use super::{Context, Ruled, admission};
use crate::Words;
use crate::codes::{Fee, Provision, ServiceCategory};
use crate::model::{Service, ServiceView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&SVC006, &SVC007, &SVC008, &SVC009, &SVC010, &SVC011, &SVC020];

rule! {
    /// What the administration provides has an agency that answers for it.
    pub static SVC006 = {
        name: "agency-missing",
        severity: Warning,
        scope: Record,
        records: [Service],
        title: "行政机制服务缺少责任部门" / "administrative provision without a responsible agency",
        why: "行政机制提供的服务由政府部门负责；没有责任部门，居民无处查询，也难以核对经费"
            / "the administration answers for what it provides; without an agency nobody can be asked and funds cannot be followed",
        message: "服务机制为行政机制，但没有填写责任部门" / "the provision is administrative, but no responsible agency is given",
        advice: "请对照权责清单或准入批复填写责任部门；不由政府部门负责的，请改选服务机制"
            / "enter the agency that the list of duties or the admission names; where no agency is responsible choose another mechanism",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Elder care is counted by mode: at home, in the community, in an institution.
    pub static SVC007 = {
        name: "elder-care-mode",
        severity: Error,
        scope: Record,
        records: [Service],
        title: "养老服务方式与服务类别不符" / "mode of elder care does not go with the category",
        why: "养老服务按居家、社区、机构三种方式统计；缺少方式或类别不符的统计不到"
            / "elder care is counted at home, in the community and in institutions; without the mode, or in another category, it is not found",
        message: "养老服务方式与服务类别不符：{fault}" / "mode of elder care and category do not go together: {fault}",
        advice: "请核对服务类别：属于养老服务的填写居家、社区或机构，不属于的清空养老服务方式"
            / "check the category: for elder care enter home, community or institution, for any other empty the field",
        basis: [
            Basis::policy("3.2", "以居家为基础、社区为依托、机构为补充的社会养老服务体系"),
        ],
        params: ["fault"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Residents must be able to trust that what is called free costs nothing.
    pub static SVC008 = {
        name: "free-with-price",
        severity: Error,
        scope: Record,
        records: [Service],
        title: "无偿服务填有价格" / "free with a price",
        why: "公布为无偿的服务不得收费；两项矛盾会误导居民" / "what is published as free must cost nothing; the two together mislead residents",
        message: "收费方式为无偿，价格应为0或不填" / "the service is free, so the price must be 0 or left out",
        advice: "请向承办单位核实是否收费：不收费的清空价格，收费的将收费方式改为低偿或市场价"
            / "ask the provider: where nothing is charged empty the price, else set the fee to low or market",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// A promise shortens the time that the law allows; a longer one promises nothing.
    pub static SVC009 = {
        name: "promise-beyond-law",
        severity: Error,
        scope: Record,
        records: [Service],
        title: "承诺时限长于法定时限" / "promises more days than the law allows",
        why: "承诺办结时限不得超过法定办结时限，否则按承诺办结的事项仍属超期"
            / "a promised time limit beyond the one set by law would itself be against the law",
        message: "承诺办结时限（工作日）长于法定办结时限" / "the promised time limit in working days exceeds the one set by law",
        advice: "请对照办事指南核对两项时限，注意两项都按工作日计；填反的请对调"
            / "compare both with the service guide; both are in working days, and where they were swapped exchange them",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The nine public services are for everyone and volunteers take no pay; a market price fits neither.
    pub static SVC010 = {
        name: "public-service-at-market-price",
        severity: Warning,
        scope: Record,
        records: [Service],
        title: "公共服务或志愿服务按市场价收费" / "public or voluntary service at market price",
        why: "就业、社会保险等九类公共服务要均等地覆盖到社区，志愿服务不得收取报酬，都不应按市场价收费"
            / "the nine public services are to reach everyone alike and volunteers take no pay, so neither has a market price",
        message: "{fault}，不应按市场价收费" / "{fault} should not be at market price",
        advice: "请向承办单位核实服务类别、服务机制和收费方式；属于市场化的相关服务，请改选社区服务类别和市场机制"
            / "ask the provider about category, mechanism and fee; for a commercial service close to these choose a community category and the market mechanism",
        basis: [
            Basis::policy("3.2", "以就业、社会保险、社会救助、社会治安、医疗卫生、计划生育、文化、教育、体育为主要内容的政府公共服务"),
            Basis::clause(Document::VoluntaryService, "2").quote("自愿、无偿").from("2017-12-01"),
            Basis::clause(Document::VoluntaryService, "3").quote("应当遵循自愿、无偿、平等、诚信、合法的原则").from("2017-12-01"),
        ],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Chains and franchises are businesses, and businesses are market provision.
    pub static SVC011 = {
        name: "business-format-outside-market",
        severity: Warning,
        scope: Record,
        records: [Service],
        title: "经营业态与服务机制不符" / "business format without market provision",
        why: "连锁经营、品牌加盟等业态是企业的商业服务，属于市场机制"
            / "chains, franchises and independent shops are businesses, which is market provision",
        message: "填有经营业态，但服务机制不是市场机制" / "a business format is given, but the provision is not by the market",
        advice: "请向承办单位核实：企业经营的服务请改为市场机制，其他服务请清空经营业态"
            / "ask the provider: for a business choose market provision, for any other service empty the format",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Residents want to know what a service costs before they ask for it.
    pub static SVC020 = {
        name: "fee-without-price",
        severity: Warning,
        scope: Record,
        records: [Service],
        title: "收费服务没有价格" / "fee without a price",
        why: "收费的服务应当明码标价，居民才好比较选择" / "residents can only compare services whose price is open",
        message: "收费方式为低偿或市场价，但没有填写价格" / "the fee is low or market, but no price is given",
        advice: "请向承办单位核实并填写每次服务的价格；按项目计价的，填最常用一项的价格"
            / "ask the provider and enter the price per use; where it differs by item enter that of the most common one",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

const MODE_MISSING: Words = Words::new("养老服务应填写养老服务方式", "an elder care service names its mode");
const MODE_ELSEWHERE: Words =
    Words::new("不是养老服务的不得填写养老服务方式", "a service of another category names none");

impl Ruled for Service {
    fn check(view: &ServiceView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        admission::check(view, context, sink);
        let provision = view.provision.known();
        if provision == Some(Provision::Administrative) && view.responsible_agency.is_absent() {
            sink.report(&SVC006, "/responsible_agency", vec![]);
        }
        if let Some(place) = out_of_place(view.elder_care_mode, view.category, ServiceCategory::ElderCare) {
            let fault = place.words(MODE_MISSING, MODE_ELSEWHERE);
            sink.report(&SVC007, "/elder_care_mode", vec![("fault", fault.into())]);
        }
        let days = view.promised_days.known().zip(view.statutory_days.known());
        if days.is_some_and(|(promised, statutory)| promised > statutory) {
            sink.report(&SVC009, "/promised_days", vec![]);
        }
        let is_outside_market = provision.is_some_and(|provision| provision != Provision::Market);
        if is_outside_market && view.business_format.known().is_some() {
            sink.report(&SVC011, "/business_format", vec![]);
        }
        check_fee(view, sink);
    }
}

/// SVC008, SVC010 and SVC020.
fn check_fee(view: &ServiceView<'_>, sink: &mut Sink<'_>) {
    let Some(fee) = view.fee.known() else { return };
    if fee == Fee::Free && view.price.known().is_some_and(|price| price.hundredths() > 0) {
        sink.report(&SVC008, "/price", vec![]);
    }
    let is_voluntary = view.provision.known() == Some(Provision::Voluntary);
    let at_market_price = if view.category.known().is_some_and(is_public) {
        Some(Words::new("就业、社会保险等九类政府公共服务", "one of the nine public services"))
    } else {
        is_voluntary.then_some(Words::new("志愿机制的服务", "voluntary provision"))
    };
    if let Some(fault) = at_market_price.filter(|_| fee == Fee::Market) {
        sink.report(&SVC010, "/fee", vec![("fault", fault.into())]);
    }
    if fee != Fee::Free && view.price.is_absent() {
        sink.report(&SVC020, "/price", vec![]);
    }
}

/// Whether a category is one of the nine public services.
fn is_public(category: ServiceCategory) -> bool {
    matches!(
        category,
        ServiceCategory::Employment
            | ServiceCategory::SocialInsurance
            | ServiceCategory::SocialRelief
            | ServiceCategory::PublicSecurity
            | ServiceCategory::Health
            | ServiceCategory::FamilyPlanning
            | ServiceCategory::Culture
            | ServiceCategory::Education
            | ServiceCategory::Sports
    )
}
