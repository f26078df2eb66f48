//! VOL024: what a recognition rests on.

use super::{Context, Ruled};
use crate::codes::{RecipientType, RecognitionKind};
use crate::model::{Recognition, RecognitionView};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&VOL024];

rule! {
    /// An advantage in school, work or rank has to be shown to rest on service.
    pub static VOL024 = {
        name: "recognition-without-hours",
        severity: Warning,
        scope: Record,
        records: [Recognition],
        title: "志愿者激励缺少依据时长" / "recognition of a volunteer without the hours it rests on",
        why: "升学、择业、晋升方面的激励关系公平，应当能查到所依据的服务时长"
            / "schooling, employment and promotion touch the rights of others, so the hours on which they rest must be open to check",
        message: "志愿者的升学、择业、晋升激励没有填写依据时长"
            / "schooling, employment or promotion of a volunteer without the hours on which it rests",
        advice: "请对照授予文件或志愿服务记录证明，补填所依据的服务时长"
            / "enter the hours that the granting document or the certificate of service states",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

impl Ruled for Recognition {
    fn check(view: &RecognitionView<'_>, _context: Context<'_>, sink: &mut Sink<'_>) {
        let is_volunteer = view.recipient_type.known() == Some(RecipientType::Volunteer);
        let rests_on_hours = matches!(
            view.kind.known(),
            Some(RecognitionKind::Schooling | RecognitionKind::Employment | RecognitionKind::Promotion)
        );
        if is_volunteer && rests_on_hours && view.basis_hours.is_absent() {
            sink.report(&VOL024, "/basis_hours", vec![]);
        }
    }
}
