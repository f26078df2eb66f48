//! What the defects declare, held against the checker record by record.

use super::*;
use crate::{Checker, Options};

fn findings(province: &Province) -> Vec<String> {
    let dataset = province.dataset().unwrap();
    let checker = Checker::new(Options::new().as_of(province.as_of).limit(0));
    Kind::all()
        .flat_map(|kind| checker.check(kind, dataset.text(kind)).into_findings())
        .map(|finding| format!("{} {} {:?} {}", finding.rule.id, finding.kind, finding.id, finding.pointer))
        .collect()
}

#[test]
fn clean() {
    for seed in 0..20 {
        for day in [
            "2000-01-01",
            "2010-03-31",
            "2018-12-28",
            "2018-12-29",
            "2020-02-29",
            "2024-02-29",
            "2025-12-31",
            "2026-01-01",
            "2026-06-30",
            "2040-12-31",
            "2100-12-31",
        ] {
            let province =
                Province::new(seed, day.parse().unwrap()).communities(3).volunteers_per_community(30);
            let found = findings(&province);
            assert!(found.is_empty(), "{seed} {day}: {} {:#?}", found.len(), &found[..found.len().min(10)]);
        }
    }
}
