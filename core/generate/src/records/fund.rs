//! `fund`: the money of a community in the last year and in this one.

use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::disclosure;
use shequ::Kind;

/// What money is for, and from where.
struct Row {
    purpose: &'static str,
    source: &'static str,
    /// The share of communities that have it, in a hundred.
    share: u32,
    /// Yuan in a year, least and most: a fixed sum, and for each of what is counted.
    fixed: (i32, i32),
    each: (Counted, i32, i32),
}

/// What a sum grows with.
#[derive(Clone, Copy)]
enum Counted {
    Nothing,
    Households,
    Employed,
    PartyMembers,
    Volunteers,
}

/// Sums as the budgets of subdistricts and counties show them, roughly.
#[rustfmt::skip]
const ROWS: [Row; 9] = [
    Row { purpose: "work", source: "fiscal", share: 100, fixed: (20_000, 60_000), each: (Counted::Households, 40, 90) },
    Row { purpose: "remuneration", source: "fiscal", share: 100, fixed: (0, 0), each: (Counted::Employed, 42_000, 78_000) },
    Row { purpose: "service_project", source: "fiscal", share: 100, fixed: (50_000, 150_000), each: (Counted::Nothing, 0, 0) },
    Row { purpose: "training", source: "fiscal", share: 80, fixed: (1_000, 3_000), each: (Counted::Employed, 300, 800) },
    Row { purpose: "party", source: "fiscal", share: 100, fixed: (5_000, 20_000), each: (Counted::PartyMembers, 100, 300) },
    Row { purpose: "facility", source: "fiscal", share: 55, fixed: (10_000, 120_000), each: (Counted::Nothing, 0, 0) },
    Row { purpose: "volunteer", source: "fiscal", share: 70, fixed: (3_000, 15_000), each: (Counted::Volunteers, 2, 10) },
    Row { purpose: "social_organisation", source: "procurement", share: 45, fixed: (5_000, 60_000), each: (Counted::Nothing, 0, 0) },
    Row { purpose: "relief", source: "donation", share: 50, fixed: (2_000, 30_000), each: (Counted::Nothing, 0, 0) },
];

pub(in super::super) fn write(site: &Site<'_>, kind: Kind, out: &mut Output) {
    let random = &mut site.plan.random(Purpose::Decisions, site.index, 3);
    for row in ROWS.iter().filter(|row| random.percent(row.share)).collect::<Vec<_>>() {
        let sum = hundreds(sum(site, row, random));
        let year = site.as_of().year();
        record(site, kind, row, (year - 1, sum, 100), out, random);
        // of this year as much has come as of the year is over, and somewhat more is planned
        let (_, month, _) = site.as_of().parts();
        let planned = hundreds(sum * i64::from(random.between(100, 108)) / 100);
        record(site, kind, row, (year, planned, month * 100 / 12), out, random);
    }
}

/// Yuan in a year.
fn sum(site: &Site<'_>, row: &Row, random: &mut Random) -> i64 {
    let narrow = |number: usize| i64::try_from(number).unwrap_or_default();
    let (counted, least, most) = row.each;
    let number = match counted {
        Counted::Nothing => 0,
        Counted::Households => site.households.into(),
        Counted::Employed => narrow(site.staff.iter().filter(|staff| staff.role.is_employed()).count()),
        Counted::PartyMembers => site.party_members.into(),
        Counted::Volunteers => site.plan.volunteers.into(),
    };
    i64::from(random.between(row.fixed.0, row.fixed.1)) + number * i64::from(random.between(least, most))
}

const fn hundreds(yuan: i64) -> i64 {
    yuan / 100 * 100
}

fn record(
    site: &Site<'_>,
    kind: Kind,
    row: &Row,
    (year, budgeted, due): (i32, i64, i32),
    out: &mut Output,
    random: &mut Random,
) {
    let received = hundreds(budgeted * i64::from(due * random.between(92, 100)) / 10_000);
    let spent = received * i64::from(random.between(82, 100)) / 100;
    out.record(kind, |json| {
        let id = site.id("fnd", &format!("{year}-{}", row.purpose.replace('_', "-")));
        site.head(json, &id, site.established, random);
        json.text("community", &site.place.code);
        json.number("year", year);
        json.text("purpose", row.purpose);
        json.text("funding_source", row.source);
        // donations come from many
        if row.source != "donation" {
            json.text("provider", site.township_office());
        }
        json.number("budgeted", budgeted);
        json.number("received", received);
        json.number("spent", spent);
        if let Some(disclosure) = disclosure::finance_of(site, year) {
            json.text("disclosure", disclosure);
        }
    });
}
