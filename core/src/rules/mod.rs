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

use jiff::civil;

use crate::divisions::DivisionTable;
use crate::field::{Fault, Path, Record};
use crate::finding::Sink;
use crate::model::{
    Activity, ActivityView, Agreement, AgreementView, Case, CaseView, Community, CommunityView, Election,
    ElectionView, Evaluation, EvaluationView, Facility, FacilityView, Organisation, OrganisationView,
    Recognition, RecognitionView, Service, ServiceRecord, ServiceRecordView, ServiceView, Statistics,
    StatisticsView, Subdivision, SubdivisionView, Volunteer, VolunteerView, Worker, WorkerView,
};
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
    pub(crate) parameters: &'a Settings,
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

impl Ruled for Community {
    fn check(view: &CommunityView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        community::check(view, context, sink);
    }
}

impl Ruled for Statistics {
    fn check(view: &StatisticsView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        statistics::check(view, context, sink);
    }
}

impl Ruled for Subdivision {
    fn check(view: &SubdivisionView<'_>, _context: Context<'_>, sink: &mut Sink<'_>) {
        subdivision::check(view, sink);
    }
}

impl Ruled for Facility {
    fn check(view: &FacilityView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        facility::check(view, context, sink);
    }
}

impl Ruled for Evaluation {
    fn check(view: &EvaluationView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        evaluation::check(view, context, sink);
    }
}

impl Ruled for Organisation {
    fn check(view: &OrganisationView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        organisation::check(view, context, sink);
    }
}

impl Ruled for Volunteer {
    fn check(view: &VolunteerView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        identity::check(view.identity, context, sink);
        id::check_volunteer_number(view.number, sink);
        person::check_volunteer(view, context, sink);
        volunteer::check(view, context, sink);
    }
}

impl Ruled for Worker {
    fn check(view: &WorkerView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        identity::check(view.identity, context, sink);
        person::check_worker(view, context, sink);
        worker::check(view, context, sink);
    }
}

impl Ruled for Election {
    fn check(view: &ElectionView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        election::check(view, context, sink);
    }
}

impl Ruled for Agreement {
    fn check(view: &AgreementView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        agreement::check(view, context, sink);
    }
}

impl Ruled for Activity {
    fn check(view: &ActivityView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        activity::check(view, context, sink);
    }
}

impl Ruled for ServiceRecord {
    fn check(view: &ServiceRecordView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        service_record::check(view, context, sink);
    }
}

impl Ruled for Recognition {
    fn check(view: &RecognitionView<'_>, _context: Context<'_>, sink: &mut Sink<'_>) {
        recognition::check(view, sink);
    }
}

impl Ruled for Service {
    fn check(view: &ServiceView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        admission::check(view, context, sink);
        service::check(view, sink);
    }
}

impl Ruled for Case {
    fn check(view: &CaseView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        case::check(view, context, sink);
    }
}

/// All rules, in order of their ids within their families.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
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
    .concat()
    .into_iter()
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
