//! The conformance cases of datasets: exactly their findings, in any order of files and with any number of threads.

use std::ops::ControlFlow;
use std::path::Path;

use serde_json::Value;
use shequ::{Checker, Finding, Kind, Options, Scope, Source, Sources};

use crate::conformance::folders;
use crate::support::{entries, read_json};

/// Rule, record type, id and pointer of a finding.
type Found = (String, String, Option<String>, String);

/// One case: records by their types, and the whole list of what must come out.
struct Case {
    name: String,
    as_of: jiff::civil::Date,
    files: Vec<(Kind, String)>,
    findings: Vec<Found>,
}

fn cases() -> Vec<Case> {
    let paths = folders().into_iter().flat_map(|folder| entries(&folder));
    paths.filter_map(|path| Case::read(&path)).collect()
}

impl Case {
    /// The case of a file; none where it is about something else.
    fn read(path: &Path) -> Option<Self> {
        let case = read_json(path);
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let finding = |finding: &Value| {
            let field = |name: &str| text(&finding[name]).unwrap_or_else(|| panic!("{}", path.display()));
            (field("rule"), field("kind"), text(&finding["id"]), field("pointer"))
        };
        let files = case["dataset"].as_object()?.iter().map(|(kind, records)| {
            let lines = records.as_array().unwrap().iter().map(|record| format!("{record}\n"));
            (Kind::parse(kind).unwrap(), lines.collect())
        });
        Some(Self {
            name: path.display().to_string(),
            as_of: text(&case["as_of"])?.parse().unwrap(),
            files: files.collect(),
            findings: case["findings"].as_array()?.iter().map(finding).collect(),
        })
    }

    fn sources(&self) -> Vec<Source> {
        let source = |(kind, lines): &(Kind, String)| {
            Source::memory(*kind, &format!("{}.ndjson", kind.plural()), lines.as_bytes())
        };
        self.files.iter().map(source).collect()
    }

    fn found(&self, sources: Vec<Source>, threads: usize) -> Vec<Found> {
        let checker = Checker::new(Options::new().as_of(self.as_of).threads(threads).scope(Scope::Dataset));
        let report = checker
            .check_sources(&Sources::of(sources), &mut |_| ControlFlow::Continue(()))
            .unwrap_or_else(|error| panic!("{}: {error}", self.name));
        report.findings().iter().map(found).collect()
    }
}

fn found(finding: &Finding) -> Found {
    let subject = finding.subject.name().to_owned();
    (finding.rule.id.to_owned(), subject, finding.id.clone(), finding.pointer.clone())
}

#[test]
fn every_case_gives_exactly_its_findings() {
    let cases = cases();
    assert!(cases.len() > 300, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let found = case.found(case.sources(), 1);
        if found != case.findings {
            wrong.push(format!("{}:\n  {found:?}\n  expected {:?}", case.name, case.findings));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn files_may_be_given_in_any_order_and_to_any_number_of_threads() {
    for case in cases() {
        let reversed = case.sources().into_iter().rev().collect();
        assert_eq!(case.found(reversed, 3), case.findings, "{}", case.name);
    }
}

/// A province in which each record of a type stands twice, so that most rules have something to say.
fn doubled() -> Vec<Source> {
    let province = shequ_generate::Province::new(7, jiff::civil::date(2026, 6, 30));
    let generated = province.communities(12).volunteers_per_community(40).defects(0.1).dataset().unwrap();
    let twice = |kind: Kind| [generated.text(kind), generated.text(kind)].concat();
    Kind::all().map(|kind| Source::memory(kind, kind.plural(), twice(kind))).collect()
}

#[test]
fn neither_memory_nor_threads_change_a_report() {
    let report = |memory: u64, threads: usize| {
        let options = Options::new().as_of(jiff::civil::date(2026, 6, 30)).memory(memory).threads(threads);
        let checked =
            Checker::new(options).check_sources(&Sources::of(doubled()), &mut |_| ControlFlow::Continue(()));
        serde_json::to_value(checked.unwrap().to_json()).unwrap()
    };
    let whole = report(512 << 20, 2);
    let repeated = whole["counts"]["rules"]["REF002"].as_u64().unwrap();
    assert!(repeated > 1_000, "{}", whole["counts"]);
    assert_eq!(report(0, 1), whole);
    assert_eq!(report(0, 4), whole);
    assert_eq!(report(1 << 20, 1), whole);
}

#[test]
fn a_dataset_that_is_stopped_has_no_report() {
    let checker = Checker::new(Options::new());
    let stopped = checker.check_sources(&Sources::of(doubled()), &mut |_| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(shequ::Error::Stopped)));
}
