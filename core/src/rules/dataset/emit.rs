//! What each record type says to the groups in which datasets are judged.

use super::facts::{Facts, Standing};
use super::{
    activity_service, agreements, bodies, communities, elections, figures, natural_keys, references,
    supervision, units, volunteer_service, windows,
};
use crate::Kind;
use crate::field::{Path, Record, Slot, Visitor};
use crate::ids::{CommunityCode, DivisionCode};
use crate::model;

/// A record type that takes part in datasets.
pub(crate) trait Emits: Record {
    /// What stands of the record by its status.
    fn standing(_view: &Self::View<'_>) -> Standing {
        Standing::Other
    }

    /// What it says besides its id and its references.
    fn emit(_view: &Self::View<'_>, _id: Slot<&str>, _facts: &mut Facts<'_>) {}
}

/// Says all that a record has to say.
pub(crate) fn emit<T: Emits>(view: &T::View<'_>, facts: &mut Facts<'_>) {
    let (id, standing) = (T::id(view), T::standing(view));
    references::own(id, standing, facts);
    T::walk(*view, &mut Path::default(), &mut References { standing, facts });
    T::emit(view, id, facts);
}

/// Notes what a record refers to.
struct References<'a, 'r> {
    standing: Standing,
    facts: &'a mut Facts<'r>,
}

impl Visitor for References<'_, '_> {
    fn reference(&mut self, path: &Path, target: Kind, reference: &str) {
        references::named(path, target, reference, self.standing, self.facts);
    }

    fn division(&mut self, path: &Path, code: DivisionCode) {
        communities::division(path, code, self.standing, self.facts);
    }

    fn community(&mut self, path: &Path, code: CommunityCode) {
        communities::named(path, code, self.standing, self.facts);
    }
}

macro_rules! emits {
    ($($name:ident($view:ident, $id:ident, $facts:ident) $({ $($standing:tt)+ })? [$($say:expr),*];)*) => {
        $(
            impl Emits for model::$name {
                $(fn standing(view: &Self::View<'_>) -> Standing {
                    emits!(@standing view $($standing)+)
                })?

                #[allow(unused_variables)] // some have nothing else to say
                fn emit($view: &Self::View<'_>, $id: Slot<&str>, $facts: &mut Facts<'_>) {
                    $($say;)*
                }
            }
        )*
    };
    (@standing $view:ident status) => { Standing::of($view.status) };
}

emits! {
    Community(view, id, facts) { status } [communities::own(view, id, facts)];
    Statistics(view, id, facts) [figures::statistics(view, id, facts)];
    Subdivision(view, id, facts) { status } [units::subdivision(view, id, facts)];
    Facility(view, id, facts) { status } [figures::facility(view, facts), windows::facility(view, id, facts)];
    Evaluation(view, id, facts) [];
    Organisation(view, id, facts) { status } [
        natural_keys::organisation(view, id, facts),
        bodies::organisation(view, id, facts),
        supervision::organisation(view, id, facts)
    ];
    Worker(view, id, facts) { status } [elections::worker(view, id, facts), supervision::worker(view, facts)];
    Election(view, id, facts) [elections::election(view, id, facts)];
    Agreement(view, id, facts) { status } [bodies::buyer(view, facts), agreements::agreement(view, id, facts)];
    Volunteer(view, id, facts) { status } [
        natural_keys::volunteer(view, id, facts),
        bodies::station(view, facts),
        communities::registered(view, facts),
        volunteer_service::volunteer(view, id, facts)
    ];
    Activity(view, id, facts) { status } [activity_service::activity(view, id, facts)];
    ServiceRecord(view, id, facts) { status } [
        volunteer_service::served(view, facts),
        activity_service::served(view, facts)
    ];
    Recognition(view, id, facts) [
        references::recipient(view, facts),
        volunteer_service::recognised(view, facts)
    ];
    Service(view, id, facts) { status } [
        bodies::provider(view, facts),
        agreements::service(view, facts),
        windows::service(view, id, facts)
    ];
    Case(view, id, facts) { status } [units::case(view, facts)];
    Meeting(view, id, facts) { status } [bodies::convener(view, facts)];
    Disclosure(view, id, facts) [];
    Fund(view, id, facts) [natural_keys::fund(view, id, facts), agreements::fund(view, facts)];
}
