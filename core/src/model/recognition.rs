//! `recognition` 激励表彰.

use shequ_macros::record;

use crate::codes::{AdminLevel, RecipientType, RecognitionKind};
use crate::field::{Date, Hours, Text};
use crate::ids::RecordId;

/// An incentive or commendation of a volunteer, worker or organisation.
///
/// 对志愿者、社区工作者或组织的一次激励、表彰。
#[record("激励表彰", "Recognition")]
pub struct Recognition {
    /// Volunteer, worker or organisation.
    ///
    /// 受激励、表彰的是志愿者、社区工作者还是组织。
    #[field("对象类型", "Recipient type", public, "3.2, 4.3")]
    pub recipient_type: RecipientType,
    /// The record of that type.
    ///
    /// 受激励、表彰的志愿者、社区工作者或组织的记录标识。
    #[field("对象", "Recipient", personal)]
    pub recipient: RecordId,
    /// Schooling, employment, promotion, commendation and the like.
    ///
    /// 激励的类型，如升学、择业、晋升、表彰、星级评定。
    #[field("激励类型", "Kind", public, "3.2, 4.3")]
    pub kind: RecognitionKind,
    /// The level that grants it.
    ///
    /// 授予的级别，如省级、县级。
    #[field("级别", "Level", public)]
    pub level: Option<AdminLevel>,
    /// The unit that grants it.
    ///
    /// 授予激励、表彰的单位全称。
    #[field("授予单位", "Granted by", public)]
    pub granted_by: Text<100>,
    /// Day on which it was granted.
    ///
    /// 授予的日期，以文件落款为准。
    #[field("授予日期", "Granted on", public)]
    pub granted_on: Date,
    /// Hours of service on which it rests.
    ///
    /// 作为依据的服务时长，截至授予之日。
    #[field("依据时长", "Basis in hours", public)]
    pub basis_hours: Option<Hours>,
    /// Number of the document.
    ///
    /// 表彰文件的发文字号。
    #[field("文号", "Document number", public)]
    pub document: Option<Text<100>>,
}
