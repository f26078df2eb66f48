//! `election` 选举.

use shequ_macros::{part, record};

use super::{Organisation, Worker};
use crate::codes::{ElectionBody, ElectionMethod, PostTitle};
use crate::field::{Count, Date, List, Ordinal, PersonName, Ref};

/// An election of a committee or a Party organisation.
#[record("选举", "Election")]
pub struct Election {
    /// The committee or Party organisation elected.
    #[field("选举组织", "Organisation", public, "3.1, 3.4")]
    pub organisation: Ref<Organisation>,
    /// What is elected; the law that applies follows from it.
    #[field("选举类别", "Body elected", public, "3.1, 4.3")]
    pub body: ElectionBody,
    /// Which term is elected, 1 or more.
    #[field("届次", "Term number", public)]
    pub term: Ordinal,
    /// Direct, by household, or by representatives.
    #[field("选举方式", "Method", public, "3.1")]
    pub method: ElectionMethod,
    /// Day of the election.
    #[field("选举日", "Held on", public)]
    pub held_on: Date,
    /// Number of registered electors or representatives.
    #[field("登记选民(代表)数", "Electors", public)]
    pub electors: Count,
    /// Number of ballots returned.
    #[field("收回选票数", "Ballots cast", public)]
    pub ballots_cast: Count,
    /// Number of valid ballots.
    #[field("有效票数", "Valid ballots", public)]
    pub valid_ballots: Option<Count>,
    /// Posts for election; at least one.
    #[field("职位", "Seats", public)]
    #[validate(length(min = 1, max = 1000), nested)]
    pub seats: List<Seat>,
    /// Whether the election is valid.
    #[field("选举是否有效", "Valid", public)]
    pub valid: bool,
}

/// A post for election with its candidates.
#[part("职位", "Seat")]
pub struct Seat {
    /// Which post it is.
    #[field("职务", "Title", public)]
    pub title: PostTitle,
    /// How many are to be elected, 1 or more.
    #[field("应选名额", "Number of seats", public)]
    pub seats: Ordinal,
    /// Who stood for it.
    #[field("候选人", "Candidates", public)]
    #[validate(length(min = 1, max = 1000))]
    pub candidates: List<Candidate>,
}

/// One who stood for a post.
#[part("候选人", "Candidate")]
pub struct Candidate {
    /// Full name.
    #[field("姓名", "Name", personal)]
    pub name: PersonName,
    /// The record of the worker.
    #[field("社区工作者", "Community worker", public)]
    pub worker: Option<Ref<Worker>>,
    /// Number of votes.
    #[field("得票数", "Votes", public)]
    pub votes: Count,
    /// Whether the candidate was elected.
    #[field("是否当选", "Elected", public)]
    pub elected: bool,
}
