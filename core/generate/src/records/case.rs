//! `case`: what residents brought to their community in the last year.

use super::super::day::Day;
use super::super::output::Output;
use super::super::random::{Purpose, Random};
use super::super::site::Site;
use super::subdivision::grid_id;
use shequ::Kind;

#[rustfmt::skip]
const KINDS: [(&str, u32); 7] = [
    ("enquiry", 30), ("application", 24), ("appeal", 22), ("dispute", 10), ("rights", 3), ("suggestion", 8), ("emergency", 3),
];
#[rustfmt::skip]
const CHANNELS: [(&str, u32); 7] = [
    ("window", 34), ("call_centre", 22), ("grid_worker", 20), ("mobile_app", 14), ("home", 5), ("website", 4), ("kiosk", 1),
];
/// What comes of a case of each kind.
fn outcomes(kind: &str, same_day: bool) -> &'static [&'static str] {
    match kind {
        "enquiry" if same_day => &["已当场答复", "已说明所需材料和办理地点"],
        "enquiry" => &["已电话答复", "已咨询主管部门后回复"],
        "application" => {
            &["材料齐全，已受理并办结", "已代收材料并转街道（乡镇）办结", "不符合条件，已书面告知"]
        }
        "appeal" => &["已上门处理", "已协调有关单位维修", "已纳入整治计划并告知居民"],
        "dispute" => &["经人民调解达成协议", "双方和解", "调解未成，已告知其他途径"],
        "rights" => &["已协助联系法律援助", "已转有关部门依法处理"],
        "suggestion" => &["建议已采纳", "已提交居民议事会讨论", "暂不具备条件，已说明原因"],
        _ => &["险情已排除", "已转移安置有关居民", "已报街道（乡镇）并协助处置"],
    }
}

/// How a case of a kind comes in.
fn channels(kind: &str) -> &'static [(&'static str, u32)] {
    match kind {
        "emergency" => &[("call_centre", 55), ("grid_worker", 45)],
        "dispute" => &[("window", 45), ("grid_worker", 35), ("home", 20)],
        _ => &CHANNELS,
    }
}

pub(in super::super) fn write(site: &Site<'_>, out: &mut Output) {
    let random = &mut site.random(Purpose::Cases);
    // one case for some hundred residents
    for number in 1..=(site.residents / 150).clamp(4, 40) {
        one(site, number, out, random);
    }
}

fn one(site: &Site<'_>, number: i32, out: &mut Output, random: &mut Random) {
    let kind = random.weighted(&KINDS);
    let received = site.as_of().plus(-random.between(1, 365));
    let begins = random.between(8 * 60, 19 * 60);
    let due = received.plus(if kind == "emergency" { 1 } else { random.of(&[1, 3, 5, 7, 15]) });
    // what is not yet due may still be open
    let is_open = due >= site.as_of() && random.percent(70);
    let status = match () {
        () if is_open => random.of(&["received", "in_progress", "referred"]),
        () if kind != "emergency" && random.per_mille(30) => "withdrawn",
        () => "closed",
    };
    // on the day itself, or later within office hours
    let is_quick = matches!(kind, "enquiry" | "emergency") && random.percent(80);
    let day = if is_quick { received } else { Day(random.between(received.0, due.0.min(site.as_of().0))) };
    let closed =
        if day == received { begins + random.between(10, 180) } else { random.between(8 * 60, 17 * 60) };
    out.record(Kind::Case, |json| {
        site.head(json, &site.id("cas", &format!("{number:04}")), received, random);
        json.text("community", &site.place.code);
        json.text("subdivision", grid_id(site, random.between(1, i32::try_from(site.grids).unwrap_or(1))));
        json.text("kind", kind);
        if kind == "emergency" {
            let sorts =
                [("accident", 50), ("natural_disaster", 30), ("public_health", 12), ("social_security", 8)];
            json.text("emergency", random.weighted(&sorts));
        }
        json.text("channel", random.weighted(channels(kind)));
        json.text("applicant", format!("apl-{:08x}", random.below(u32::MAX)));
        json.text("handler", site.organisation("committee"));
        json.moment("received_at", received, begins);
        json.moment("due_at", due, 18 * 60);
        if status == "closed" {
            json.moment("closed_at", day, closed);
        }
        json.text("status", status);
        if status == "closed" {
            json.text("outcome", random.of(outcomes(kind, day == received)));
            if random.percent(60) {
                let ratings = [("5", 58), ("4", 28), ("3", 9), ("2", 3), ("1", 2)];
                json.text("rating", random.weighted(&ratings));
            }
        }
    });
}
