//! `facility`: the service centre or station, and what else a community has.

use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::service;
use shequ::Kind;

/// Kinds with their words, the share of communities that have one in a hundred in town and in villages, the
/// places or beds, and the floor area.
type Row = (&'static str, &'static str, u32, u32, (i32, i32), (i32, i32));

#[rustfmt::skip]
const OTHERS: [Row; 9] = [
    ("elder_day_care", "日间照料中心", 55, 25, (12, 50), (150, 600)),
    ("canteen", "长者食堂", 40, 15, (20, 90), (80, 320)),
    ("culture_room", "文化活动室", 65, 70, (20, 100), (60, 300)),
    ("reading_room", "图书阅览室", 45, 40, (10, 50), (30, 150)),
    ("fitness", "健身场所", 60, 50, (20, 200), (100, 900)),
    ("clinic", "卫生服务站", 60, 70, (2, 8), (80, 300)),
    ("police_room", "警务室", 50, 20, (0, 0), (20, 60)),
    ("shelter", "应急避难场所", 30, 12, (100, 2000), (500, 6000)),
    ("recycling_point", "再生资源回收点", 45, 10, (0, 0), (10, 80)),
];

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = &mut site.random(Purpose::Facilities);
    centre(site, out, random);
    for (kind, word, urban, rural, capacity, area) in OTHERS {
        if random.percent(if site.is_rural() { rural } else { urban }) {
            other(site, (kind, word), capacity, area, out, random);
        }
    }
    if random.percent(20) {
        opened(site, out, random);
    }
}

/// About 30 square metres for a hundred households, most of them for activities of residents.
fn centre(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let (kind, word) = match () {
        () if site.is_rural() => ("rural_service_centre", "综合服务中心"),
        () => ("service_station", "社区服务站"),
    };
    let name = format!("{}{word}", site.place.short.trim_end_matches("社区"));
    // hundredths of a square metre, above 0 even for the smallest community
    let area = site.households * random.between(24, 52) + 12_000;
    out.record(Kind::Facility, |json| {
        site.head(json, &site.id("fac", "centre"), site.established, random);
        json.text("community", &site.place.code);
        json.text("name", &name);
        json.text("kind", kind);
        json.text("owner", site.township_office());
        json.text("operator", site.organisation("committee"));
        json.texts("functions", &["office", "management", "service", "activity"]);
        json.flag("unified_sign", true);
        json.hundredths("area_m2", area.into());
        json.hundredths("activity_area_m2", (area / 100 * random.between(61, 78)).into());
        let offered = service::by_window(site);
        json.list("windows", |json| {
            for (number, services) in offered.chunks(2).enumerate() {
                json.item(|json| {
                    json.text("number", format!("{:02}", number + 1));
                    json.text("name", ["综合服务窗口", "民政窗口", "为老服务窗口"][number.min(2)]);
                    json.texts("services", services);
                });
            }
        });
        json.flag("one_stop", true);
        json.flag("year_round", random.percent(30));
        json.day("opened_on", site.established.plus(random.between(100, 2000)));
        site.point(json, random);
        json.text("address", site.address(random));
        json.text("phone", site.phone(random));
        json.text("status", "active");
    });
}

fn other(
    site: &Site<'_>,
    (kind, word): (&str, &str),
    capacity: (i32, i32),
    area: (i32, i32),
    out: &mut Output,
    random: &mut Random,
) {
    out.record(Kind::Facility, |json| {
        site.head(json, &site.id("fac", &kind.replace('_', "-")), site.established, random);
        json.text("community", &site.place.code);
        json.joined("name", &[&site.place.short, word]);
        json.text("kind", kind);
        json.text("operator", site.organisation(if kind == "elder_day_care" { "care" } else { "committee" }));
        json.hundredths("area_m2", i64::from(random.lean(area.0, area.1)) * 100);
        if capacity.1 > 0 {
            json.number("capacity", random.lean(capacity.0, capacity.1));
        }
        json.day("opened_on", site.established.plus(random.between(100, 2000)));
        json.text("address", site.address(random));
        json.text("status", if random.per_mille(20) { "suspended" } else { "active" });
    });
}

/// What a unit opens to residents.
fn opened(site: &Site<'_>, out: &mut Output, random: &mut Random) {
    let unit = super::organisation::unit(site);
    out.record(Kind::Facility, |json| {
        site.head(json, &site.id("fac", "unit"), site.established, random);
        json.text("community", &site.place.code);
        json.joined("name", &[&unit.name, unit.facility]);
        json.text("kind", unit.facility_kind);
        json.text("owner", site.organisation("unit"));
        json.flag("open_to_residents", random.percent(80));
        json.number("capacity", random.lean(20, 200));
        json.text("status", "active");
    });
}
