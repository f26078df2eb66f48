//! `worker`: people who work for a community.

use super::super::day::Day;
use super::super::json::Json;
use super::super::output::Output;
use super::super::persons::mobile;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::super::staff::{Role, Staff};
use shequ::Kind;

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    for (number, staff) in (10..).zip(&site.staff) {
        let random = &mut site.plan.random(Purpose::Workers, site.index, number);
        out.record(Kind::Worker, |json| {
            site.head(json, &staff.id, staff.begins, random);
            super::volunteer::person(json, &staff.person);
            json.text("political_status", if staff.is_party_member { "01" } else { "13" });
            json.text("education", education(site.as_of().age_of(staff.person.birth), random));
            json.text("phone", mobile(random));
            json.text("community", &site.place.code);
            json.list("posts", |json| posts(site, staff, json, random));
            if staff.role == Role::SocialWorker && random.percent(35) {
                let levels = [("assistant", 70), ("social_worker", 28), ("senior", 2)];
                json.text("professional_level", random.weighted(&levels));
            }
            trainings(site, staff, json, random);
            if staff.role != Role::BuildingLeader {
                json.hundredths("allowance", allowance(staff.role, random));
                json.day("allowance_since", since(site, staff, random));
            }
            if staff.role.is_employed() {
                json.texts("insurances", insurances(random));
            }
            json.text("status", if staff.role == Role::Former { "withdrawn" } else { "active" });
        });
    }
}

fn education(age: i32, random: &mut Random) -> &'static str {
    if age < 40 {
        random.weighted(&[("21", 48), ("31", 38), ("14", 4), ("61", 10)])
    } else {
        random.weighted(&[("21", 18), ("31", 34), ("61", 30), ("71", 18)])
    }
}

fn posts(site: &Site<'_>, staff: &Staff, json: &mut Json<'_>, random: &mut Random) {
    let hired_before = staff.role.is_of_committee() && random.percent(40);
    if hired_before {
        let begins = staff.begins.plus(-random.between(400, 2000)).max(staff.person.birth.years_on(20));
        let last = staff.begins.plus(-1);
        post(json, &site.organisation("committee"), Role::SocialWorker, "hired", None, (begins, Some(last)));
    }
    let (organisation, basis) = match staff.role {
        Role::Secretary => (site.organisation("party"), "elected"),
        Role::Supervisor => (site.organisation("supervision"), "elected"),
        Role::GroupLeader => (site.organisation("committee"), "elected"),
        Role::BuildingLeader => (site.organisation("committee"), "voluntary"),
        Role::SocialWorker | Role::GridWorker | Role::Former => (site.organisation("committee"), "hired"),
        Role::Director | Role::DeputyDirector | Role::Member => (site.organisation("committee"), "elected"),
    };
    let election = match staff.role {
        Role::Secretary => Some(site.id("ele", "party")),
        role if role.is_of_committee() => Some(site.id("ele", "committee")),
        _ => None,
    };
    let ends = (staff.role == Role::Former).then(|| staff.begins.plus(random.between(300, 850)));
    post(json, &organisation, staff.role, basis, election.as_deref(), (staff.begins, ends));
    if staff.is_secretary && staff.role != Role::Secretary {
        let (party, election) = (site.organisation("party"), site.id("ele", "party"));
        post(json, &party, Role::Secretary, "elected", Some(&election), (staff.begins, None));
    }
}

fn post(
    json: &mut Json<'_>,
    organisation: &str,
    role: Role,
    basis: &str,
    election: Option<&str>,
    (begins, ends): (Day, Option<Day>),
) {
    json.item(|json| {
        json.text("organisation", organisation);
        json.text("title", role.title());
        json.text("basis", basis);
        if let Some(election) = election {
            json.text("election", election);
        }
        json.day("starts_on", begins);
        if let Some(last) = ends {
            json.day("ends_on", last);
        }
    });
}

#[rustfmt::skip]
const TOPICS: [(&str, &str); 6] = [
    ("induction", "网格化服务管理与突发事件处置"), ("rotation", "社区协商议事能力提升"), ("induction", "民政政策和救助核查"),
    ("rotation", "社区党建与为民服务"), ("volunteer", "志愿服务记录与证明出具"), ("other", "个人信息保护"),
];

/// Some 20 hours a year at least, in each of the last two years that were served.
fn trainings(site: &Site<'_>, staff: &Staff, json: &mut Json<'_>, random: &mut Random) {
    let year = site.as_of().year();
    json.list("trainings", |json| {
        for (month, year) in [(4, year - 1), (7, year - 1), (10, year - 1), (3, year)] {
            let day = Day::new(year, month, random.between(9, 27));
            let hours = random.between(28, 56) * 25;
            let (kind, topic) = random.of(&TOPICS);
            let is_trained = !matches!(staff.role, Role::Former | Role::BuildingLeader);
            if day < staff.begins || day > site.as_of() || !is_trained {
                continue;
            }
            json.item(|json| {
                json.day("on", day);
                json.hundredths("hours", hours.into());
                json.text("kind", kind);
                json.text("topic", topic);
                json.text("organiser", site.civil_affairs_name());
            });
        }
    });
}

/// Pay is adjusted at the turn of a year or of its half, after the post began.
fn since(site: &Site<'_>, staff: &Staff, random: &mut Random) -> Day {
    let year = site.as_of().year() - random.between(0, 2);
    let adjusted = Day::new(year, random.of(&[1, 1, 7]), 1);
    if adjusted > staff.begins && adjusted <= site.as_of() { adjusted } else { staff.begins }
}

/// Hundredths of a yuan in a month.
fn allowance(role: Role, random: &mut Random) -> i64 {
    let (least, most) = match role {
        Role::Supervisor => (3, 12),
        Role::GroupLeader | Role::BuildingLeader => (1, 5),
        Role::SocialWorker | Role::GridWorker | Role::Former => (32, 62),
        _ => (28, 68),
    };
    i64::from(random.between(least, most)) * 10_000 + i64::from(random.of(&[0, 0, 5000, 8050]))
}

fn insurances(random: &mut Random) -> &'static [&'static str] {
    const ALL: [&str; 6] = ["pension", "medical", "unemployment", "work_injury", "maternity", "housing_fund"];
    let number = random.weighted(&[(6, 60), (5, 25), (2, 15)]);
    &ALL[..number]
}
