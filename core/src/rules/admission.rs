//! SVC002, SVC003, SVC005 and SVC012: what the admission system asks of a service item.

use super::Context;
use super::compare::is_day_before;
use crate::Words;
use crate::codes::{AdmissionStatus, Responsibility, ServiceStatus};
use crate::field::Slot;
use crate::finding::Param;
use crate::model::{AdmissionView, FundingView, ServiceView};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&SVC002, &SVC003, &SVC005, &SVC012];

rule! {
    /// Who asks a committee for help provides the means; an item without them is a duty passed on.
    pub static SVC002 = {
        name: "assistance-without-means",
        severity: Error,
        scope: Record,
        records: [Service],
        title: "依法协助事项缺少依据或保障" / "statutory assistance without its basis or means",
        why: "依法应由村（居）委会协助的事项，应当有法律政策依据，并提供必要的经费和工作条件"
            / "where the law has a committee assist the government there must be a legal basis, funds and working conditions",
        message: "依法协助事项缺少{lacking}" / "an item of statutory assistance without {lacking}",
        advice: "请向责任部门核实：依据填写文件名称和条款，经费填写来源和年度金额；确实没有保障的，请责任部门落实后再交村（居）委会协助"
            / "ask the responsible agency: enter law or document with article, source of funds and annual amount; where there are none they must be provided before a committee assists",
        basis: [
            Basis::policy("3.2", "应当为村(居)委会提供必要的经费和工作条件"),
        ],
        params: ["lacking"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// A delegated item comes with rights and money, both of which an agreement states.
    pub static SVC003 = {
        name: "delegation-without-means",
        severity: Error,
        scope: Record,
        records: [Service],
        title: "委托事项缺少协议或经费" / "delegated item without agreement or funding",
        why: "委托给村（居）委会办理的事项实行权随责走、费随事转，协议和经费缺一不可"
            / "rights go with duties and money with the task: a delegated item needs an agreement and funding",
        message: "委托事项缺少{lacking}" / "a delegated item without {lacking}",
        advice: "请向委托部门核实：补填委托（购买）协议的记录标识、经费来源和年度金额；没有协议或经费的，不得委托办理"
            / "ask the delegating agency and enter the id of the agreement, source of funds and annual amount; without agreement or funds nothing may be delegated",
        basis: [
            Basis::policy("3.2", "凡委托给村(居)委会办理的有关服务事项，应当实行权随责走、费随事转"),
        ],
        params: ["lacking"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Communities may refuse what was never admitted, so an active item shows its admission.
    pub static SVC005 = {
        name: "not-admitted",
        severity: Warning,
        scope: Record,
        records: [Service],
        title: "开办的事项未经准入或准入已失效" / "active item without a valid admission",
        why: "进入社区的协助、委托事项实行准入制度；未经准入的，有关部门不得擅自下派给社区"
            / "assistance and delegated items enter a community by admission alone; without it no department may pass them down",
        message: "开办中的协助、委托事项{fault}" / "an active item of assistance or delegation {fault}",
        advice: "请向审批机关核实准入情况：未经准入的补办审批，已失效的申请延续；不再开办的，请将状态改为停办"
            / "ask the admitting authority: apply where the item was not admitted, renew what has run out; where it is no longer offered set the status to ended",
        basis: [Basis::policy("3.2", "大力推行社区公共服务事项准入制度")],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Application, decision and end of an admission follow one another.
    pub static SVC012 = {
        name: "admission-days",
        severity: Error,
        scope: Record,
        records: [Service],
        title: "准入日期先后颠倒" / "days of an admission out of order",
        why: "准入按申请、审批、失效的先后进行；颠倒的日期无法判断准入是否有效"
            / "an admission is applied for, decided and runs out in this order; days out of order do not show whether it holds",
        message: "准入日期先后颠倒：{fault}" / "the days of the admission are out of order: {fault}",
        advice: "请对照准入申请和批复核对申请、审批、失效日期" / "compare the three days with the application and the decision",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

const LEGAL_BASIS: Words = Words::new("法律政策依据", "a legal basis");
const FUNDING: Words = Words::new("大于0的经费", "funding above 0");
const WORKING_CONDITIONS: Words = Words::new("工作条件", "working conditions");
const AGREEMENT: Words = Words::new("委托（购买）协议", "an agreement");

pub(super) fn check(view: &ServiceView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    match view.responsibility.known() {
        Some(Responsibility::StatutoryAssistance) => check_assistance(view, sink),
        Some(Responsibility::Delegated) => check_delegation(view, sink),
        _ => {}
    }
    check_admitted(view, context, sink);
    if let Some(admission) = view.admission.known() {
        check_days(admission, sink);
    }
}

/// SVC002 on an item of statutory assistance.
fn check_assistance(view: &ServiceView<'_>, sink: &mut Sink<'_>) {
    if view.legal_basis.is_absent() {
        sink.report(&SVC002, "/legal_basis", vec![("lacking", LEGAL_BASIS.into())]);
    }
    check_funding(&SVC002, view.funding, sink);
    if matches!(view.working_conditions, Slot::Absent | Slot::Known(false)) {
        sink.report(&SVC002, "/working_conditions", vec![("lacking", WORKING_CONDITIONS.into())]);
    }
}

/// SVC003 on a delegated item.
fn check_delegation(view: &ServiceView<'_>, sink: &mut Sink<'_>) {
    if view.agreement.is_absent() {
        sink.report(&SVC003, "/agreement", vec![("lacking", AGREEMENT.into())]);
    }
    check_funding(&SVC003, view.funding, sink);
}

/// Funding above 0, for SVC002 and SVC003.
fn check_funding(rule: &'static Rule, funding: Slot<FundingView<'_>>, sink: &mut Sink<'_>) {
    let amount = funding.known().and_then(|funding| funding.amount.known());
    let pointer = if funding.is_absent() {
        "/funding"
    } else if amount.is_some_and(|amount| amount.hundredths() == 0) {
        "/funding/amount"
    } else {
        return;
    };
    sink.report(rule, pointer, vec![("lacking", FUNDING.into())]);
}

/// SVC005 on an active item of assistance or delegation.
fn check_admitted(view: &ServiceView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    let needs_admission = matches!(
        view.responsibility.known(),
        Some(Responsibility::StatutoryAssistance | Responsibility::Delegated)
    );
    if !needs_admission || view.status.known() != Some(ServiceStatus::Active) {
        return;
    }
    let as_of = context.as_of;
    let mut report = |pointer, fault: Param| sink.report(&SVC005, pointer, vec![("fault", fault)]);
    let admission = view.admission.known();
    let status = admission.and_then(|admission| admission.status.known());
    if view.admission.is_absent() || status.is_some_and(|status| status != AdmissionStatus::Admitted) {
        report("/admission", Words::new("未经准入", "that was not admitted").into());
    }
    let expires = admission.and_then(|admission| admission.expires_on.known());
    if expires.is_some_and(|expires| expires.civil() < as_of) {
        let fault = Param::Phrase(
            format!("的准入在{as_of}前已失效"),
            format!("whose admission ran out before {as_of}"),
        );
        report("/admission/expires_on", fault);
    }
}

/// SVC012.
fn check_days(admission: AdmissionView<'_>, sink: &mut Sink<'_>) {
    let AdmissionView { applied_on, decided_on, expires_on, .. } = admission;
    if is_day_before(decided_on, applied_on) {
        let fault = Words::new("审批日期早于申请日期", "it was decided before it was applied for");
        sink.report(&SVC012, "/admission/decided_on", vec![("fault", fault.into())]);
    }
    if is_day_before(expires_on, decided_on) {
        let fault = Words::new("失效日期早于审批日期", "it runs out before it was decided");
        sink.report(&SVC012, "/admission/expires_on", vec![("fault", fault.into())]);
    }
}
