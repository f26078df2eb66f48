//! `organisation`: the committee and what belongs to it, and the organisations of residents and businesses.

use super::super::day::Day;
use super::super::json::Json;
use super::super::names::{Custom, name};
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use shequ::Kind;

/// What the organisations of a community have in common.
struct Body<'a> {
    id: &'a str,
    name: String,
    kind: &'static str,
}

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = &mut site.random(Purpose::Organisations);
    committee(site, out, random);
    party(site, out, random);
    bodies_of_committee(site, out, random);
    people_organisations(site, out, random);
    volunteers(site, out, random);
    social(site, out, random);
    businesses(site, out, random);
    if site.is_rural() { collective(site, out, random) } else { owners(site, out, random) }
}

/// Id, name, kind, and after what is special to it division and status.
fn record(
    site: &Site<'_>,
    body: Body<'_>,
    out: &mut Output,
    random: &mut Random,
    members: impl FnOnce(&mut Json<'_>, &mut Random),
) {
    out.record(Kind::Organisation, |json| {
        site.head(json, &site.organisation(body.id), site.established, random);
        json.text("name", &body.name);
        json.text("kind", body.kind);
        json.text("division", &site.place.code);
        members(json, random);
        json.text("status", "active");
    });
}

fn committee(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let (kind, head) =
        if site.is_rural() { ("villagers_committee", "54") } else { ("residents_committee", "55") };
    let name = format!("{}{}{}", site.place.county_path, site.place.township, site.place.name);
    record(site, Body { id: "committee", name, kind }, out, random, |json, random| {
        site.credit_code(json, head, 0);
        registered(site, json, random);
        json.text("parent", site.township_office());
        json.day("established_on", site.established);
        json.object("term", |json| {
            let begins = site.term_begins();
            json.number("number", site.term_number());
            json.day("starts_on", begins);
            json.day("ends_on", begins.years_on(site.plan.term_years).plus(-1));
        });
        json.text("legal_representative", &site.staff[0].person.name);
        json.object("contact", |json| {
            json.text("phone", site.phone(random));
            json.joined("email", &["c", &site.place.code, "@example.com"]);
            json.text("address", site.address(random));
        });
        json.number("members", site.committee_size);
        let committee = site.staff.iter().filter(|staff| staff.role.is_of_committee());
        json.number("party_members", committee.filter(|staff| staff.is_party_member).count());
        json.text("party_organisation", site.organisation("party"));
    });
}

/// Registered by the civil affairs of the county since credit codes are given out, or since it was set up. Of true
/// places nobody knows that here.
fn registered(site: &Site<'_>, json: &mut Json<'_>, random: &mut Random) {
    if site.is_real() {
        return;
    }
    let since = site.as_of().plus(-random.between(200, 2100));
    json.object("registration", |json| {
        json.text("status", "registered");
        json.text("authority", site.civil_affairs_name());
        json.text("number", format!("民登字第{:05}号", random.below(100_000)));
        json.day("on", since.max(site.established));
    });
}

fn filed(site: &Site<'_>, json: &mut Json<'_>, since: Day, random: &mut Random) {
    json.object("registration", |json| {
        json.text("status", "filed");
        json.text("authority", site.township_office_name());
        json.text("number", format!("社备〔{}〕{}号", since.year(), 1 + random.below(300)));
        json.day("on", since);
    });
}

/// The form of a Party organisation follows the number of its members.
fn party(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let (kind, form) = match site.party_members {
        ..=50 => ("party_branch", "支部委员会"),
        51..100 => ("party_general_branch", "总支部委员会"),
        _ => ("party_committee", "委员会"),
    };
    let name = format!("中国共产党{}{form}", site.place.short);
    record(site, Body { id: "party", name, kind }, out, random, |json, _| {
        json.day("established_on", site.established);
        json.number("members", site.party_members);
        json.number("party_members", site.party_members);
        json.text("party_setting", "community");
    });
    if site.party_members >= 100 {
        branches(site, out, random);
    }
}

/// Two of the branches of a committee: of a part of the community, and of its enterprises together.
fn branches(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let part = if site.is_rural() {
        ("第一党支部", "community")
    } else {
        ("第一居民区党支部", "residential_area")
    };
    let together = ("联合党支部", "joint");
    for (number, (word, setting)) in (1..).zip([part, together]) {
        let (id, name) = (format!("party-{number}"), format!("中国共产党{}{word}", site.place.short));
        let name = name.replace("党支部", "支部委员会");
        record(site, Body { id: &id, name, kind: "party_branch" }, out, random, |json, random| {
            let members = random.between(7, 45);
            json.text("parent", site.organisation("party"));
            json.number("members", members);
            json.number("party_members", members);
            json.text("party_setting", setting);
        });
    }
}

#[rustfmt::skip]
const FIELDS: [(&str, &str); 6] = [
    ("people_mediation", "人民调解委员会"), ("public_security", "治安保卫委员会"), ("public_health", "公共卫生委员会"),
    ("culture_education", "文化教育委员会"), ("elderly_women_children", "老年人和妇女儿童工作委员会"), ("environment", "环境和物业管理委员会"),
];

fn bodies_of_committee(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let number = random.between(2, 5);
    for (field, word) in random.some(&FIELDS, usize::try_from(number).unwrap_or(2)) {
        let (id, name) = (format!("sub-{field}"), format!("{}{word}", site.place.short));
        record(site, Body { id: &id, name, kind: "sub_committee" }, out, random, |json, random| {
            json.text("parent", site.organisation("committee"));
            json.text("sub_committee_field", field);
            json.number("members", random.between(3, 7));
        });
    }
    let word = if site.is_rural() { "村务监督委员会" } else { "居务监督委员会" };
    let name = format!("{}{word}", site.place.short);
    record(site, Body { id: "supervision", name, kind: "supervision_committee" }, out, random, |json, _| {
        json.text("parent", site.organisation("committee"));
        json.number("members", 3);
    });
    let (kind, word) = if site.is_rural() {
        ("villagers_assembly", "村民代表会议")
    } else {
        ("residents_assembly", "居民代表会议")
    };
    let name = format!("{}{word}", site.place.short);
    record(site, Body { id: "assembly", name, kind }, out, random, |json, _| {
        json.number("members", site.representatives());
    });
}

/// Women's federation, youth league, the body that consults with residents, and in some the association of the disabled.
fn people_organisations(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let short = &site.place.short;
    let name = format!("{short}妇女联合会");
    record(site, Body { id: "women", name, kind: "womens_federation" }, out, random, |json, random| {
        json.number("members", random.between(9, 21));
    });
    let name = format!("中国共产主义青年团{short}支部委员会");
    record(site, Body { id: "youth", name, kind: "youth_league" }, out, random, |json, random| {
        json.number("members", random.lean(4, 60));
    });
    let word = if site.is_rural() { "村民议事协商委员会" } else { "居民议事协商委员会" };
    let name = format!("{short}{word}");
    record(site, Body { id: "consult", name, kind: "consultative_body" }, out, random, |json, random| {
        json.number("members", random.between(7, 21));
    });
    if random.percent(60) {
        let name = format!("{short}残疾人协会");
        record(
            site,
            Body { id: "disabled", name, kind: "disabled_federation" },
            out,
            random,
            |json, random| {
                json.number("members", random.between(3, 9));
            },
        );
    }
}

fn volunteers(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let name = format!("{}志愿者服务站", site.place.short);
    record(site, Body { id: "station", name, kind: "volunteer_station" }, out, random, |json, _| {
        json.text("parent", site.organisation("committee"));
        json.texts("service_categories", &["0001", "0017"]);
        json.object("registration", |json| json.text("status", "not_required"));
        json.flag("venue_support", true);
    });
    let name = format!("{}邻里志愿服务队", site.place.short);
    let since = site.as_of().plus(-random.between(300, 3000)).max(site.established);
    record(site, Body { id: "team", name, kind: "volunteer_organisation" }, out, random, |json, random| {
        filed(site, json, since, random);
        json.texts("service_categories", &["0001", "0006", "0011", "0017"]);
        json.day("established_on", since);
        let contact = name_of_contact(random);
        json.object("contact", |json| {
            json.text("name", contact);
            json.text("phone", site.phone(random));
        });
        json.number("members", site.plan.volunteers);
        json.number("party_members", random.between(0, 12));
        json.text("party_organisation", site.organisation("party"));
        json.hundredths("subsidy", i64::from(random.between(6, 40)) * 50_000);
    });
}

fn name_of_contact(random: &mut Random) -> String {
    let (female, year) = (random.percent(55), random.between(1956, 1996));
    name(Custom::Chinese, female, Day::new(year, 6, 1), random)
}

#[rustfmt::skip]
const SOCIAL: [(&str, &str); 8] = [
    ("mutual_aid", "邻里互助会"), ("service", "夕阳红舞蹈队"), ("service", "书画社"), ("public_welfare", "环保志愿服务会"),
    ("public_welfare", "爱心帮扶会"), ("mutual_aid", "红白理事会"), ("service", "戏曲社"), ("public_welfare", "助老服务社"),
];

/// Organisations of residents: most are filed with the township, one in six is registered.
fn social(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let number = if site.is_rural() { random.between(1, 3) } else { random.between(2, 6) };
    let chosen = random.some(&SOCIAL, usize::try_from(number).unwrap_or(2));
    for (position, (purpose, word)) in chosen.into_iter().enumerate() {
        let (id, name) = (format!("social-{}", position + 1), format!("{}{word}", site.place.short));
        let is_registered = position == 0 && random.percent(40) && !site.is_real();
        let since = site.as_of().plus(-random.between(200, 2500)).max(site.established);
        record(site, Body { id: &id, name, kind: "social_organisation" }, out, random, |json, random| {
            if is_registered {
                site.credit_code(json, "51", 2);
                registered(site, json, random);
            } else {
                filed(site, json, since, random);
            }
            json.texts("purposes", &[purpose]);
            json.day("established_on", since);
            json.number("members", if is_registered { random.lean(50, 160) } else { random.lean(8, 60) });
            let party = random.lean(0, 6);
            json.number("party_members", party);
            if party >= 3 {
                json.text("party_organisation", site.organisation("party"));
            }
            if is_registered {
                json.text("ownership", "social");
            }
            json.flag("venue_support", random.percent(75));
            if random.percent(50) {
                json.hundredths("subsidy", i64::from(random.between(4, 30)) * 50_000);
            }
        });
    }
}

/// A unit that has its seat in the community, with what it opens to residents.
pub(super) struct Unit {
    pub(super) name: String,
    pub(super) facility: &'static str,
    pub(super) facility_kind: &'static str,
}

pub(super) fn unit(site: &Site<'_>) -> Unit {
    let (word, facility, facility_kind) = match site.index % 3 {
        0 => ("中心小学", "运动场", "sports"),
        1 => ("文化站", "阅览室", "reading_room"),
        _ => ("农业技术推广站", "科普展室", "science"),
    };
    Unit { name: format!("{}{word}", site.place.township), facility, facility_kind }
}

/// A unit that has its seat in the community, a shop, and a home for the elderly.
fn businesses(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let name = unit(site).name;
    record(site, Body { id: "unit", name, kind: "resident_unit" }, out, random, |json, random| {
        site.credit_code(json, "12", 4);
        json.number("members", random.lean(20, 400));
        json.number("party_members", random.between(3, 40));
        json.text("party_organisation", site.organisation("party"));
    });
    let name = format!("{}便民超市", site.place.short);
    record(site, Body { id: "shop", name, kind: "enterprise" }, out, random, |json, random| {
        site.credit_code(json, "92", 6);
        json.text("ownership", "private");
        json.number("members", random.between(2, 12));
    });
    let name = format!("{}颐养服务中心", site.place.short);
    record(site, Body { id: "care", name, kind: "elder_care_institution" }, out, random, |json, random| {
        site.credit_code(json, "52", 5);
        registered(site, json, random);
        json.text("ownership", "social");
        json.number("members", random.between(6, 40));
    });
}

fn collective(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let name = format!("{}股份经济合作社", site.place.short);
    record(site, Body { id: "collective", name, kind: "collective_economy" }, out, random, |json, random| {
        site.credit_code(json, "N2", 3);
        json.text("ownership", "collective");
        json.number("members", site.residents * random.between(90, 120) / 100);
        json.number("party_members", site.party_members);
        json.text("party_organisation", site.organisation("party"));
    });
    let name = format!("{}老年协会", site.place.short);
    record(site, Body { id: "elderly", name, kind: "elderly_association" }, out, random, |json, random| {
        json.number("members", random.between(20, 120));
    });
}

fn owners(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let name = format!("{}业主大会", site.place.short);
    record(site, Body { id: "owners", name, kind: "owners_assembly" }, out, random, |json, _| {
        json.number("members", site.households);
    });
    let name = format!("{}业主委员会", site.place.short);
    record(
        site,
        Body { id: "owners-committee", name, kind: "owners_committee" },
        out,
        random,
        |json, random| {
            json.text("parent", site.organisation("owners"));
            json.number("members", random.of(&[5, 5, 7, 7, 9, 11]));
        },
    );
    let name = format!("{}物业服务有限公司", site.place.short);
    record(site, Body { id: "property", name, kind: "property_company" }, out, random, |json, random| {
        site.credit_code(json, "91", 1);
        json.text("ownership", random.of(&["private", "private", "state", "mixed"]));
        json.number("members", random.lean(12, 90));
        let party = random.lean(0, 8);
        json.number("party_members", party);
        if party >= 3 {
            json.text("party_organisation", site.organisation("party"));
        }
    });
}
