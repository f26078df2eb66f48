//! SVC014-SVC018: closing, rating and anonymity of a residents' case.

use super::compare::{is_moment_before, out_of_place};
use super::{Context, Ruled};
use crate::Words;
use crate::codes::{CaseKind, CaseStatus};
use crate::finding::Param;
use crate::ids::{Phone, PhoneKind, resident};
use crate::model::{Case, CaseView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&SVC014, &SVC015, &SVC016, &SVC017, &SVC018];

rule! {
    /// Rates of cases closed in time rest on the time of closing.
    pub static SVC014 = {
        name: "case-closing",
        severity: Error,
        scope: Record,
        records: [Case],
        title: "办结时间与状态或受理时间不符" / "time of closing does not go with status or receipt",
        why: "办结率、按期办结率都按办结时间计算" / "the rates of cases closed, and closed in time, are worked out from the time of closing",
        message: "办结时间有误：{fault}" / "the time of closing is wrong: {fault}",
        advice: "请对照办件台账核对状态、受理时间和办结时间，注意年月日和时区"
            / "compare status and both times with the register of cases: the dates and the offsets above all",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Partly,
    }
}

rule! {
    /// Emergencies are reported by category, and the category says nothing of any other case.
    pub static SVC015 = {
        name: "emergency-and-kind",
        severity: Error,
        scope: Record,
        records: [Case],
        title: "突发事件类别与办件类型不符" / "category of emergency does not go with the kind of case",
        why: "突发事件按类别上报和统计；缺少类别或类型不符的统计不到"
            / "emergencies are reported and counted by category; without it, or with another kind, they are not found",
        message: "突发事件类别与办件类型不符：{fault}" / "category of emergency and kind of case do not go together: {fault}",
        advice: "请核对办件类型：属于突发事件的填写自然灾害、事故灾难、公共卫生事件或社会安全事件，不属于的清空类别"
            / "check the kind: for an emergency enter natural disaster, accident, public health or social security, for any other empty the field",
        basis: [
            Basis::policy("3.1", "自然灾害、事故灾难、公共卫生事件、社会安全事件应急管理体制机制"),
        ],
        params: ["fault"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Residents rate what was done for them, which is known at the end.
    pub static SVC016 = {
        name: "rated-before-closed",
        severity: Error,
        scope: Record,
        records: [Case],
        title: "未办结即已填写满意度" / "rated before closed",
        why: "满意度是对办理结果的评价，办结以后才能评" / "the rating is of what came of the case, so it follows the closing",
        message: "填有满意度，但状态不是已办结" / "a rating is given, but the case is not closed",
        advice: "请对照办件台账核对状态：已办结的更新状态和办结时间，未办结的清空满意度"
            / "compare the status with the register of cases: where it is closed set status and time of closing, else empty the rating",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// A case beyond its limit waits for somebody to look into it.
    pub static SVC017 = {
        name: "case-overdue",
        severity: Warning,
        scope: Record,
        records: [Case],
        title: "办件超期" / "case overdue",
        why: "超期办件影响按期办结率，居民也在等待答复" / "overdue cases lower the rate of cases closed in time, and residents wait for an answer",
        message: "办件超期：{fault}" / "the case is overdue: {fault}",
        advice: "请向办理单位核实进度，核对期限和办结时间；确已超期的，督促办结并向居民说明原因，记录不必改动"
            / "ask the handler how far it has come and check the times; where the case is overdue have it closed and tell the resident why, the record itself may stay",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The applicant stands in the record under a pseudonym; a number of a person is none.
    pub static SVC018 = {
        name: "applicant-not-pseudonymous",
        severity: Error,
        scope: Record,
        records: [Case],
        title: "申请人代号是证件号码或电话号码" / "applicant named by an identity or phone number",
        why: "办件中不得出现居民身份；用证件号码或电话号码作代号等于公开个人信息，法律要求采取去标识化等措施"
            / "no resident is named in a case; a number as pseudonym lays personal information open, while the law asks for de-identification and the like",
        message: "申请人代号具有{form}的形式，不得使用"
            / "the pseudonym of the applicant has the form of {form}, which it must not",
        advice: "请改用业务系统的内部编号或随机编号；不要用号码的一部分或其简单变换代替"
            / "use the internal number of the source system or a random one; a part of the number or a simple transformation of it will not do",
        basis: [
            Basis::clause(Document::PersonalInformation, "51")
                .quote("采取相应的加密、去标识化等安全技术措施")
                .from("2021-11-01"),
        ],
        params: ["form"],
        parameters: [],
        enforced_by: Schema,
    }
}

const CATEGORY_MISSING: Words = Words::new("突发事件应填写突发事件类别", "an emergency names its category");
const CATEGORY_ELSEWHERE: Words =
    Words::new("不是突发事件的不得填写突发事件类别", "a case of another kind names none");

impl Ruled for Case {
    fn check(view: &CaseView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if let Some(fault) = fault_of_closing(view) {
            sink.report(&SVC014, "/closed_at", vec![("fault", fault.into())]);
        }
        if let Some(place) = out_of_place(view.emergency, view.kind, CaseKind::Emergency) {
            let fault = place.words(CATEGORY_MISSING, CATEGORY_ELSEWHERE);
            sink.report(&SVC015, "/emergency", vec![("fault", fault.into())]);
        }
        let is_not_closed = view.status.known().is_some_and(|status| status != CaseStatus::Closed);
        if is_not_closed && view.rating.known().is_some() {
            sink.report(&SVC016, "/rating", vec![]);
        }
        if let Some(fault) = lateness(view, context) {
            sink.report(&SVC017, "/due_at", vec![("fault", fault)]);
        }
        if let Some(form) = view.applicant.known().and_then(personal_form) {
            sink.report(&SVC018, "/applicant", vec![("form", form.into())]);
        }
    }
}

/// What is wrong with the time of closing; a withdrawn case may have one.
fn fault_of_closing(view: &CaseView<'_>) -> Option<Words> {
    if view.status.known() == Some(CaseStatus::Closed) && view.closed_at.is_absent() {
        Some(Words::new("已办结的应填写办结时间", "a closed case needs one"))
    } else if is_open(view) && view.closed_at.known().is_some() {
        Some(Words::new("尚在办理的不得填写办结时间", "an open case has none"))
    } else if is_moment_before(view.closed_at, view.received_at) {
        Some(Words::new("办结时间早于受理时间", "it is before the case was received"))
    } else {
        None
    }
}

/// How a case is late: closed after it was due, or open and due on a day before the reference date.
fn lateness(view: &CaseView<'_>, context: Context<'_>) -> Option<Param> {
    let as_of = context.as_of;
    if is_moment_before(view.due_at, view.closed_at) {
        return Some(Words::new("办结时间晚于办结期限", "it was closed after it was due").into());
    }
    let is_past = view.due_at.known().is_some_and(|due| due.day() < as_of);
    (is_past && is_open(view)).then(|| {
        Param::Phrase(
            format!("到{as_of}已过办结期限，仍未办结"),
            format!("it was due before {as_of} and is still open"),
        )
    })
}

fn is_open(view: &CaseView<'_>) -> bool {
    matches!(view.status.known(), Some(CaseStatus::Received | CaseStatus::InProgress | CaseStatus::Referred))
}

/// The personal number whose form a text has: a resident identity number, a lower-case x read as X, or a phone number.
fn personal_form(text: &str) -> Option<Words> {
    let is_phone = matches!(
        Phone::kind_of(text),
        Some(PhoneKind::Mobile | PhoneKind::Landline | PhoneKind::International)
    );
    if resident::canonical(text).is_some() {
        Some(Words::new("身份证号码", "an identity number"))
    } else {
        is_phone.then_some(Words::new("电话号码", "a phone number"))
    }
}
