//! FND: what the amounts of a year say together.

use super::{Context, Ruled, Sink};
use crate::field::{Slot, Yuan};
use crate::model::{Fund, FundView};
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&FND001, &FND002, &FND003];

rule! {
    /// Money that has not come in cannot be spent, unless another fund advanced it.
    pub static FND001 = {
        name: "more-spent-than-received",
        severity: Warning,
        scope: Record,
        records: [Fund],
        title: "支出金额超过到位金额" / "more spent than received",
        why: "支出多于到位，说明有垫支、超支或者金额录错，经费缺口应当看得出来"
            / "where more is spent than came in, somebody advanced money, overspent, or an amount is mistyped",
        message: "支出金额超过到位金额" / "more was spent than received",
        advice: "请对照账目核对到位金额和支出金额，注意单位为元；使用上年结余或者其他来源经费的，请分项填报"
            / "compare both with the books, in yuan; money left from last year or of another source has a row of its own",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A year that has not begun has no money received or spent, only planned.
    pub static FND002 = {
        name: "money-of-a-year-to-come",
        severity: Error,
        scope: Record,
        records: [Fund],
        title: "尚未开始的年度已有到位或支出" / "money of a year to come",
        why: "经费按公历年度填报；未到的年度只有预算，不会有到位或者支出"
            / "funds are recorded by calendar year; one that lies ahead has a budget and nothing else",
        message: "年度晚于基准日所在年份，不应有到位金额或支出金额" / "the year is after that of the reference date, so nothing can be received or spent",
        advice: "请核对年度；预拨的下年度经费，在该年度开始后填报，此前只填预算金额"
            / "check the year; money advanced for the next year is recorded once that has begun, before it the budget alone",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A row without an amount says nothing about the money.
    pub static FND003 = {
        name: "fund-without-amount",
        severity: Warning,
        scope: Record,
        records: [Fund],
        title: "经费没有金额" / "no amount",
        why: "没有预算、到位、支出中任何一项，看不出社区有没有钱办事"
            / "without any of the three nobody sees whether the community has the money for its work",
        message: "预算金额、到位金额、支出金额均未填写" / "none of the amounts budgeted, received and spent is given",
        advice: "请对照预算和账目至少填写一项，单位为元；确实没有的填0"
            / "give at least one of them from budget or books, in yuan; where there was none write 0",
        basis: [Basis::policy("4.2", "有人做事、有钱办事、有地方办事")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

impl Ruled for Fund {
    fn check(view: &FundView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        let amounts = [view.received, view.spent];
        if view
            .received
            .known()
            .zip(view.spent.known())
            .is_some_and(|(received, spent)| spent.hundredths() > received.hundredths())
        {
            sink.report(&FND001, "/spent", vec![]);
        }
        let is_to_come =
            view.year.known().is_some_and(|year| year.get() > u64::from(context.as_of.year().unsigned_abs()));
        if is_to_come && amounts.into_iter().any(is_money) {
            sink.report(&FND002, "/year", vec![]);
        }
        if view.budgeted.is_absent() && amounts.iter().all(Slot::is_absent) {
            sink.report(&FND003, "/budgeted", vec![]);
        }
    }
}

/// 0 is no money.
fn is_money(amount: Slot<Yuan>) -> bool {
    amount.known().is_some_and(|amount| amount.hundredths() > 0)
}
