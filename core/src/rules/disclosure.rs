//! PUB: when, how and with what answers a matter was made public.

use super::compare::is_day_before;
use super::{Context, Ruled, Sink};
use crate::Words;
use crate::codes::{DisclosureChannel, DisclosureKind};
use crate::field::Slot;
use crate::model::{Disclosure, DisclosureView};
use crate::rule::{Basis, Document, Rule, rule};

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&PUB001, &PUB002, &PUB003, &PUB004, &PUB005];

rule! {
    /// Time runs forward: a period ends after it starts, and a matter is taken down after it was put up.
    pub static PUB001 = {
        name: "disclosure-dates",
        severity: Error,
        scope: Record,
        records: [Disclosure],
        title: "公开的日期先后颠倒" / "dates of the disclosure in the wrong order",
        why: "所属期和公开起止日期是核对是否按期公开的依据；先后颠倒就无法核对"
            / "whether a matter was made public in time is read from these dates; in the wrong order they say nothing",
        message: "公开的日期先后颠倒：{fault}" / "the dates of the disclosure are in the wrong order: {fault}",
        advice: "请对照公开档案核对所属期和公开、撤下日期，特别是年份"
            / "compare period, day of disclosure and day of withdrawal with the file, the years above all",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// What is recorded as public was made public by then.
    pub static PUB002 = {
        name: "disclosure-to-come",
        severity: Error,
        scope: Record,
        records: [Disclosure],
        title: "公开日期晚于基准日" / "disclosed after the reference date",
        why: "尚未公开的事项不能记为已公开；多为年份录错"
            / "what was not made public yet must not be recorded as public; mostly the year is mistyped",
        message: "公开日期晚于基准日{as_of}" / "the matter was disclosed after {as_of}",
        advice: "请对照公开档案核对公开日期；尚未公开的，公开后再填报"
            / "compare the day with the file; record a matter once it is public",
        basis: [Basis::OWN],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// There are never more answers than objections.
    pub static PUB003 = {
        name: "more-answered-than-received",
        severity: Error,
        scope: Record,
        records: [Disclosure],
        title: "已答复意见数超过收到意见数" / "more objections answered than received",
        why: "答复率按两数计算；答复多于收到，说明有一个数录错"
            / "the share of answers is computed from both; one of them is mistyped",
        message: "已答复意见数不得超过收到意见数" / "more objections were answered than received",
        advice: "请对照意见登记簿核对收到和已答复的件数；同一件意见多次答复的，只计一件"
            / "compare both with the register of objections; one that was answered several times counts once",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Finance is made public at least once a quarter, so that what is shown is still fresh.
    pub static PUB004 = {
        name: "finance-disclosed-late",
        severity: Warning,
        scope: Record,
        records: [Disclosure],
        title: "财务公开不及时" / "finance disclosed late",
        why: "一般的村务事项至少每季度公布一次，财务收支应及时公开；隔得太久，居民无从核对"
            / "affairs are made public at least once a quarter; long after the time that they are about nobody can check the money",
        message: "财务公开距所属期结束已超过92天" / "finance was disclosed more than 92 days after the period ended",
        advice: "请核对所属期结束日期和公开日期；日期属实的，今后应按季度及时公开"
            / "check both days; where they are right make finance public each quarter",
        basis: [
            Basis::clause(Document::Villagers2018, "30").from("2018-12-29").to("2026-01-01"),
            // the number of the article is not known
            Basis::whole(Document::Villagers2025).from("2026-01-01"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Residents look for their affairs on the notice board or on their phones; elsewhere many never see them.
    pub static PUB005 = {
        name: "disclosure-out-of-sight",
        severity: Warning,
        scope: Record,
        records: [Disclosure],
        title: "未在公开栏或网上公开" / "neither on the notice board nor online",
        why: "村（居）务和财务应在居民看得到的地方公开；仅在会议通报或书面送达，多数居民看不到"
            / "community affairs and finance belong where residents see them; a report at a meeting or a paper reaches few",
        message: "村（居）务、财务公开未采用公开栏，也未采用网站、移动应用、短信、有线数字电视等方式" / "community affairs or finance were disclosed neither on the notice board nor by website, mobile application, text message or digital television",
        advice: "请核对公开方式；已在公开栏或网上公开的，请补选；没有的，应补充公开"
            / "check the channels and add the notice board or the digital one that was used; where there was none make the matter public there as well",
        basis: [Basis::policy("3.3", "要利用公开栏")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// The longest time from the end of a period to the disclosure of its finance, in days: a quarter.
const QUARTER: i64 = 92;

const PERIOD: Words = Words::new("所属期结束早于所属期开始", "the period ends before it starts");
const WITHDRAWN: Words =
    Words::new("撤下日期早于公开日期", "the matter was withdrawn before it was disclosed");

impl Ruled for Disclosure {
    fn check(view: &DisclosureView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if is_day_before(view.period_ends_on, view.period_starts_on) {
            sink.report(&PUB001, "/period_ends_on", vec![("fault", PERIOD.into())]);
        }
        if is_day_before(view.withdrawn_on, view.disclosed_on) {
            sink.report(&PUB001, "/withdrawn_on", vec![("fault", WITHDRAWN.into())]);
        }
        if view.disclosed_on.known().is_some_and(|day| day.civil() > context.as_of) {
            sink.report(&PUB002, "/disclosed_on", vec![("as_of", context.as_of.into())]);
        }
        let (received, answered) = (view.objections.known(), view.answered.known());
        if received.zip(answered).is_some_and(|(received, answered)| answered > received) {
            sink.report(&PUB003, "/answered", vec![]);
        }
        if is_late(view) {
            sink.report(&PUB004, "/disclosed_on", vec![]);
        }
        if is_out_of_sight(view) {
            sink.report(&PUB005, "/channels", vec![]);
        }
    }
}

fn is_late(view: &DisclosureView<'_>) -> bool {
    let is_finance = matches!(view.kind, Slot::Known(DisclosureKind::Finance));
    let days = view.period_ends_on.known().zip(view.disclosed_on.known());
    is_finance
        && days.is_some_and(|(end, disclosed)| {
            disclosed.civil().duration_since(end.civil()).as_hours() > QUARTER * 24
        })
}

/// Without a channel that could not be read.
fn is_out_of_sight(view: &DisclosureView<'_>) -> bool {
    let is_meant =
        matches!(view.kind, Slot::Known(DisclosureKind::CommunityAffairs | DisclosureKind::Finance));
    let is_seen = |channel: Slot<DisclosureChannel>| {
        matches!(
            channel,
            Slot::Unknown
                | Slot::Known(
                    DisclosureChannel::NoticeBoard
                        | DisclosureChannel::Website
                        | DisclosureChannel::Mobile
                        | DisclosureChannel::Sms
                        | DisclosureChannel::DigitalTv
                )
        )
    };
    is_meant && view.channels.known().is_some_and(|channels| !channels.iter().any(is_seen))
}
