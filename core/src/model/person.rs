//! Parts that records of persons share.

use shequ_macros::part;

use crate::codes::{IdentityType, TrainingKind};
use crate::field::{Date, Hours, Text};

/// Type and number of an identity document.
///
/// 有效身份证件的类型和号码。
#[part("证件", "Identity document")]
pub struct Identity {
    /// Type of the document.
    ///
    /// 身份证件的类型。
    #[field("证件类型", "Document type", sensitive)]
    pub r#type: IdentityType,
    /// Number of the document; checked by its type.
    ///
    /// 证件上的号码；居民身份证号码18位，末位为X的用大写。
    #[field("证件号码", "Document number", sensitive)]
    pub number: Text<32>,
}

/// A training attended.
///
/// 参加的一次培训。
#[part("培训", "Training")]
pub struct Training {
    /// Last day of the training.
    ///
    /// 培训的最后一日。
    #[field("培训日期", "Date", internal)]
    pub on: Date,
    /// Length in clock hours of 60 minutes, not in lessons of 45.
    ///
    /// 实际培训时间，以60分钟为1小时；按45分钟计的学时应折算。
    #[field("培训时长(小时)", "Hours", internal)]
    pub hours: Hours,
    /// What it was for.
    ///
    /// 培训的类型，如业务培训、岗位轮训。
    #[field("培训类型", "Kind", internal)]
    pub kind: TrainingKind,
    /// What it was about.
    ///
    /// 培训的主题或课程名称。
    #[field("培训主题", "Topic", internal)]
    pub topic: Option<Text<100>>,
    /// Who held it.
    ///
    /// 主办培训的单位。
    #[field("主办单位", "Organiser", internal)]
    pub organiser: Option<Text<100>>,
}
