//! ORG007, AGR007, SVC001, MTG007, VOL010 and VOL023: of which kind the body or the person must be to which a record refers.

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Mark, Topic, circles};
use crate::Kind;
use crate::codes::{AgreementKind, MeetingKind, OrganisationKind, Responsibility};
use crate::field::Slot;
use crate::model::{AgreementView, MeetingView, OrganisationView, ServiceView, VolunteerView};
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&ORG007, &AGR007, &SVC001, &MTG007, &VOL010, &VOL023];

rule! {
    /// Some bodies exist only as parts of another, and the kind of that other is settled.
    pub static ORG007 = {
        name: "parent-of-wrong-kind",
        severity: Error,
        scope: Dataset,
        records: [Organisation],
        title: "上级组织的类型不符" / "a parent of a kind that cannot hold the organisation",
        why: "下属委员会、党支部、业主委员会隶属于固定类型的组织；上级选错，组织体系就统计不准"
            / "sub-committees, party branches and owners' committees belong to bodies of settled kinds; with another parent the tree of bodies is wrong",
        message: "上级组织的类型不符：下属委员会的上级应为村（居）民委员会，党支部的上级应为党总支或党委，业主委员会的上级应为业主大会"
            / "the parent is of the wrong kind: a sub-committee belongs to a villagers' or residents' committee, a party branch to a general branch or party committee, an owners' committee to an owners' assembly",
        advice: "请对照成立该组织的批复核对组织类型和上级组织，改正选错的一项；上级组织没有登记的，请补录后再引用"
            / "compare kind and parent with the decision that founded the body and correct the one that is wrong; enter a parent that is missing before referring to it",
        basis: [
            Basis::policy("3.1", "形成村(居)委会及其下属的委员会"),
            Basis::policy("3.4", "明确各种新型党组织与社区党组织的关系"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Government procurement is bought by government; another buyer means another kind of agreement.
    pub static AGR007 = {
        name: "procurement-by-other-than-government",
        severity: Error,
        scope: Dataset,
        records: [Agreement],
        title: "购买服务的甲方不是政府机构" / "procurement whose buyer is no government body",
        why: "政府购买服务由政府部门、街道办事处或乡镇人民政府出资购买；甲方为其他组织的，不属于政府购买服务"
            / "government procurement is paid by an agency, a subdistrict office or a township government; what another body buys is none",
        message: "政府购买服务协议的甲方应为政府部门、街道办事处或乡镇人民政府"
            / "the first party of a procurement agreement should be a government agency, a subdistrict office or a township government",
        advice: "请对照协议的签章页核对甲方和协议类型：甲方选错的改正甲方，不属于政府购买服务的改正协议类型，甲方的组织类型录错的在组织记录中改正"
            / "look at the page with the seals: correct the party or the kind of agreement, or the kind of the organisation in its own record",
        basis: [Basis::policy("3.2", "积极推进政府购买服务、社会化运作等方式")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A duty of government stays with government: the admission system exists to stop its being passed down.
    pub static SVC001 = {
        name: "duty-passed-to-committee",
        severity: Error,
        scope: Dataset,
        records: [Service],
        title: "政府职责转嫁给村（居）民委员会" / "a government duty carried by a self-governing committee",
        why: "政策文件规定，属于基层政府及其职能部门职责范围内的事项不得转嫁给村（居）委会"
            / "by the policy, what lies within the duties of government and its departments is not passed on to the committees",
        message: "政府职责事项不得由村（居）民委员会或其下属委员会承办"
            / "a duty of government is not to be carried by a villagers' or residents' committee or its sub-committee",
        advice: "请对照社区公共服务事项目录核对责任类别和承办单位：依法应由村（居）委会协助的，改填依法协助事项并落实经费和工作条件；委托办理的，改填委托事项并签订协议；其余由责任部门承办"
            / "compare responsibility and provider with the list of items admitted: what the law has a committee assist in is statutory assistance, with funds and working conditions; what is delegated needs an agreement; the rest is for the responsible agency to do",
        basis: [Basis::policy("3.2", "不得转嫁给村(居)委会")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A decision binds where the body that called the meeting had the right to call it.
    pub static MTG007 = {
        name: "convened-by-wrong-body",
        severity: Error,
        scope: Dataset,
        records: [Meeting],
        title: "会议召集单位不符" / "convened by a body that does not convene such meetings",
        why: "各类会议由规定的组织召集；召集单位不符，会议的决定难以作为依据"
            / "who convenes a meeting is settled for each kind; called by another body its decisions are hard to rely on",
        message: "召集单位的组织类型不符合该类会议的要求"
            / "the body is of a kind that does not convene meetings of this kind",
        advice: "请对照会议通知和记录核对召集单位和会议类型：村（居）民会议、代表会议、小组会议由村（居）民委员会、下属委员会、党组织、政府部门、街道办事处或乡镇人民政府召集，党员大会由党组织召集，业主大会由业主大会、业主委员会、居民委员会、街道办事处或乡镇人民政府召集"
            / "compare both with the invitation and the minutes: assemblies, representatives' and group meetings are convened by the committees, their sub-committees, Party organisations or government bodies, members' meetings by Party organisations, owners' assemblies by the owners' bodies, the residents' committee, the subdistrict office or the township government",
        basis: [
            Basis::policy("3.1", "推进基层群众自治制度化、规范化、程序化"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The station is where volunteers register and are looked after; another body has a field of its own.
    pub static VOL010 = {
        name: "station-of-another-kind",
        severity: Error,
        scope: Dataset,
        records: [Volunteer],
        title: "所属站点不是志愿者服务站" / "the station is no volunteer station",
        why: "志愿者服务站覆盖面按这一字段统计；填成其他组织，服务站的志愿者人数就不准"
            / "how far the network of stations reaches is counted by this field; with another body in it the numbers are wrong",
        message: "志愿者服务站一项所引用的组织不是志愿者服务站"
            / "the organisation named as the station is no volunteer station",
        advice: "请核对：所属志愿服务组织填入“所属志愿服务组织”，注册登记单位填入“注册登记单位”；该组织确为服务站的，在组织记录中改正类型"
            / "name volunteer organisations and the body that took the registration in their own fields; where it is a station correct the kind in the record of the organisation",
        basis: [Basis::policy("3.2", "建立志愿者服务站")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A recognition is somebody's; without that record, or of the wrong sort, it rewards nobody.
    pub static VOL023 = {
        name: "recognition-of-wrong-recipient",
        severity: Error,
        scope: Dataset,
        records: [Recognition],
        title: "激励对象不存在或类型不符" / "the recipient of a recognition is missing or of another type",
        why: "激励要能查到对象本人的记录；星级评定只对志愿者，考录公务员只对社区工作者"
            / "a recognition must lead to the record of the one who gets it; stars are for volunteers and the civil service for community workers",
        message: "激励对象有误：{fault}" / "the recipient is wrong: {fault}",
        advice: "请对照授予文件核对对象类型、对象标识和激励类型，改正选错的一项；对象记录漏报的，请一并报送"
            / "compare type and id of the recipient and the kind of recognition with the paper that granted it and correct what is wrong; where the record of the recipient was left out add it",
        basis: [
            Basis::policy("3.2", "研究制定社区志愿者在升学、择业、晋升等方面的激励措施"),
            Basis::policy("4.3", "加大从优秀社区工作者中考录公务员力度"),
        ],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

/// What an organisation can be, by its kind.
mod role {
    use crate::codes::OrganisationKind;

    pub(super) const COMMITTEE: u16 = 1;
    pub(super) const SUB_COMMITTEE: u16 = 1 << 1;
    pub(super) const PARTY_BRANCH_PARENT: u16 = 1 << 2;
    pub(super) const PARTY: u16 = 1 << 3;
    pub(super) const OWNERS_ASSEMBLY: u16 = 1 << 4;
    pub(super) const OWNERS_COMMITTEE: u16 = 1 << 5;
    pub(super) const GOVERNMENT: u16 = 1 << 6;
    pub(super) const SUB_GOVERNMENT: u16 = 1 << 7;
    pub(super) const RESIDENTS_COMMITTEE: u16 = 1 << 8;
    pub(super) const STATION: u16 = 1 << 9;
    /// None of these.
    pub(super) const OTHER: u16 = 1 << 15;

    pub(super) const fn of(kind: OrganisationKind) -> u16 {
        match kind {
            OrganisationKind::ResidentsCommittee => COMMITTEE | RESIDENTS_COMMITTEE,
            OrganisationKind::VillagersCommittee => COMMITTEE,
            OrganisationKind::SubCommittee => SUB_COMMITTEE,
            OrganisationKind::PartyCommittee | OrganisationKind::PartyGeneralBranch => {
                PARTY | PARTY_BRANCH_PARENT
            }
            OrganisationKind::PartyBranch | OrganisationKind::PartyLiaisonStation => PARTY,
            OrganisationKind::OwnersAssembly => OWNERS_ASSEMBLY,
            OrganisationKind::OwnersCommittee => OWNERS_COMMITTEE,
            OrganisationKind::GovernmentAgency => GOVERNMENT,
            OrganisationKind::SubdistrictOffice | OrganisationKind::TownshipGovernment => {
                GOVERNMENT | SUB_GOVERNMENT
            }
            OrganisationKind::VolunteerStation => STATION,
            _ => OTHER,
        }
    }
}

/// In which part an organisation is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Part {
    Parent,
    Buyer,
    Provider,
    Convener,
    Station,
}

impl Part {
    const fn rule(self) -> (&'static Rule, &'static str) {
        match self {
            Self::Parent => (&ORG007, "/parent"),
            Self::Buyer => (&AGR007, "/first_party"),
            Self::Provider => (&SVC001, "/provider"),
            Self::Convener => (&MTG007, "/organisation"),
            Self::Station => (&VOL010, "/station"),
        }
    }
}

/// What a record says of an organisation.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfBody {
    /// It is there: what it can be, itself and its parent.
    Own { roles: Option<u16>, mark: Mark, parent: Option<Mark> },
    /// It is named in a part that only those with one of these roles can play.
    Plays(Part, u16),
}

/// An organisation, and what its parent must be.
pub(super) fn organisation(view: &OrganisationView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    if let Slot::Known(id) = id {
        let mark = |reference: &str| facts.mark(Kind::Organisation, reference);
        let roles = view.kind.known().map(role::of);
        let own = OfBody::Own { roles, mark: mark(id), parent: view.parent.known().map(mark) };
        let key = facts.group(Topic::Body, Kind::Organisation, id);
        facts.put(Topic::Body, key, &own);
    }
    let may_be = match view.kind {
        Slot::Known(OrganisationKind::SubCommittee) => role::COMMITTEE,
        Slot::Known(OrganisationKind::PartyBranch) => role::PARTY_BRANCH_PARENT,
        Slot::Known(OrganisationKind::OwnersCommittee) => role::OWNERS_ASSEMBLY,
        _ => u16::MAX,
    };
    plays(Part::Parent, may_be, view.parent, facts);
}

/// The buyer of a procurement.
pub(super) fn buyer(view: &AgreementView<'_>, facts: &mut Facts<'_>) {
    if view.kind == Slot::Known(AgreementKind::Procurement) {
        plays(Part::Buyer, role::GOVERNMENT, view.first_party, facts);
    }
}

/// The provider of what is a government's duty.
pub(super) fn provider(view: &ServiceView<'_>, facts: &mut Facts<'_>) {
    if view.responsibility == Slot::Known(Responsibility::GovernmentDuty) {
        let may_be = !(role::COMMITTEE | role::RESIDENTS_COMMITTEE | role::SUB_COMMITTEE);
        plays(Part::Provider, may_be, view.provider, facts);
    }
}

/// Who convenes a meeting.
pub(super) fn convener(view: &MeetingView<'_>, facts: &mut Facts<'_>) {
    let Slot::Known(kind) = view.kind else { return };
    let may_be = match kind {
        MeetingKind::PartyMembers => role::PARTY,
        MeetingKind::OwnersAssembly => {
            role::OWNERS_ASSEMBLY | role::OWNERS_COMMITTEE | role::RESIDENTS_COMMITTEE | role::SUB_GOVERNMENT
        }
        MeetingKind::Consultation | MeetingKind::Hearing | MeetingKind::Coordination => return,
        _ => role::COMMITTEE | role::SUB_COMMITTEE | role::PARTY | role::GOVERNMENT,
    };
    plays(Part::Convener, may_be, view.organisation, facts);
}

/// The station of a volunteer.
pub(super) fn station(view: &VolunteerView<'_>, facts: &mut Facts<'_>) {
    plays(Part::Station, role::STATION, view.station, facts);
}

fn plays(part: Part, may_be: u16, reference: Slot<&str>, facts: &mut Facts<'_>) {
    facts.tell(Topic::Body, Kind::Organisation, reference, &OfBody::Plays(part, may_be));
}

/// AGR007, MTG007, ORG007, SVC001 and VOL010; bodies between a parent and children may stand in a circle.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfBody>();
    let own = facts.iter().find_map(|Fact { source, fact }| match fact {
        OfBody::Own { roles, mark, parent } => Some((*source, *roles, *mark, *parent)),
        OfBody::Plays(..) => None,
    });
    let Some((own, roles, mark, parent)) = own else { return };
    let (mut has_children, roles) = (false, roles.unwrap_or(u16::MAX));
    for Fact { source, fact } in &facts {
        let OfBody::Plays(part, may_be) = fact else { continue };
        has_children |= *part == Part::Parent;
        if roles & may_be == 0 {
            let (rule, pointer) = part.rule();
            verdicts.find(rule, *source, pointer, Said::NOTHING, [own]);
        }
    }
    if let Some(parent) = parent.filter(|_| has_children) {
        circles::link(Kind::Organisation, own, mark, parent, verdicts);
    }
}
