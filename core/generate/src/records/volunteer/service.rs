//! Service: when a volunteer served, how long, and in which activity.

use super::super::super::day::Day;
use super::super::super::events::Event;
use super::super::super::output::Output;
use super::super::super::random::Random;
use super::super::super::site::Site;
use shequ::Kind;

/// Records are known for three years.
const DAYS: i32 = 3 * 365;

/// How many records those have who serve at all, in a thousand of them. As the national system shows it, a few serve most: those
/// with more than thirty records are a thirtieth of the registered and have two thirds of the hours. With the hours of a record
/// that is about 13 hours for each who is registered (the national system had 13.85 in 2017, DOMAIN 7.3).
const RECORDS: [((i32, i32), u32); 9] = [
    ((1, 1), 300),
    ((2, 3), 220),
    ((4, 6), 160),
    ((7, 12), 130),
    ((13, 30), 105),
    ((31, 80), 55),
    ((81, 200), 21),
    ((201, 420), 7),
    ((421, 540), 2),
];
/// Of a hundred volunteers those who never served in the time that is known.
const NEVER: u32 = 55;
/// From so many records on somebody serves for half a day or more at a time.
const BUSY: i32 = 200;

/// One service.
#[derive(Clone, Debug)]
pub(in super::super::super) struct Served {
    pub(in super::super::super) day: Day,
    begins: i32,
    minutes: i32,
    /// The activity by its place among those of the community.
    event: Option<usize>,
    /// Hundredths.
    pub(super) hours: i64,
    status: &'static str,
}

impl Served {
    /// Whether it counts.
    pub(super) fn is_effective(&self) -> bool {
        self.status == "effective"
    }
}

/// Fills in the services between two days, each on a day of its own.
pub(super) fn serve(
    site: &Site<'_>,
    (registered, last, adult): (Day, Day, Day),
    served: &mut Vec<Served>,
    random: &mut Random,
) {
    served.clear();
    let first = registered.max(site.as_of().plus(-DAYS));
    let days = last.0 - first.0 + 1;
    if random.percent(NEVER) || days < 1 {
        return;
    }
    let (least, most) = random.weighted(&RECORDS);
    // a service every other day at most
    let number = random.between(least, most).min((days + 1) / 2);
    for part in 0..number {
        let from = first.plus(days * part / number);
        let until = first.plus(days * (part + 1) / number - 1);
        served.push(one(site, (from, until.max(from)), adult, number > BUSY, random));
    }
}

fn one(site: &Site<'_>, (from, until): (Day, Day), adult: Day, is_busy: bool, random: &mut Random) -> Served {
    let status = random.weighted(&[("effective", 945), ("pending", 25), ("rejected", 20), ("deleted", 10)]);
    let start = site.events.partition_point(|event| event.day < from);
    let suits = |event: &&Event| {
        event.day <= until && event.status == "completed" && (!event.is_relief() || event.day >= adult)
    };
    let event = site.events.get(start).filter(suits).filter(|_| random.percent(65));
    if let Some(event) = event {
        // some come later or leave earlier
        let late = random.weighted(&[(0, 80), (10, 12), (30, 8)]);
        let minutes = event.ends - event.begins - late;
        return Served::new(event.day, event.begins + late, minutes, Some(start), status);
    }
    let day = Day(random.between(from.0, until.0));
    let begins = random.of(&[480, 510, 540, 540, 570, 840, 840, 870, 900, 1110]);
    let minutes = if is_busy {
        random.weighted(&[(120, 20), (180, 30), (240, 30), (300, 10), (360, 10)])
    } else {
        random.weighted(&[(60, 20), (90, 15), (120, 25), (150, 10), (180, 15), (210, 5), (240, 8), (47, 2)])
    };
    // until half past nine in the evening
    Served::new(day, begins, minutes.min(1290 - begins), None, status)
}

impl Served {
    fn new(day: Day, begins: i32, minutes: i32, event: Option<usize>, status: &'static str) -> Self {
        let hours = i64::from(minutes) * 100 / 60;
        Self { day, begins, minutes, event, hours, status }
    }
}

/// What is done by day, for whom.
const BY_DAY: [(&str, &str); 8] = [
    ("上门陪伴独居老人并打扫房间", "03"),
    ("路口文明引导", "11"),
    ("社区图书室值班", "11"),
    ("楼道清洁和垃圾分类引导", "11"),
    ("协助义诊登记", "08"),
    ("防火防盗入户宣传", "11"),
    ("为残疾人代购送物", "04"),
    ("为老年人代办事务", "03"),
];

/// What is done in the evening.
const IN_THE_EVENING: [(&str, &str); 3] =
    [("夜间平安巡逻", "11"), ("为儿童辅导作业", "01"), ("文艺活动秩序维护", "11")];

/// Writes the records of one volunteer.
pub(super) fn write(
    site: &Site<'_>,
    (volunteer, number): (&str, u32),
    served: &[Served],
    out: &mut Output,
    random: &mut Random,
) {
    for (index, service) in served.iter().enumerate() {
        let event = service.event.map(|event| &site.events[event]);
        out.record(Kind::ServiceRecord, |json| {
            let id = format!("rec-{}-{number:06}-{:03}", site.place.code, index + 1);
            site.head(json, &id, service.day, random);
            json.text("volunteer", volunteer);
            if let Some(event) = event {
                json.text("activity", &event.id);
            }
            json.text(
                "organisation",
                event.map_or_else(|| site.organisation("team"), |event| event.organiser(site)),
            );
            json.text("community", &site.place.code);
            json.moment("starts_at", service.day, service.begins);
            json.moment("ends_at", service.day, service.begins + service.minutes);
            json.hundredths("hours", service.hours);
            json.text(
                "hours_kind",
                if event.is_some() || random.percent(75) { "credit" } else { "honorary" },
            );
            if event.is_none() {
                let (content, group) =
                    if service.begins >= 1110 { random.of(&IN_THE_EVENING) } else { random.of(&BY_DAY) };
                json.text("content", content);
                json.texts("beneficiaries", &[group]);
            }
            json.text("recorded_by", &site.staff[site.staff.len() / 2].person.name);
            if service.is_effective() && random.percent(30) {
                json.text("rating", random.weighted(&[("5", 70), ("4", 24), ("3", 5), ("2", 1)]));
            }
            json.text("status", service.status);
        });
    }
}
