//! `agreement`: delegation, purchase, co-building, pairing, opened facilities, property service.

use super::super::day::Day;
use super::super::json::Json;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::service;
use shequ::Kind;

pub(in super::super) fn id(site: &Site<'_>, name: &str) -> String {
    site.id("agr", name)
}

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = &mut site.random(Purpose::Agreements);
    let (office, committee) = (site.township_office(), site.organisation("committee"));
    let (unit, care) = (site.organisation("unit"), site.organisation("care"));
    record(site, "delegation", "delegation", (&office, &committee), out, random, |json, random| {
        json.texts("services", &[service::id(site, service::DELEGATED)]);
        json.hundredths("amount", thousands(random, 20, 150));
        json.flag("rights_delegated", true);
    });
    if random.percent(55) {
        record(site, "procurement", "procurement", (&office, &care), out, random, |json, random| {
            json.hundredths("amount", thousands(random, 60, 480));
        });
    }
    record(site, "co-building", "co_building", (&unit, &committee), out, random, |json, random| {
        json.texts("contributions", contributions(random));
    });
    if site.is_rural() {
        record(site, "pairing", "pairing", (&unit, &committee), out, random, |json, random| {
            json.texts("contributions", contributions(random));
            json.hundredths("amount", thousands(random, 5, 80));
        });
    } else {
        let (owners, property) = (site.organisation("owners"), site.organisation("property"));
        record(site, "property", "property_service", (&owners, &property), out, random, |json, random| {
            json.hundredths("amount", thousands(random, 200, 3000));
        });
    }
    completed(site, (&office, &committee), out, random);
}

/// Hundredths of a yuan, in thousands of yuan.
fn thousands(random: &mut Random, least: i32, most: i32) -> i64 {
    i64::from(random.lean(least, most)) * 100_000
}

fn contributions(random: &mut Random) -> &'static [&'static str] {
    random.of(&[
        &["venue"] as &[_],
        &["funds", "materials"],
        &["intellect", "skills"],
        &["information", "venue"],
    ])
}

/// An agreement in force: begun in the last year, for one to three years.
fn record(
    site: &Site<'_>,
    name: &str,
    kind: &str,
    parties: (&str, &str),
    out: &mut Output,
    random: &mut Random,
    members: impl FnOnce(&mut Json<'_>, &mut Random),
) {
    let begins = site.as_of().plus(-random.between(5, 340));
    let ends = begins.years_on(random.between(1, 3)).plus(-1);
    out.record(Kind::Agreement, |json| {
        site.head(json, &id(site, name), begins, random);
        json.text("kind", kind);
        json.text("first_party", parties.0);
        json.text("second_party", parties.1);
        json.texts("communities", &[&site.place.code]);
        members(json, random);
        dates(json, (begins, ends), "in_force", random);
    });
}

/// The delegation of the year before.
fn completed(site: &Site<'_>, parties: (&str, &str), out: &mut Output, random: &mut Random) {
    let begins = site.as_of().plus(-random.between(500, 800));
    let ends = begins.years_on(1).plus(-1);
    out.record(Kind::Agreement, |json| {
        site.head(json, &id(site, "delegation-before"), ends, random);
        json.text("kind", "delegation");
        json.text("first_party", parties.0);
        json.text("second_party", parties.1);
        json.texts("communities", &[&site.place.code]);
        json.hundredths("amount", thousands(random, 20, 150));
        json.flag("rights_delegated", true);
        dates(json, (begins, ends), "completed", random);
    });
}

fn dates(json: &mut Json<'_>, (begins, ends): (Day, Day), status: &str, random: &mut Random) {
    json.day("signed_on", begins.plus(-random.between(0, 20)));
    json.day("starts_on", begins);
    json.day("ends_on", ends);
    json.text("status", status);
}
