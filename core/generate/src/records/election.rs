//! `election`: of the committee by all who may vote, of the Party secretary by the members.

use super::super::day::Day;
use super::super::json::Json;
use super::super::names::{Custom, name};
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::super::staff::{Role, Staff};
use shequ::Kind;

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = &mut site.random(Purpose::Elections);
    committee(site, out, random);
    party(site, out, random);
}

fn committee(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let by_all = [("direct", 70), ("household", 15), ("representatives", 15)];
    let method = if site.is_rural() { "direct" } else { random.weighted(&by_all) };
    let electors = match method {
        "direct" => site.residents * random.between(58, 76) / 100,
        "household" => site.households * random.between(90, 99) / 100,
        _ => random.between(45, 90),
    };
    let ballots = electors * random.between(62, 93) / 100 + 1;
    out.record(Kind::Election, |json| {
        site.head(json, &site.id("ele", "committee"), site.elected, random);
        json.text("organisation", site.organisation("committee"));
        json.text("body", if site.is_rural() { "villagers_committee" } else { "residents_committee" });
        json.number("term", site.term_number());
        json.text("method", method);
        json.day("held_on", site.elected);
        json.number("electors", electors);
        json.number("ballots_cast", ballots);
        json.number("valid_ballots", ballots * random.between(965, 999) / 1000);
        json.list("seats", |json| {
            for role in [Role::Director, Role::DeputyDirector, Role::Member] {
                seat(site, role, ballots, json, random);
            }
        });
        json.flag("valid", true);
    });
}

/// One candidate more than there are seats; those with most votes win, each with more than half.
fn seat(site: &Site<'_>, role: Role, ballots: i32, json: &mut Json<'_>, random: &mut Random) {
    let winners: Vec<&Staff> = site.staff.iter().filter(|staff| staff.role == role).collect();
    if winners.is_empty() {
        return;
    }
    json.item(|json| {
        json.text("title", role.title());
        json.number("seats", winners.len());
        json.list("candidates", |json| {
            for winner in &winners {
                let votes = ballots * random.between(550, 850) / 1000 + 1;
                candidate(json, &winner.person.name, Some(&winner.id), votes.min(ballots));
            }
            let (female, year) = (random.percent(45), site.as_of().year() - random.between(32, 58));
            let loser = name(Custom::Chinese, female, Day::new(year, 1, 1), random);
            candidate(json, &loser, None, ballots * random.between(120, 420) / 1000);
        });
    });
}

fn candidate(json: &mut Json<'_>, name: &str, worker: Option<&str>, votes: i32) {
    json.item(|json| {
        json.text("name", name);
        if let Some(worker) = worker {
            json.text("worker", worker);
        }
        json.number("votes", votes);
        json.flag("elected", worker.is_some());
    });
}

fn party(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let Some(secretary) = site.staff.iter().find(|staff| staff.is_secretary) else { return };
    // members elect it themselves where they are few
    let is_direct = site.party_members < 100;
    let electors = if is_direct {
        site.party_members * random.between(85, 98) / 100 + 1
    } else {
        random.between(45, 90)
    };
    // at least four fifths of those entitled attend
    let ballots = (electors * random.between(82, 99) + 99) / 100;
    out.record(Kind::Election, |json| {
        site.head(json, &site.id("ele", "party"), site.elected, random);
        json.text("organisation", site.organisation("party"));
        json.text("body", "party");
        json.number("term", site.term_number());
        json.text("method", if is_direct { "direct" } else { "representatives" });
        json.day("held_on", site.elected);
        json.number("electors", electors);
        json.number("ballots_cast", ballots);
        json.list("seats", |json| {
            json.item(|json| {
                json.text("title", "secretary");
                json.number("seats", 1);
                let votes = (ballots * random.between(80, 100) + 99) / 100;
                json.list("candidates", |json| {
                    candidate(json, &secretary.person.name, Some(&secretary.id), votes);
                });
            });
        });
        json.flag("valid", true);
    });
}
