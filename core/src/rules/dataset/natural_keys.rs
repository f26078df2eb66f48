//! REF003 and VOL008: one thing, or one person, entered twice under different ids.

use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&REF003, &VOL008];

rule! {
    /// What the world has once the data have once; ids of two systems do not show that two records are one.
    pub static REF003 = {
        name: "natural-key-twice",
        severity: Error,
        scope: Dataset,
        records: [Community, Statistics, Organisation, Volunteer, Fund],
        title: "同一对象重复登记" / "the same natural key twice",
        why: "同一个社区、组织、志愿者或同一笔统计、经费登记两次，数量和金额都会重复计算"
            / "a community, an organisation, a volunteer, a set of figures or an amount entered twice is counted twice",
        message: "与另一条记录的关键字段相同，登记的是同一对象"
            / "another record has the same natural key, so both are of one thing",
        advice: "请核对关键字段：社区为代码，统计为社区和时点，组织为统一社会信用代码，志愿者为编号，经费为社区、年度、用途、来源和拨付单位；重复的合并为一条，录错的对照证书或原始资料改正"
            / "check the key: the code of a community, community and day of statistics, the credit code of an organisation, the number of a volunteer, community, year, purpose, source and provider of a fund; merge what is one thing and correct what is mistyped",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// One person is one volunteer throughout the national system; two registrations split the hours and swell the rate.
    pub static VOL008 = {
        name: "identity-registered-twice",
        severity: Error,
        scope: Dataset,
        records: [Volunteer],
        title: "同一证件重复注册" / "one identity document registered twice",
        why: "一人只注册一次；重复注册，志愿者人数会多算，服务时长也分散在几条记录上"
            / "a person registers once; with two registrations there are too many volunteers, and the hours are split between them",
        message: "同一证件已由另一条志愿者记录登记" / "the same identity document is registered in another record of a volunteer",
        advice: "请向本人和注册登记单位核实：确为一人的，合并为一条，服务记录并入保留的一条；证件录错的，对照证件原件改正"
            / "ask the volunteer and those who took the registrations: merge those of one person, with the service records; where a document is mistyped correct it from the original",
        basis: [Basis::policy("3.2", "全国统一的社区志愿者注册管理系统")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}
