//! `evaluation` 创建评估.

use shequ_macros::{part, record};

use super::{Organisation, Service};
use crate::codes::{AdminLevel, EvaluationDimension, EvaluationResult, EvaluationScheme};
use crate::field::{Date, List, Number, PositiveNumber, Ratio, Ref, Text};
use crate::ids::DivisionCode;

/// The evaluation of a community, township or county in a demonstration scheme, or the appraisal of a public
/// service by residents.
///
/// 对社区、街道（乡镇）、县（市、区）的一次创建评估，或村（居）民对政府公共服务的一次评议。
#[record("创建评估", "Evaluation")]
pub struct Evaluation {
    /// The community, township or county evaluated; of an appraisal, the one in which it took place.
    ///
    /// 被评估的社区、街道（乡镇）或县（市、区）；公共服务评议的，填开展评议的地方。
    #[field("评估对象", "Subject", public, "4.4")]
    pub subject: DivisionCode,
    /// The unit whose public service is appraised, for appraisals alone.
    ///
    /// 公共服务评议中被评议的单位；其他评估不填。
    #[field("被评议单位", "Organisation appraised", public, "3.1")]
    pub organisation: Option<Ref<Organisation>>,
    /// The service appraised, for appraisals alone.
    ///
    /// 公共服务评议中被评议的服务事项；其他评估不填。
    #[field("被评议事项", "Service appraised", public, "3.1")]
    pub service: Option<Ref<Service>>,
    /// The scheme under which it is evaluated.
    ///
    /// 所属的创建活动或评议，如城市和谐社区建设示范单位创建、政府公共服务评议。
    #[field("评估类别", "Scheme", public, "4.4")]
    pub scheme: EvaluationScheme,
    /// The level that evaluates.
    ///
    /// 组织评估的层级，如省级、县级。
    #[field("评估级别", "Level", public, "4.4")]
    pub level: AdminLevel,
    /// Day of the evaluation.
    ///
    /// 评估（评议）的日期。
    #[field("评估日期", "Evaluated on", public)]
    pub evaluated_on: Date,
    /// Points by dimension and criterion.
    ///
    /// 各维度、各指标的得分，逐项填写。
    #[field("分项得分", "Scores", public, "2, 4.4")]
    pub scores: List<Score>,
    /// Sum of the points.
    ///
    /// 各分项得分之和。
    #[field("总分", "Total score", public, unit("分", "points"))]
    pub total_score: Option<Number>,
    /// Share of the residents asked who are satisfied, 0 to 1.
    ///
    /// 参加测评的居民中表示满意的比例，填0至1之间的小数，如92.5%填0.925。
    #[field("居民满意率", "Satisfaction", public, "2")]
    pub satisfaction: Option<Ratio>,
    /// Whether the standard is met, or the subject serves as a model.
    ///
    /// 评估结论：达标、未达标或示范。
    #[field("评估结果", "Result", public)]
    pub result: EvaluationResult,
    /// Last day on which the result holds; absent where it has no end.
    ///
    /// 评估结果有效的最后一日；未规定期限的不填。
    #[field("有效期至", "Valid until", public)]
    pub valid_until: Option<Date>,
    /// The organisation that evaluates.
    ///
    /// 实施评估的单位。
    #[field("评估单位", "Evaluator", public)]
    pub evaluator: Option<Ref<Organisation>>,
}

/// Points for one criterion.
///
/// 一个维度或一项指标的得分。
#[part("分项得分", "Score")]
pub struct Score {
    /// Orderly management, complete services or civil harmony.
    ///
    /// 管理有序、服务完善、文明祥和之一。
    #[field("评估维度", "Dimension", public)]
    pub dimension: EvaluationDimension,
    /// What is scored; absent where the dimension is scored as a whole.
    ///
    /// 评分的具体指标；按维度整体评分的不填。
    #[field("指标", "Criterion", public)]
    pub criterion: Option<Text<100>>,
    /// Points given, 0 to `maximum`.
    ///
    /// 实得分，不超过满分。
    #[field("得分", "Points", public, unit("分", "points"))]
    pub points: Number,
    /// Greatest number of points, above 0.
    ///
    /// 该项满分，应大于0。
    #[field("满分", "Maximum", public, unit("分", "points"))]
    pub maximum: PositiveNumber,
}
