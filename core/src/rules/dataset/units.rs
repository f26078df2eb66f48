//! COM014, COM015, COM017, COM018 and SVC019: groups, hamlets, courtyards, buildings, doorways and grids of a community.

use serde::{Deserialize, Serialize};

use super::communities::{self, OfCommunity};
use super::facts::Facts;
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Mark, Phrase, Source, Topic, circles};
use crate::Kind;
use crate::codes::{Code, CommunityKind, EntityStatus, SubdivisionKind};
use crate::field::{Count, Slot};
use crate::ids::CommunityCode;
use crate::model::{CaseView, SubdivisionView};
use crate::rule::{Basis, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&COM014, &COM015, &COM017, &COM018, &SVC019];

const LEVELS: Basis =
    Basis::policy("3.1", "形成村(居)委会及其下属的委员会、村(居)民小组、村落、楼院、门栋上下贯通");

rule! {
    /// Larger units hold smaller ones; the other way round nothing adds up.
    pub static COM014 = {
        name: "unit-in-wrong-unit",
        severity: Error,
        scope: Dataset,
        records: [Subdivision],
        title: "上级单元的类型不能包含该单元" / "a parent of a kind that cannot hold the subdivision",
        why: "下设单元自上而下逐级包含；上级类型不对，户数、人口就汇总不到正确的单元"
            / "units hold one another from above to below; under a parent of the wrong kind households and people are added up in the wrong place",
        message: "上级单元的类型不符：{fault}" / "the parent is of the wrong kind: {fault}",
        advice: "请对照网格划分方案或门牌资料核对单元类型和上级单元，改正选错的一项；没有合适上级的，上级单元留空"
            / "compare kind and parent with the plan of the grids or the register of addresses and correct the one that is wrong; leave the parent empty where there is none",
        basis: [LEVELS],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A unit lies in one community, and so do all above it, up to one that has none above.
    pub static COM015 = {
        name: "unit-chain",
        severity: Error,
        scope: Dataset,
        records: [Subdivision],
        title: "上级单元在其他社区或相互循环" / "a parent in another community, or a circle of parents",
        why: "逐级向上应到达本社区；跨社区或首尾相接的，户数和人口无法汇总"
            / "from unit to unit the way up ends at the community; across a border or in a circle nothing can be added up",
        message: "上级单元有误：{fault}" / "the parent is wrong: {fault}",
        advice: "请对照网格划分方案逐级核对上级单元：属于其他社区的，改为本社区的单元或改正所属社区；相互循环的，改正其中录错的一级"
            / "follow the parents up the plan of the grids: replace one of another community, or correct the community; in a circle correct the step that is wrong",
        basis: [LEVELS],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Parts hold no more than the whole; where they do a figure is old or a unit hangs on the wrong parent.
    pub static COM017 = {
        name: "parts-exceed-unit",
        severity: Warning,
        scope: Dataset,
        records: [Subdivision],
        title: "下级单元户数之和超过上级" / "subdivisions hold more households than their parent",
        why: "部分之和不会大于整体；超过的，多为上级户数没有更新，或下级单元挂错上级"
            / "parts hold no more than the whole; where they do the figure above is old, or a unit hangs on the wrong parent",
        message: "在用的直接下级单元的户数之和大于本单元户数"
            / "its active subdivisions, one level down, hold more households together than it has",
        advice: "请逐一核对下级单元的户数和上级单元，更新过时的户数；同一住户不要计入两个下级单元"
            / "check households and parent of each of them and bring old figures up to date; count no household in two of them",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Villagers' groups belong to villages, residents' groups to towns; the kind was chosen wrongly, or kept after a conversion.
    pub static COM018 = {
        name: "group-and-community-kind",
        severity: Warning,
        scope: Dataset,
        records: [Subdivision],
        title: "村民小组、居民小组与社区类型不符" / "a group of the wrong kind for its community",
        why: "城市社区设居民小组，农村社区设村民小组；不符的，多为类型选错，或村改居后没有更新"
            / "urban communities have residents' groups and rural ones villagers' groups; where the two differ one was chosen wrongly, or kept when the village was converted",
        message: "小组类型与社区类型不符：城市社区不设村民小组，农村社区不设居民小组"
            / "the group does not fit its community: urban communities have no villagers' groups, rural ones no residents' groups",
        advice: "请核对小组类型和社区类型；正在村改居的，社区类型请填“村改居社区”"
            / "check the kinds of both; for a village that is being converted the kind of community is converted",
        basis: [Basis::policy("3.1", "选齐配强农村村民小组长、城市居民小组长")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A case lies in one community, and so does the unit in which it arose.
    pub static SVC019 = {
        name: "case-in-unit-of-another-community",
        severity: Error,
        scope: Dataset,
        records: [Case],
        title: "办件的所属单元在其他社区" / "a case in a subdivision of another community",
        why: "办件按社区和单元两级统计；两者不在一处，两边的数字都不准"
            / "cases are counted by community and by unit; where the two lie apart both counts are wrong",
        message: "所属单元不在办件的所属社区内" / "the subdivision lies in another community than the case",
        advice: "请对照受理登记核对所属社区和所属单元，改正选错的一项；单元已划归其他社区的，在单元记录中更新"
            / "compare community and unit with the register of cases and correct the one that is wrong; where the unit has moved to another community correct its own record",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// What a record says of a unit below a community.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfUnit {
    /// It is there.
    Own {
        kind: Option<u8>,
        community: Option<u64>,
        households: Option<u64>,
        mark: Mark,
        parent: Option<Mark>,
    },
    /// Another lies in it.
    Child { kind: Option<u8>, community: Option<u64>, households: Option<u64>, is_active: bool },
    /// A case belongs to it.
    Case { community: u64 },
}

/// What is wrong with the parent of a unit, unless both stand in a circle.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfParent {
    CannotHold { phrase: Phrase, parent: Source },
    Elsewhere { parent: Source },
    InCircle,
}

fn number(code: Slot<CommunityCode>) -> Option<u64> {
    code.known()?.as_str().parse().ok()
}

/// A unit, its parent and its community.
pub(super) fn subdivision(view: &SubdivisionView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let kind = view.kind.known().map(|kind| kind as u8);
    let (community, households) = (number(view.community), view.households.known().map(Count::get));
    if let Slot::Known(id) = id {
        let mark = |reference: &str| facts.mark(Kind::Subdivision, reference);
        let (mark, parent) = (mark(id), view.parent.known().map(mark));
        let key = facts.group(Topic::Unit, Kind::Subdivision, id);
        facts.put(Topic::Unit, key, &OfUnit::Own { kind, community, households, mark, parent });
    }
    let is_active = view.status == Slot::Known(EntityStatus::Active);
    let child = OfUnit::Child { kind, community, households, is_active };
    facts.tell(Topic::Unit, Kind::Subdivision, view.parent, &child);
    let of_villagers = match view.kind {
        Slot::Known(SubdivisionKind::VillagersGroup) => true,
        Slot::Known(SubdivisionKind::ResidentsGroup) => false,
        _ => return,
    };
    communities::tell(view.community, &OfCommunity::Group { of_villagers }, facts);
}

/// The unit of a case.
pub(super) fn case(view: &CaseView<'_>, facts: &mut Facts<'_>) {
    if let Some(community) = number(view.community) {
        facts.tell(Topic::Unit, Kind::Subdivision, view.subdivision, &OfUnit::Case { community });
    }
}

fn kind(number: Option<u8>) -> Option<SubdivisionKind> {
    SubdivisionKind::all().get(usize::from(number?)).copied()
}

/// What a unit can lie in, where that is not its parent.
const fn cannot_lie_in(child: SubdivisionKind, parent: SubdivisionKind) -> Option<Phrase> {
    use SubdivisionKind::{Building, Courtyard, Doorway, Grid, Hamlet, ResidentsGroup, VillagersGroup};
    let (can, phrase) = match child {
        Doorway => (matches!(parent, Building), Phrase::DoorwayInUnit),
        Building => {
            let can = matches!(parent, Courtyard | ResidentsGroup | VillagersGroup | Hamlet | Grid);
            (can, Phrase::BuildingInUnit)
        }
        Courtyard => (matches!(parent, ResidentsGroup | VillagersGroup | Grid), Phrase::CourtyardInUnit),
        Hamlet => (matches!(parent, VillagersGroup | Grid), Phrase::HamletInUnit),
        ResidentsGroup | VillagersGroup => (matches!(parent, Grid), Phrase::GroupInUnit),
        Grid => (false, Phrase::GridInUnit),
    };
    if can { None } else { Some(phrase) }
}

/// COM014, COM015, COM017 and SVC019.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfUnit>();
    let own = facts.iter().find_map(|Fact { source, fact }| match *fact {
        OfUnit::Own { kind, community, households, mark, parent } => {
            Some((*source, kind, community, households, mark, parent))
        }
        _ => None,
    });
    let Some((own, own_kind, own_community, own_households, mark, parent)) = own else { return };
    let (mut held, mut children): (u64, Vec<Source>) = (0, Vec::new());
    for Fact { source, fact } in &facts {
        match *fact {
            OfUnit::Own { .. } => {}
            OfUnit::Case { community } => {
                if own_community.is_some_and(|own| own != community) {
                    verdicts.find(&SVC019, *source, "/subdivision", Said::NOTHING, [own]);
                }
            }
            OfUnit::Child { kind: child, community, households, is_active } => {
                let kinds = kind(child).zip(kind(own_kind));
                if let Some(phrase) = kinds.and_then(|(child, parent)| cannot_lie_in(child, parent)) {
                    verdicts.pass(
                        3,
                        Topic::Parent,
                        *source,
                        &[],
                        &OfParent::CannotHold { phrase, parent: own },
                    );
                }
                if community.zip(own_community).is_some_and(|(child, parent)| child != parent) {
                    verdicts.pass(3, Topic::Parent, *source, &[], &OfParent::Elsewhere { parent: own });
                }
                children.push(*source);
                if is_active {
                    held = held.saturating_add(households.unwrap_or_default());
                }
            }
        }
    }
    if own_households.is_some_and(|own| held > own) {
        verdicts.find(&COM017, own, "/households", Said::NOTHING, children.iter().copied());
    }
    if let Some(parent) = parent.filter(|_| !children.is_empty()) {
        circles::link(Kind::Subdivision, own, mark, parent, verdicts);
    }
}

/// Says that a unit stands in a circle of parents, of which nothing else is said.
pub(super) fn in_circle(unit: Source, verdicts: &mut Verdicts<'_>) {
    verdicts.pass(3, Topic::Parent, unit, &[], &OfParent::InCircle);
}

/// COM014 and COM015 on one unit.
pub(super) fn judge_parent(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfParent>();
    if facts.iter().any(|fact| matches!(fact.fact, OfParent::InCircle)) {
        return;
    }
    for Fact { source, fact } in facts {
        match fact {
            OfParent::CannotHold { phrase, parent } => {
                verdicts.find(&COM014, source, "/parent", phrase, [parent]);
            }
            OfParent::Elsewhere { parent } => {
                verdicts.find(&COM015, source, "/parent", Phrase::ParentElsewhere, [parent]);
            }
            OfParent::InCircle => {}
        }
    }
}

/// COM018 in a community.
pub(super) fn judge_groups(own: &communities::Own, facts: &[Fact<OfCommunity>], verdicts: &mut Verdicts<'_>) {
    for Fact { source, fact } in facts {
        let OfCommunity::Group { of_villagers } = fact else { continue };
        let is_wrong = match own.kind {
            Some(CommunityKind::Urban) => *of_villagers,
            Some(CommunityKind::Rural) => !of_villagers,
            _ => false,
        };
        if is_wrong {
            verdicts.find(&COM018, *source, "/kind", Said::NOTHING, [own.source]);
        }
    }
}
