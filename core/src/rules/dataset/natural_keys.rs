//! REF003 and VOL008: one thing, or one person, entered twice under different ids.

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::verdict::{Group, Said, Verdicts};
use super::{Mark, Source, Topic};
use crate::codes::IdentityType;
use crate::field::Slot;
use crate::ids::ResidentId;
use crate::model::{FundView, OrganisationView, VolunteerView};
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

/// Which natural key it is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Which {
    CreditCode,
    Number,
    Fund,
    Identity,
}

impl Which {
    const fn pointer(self) -> &'static str {
        match self {
            Self::CreditCode => "/credit_code",
            Self::Number => "/number",
            Self::Fund => "/provider",
            Self::Identity => "/identity/number",
        }
    }
}

/// A record that has a key.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct HasKey {
    which: Which,
    mark: Option<Mark>,
}

fn put(which: Which, id: Slot<&str>, parts: &[&[u8]], facts: &mut Facts<'_>) {
    let mark = id.known().map(|id| facts.mark(facts.kind, id));
    let which_key = [which as u8];
    let parts: Vec<&[u8]> = std::iter::once(&which_key[..]).chain(parts.iter().copied()).collect();
    let key = facts.run.keys.key(Topic::NaturalKey, &parts);
    facts.put(Topic::NaturalKey, key, &HasKey { which, mark });
}

/// An organisation by its credit code.
pub(super) fn organisation(view: &OrganisationView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    if let Slot::Known(code) = view.credit_code {
        put(Which::CreditCode, id, &[code.as_str().as_bytes()], facts);
    }
}

/// A volunteer by number and by identity document.
pub(super) fn volunteer(view: &VolunteerView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    if let Slot::Known(number) = view.number {
        put(Which::Number, id, &[number.as_bytes()], facts);
    }
    let identity =
        view.identity.known().and_then(|identity| identity.r#type.known().zip(identity.number.known()));
    if let Some((of_type, number)) = identity {
        let number = number.to_ascii_uppercase();
        let whole = match of_type {
            IdentityType::ResidentId => ResidentId::parse(&number).ok().map(ResidentId::upgrade),
            _ => None,
        };
        let number = whole.as_ref().map_or(number.as_str(), ResidentId::as_str);
        put(Which::Identity, id, &[of_type.code().as_bytes(), number.as_bytes()], facts);
    }
}

/// A fund by community, year, purpose, source and provider; no provider is a value of its own.
pub(super) fn fund(view: &FundView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let (Slot::Known(community), Slot::Known(year)) = (view.community, view.year) else { return };
    let (Slot::Known(purpose), Slot::Known(source)) = (view.purpose, view.funding_source) else { return };
    let provider = match view.provider {
        Slot::Known(provider) => provider,
        Slot::Absent => "",
        Slot::Unknown => return,
    };
    let year = year.get().to_le_bytes();
    let parts = [
        community.as_str().as_bytes(),
        &year,
        purpose.code().as_bytes(),
        source.code().as_bytes(),
        provider.as_bytes(),
    ];
    put(Which::Fund, id, &parts, facts);
}

/// REF003 and VOL008.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<HasKey>();
    let Some(which) = facts.first().map(|first| first.fact.which) else { return };
    if let Which::Identity = which {
        for fact in facts.iter().skip(1) {
            let others = facts.iter().map(|other| other.source).filter(|other| *other != fact.source);
            verdicts.find(&VOL008, fact.source, which.pointer(), Said::NOTHING, others);
        }
    } else {
        let owners: Vec<_> = facts.iter().map(|fact| (fact.source, fact.fact.mark)).collect();
        repeated(&owners, &REF003, which.pointer(), verdicts);
    }
}

/// A natural key that several records have: each from the second on, but where the id is repeated too, which is
/// another rule's.
pub(super) fn repeated(
    owners: &[(Source, Option<Mark>)],
    rule: &'static Rule,
    pointer: &str,
    verdicts: &mut Verdicts<'_>,
) {
    let Some((first, rest)) = owners.split_first() else { return };
    // whether all before have one id
    let (mut only, mut is_one) = (first.1, true);
    for (source, mark) in rest {
        let is_same = |other: &Option<Mark>| other.is_some() && other == mark;
        if !(is_one && is_same(&only)) {
            let others = owners.iter().filter(|(other, id)| other != source && !is_same(id));
            verdicts.find(rule, *source, pointer, Said::NOTHING, others.map(|(other, _)| *other));
        }
        is_one = is_one && is_same(&only);
        only = only.filter(|_| is_one);
    }
}
