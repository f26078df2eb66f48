//! The activities of a community, each on a day of its own.

use super::day::Day;
use super::random::{Purpose, Random};
use super::site::Site;
use super::tables::lunar::{self, Festival};

/// Days before the reference date from which activities are known.
const DAYS: i32 = 730;
/// Days after it for which they are planned.
const PLANNED_DAYS: i32 = 45;

/// A sort of activity: kind, names, categories of service, beneficiaries, and when it is held.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sort {
    pub(super) kind: &'static str,
    /// The name in town, and in villages.
    names: [&'static str; 2],
    pub(super) categories: &'static [&'static str],
    pub(super) beneficiaries: &'static [&'static str],
    /// Minutes of the day at which it may begin.
    begins: &'static [i32],
    /// The months in which it is held.
    months: (i32, i32),
}

impl Sort {
    pub(super) const fn name(&self, rural: bool) -> &'static str {
        self.names[rural as usize]
    }
}

type Codes = &'static [&'static str];

const fn sort(
    kind: &'static str,
    names: [&'static str; 2],
    (categories, beneficiaries): (Codes, Codes),
    begins: &'static [i32],
    months: (i32, i32),
) -> Sort {
    Sort { kind, names, categories, beneficiaries, begins, months }
}

const MORNING: &[i32] = &[510, 540, 540, 570];
const DAYTIME: &[i32] = &[510, 540, 570, 840, 870, 900];
const AFTERNOON: &[i32] = &[840, 870, 900];
const EVENING: &[i32] = &[1110, 1140];
/// After school.
const HALF_PAST_FOUR: &[i32] = &[990];
const ALWAYS: (i32, i32) = (1, 12);

/// Sorts of activities with their weights; the spread is a guess, led by what communities announce.
#[rustfmt::skip]
const SORTS: [(Sort, u32); 22] = [
    (sort("volunteer", ["独居老人探访", "留守老人探访"], (&["0001", "0017"], &["03"]), DAYTIME, ALWAYS), 12),
    (sort("volunteer", ["便民服务日（理发、磨刀、修伞）", "赶集日便民服务"], (&["0001"], &["10", "11"]), MORNING, ALWAYS), 9),
    (sort("volunteer", ["文明交通劝导", "乡村道路安全劝导"], (&["0011", "0010"], &["11"]), &[450, 1020], ALWAYS), 8),
    (sort("volunteer", ["义诊进社区", "义诊进村"], (&["0004"], &["03", "08"]), MORNING, ALWAYS), 6),
    (sort("volunteer", ["平安巡逻", "村庄夜间巡逻"], (&["0009"], &["11"]), EVENING, ALWAYS), 7),
    (sort("volunteer", ["反诈和禁毒宣传", "反诈和禁毒宣传"], (&["0009", "0014"], &["11"]), DAYTIME, ALWAYS), 4),
    (sort("mutual_aid", ["邻里互助日", "邻里换工互助"], (&["0001"], &["03", "04"]), DAYTIME, ALWAYS), 6),
    (sort("neighbour", ["楼院茶话会", "院坝茶话会"], (&["0001"], &["11"]), AFTERNOON, ALWAYS), 4),
    (sort("culture", ["合唱团排演", "文艺队排演"], (&["0008"], &["11"]), EVENING, ALWAYS), 5),
    (sort("education", ["老年人智能手机课堂", "老年人智能手机课堂"], (&["0007", "0003"], &["03"]), AFTERNOON, ALWAYS), 6),
    (sort("minors", ["四点半课堂", "留守儿童四点半课堂"], (&["0003"], &["01"]), HALF_PAST_FOUR, ALWAYS), 8),
    (sort("fitness", ["健步走", "健步走"], (&["0015"], &["11"]), MORNING, (3, 11)), 4),
    (sort("heritage", ["老街故事整理", "村史资料整理"], (&["0008"], &["11"]), AFTERNOON, ALWAYS), 1),
    (sort("morality", ["好家风分享会", "好婆婆好媳妇评议会"], (&["0010"], &["11"]), AFTERNOON, ALWAYS), 2),
    (sort("counselling", ["心理健康讲座", "心理健康讲座"], (&["0004", "0017"], &["02", "03"]), AFTERNOON, ALWAYS), 2),
    (sort("environment", ["小区清洁日", "村庄清洁日"], (&["0006"], &["11"]), MORNING, ALWAYS), 10),
    (sort("tree_planting", ["义务植树", "义务植树"], (&["0006"], &["11"]), MORNING, (3, 4)), 4),
    (sort("emergency_drill", ["消防疏散演练", "防汛避险演练"], (&["0012", "0013"], &["11"]), DAYTIME, (3, 11)), 4),
    (sort("emergency_relief", ["防汛抢险值守", "防汛抢险值守"], (&["0013"], &["11"]), DAYTIME, (6, 9)), 5),
    (sort("exchange", ["闲置物品交换集市", "闲置物品交换集市"], (&["0006", "0001"], &["11"]), MORNING, ALWAYS), 2),
    (sort("charity", ["冬衣募集", "冬衣募集"], (&["0002", "0017"], &["06"]), DAYTIME, (10, 12)), 6),
    (sort("democratic", ["居民议事会", "村民议事会"], (&[], &["11"]), EVENING, ALWAYS), 3),
];

/// What is done for a festival: its code, when it is held by days from the festival's own, and what it is. The neighbours' day is
/// kept on the fourth Saturday of May, as where communities introduced it.
struct Custom {
    code: &'static str,
    festival: Option<Festival>,
    days: (i32, i32),
    sort: Sort,
}

#[rustfmt::skip]
const CUSTOMS: [Custom; 7] = [
    Custom { code: "spring_festival", festival: Some(Festival::Spring), days: (-12, -4), sort: sort("festival", ["迎新春写春联", "迎新春写春联"], (&["0008"], &["11"]), MORNING, ALWAYS) },
    Custom { code: "spring_festival", festival: Some(Festival::Spring), days: (-8, -2), sort: sort("festival", ["春节慰问困难家庭", "春节慰问困难家庭"], (&["0001", "0002"], &["06"]), DAYTIME, ALWAYS) },
    Custom { code: "other", festival: Some(Festival::Spring), days: (13, 14), sort: sort("festival", ["元宵节猜灯谜", "元宵节猜灯谜"], (&["0008"], &["11"]), EVENING, ALWAYS) },
    Custom { code: "qingming", festival: Some(Festival::Qingming), days: (-3, 0), sort: sort("festival", ["清明祭英烈", "清明祭英烈"], (&["0010"], &["11"]), MORNING, ALWAYS) },
    Custom { code: "dragon_boat", festival: Some(Festival::DragonBoat), days: (-3, 0), sort: sort("festival", ["端午邻里包粽子", "端午包粽子送老人"], (&["0001", "0008"], &["11"]), MORNING, ALWAYS) },
    Custom { code: "mid_autumn", festival: Some(Festival::MidAutumn), days: (-4, 0), sort: sort("festival", ["中秋邻里联欢", "中秋邻里联欢"], (&["0008"], &["11"]), EVENING, ALWAYS) },
    Custom { code: "neighbours_day", festival: None, days: (0, 0), sort: sort("festival", ["邻居节百家宴", "邻居节百家宴"], (&["0001", "0008"], &["11"]), MORNING, ALWAYS) },
];

/// The fourth Saturday of May.
const fn neighbours_day(year: i32) -> Day {
    let first = Day::new(year, 5, 1);
    // the first day of 1970 was a Thursday
    let to_saturday = (2 - first.0).rem_euclid(7);
    first.plus(to_saturday + 21)
}

impl Custom {
    /// The days of a span of time on which it may be held; none where the festival is not then.
    fn within(&self, (first, last): (Day, Day)) -> Option<(Day, Day)> {
        (first.year()..=last.year()).find_map(|year| {
            let day = match self.festival {
                Some(festival) => lunar::day(festival, year)?,
                None => neighbours_day(year),
            };
            let (from, until) = (day.plus(self.days.0).max(first), day.plus(self.days.1).min(last));
            (from <= until).then_some((from, until))
        })
    }
}

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

    pub(super) fn is_outdoors(&self) -> bool {
        matches!(
            self.sort.kind,
            "volunteer"
                | "mutual_aid"
                | "environment"
                | "tree_planting"
                | "fitness"
                | "emergency_drill"
                | "emergency_relief"
        )
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
    let customs: Vec<_> =
        CUSTOMS.iter().filter_map(|custom| Some((custom, custom.within((first, last))?))).collect();
    let custom = (!customs.is_empty() && random.percent(70)).then(|| random.of(&customs));
    let (from, until) = custom.map_or((first, last), |custom| custom.1);
    let day = Day(random.between(from.0, until.0));
    let sort = custom.map_or_else(|| in_season(day, random), |custom| custom.0.sort);
    let begins = random.of(sort.begins);
    Event {
        id: site.id("act", &format!("{:03}", number + 1)),
        sort,
        festival: custom.map(|custom| custom.0.code),
        day,
        begins,
        ends: begins
            + random.of(if begins >= 960 { &[90, 120, 120] } else { &[90, 120, 120, 150, 180, 180] }),
        status: if random.per_mille(25) { "cancelled" } else { "completed" },
        is_volunteers_own: sort.kind == "volunteer" && random.percent(70),
    }
}

/// A sort that is held at that time of the year.
fn in_season(day: Day, random: &mut Random) -> Sort {
    let (_, month, _) = day.parts();
    loop {
        let sort: Sort = random.weighted(&SORTS);
        if (sort.months.0..=sort.months.1).contains(&month) {
            return sort;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_neighbours_day_is_a_saturday() {
        for (year, day) in [(2024, 25), (2025, 24), (2026, 23), (2027, 22)] {
            assert_eq!(neighbours_day(year), Day::new(year, 5, day));
        }
    }

    #[test]
    fn festivals_are_kept_on_their_days() {
        let spans =
            [("2026-02-01", "2026-03-10", "spring_festival"), ("2026-06-10", "2026-06-30", "dragon_boat")];
        for (first, last, code) in spans {
            let span = (Day::parse(first).unwrap(), Day::parse(last).unwrap());
            assert!(CUSTOMS.iter().any(|custom| custom.code == code && custom.within(span).is_some()));
        }
        let autumn = CUSTOMS.iter().find(|custom| custom.code == "mid_autumn").unwrap();
        assert_eq!(autumn.within((Day::new(2026, 9, 1), Day::new(2026, 9, 20))), None);
        let span = (Day::new(2026, 9, 1), Day::new(2026, 9, 24));
        assert_eq!(autumn.within(span), Some((Day::new(2026, 9, 21), Day::new(2026, 9, 24))));
    }
}
