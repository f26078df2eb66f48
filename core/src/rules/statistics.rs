//! COM009-COM012: what the counts of a community say of one another.

use super::{Context, Ruled};
use crate::Words;
use crate::field::{Count, Slot};
use crate::model::{Statistics, StatisticsView};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&COM009, &COM010, &COM011, &COM012];

rule! {
    /// A part is never larger than the whole; mostly a digit is too many, or two columns are exchanged.
    pub static COM009 = {
        name: "part-exceeds-residents",
        severity: Error,
        scope: Record,
        records: [Statistics],
        title: "分项人数超过常住人口" / "a part exceeds the resident population",
        why: "常住居民中的一部分人不会多于全体；超过的多为多录一位、错列，或分项按户籍人口统计"
            / "a part of the residents is never larger than all of them; a digit is too many, a column slipped, or the part was counted by registration",
        message: "该项人数超过常住人口" / "the number exceeds the resident population",
        advice: "请核对该项人数和常住人口，确认两项是同一时点、同一口径（都按常住人口统计）"
            / "check both numbers, and that both count residents on the same day",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Parts that exclude each other are together no larger than what holds them.
    pub static COM010 = {
        name: "parts-exceed-whole",
        severity: Error,
        scope: Record,
        records: [Statistics],
        title: "分项之和超过总数" / "parts exceed what holds them",
        why: "互不重叠的几部分人，合计不会多于所属的总人数；超过说明其中一项录错或重复统计"
            / "people of groups that do not overlap are together no more than the whole; otherwise a number is wrong or people were counted twice",
        message: "{parts}超过{whole}" / "{parts} exceed {whole}",
        advice: "请对照台账逐项核对，确认各项是同一时点、同一口径，没有重复统计"
            / "check the numbers against the registers one by one: same day, same people, none counted twice",
        basis: [Basis::OWN],
        params: ["parts", "whole"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A household has at least one person; the reverse is nearly always two exchanged columns.
    pub static COM011 = {
        name: "more-households-than-people",
        severity: Warning,
        scope: Record,
        records: [Statistics],
        title: "户数多于常住人口" / "more households than people",
        why: "一户至少有一人；户数更多的，多为两列填反，或户数按户籍、人口按常住统计"
            / "a household has at least one person; mostly two columns are exchanged, or households were counted by registration and people by residence",
        message: "户数多于常住人口" / "there are more households than residents",
        advice: "请核对户数和常住人口是否填反、是否同一口径；空挂户较多、情况属实的，可不作修改"
            / "make sure that the two are not exchanged and count the same; where many households are registered and live elsewhere leave them",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Nobody can have counted on a day still to come.
    pub static COM012 = {
        name: "statistics-after-reference-date",
        severity: Error,
        scope: Record,
        records: [Statistics],
        title: "统计时点晚于基准日" / "counted after the reference date",
        why: "尚未到来的时点不会有统计数，多为年份录错或提前填报"
            / "there are no counts of a day still to come; the year is mistyped, or the return was filled in early",
        message: "统计时点晚于基准日{as_of}" / "the day of the counts is after {as_of}",
        advice: "请核对统计时点，特别是年份；提前填报的，请到时点后按实际数填写；基准日设错的，请改正后重新核对"
            / "check the day, the year above all; enter counts once their day has come; where the reference date itself is wrong correct it and check again",
        basis: [Basis::OWN],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

impl Ruled for Statistics {
    fn check(view: &StatisticsView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if let Slot::Known(residents) = view.resident_population {
            check_parts(view, residents, sink);
            if exceeds(view.households, residents) {
                sink.report(&COM011, "/households", vec![]);
            }
        }
        check_sums(view, sink);
        if view.as_of.known().is_some_and(|day| day.civil() > context.as_of) {
            sink.report(&COM012, "/as_of", vec![("as_of", context.as_of.into())]);
        }
    }
}

/// COM009.
fn check_parts(view: &StatisticsView<'_>, residents: Count, sink: &mut Sink<'_>) {
    let parts = [
        ("/ethnic_minority_population", view.ethnic_minority_population),
        ("/aged_60_plus", view.aged_60_plus),
        ("/minors", view.minors),
        ("/low_income", view.low_income),
        ("/disabled", view.disabled),
        ("/entitled_groups", view.entitled_groups),
        ("/left_behind_children", view.left_behind_children),
        ("/street_children", view.street_children),
    ];
    for (pointer, part) in parts {
        if exceeds(part, residents) {
            sink.report(&COM009, pointer, vec![]);
        }
    }
}

fn exceeds(part: Slot<Count>, whole: Count) -> bool {
    part.known().is_some_and(|part| part > whole)
}

/// COM010.
fn check_sums(view: &StatisticsView<'_>, sink: &mut Sink<'_>) {
    // one of the two alone is COM009's
    let young_and_old = if view.aged_60_plus.is_absent() || view.minors.is_absent() {
        None
    } else {
        sum(&[view.minors, view.aged_60_plus])
    };
    let sums = [
        (
            "/minors",
            young_and_old,
            view.resident_population,
            Words::new("未成年人与60岁及以上人口之和", "minors and people aged 60 and over together"),
            Words::new("常住人口", "the resident population"),
        ),
        (
            "/left_behind_children",
            sum(&[view.left_behind_children, view.street_children]),
            view.minors,
            Words::new("留守儿童与流浪儿童之和", "left-behind and street children together"),
            Words::new("未成年人", "the minors"),
        ),
        (
            "/floating_party_members",
            sum(&[view.floating_party_members]),
            view.party_members,
            Words::new("流动党员人数", "floating party members"),
            Words::new("党员人数", "the party members"),
        ),
    ];
    for (pointer, sum, whole, parts, held) in sums {
        if sum.zip(whole.known()).is_some_and(|(sum, whole)| sum > whole.get()) {
            sink.report(&COM010, pointer, vec![("parts", parts.into()), ("whole", held.into())]);
        }
    }
}

/// The sum of the parts that are there; none where one cannot be read.
fn sum(parts: &[Slot<Count>]) -> Option<u64> {
    parts.iter().try_fold(0, |sum, part| match part {
        Slot::Absent => Some(sum),
        Slot::Unknown => None,
        Slot::Known(count) => Some(sum + count.get()),
    })
}
