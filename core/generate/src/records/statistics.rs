//! `statistics`: the people of a community at the ends of the last two years.

use super::super::day::Day;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::volunteer;
use shequ::Kind;

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = site.random(Purpose::Statistics);
    let year = site.as_of().year();
    let days = [Day::new(year - 2, 12, 31), Day::new(year - 1, 12, 31)];
    let registered = volunteer::registered_on(site, days);
    // a year before there were some people more in the country, fewer in town
    let growth = if site.is_rural() { 1015 } else { 990 };
    for (index, (day, volunteers)) in days.into_iter().zip(registered).enumerate() {
        let scale = if index == 0 { growth } else { 1000 };
        // the same shares in both years
        one(site, day, scale, volunteers, out, &mut random.clone());
    }
}

fn one(site: &Site<'_>, day: Day, scale: i32, volunteers: u32, out: &mut Output, random: &mut Random) {
    let residents = site.residents * scale / 1000;
    let share = |random: &mut Random, least, most| residents * random.between(least, most) / 1000;
    let rural = site.is_rural();
    let (_, minority) = site.plan.gazetteer.facts.minority;
    let minority = i32::try_from(minority).unwrap_or(0);
    let minors = share(random, 130, 215);
    let party = site.party_members;
    let id = site.id("sta", &day.year().to_string());
    out.record(Kind::Statistics, |json| {
        site.head(json, &id, day.plus(20), random);
        json.text("community", &site.place.code);
        json.day("as_of", day);
        json.number("households", site.households * scale / 1000);
        json.number("resident_population", residents);
        // in villages some of the registered live elsewhere, in town the others are mostly from elsewhere
        let registered = if rural { random.between(1050, 1350) } else { random.between(520, 900) };
        json.number("registered_population", residents * registered / 1000);
        let floating =
            if rural { random.between(5, 60) } else { (1000 - registered) * random.between(70, 98) / 100 };
        json.number("floating_population", residents * floating / 1000);
        json.number("ethnic_minority_population", share(random, 0, 25 + minority).min(residents));
        // 18.7 % of all people, more in villages
        let (least, most) = if rural { (190, 300) } else { (130, 230) };
        json.number("aged_60_plus", share(random, least, most));
        json.number("minors", minors);
        json.number("low_income", share(random, 4, if rural { 40 } else { 15 }));
        json.number("disabled", share(random, 15, 35));
        json.number("entitled_groups", share(random, 2, 9));
        json.number("left_behind_children", if rural { minors * random.between(0, 90) / 1000 } else { 0 });
        json.number("street_children", 0);
        json.number("unemployed", share(random, 5, 30));
        json.number("party_members", party);
        json.number("floating_party_members", party * random.between(0, 90) / 1000);
        json.number("community_workers", site.staff.iter().filter(|staff| staff.role.is_employed()).count());
        json.number("registered_volunteers", volunteers);
    });
}
