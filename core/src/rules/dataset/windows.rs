//! SVC013: services offered by window, and the windows of their facilities.

use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&SVC013];

rule! {
    /// Residents are sent to a window; the facility has to have one that takes the matter.
    pub static SVC013 = {
        name: "no-window-for-service",
        severity: Warning,
        scope: Dataset,
        records: [Service],
        title: "窗口服务所在设施没有相应窗口" / "no window of the facility offers the service",
        why: "居民按服务指南到窗口办事；设施的窗口都没有列入该事项，就会白跑一趟"
            / "residents go to the window that the guide names; where none of the facility takes the matter they come for nothing",
        message: "该设施的服务窗口均未列入本事项" / "none of the windows of this facility lists the service",
        advice: "请与该设施核对：窗口确实办理的，在设施记录的“办理事项”中补填；不在该处办理的，删去该服务场所；不再设窗口的，改正服务渠道"
            / "ask the facility: add the service to the window that takes it, remove the facility where it is not offered there, or correct the channels where there is no window any more",
        basis: [Basis::policy("3.2", "合理设置服务窗口")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}
