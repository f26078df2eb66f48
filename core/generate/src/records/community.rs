//! `community`: the community itself, and now and then the one from which it came.

use super::super::output::Output;
use super::super::places::{Type, community_name};
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use shequ::Kind;

#[rustfmt::skip]
const MECHANISMS: [&str; 12] = [
    "interest_coordination", "appeal_expression", "dispute_mediation", "rights_protection", "emergency_management",
    "affairs_consultation", "public_opinion", "scientific_decision", "daily_communication", "rights_defence",
    "co_building", "social_participation",
];

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let mut random = site.random(Purpose::Site);
    let random = &mut random;
    let place = &site.place;
    out.record(Kind::Community, |json| {
        site.head(json, &format!("com-{}", place.code), site.established, random);
        json.text("code", &place.code);
        json.text("name", &place.name);
        json.text("kind", place.r#type.code());
        if let Some(setting) = setting(place.r#type, random) {
            json.texts("settings", &[setting]);
        }
        json.text("urban_rural", urban_rural(site, random));
        json.text("status", "active");
        json.day("established_on", site.established);
        json.hundredths("area_km2", area(site, random).into());
        site.point(json, random);
        json.text("address", site.address(random));
        json.text("phone", site.phone(random));
        json.text("committee", site.organisation("committee"));
        json.text("party_organisation", site.organisation("party"));
        json.text("service_centre", site.id("fac", "centre"));
        json.flag("grid_managed", true);
        let number = random.between(3, 8);
        json.texts("mechanisms", &random.some(&MECHANISMS, usize::try_from(number).unwrap_or(3)));
    });
    // of true places nobody knows that here
    if !site.is_real() && random.per_mille(25) {
        predecessor(site, out, random);
    }
}

/// What most of the area is, in a quarter of communities.
fn setting(r#type: Type, random: &mut Random) -> Option<&'static str> {
    let choices: &[&str] = match r#type {
        Type::Urban => &["new_residential", "migrant_settlement", "industrial_mining", "development_zone"],
        Type::Converted => &["urban_fringe", "urban_village", "development_zone"],
        Type::Rural => &["ethnic_minority", "urban_fringe"],
    };
    random.percent(25).then(|| random.of(choices))
}

fn urban_rural(site: &Site<'_>, random: &mut Random) -> &'static str {
    match (site.place.r#type, site.place.is_subdistrict) {
        (Type::Urban, true) => random.weighted(&[("111", 70), ("112", 25), ("123", 5)]),
        (Type::Urban, false) => random.weighted(&[("121", 75), ("122", 20), ("123", 5)]),
        (Type::Converted, _) => random.weighted(&[("112", 45), ("122", 40), ("111", 15)]),
        (Type::Rural, _) => random.weighted(&[("220", 84), ("122", 10), ("210", 4), ("112", 2)]),
    }
}

/// Hundredths of a square kilometre.
fn area(site: &Site<'_>, random: &mut Random) -> i32 {
    if site.is_rural() { random.lean(180, 2400) } else { random.lean(12, 260) }
}

/// A community of the township that was merged into this one.
fn predecessor(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let place = &site.place;
    let code = place.code.parse::<u64>().unwrap_or_default() + 100;
    let (code, ended) = (code.to_string(), site.as_of().plus(-random.between(400, 2100)));
    let committee = if site.is_rural() { "民委员会" } else { "居民委员会" };
    // behind all names of the township
    let name = community_name(place.r#type, place.township_code, 108 + place.in_county % 100);
    out.record(Kind::Community, |json| {
        site.head(json, &format!("com-{code}"), ended, random);
        json.text("code", &code);
        json.joined("name", &[&name, committee]);
        json.text("kind", place.r#type.code());
        json.text("status", "merged");
        json.day("established_on", site.established);
        json.day("closed_on", ended);
        json.texts("successors", &[&place.code]);
    });
}
