//! The activities of a community, each on a day of its own.

use super::day::Day;
use super::random::{Purpose, Random};
use super::site::Site;

/// Days before the reference date from which activities are known.
const DAYS: i32 = 730;
/// Days after it for which they are planned.
const PLANNED_DAYS: i32 = 45;

/// A sort of activity: kind, names, categories of service, beneficiaries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sort {
    pub(super) kind: &'static str,
    pub(super) name: &'static str,
    pub(super) categories: &'static [&'static str],
    pub(super) beneficiaries: &'static [&'static str],
}

const fn sort(
    kind: &'static str,
    name: &'static str,
    categories: &'static [&'static str],
    beneficiaries: &'static [&'static str],
) -> Sort {
    Sort { kind, name, categories, beneficiaries }
}

/// Sorts of activities with their weights; the spread is a guess, led by what communities announce.
#[rustfmt::skip]
const SORTS: [(Sort, u32); 22] = [
    (sort("volunteer", "独居老人探访", &["0001", "0017"], &["03"]), 12),
    (sort("volunteer", "便民理发磨刀修伞", &["0001"], &["10", "11"]), 9),
    (sort("volunteer", "文明交通劝导", &["0011", "0010"], &["11"]), 8),
    (sort("volunteer", "义诊进社区", &["0004"], &["03", "08"]), 6),
    (sort("volunteer", "平安巡逻", &["0009"], &["11"]), 7),
    (sort("volunteer", "反诈和禁毒宣传", &["0009", "0014"], &["11"]), 4),
    (sort("mutual_aid", "邻里互助日", &["0001"], &["03", "04"]), 6),
    (sort("neighbour", "楼院茶话会", &["0001"], &["10"]), 4),
    (sort("culture", "社区合唱排演", &["0008"], &["11"]), 5),
    (sort("education", "老年智能手机课堂", &["0007", "0003"], &["03"]), 6),
    (sort("minors", "四点半课堂", &["0003"], &["01"]), 8),
    (sort("fitness", "健步走", &["0015"], &["11"]), 4),
    (sort("heritage", "老街故事整理", &["0008"], &["11"]), 1),
    (sort("morality", "好家风分享会", &["0010"], &["11"]), 2),
    (sort("counselling", "心理疏导沙龙", &["0004", "0017"], &["02", "03"]), 2),
    (sort("environment", "小区清洁日", &["0006"], &["11"]), 10),
    (sort("tree_planting", "补种护绿", &["0006"], &["11"]), 2),
    (sort("emergency_drill", "消防疏散演练", &["0012", "0013"], &["11"]), 4),
    (sort("emergency_relief", "防汛抢险值守", &["0013"], &["11"]), 2),
    (sort("exchange", "旧物交换集市", &["0006", "0001"], &["11"]), 2),
    (sort("charity", "冬衣募集", &["0002", "0017"], &["06"]), 3),
    (sort("democratic", "楼道议事会", &[], &["10"]), 3),
];

/// Festivals by month: their code and what is done.
const FESTIVALS: [(i32, &str, &str); 6] = [
    (1, "spring_festival", "迎新春写春联"),
    (2, "spring_festival", "新春慰问"),
    (4, "qingming", "清明祭英烈"),
    (6, "dragon_boat", "端午邻里包粽子"),
    (9, "mid_autumn", "中秋邻里团圆"),
    (10, "neighbours_day", "邻居节百家宴"),
];

/// An activity.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) id: String,
    pub(super) sort: Sort,
    pub(super) festival: Option<&'static str>,
    pub(super) day: Day,
    /// Minutes of the day.
    pub(super) begins: i32,
    pub(super) ends: i32,
    pub(super) status: &'static str,
    /// Whether volunteers hold it by themselves, not the committee.
    pub(super) is_volunteers_own: bool,
}

impl Event {
    /// The organisation that holds it, and so records.
    pub(super) fn organiser(&self, site: &Site<'_>) -> String {
        site.organisation(if self.is_volunteers_own { "team" } else { "committee" })
    }

    /// Whether minors must not help.
    pub(super) fn is_relief(&self) -> bool {
        self.sort.kind == "emergency_relief"
    }
}

/// The activities of a community, in the order of their days.
pub(super) fn of(site: &Site<'_>) -> Vec<Event> {
    let mut random = site.random(Purpose::Activities);
    let (past, planned) =
        if site.is_rural() { (random.between(16, 28), 2) } else { (random.between(24, 56), 4) };
    let from = site.as_of().plus(-DAYS);
    let mut events: Vec<Event> =
        (0..past).map(|number| one(site, number, span(from, DAYS, past, number), &mut random)).collect();
    let from = site.as_of().plus(2);
    events.extend((0..planned).map(|number| {
        let event = one(site, past + number, span(from, PLANNED_DAYS, planned, number), &mut random);
        Event { status: random.of(&["recruiting", "planned", "recruiting"]), ..event }
    }));
    events
}

/// One of equal parts of some days, so that each activity has a day of its own.
const fn span(from: Day, days: i32, parts: i32, part: i32) -> (Day, Day) {
    (from.plus(days * part / parts), from.plus(days * (part + 1) / parts - 1))
}

fn one(site: &Site<'_>, number: i32, (first, last): (Day, Day), random: &mut Random) -> Event {
    let day = Day(random.between(first.0, last.0));
    let begins = random.of(&[510, 540, 540, 570, 840, 870, 900, 1140]);
    let festival = FESTIVALS.iter().find(|row| row.0 == day.parts().1).filter(|_| random.percent(45));
    let sort = match festival {
        Some((_, _, name)) => sort("festival", name, &["0001", "0008"], &["11"]),
        None => random.weighted(&SORTS),
    };
    Event {
        id: site.id("act", &format!("{:03}", number + 1)),
        sort,
        festival: festival.map(|row| row.1),
        day,
        begins,
        ends: begins + random.of(&[90, 120, 120, 150, 180, 180, 240]),
        status: if random.per_mille(25) { "cancelled" } else { "completed" },
        is_volunteers_own: sort.kind == "volunteer" && random.percent(70),
    }
}
