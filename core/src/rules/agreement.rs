//! AGR: what an agreement must say by its kind, and its dates.

use super::compare::is_day_before;
use super::{Context, Ruled};
use crate::codes::{AgreementKind, AgreementStatus};
use crate::field::{Slot, Yuan};
use crate::model::{Agreement, AgreementView};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&AGR001, &AGR002, &AGR003, &AGR004, &AGR006, &AGR008];

const ENTRUSTED_WORK: Basis =
    Basis::policy("3.2", "凡委托给村(居)委会办理的有关服务事项，应当实行权随责走、费随事转");

rule! {
    /// Nobody agrees with oneself; one of the two parties is another.
    pub static AGR001 = {
        name: "agreement-with-oneself",
        severity: Error,
        scope: Record,
        records: [Agreement],
        title: "甲乙双方为同一组织" / "both parties are one",
        why: "协议须由两方订立；双方相同的，必有一方选错" / "an agreement has two parties; where both are one, one of them was chosen wrongly",
        message: "乙方与甲方是同一组织" / "the second party is the same organisation as the first",
        advice: "请对照协议的签章页，改正选错的一方" / "look at the page with the seals and correct the party that is wrong",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// An agreement with its dates reversed holds on no day.
    pub static AGR002 = {
        name: "agreement-ends-before-it-starts",
        severity: Error,
        scope: Record,
        records: [Agreement],
        title: "协议终止日期早于生效日期" / "agreement ends before it starts",
        why: "日期颠倒的协议哪一天都不算有效，按协议提供的服务也就失去依据"
            / "an agreement with its dates reversed holds on no day, and the services that rest on it lose their ground",
        message: "终止日期早于生效日期" / "the agreement ends before it starts",
        advice: "请对照协议文本核对两个日期，重点看年份；未约定期限的，终止日期留空"
            / "compare both dates, the year above all, with the text of the agreement; leave the end empty where none was agreed",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Money follows the work: what is bought or handed over is paid for.
    pub static AGR003 = {
        name: "agreement-without-amount",
        severity: Error,
        scope: Record,
        records: [Agreement],
        title: "购买或委托协议没有金额" / "procurement or delegation without an amount",
        why: "政策文件要求费随事转：购买或委托的事项应当有相应经费，不得无偿转嫁"
            / "by the policy money follows the work: what is bought or delegated is paid for, and nothing is shifted to others for nothing",
        message: "已签订的政府购买服务、委托办理协议应有大于0的金额（费随事转）"
            / "procurement and delegation that are more than a draft need an amount above 0: money follows the work",
        advice: "请对照协议文本填写约定的总金额（元）；确实没有约定经费的，请提请甲方落实经费并补充约定"
            / "enter the total in yuan that the agreement names; where none was agreed ask the first party for the funds and have the agreement amended",
        basis: [ENTRUSTED_WORK],
        params: [],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Rights go with duties: who has to do the work may do what it takes.
    pub static AGR004 = {
        name: "delegation-without-rights",
        severity: Error,
        scope: Record,
        records: [Agreement],
        title: "委托办理协议未同步赋予相应权限" / "delegation without the rights",
        why: "政策文件要求权随责走：委托事项时应当同时赋予办理所需的权限，否则社区有责无权"
            / "by the policy rights go with duties: whoever is given the work is given the rights that it takes",
        message: "委托办理协议应同步赋予相应权限（权随责走）" / "a delegation has to give the rights with the work",
        advice: "请对照协议文本：已约定权限的，“是否同步赋予相应权限”填是；没有约定的，请提请甲方补充约定"
            / "look at the text of the agreement: where it grants the rights enter so; where it does not ask the first party to have it amended",
        basis: [ENTRUSTED_WORK],
        params: [],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Pairing and joint building live on what the partners bring in.
    pub static AGR006 = {
        name: "pairing-without-contribution",
        severity: Warning,
        scope: Record,
        records: [Agreement],
        title: "结对帮扶、共驻共建协议没有参与方式" / "pairing or joint building without a contribution",
        why: "结对帮扶、共驻共建要有资金、技术、信息、智力、技能等实际投入，否则协议流于形式"
            / "pairing and joint building live on funds, technology, information, intellect or skills; without them the agreement stays on paper",
        message: "结对帮扶、共驻共建协议应填写参与方式" / "pairing and joint building with local units should say what is contributed",
        advice: "请对照协议文本补填参与方式，可填多项；没有约定的，请与双方商定"
            / "enter what the text of the agreement names, one or more; where it names nothing settle it with both parties",
        basis: [
            Basis::policy("3.5", "以资金、技术、信息、智力、技能等方式参与农村社区建设"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// An agreement past its end is completed, terminated or renewed, but no longer in force.
    pub static AGR008 = {
        name: "agreement-past-its-end",
        severity: Warning,
        scope: Record,
        records: [Agreement],
        title: "协议到期仍为生效状态" / "in force past its end",
        why: "到期的协议不能再作为提供服务的依据；多为到期后未更新状态或续签后未更新日期"
            / "nothing can rest on an agreement past its end; mostly the status was not changed, or the date after renewal",
        message: "终止日期早于{as_of}，状态仍为生效" / "the agreement ended before {as_of}, yet its status is in force",
        advice: "请向经办人核实：已履行完毕或终止的，更新状态；已续签的，更新终止日期或另录新协议"
            / "ask who handles it: change the status of one that is completed or terminated; after renewal change the end or enter the new agreement",
        basis: [Basis::OWN],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

impl Ruled for Agreement {
    fn check(view: &AgreementView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if view.first_party.known().is_some_and(|first| view.second_party == Slot::Known(first)) {
            sink.report(&AGR001, "/second_party", vec![]);
        }
        check_dates(view, context, sink);
        if let Some(kind) = view.kind.known() {
            check_kind(kind, view, sink);
        }
    }
}

/// AGR002 and AGR008.
fn check_dates(view: &AgreementView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    if is_day_before(view.ends_on, view.starts_on) {
        sink.report(&AGR002, "/ends_on", vec![]);
    }
    let is_over = view.ends_on.known().is_some_and(|ends| ends.civil() < context.as_of);
    if is_over && view.status == Slot::Known(AgreementStatus::InForce) {
        sink.report(&AGR008, "/ends_on", vec![("as_of", context.as_of.into())]);
    }
}

/// AGR003, AGR004 and AGR006: what each kind has to say.
fn check_kind(kind: AgreementKind, view: &AgreementView<'_>, sink: &mut Sink<'_>) {
    use AgreementKind::{CoBuilding, Delegation, Pairing, Procurement};
    // a draft may still be filled in; one whose status cannot be read may be a draft
    let is_signed = view.status.known().is_some_and(|status| status != AgreementStatus::Draft);
    if is_signed && matches!(kind, Procurement | Delegation) && is_nothing(view.amount) {
        sink.report(&AGR003, "/amount", vec![]);
    }
    let has_no_rights = matches!(view.rights_delegated, Slot::Absent | Slot::Known(false));
    if is_signed && kind == Delegation && has_no_rights {
        sink.report(&AGR004, "/rights_delegated", vec![]);
    }
    if matches!(kind, Pairing | CoBuilding) && view.contributions.is_absent() {
        sink.report(&AGR006, "/contributions", vec![]);
    }
}

fn is_nothing(amount: Slot<Yuan>) -> bool {
    match amount {
        Slot::Absent => true,
        Slot::Unknown => false,
        Slot::Known(amount) => amount.hundredths() == 0,
    }
}
