//! Takes an example that passes and one that fails each rule from the conformance cases.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use shequ::{Checker, DivisionTable, Kind, Lang, Options, Rule, rules};

use crate::excerpt::Tree;

/// Letters of an excerpt beyond which a shorter case is looked for.
const LONG: usize = 300;
/// Letters of a text in an excerpt beyond which it is cut.
const MAX_TEXT: usize = 60;

/// The examples of all rules as JSON: one that passes, then one that fails.
///
/// # Panics
/// Where a case is not of its form.
pub(crate) fn generate(cases: &Path) -> String {
    let mut all = BTreeMap::new();
    for rule in rules::all() {
        let cases = read_all(&cases.join(rule.id));
        let Some(failing) = choose(&cases, rule, true, None) else { continue };
        let Some(passing) = choose(&cases, rule, false, Some(&failing)) else { continue };
        all.insert(rule.id, [passing.data(), failing.data()]);
    }
    serde_json::to_string_pretty(&all).expect("a JSON value can be written") + "\n"
}

struct Case {
    kind: String,
    as_of: String,
    shows: String,
    /// The record, or the dataset, as JSON or as the text that is not.
    text: String,
    divisions: Vec<Value>,
    findings: Vec<Found>,
}

#[derive(Clone, PartialEq)]
struct Found {
    rule: String,
    pointer: String,
    zh: String,
    en: String,
}

impl Found {
    /// Whether it is about the form of a part of a record, so that the part would no longer say what
    /// it said. Of the record itself an excerpt may leave anything out.
    fn is_hole(&self) -> bool {
        self.rule.starts_with("STR") && self.pointer.matches('/').count() > 1
    }
}

/// Cases in order of their names; those whose bytes are no text are left out.
fn read_all(folder: &Path) -> Vec<Case> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.iter().filter_map(|path| read(path)).collect()
}

fn read(path: &Path) -> Option<Case> {
    let source = fs::read_to_string(path).ok()?;
    let case: Value =
        serde_json::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = match (&case["text"], &case["package"]) {
        (Value::String(text), _) => text.clone(),
        (_, Value::Object(files)) => package(files).to_string(),
        _ => member(&Tree::parse(&source)?, &["record", "dataset"])?.flat(),
    };
    let string = |key: &str| case[key].as_str().unwrap_or_default().to_owned();
    let kind = match &case["kind"] {
        Value::String(kind) => kind.clone(),
        _ if case["package"].is_object() => PACKAGE.to_owned(),
        _ => DATASET.to_owned(),
    };
    let mut read = Case {
        kind,
        as_of: string("as_of"),
        shows: string("why"),
        text,
        divisions: case["divisions"].as_array().cloned().unwrap_or_default(),
        findings: case["findings"].as_array()?.iter().map(stated).collect(),
    };
    if let Some(found) = read.found(&read.text) {
        read.findings = found;
    }
    Some(read)
}

/// What stands for a record type where a case is of many records.
const DATASET: &str = "dataset";
const PACKAGE: &str = "package";

/// The files of a package, the manifest as what it says.
fn package(files: &serde_json::Map<String, Value>) -> Value {
    let said = |name: &str, content: &Value| match content.as_str() {
        Some(text) if name == "datapackage.json" => {
            serde_json::from_str(text).unwrap_or_else(|_| content.clone())
        }
        _ => content.clone(),
    };
    files
        .iter()
        .map(|(name, content)| (name.clone(), said(name, content)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// A member as it is written in the file of the case.
fn member<'a>(case: &'a Tree, keys: &[&str]) -> Option<&'a Tree> {
    let Tree::Object(members) = case else { return None };
    members.iter().find(|row| keys.contains(&row.0.trim_matches('"'))).map(|row| &row.1)
}

/// A finding as the case states it; the title of the rule stands for the message.
fn stated(finding: &Value) -> Found {
    let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    let title = rules::find(&text("rule")).map(|rule| rule.title);
    Found {
        rule: text("rule"),
        pointer: text("pointer"),
        zh: title.map_or("", |title| title.zh).to_owned(),
        en: title.map_or("", |title| title.en).to_owned(),
    }
}

impl Case {
    /// What the library finds in a text in place of the record; none for a dataset.
    fn found(&self, text: &str) -> Option<Vec<Found>> {
        let kind = Kind::parse(&self.kind)?;
        let mut options = Options::new().as_of(self.as_of.parse().ok()?).threads(1);
        if !self.divisions.is_empty() {
            let table = format!("code\tname\tfrom\tto\tsuccessors\n{}\n", self.division_rows().join("\n"));
            options = options.divisions(DivisionTable::read(table.as_bytes()).ok()?);
        }
        let report = Checker::new(options).check(kind, text.as_bytes());
        let found = report.findings().iter().map(|finding| Found {
            rule: finding.rule.id.to_owned(),
            pointer: finding.pointer.clone(),
            zh: finding.message(Lang::Zh),
            en: finding.message(Lang::En),
        });
        Some(found.collect())
    }

    fn of(findings: &[Found], rule: &Rule) -> Vec<Found> {
        findings.iter().filter(|found| found.rule == rule.id).cloned().collect()
    }

    fn division_rows(&self) -> Vec<String> {
        let cell = |row: &Value, key: &str| match &row[key] {
            Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(";"),
            value => value.as_str().unwrap_or_default().to_owned(),
        };
        let keys = ["code", "name", "from", "to", "successors"];
        self.divisions.iter().map(|row| keys.map(|key| cell(row, key)).join("\t")).collect()
    }

    /// The case with the part of its record that matters to a rule.
    fn excerpt(&self, rule: &Rule, failing: Option<&Example>) -> Example {
        let mut example = Example {
            fails: failing.is_none(),
            kind: self.kind.clone(),
            as_of: self.as_of.clone(),
            shows: self.shows.clone(),
            text: self.text.clone(),
            pointers: Vec::new(),
            divisions: self.division_rows().iter().map(|row| row.trim_end().replace('\t', "  ")).collect(),
            findings: self.findings.clone(),
        };
        let Some(tree) = Tree::parse(&self.text) else { return example };
        let own = Self::of(&self.findings, rule);
        let whole = tree.pointers();
        let wanted: Vec<&String> = failing
            .into_iter()
            .flat_map(|failing| &failing.pointers)
            .filter(|pointer| whole.contains(pointer))
            .collect();
        let holds = |tree: &Tree| {
            let (pointers, found) = (tree.pointers(), self.found(&tree.flat()).unwrap_or_default());
            Self::of(&found, rule) == own
                && wanted.iter().all(|pointer| pointers.contains(pointer))
                && found.iter().all(|found| !found.is_hole() || self.findings.contains(found))
        };
        // of another record type nothing says what matters
        let is_one = ![DATASET, PACKAGE].contains(&self.kind.as_str());
        let alike = is_one && failing.is_none_or(|failing| failing.kind == self.kind);
        let mut shrunk = if alike { tree.shrunk(&holds) } else { tree.clone() };
        if matches!(&shrunk, Tree::Object(members) if members.is_empty()) {
            shrunk = tree;
        }
        example.pointers = shrunk.pointers();
        example.pointers.extend(own.into_iter().map(|found| found.pointer));
        example.text = cut(&shrunk).pretty();
        example
    }
}

/// The tree with long texts cut.
fn cut(tree: &Tree) -> Tree {
    match tree {
        Tree::Scalar(text) if text.chars().count() > MAX_TEXT => {
            Tree::Scalar(format!("{}…\"", text.chars().take(MAX_TEXT / 2).collect::<String>()))
        }
        Tree::Scalar(text) => Tree::Scalar(text.clone()),
        Tree::List(items) => Tree::List(items.iter().map(cut).collect()),
        Tree::Object(members) => {
            Tree::Object(members.iter().map(|(key, value)| (key.clone(), cut(value))).collect())
        }
    }
}

struct Example {
    fails: bool,
    kind: String,
    as_of: String,
    shows: String,
    text: String,
    /// What is in it, and what the rule points at.
    pointers: Vec<String>,
    divisions: Vec<String>,
    findings: Vec<Found>,
}

/// The first case that shows the rule and nothing else, in few letters; else the shortest.
fn choose(cases: &[Case], rule: &Rule, fails: bool, failing: Option<&Example>) -> Option<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for case in cases.iter().filter(|case| Case::of(&case.findings, rule).is_empty() != fails) {
        let example = case.excerpt(rule, failing);
        let alone = case.findings.iter().all(|found| found.rule == rule.id);
        let alike = failing.is_none_or(|failing| failing.kind == example.kind);
        if alone && alike && example.text.chars().count() <= LONG {
            return Some(example);
        }
        examples.push(example);
    }
    examples.into_iter().min_by_key(|example| example.text.chars().count())
}

impl Example {
    fn data(&self) -> Value {
        let breach = |found: &Found| json!({ "rule": found.rule, "pointer": found.pointer, "zh": found.zh, "en": found.en });
        json!({
            "fails": self.fails,
            "kind": self.kind,
            "as_of": self.as_of,
            "shows": self.shows,
            "json": visible(&self.text),
            "divisions": self.divisions,
            "breaches": self.findings.iter().map(breach).collect::<Vec<_>>(),
        })
    }
}

/// JSON in which what cannot be seen is escaped.
fn visible(text: &str) -> String {
    let is_unseen = |letter: char| {
        letter != '\n' && letter.is_control()
            || matches!(
                letter,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{3000}' | '\u{3164}'
            )
            || matches!(letter, '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}'..='\u{200f}')
            || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ffa0}')
            || matches!(letter, '\u{a0}' | '\u{e000}'..='\u{f8ff}')
    };
    let mut out = String::new();
    for letter in text.chars() {
        if is_unseen(letter) {
            let _ = write!(out, "\\u{:04x}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out
}
