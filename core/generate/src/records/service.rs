//! `service`: what a community offers, by whose duty it is.

use super::super::day::Day;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::agreement;
use shequ::Kind;

/// Who offers a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Township,
    Committee,
    Care,
    Shop,
    Property,
    Team,
}

/// A service that communities offer.
#[derive(Clone, Copy, Debug)]
struct Offer {
    name: &'static str,
    category: &'static str,
    provision: &'static str,
    responsibility: &'static str,
    by: By,
    /// The share of communities that offer it, in a hundred.
    share: u32,
    channels: &'static [&'static str],
    groups: &'static [&'static str],
    /// Free, or a fee with the least and the most yuan.
    fee: (&'static str, i32, i32),
}

#[rustfmt::skip]
const OFFERS: [Offer; 16] = [
    Offer { name: "社会保险参保登记", category: "social_insurance", provision: "administrative", responsibility: "government_duty", by: By::Township, share: 100, channels: &["window", "mobile_app"], groups: &["11"], fee: ("free", 0, 0) },
    Offer { name: "就业失业登记", category: "employment", provision: "administrative", responsibility: "government_duty", by: By::Township, share: 80, channels: &["window", "website"], groups: &["C4"], fee: ("free", 0, 0) },
    Offer { name: "最低生活保障入户核查", category: "social_relief", provision: "administrative", responsibility: "statutory_assistance", by: By::Committee, share: 100, channels: &["home", "grid_worker"], groups: &["06"], fee: ("free", 0, 0) },
    Offer { name: "流动人口信息登记", category: "public_security", provision: "administrative", responsibility: "statutory_assistance", by: By::Committee, share: 60, channels: &["window", "grid_worker"], groups: &["C3"], fee: ("free", 0, 0) },
    Offer { name: "老年人优待证代办", category: "elder_care", provision: "administrative", responsibility: "delegated", by: By::Committee, share: 100, channels: &["window", "home", "call_centre"], groups: &["03"], fee: ("free", 0, 0) },
    Offer { name: "居民议事和意见收集", category: "other", provision: "mutual", responsibility: "self_governance", by: By::Committee, share: 100, channels: &["window", "grid_worker"], groups: &["11"], fee: ("free", 0, 0) },
    Offer { name: "邻里纠纷调解", category: "mutual_aid", provision: "mutual", responsibility: "self_governance", by: By::Committee, share: 90, channels: &["home", "call_centre"], groups: &["11"], fee: ("free", 0, 0) },
    Offer { name: "居家养老上门照护", category: "elder_care", provision: "market", responsibility: "social", by: By::Care, share: 60, channels: &["home", "call_centre", "mobile_app"], groups: &["03", "04"], fee: ("low", 15, 60) },
    Offer { name: "长者助餐", category: "catering", provision: "mutual", responsibility: "social", by: By::Care, share: 55, channels: &["home", "window"], groups: &["03"], fee: ("low", 5, 15) },
    Offer { name: "便民超市送货上门", category: "retail", provision: "market", responsibility: "social", by: By::Shop, share: 60, channels: &["call_centre", "mobile_app"], groups: &["11"], fee: ("market", 3, 12) },
    Offer { name: "物业维修", category: "property", provision: "market", responsibility: "social", by: By::Property, share: 100, channels: &["call_centre", "mobile_app"], groups: &["10"], fee: ("market", 30, 200) },
    Offer { name: "上门理发", category: "housekeeping", provision: "voluntary", responsibility: "social", by: By::Team, share: 70, channels: &["home"], groups: &["03", "04"], fee: ("free", 0, 0) },
    Offer { name: "法律咨询", category: "legal", provision: "voluntary", responsibility: "social", by: By::Team, share: 35, channels: &["call_centre", "website"], groups: &["11"], fee: ("free", 0, 0) },
    Offer { name: "图书借阅", category: "culture", provision: "mutual", responsibility: "self_governance", by: By::Committee, share: 45, channels: &["reading_room"], groups: &["01", "11"], fee: ("free", 0, 0) },
    Offer { name: "义诊和健康咨询", category: "health", provision: "voluntary", responsibility: "social", by: By::Team, share: 40, channels: &["home", "call_centre"], groups: &["03", "08"], fee: ("free", 0, 0) },
    Offer { name: "心理疏导", category: "counselling", provision: "voluntary", responsibility: "social", by: By::Team, share: 25, channels: &["call_centre"], groups: &["07"], fee: ("free", 0, 0) },
];

/// The services of a community by number; villages have no property company.
fn offers(site: &Site<'_>) -> Vec<(usize, Offer)> {
    let mut random = site.random(Purpose::Services);
    let all = OFFERS.iter().copied().enumerate();
    all.filter(|(_, offer)| random.percent(offer.share) && !(site.is_rural() && offer.by == By::Property))
        .collect()
}

pub(in super::super) fn id(site: &Site<'_>, number: usize) -> String {
    site.id("svc", &format!("{:02}", number + 1))
}

/// The ids of the services that are offered by window, all of them at the service centre.
pub(in super::super) fn by_window(site: &Site<'_>) -> Vec<String> {
    let by_window = offers(site).into_iter().filter(|(_, offer)| offer.channels.contains(&"window"));
    by_window.map(|(number, _)| id(site, number)).collect()
}

/// The service that the township has handed over, with its agreement.
pub(in super::super) const DELEGATED: usize = 4;

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = &mut site.plan.random(Purpose::Services, site.index, 1);
    for (number, offer) in offers(site) {
        record(site, number, offer, out, random);
    }
}

/// The laws and regulations on which an item rests, each with the day from which it is in force; the newest that is counts.
const BASES: [(&str, &[(Day, &str)]); 5] = [
    (
        "社会保险参保登记",
        &[
            (Day::new(1999, 1, 22), "《社会保险费征缴暂行条例》"),
            (Day::new(2011, 7, 1), "《中华人民共和国社会保险法》"),
        ],
    ),
    (
        "就业失业登记",
        &[
            (Day::new(1999, 1, 22), "《失业保险条例》"),
            (Day::new(2008, 1, 1), "《中华人民共和国就业促进法》"),
        ],
    ),
    (
        "最低生活保障入户核查",
        &[
            (Day::new(1999, 10, 1), "《城市居民最低生活保障条例》"),
            (Day::new(2014, 5, 1), "《社会救助暂行办法》"),
        ],
    ),
    (
        "流动人口信息登记",
        &[(Day::new(1995, 6, 2), "《暂住证申领办法》"), (Day::new(2016, 1, 1), "《居住证暂行条例》")],
    ),
    ("老年人优待证代办", &[(Day::new(1996, 10, 1), "《中华人民共和国老年人权益保障法》")]),
];

fn legal_basis(item: &str, as_of: Day) -> Option<&'static str> {
    let (_, bases) = BASES.iter().find(|row| row.0 == item)?;
    bases.iter().rev().find(|(from, _)| *from <= as_of).map(|row| row.1)
}

fn record(site: &Site<'_>, number: usize, offer: Offer, out: &mut Output, random: &mut Random) {
    let provider = match offer.by {
        By::Township => site.township_office(),
        By::Committee => site.organisation("committee"),
        By::Care => site.organisation("care"),
        By::Shop => site.organisation("shop"),
        By::Property => site.organisation("property"),
        By::Team => site.organisation("team"),
    };
    let entrusted = matches!(offer.responsibility, "statutory_assistance" | "delegated");
    let (fee, least, most) = offer.fee;
    out.record(Kind::Service, |json| {
        site.head(json, &id(site, number), site.established, random);
        json.text("name", offer.name);
        json.text("category", offer.category);
        json.text("provision", offer.provision);
        json.text("responsibility", offer.responsibility);
        json.text("provider", provider);
        if offer.provision == "administrative" {
            json.text("responsible_agency", site.township_office());
            if let Some(basis) = legal_basis(offer.name, site.as_of()) {
                json.texts("legal_basis", &[basis]);
            }
        }
        if entrusted {
            json.object("funding", |json| {
                json.text("source", "fiscal");
                json.hundredths("amount", i64::from(random.between(20, 160)) * 50_000);
            });
            json.flag("working_conditions", true);
        }
        if number == DELEGATED {
            json.text("agreement", agreement::id(site, "delegation"));
        }
        if entrusted {
            json.object("admission", |json| {
                let applied = site.as_of().plus(-random.between(120, 700));
                let decided = applied.plus(random.between(5, 40));
                json.text("status", "admitted");
                json.text("approved_by", site.civil_affairs_name());
                json.day("applied_on", applied);
                json.day("decided_on", decided);
                json.day("expires_on", decided.years_on(3));
            });
        }
        json.texts("communities", &[&site.place.code]);
        if offer.channels.contains(&"window") {
            json.texts("facilities", &[site.id("fac", "centre")]);
        }
        json.texts("channels", offer.channels);
        json.texts("target_groups", offer.groups);
        json.text("fee", fee);
        if most > 0 {
            json.hundredths("price", i64::from(random.between(least * 2, most * 2)) * 50);
        }
        if offer.provision == "administrative" {
            json.flag("agency_service", random.percent(40));
            let statutory = random.of(&[5, 10, 15, 20]);
            json.number("statutory_days", statutory);
            json.number("promised_days", random.between(1, statutory));
        }
        if offer.category == "elder_care" {
            json.text("elder_care_mode", random.of(&["home", "home", "community"]));
        }
        if offer.provision == "market" {
            json.text("business_format", random.of(&["chain", "franchise", "independent", "independent"]));
        }
        json.text("status", "active");
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_administrative_item_has_its_basis() {
        for offer in OFFERS.iter().filter(|offer| offer.provision == "administrative") {
            assert!(legal_basis(offer.name, Day::new(2000, 1, 1)).is_some(), "{}", offer.name);
        }
        assert_eq!(legal_basis("流动人口信息登记", Day::new(2015, 12, 31)), Some("《暂住证申领办法》"));
        assert_eq!(legal_basis("流动人口信息登记", Day::new(2016, 1, 1)), Some("《居住证暂行条例》"));
    }
}
