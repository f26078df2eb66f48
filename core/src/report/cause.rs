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
    /// Whether a finding is one of them.
    pub(super) fn holds(&self, finding: &Finding) -> bool {
        let (rule, kind) = (finding.rule, finding.kind);
        rule == self.first.rule && kind == self.first.kind && field_of(&finding.pointer) == self.field
    }

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

type Key = (&'static str, Kind, String);

const MAX_CAUSES: usize = 10_000;

impl Causes {
    /// Adds the findings of one record.
    pub(super) fn add(&mut self, findings: &[Finding]) {
        for (index, finding) in findings.iter().enumerate() {
            let field = field_of(&finding.pointer);
            let is_same = |other: &Finding| other.rule == finding.rule && field_of(&other.pointer) == field;
            let again = findings[..index].iter().any(is_same);
            self.count(finding, field, u64::from(!again));
        }
    }

    fn count(&mut self, finding: &Finding, field: String, records: u64) {
        let full = self.known.len() >= MAX_CAUSES;
        let mut key = (finding.rule.id, finding.kind, field);
        if full && !self.known.contains_key(&key) {
            key.2.clear();
        }
        let field = key.2.clone();
        let cause = self.known.entry(key).or_insert_with(|| Cause {
            first: finding.clone(),
            field,
            records: 0,
            findings: 0,
        });
        cause.records += records;
        cause.findings += 1;
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

fn field_of(pointer: &str) -> String {
    let is_position = |step: &str| !step.is_empty() && step.bytes().all(|digit| digit.is_ascii_digit());
    pointer.split('/').map(|step| if is_position(step) { "*" } else { step }).collect::<Vec<_>>().join("/")
}
