//! VOL011-VOL014: times, festival and safeguards of an activity.

use super::compare::{is_after_day, is_moment_before, out_of_place};
use super::{Context, Ruled};
use crate::Words;
use crate::codes::{ActivityKind, ActivityStatus, Safeguard};
use crate::field::{ListView, Slot};
use crate::model::{Activity, ActivityView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&VOL011, &VOL012, &VOL013, &VOL014];

rule! {
    /// The hours of all who took part are held against the time of the activity.
    pub static VOL011 = {
        name: "activity-ends-before-start",
        severity: Error,
        scope: Record,
        records: [Activity],
        title: "活动结束早于开始" / "activity ends before it starts",
        why: "参加者的服务时长要与活动时间核对，起止颠倒就无从核对"
            / "the hours of those who took part are held against the time of the activity, which needs both ends right",
        message: "活动的结束时间早于开始时间" / "the activity ends before it starts",
        advice: "请对照活动方案或签到表核对起止时间，注意年月日、上下午和时区"
            / "compare both times with the plan or the sign-in sheet: the dates, morning and afternoon, and the offset",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Festival activities are counted by festival; the field says nothing with any other kind.
    pub static VOL012 = {
        name: "festival-and-kind",
        severity: Error,
        scope: Record,
        records: [Activity],
        title: "节日与活动类型不符" / "festival and kind of activity do not go together",
        why: "节日民俗活动按节日统计；缺少节日或类型不符的统计不到"
            / "festival activities are counted by festival; without it, or with another kind, they are not found",
        message: "节日与活动类型不符：{fault}" / "festival and kind do not go together: {fault}",
        advice: "请核对活动类型：属于节日民俗活动的填写节日，表中没有的选“其他”；不属于的清空节日"
            / "check the kind: for a festival activity enter the festival, or other where it is not listed; for any other empty the field",
        basis: [Basis::policy("3.3", "利用春节、清明、端午、中秋等民族传统节日")],
        params: ["fault"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// What has not yet ended is not completed: the status was set too early, or the end is mistyped.
    pub static VOL013 = {
        name: "completed-before-its-end",
        severity: Warning,
        scope: Record,
        records: [Activity],
        title: "活动标为已结束，但结束时间晚于基准日" / "completed with an end that is still to come",
        why: "提前标为已结束的活动会多计活动和人数" / "an activity marked as completed too early is counted too early",
        message: "状态为已结束，但结束时间晚于基准日{as_of}" / "the activity is completed, but ends after {as_of}",
        advice: "请核对结束时间；活动尚未结束的，请将状态改为筹备、招募中或进行中"
            / "check the end; where the activity is not over set the status to planned, recruiting or in progress",
        basis: [Basis::OWN],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Who is sent into danger is to be insured beforehand.
    pub static VOL014 = {
        name: "relief-without-insurance",
        severity: Warning,
        scope: Record,
        records: [Activity],
        title: "抢险救灾活动没有志愿者保险" / "emergency relief without insurance of its volunteers",
        why: "安排志愿者参加可能发生人身危险的活动前，应当为其购买人身意外伤害保险"
            / "volunteers are to be insured against accidents before they are sent where they may come to harm",
        message: "抢险救灾活动的志愿者保障中没有志愿者保险（01）"
            / "the safeguards of an emergency relief activity do not hold volunteer insurance (01)",
        advice: "请向主办单位核实：已投保的补填01；没有投保的，应在志愿者参加之前投保"
            / "ask the organiser: where the volunteers are insured add 01; where not, insure them before they take part",
        basis: [
            Basis::clause(Document::VoluntaryService, "17").quote("应当为志愿者购买相应的人身意外伤害保险").from("2017-12-01"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

const FESTIVAL_MISSING: Words =
    Words::new("节日民俗活动应填写节日", "a festival activity names its festival");
const FESTIVAL_ELSEWHERE: Words =
    Words::new("不是节日民俗活动的不得填写节日", "an activity of another kind names none");

impl Ruled for Activity {
    fn check(view: &ActivityView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if is_moment_before(view.ends_at, view.starts_at) {
            sink.report(&VOL011, "/ends_at", vec![]);
        }
        if let Some(place) = out_of_place(view.festival, view.kind, ActivityKind::Festival) {
            let fault = place.words(FESTIVAL_MISSING, FESTIVAL_ELSEWHERE);
            sink.report(&VOL012, "/festival", vec![("fault", fault.into())]);
        }
        let is_completed = view.status.known() == Some(ActivityStatus::Completed);
        if is_completed && is_after_day(view.ends_at, context.as_of) {
            sink.report(&VOL013, "/ends_at", vec![("as_of", context.as_of.into())]);
        }
        let is_relief = view.kind.known() == Some(ActivityKind::EmergencyRelief);
        if is_relief && lacks_insurance(view.safeguards) {
            sink.report(&VOL014, "/safeguards", vec![]);
        }
    }
}

/// Whether no safeguard is insurance; one that cannot be read may be.
fn lacks_insurance(safeguards: Slot<ListView<'_, Safeguard>>) -> bool {
    let may_be = |safeguard| matches!(safeguard, Slot::Unknown | Slot::Known(Safeguard::Insurance));
    match safeguards {
        Slot::Absent => true,
        Slot::Unknown => false,
        Slot::Known(safeguards) => !safeguards.iter().any(may_be),
    }
}
