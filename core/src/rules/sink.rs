//! Takes what the rules find in one record.

use super::Settings;
use crate::field::{Bounded, Sorted as _};
use crate::finding::{Found, Params};
use crate::rule::Rule;

/// Takes what the rules find in one record.
pub(crate) struct Sink<'a> {
    as_of: jiff::civil::Date,
    settings: &'a Settings,
    found: Bounded<Found>,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(as_of: jiff::civil::Date, settings: &'a Settings) -> Self {
        Self { as_of, settings, found: Bounded::default() }
    }

    /// Reports a breach, where the rule is checked and in force on the reference date.
    pub(crate) fn report(&mut self, rule: &'static Rule, pointer: impl Into<String>, params: Params) {
        self.take(rule, pointer.into(), params, None);
    }

    /// Reports what is one finding in a report however often it occurs.
    pub(crate) fn report_once(
        &mut self,
        rule: &'static Rule,
        pointer: String,
        params: Params,
        cause: String,
    ) {
        self.take(rule, pointer, params, Some(cause));
    }

    /// Counts breaches that were not kept one by one, of a rule of which others were reported.
    pub(crate) fn report_more(&mut self, rule: &'static Rule, more: u64) {
        self.found.add(rule.id, more);
    }

    fn take(&mut self, rule: &'static Rule, pointer: String, params: Params, cause: Option<String>) {
        if let Some(severity) = super::in_force_severity(rule, self.as_of, self.settings) {
            self.found.push(Found { cause, ..Found::new(rule, severity, pointer, params) });
        }
    }

    /// The findings in order of pointer and rule, one for each; of a rule of which there are too many
    /// the first, and how many more.
    pub(crate) fn finish(self) -> Vec<Found> {
        if self.found.is_empty() {
            return Vec::new();
        }
        let (mut found, more) = self.found.finish();
        found.dedup_by(|a, b| a.rule == b.rule && a.pointer == b.pointer);
        for (id, more) in more {
            if let Some(example) = found.iter().find(|found| found.rule.id == id) {
                found.push(Found::more(example.rule, example.severity, more));
            }
        }
        found.sort_by(Found::order);
        found
    }
}
