//! ELE: the numbers of an election must fit one another and the law of the body that is elected.

use jiff::civil;

use super::{Context, Ruled};
use crate::Words;
use crate::codes::{ElectionBody, ElectionMethod};
use crate::field::{Count, ListView, Slot};
use crate::model::{Candidate, CandidateView, Election, ElectionView, SeatView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] =
    &[&ELE001, &ELE002, &ELE003, &ELE004, &ELE005, &ELE007, &ELE009, &ELE010, &ELE011];

const ARTICLE_15: Basis = Basis::clause(Document::Villagers2018, "15").from("2018-12-29").to("2026-01-01");
const ARTICLE_15_OF_2010: Basis =
    Basis::clause(Document::Villagers2010, "15").from("2010-10-28").to("2018-12-29");
const VILLAGERS_LAW: Basis = Basis::whole(Document::Villagers2025).from("2026-01-01");
const RESIDENTS_LAW: Basis = Basis::whole(Document::Residents2025).from("2026-01-01");
const PARTY_ELECTIONS: Basis = Basis::whole(Document::PartyElections);

rule! {
    /// Every elector returns one ballot, and a ballot counts once for a candidate.
    pub static ELE001 = {
        name: "election-numbers-do-not-fit",
        severity: Error,
        scope: Record,
        records: [Election],
        title: "选举票数不合" / "numbers of the election do not fit",
        why: "一名选民（代表）一张选票，一张选票对同一候选人只计一票；票数多出来的，不是录错就是计错"
            / "an elector has one ballot and a ballot counts once for a candidate; whatever is above was mistyped or miscounted",
        message: "票数不合：{excess}" / "the numbers do not fit: {excess}",
        advice: "请对照选举结果报告单逐项核对应参加选举人数、收回选票数、有效票数和得票数；与报告单一致仍不合的，请主持选举的单位复核计票"
            / "compare electors, ballots, valid ballots and votes with the report of the election; where the report says the same ask those who held the election to count again",
        basis: [Basis::OWN],
        params: ["excess"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// No more can be elected to a post than there are seats.
    pub static ELE002 = {
        name: "more-elected-than-seats",
        severity: Error,
        scope: Record,
        records: [Election],
        title: "当选人数超过应选名额" / "more elected than seats",
        why: "应选名额在选举前已经确定，当选人数不得超过" / "the number of seats is settled before the vote and cannot be exceeded",
        message: "该职务当选人数超过应选名额" / "more candidates are elected to the post than it has seats",
        advice: "请对照选举结果公告核对应选名额和当选人；得票过半数的人数超过名额的，以得票多的当选"
            / "compare the seats and the elected with the published result; where more have a majority than there are seats those with the most votes are elected",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// More than half have to vote; whom that counts depends on the body and on the law of its day.
    pub static ELE003 = {
        name: "valid-without-quorum",
        severity: Error,
        scope: Record,
        records: [Election],
        title: "参加投票未过半数而认定选举有效" / "called valid though half or fewer voted",
        why: "村民委员会由登记参加选举的村民过半数投票，选举有效；居民委员会由户代表选举的，2026年起须有过半数的户参加。选举无效的，结果不能作为任职依据"
            / "more than half of the registered villagers have to vote for a villagers' committee, and from 2026 on more than half of the households where these vote for a residents' committee; nobody takes office from a void election",
        message: "收回选票数未超过应参加选举的{voters}的一半，选举不得认定为有效"
            / "ballots were returned by half of the {voters} or fewer, so the election is not valid",
        advice: "请对照选民登记名册和选举结果报告单核对两个数字；数字属实的，“选举是否有效”应为否，并报街道（乡镇）依法重新组织选举"
            / "compare both numbers with the register and the report of the election; where they are right enter that it is not valid and report it to the subdistrict or township, which has the vote held again",
        basis: [ARTICLE_15_OF_2010, ARTICLE_15, VILLAGERS_LAW, RESIDENTS_LAW],
        params: ["voters"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// In no round is anyone elected to a villagers' committee with under a third of the ballots.
    pub static ELE004 = {
        name: "elected-with-under-a-third",
        severity: Error,
        scope: Record,
        records: [Election],
        title: "当选人得票不足三分之一" / "elected with under a third of the ballots",
        why: "村民委员会成员获得参加投票的村民过半数选票始得当选，另行选举的得票也不得少于三分之一；达不到的，不能当选"
            / "a member of a villagers' committee needs a majority, and a third at least when the vote is held again; with fewer nobody is elected",
        message: "当选人得票数少于收回选票数的三分之一，不得当选"
            / "elected with fewer votes than a third of the ballots cast",
        advice: "请对照选举结果报告单核对得票数、收回选票数和是否当选；数字属实的，“是否当选”应为否，并报街道（乡镇）依法处理"
            / "compare the votes, the ballots and who was elected with the report of the election; where the numbers are right enter that the candidate was not elected and report it to the subdistrict or township",
        basis: [ARTICLE_15_OF_2010, ARTICLE_15, VILLAGERS_LAW],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The most votes win; where another was elected the law or a mistake has changed the order.
    pub static ELE005 = {
        name: "elected-with-fewer-votes",
        severity: Warning,
        scope: Record,
        records: [Election],
        title: "当选人得票少于未当选人" / "elected with fewer votes than one who was not",
        why: "同一职务以得票多的当选；得票少的当选，多为得票数或当选情况录错"
            / "the most votes win a post; where fewer do the votes or the result are mostly mistyped",
        message: "当选人得票数少于同一职务的未当选人" / "elected with fewer votes than a candidate for the same post who was not",
        advice: "请对照选举结果报告单核对各候选人的得票数和是否当选；因妇女名额、近亲属回避等依法当选的，可不作修改"
            / "compare votes and result of every candidate with the report of the election; leave it where the law had its reason, as with seats kept for women or relatives who may not serve together",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Only what has been held has ballots and votes.
    pub static ELE007 = {
        name: "election-after-reference-date",
        severity: Error,
        scope: Record,
        records: [Election],
        title: "选举日晚于基准日" / "election after the reference date",
        why: "选举记录登记的是结果，尚未举行的选举没有结果" / "the record holds the result, which an election to come does not have",
        message: "选举日晚于基准日{as_of}" / "the election is held after {as_of}",
        advice: "请对照选举公告核对选举日，重点看年份；尚未举行的，请在选举结束后再登记"
            / "compare the day, the year above all, with the announcement; enter an election after it has been held",
        basis: [Basis::OWN],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A first round asks for more than half of the ballots; only a further one is content with a third.
    pub static ELE009 = {
        name: "elected-without-majority",
        severity: Warning,
        scope: Record,
        records: [Election],
        title: "当选人得票未过半数" / "elected without a majority",
        why: "村民委员会成员得票过半数始得当选；只有当选人数不足应选名额而另行选举的，得票三分之一以上即可当选"
            / "a member of a villagers' committee needs a majority; only where seats are left and the vote is held again a third is enough",
        message: "当选人得票数未超过收回选票数的一半，只有另行选举才可当选"
            / "elected with half of the ballots cast or fewer, which only a second round allows",
        advice: "请对照选举结果报告单核对：属于另行选举的，可不作修改；不属于的，请核对得票数、收回选票数和是否当选"
            / "look at the report of the election: leave the result of a second round as it is; otherwise check the votes, the ballots and who was elected",
        basis: [ARTICLE_15_OF_2010, ARTICLE_15, VILLAGERS_LAW],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The Party asks for four fifths of those entitled, so that a few do not decide for all.
    pub static ELE010 = {
        name: "party-election-without-quorum",
        severity: Warning,
        scope: Record,
        records: [Election],
        title: "党内选举实到人数不足五分之四" / "fewer than four fifths attended a Party election",
        why: "党员大会或党员代表大会选举，实到会人数须达到应到会人数的五分之四，会议有效"
            / "a Party meeting elects where four fifths of those entitled attend",
        message: "收回选票数不足应参加选举人数的五分之四，选举认定为有效需要核对"
            / "fewer than four fifths of those entitled cast a ballot, yet the election is called valid",
        advice: "请对照党员大会（党员代表大会）选举结果报告单核对应到、实到人数和收回选票数：弃票未计入实到人数、因故不计入应到人数的，请按报告单改正；情况属实的，请报街道（乡镇）党（工）委组织部门"
            / "compare those entitled, those who attended and the ballots with the report of the election: correct what was counted otherwise; where the numbers are right report it to the organisation department of the Party committee above",
        basis: [PARTY_ELECTIONS],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// In a Party election more than half of those who attended have to agree.
    pub static ELE011 = {
        name: "party-elected-without-majority",
        severity: Warning,
        scope: Record,
        records: [Election],
        title: "党内选举当选人得票未过半数" / "elected in a Party election without a majority",
        why: "党内选举中，被选举人获得的赞成票超过实到会有选举权的人数的一半，始得当选"
            / "in a Party election one is elected with the votes of more than half of those entitled who attended",
        message: "当选人得票数未超过实到会人数（收回选票数）的一半"
            / "elected with the votes of half of those who attended (the ballots cast) or fewer",
        advice: "请对照选举结果报告单核对得票数、收回选票数和是否当选；情况属实的，请报街道（乡镇）党（工）委组织部门"
            / "compare the votes, the ballots and who was elected with the report of the election; where the numbers are right report it to the organisation department of the Party committee above",
        basis: [PARTY_ELECTIONS],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

const BALLOTS: Words = Words::new("收回选票数多于应参加选举人数", "more ballots cast than electors");
const VALID_BALLOTS: Words = Words::new("有效票数多于收回选票数", "more valid ballots than ballots cast");
const VOTES: Words =
    Words::new("候选人得票数多于收回选票数", "more votes for one candidate than ballots cast");

/// From this day on the law asks for more than half of the households of a residents' committee.
const HOUSEHOLD_QUORUM: civil::Date = civil::date(2026, 1, 1);

impl Ruled for Election {
    fn check(view: &ElectionView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        check_day(view, context, sink);
        check_ballots(view, sink);
        let is_valid = view.valid == Slot::Known(true);
        let law = Law::of(view).filter(|_| is_valid);
        if let Some(law) = law {
            check_turnout(law, view, sink);
        }
        let Slot::Known(seats) = view.seats else { return };
        for (index, seat) in seats.known() {
            let seat = ReadSeat { path: format!("/seats/{index}"), seat, ballots: count(view.ballots_cast) };
            seat.check_votes(sink);
            if is_valid {
                seat.check_number(sink);
                seat.check_order(sink);
            }
            if let Some(law) = law {
                seat.check_shares(law, sink);
            }
        }
    }
}

/// Whose rules on turnout and votes hold: they follow from what is elected, and how.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Law {
    /// A villagers' committee, elected by all registered villagers.
    Villagers,
    /// A residents' committee, elected by households; its law knows a quorum from 2026 on.
    Households,
    /// A Party organisation, whatever the method.
    Party,
}

impl Law {
    fn of(view: &ElectionView<'_>) -> Option<Self> {
        match (view.body.known()?, view.method.known()) {
            (ElectionBody::Party, _) => Some(Self::Party),
            (ElectionBody::VillagersCommittee, Some(ElectionMethod::Direct)) => Some(Self::Villagers),
            (ElectionBody::ResidentsCommittee, Some(ElectionMethod::Household)) => {
                let held = view.held_on.known()?.civil();
                (held >= HOUSEHOLD_QUORUM).then_some(Self::Households)
            }
            _ => None,
        }
    }
}

/// The value of a count, where it is known.
fn count(slot: Slot<Count>) -> Option<u64> {
    slot.known().map(Count::get)
}

/// ELE007.
fn check_day(view: &ElectionView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    if view.held_on.known().is_some_and(|day| day.civil() > context.as_of) {
        sink.report(&ELE007, "/held_on", vec![("as_of", context.as_of.into())]);
    }
}

/// ELE001 on the ballots.
fn check_ballots(view: &ElectionView<'_>, sink: &mut Sink<'_>) {
    let Some(ballots) = count(view.ballots_cast) else { return };
    if count(view.valid_ballots).is_some_and(|valid| valid > ballots) {
        sink.report(&ELE001, "/valid_ballots", vec![("excess", VALID_BALLOTS.into())]);
    }
    let Some(electors) = count(view.electors) else { return };
    if ballots > electors {
        sink.report(&ELE001, "/ballots_cast", vec![("excess", BALLOTS.into())]);
    }
}

/// ELE003 and ELE010 on an election that is called valid.
fn check_turnout(law: Law, view: &ElectionView<'_>, sink: &mut Sink<'_>) {
    let (Some(ballots), Some(electors)) = (count(view.ballots_cast), count(view.electors)) else { return };
    let voters = match law {
        Law::Villagers => Words::new("登记选民数", "registered villagers"),
        Law::Households => Words::new("户数", "households"),
        Law::Party => {
            if 5 * ballots < 4 * electors {
                sink.report(&ELE010, "/valid", vec![]);
            }
            return;
        }
    };
    if 2 * ballots <= electors {
        sink.report(&ELE003, "/valid", vec![("voters", voters.into())]);
    }
}

/// A seat with its place in the record and the ballots that its votes are compared with.
struct ReadSeat<'a> {
    path: String,
    seat: SeatView<'a>,
    ballots: Option<u64>,
}

impl<'a> ReadSeat<'a> {
    fn candidates(&self) -> impl Iterator<Item = (usize, CandidateView<'a>)> {
        self.seat.candidates.known().into_iter().flat_map(ListView::<Candidate>::known)
    }

    /// The votes of those who were elected, or of those who were not, with the place of each.
    fn votes(&self, elected: bool) -> impl Iterator<Item = (usize, u64)> {
        self.candidates().filter_map(move |(index, candidate)| {
            let votes = count(candidate.votes)?;
            (candidate.elected == Slot::Known(elected)).then_some((index, votes))
        })
    }

    fn votes_pointer(&self, candidate: usize) -> String {
        format!("{}/candidates/{candidate}/votes", self.path)
    }

    /// ELE001 on the votes of each candidate.
    fn check_votes(&self, sink: &mut Sink<'_>) {
        let Some(ballots) = self.ballots else { return };
        for (index, candidate) in self.candidates() {
            if count(candidate.votes).is_some_and(|votes| votes > ballots) {
                sink.report(&ELE001, self.votes_pointer(index), vec![("excess", VOTES.into())]);
            }
        }
    }

    /// ELE002.
    fn check_number(&self, sink: &mut Sink<'_>) {
        let elected =
            self.candidates().filter(|(_, candidate)| candidate.elected == Slot::Known(true)).count();
        if self.seat.seats.known().is_some_and(|seats| elected as u64 > seats.get()) {
            sink.report(&ELE002, self.path.clone(), vec![]);
        }
    }

    /// ELE005.
    fn check_order(&self, sink: &mut Sink<'_>) {
        let Some(most) = self.votes(false).map(|(_, votes)| votes).max() else { return };
        for (index, _) in self.votes(true).filter(|(_, votes)| *votes < most) {
            sink.report(&ELE005, self.votes_pointer(index), vec![]);
        }
    }

    /// ELE004, ELE009 and ELE011.
    fn check_shares(&self, law: Law, sink: &mut Sink<'_>) {
        let Some(ballots) = self.ballots else { return };
        for (index, votes) in self.votes(true) {
            let rule = match law {
                Law::Villagers if 3 * votes < ballots => &ELE004,
                Law::Villagers if 2 * votes <= ballots => &ELE009,
                Law::Party if 2 * votes <= ballots => &ELE011,
                _ => continue,
            };
            sink.report(rule, self.votes_pointer(index), vec![]);
        }
    }
}
