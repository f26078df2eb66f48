//! WRK006: who supervises a committee is not of it.

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
