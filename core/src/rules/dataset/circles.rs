//! ORG008: chains of parents among organisations.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Mark, Phrase, Source, Topic, units, units::COM015};
use crate::Kind;
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

/// A record between its parent and its children.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Link {
    kind: u8,
    own: Mark,
    parent: Mark,
}

/// Notes a record that has both a parent and children: no other can stand in a circle. All of one type meet in one
/// group, in memory: 32 bytes each.
pub(super) fn link(kind: Kind, source: Source, own: Mark, parent: Mark, verdicts: &mut Verdicts<'_>) {
    let kind = kind as u8;
    verdicts.pass_to_all(Topic::Circle, &[kind], source, &Link { kind, own, parent });
}

/// ORG008, and COM015 where it is a circle.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let links = group.facts::<Link>();
    let mut places = HashMap::new();
    for (at, link) in links.iter().enumerate() {
        // of two with one id the first
        places.entry(link.fact.own).or_insert(at);
    }
    // the number of the walk on which each was met
    let mut met = vec![0_usize; links.len()];
    for begin in 0..links.len() {
        let mut at = Some(begin);
        while let Some(here) = at.filter(|here| met[*here] == 0) {
            met[here] = begin + 1;
            at = places.get(&links[here].fact.parent).copied();
        }
        if let Some(entry) = at.filter(|here| met[*here] == begin + 1) {
            circle(&links, &places, entry, verdicts);
        }
    }
}

/// Reports a circle on the member that comes first.
fn circle(links: &[Fact<Link>], places: &HashMap<Mark, usize>, entry: usize, verdicts: &mut Verdicts<'_>) {
    let next = |at: &usize| places.get(&links[*at].fact.parent).copied().filter(|at| *at != entry);
    let mut members: Vec<Source> =
        std::iter::successors(Some(entry), next).map(|at| links[at].source).collect();
    members.sort_unstable();
    let others = members.iter().skip(1).copied();
    if links[entry].fact.kind == Kind::Subdivision as u8 {
        verdicts.find(&COM015, members[0], "/parent", Phrase::Circle, others);
        for member in members {
            units::in_circle(member, verdicts);
        }
    } else {
        verdicts.find(&ORG008, members[0], "/parent", Said::NOTHING, others);
    }
}
