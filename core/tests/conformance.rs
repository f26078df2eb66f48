//! Every case of `schemas/v1/conformance`, and what every example record must be.

use std::path::{Path, PathBuf};

use serde_json::Value;
use shequ::{Checker, DivisionTable, Kind, Options, Report};

use crate::support::{entries, example, read_json, root};

/// One case: what goes in, and the whole list of what must come out.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) as_of: jiff::civil::Date,
    pub(crate) bytes: Vec<u8>,
    pub(crate) divisions: Option<DivisionTable>,
    pub(crate) findings: Vec<(String, String)>,
    pub(crate) schema: bool,
}

/// All cases of one record in order of rule and number.
pub(crate) fn cases() -> Vec<Case> {
    let paths = folders().into_iter().flat_map(|folder| entries(&folder));
    paths.filter(|path| read_json(path)["kind"].is_string()).map(|path| Case::read(&path)).collect()
}

/// The folders of cases, one for each rule.
pub(crate) fn folders() -> Vec<PathBuf> {
    entries(&root().join("schemas/v1/conformance"))
}

impl Case {
    fn read(path: &Path) -> Self {
        let case = read_json(path);
        let text = |key: &str| {
            case[key].as_str().unwrap_or_else(|| panic!("{}: no {key}", path.display())).to_owned()
        };
        let bytes = match (&case["record"], &case["text"], &case["bytes_hex"]) {
            (Value::Null, Value::Null, Value::String(hex)) => from_hex(hex),
            (Value::Null, Value::String(text), _) => text.clone().into_bytes(),
            (record, ..) => serde_json::to_vec(record).unwrap(),
        };
        let findings = case["findings"].as_array().unwrap().iter();
        let findings = findings.map(|finding| {
            (finding["rule"].as_str().unwrap().to_owned(), finding["pointer"].as_str().unwrap().to_owned())
        });
        Self {
            name: name(path),
            kind: Kind::parse(&text("kind")).unwrap(),
            as_of: text("as_of").parse().unwrap(),
            bytes,
            divisions: case["divisions"].as_array().map(|rows| table(rows)),
            findings: findings.collect(),
            schema: case["schema"].as_bool().unwrap_or_else(|| panic!("{}: no schema", path.display())),
        }
    }

    pub(crate) fn check(&self) -> Report {
        let mut options = Options::new().as_of(self.as_of).threads(1);
        if let Some(table) = &self.divisions {
            options = options.divisions(table.clone());
        }
        Checker::new(options).check(self.kind, &self.bytes)
    }
}

/// The folder and the file of a case: `IDN001/003-wrong-digit`.
pub(crate) fn name(path: &Path) -> String {
    let parts: Vec<_> = path.iter().rev().take(2).map(|part| part.to_string_lossy().into_owned()).collect();
    format!("{}/{}", parts[1], parts[0].trim_end_matches(".json"))
}

pub(crate) fn from_hex(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn table(rows: &[Value]) -> DivisionTable {
    let mut text = "code\tname\tfrom\tto\tsuccessors\n".to_owned();
    for row in rows {
        let cell = |key: &str| match &row[key] {
            Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(";"),
            value => value.as_str().unwrap_or_default().to_owned(),
        };
        let cells = ["code", "name", "from", "to", "successors"].map(cell);
        text += &(cells.join("\t") + "\n");
    }
    DivisionTable::read(text.as_bytes()).unwrap()
}

fn found(report: &Report) -> Vec<(String, String)> {
    let pair = |finding: &shequ::Finding| (finding.rule.id.to_owned(), finding.pointer.clone());
    report.findings().iter().map(pair).collect()
}

#[test]
fn every_case_gives_exactly_its_findings() {
    let cases = cases();
    assert!(cases.len() > 1000, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let found = found(&case.check());
        if found != case.findings {
            wrong.push(format!("{}: {found:?}, expected {:?}", case.name, case.findings));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_example_record_is_clean_and_canonical() {
    for kind in Kind::all() {
        let record = example(kind);
        let checker = Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)));
        let report = checker.check(kind, record.to_string().as_bytes());
        assert_eq!(found(&report), [], "{kind}");
    }
}

#[test]
fn cases_lie_under_the_rule_that_they_are_about() {
    for folder in folders() {
        let rule = folder.file_name().unwrap().to_string_lossy().into_owned();
        let files: Vec<PathBuf> = entries(&folder);
        let fails = |path: &PathBuf| {
            let case = read_json(path);
            case["findings"].as_array().unwrap().iter().any(|finding| finding["rule"] == *rule)
        };
        let failing = files.iter().filter(|path| fails(path)).count();
        assert!(failing >= 2 && files.len() > failing, "{rule}: {failing} of {} cases fail", files.len());
    }
}
