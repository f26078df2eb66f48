//! ELE006, ELE008 and WRK004: elections of one body one after another, and the posts that follow from them.

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
