//! ELE006, ELE008 and WRK004: elections of one body one after another, and the posts that follow from them.

use std::collections::HashSet;

use jiff::civil;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Mark, Phrase, Source, Topic, day};
use crate::Kind;
use crate::codes::{ElectionBody, PostTitle};
use crate::field::{ListView, Ordinal, Slot};
use crate::model::{Candidate, CandidateView, ElectionView, Post, Seat, WorkerView};
use crate::rule::{Basis, Document, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&ELE006, &ELE008, &WRK004];

rule! {
    /// The laws give the committees a size; another means that a result is not entered whole, or seats are empty.
    pub static ELE006 = {
        name: "committee-size",
        severity: Warning,
        scope: Dataset,
        records: [Election],
        title: "委员会人数不符合法定人数" / "a committee of another size than the law's",
        why: "村（居）民委员会的人数由法律规定；人数不符的，多为当选人漏录，或缺额尚未补选"
            / "the law says how many members a committee has; with another number the result is not entered whole, or seats are still to be filled",
        message: "最近一次有效选举当选的主任、副主任、委员人数不在法定的{range}人之内"
            / "director, deputies and members elected in the latest valid election are not {range} in number, as the law has it",
        advice: "请对照选举结果公告核对各职务的当选人；漏录的补录，有缺额的请报街道（乡镇）组织补选"
            / "compare the elected for every post with the published result; add those left out, and report empty seats to the subdistrict or township for another vote",
        basis: [
            Basis::clause(Document::Residents1989, "7")
                .quote("由主任、副主任和委员共五至九人组成")
                .from("1990-01-01")
                .to("2018-12-29"),
            Basis::clause(Document::Villagers2010, "6")
                .quote("由主任、副主任和委员共三至七人组成")
                .from("2010-10-28")
                .to("2018-12-29"),
            Basis::clause(Document::Residents2018, "7")
                .quote("由主任、副主任和委员共五至九人组成")
                .from("2018-12-29")
                .to("2026-01-01"),
            Basis::clause(Document::Villagers2018, "6")
                .quote("由主任、副主任和委员共三至七人组成")
                .from("2018-12-29")
                .to("2026-01-01"),
            Basis::whole(Document::Villagers2025).from("2026-01-01"),
        ],
        params: ["range"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Terms are counted up; one that stands still or goes back means a wrong number or a wrong day.
    pub static ELE008 = {
        name: "term-not-counted-up",
        severity: Error,
        scope: Dataset,
        records: [Election],
        title: "届次未递增" / "a later election with the same or a lower term number",
        why: "届次逐届递增，任职和届期都按届次对应；届次不变或变小，说明届次或选举日录错"
            / "terms are counted up, and posts go by them; a number that stays or falls shows a wrong number or a wrong day",
        message: "届次不大于同一组织同类选举的上一次选举"
            / "the term is not above that of an earlier election of the same body of the organisation",
        advice: "请对照选举结果公告核对届次和选举日；届中补选不作为新一届登记，同一次选举重复登记的合并为一条"
            / "compare term and day with the published result; do not enter a by-election as one of a new term, and merge two records of one election",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A post by election is held by one whom that election lists as elected to it.
    pub static WRK004 = {
        name: "post-not-in-election",
        severity: Error,
        scope: Dataset,
        records: [Worker],
        title: "所指选举中没有该人当选" / "the election named does not list the worker as elected",
        why: "选举任职以当选结果为依据；所指选举中查不到本人当选，任职就没有依据"
            / "an elected post rests on the result; where the election does not show the worker as elected it rests on nothing",
        message: "所指选举不是任职组织的选举，或当选该职务的候选人中没有引用本人的"
            / "the election is not of the organisation of the post, or no candidate elected to the post refers to this worker",
        advice: "请对照当选证书和选举结果公告核对任职组织、职务和选举；当选人漏填“社区工作者”标识的，在选举记录中补填"
            / "compare organisation, title and election with the certificate and the published result; where the elected candidate lacks the reference to the worker add it in the election",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// What a record says of an election.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfElection {
    /// Whether all who were elected can be told.
    Own {
        organisation: Option<Mark>,
        is_whole: bool,
    },
    Elected {
        worker: Mark,
        title: u8,
    },
    Post {
        organisation: Option<Mark>,
        worker: Option<Mark>,
        title: Option<u8>,
        at: u16,
    },
}

/// One election of a body.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct OfBody {
    on: Option<i32>,
    term: Option<u64>,
    /// How many members of a committee were elected, where that can be told and the law says how many it has.
    members: Option<u16>,
    of_villagers: bool,
    is_valid: bool,
}

/// The members that the law wants.
const VILLAGERS: std::ops::RangeInclusive<u16> = 3..=7;
const RESIDENTS: std::ops::RangeInclusive<u16> = 5..=9;
/// First day on which the law says how many members a residents' committee has, and the first on which it no longer does.
const RESIDENTS_LAW: (civil::Date, civil::Date) = (civil::date(1990, 1, 1), civil::date(2026, 1, 1));

/// An election, and those elected.
pub(super) fn election(view: &ElectionView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    if let Slot::Known(id) = id {
        let key = facts.group(Topic::Election, Kind::Election, id);
        let organisation = organisation(view.organisation, facts);
        facts.put(
            Topic::Election,
            key,
            &OfElection::Own { organisation, is_whole: is_whole(view).is_some() },
        );
        for (title, candidate) in elected(view) {
            if let (Slot::Known(title), Slot::Known(worker)) = (title, candidate.worker) {
                let worker = facts.mark(Kind::Worker, worker);
                facts.put(Topic::Election, key, &OfElection::Elected { worker, title: title as u8 });
            }
        }
    }
    let (Slot::Known(body), Slot::Known(organisation)) = (view.body, view.organisation) else { return };
    let of_villagers = body == ElectionBody::VillagersCommittee;
    let is_committee = of_villagers || body == ElectionBody::ResidentsCommittee;
    let fact = OfBody {
        on: view.held_on.known().map(day),
        term: view.term.known().map(Ordinal::get),
        members: if is_committee { members(view) } else { None },
        of_villagers,
        is_valid: view.valid == Slot::Known(true),
    };
    let key = facts.run.keys.key(Topic::Elections, &[organisation.as_bytes(), body.code().as_bytes()]);
    facts.put(Topic::Elections, key, &fact);
}

/// The organisation that a field names.
fn organisation(reference: Slot<&str>, facts: &Facts<'_>) -> Option<Mark> {
    reference.known().map(|reference| facts.mark(Kind::Organisation, reference))
}

/// Those elected, with the titles of their seats.
fn elected<'a>(view: &ElectionView<'a>) -> impl Iterator<Item = (Slot<PostTitle>, CandidateView<'a>)> {
    let seats = view.seats.known().into_iter().flat_map(ListView::<Seat>::known);
    seats.flat_map(|(_, seat)| {
        let candidates = seat.candidates.known().into_iter().flat_map(ListView::<Candidate>::known);
        candidates
            .filter(|(_, candidate)| candidate.elected == Slot::Known(true))
            .map(move |(_, candidate)| (seat.title, candidate))
    })
}

/// Whether every seat and candidate can be read.
fn is_whole(view: &ElectionView<'_>) -> Option<()> {
    for seat in view.seats.known()?.iter() {
        let seat = seat.known()?;
        seat.title.known()?;
        for candidate in seat.candidates.known()?.iter() {
            let candidate = candidate.known()?;
            candidate.elected.known()?;
            if candidate.worker == Slot::Unknown {
                return None;
            }
        }
    }
    Some(())
}

/// How many were elected as director, deputy director or member; none where a seat or a candidate cannot be read.
fn members(view: &ElectionView<'_>) -> Option<u16> {
    let mut members: u16 = 0;
    for seat in view.seats.known()?.iter() {
        let seat = seat.known()?;
        let title = seat.title.known()?;
        for candidate in seat.candidates.known()?.iter() {
            let elected = candidate.known()?.elected.known()?;
            let counts = matches!(title, PostTitle::Director | PostTitle::DeputyDirector | PostTitle::Member);
            members = members.saturating_add(u16::from(elected && counts));
        }
    }
    Some(members)
}

/// The elections that the posts of a worker name.
pub(super) fn worker(view: &WorkerView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let worker = id.known().map(|id| facts.mark(Kind::Worker, id));
    for (at, post) in view.posts.known().into_iter().flat_map(ListView::<Post>::known) {
        let title = post.title.known().map(|title| title as u8);
        let organisation = organisation(post.organisation, facts);
        let fact =
            OfElection::Post { organisation, worker, title, at: u16::try_from(at).unwrap_or(u16::MAX) };
        facts.tell(Topic::Election, Kind::Election, post.election, &fact);
    }
}

/// WRK004.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfElection>();
    let own = facts.iter().find_map(|Fact { source, fact }| match fact {
        OfElection::Own { organisation, is_whole } => Some((*source, *organisation, *is_whole)),
        _ => None,
    });
    let Some((own, held_by, is_whole)) = own else { return };
    let elected: HashSet<(Mark, u8)> = facts
        .iter()
        .filter_map(|fact| match fact.fact {
            OfElection::Elected { worker, title } => Some((worker, title)),
            _ => None,
        })
        .collect();
    for Fact { source, fact } in &facts {
        let OfElection::Post { organisation, worker, title, at } = *fact else { continue };
        let is_listed = !is_whole || worker.zip(title).is_none_or(|pair| elected.contains(&pair));
        let is_of_another = organisation.zip(held_by).is_some_and(|(one, other)| one != other);
        if is_of_another || !is_listed {
            verdicts.find(&WRK004, *source, format!("/posts/{at}/election"), Said::NOTHING, [own]);
        }
    }
}

/// ELE006 and ELE008.
pub(super) fn judge_body(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let mut held = group.facts::<OfBody>();
    // by day, then as they come
    held.sort_by_key(|election| election.fact.on);
    judge_terms(&held, verdicts);
    // of two on one day the first
    let valid = held.iter().filter(|election| election.fact.is_valid && election.fact.on.is_some());
    let Some(latest) = valid.rev().max_by_key(|election| election.fact.on) else { return };
    let as_of = verdicts.context.as_of;
    let (range, words) = if latest.fact.of_villagers {
        (VILLAGERS, Phrase::VillagersMembers)
    } else if RESIDENTS_LAW.0 <= as_of && as_of < RESIDENTS_LAW.1 {
        (RESIDENTS, Phrase::ResidentsMembers)
    } else {
        return;
    };
    if latest.fact.members.is_some_and(|members| !range.contains(&members)) {
        verdicts.find(&ELE006, latest.source, "/seats", words, []);
    }
}

/// ELE008: the same or a lower term than an election on an earlier day has.
fn judge_terms(held: &[Fact<OfBody>], verdicts: &mut Verdicts<'_>) {
    // the highest term of the days before, and of this day and before
    type Highest = Option<(u64, Source)>;
    let (mut before, mut until, mut today): (Highest, Highest, _) = (None, None, None);
    for election in held {
        let (Some(on), Some(term)) = (election.fact.on, election.fact.term) else { continue };
        if today != Some(on) {
            (before, today) = (until, Some(on));
        }
        if let Some((_, other)) = before.filter(|(highest, _)| term <= *highest) {
            verdicts.find(&ELE008, election.source, "/term", Said::NOTHING, [other]);
        }
        if until.is_none_or(|(highest, _)| term > highest) {
            until = Some((term, election.source));
        }
    }
}
