//! What the defects declare, held against the checker record by record.

use std::collections::BTreeMap;

use super::defects::{self, Scene};
use super::random::{Purpose, Random};
use super::*;

use shequ::{Checker, Options, Scope, rules};

/// Seeds with days on which laws, leap years and ends of months matter.
const WORLDS: [(u64, &str); 4] = [(1, "2026-06-30"), (2, "2010-03-31"), (3, "2024-02-29"), (4, "2026-01-01")];

/// Rule, id and pointer, in order.
type Findings = Vec<(String, Option<String>, String)>;

fn checked(checker: &Checker, kind: Kind, text: &[u8]) -> Findings {
    let found = checker.check_reader(kind, "-.ndjson", text).into_findings();
    let mut found: Findings =
        found.into_iter().map(|finding| (finding.rule.id.to_owned(), finding.id, finding.pointer)).collect();
    found.sort();
    found
}

/// Some lines of a type, from all over the file.
fn some_lines<'t>(text: &'t [u8], number: usize, random: &mut Random) -> Vec<&'t str> {
    let lines: Vec<&str> = std::str::from_utf8(text).unwrap().lines().collect();
    random.some(&lines, number)
}

#[test]
fn every_defect_makes_the_findings_that_it_declares_and_no_other() {
    let mut times: BTreeMap<(&str, &str), u32> =
        defects::all().map(|one| ((one.rule, one.what), 0)).collect();
    for (seed, day) in WORLDS {
        let as_of = day.parse().unwrap();
        let checker = Checker::new(Options::new().as_of(as_of).threads(1));
        let dataset =
            Province::new(seed, as_of).communities(8).volunteers_per_community(40).dataset().unwrap();
        let random = &mut Random::new(seed, Purpose::Defect, 0, 0);
        for kind in Kind::all() {
            // these are of many kinds
            let number = match kind {
                Kind::Organisation | Kind::Service => 60,
                Kind::Volunteer | Kind::Facility => 30,
                _ => 10,
            };
            for line in some_lines(dataset.text(kind), number, random) {
                for defect in defects::all().filter(|defect| defect.befalls(kind)) {
                    let scene = &mut Scene { as_of: Day::of(as_of), kind, random: &mut *random };
                    let Some((draft, made)) = defects::attempt(defect, line, scene) else { continue };
                    *times.get_mut(&(defect.rule, defect.what)).unwrap() += 1;
                    let id = draft.id();
                    let mut expected: Findings = made
                        .into_iter()
                        .map(|made| (made.rule().to_owned(), id.clone(), made.pointer().to_owned()))
                        .collect();
                    expected.sort();
                    let found = checked(&checker, kind, &draft.bytes());
                    let text = String::from_utf8_lossy(&draft.bytes()).into_owned();
                    assert_eq!(found, expected, "{} {}, {day}: {text}", defect.rule, defect.what);
                    assert!(expected.iter().any(|(rule, ..)| rule == defect.rule));
                }
            }
        }
    }
    let dead: Vec<_> = times.iter().filter(|(_, times)| **times == 0).collect();
    assert!(dead.is_empty(), "defects that befall hardly any record: {dead:?}");
}

#[test]
fn every_rule_on_a_record_has_a_defect_or_a_reason() {
    let named = |rule: &str| {
        (defects::all().any(|one| one.rule == rule), defects::EXCUSES.iter().any(|one| one.rule == rule))
    };
    for rule in rules::all().filter(|rule| rule.scope == Scope::Record) {
        let (broken, excused) = named(rule.id);
        assert!(broken != excused, "{}: a defect {broken}, a reason {excused}", rule.id);
    }
    for defect in defects::all() {
        let rule = rules::find(defect.rule).unwrap();
        let looks_at = |kind: &Kind| rule.kinds().contains(kind);
        assert!(defect.kinds.iter().all(looks_at), "{} {}", defect.rule, defect.what);
        let same = defects::all().filter(|one| (one.rule, one.what) == (defect.rule, defect.what)).count();
        assert_eq!(same, 1, "{} {}", defect.rule, defect.what);
    }
    assert!(defects::EXCUSES.iter().all(|excuse| !excuse.reason.is_empty()));
}
