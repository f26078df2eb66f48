//! COM014, COM015, COM017, COM018 and SVC019: groups, hamlets, courtyards, buildings, doorways and grids of a community.

use crate::Words;
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

/// COM014 by the kind of the unit that has the parent.
const GRID_IN_UNIT: Words =
    Words::new("网格直属社区，不设上级单元", "a grid belongs to its community and has no parent");
const GROUP_IN_UNIT: Words = Words::new(
    "村民小组、居民小组的上级单元只能为网格",
    "a villagers' or residents' group lies in a grid alone",
);
const HAMLET_IN_UNIT: Words =
    Words::new("村落的上级单元应为村民小组或网格", "a hamlet lies in a villagers' group or a grid");
const COURTYARD_IN_UNIT: Words = Words::new(
    "院落的上级单元应为村民小组、居民小组或网格",
    "a courtyard lies in a villagers' or residents' group or a grid",
);
const BUILDING_IN_UNIT: Words = Words::new(
    "楼座的上级单元应为院落、村落、村民小组、居民小组或网格",
    "a building lies in a courtyard, a hamlet, a group or a grid",
);
const DOORWAY_IN_UNIT: Words = Words::new("门栋的上级单元应为楼座", "a doorway lies in a building");

/// COM015.
const PARENT_ELSEWHERE: Words = Words::new("上级单元属于其他社区", "it lies in another community");
const PARENTS_IN_CIRCLE: Words =
    Words::new("逐级向上又回到本单元，相互循环", "from parent to parent the way leads back to this unit");
