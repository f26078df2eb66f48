//! EVA: points, dates and the scheme of an evaluation.

use super::compare::is_day_before;
use super::facility::{labels, unnamed};
use super::{Context, Ruled};
use crate::codes::EvaluationScheme;
use crate::field::{Date, ListView, Number, Slot};
use crate::finding::Sink;
use crate::ids::division::CITIES_WITHOUT_COUNTIES;
use crate::ids::{DivisionCode, Level};
use crate::model::{Evaluation, EvaluationView, Score};
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&EVA001, &EVA002, &EVA003, &EVA004, &EVA005];

rule! {
    /// Nobody gets more points than there are.
    pub static EVA001 = {
        name: "points-above-maximum",
        severity: Error,
        scope: Record,
        records: [Evaluation],
        title: "得分超过满分" / "points above the maximum",
        why: "得分超过满分说明有一项录错，总分和名次都会受影响"
            / "one of the two is mistyped, and with it total and rank",
        message: "得分超过该项满分" / "the points exceed the maximum of the criterion",
        advice: "请对照评分表核对得分和满分；加分请单列一项并注明满分"
            / "compare both with the score sheet; enter bonus points as a criterion of their own with its maximum",
        basis: [Basis::new("shequ 1.0", None)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The total is what the result rests on, so it must follow from the points.
    pub static EVA002 = {
        name: "total-score",
        severity: Error,
        scope: Record,
        records: [Evaluation],
        title: "总分不等于分项得分之和" / "total is not the sum of the points",
        why: "评估结果以总分为准；总分与分项对不上，结果就没有依据"
            / "the result rests on the total; where it does not follow from the points the result rests on nothing",
        message: "总分不等于各分项得分之和" / "the total score is not the sum of the points",
        advice: "请对照评分表核对各分项得分和总分；有折算的，请按折算后的分值填写分项得分"
            / "compare points and total with the score sheet; where points are weighted enter the weighted ones",
        basis: [Basis::new("shequ 1.0", None)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// An evaluation is over when it is entered, and its result holds from then on.
    pub static EVA003 = {
        name: "evaluation-dates",
        severity: Error,
        scope: Record,
        records: [Evaluation],
        title: "评估日期或有效期有误" / "dates of the evaluation wrong",
        why: "达标率按评估日期和有效期计算；日期有误，有效的评估会漏计或多计"
            / "whether an evaluation counts on a day rests on its dates",
        message: "评估日期不得晚于基准日{as_of}，有效期不得早于评估日期"
            / "the day of the evaluation is not after {as_of}, and the last day on which it holds is not before it",
        advice: "请对照评估文件或命名决定核对两个日期，特别是年份"
            / "compare both with the decision on the evaluation, the years above all",
        basis: [Basis::new("shequ 1.0", None)],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The policy's aim has three dimensions; an evaluation that leaves one out says nothing of it.
    pub static EVA004 = {
        name: "dimensions-left-out",
        severity: Warning,
        scope: Record,
        records: [Evaluation],
        title: "分项得分缺少维度" / "scores leave out a dimension",
        why: "和谐社区以管理有序、服务完善、文明祥和为目标，缺一个维度的评估不完整"
            / "the aim is order, services and harmony; an evaluation that leaves one out is not whole",
        message: "分项得分缺少维度：{missing}" / "no points are given for: {missing}",
        advice: "请对照评分表补填缺少的维度；评分表中没有的，请把各指标归到相应维度"
            / "add the dimension from the score sheet; where the sheet has none sort its criteria under the three",
        basis: [Basis::new("民发〔2009〕165号", Some("2")).quote("建设管理有序、服务完善、文明祥和的社会生活共同体")],
        params: ["missing"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Full coverage is something that only a county, with all its communities, can reach.
    pub static EVA005 = {
        name: "scheme-and-subject",
        severity: Warning,
        scope: Record,
        records: [Evaluation],
        title: "创建活动与评估对象不符" / "scheme and subject do not fit",
        why: "农村社区建设实验全覆盖以县（市、区）为单位创建，单个社区或乡镇不是评估对象"
            / "full coverage of the rural experiment is reached by a county; a community or township alone is no subject of it",
        message: "农村社区建设实验全覆盖创建的评估对象应为县级" / "the subject of rural full coverage should be a county",
        advice: "请对照评估文件核对评估对象和创建活动；对象是社区或乡镇的，请改填相应的创建活动"
            / "compare subject and scheme with the decision on the evaluation; for a community or township choose its own scheme",
        basis: [Basis::new("民发〔2009〕165号", Some("4.4")).quote("“农村社区建设实验全覆盖”创建活动")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

impl Ruled for Evaluation {
    fn check(view: &EvaluationView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if let Slot::Known(scores) = view.scores {
            check_points(scores, sink);
            check_total(scores, view.total_score, sink);
            check_dimensions(scores, sink);
        }
        check_dates(view.evaluated_on, view.valid_until, context, sink);
        let full_coverage = matches!(view.scheme, Slot::Known(EvaluationScheme::RuralFullCoverage));
        if full_coverage && view.subject.known().is_some_and(|subject| !is_county(subject)) {
            sink.report(&EVA005, "/scheme", vec![]);
        }
    }
}

/// EVA001.
fn check_points(scores: ListView<'_, Score>, sink: &mut Sink<'_>) {
    for (index, score) in scores.known() {
        let (Slot::Known(points), Slot::Known(maximum)) = (score.points, score.maximum) else { continue };
        if points.hundredths() > maximum.hundredths() {
            sink.report(&EVA001, format!("/scores/{index}/points"), vec![]);
        }
    }
}

/// EVA002; without all points there is no sum.
fn check_total(scores: ListView<'_, Score>, total: Slot<Number>, sink: &mut Sink<'_>) {
    let points = scores.iter().map(|score| score.known()?.points.known());
    let sum: Option<i64> = points.map(|points| points.map(Number::hundredths)).sum();
    let (Some(sum), Slot::Known(total)) = (sum, total) else { return };
    if (total.hundredths() - sum).abs() > 1 {
        sink.report(&EVA002, "/total_score", vec![]);
    }
}

/// EVA003 on each date that is wrong.
fn check_dates(evaluated_on: Slot<Date>, valid_until: Slot<Date>, context: Context<'_>, sink: &mut Sink<'_>) {
    let mut report = |pointer| sink.report(&EVA003, pointer, vec![("as_of", context.as_of.into())]);
    if evaluated_on.known().is_some_and(|day| day.civil() > context.as_of) {
        report("/evaluated_on");
    }
    if is_day_before(valid_until, evaluated_on) {
        report("/valid_until");
    }
}

/// EVA004.
fn check_dimensions(scores: ListView<'_, Score>, sink: &mut Sink<'_>) {
    let missing = unnamed(scores.iter().map(|score| match score {
        Slot::Known(score) => score.dimension,
        Slot::Absent | Slot::Unknown => Slot::Unknown,
    }));
    if !missing.is_empty() {
        sink.report(&EVA004, "/scores", vec![("missing", labels(&missing))]);
    }
}

/// Whether a division is a county, or a city that has no counties under it.
fn is_county(division: DivisionCode) -> bool {
    match division.level() {
        Level::County => true,
        Level::Prefecture => {
            CITIES_WITHOUT_COUNTIES.iter().any(|city| u32::from(*city) == division.prefix() / 100)
        }
        _ => false,
    }
}
