//! AGR005, SVC004 and FND004: agreements, the services that rest on them, and the money that goes with these.

use serde::{Deserialize, Serialize};

use super::communities::{self, OfCommunity};
use super::facts::{Facts, Years};
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Key, Mark, Phrase, Topic, civil_day, day, year_of};
use crate::Kind;
use crate::codes::{AgreementKind, AgreementStatus, CommunityKind, Responsibility, ServiceStatus};
use crate::field::{ListView, Slot};
use crate::ids::CommunityCode;
use crate::model::{AgreementView, FundView, ServiceView};
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&AGR005, &SVC004, &FND004];

const ENTRUSTED_WORK: Basis =
    Basis::policy("3.2", "凡委托给村(居)委会办理的有关服务事项，应当实行权随责走、费随事转");

rule! {
    /// Pairing lets the town help the country; without a rural community nobody of those is helped.
    pub static AGR005 = {
        name: "pairing-without-rural-community",
        severity: Warning,
        scope: Dataset,
        records: [Agreement],
        title: "城乡结对协议没有农村社区" / "pairing without a rural community",
        why: "结对帮扶在城乡单位、城市社区与农村社区之间开展；受益社区中没有农村社区的，多为协议类型或社区选错"
            / "pairing is between town and country; where none of those that benefit is rural the kind of agreement or a community was chosen wrongly",
        message: "结对帮扶协议的受益社区中没有农村社区" / "none of the communities that benefit from the pairing is rural",
        advice: "请对照协议文本核对协议类型和受益社区：城市单位之间共驻共建的，改正协议类型；社区类型录错的，在社区记录中改正"
            / "compare kind and communities with the text of the agreement: co-building among units of a town is another kind; correct the kind of a community in its own record",
        basis: [
            Basis::policy("3.5", "在城乡单位、城市社区与农村社区之间开展结对帮扶活动"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A delegated service rests on an agreement that delegates, holds today, and is made with the one who does the work.
    pub static SVC004 = {
        name: "delegation-without-agreement-in-force",
        severity: Error,
        scope: Dataset,
        records: [Service],
        title: "委托服务没有有效协议" / "a delegated service without an agreement in force",
        why: "委托事项实行权随责走、费随事转，权限和经费都以有效的委托或购买协议为依据"
            / "rights go with duties and money with the task, and both rest on an agreement that holds",
        message: "所引用的协议不能作为委托依据：{fault}" / "the agreement is no ground for the delegation: {fault}",
        advice: "请对照协议文本核对协议类型、状态、期限和乙方：到期的续签或停办，引用错的改为现行协议，承办单位有变更的重新签订"
            / "compare kind, status, days and second party with the text of the agreement: renew one that ran out or end the service, refer to the one in force, and make a new one where the provider has changed",
        basis: [ENTRUSTED_WORK],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Money follows the work: who delegates pays, and the community's accounts of that year show it.
    pub static FND004 = {
        name: "delegation-without-fund",
        severity: Warning,
        scope: Dataset,
        records: [Service],
        title: "委托服务没有相应经费" / "a delegated service without a fund",
        why: "政策文件要求费随事转：委托给村（居）委会的事项，责任部门应当拨付经费"
            / "by the policy money follows the task: for what is delegated the responsible agency pays",
        message: "协议有效的年度内，受益社区的经费中没有责任部门拨付的款项（费随事转）"
            / "in a year in which the agreement holds the community has no fund from the responsible agency: money follows the work",
        advice: "请对照拨款凭证核对经费记录的社区、年度和拨付单位；漏录的补录，确未拨付的请提请责任部门落实经费"
            / "compare community, year and provider of the funds with the vouchers; add what was left out, and where nothing was paid ask the responsible agency for the money",
        basis: [ENTRUSTED_WORK],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// What a record says of an agreement.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfAgreement {
    Own {
        /// Whether it is a delegation or a procurement.
        entrusts: Option<bool>,
        is_in_force: Option<bool>,
        starts: Option<i32>,
        ends: Option<i32>,
        is_open: bool,
        second_party: Option<Mark>,
    },
    /// An active service that is delegated by it.
    Service { provider: Option<Mark>, is_funded: bool },
}

/// What is known of the money behind a service.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfMoney {
    /// The years in which its agreement is in force.
    InForce { first: u64, last: u64 },
    /// The years of which a community has a fund of the responsible agency.
    Funded(Years),
}

/// What a record says of the money that an agency gives a community.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfFund {
    Fund { year: u64 },
    Service,
}

/// A community that benefits from a pairing with so many of them.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Benefits {
    is_rural: Option<bool>,
    of: u16,
}

/// An agreement.
pub(super) fn agreement(view: &AgreementView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    if let Slot::Known(id) = id {
        let entrusts = |kind| matches!(kind, AgreementKind::Delegation | AgreementKind::Procurement);
        let own = OfAgreement::Own {
            entrusts: view.kind.known().map(entrusts),
            is_in_force: view.status.known().map(|status| status == AgreementStatus::InForce),
            starts: view.starts_on.known().map(day),
            ends: view.ends_on.known().map(day),
            is_open: view.ends_on.is_absent(),
            second_party: view.second_party.known().map(|party| facts.mark(Kind::Organisation, party)),
        };
        let key = facts.group(Topic::Agreement, Kind::Agreement, id);
        facts.put(Topic::Agreement, key, &own);
    }
    if view.kind == Slot::Known(AgreementKind::Pairing) {
        paired(view, facts);
    }
}

fn paired(view: &AgreementView<'_>, facts: &mut Facts<'_>) {
    let Slot::Known(communities) = view.communities else { return };
    if !facts.holds(Kind::Community) || communities.iter().any(|code| code.known().is_none()) {
        return;
    }
    let of = u16::try_from(communities.len()).unwrap_or(u16::MAX);
    for code in communities.iter() {
        communities::tell(code, &OfCommunity::Paired { of }, facts);
    }
}

/// A service that is delegated, and the money that goes with it.
pub(super) fn service(view: &ServiceView<'_>, facts: &mut Facts<'_>) {
    let is_delegated = view.responsibility == Slot::Known(Responsibility::Delegated);
    if !is_delegated || view.status != Slot::Known(ServiceStatus::Active) {
        return;
    }
    let agency = view.responsible_agency.known().filter(|_| facts.holds(Kind::Fund));
    let provider = view.provider.known().map(|provider| facts.mark(Kind::Organisation, provider));
    let is_funded = agency.is_some();
    facts.tell(
        Topic::Agreement,
        Kind::Agreement,
        view.agreement,
        &OfAgreement::Service { provider, is_funded },
    );
    let communities = view.communities.known().into_iter().flat_map(ListView::<CommunityCode>::known);
    for (_, community) in communities {
        if let Some(agency) = agency {
            let key = fund_key(community, agency, facts);
            facts.put(Topic::Fund, key, &OfFund::Service);
        }
    }
}

/// A fund, by its community and who gives it.
pub(super) fn fund(view: &FundView<'_>, facts: &mut Facts<'_>) {
    let Slot::Known(year) = view.year else { return };
    facts.counts.fund_years.add(year.get());
    if let (Slot::Known(community), Slot::Known(provider)) = (view.community, view.provider) {
        let key = fund_key(community, provider, facts);
        facts.put(Topic::Fund, key, &OfFund::Fund { year: year.get() });
    }
}

fn fund_key(community: CommunityCode, provider: &str, facts: &Facts<'_>) -> Key {
    facts.run.keys.key(Topic::Fund, &[community.as_str().as_bytes(), provider.as_bytes()])
}

/// SVC004; the years of an agreement are told to its services.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfAgreement>();
    let own = facts.iter().find(|fact| matches!(fact.fact, OfAgreement::Own { .. }));
    let Some(Fact { source: own, fact: agreement }) = own.copied() else { return };
    let OfAgreement::Own { entrusts, is_in_force, starts, ends, is_open, second_party } = agreement else {
        return;
    };
    let as_of = civil_day(verdicts.context.as_of);
    for Fact { source, fact } in &facts {
        let OfAgreement::Service { provider, is_funded } = *fact else { continue };
        let other_provider = provider.zip(second_party).is_some_and(|(provider, party)| provider != party);
        let fault = if entrusts == Some(false) {
            Some(Phrase::NotDelegation)
        } else if is_in_force == Some(false) {
            Some(Phrase::NotInForce)
        } else if starts.is_some_and(|starts| as_of < starts) || ends.is_some_and(|ends| ends < as_of) {
            Some(Phrase::AnotherTime)
        } else {
            other_provider.then_some(Phrase::AnotherProvider)
        };
        if let Some(fault) = fault {
            verdicts.find(&SVC004, *source, "/agreement", fault, [own]);
        }
        let last = if is_open { Some(u64::MAX) } else { ends.map(year_of) };
        if let (true, Some(true), Some(starts), Some(last)) = (is_funded, is_in_force, starts, last) {
            verdicts.pass(2, Topic::Money, *source, &[], &OfMoney::InForce { first: year_of(starts), last });
        }
    }
}

/// The years of which a community has money of an agency are told to the services that the agency delegates there.
pub(super) fn judge_fund(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfFund>();
    let mut years = Years::default();
    for fact in &facts {
        if let OfFund::Fund { year } = fact.fact {
            years.add(year);
        }
    }
    for fact in facts.iter().filter(|fact| matches!(fact.fact, OfFund::Service)) {
        verdicts.pass(2, Topic::Money, fact.source, &[], &OfMoney::Funded(years));
    }
}

/// FND004: a year in force of which the input holds funds, and a community without one of the agency.
pub(super) fn judge_money(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfMoney>();
    let in_force = facts.iter().find_map(|Fact { source, fact }| match *fact {
        OfMoney::InForce { first, last } => Some((*source, first..=last)),
        OfMoney::Funded(_) => None,
    });
    let Some((service, in_force)) = in_force else { return };
    let asked: Vec<u64> = verdicts.fund_years.iter().filter(|year| in_force.contains(year)).collect();
    let lacks = |fact: &Fact<OfMoney>| match fact.fact {
        OfMoney::Funded(years) => asked.iter().any(|year| !years.has(*year)),
        OfMoney::InForce { .. } => false,
    };
    if facts.iter().any(lacks) {
        verdicts.find(&FND004, service, "/funding", Said::NOTHING, []);
    }
}

/// Whether a community is rural is told to the pairings from which it benefits.
pub(super) fn judge_paired(own: &communities::Own, facts: &[Fact<OfCommunity>], verdicts: &mut Verdicts<'_>) {
    let is_rural = own.kind.map(|kind| kind == CommunityKind::Rural);
    for fact in facts {
        if let OfCommunity::Paired { of } = fact.fact {
            verdicts.pass(2, Topic::Pairing, fact.source, &[], &Benefits { is_rural, of });
        }
    }
}

/// AGR005, where all communities of the agreement are known.
pub(super) fn judge_pairing(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<Benefits>();
    let towns = facts.iter().filter(|fact| fact.fact.is_rural == Some(false)).count();
    if let Some(first) = facts.first().filter(|first| usize::from(first.fact.of) == towns) {
        verdicts.find(&AGR005, first.source, "/communities", Said::NOTHING, []);
    }
}
