//! `evaluation` 创建评估.

use shequ_macros::{part, record};

use super::{Organisation, Service};
use crate::codes::{AdminLevel, EvaluationDimension, EvaluationResult, EvaluationScheme};
use crate::field::{Date, List, Number, PositiveNumber, Ratio, Ref, Text};
use crate::ids::DivisionCode;

/// The evaluation of a community, township or county in a demonstration scheme.
#[record("创建评估", "Evaluation")]
pub struct Evaluation {
    /// The community, township or county evaluated.
    #[field("评估对象", "Subject", public, "4.4")]
    pub subject: DivisionCode,
    /// The unit whose public services are appraised; for appraisals of public services alone.
    #[field("被评议单位", "Organisation appraised", public, "3.1")]
    pub organisation: Option<Ref<Organisation>>,
    /// The service that is appraised; for appraisals of public services alone.
    #[field("被评议事项", "Service appraised", public, "3.1")]
    pub service: Option<Ref<Service>>,
    /// The scheme under which it is evaluated.
    #[field("创建活动", "Scheme", public, "4.4")]
    pub scheme: EvaluationScheme,
    /// The level that evaluates.
    #[field("评估级别", "Level", public, "4.4")]
    pub level: AdminLevel,
    /// Day of the evaluation.
    #[field("评估日期", "Evaluated on", public)]
    pub evaluated_on: Date,
    /// Points by dimension and criterion.
    #[field("分项得分", "Scores", public, "2, 4.4")]
    pub scores: List<Score>,
    /// Sum of the points.
    #[field("总分", "Total score", public)]
    pub total_score: Option<Number>,
    /// Share of residents who are satisfied, 0 to 1.
    #[field("居民满意率", "Satisfaction", public, "2")]
    pub satisfaction: Option<Ratio>,
    /// Whether the standard is met.
    #[field("评估结果", "Result", public)]
    pub result: EvaluationResult,
    /// Last day on which the result holds.
    #[field("有效期至", "Valid until", public)]
    pub valid_until: Option<Date>,
    /// The organisation that evaluates.
    #[field("评估单位", "Evaluator", public)]
    pub evaluator: Option<Ref<Organisation>>,
}

/// Points for one criterion.
#[part("分项得分", "Score")]
pub struct Score {
    /// Orderly management, complete services or civil harmony.
    #[field("评估维度", "Dimension", public)]
    pub dimension: EvaluationDimension,
    /// What is scored.
    #[field("指标", "Criterion", public)]
    pub criterion: Option<Text<100>>,
    /// Points given, 0 to `maximum`.
    #[field("得分", "Points", public)]
    pub points: Number,
    /// Greatest number of points, above 0.
    #[field("满分", "Maximum", public)]
    pub maximum: PositiveNumber,
}
