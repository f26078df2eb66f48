//! ORG008: chains of parents among organisations.

use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&ORG008];

rule! {
    /// Every chain of parents ends somewhere; in a circle nobody is above anybody.
    pub static ORG008 = {
        name: "circle-of-parents",
        severity: Error,
        scope: Dataset,
        records: [Organisation],
        title: "上级组织相互循环" / "a circle of parent organisations",
        why: "逐级向上应有尽头；首尾相接的，谁是上级说不清，组织数也无法逐级汇总"
            / "a chain of parents has an end; in a circle nobody is above anybody and nothing can be counted level by level",
        message: "逐级查找上级组织又回到本组织，形成循环"
            / "from parent to parent the way leads back to this organisation",
        advice: "请逐级核对这几个组织的上级组织，改正录错的一级；没有上级的，上级组织留空"
            / "follow the parents of these organisations and correct the step that is wrong; leave the parent empty where there is none",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}
