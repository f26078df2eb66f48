//! The records of a community, one file for each family of record types.

pub(super) mod activity;
pub(super) mod agreement;
pub(super) mod case;
pub(super) mod community;
pub(super) mod disclosure;
pub(super) mod election;
pub(super) mod evaluation;
pub(super) mod facility;
pub(super) mod fund;
pub(super) mod meeting;
pub(super) mod office;
pub(super) mod organisation;
pub(super) mod recognition;
pub(super) mod service;
pub(super) mod statistics;
pub(super) mod subdivision;
pub(super) mod volunteer;
pub(super) mod worker;

use super::output::Output;
use super::site::Site;
use shequ::Kind;

/// Writes all records of a community but those of its volunteers.
pub(super) fn write(site: &Site<'_>, out: &mut Output) {
    community::write(site, out);
    statistics::write(site, out);
    subdivision::write(site, out);
    facility::write(site, out);
    evaluation::write(site, out);
    office::write(site, out);
    organisation::write(site, out);
    worker::write(site, out);
    election::write(site, out);
    agreement::write(site, out);
    activity::write(site, out);
    recognition::write(site, out);
    service::write(site, out);
    case::write(site, out);
    decisions(site, out);
}

/// Meetings, disclosures and money, where the standard that is linked has these record types.
fn decisions(site: &Site<'_>, out: &mut Output) {
    type Write = fn(&Site<'_>, Kind, &mut Output);
    let families: [(&str, Write); 3] =
        [("meeting", meeting::write), ("disclosure", disclosure::write), ("fund", fund::write)];
    for (name, write) in families {
        if let Some(kind) = Kind::parse(name) {
            write(site, kind, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::day::Day;
    use crate::plan::Plan;

    /// The records of a family, written as whatever type there is.
    fn written(site: &Site<'_>, write: fn(&Site<'_>, Kind, &mut Output)) -> Vec<Value> {
        let mut out = Output::default();
        write(site, Kind::Case, &mut out);
        let lines = std::str::from_utf8(out.text(Kind::Case)).unwrap().lines();
        lines.map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn day(value: &Value) -> Option<Day> {
        value.as_str().and_then(Day::parse)
    }

    /// What the rules MTG, PUB and FND ask of them.
    #[test]
    fn decisions_and_money_agree() {
        for (seed, as_of) in [(1, "2026-06-30"), (2, "2026-01-03"), (3, "2024-02-29"), (4, "2018-12-31")] {
            let as_of = Day::parse(as_of).unwrap();
            let plan = Plan::new(12, &[], 40, seed, as_of);
            for index in 0..12 {
                let site = &Site::new(&plan, index);
                let disclosures = written(site, disclosure::write);
                let known: BTreeSet<&str> =
                    disclosures.iter().map(|one| one["id"].as_str().unwrap()).collect();
                assert!(known.len() == disclosures.len() && known.len() > 6);
                for one in &disclosures {
                    let on = day(&one["disclosed_on"]).unwrap();
                    assert!(on <= as_of && day(&one["withdrawn_on"]).is_none_or(|last| last > on));
                    assert!(day(&one["period_ends_on"]).is_none_or(|last| on > last && on.0 - last.0 <= 92));
                    assert!(one["answered"].as_i64() <= one["objections"].as_i64());
                }
                // one of money in the last 92 days, as the law asks
                let finance = disclosures.iter().filter(|one| one["kind"] == "finance");
                let newest = finance.filter_map(|one| day(&one["disclosed_on"])).max().unwrap();
                assert!(as_of.0 - newest.0 <= 92 + 45, "{as_of:?} {newest:?}");
                let refers = |one: &Value| one["disclosure"].as_str().is_none_or(|id| known.contains(id));
                for one in written(site, meeting::write) {
                    assert!(refers(&one), "{one}");
                    let is_over = one["status"] == "completed";
                    assert_eq!(day(&one["held_on"]).unwrap() <= as_of, is_over, "{one}");
                    let (entitled, attended) = (one["entitled"].as_i64(), one["attended"].as_i64());
                    assert!(attended <= entitled && attended.is_some() == is_over, "{one}");
                    let topics = one["topics"].as_array().unwrap();
                    assert!(!topics.iter().any(|topic| topic == "finance") || one["disclosure"].is_string());
                    for decision in one["decisions"].as_array().into_iter().flatten() {
                        let votes = |key: &str| decision[key].as_i64().unwrap();
                        assert_eq!(
                            Some(votes("in_favour") + votes("against") + votes("abstained")),
                            attended
                        );
                        assert!(votes("in_favour") * 2 > attended.unwrap());
                    }
                    let (entitled, attended) = (entitled.unwrap_or(1), attended.unwrap_or(1));
                    match one["kind"].as_str().unwrap() {
                        "villagers_assembly" => assert!(attended * 2 > entitled),
                        "villagers_representatives" => assert!(attended * 3 >= entitled * 2),
                        _ => {}
                    }
                }
                let funds = written(site, fund::write);
                assert!(funds.len() >= 8);
                for one in funds {
                    let yuan = |key: &str| one[key].as_i64().unwrap();
                    assert!(
                        yuan("spent") <= yuan("received") && yuan("received") <= yuan("budgeted"),
                        "{one}"
                    );
                    assert!(refers(&one) && yuan("year") <= as_of.year().into());
                }
            }
        }
    }
}
