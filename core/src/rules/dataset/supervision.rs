//! WRK006: who supervises a committee is not of it.

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Mark, Source, Topic, day};
use crate::Kind;
use crate::codes::{EntityStatus, OrganisationKind};
use crate::field::{ListView, Slot};
use crate::model::{OrganisationView, Post, WorkerView};
use crate::rule::{Basis, Document, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&WRK006];

rule! {
    /// Nobody supervises himself: the law keeps the members of a committee out of the body that watches it.
    pub static WRK006 = {
        name: "supervisor-in-supervised-committee",
        severity: Error,
        scope: Dataset,
        records: [Worker],
        title: "同时担任监督委员会成员和被监督委员会成员"
            / "member of a supervision committee and of the committee supervised",
        why: "监督者不得监督自己：村（居）民委员会成员不得担任监督机构成员"
            / "nobody supervises himself: a member of the committee is none of the body that supervises it",
        message: "担任监督委员会职务期间，同时担任被监督的村（居）民委员会的职务"
            / "while this post in the supervision committee lasts, the worker also holds one in the committee that it supervises",
        advice: "请对照任免文件和选举结果核对两项任职的起止日期；情况属实的，请报街道（乡镇）依法调整"
            / "compare the days of both posts with the appointments and the results of the elections; where they are right report it to the subdistrict or township, which has to have it changed",
        basis: [
            Basis::clause(Document::Villagers2010, "32")
                .quote("村民委员会成员及其近亲属不得担任村务监督机构成员")
                .from("2010-10-28")
                .to("2018-12-29"),
            Basis::clause(Document::Villagers2018, "32")
                .quote("村民委员会成员及其近亲属不得担任村务监督机构成员")
                .from("2018-12-29")
                .to("2026-01-01"),
            Basis::whole(Document::Villagers2025).from("2026-01-01"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// What a record says of an organisation in which workers hold posts.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfOrganisation {
    /// A supervision committee, with the committee that it supervises: its parent, else that of its division.
    Supervises { parent: Option<Mark>, division: Option<u64> },
    /// A residents' or villagers' committee.
    Committee { mark: Mark, division: Option<u64>, is_active: bool },
    /// A post of a worker.
    Post(Held),
}

/// The days of a post; one without an end goes on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Held {
    at: u16,
    from: i32,
    until: Option<i32>,
}

impl Held {
    fn meets(self, other: Self) -> bool {
        let ends = |held: Self| held.until.unwrap_or(i32::MAX);
        self.from <= ends(other) && other.from <= ends(self)
    }
}

/// A post in a supervision committee, or in a committee that is supervised.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Seat {
    supervises: bool,
    held: Held,
    organisation: Source,
}

/// A committee.
pub(super) fn organisation(view: &OrganisationView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let (Slot::Known(id), Slot::Known(kind)) = (id, view.kind) else { return };
    let division = view.division.known().and_then(|division| division.as_str().parse().ok());
    let fact = match kind {
        OrganisationKind::SupervisionCommittee => {
            let parent = view.parent.known().map(|parent| facts.mark(Kind::Organisation, parent));
            OfOrganisation::Supervises { parent, division: division.filter(|_| view.parent.is_absent()) }
        }
        OrganisationKind::ResidentsCommittee | OrganisationKind::VillagersCommittee => {
            let is_active = view.status == Slot::Known(EntityStatus::Active);
            OfOrganisation::Committee { mark: facts.mark(Kind::Organisation, id), division, is_active }
        }
        _ => return,
    };
    let key = facts.group(Topic::Posts, Kind::Organisation, id);
    facts.put(Topic::Posts, key, &fact);
}

/// The posts of a worker.
pub(super) fn worker(view: &WorkerView<'_>, facts: &mut Facts<'_>) {
    for (at, post) in view.posts.known().into_iter().flat_map(ListView::<Post>::known) {
        let Slot::Known(from) = post.starts_on else { continue };
        let until = match post.ends_on {
            Slot::Known(until) => Some(day(until)),
            Slot::Absent => None,
            Slot::Unknown => continue,
        };
        let held = Held { at: u16::try_from(at).unwrap_or(u16::MAX), from: day(from), until };
        facts.tell(Topic::Posts, Kind::Organisation, post.organisation, &OfOrganisation::Post(held));
    }
}

/// Hands the posts in committees on to their holders, each under the committee that is meant.
pub(super) fn judge_posts(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfOrganisation>();
    let own = facts.iter().find(|fact| !matches!(fact.fact, OfOrganisation::Post(_)));
    let Some(Fact { source: organisation, fact: own }) = own.copied() else { return };
    for Fact { source, fact } in &facts {
        let OfOrganisation::Post(held) = *fact else { continue };
        let mut pass = |committee: (Option<Mark>, Option<u64>), supervises: bool| {
            let more = postcard::to_allocvec(&committee).unwrap_or_default();
            verdicts.pass(2, Topic::Supervision, *source, &more, &Seat { supervises, held, organisation });
        };
        match own {
            OfOrganisation::Supervises { parent: Some(parent), .. } => pass((Some(parent), None), true),
            OfOrganisation::Supervises { division: Some(division), .. } => pass((None, Some(division)), true),
            OfOrganisation::Committee { mark, division, is_active } => {
                pass((Some(mark), None), false);
                if is_active && division.is_some() {
                    pass((None, division), false);
                }
            }
            _ => {}
        }
    }
}

/// WRK006: the posts of one worker in a committee and in the one that supervises it.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let seats = group.facts::<Seat>();
    let sits: Vec<&Fact<Seat>> = seats.iter().filter(|seat| !seat.fact.supervises).collect();
    for Fact { source, fact } in seats.iter().filter(|seat| seat.fact.supervises) {
        if let Some(other) = sits.iter().find(|other| other.fact.held.meets(fact.held)) {
            let related = [fact.organisation, other.fact.organisation];
            verdicts.find(&WRK006, *source, format!("/posts/{}", fact.held.at), Said::NOTHING, related);
        }
    }
}
