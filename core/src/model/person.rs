//! Parts that records of persons share.

use shequ_macros::part;

use crate::codes::{IdentityType, TrainingKind};
use crate::field::{Date, Hours, Text};

/// Type and number of an identity document.
#[part("证件", "Identity document")]
pub struct Identity {
    /// Type of the document.
    #[field("证件类型", "Document type", sensitive)]
    pub r#type: IdentityType,
    /// Number of the document; checked by its type.
    #[field("证件号码", "Document number", sensitive)]
    pub number: Text<32>,
}

/// A training attended.
#[part("培训", "Training")]
pub struct Training {
    /// Last day of the training.
    #[field("培训日期", "Date", internal)]
    pub on: Date,
    /// Length in hours.
    #[field("学时", "Hours", internal)]
    pub hours: Hours,
    /// What it was for.
    #[field("培训类型", "Kind", internal)]
    pub kind: TrainingKind,
    /// What it was about.
    #[field("培训主题", "Topic", internal)]
    pub topic: Option<Text<100>>,
    /// Who held it.
    #[field("组织单位", "Organiser", internal)]
    pub organiser: Option<Text<100>>,
}
