//! MTG: who attended a meeting, how it voted, and what became public.

use super::{Context, Ruled, Sink};
use crate::Words;
use crate::codes::{ActivityStatus, MeetingKind, MeetingTopic};
use crate::field::{Count, ListView, Slot};
use crate::model::{Decision, DecisionView, Meeting, MeetingView};
use crate::rule::{Basis, Document, Rule, rule};

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&MTG001, &MTG002, &MTG003, &MTG004, &MTG005, &MTG006];

/// On villagers' assemblies.
const ASSEMBLIES: Basis = Basis::clause(Document::Villagers2018, "22").from("2018-12-29").to("2026-01-01");
/// On meetings of villagers' representatives.
const REPRESENTATIVES: Basis =
    Basis::clause(Document::Villagers2018, "26").from("2018-12-29").to("2026-01-01");
/// Of the law as amended the numbers of the articles are not known.
const SINCE_2026: Basis = Basis::whole(Document::Villagers2025).from("2026-01-01");

rule! {
    /// Nobody attends who is not entitled to, so the numbers are exchanged or mistyped.
    pub static MTG001 = {
        name: "more-attended-than-entitled",
        severity: Error,
        scope: Record,
        records: [Meeting],
        title: "实到人数超过应到人数" / "more attended than were entitled",
        why: "到会率按实到与应到人数计算；实到多于应到，说明有一个数录错或口径不一致"
            / "the share of those who attended is computed from both; one of them is mistyped or counts something else",
        message: "实到人数不得超过应到人数" / "more people attended than were entitled to",
        advice: "请对照会议签到表核对应到人数和实到人数，两者口径应一致（都按人，或者都按户）；列席人员不计入"
            / "compare both with the attendance list; both count persons or both households, and guests count in neither",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Each who attends votes once, so the votes on a decision are never more than those who attended.
    pub static MTG002 = {
        name: "more-votes-than-attended",
        severity: Error,
        scope: Record,
        records: [Meeting],
        title: "票数超过实到人数" / "more votes than attended",
        why: "到会人员一人一票；票数多于实到人数的，表决结果不能作数"
            / "each who attends has one vote; with more votes than people the result counts for nothing",
        message: "该事项的赞成、反对、弃权票合计超过实到人数" / "the votes in favour, against and abstained together exceed those who attended",
        advice: "请对照会议记录和计票结果核对各项票数及实到人数"
            / "compare the votes and the number who attended with the minutes and the count",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// What an assembly or a meeting of representatives adopts needs the votes of more than half of those who attended.
    pub static MTG003 = {
        name: "adopted-without-majority",
        severity: Warning,
        scope: Record,
        records: [Meeting],
        title: "赞成票未过半数而通过" / "adopted without a majority",
        why: "村（居）民会议、代表会议作决定，应经到会人员过半数通过；未过半数的决定容易引起异议"
            / "an assembly or a meeting of representatives decides by more than half of those who attend; a decision without that is open to objection",
        message: "该事项记为通过，但赞成票未超过实到人数的一半" / "the matter is marked as adopted, but not more than half of those who attended were in favour",
        advice: "请对照会议记录核对赞成票、实到人数和是否通过；确未过半数的，应改为未通过或者重新表决"
            / "compare the votes, the attendance and the outcome with the minutes; without a majority mark it as not adopted or vote again",
        basis: [ASSEMBLIES, REPRESENTATIVES, SINCE_2026],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Without its quorum a meeting of villagers or of their representatives decides nothing.
    pub static MTG004 = {
        name: "meeting-below-quorum",
        severity: Warning,
        scope: Record,
        records: [Meeting],
        title: "到会人数不足" / "below the quorum",
        why: "召开村民会议，应有本村十八周岁以上村民的过半数，或者三分之二以上的户的代表参加；召开村民代表会议，应有三分之二以上的组成人员参加"
            / "a villagers' assembly needs more than half of the villagers of age or representatives of two thirds of the households, their representatives' meeting two thirds of its members",
        message: "到会人数不足法定人数：{fault}" / "too few attended: {fault}",
        advice: "请对照签到表核对应到、实到人数和会议类型；确实不足的，所作决定应重新提交会议讨论"
            / "compare attendance and the kind of meeting with the attendance list; where too few came the matter has to be put to a meeting again",
        basis: [ASSEMBLIES, REPRESENTATIVES, SINCE_2026],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A meeting that is over was not held on a day to come.
    pub static MTG005 = {
        name: "meeting-to-come-completed",
        severity: Error,
        scope: Record,
        records: [Meeting],
        title: "会议已结束而召开日期在基准日之后" / "completed before it was held",
        why: "召开日期晚于基准日的会议还没有开，不会已经结束；计入统计会虚增次数"
            / "a meeting that lies ahead is not over; counted it makes the number of meetings too large",
        message: "会议状态为已结束，但召开日期晚于基准日{as_of}" / "the meeting is completed, but held on a day after {as_of}",
        advice: "请对照会议记录核对召开日期和状态；尚未召开的，状态应为筹备"
            / "compare day and status with the minutes; one that was not held yet is planned",
        basis: [Basis::OWN],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// What is decided on money and common property has to be made public to those whose it is.
    pub static MTG006 = {
        name: "decision-not-disclosed",
        severity: Warning,
        scope: Record,
        records: [Meeting],
        title: "财务、集体资产决定未公开" / "decision on money not disclosed",
        why: "涉及财务收支和集体资产的决定应及时公开，接受监督；未公开的，居民无从监督"
            / "decisions on finance and collective assets are to be made public in time so that residents can supervise them",
        message: "会议通过了财务收支或集体资产事项，但未填写公开情况" / "a decision on finance or collective assets was adopted, and no disclosure is given",
        advice: "已经公开的，请补填相应的公开记录；尚未公开的，应在公开栏等处公开后补填"
            / "name the disclosure where there was one; else make the outcome public and name it then",
        basis: [
            Basis::policy("3.1", "民主选举、民主决策、民主管理、民主监督"),
            Basis::clause(Document::Villagers2018, "30").from("2018-12-29").to("2026-01-01"),
            SINCE_2026,
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

const HALF_OF_VILLAGERS: Words = Words::new(
    "村民会议的实到人数应超过应到人数的一半",
    "more than half of those entitled attend a villagers' assembly",
);
const TWO_THIRDS: Words = Words::new(
    "村民代表会议的实到人数应达到应到人数的三分之二",
    "two thirds of the representatives attend their meeting",
);

impl Ruled for Meeting {
    fn check(view: &MeetingView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if exceeds(view.attended, view.entitled) {
            sink.report(&MTG001, "/attended", vec![]);
        }
        let is_completed = matches!(view.status, Slot::Known(ActivityStatus::Completed));
        if let Slot::Known(decisions) = view.decisions {
            check_votes(decisions, view.attended, sink);
            if is_completed && view.kind.known().is_some_and(decides_by_majority) {
                check_majorities(decisions, view.attended, sink);
            }
        }
        if !is_completed {
            return;
        }
        check_quorum(view, sink);
        if view.held_on.known().is_some_and(|day| day.civil() > context.as_of) {
            sink.report(&MTG005, "/held_on", vec![("as_of", context.as_of.into())]);
        }
        if view.disclosure.is_absent() && is_on_money(view) && adopts(view) {
            sink.report(&MTG006, "/disclosure", vec![]);
        }
    }
}

fn exceeds(more: Slot<Count>, less: Slot<Count>) -> bool {
    more.known().zip(less.known()).is_some_and(|(more, less)| more > less)
}

/// MTG002; of the votes those that are given.
fn check_votes(decisions: ListView<'_, Decision>, attended: Slot<Count>, sink: &mut Sink<'_>) {
    let Some(attended) = attended.known() else { return };
    for (index, decision) in decisions.known() {
        if votes(&decision) > attended.get() {
            sink.report(&MTG002, format!("/decisions/{index}/in_favour"), vec![]);
        }
    }
}

fn votes(decision: &DecisionView<'_>) -> u64 {
    let given = [decision.in_favour, decision.against, decision.abstained];
    given.into_iter().filter_map(Slot::known).map(Count::get).sum()
}

const fn decides_by_majority(kind: MeetingKind) -> bool {
    matches!(
        kind,
        MeetingKind::ResidentsAssembly
            | MeetingKind::VillagersAssembly
            | MeetingKind::ResidentsRepresentatives
            | MeetingKind::VillagersRepresentatives
    )
}

/// MTG003.
fn check_majorities(decisions: ListView<'_, Decision>, attended: Slot<Count>, sink: &mut Sink<'_>) {
    let Some(attended) = attended.known() else { return };
    for (index, decision) in decisions.known() {
        let is_adopted = matches!(decision.adopted, Slot::Known(true));
        if is_adopted && decision.in_favour.known().is_some_and(|votes| votes.get() * 2 <= attended.get()) {
            sink.report(&MTG003, format!("/decisions/{index}/adopted"), vec![]);
        }
    }
}

/// MTG004.
fn check_quorum(view: &MeetingView<'_>, sink: &mut Sink<'_>) {
    let (Some(entitled), Some(attended)) = (view.entitled.known(), view.attended.known()) else { return };
    let (entitled, attended) = (entitled.get(), attended.get());
    let fault = match view.kind {
        Slot::Known(MeetingKind::VillagersAssembly) if attended * 2 <= entitled => HALF_OF_VILLAGERS,
        Slot::Known(MeetingKind::VillagersRepresentatives) if attended * 3 < entitled * 2 => TWO_THIRDS,
        _ => return,
    };
    sink.report(&MTG004, "/attended", vec![("fault", fault.into())]);
}

fn is_on_money(view: &MeetingView<'_>) -> bool {
    let is_money = |topic| matches!(topic, MeetingTopic::Finance | MeetingTopic::CollectiveAssets);
    view.topics.known().is_some_and(|topics| topics.known().any(|(_, topic)| is_money(topic)))
}

fn adopts(view: &MeetingView<'_>) -> bool {
    let is_adopted = |decision: DecisionView<'_>| matches!(decision.adopted, Slot::Known(true));
    view.decisions.known().is_some_and(|all| all.known().any(|(_, decision)| is_adopted(decision)))
}
