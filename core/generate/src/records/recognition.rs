//! `recognition`: of organisations, workers and volunteers.

use super::super::day::Day;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::volunteer::Served;
use shequ::Kind;

/// An honour for the team of volunteers in some communities, and for a worker in others.
pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = &mut site.random(Purpose::Recognition);
    let day = site.as_of().plus(-random.between(1, 600));
    let team = random.percent(20);
    if !team && !random.percent(15) {
        return;
    }
    let recipient = if team { site.organisation("team") } else { site.staff[0].id.clone() };
    out.record(Kind::Recognition, |json| {
        site.head(json, &site.id("hon", "00"), day, random);
        json.text("recipient_type", if team { "organisation" } else { "worker" });
        json.text("recipient", recipient);
        json.text("kind", "commendation");
        json.text("level", "county");
        json.text("granted_by", site.civil_affairs_name());
        json.day("granted_on", day);
        json.text("document", format!("民字〔{}〕{}号", day.year(), 1 + random.below(90)));
    });
}

/// Hours from which the stars are given.
pub(super) const STARS: [i64; 5] = [100, 300, 600, 1000, 1500];

/// What a volunteer is honoured for: stars at once, else a commendation now and then, for pupils and students
/// help with school. `hours` are the hundredths that were served by the last day of service.
pub(super) fn of_volunteer(
    site: &Site<'_>,
    (id, number): (&str, u32),
    served: &[Served],
    (hours, age): (i64, i32),
    out: &mut Output,
    random: &mut Random,
) {
    let Some(last) = served.last() else { return };
    let day = Day(random.between(last.day.0, site.as_of().0));
    let threshold = STARS.iter().rev().find(|threshold| **threshold * 100 <= hours);
    let (kind, basis) = match threshold {
        Some(threshold) => ("star", threshold * 100),
        None if hours >= 4000 && random.percent(12) => ("commendation", hours),
        None if hours >= 2000 && age < 19 && random.percent(20) => ("schooling", hours),
        None if hours >= 3000 && age < 28 && random.percent(6) => ("employment", hours),
        None => return,
    };
    out.record(Kind::Recognition, |json| {
        site.head(json, &site.id("hon", &format!("{number:06}")), day, random);
        json.text("recipient_type", "volunteer");
        json.text("recipient", id);
        json.text("kind", kind);
        json.text("level", if kind == "star" { "county" } else { "community" });
        json.text(
            "granted_by",
            if kind == "star" { site.civil_affairs_name() } else { site.place.name.clone() },
        );
        json.day("granted_on", day);
        json.hundredths("basis_hours", basis);
    });
}
