//! `recognition` 激励表彰.

use shequ_macros::record;

use crate::codes::{AdminLevel, RecipientType, RecognitionKind};
use crate::field::{Date, Hours, Text};
use crate::ids::RecordId;

/// An incentive or commendation of a volunteer, worker or organisation.
#[record("激励表彰", "Recognition")]
pub struct Recognition {
    /// Volunteer, worker or organisation.
    #[field("对象类型", "Recipient type", public, "3.2, 4.3")]
    pub recipient_type: RecipientType,
    /// The record of that type.
    #[field("对象", "Recipient", personal)]
    pub recipient: RecordId,
    /// Schooling, employment, promotion, commendation and the like.
    #[field("激励类型", "Kind", public, "3.2, 4.3")]
    pub kind: RecognitionKind,
    /// The level that grants it.
    #[field("级别", "Level", public)]
    pub level: Option<AdminLevel>,
    /// The unit that grants it.
    #[field("授予单位", "Granted by", public)]
    pub granted_by: Text<100>,
    /// Day on which it was granted.
    #[field("授予日期", "Granted on", public)]
    pub granted_on: Date,
    /// Hours of service on which it rests.
    #[field("依据时长", "Basis in hours", public)]
    pub basis_hours: Option<Hours>,
    /// Number of the document.
    #[field("文号", "Document number", public)]
    pub document: Option<Text<100>>,
}
