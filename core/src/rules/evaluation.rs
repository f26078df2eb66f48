//! EVA: points, dates and the scheme of an evaluation.

use super::compare::is_day_before;
use super::facility::{labels, unnamed};
use super::{Context, Ruled};
use crate::Words;
use crate::codes::EvaluationScheme;
use crate::field::{Date, ListView, Number, Slot};
use crate::finding::Param;
use crate::ids::division::CITIES_WITHOUT_COUNTIES;
use crate::ids::{DivisionCode, Level};
use crate::model::{Evaluation, EvaluationView, Score};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&EVA001, &EVA002, &EVA003, &EVA004, &EVA005, &EVA006];

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
        basis: [Basis::OWN],
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
        basis: [Basis::OWN],
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
        message: "评估日期或有效期有误：{fault}" / "the dates of the evaluation are wrong: {fault}",
        advice: "请对照评估文件或命名决定核对两个日期，特别是年份"
            / "compare both with the decision on the evaluation, the years above all",
        basis: [Basis::OWN],
        params: ["fault"],
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
        basis: [Basis::policy("2", "建设管理有序、服务完善、文明祥和的社会生活共同体")],
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
        title: "评估类别与评估对象不符" / "scheme and subject do not fit",
        why: "政策文件所称“农村社区建设实验全覆盖”（所据文本误作“试验”）以县（市、区）为单位创建，单个社区或街道（乡镇）不是评估对象"
            / "full coverage of the rural experiment is reached by a county; a community or township alone is no subject of it",
        message: "农村社区建设实验全覆盖创建的评估对象应为县级" / "the subject of rural full coverage should be a county",
        advice: "请对照评估文件核对评估对象和评估类别；对象是社区或街道（乡镇）的，请改填相应的评估类别"
            / "compare subject and scheme with the decision on the evaluation; for a community or township choose its own scheme",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Residents appraise a public service of somebody; what is appraised belongs into the record, and into no other.
    pub static EVA006 = {
        name: "what-is-appraised",
        severity: Warning,
        scope: Record,
        records: [Evaluation],
        title: "被评议的单位或事项与评估类别不符" / "what is appraised does not go with the scheme",
        why: "村（居）民评议政府公共服务，要写明评议的是哪个单位、哪个事项；创建评估的对象是社区和地方，不填这两项"
            / "residents appraise a public service of somebody, which the record has to name; other schemes evaluate places and name neither",
        message: "被评议的单位或事项与评估类别不符：{fault}" / "what is appraised does not go with the scheme: {fault}",
        advice: "请对照评议方案或结果通报核对评估类别：是政府公共服务评议的，填写被评议单位或被评议事项；不是的，删去这两项"
            / "compare the scheme with the plan or the result: for an appraisal of public services name the organisation or the service appraised; for any other remove both",
        basis: [Basis::policy("3.1", "对政府公共服务的监督和评议")],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

const NOTHING_APPRAISED: Words = Words::new(
    "政府公共服务评议应填写被评议单位或被评议事项",
    "an appraisal of public services names the organisation or the service appraised",
);
const APPRAISED_ELSEWHERE: Words = Words::new(
    "只有政府公共服务评议填写被评议单位和被评议事项",
    "only an appraisal of public services names an organisation or a service appraised",
);

impl Ruled for Evaluation {
    fn check(view: &EvaluationView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if let Slot::Known(scores) = view.scores {
            check_points(scores, sink);
            check_total(scores, view.total_score, sink);
            if view.scheme.known().is_some_and(|scheme| scheme != EvaluationScheme::PublicServiceAppraisal) {
                check_dimensions(scores, sink);
            }
        }
        check_appraised(view, sink);
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
    let as_of = context.as_of;
    if evaluated_on.known().is_some_and(|day| day.civil() > as_of) {
        let fault = Param::Phrase(
            format!("评估日期晚于基准日{as_of}"),
            format!("the day of the evaluation is after {as_of}"),
        );
        sink.report(&EVA003, "/evaluated_on", vec![("fault", fault)]);
    }
    if is_day_before(valid_until, evaluated_on) {
        let fault =
            Words::new("有效期至早于评估日期", "the last day on which it holds is before the evaluation");
        sink.report(&EVA003, "/valid_until", vec![("fault", fault.into())]);
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

/// EVA006; what cannot be read is there.
fn check_appraised(view: &EvaluationView<'_>, sink: &mut Sink<'_>) {
    let Some(scheme) = view.scheme.known() else { return };
    let mut report = |pointer, fault: Words| sink.report(&EVA006, pointer, vec![("fault", fault.into())]);
    if scheme == EvaluationScheme::PublicServiceAppraisal {
        if view.organisation.is_absent() && view.service.is_absent() {
            report("/organisation", NOTHING_APPRAISED);
        }
        return;
    }
    if view.organisation.known().is_some() {
        report("/organisation", APPRAISED_ELSEWHERE);
    }
    if view.service.known().is_some() {
        report("/service", APPRAISED_ELSEWHERE);
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
