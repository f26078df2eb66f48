//! `meeting`: where residents decide, quarter by quarter, and what is convened for the next month.

use super::super::day::Day;
use super::super::json::Json;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::disclosure::{self, Quarter};
use shequ::Kind;

/// What is decided: topic, and what is voted on in town and in villages.
const MATTERS: [(&str, [&str; 2]); 6] = [
    ("public_affairs", ["楼道照明改造方案", "村内道路修补方案"]),
    ("facility", ["社区活动室开放办法", "村文化活动室开放办法"]),
    ("environment", ["小区环境整治方案", "村庄环境整治方案"]),
    ("service", ["年度居民服务项目", "年度村民服务项目"]),
    ("charter", ["居民公约修订稿", "村规民约修订稿"]),
    ("dispute", ["停车秩序公约", "灌溉用水轮灌办法"]),
];

/// What bodies that consult talk over: topic, title in town and in villages.
const CONSULTED: [(&str, [&str; 2]); 4] = [
    ("environment", ["小区垃圾分类投放点设置协商会", "村内垃圾收集点设置协商会"]),
    ("property", ["电动自行车充电棚选址协商会", "晾晒场地共用协商会"]),
    ("facility", ["无障碍通道改造协商会", "健身器材安放协商会"]),
    ("dispute", ["文明养犬协商会", "散养家禽管理协商会"]),
];

/// A meeting, but for what all have.
struct Meeting {
    id: String,
    organisation: String,
    kind: &'static str,
    day: Day,
    topics: Vec<&'static str>,
    title: String,
    /// Those who may come, and those who did.
    people: Option<(i32, i32)>,
    /// What was voted on, and adopted.
    subjects: Vec<String>,
    disclosure: Option<String>,
}

pub(in super::super) fn write(site: &Site<'_>, kind: Kind, out: &mut Output) {
    let random = &mut site.plan.random(Purpose::Decisions, site.index, 2);
    for quarter in disclosure::quarters(site) {
        record(site, kind, representatives(site, quarter, random), out, random);
        record(site, kind, members(site, quarter, random), out, random);
        if random.percent(60) {
            record(site, kind, consultation(site, quarter, random), out, random);
        }
    }
    if site.is_rural() {
        record(site, kind, assembly(site, random), out, random);
    }
    record(site, kind, next(site, random), out, random);
}

/// The representatives meet once a quarter, as the law asks of villages; they hear of the money where it is made public.
fn representatives(site: &Site<'_>, quarter: Quarter, random: &mut Random) -> Meeting {
    let (topic, subjects) = random.of(&MATTERS);
    let disclosure = quarter.finance(site);
    let mut subjects = vec![subjects[usize::from(site.is_rural())].to_owned()];
    let mut topics = vec![topic];
    if disclosure.is_some() {
        topics.push("finance");
        subjects.push(format!("{}财务收支情况", quarter.title()));
    }
    let entitled = site.representatives();
    Meeting {
        id: site.id("mtg", &format!("representatives-{}", quarter.name())),
        organisation: site.organisation("committee"),
        kind: representatives_kind(site),
        day: within(quarter, random),
        topics,
        title: format!("{}{}", quarter.title(), representatives_title(site)),
        people: Some((entitled, share(entitled, random.between(72, 97)))),
        subjects,
        disclosure,
    }
}

/// All members of the Party organisation.
fn members(site: &Site<'_>, quarter: Quarter, random: &mut Random) -> Meeting {
    Meeting {
        id: site.id("mtg", &format!("party-{}", quarter.name())),
        organisation: site.organisation("party"),
        kind: "party_members",
        day: within(quarter, random),
        topics: vec!["party"],
        title: format!("{}党员大会", quarter.title()),
        people: Some((site.party_members, share(site.party_members, random.between(80, 97)))),
        subjects: Vec::new(),
        disclosure: None,
    }
}

fn consultation(site: &Site<'_>, quarter: Quarter, random: &mut Random) -> Meeting {
    let (topic, titles) = random.of(&CONSULTED);
    let attended = random.between(8, 24);
    Meeting {
        id: site.id("mtg", &format!("consult-{}", quarter.name())),
        organisation: site.organisation("consult"),
        kind: "consultation",
        day: within(quarter, random),
        topics: vec![topic],
        title: titles[usize::from(site.is_rural())].to_owned(),
        people: Some((attended + random.between(0, 4), attended)),
        subjects: Vec::new(),
        disclosure: None,
    }
}

/// Villagers meet themselves once a year: more than half of those who are of age.
fn assembly(site: &Site<'_>, random: &mut Random) -> Meeting {
    let entitled = site.residents * 72 / 100;
    Meeting {
        id: site.id("mtg", "assembly"),
        organisation: site.organisation("committee"),
        kind: "villagers_assembly",
        day: site.as_of().plus(-random.between(20, 360)),
        topics: vec!["charter", "appraisal"],
        title: "村民会议：村规民约修订和村委会述职".to_owned(),
        people: Some((entitled, share(entitled, random.between(53, 78)) + 1)),
        subjects: vec!["村规民约修订稿".to_owned()],
        disclosure: None,
    }
}

/// One that is convened and has not been held.
fn next(site: &Site<'_>, random: &mut Random) -> Meeting {
    let title = if site.is_rural() { "村委会成员述职评议" } else { "居委会成员述职评议" };
    Meeting {
        id: site.id("mtg", "next"),
        organisation: site.organisation("committee"),
        kind: representatives_kind(site),
        day: site.as_of().plus(random.between(5, 30)),
        topics: vec!["appraisal"],
        title: title.to_owned(),
        people: None,
        subjects: Vec::new(),
        disclosure: None,
    }
}

fn representatives_kind(site: &Site<'_>) -> &'static str {
    if site.is_rural() { "villagers_representatives" } else { "residents_representatives" }
}

fn representatives_title(site: &Site<'_>) -> &'static str {
    if site.is_rural() { "村民代表会议" } else { "居民代表会议" }
}

fn within(quarter: Quarter, random: &mut Random) -> Day {
    Day(random.between(quarter.first.0 + 5, quarter.last.0))
}

/// A share in a hundred, rounded up.
const fn share(of: i32, percent: i32) -> i32 {
    (of * percent + 99) / 100
}

fn record(site: &Site<'_>, kind: Kind, meeting: Meeting, out: &mut Output, random: &mut Random) {
    let is_over = meeting.people.is_some();
    out.record(kind, |json| {
        site.head(json, &meeting.id, if is_over { meeting.day } else { site.established }, random);
        json.text("organisation", &meeting.organisation);
        json.text("community", &site.place.code);
        json.text("kind", meeting.kind);
        json.day("held_on", meeting.day);
        json.texts("topics", &meeting.topics);
        json.text("title", &meeting.title);
        if let Some((entitled, attended)) = meeting.people {
            json.number("entitled", entitled);
            json.number("attended", attended);
            if !meeting.subjects.is_empty() {
                json.list("decisions", |json| {
                    for subject in &meeting.subjects {
                        decision(site, (&meeting, subject), attended, json, random);
                    }
                });
            }
        }
        if let Some(disclosure) = &meeting.disclosure {
            json.text("disclosure", disclosure);
        }
        json.text("status", if is_over { "completed" } else { "planned" });
    });
}

/// Adopted by two thirds and more of those who are there; each votes once.
fn decision(
    site: &Site<'_>,
    (meeting, subject): (&Meeting, &str),
    attended: i32,
    json: &mut Json<'_>,
    random: &mut Random,
) {
    let in_favour = share(attended, random.between(67, 100));
    let against = random.between(0, attended - in_favour);
    let done = meeting.day.plus(random.between(20, 200));
    json.item(|json| {
        json.text("subject", subject);
        json.number("in_favour", in_favour);
        json.number("against", against);
        json.number("abstained", attended - in_favour - against);
        json.flag("adopted", true);
        if done <= site.as_of() {
            json.day("carried_out_on", done);
        }
    });
}
