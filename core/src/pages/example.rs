//! What passes a rule and what fails it, as excerpts of conformance cases.

use super::tables;
use crate::rule::Rule;

/// The part of a record that matters to a rule.
#[derive(Debug)]
pub(super) struct Example {
    /// Whether the rule finds a breach in it.
    pub(super) fails: bool,
    /// The record type, or `dataset`.
    pub(super) kind: &'static str,
    /// The reference date on which it is judged.
    pub(super) as_of: &'static str,
    /// What the case shows, in English.
    pub(super) shows: &'static str,
    /// The excerpt as JSON, or as the text that is not.
    pub(super) json: &'static str,
    /// Rows of the division table that is loaded.
    pub(super) divisions: &'static [&'static str],
    /// The whole list of what is found in the record.
    pub(super) breaches: &'static [Breach],
}

/// What is found in an example.
#[derive(Debug)]
pub(super) struct Breach {
    pub(super) rule: &'static str,
    pub(super) pointer: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
}

/// The examples of a rule: one that passes, then one that fails.
pub(super) fn of(rule: &Rule) -> &'static [Example] {
    tables::ALL.iter().find(|row| row.0 == rule.id).map_or(&[], |row| row.1)
}
