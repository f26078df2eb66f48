//! `election` 选举.

use shequ_macros::{part, record};

use super::{Organisation, Worker};
use crate::codes::{ElectionBody, ElectionMethod, PostTitle};
use crate::field::{Count, Date, List, Ordinal, PersonName, Ref};

/// An election of a committee, a Party organisation or another body of a community.
///
/// 村（居）委会、党组织或其他社区组织、人员的一次选举（推选）。
#[record("选举", "Election")]
pub struct Election {
    /// The committee or Party organisation elected.
    ///
    /// 进行选举的组织，如居民委员会、村民委员会、党支部。
    #[field("选举组织", "Organisation", public, "3.1, 3.4")]
    pub organisation: Ref<Organisation>,
    /// What is elected; the law follows from it.
    ///
    /// 选举产生的是哪一类组织或人员，适用的法律法规由此确定。
    #[field("选举类别", "Body elected", public, "3.1, 4.3")]
    pub body: ElectionBody,
    /// Which term is elected, 1 or more.
    ///
    /// 选举产生的是第几届，从1起。
    #[field("届次", "Term number", public)]
    pub term: Ordinal,
    /// Direct, by household, or by representatives.
    ///
    /// 由全体选民（党员）直接选举，由户代表选举，或由代表选举。
    #[field("选举方式", "Method", public, "3.1")]
    pub method: ElectionMethod,
    /// Day of the election.
    ///
    /// 投票的日期。
    #[field("选举日", "Held on", public)]
    pub held_on: Date,
    /// Registered electors or Party members, households, or representatives, by `method`.
    ///
    /// 应参加选举的数目：直接选举为登记选民或有选举权的党员，户代表选举为户，代表选举为代表。
    #[field("应参加选举人数", "Electors", public, unit("人(户)", "people or households"))]
    pub electors: Count,
    /// Ballots returned; in a Party election they stand for those who attended.
    ///
    /// 收回的选票数；党组织选举视同到会人数。
    #[field("收回选票数", "Ballots cast", public, unit("张", "ballots"))]
    pub ballots_cast: Count,
    /// Valid ballots among those returned.
    ///
    /// 收回选票中的有效票数。
    #[field("有效票数", "Valid ballots", public, unit("张", "ballots"))]
    pub valid_ballots: Option<Count>,
    /// Posts for election; at least one.
    ///
    /// 选举的职务，逐个填写，至少一个。
    #[field("职位", "Seats", public)]
    #[validate(length(min = 1, max = 1000), nested)]
    pub seats: List<Seat>,
    /// Whether the election is valid, as announced.
    ///
    /// 选举是否有效，以公布的结果为准。
    #[field("选举是否有效", "Valid", public)]
    pub valid: bool,
}

/// A post for election with its candidates.
///
/// 选举中的一个职务，及其名额和候选人。
#[part("职位", "Seat")]
pub struct Seat {
    /// Which post it is.
    ///
    /// 选举的职务。
    #[field("职务", "Title", public)]
    pub title: PostTitle,
    /// How many are to be elected, 1 or more.
    ///
    /// 应选出的人数，从1起。
    #[field("应选名额", "Number of seats", public, unit("人", "people"))]
    pub seats: Ordinal,
    /// Who stood for it or was written in, with votes.
    ///
    /// 参选该职务的人及得票情况，含得票的另选人。
    #[field("候选人", "Candidates", public)]
    #[validate(length(min = 1, max = 1000))]
    pub candidates: List<Candidate>,
}

/// One who stood for a post.
///
/// 参选一个职务的一名候选人。
#[part("候选人", "Candidate")]
pub struct Candidate {
    /// Full name.
    ///
    /// 候选人姓名。
    #[field("姓名", "Name", personal)]
    pub name: PersonName,
    /// The record of the worker.
    ///
    /// 候选人作为社区工作者的记录；没有的不填。
    #[field("社区工作者", "Community worker", public)]
    pub worker: Option<Ref<Worker>>,
    /// Votes won for this post.
    ///
    /// 在该职务上的得票数。
    #[field("得票数", "Votes", public, unit("票", "votes"))]
    pub votes: Count,
    /// Whether the candidate was elected.
    ///
    /// 是否当选该职务。
    #[field("是否当选", "Elected", public)]
    pub elected: bool,
}
