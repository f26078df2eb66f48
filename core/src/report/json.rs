//! The report as JSON; its schema is published and versioned.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::style::address;
use super::{Cause, Layout, Report};
use crate::error::Obstacle;
use crate::finding::{Finding, Param, Place, Related};
use crate::rule::Severity;
use crate::{Lang, Words};

/// The version of the report's form.
pub(super) const VERSION: &str = "1.0";

/// How many causes stand under what to fix first.
pub(super) const FIRST: usize = 10;

/// The report in the form that is published as `report.schema.json`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct JsonReport<'a> {
    /// The version of this form.
    report: &'static str,
    /// What was decided, and what it rests on.
    verdict: Verdict<'a>,
    /// Records read and records with an error, by record type.
    records: BTreeMap<&'static str, Records>,
    /// How many findings there are; exact whatever is listed.
    counts: Counts<'a>,
    /// Whether there are more findings than are listed.
    truncated: bool,
    /// What to fix first: errors first, then what most records have; at most ten.
    first: Vec<First>,
    /// What all findings come from, in the same order.
    causes: Vec<Gathered<'a>>,
    /// The findings in order of file, place, pointer and rule.
    findings: Vec<Item<'a>>,
    /// Where the text of a rule is found: a command or an address in which `{rule}` stands for its id; null where the
    /// report was not told.
    explain: Option<&'a str>,
}

/// What was decided, and what it rests on.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Verdict<'a> {
    /// Whether every input was read to its end and no record has an error.
    ok: bool,
    /// Whether every input was read to its end.
    complete: bool,
    /// The version of the library.
    library: &'a str,
    /// The version of the standard.
    standard: &'a str,
    /// The revision of the standard's pages.
    revision: u32,
    /// The editions of the code tables that rest on a standard, and the division table loaded.
    codes: BTreeMap<&'a str, Cow<'a, str>>,
    /// The profile; null where there is none.
    profile: Option<&'static str>,
    /// What options changed about rules; empty where they are the standard's.
    changes: &'a [String],
    /// The reference date.
    as_of: String,
    /// What was checked: record, each by itself; dataset, how they go together too; package, files without a look
    /// at their records.
    scope: &'static str,
    /// Of a dataset, the record types of which there was no input.
    not_held: Vec<&'static str>,
    /// What was checked and what was not.
    checked: Both<'a>,
    /// The inputs in order.
    input: Vec<Input<'a>>,
    /// Files of the folders that were left alone, in order of names.
    left: Vec<LeftFile<'a>>,
}

/// A file of a folder that was left alone.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct LeftFile<'a> {
    /// Its path.
    file: &'a str,
    /// hidden, lock-file or other.
    why: &'static str,
}

/// One input.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Input<'a> {
    /// Its name as the caller gave it; `-` is standard input.
    file: &'a str,
    /// The record type; null where it is not known.
    kind: Option<&'static str>,
    /// Records read from it.
    read: u64,
    /// Records with an error.
    bad: u64,
    /// What kept it from being read to its end; null where nothing did.
    obstacle: Option<Hindrance>,
    /// How its records lie in it: ndjson, array or record, or table; manifest where it is that of a package; null where
    /// nothing could be read.
    form: Option<&'static str>,
    /// Of a table, the rows with an error, from 1, as runs: the first and the last row of each; absent
    /// where the input is no table.
    #[serde(skip_serializing_if = "Option::is_none")]
    bad_rows: Option<Vec<[u64; 2]>>,
}

/// What kept an input from being read to its end.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Hindrance {
    /// Its name.
    name: &'static str,
    /// In Chinese, with what to do.
    zh: &'static str,
    /// In English, with what to do.
    en: &'static str,
}

impl From<Obstacle> for Hindrance {
    fn from(obstacle: Obstacle) -> Self {
        let Words { zh, en } = obstacle.words();
        Self { name: obstacle.name(), zh, en }
    }
}

/// Records read and records with an error.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Records {
    /// Records read.
    read: u64,
    /// Records with an error.
    bad: u64,
}

/// How many findings there are.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Counts<'a> {
    /// Errors.
    error: u64,
    /// Warnings.
    warning: u64,
    /// Notes of severity info.
    info: u64,
    /// By rule.
    rules: &'a BTreeMap<&'static str, u64>,
}

/// A text in both languages.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Both<'a> {
    /// Chinese.
    zh: Cow<'a, str>,
    /// English.
    en: Cow<'a, str>,
}

impl<'a> Both<'a> {
    fn of(text: impl Fn(Lang) -> String) -> Both<'a> {
        Self { zh: Cow::Owned(text(Lang::Zh)), en: Cow::Owned(text(Lang::En)) }
    }
}

/// A cause of findings.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct First {
    /// The field and what is wrong with it.
    cause: Both<'static>,
    /// The rule.
    rule: &'static str,
    /// The record type.
    kind: &'static str,
    /// The field: a JSON Pointer with `*` for positions in lists.
    field: String,
    /// How many records have it.
    records: u64,
    /// What to do.
    advice: Both<'static>,
}

/// Findings of one rule at one field.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Gathered<'a> {
    /// The field: a JSON Pointer with `*` for positions in lists.
    field: &'a str,
    /// How many records have it.
    records: u64,
    /// How many findings there are.
    findings: u64,
    /// The first of them, with rule, severity and record type; it may be one that is not listed.
    first: Item<'a>,
}

/// A finding.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Item<'a> {
    /// The rule.
    rule: &'static str,
    /// The name of the rule.
    name: &'static str,
    /// error, warning or info.
    severity: &'static str,
    /// The record type.
    kind: &'static str,
    /// The record's id, masked where it is a personal number; null where it cannot be read.
    id: Option<&'a str>,
    /// The field as a JSON Pointer.
    pointer: &'a str,
    /// Where the record stands.
    source: Source<'a>,
    /// The other records that are part of it, in their order; of many the first.
    related: Vec<Partner<'a>>,
    /// Limits, forms and codes that the message names.
    #[cfg_attr(feature = "schemas", schemars(with = "serde_json::Map<String, Value>"))]
    params: BTreeMap<&'static str, Value>,
    /// What is wrong.
    message: Both<'a>,
    /// How often it occurs, where one finding stands for many.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    /// The address of the rule's page; absent where the report was not told one.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// Another record that a finding is about too.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Partner<'a> {
    /// Its type.
    kind: &'static str,
    /// Its id; null where it cannot be read.
    id: Option<&'a str>,
    /// Where it stands.
    source: Source<'a>,
}

/// Where a record stands; neither line nor row where the finding is of the file as a whole.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
struct Source<'a> {
    /// The file; `-` is standard input.
    file: &'a str,
    /// The position of the file among the inputs of the verdict, from 0.
    input: usize,
    /// The line on which the record begins, from 1; not of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    /// The row of a table, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u64>,
}

impl Report {
    /// The report in its published form.
    pub fn to_json(&self) -> JsonReport<'_> {
        self.to_json_with(None)
    }

    /// The report in its published form, with the command or the address that leads to the text of a rule; `{rule}` in it
    /// stands for the rule's id.
    ///
    /// ```
    /// use shequ::{Checker, Kind, Options};
    /// let report = Checker::new(Options::new()).check(Kind::Case, b"{}");
    /// let json = serde_json::to_value(report.to_json_with(Some("https://example.org/{rule}.md")))?;
    /// assert_eq!(json["findings"][0]["url"], "https://example.org/STR003.md");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn to_json_with<'a>(&'a self, explain: Option<&'a str>) -> JsonReport<'a> {
        JsonReport {
            report: VERSION,
            verdict: self.verdict(),
            records: self
                .records()
                .into_iter()
                .map(|(kind, tally)| (kind.name(), Records { read: tally.read, bad: tally.bad }))
                .collect(),
            counts: Counts {
                error: self.count(Severity::Error),
                warning: self.count(Severity::Warning),
                info: self.count(Severity::Info),
                rules: self.rules(),
            },
            truncated: self.is_truncated(),
            first: self.causes().iter().take(FIRST).map(first).collect(),
            causes: self.causes().iter().map(|cause| self.gathered(cause, explain)).collect(),
            findings: self.findings().iter().map(|finding| self.item(finding, explain)).collect(),
            explain,
        }
    }

    fn verdict(&self) -> Verdict<'_> {
        Verdict {
            ok: self.is_ok(),
            complete: !self.is_incomplete(),
            library: self.library(),
            standard: self.standard(),
            revision: self.revision(),
            codes: self.code_editions(),
            profile: None,
            changes: self.changes(),
            as_of: self.as_of().to_string(),
            scope: self.scope().name(),
            not_held: self.not_held().into_iter().map(crate::Kind::name).collect(),
            checked: Both::of(|lang| self.checked(lang)),
            left: self
                .left()
                .iter()
                .map(|left| LeftFile { file: &left.name, why: left.why.name() })
                .collect(),
            input: self
                .inputs()
                .iter()
                .map(|input| Input {
                    file: &input.name,
                    kind: input.kind.map(crate::Kind::name),
                    read: input.tally.read,
                    bad: input.tally.bad,
                    obstacle: input.obstacle.map(Hindrance::from),
                    form: input.layout.map(Layout::name),
                    bad_rows: input
                        .is_table()
                        .then(|| input.bad_rows.ranges().map(|run| [*run.start(), *run.end()]).collect()),
                })
                .collect(),
        }
    }

    fn gathered<'a>(&'a self, cause: &'a Cause, explain: Option<&str>) -> Gathered<'a> {
        let Cause { first, field, records, findings } = cause;
        Gathered { field, records: *records, findings: *findings, first: self.item(first, explain) }
    }

    fn item<'a>(&'a self, finding: &'a Finding, explain: Option<&str>) -> Item<'a> {
        Item {
            rule: finding.rule.id,
            name: finding.rule.name,
            severity: finding.severity.name(),
            kind: finding.subject.name(),
            id: finding.id.as_deref(),
            pointer: &finding.pointer,
            source: self.source(finding.place),
            related: finding.related.iter().map(|related| self.partner(related)).collect(),
            params: finding.params.iter().map(|(name, param)| (*name, value(param))).collect(),
            message: Both::of(|lang| finding.message(lang)),
            count: finding.count,
            url: address(explain, finding.rule),
        }
    }

    fn partner<'a>(&'a self, related: &'a Related) -> Partner<'a> {
        let Related { kind, id, place } = related;
        Partner { kind: kind.name(), id: id.as_deref(), source: self.source(*place) }
    }

    fn source(&self, place: Place) -> Source<'_> {
        let file = &self.inputs()[place.file].name;
        Source { file, input: place.file, line: self.line(place), row: self.row(place) }
    }
}

fn first(cause: &Cause) -> First {
    First {
        cause: Both::of(|lang| cause.title(lang)),
        rule: cause.first.rule.id,
        kind: cause.first.subject.name(),
        field: cause.field.clone(),
        records: cause.records,
        advice: Both::of(|lang| cause.first.advice(lang)),
    }
}

fn value(param: &Param) -> Value {
    match param {
        Param::Number(number) => (*number).into(),
        Param::Text(text) => text.as_ref().into(),
        Param::Words(words) => serde_json::json!({ "zh": words.zh, "en": words.en }),
        Param::Phrase(zh, en) => serde_json::json!({ "zh": zh, "en": en }),
    }
}
