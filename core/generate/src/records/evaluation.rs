//! `evaluation`: of a third of the communities, and of a county as a whole.

use super::super::day::Day;
use super::super::json::Json;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::service;
use shequ::Kind;

/// What is scored, with the most points, and the fewest that are given.
#[rustfmt::skip]
const CRITERIA: [(&str, &str, i32, i32); 6] = [
    ("orderly_management", "组织体系", 20, 13),
    ("orderly_management", "民主管理", 20, 12),
    ("complete_services", "公共服务", 20, 12),
    ("complete_services", "便民服务", 20, 11),
    ("civil_harmony", "邻里和睦", 10, 6),
    ("civil_harmony", "平安建设", 10, 6),
];

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = &mut site.random(Purpose::Evaluations);
    if random.percent(34) {
        let scheme = if site.is_rural() {
            "local"
        } else {
            random.of(&["urban_harmonious", "urban_harmonious", "local"])
        };
        let (id, subject) = (site.id("eva", "1"), site.place.code.clone());
        let level = random.of(&["county", "county", "prefecture"]);
        record(site, &id, &subject, (scheme, level), out, random);
    }
    if random.percent(45) {
        appraisal(site, out, random);
    }
    if site.place.first_of_county {
        let (id, subject) = (format!("eva-{}", site.place.county), format!("{:06}000000", site.place.county));
        record(site, &id, &subject, ("rural_full_coverage", "province"), out, random);
    }
}

fn record(
    site: &Site<'_>,
    id: &str,
    subject: &str,
    (scheme, level): (&str, &str),
    out: &mut Output,
    random: &mut Random,
) {
    let day = site.as_of().plus(-random.between(20, 1000));
    out.record(Kind::Evaluation, |json| {
        site.head(json, id, day, random);
        json.text("subject", subject);
        json.text("scheme", scheme);
        json.text("level", level);
        json.day("evaluated_on", day);
        let total = scores(json, random);
        json.hundredths("total_score", total.into());
        json.decimal("satisfaction", random.between(78, 99).into(), 2);
        json.text("result", result(total));
        json.day("valid_until", last_day(day));
        json.text("evaluator", site.civil_affairs());
    });
}

/// What residents think of the services of the township, in the last year.
fn appraisal(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let day = site.as_of().plus(-random.between(10, 360));
    let satisfied = random.between(68, 99);
    out.record(Kind::Evaluation, |json| {
        site.head(json, &site.id("eva", "services"), day, random);
        json.text("subject", &site.place.code);
        json.text("organisation", site.township_office());
        if random.percent(50) {
            json.text("service", service::id(site, 0));
        }
        json.text("scheme", "public_service_appraisal");
        json.text("level", "community");
        json.day("evaluated_on", day);
        json.decimal("satisfaction", satisfied.into(), 2);
        json.text("result", if satisfied < 80 { "not_met" } else { "met" });
        json.text("evaluator", site.organisation("assembly"));
    });
}

/// Writes the points of each criterion; their sum in hundredths.
fn scores(json: &mut Json<'_>, random: &mut Random) -> i32 {
    let mut total = 0;
    json.list("scores", |json| {
        for (dimension, criterion, most, least) in CRITERIA {
            let points = random.between(least * 4, most * 4) * 25;
            total += points;
            json.item(|json| {
                json.text("dimension", dimension);
                json.text("criterion", criterion);
                json.hundredths("points", points.into());
                json.number("maximum", most);
            });
        }
    });
    total
}

const fn result(total: i32) -> &'static str {
    match total {
        ..7000 => "not_met",
        7000..9000 => "met",
        _ => "demonstration",
    }
}

const fn last_day(day: Day) -> Day {
    day.years_on(3).plus(-1)
}
