//! What findings have in common: the same rule at the same field of the same record type.

use std::collections::HashMap;

use crate::finding::Finding;
use crate::{Kind, Lang};

/// Findings of one rule at one field, over all records.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Cause {
    /// The first of them.
    pub first: Finding,
    /// The field: a JSON Pointer with `*` for positions in lists.
    pub field: String,
    /// How many records have it.
    pub records: u64,
    /// How many findings there are.
    pub findings: u64,
}

impl Cause {
    /// The title of the field and the title of the rule.
    pub fn title(&self, lang: Lang) -> String {
        let rule = self.first.rule.title.get(lang);
        match self.first.kind.declaration().field(&self.field) {
            Some(field) if lang == Lang::Zh => format!("{}：{rule}", field.title.zh),
            Some(field) => format!("{}: {rule}", field.title.en),
            None => rule.to_owned(),
        }
    }
}

/// Gathers causes. Fields of the input that the standard does not know could be without number, so
/// that beyond a bound they are gathered under their record.
#[derive(Debug, Default)]
pub(super) struct Causes {
    known: HashMap<Key, Cause>,
}

/// The causes that a record has so far.
#[derive(Debug, Default)]
pub(super) struct Seen(Vec<(&'static str, String)>);

type Key = (&'static str, Kind, String);

const MAX_CAUSES: usize = 10_000;

impl Causes {
    /// Adds a finding of a record; one that repeats an earlier finding of the report counts for the
    /// record alone.
    pub(super) fn add(&mut self, finding: &Finding, is_new: bool, seen: &mut Seen) {
        let field = field_of(&finding.pointer);
        let again = seen.0.iter().any(|other| other.0 == finding.rule.id && other.1 == field);
        if !again {
            seen.0.push((finding.rule.id, field.clone()));
        }
        let cause = self.cause(finding, field);
        cause.records += u64::from(!again);
        cause.findings += u64::from(is_new);
    }

    fn cause(&mut self, finding: &Finding, field: String) -> &mut Cause {
        let full = self.known.len() >= MAX_CAUSES;
        let mut key = (finding.rule.id, finding.kind, field);
        if full && !self.known.contains_key(&key) {
            key.2.clear();
        }
        let field = key.2.clone();
        let begin = || Cause { first: finding.clone(), field, records: 0, findings: 0 };
        self.known.entry(key).or_insert_with(begin)
    }

    /// Errors first, then what most records have.
    pub(super) fn finish(self) -> Vec<Cause> {
        let mut causes: Vec<Cause> = self.known.into_values().collect();
        causes.sort_by(|a, b| {
            let key = |cause: &Cause| (cause.first.severity as u8, std::cmp::Reverse(cause.records));
            let rest = |cause: &Cause| (cause.first.rule.id, cause.first.kind);
            key(a).cmp(&key(b)).then_with(|| rest(a).cmp(&rest(b))).then_with(|| a.field.cmp(&b.field))
        });
        causes
    }
}

/// A pointer with `*` for positions in lists and for keys without their names.
pub(super) fn field_of(pointer: &str) -> String {
    let is_number = |step: &str| !step.is_empty() && step.bytes().all(|digit| digit.is_ascii_digit());
    let is_position = |step: &str| is_number(step.strip_prefix('*').unwrap_or(step));
    pointer.split('/').map(|step| if is_position(step) { "*" } else { step }).collect::<Vec<_>>().join("/")
}
