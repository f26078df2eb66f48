//! What passes a rule and what fails it, as excerpts of conformance cases.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::Lang;
use crate::rule::Rule;

/// The part of a record that matters to a rule.
#[derive(Debug, Deserialize)]
pub(super) struct Example {
    /// Whether the rule finds a breach in it.
    pub(super) fails: bool,
    /// The record type, `dataset` or `package`.
    pub(super) kind: String,
    /// The reference date on which it is judged.
    pub(super) as_of: String,
    /// What the case shows, in English.
    pub(super) shows: String,
    /// The excerpt as JSON, or as the text that is not.
    pub(super) json: String,
    /// Rows of the division table that is loaded.
    pub(super) divisions: Vec<String>,
    /// The whole list of what is found in the record.
    pub(super) breaches: Vec<Breach>,
}

/// What is found in an example.
#[derive(Debug, Deserialize)]
pub(super) struct Breach {
    pub(super) rule: String,
    pub(super) pointer: String,
    zh: String,
    en: String,
}

impl Breach {
    /// The message.
    pub(super) fn message(&self, lang: Lang) -> &str {
        if lang == Lang::Zh { &self.zh } else { &self.en }
    }
}

/// The examples of each rule by its id. A test reads them all, so that they are of this form.
static ALL: LazyLock<BTreeMap<String, Vec<Example>>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/examples.json")).unwrap_or_default());

/// The examples of a rule: one that passes, then one that fails.
pub(super) fn of(rule: &Rule) -> &'static [Example] {
    ALL.get(rule.id).map_or(&[], Vec::as_slice)
}
