//! ELE001-ELE011: the numbers of an election.

use shequ::Kind;

use super::super::day::Day;
use super::{Defect, Draft, Outcome, Scene, alone, made};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "ELE001", what: "more ballots than electors", kinds: ELECTION, inject: ballots },
    Defect {
        rule: "ELE001",
        what: "more valid ballots than ballots",
        kinds: ELECTION,
        inject: valid_ballots,
    },
    Defect { rule: "ELE001", what: "more votes for one than ballots", kinds: ELECTION, inject: votes },
    Defect { rule: "ELE002", what: "more elected than seats", kinds: ELECTION, inject: one_too_many },
    Defect { rule: "ELE003", what: "valid though half did not vote", kinds: ELECTION, inject: no_quorum },
    Defect { rule: "ELE004", what: "elected with under a third", kinds: ELECTION, inject: under_a_third },
    Defect {
        rule: "ELE005",
        what: "elected with fewer votes than the loser",
        kinds: ELECTION,
        inject: fewer,
    },
    Defect { rule: "ELE007", what: "an election to come", kinds: ELECTION, inject: to_come },
    Defect { rule: "ELE009", what: "elected with under a half", kinds: ELECTION, inject: under_a_half },
    Defect {
        rule: "ELE010",
        what: "a Party election that too few attended",
        kinds: ELECTION,
        inject: party_quorum,
    },
    Defect {
        rule: "ELE011",
        what: "elected by half of the Party members",
        kinds: ELECTION,
        inject: party_half,
    },
];

const ELECTION: &[Kind] = &[Kind::Election];
/// The first candidate for the first post, who was elected.
const WINNER: &str = "/seats/0/candidates/0/votes";
/// The one who was not.
const LOSER: &str = "/seats/0/candidates/1";

/// The shares of votes are those of a villagers' committee that all elect.
fn by_villagers(draft: &Draft) -> Option<()> {
    draft.is("/body", "villagers_committee")?;
    draft.is("/method", "direct")
}

/// More than half of the households have to vote for a residents' committee from 2026 on.
fn by_households(draft: &Draft) -> Option<()> {
    draft.is("/body", "residents_committee")?;
    draft.is("/method", "household")?;
    (draft.day("/held_on")? >= Day::new(2026, 1, 1)).then_some(())
}

fn ballots(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let ballots = draft.count("/ballots_cast")?;
    draft.set("/electors", ballots - 1)?;
    (ballots > 1).then_some(())?;
    alone("ELE001", "/ballots_cast")
}

fn valid_ballots(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let ballots = draft.count("/ballots_cast")?;
    draft.count("/valid_ballots")?;
    draft.set("/valid_ballots", ballots + 1)?;
    alone("ELE001", "/valid_ballots")
}

fn votes(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let ballots = draft.count("/ballots_cast")?;
    draft.set(WINNER, ballots + 1)?;
    alone("ELE001", WINNER)
}

/// The loser is elected as well; where the law asks for a half, that is missing too.
fn one_too_many(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.get(LOSER)?;
    draft.set(&format!("{LOSER}/elected"), true)?;
    let (votes, ballots) = (draft.count(&format!("{LOSER}/votes"))?, draft.count("/ballots_cast")?);
    let mut found = vec![made("ELE002", "/seats/0")];
    if by_villagers(draft).is_some() {
        found.extend(share(votes, ballots).map(|rule| made(rule, format!("{LOSER}/votes"))));
    }
    Some(found)
}

/// What the law says of somebody elected with so many votes.
fn share(votes: i64, ballots: i64) -> Option<&'static str> {
    if 3 * votes < ballots {
        Some("ELE004")
    } else if 2 * votes <= ballots {
        Some("ELE009")
    } else {
        None
    }
}

fn no_quorum(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    by_villagers(draft).or_else(|| by_households(draft))?;
    let ballots = draft.count("/ballots_cast")?;
    draft.set("/electors", 2 * ballots)?;
    alone("ELE003", "/valid")
}

/// The loser has fewer still.
fn under_a_third(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    by_villagers(draft)?;
    let votes = (draft.count("/ballots_cast")? - 1) / 3;
    draft.set(&format!("{LOSER}/votes"), 0)?;
    draft.set(WINNER, votes)?;
    (3 * votes < draft.count("/ballots_cast")?).then_some(())?;
    alone("ELE004", WINNER)
}

fn under_a_half(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    by_villagers(draft)?;
    let ballots = draft.count("/ballots_cast")?;
    let votes = ballots / 2;
    draft.set(&format!("{LOSER}/votes"), 0)?;
    draft.set(WINNER, votes)?;
    (3 * votes >= ballots).then_some(())?;
    alone("ELE009", WINNER)
}

/// One attending of five is missing at the least, and another.
fn party_quorum(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/body", "party")?;
    let ballots = draft.count("/ballots_cast")?;
    draft.set("/electors", ballots * 5 / 4 + 1)?;
    alone("ELE010", "/valid")
}

/// The only candidate has no more than half of the votes.
fn party_half(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    draft.is("/body", "party")?;
    if draft.has(LOSER) {
        return None;
    }
    let votes = draft.count("/ballots_cast")? / 2;
    draft.set(WINNER, votes)?;
    alone("ELE011", WINNER)
}

/// All ballots for the loser: nobody has more.
fn fewer(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let (winner, ballots) = (draft.count(WINNER)?, draft.count("/ballots_cast")?);
    (winner < ballots).then_some(())?;
    draft.set(&format!("{LOSER}/votes"), ballots)?;
    alone("ELE005", WINNER)
}

fn to_come(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    draft.set("/held_on", scene.as_of.plus(scene.random.between(1, 90)))?;
    alone("ELE007", "/held_on")
}
