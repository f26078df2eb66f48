//! COM007, COM013 and FAC007: the figures of a community against the law and against its records.

use std::collections::BTreeMap;

use jiff::civil;

use super::communities::{self, OfCommunity};
use super::facts::{Facts, Standing};
use super::natural_keys::{self, REF003};
use super::verdict::{Fact, Said, Verdicts};
use super::{Mark, Phrase, Source, Topic, civil_day, day};
use crate::Kind;
use crate::codes::{CommunityKind, EntityStatus, FacilityKind};
use crate::field::{Count, Slot};
use crate::model::{FacilityView, StatisticsView};
use crate::rule::{Basis, Document, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&COM007, &COM013, &FAC007];

rule! {
    /// The law says how many households a residents' committee is for; far from it the figure is wrong or the community due for a change.
    pub static COM007 = {
        name: "households-outside-legal-range",
        severity: Warning,
        scope: Dataset,
        records: [Community, Statistics],
        title: "社区户数超出法定范围" / "households outside the law's range",
        why: "法律规定了设立居民委员会的户数范围；超出的，多为户数录错，或社区规模需要调整"
            / "the law says for how many households a residents' committee is set up; outside of it the figure is mistyped, or the community due for a change",
        message: "居民委员会一般在{range}户的范围内设立，最近一期统计的户数不在其内"
            / "a residents' committee is as a rule for {range} households, and the latest statistics lie outside",
        advice: "请对照户籍和入户登记核对户数；户数属实的，可不作修改，社区规模是否调整由县（市、区）政府决定"
            / "compare the households with the register; a right figure may stay: whether the community changes is for the county or district to decide",
        basis: [
            Basis::clause(Document::Residents1989, "6")
                .quote("一般在一百户至七百户的范围内设立")
                .from("1990-01-01")
                .to("2018-12-29"),
            Basis::clause(Document::Residents2018, "6")
                .quote("一般在一百户至七百户的范围内设立")
                .from("2018-12-29")
                .to("2026-01-01"),
            Basis::clause(Document::Residents2025, "3").from("2026-01-01"),
        ],
        in_force: "1990-01-01"..,
        params: ["range"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A figure that is reported and records that can be counted say one thing.
    pub static COM013 = {
        name: "registered-volunteers-and-records",
        severity: Warning,
        scope: Dataset,
        records: [Statistics],
        title: "登记志愿者数与志愿者记录不符" / "registered volunteers differ from the volunteer records",
        why: "志愿者注册率按这一数字计算；与志愿者记录对不上，注册率就没有依据"
            / "the rate of registration rests on this figure; where the records of volunteers say another it rests on nothing",
        message: "注册志愿者人数与统计时点在册的志愿者记录数不一致"
            / "the registered volunteers are not as many as the records of volunteers registered in the community on that day",
        advice: "请核对统计口径和志愿者记录：注册社区、注册日期、注销日期录错的，改正志愿者记录；漏报或人数过时的，补报或更新统计"
            / "check how the figure was taken and the records behind it: correct community and days of registration and withdrawal, add records that were left out, or bring the figure up to date",
        basis: [Basis::policy("3.2", "实现社区志愿者注册率占居民人口10%以上的目标")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// One centre for each rural community; a second is an old one that was not closed in the data, or another kind of facility.
    pub static FAC007 = {
        name: "second-rural-centre",
        severity: Warning,
        scope: Dataset,
        records: [Facility],
        title: "农村社区有多个在用的服务中心" / "more than one active rural service centre",
        why: "政策文件要求每个农村社区有一个统一标识的综合性社区服务中心；多出来的，多为旧址未停用或类型选错，覆盖率会重复计算"
            / "the policy wants one centre in every rural community; a second is mostly an old one that was not closed, or of another kind, and is counted twice",
        message: "同一农村社区已有一个在用的农村综合性社区服务中心"
            / "the rural community has another active rural service centre",
        advice: "请实地核对：已搬迁停用的旧址，状态改为停用；属于服务站、活动室等的，改正设施类型；同一中心登记两次的，合并为一条；一社区确有多处的，可不作修改"
            / "look at the place: set an old one to suspended, correct the kind of a station or an activity room, merge two records of one centre; where there really are two they may stay",
        basis: [Basis::policy("3.5", "每个社区应有一个统一标识的综合性社区服务中心")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// The law of a day on the households of a residents' committee, and its words.
const RANGES: [(civil::Date, std::ops::RangeInclusive<u64>, Phrase); 2] = [
    (civil::date(2026, 1, 1), 1000..=3000, Phrase::HouseholdsFrom2026),
    (civil::date(1990, 1, 1), 100..=700, Phrase::HouseholdsUntil2026),
];

/// The figures of a community on a day.
pub(super) fn statistics(view: &StatisticsView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let figures = OfCommunity::Figures {
        on: view.as_of.known().map(day),
        households: view.households.known().map(Count::get),
        volunteers: view.registered_volunteers.known().map(Count::get),
        mark: id.known().map(|id| facts.mark(Kind::Statistics, id)),
    };
    // they are compared with one another where there are no communities too
    if let Slot::Known(code) = view.community {
        let key = communities::key(code, facts);
        facts.put(Topic::Community, key, &figures);
    }
}

/// A rural service centre in use.
pub(super) fn facility(view: &FacilityView<'_>, facts: &mut Facts<'_>) {
    let is_centre = view.kind == Slot::Known(FacilityKind::RuralServiceCentre);
    if is_centre && view.status == Slot::Known(EntityStatus::Active) {
        communities::tell(view.community, &OfCommunity::Centre, facts);
    }
}

/// COM007, COM013, FAC007, and REF003 on figures.
pub(super) fn judge(
    own: Option<&communities::Own>,
    facts: &[Fact<OfCommunity>],
    verdicts: &mut Verdicts<'_>,
) {
    let figures: Vec<Figures> = facts.iter().filter_map(Figures::of).collect();
    judge_days(&figures, verdicts);
    if verdicts.held.has(Kind::Volunteer) && verdicts.held.has(Kind::Community) {
        judge_volunteers(&figures, facts, verdicts);
    }
    let Some(own) = own else { return };
    judge_households(own, &figures, verdicts);
    if own.kind == Some(CommunityKind::Rural) {
        let centre =
            |fact: &Fact<OfCommunity>| matches!(fact.fact, OfCommunity::Centre).then_some(fact.source);
        let centres: Vec<Source> = facts.iter().filter_map(centre).collect();
        for centre in centres.iter().skip(1) {
            let others = centres.iter().filter(|other| *other != centre).copied();
            verdicts.find(&FAC007, *centre, "/kind", Said::NOTHING, others);
        }
    }
}

/// The figures of one day.
#[derive(Clone, Copy)]
struct Figures {
    source: Source,
    on: Option<i32>,
    households: Option<u64>,
    volunteers: Option<u64>,
    mark: Option<Mark>,
}

impl Figures {
    const fn of(Fact { source, fact }: &Fact<OfCommunity>) -> Option<Self> {
        match *fact {
            OfCommunity::Figures { on, households, volunteers, mark } => {
                Some(Self { source: *source, on, households, volunteers, mark })
            }
            _ => None,
        }
    }
}

/// REF003: two records of one community and day.
fn judge_days(figures: &[Figures], verdicts: &mut Verdicts<'_>) {
    let mut by_day: BTreeMap<i32, Vec<(Source, Option<Mark>)>> = BTreeMap::new();
    for figures in figures {
        if let Some(on) = figures.on {
            by_day.entry(on).or_default().push((figures.source, figures.mark));
        }
    }
    for owners in by_day.values() {
        natural_keys::repeated(owners, &REF003, "/as_of", verdicts);
    }
}

/// COM007 on the latest figures of an active urban or converted community.
fn judge_households(own: &communities::Own, figures: &[Figures], verdicts: &mut Verdicts<'_>) {
    let is_bound = matches!(own.kind, Some(CommunityKind::Urban | CommunityKind::Converted));
    if !is_bound || own.standing != Standing::Active {
        return;
    }
    let as_of = verdicts.context.as_of;
    let Some((_, range, words)) = RANGES.iter().find(|(from, ..)| *from <= as_of) else { return };
    let until = civil_day(as_of);
    let is_there = |figures: &&Figures| figures.on.is_some_and(|on| on <= until);
    // of two on one day the first
    let latest = figures.iter().filter(is_there).rev().max_by_key(|figures| figures.on);
    if let Some(latest) = latest
        && latest.households.is_some_and(|households| !range.contains(&households))
    {
        verdicts.find(&COM007, latest.source, "/households", *words, [own.source]);
    }
}

/// COM013.
fn judge_volunteers(figures: &[Figures], facts: &[Fact<OfCommunity>], verdicts: &mut Verdicts<'_>) {
    let registration = |fact: &Fact<OfCommunity>| match fact.fact {
        OfCommunity::Registered(registration) => Some(registration),
        _ => None,
    };
    let registrations: Vec<_> = facts.iter().filter_map(registration).collect();
    if registrations.iter().any(|registration| registration.from.is_none()) {
        return;
    }
    for figures in figures {
        let (Some(on), Some(said)) = (figures.on, figures.volunteers) else { continue };
        let is_there = |registration: &&communities::Registration| {
            registration.is_whole
                && registration.from.is_some_and(|from| from <= on)
                && registration.until.is_none_or(|until| until > on)
        };
        if registrations.iter().filter(is_there).count() as u64 != said {
            verdicts.find(&COM013, figures.source, "/registered_volunteers", Said::NOTHING, []);
        }
    }
}
