//! The rules of the standard: each is declared in one block, with its check beneath.

mod activity;
mod admission;
mod age;
mod agreement;
mod case;
mod code;
mod community;
mod compare;
mod election;
mod evaluation;
mod facility;
mod fields;
mod id;
mod identity;
mod organisation;
mod organisation_form;
mod person;
mod recognition;
mod service;
mod service_record;
mod settings;
mod statistics;
mod structure;
mod subdivision;
mod text;
mod volunteer;
mod worker;

use std::sync::LazyLock;

use jiff::civil;

use crate::divisions::DivisionTable;
use crate::field::{Fault, Path, Record};
use crate::finding::Sink;
use crate::rule::Rule;

pub use self::settings::Settings;
pub(crate) use self::structure::{STR001, STR015, exchanged_coordinates};

/// What a rule may know besides the record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// The reference date.
    pub(crate) as_of: civil::Date,
    /// The division table, where one is loaded.
    pub(crate) divisions: Option<&'a DivisionTable>,
    /// Which rules are checked, and their parameters.
    pub(crate) settings: &'a Settings,
}

/// A record type with the rules that look at it.
pub(crate) trait Ruled: Record {
    /// The rules that look at more than one field, or at fields of this type alone.
    fn check(view: &Self::View<'_>, context: Context<'_>, sink: &mut Sink<'_>);
}

/// Runs every rule on what could be read of a record.
pub(crate) fn check<T: Ruled>(view: &T::View<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    let mut visitor = fields::FieldRules { context, sink };
    T::walk(*view, &mut Path::default(), &mut visitor);
    T::check(view, context, sink);
}

/// Reports the faults that reading found.
pub(crate) fn report_faults(faults: Vec<Fault>, sink: &mut Sink<'_>) {
    for fault in faults {
        structure::report(fault, sink);
    }
}

/// The families in the order of the standard.
const FAMILIES: [&str; 13] =
    ["STR", "TXT", "IDN", "PER", "COM", "FAC", "EVA", "ORG", "WRK", "ELE", "AGR", "VOL", "SVC"];

static CATALOGUE: LazyLock<Vec<&Rule>> = LazyLock::new(|| {
    let mut rules = [
        structure::ALL,
        text::ALL,
        identity::ALL,
        code::ALL,
        id::ALL,
        person::ALL,
        community::ALL,
        statistics::ALL,
        subdivision::ALL,
        facility::ALL,
        evaluation::ALL,
        organisation::ALL,
        organisation_form::ALL,
        worker::ALL,
        election::ALL,
        agreement::ALL,
        volunteer::ALL,
        activity::ALL,
        service_record::ALL,
        recognition::ALL,
        admission::ALL,
        service::ALL,
        case::ALL,
    ]
    .concat();
    rules.sort_by_key(|rule| (FAMILIES.iter().position(|family| rule.id.starts_with(family)), rule.id));
    rules
});

/// All rules, by family as in the standard and by id within each.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    CATALOGUE.iter().copied()
}

/// The rule of an id or a name, in any case.
///
/// ```
/// assert_eq!(shequ::rules::find("idn001").unwrap().name, "resident-id-check-character");
/// assert!(shequ::rules::find("XYZ999").is_none());
/// ```
pub fn find(name: &str) -> Option<&'static Rule> {
    let name = name.trim();
    all().find(|rule| rule.id.eq_ignore_ascii_case(name) || rule.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests;
