//! Rules as a table.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use shequ::{Basis, Kind, Lang, Rule};

type Column = (&'static str, fn(&Rule, Lang) -> Option<String>, bool);

/// The columns: name, text, whether it may be null.
const COLUMNS: [Column; 11] = [
    ("id", |rule, _| Some(rule.id.to_owned()), false),
    ("name", |rule, _| Some(rule.name.to_owned()), false),
    ("severity", |rule, _| Some(rule.severity.name().to_owned()), false),
    ("scope", |rule, _| Some(rule.scope.name().to_owned()), false),
    ("kinds", |rule, _| Some(joined(rule.kinds().into_iter().map(Kind::name), ",")), false),
    ("title", |rule, lang| Some(rule.title.get(lang).to_owned()), false),
    ("why", |rule, lang| Some(rule.why.get(lang).to_owned()), false),
    ("message", |rule, lang| Some(rule.message.get(lang).to_owned()), false),
    ("advice", |rule, lang| Some(rule.advice.get(lang).to_owned()), false),
    ("basis", |rule, _| Some(joined(rule.basis.iter().map(cited), "; ")), false),
    ("enforced_by", |rule, _| Some(rule.enforced_by.name().to_owned()), false),
];

pub(super) fn of(rules: impl Iterator<Item = &'static Rule>, lang: Lang) -> Result<RecordBatch, ArrowError> {
    let rules: Vec<&Rule> = rules.collect();
    let columns = COLUMNS.map(|(name, text, nullable)| {
        let texts: StringArray = rules.iter().map(|rule| text(rule, lang)).collect();
        let texts: ArrayRef = Arc::new(texts);
        (name, texts, nullable)
    });
    RecordBatch::try_from_iter_with_nullable(columns)
}

fn cited(basis: &Basis) -> String {
    let document = basis.document.name();
    basis.clause.map_or_else(|| document.to_owned(), |clause| format!("{document} {clause}"))
}

fn joined(words: impl Iterator<Item = impl AsRef<str>>, between: &str) -> String {
    let words: Vec<String> = words.map(|word| word.as_ref().to_owned()).collect();
    words.join(between)
}
