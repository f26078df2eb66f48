//! The rule catalogue for programs: `rules.json`.

use serde_json::{Value, json};

use crate::rule::{Basis, Rule};
use crate::{Kind, REVISION, STANDARD, Words, rules};

/// The rule catalogue in the form of `rules.json`.
pub fn catalogue() -> Value {
    json!({ "standard": STANDARD, "revision": REVISION, "rules": rules::all().map(entry).collect::<Vec<_>>() })
}

fn entry(rule: &Rule) -> Value {
    let mut entry = json!({
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity.name(),
        "scope": rule.scope.name(),
        "records": records(rule),
        "title": both(rule.title),
        "why": both(rule.why),
        "message": both(rule.message),
        "advice": both(rule.advice),
        "basis": rule.basis.iter().map(basis).collect::<Vec<_>>(),
        "since": rule.versions.since,
        "deprecated": rule.versions.deprecated,
        "replacement": rule.versions.replacement,
        "in_force": { "from": rule.in_force.0, "to": rule.in_force.1 },
        "params": rule.params,
        "parameters": rule.parameters.iter().map(|(name, default)| ((*name).to_owned(), json!(default))).collect::<serde_json::Map<_, _>>(),
        "enforced_by": rule.enforced_by.name(),
        "adjustable": rule.is_adjustable(),
    });
    if let Some(hint) = rule.hint {
        entry["hint"] = both(hint);
    }
    entry
}

/// The names of the record types, or `package`.
fn records(rule: &Rule) -> Vec<&'static str> {
    if rule.is_on_package() { vec!["package"] } else { rule.kinds().into_iter().map(Kind::name).collect() }
}

fn both(words: Words) -> Value {
    json!({ "zh": words.zh, "en": words.en })
}

fn basis(basis: &Basis) -> Value {
    json!({
        "document": basis.document.name(),
        "clause": basis.clause,
        "quote": basis.quote,
        "from": basis.from,
        "to": basis.to,
    })
}
