//! The rules on a dataset: what no record shows alone.

mod activity_service;
mod agreements;
mod bodies;
mod circles;
mod communities;
mod elections;
mod figures;
mod natural_keys;
mod references;
mod supervision;
mod units;
mod volunteer_service;
mod windows;

use crate::rule::Rule;

/// The rules of each file of this folder.
pub(super) const ALL: &[&[&Rule]] = &[
    references::ALL,
    communities::ALL,
    natural_keys::ALL,
    bodies::ALL,
    units::ALL,
    circles::ALL,
    figures::ALL,
    volunteer_service::ALL,
    activity_service::ALL,
    elections::ALL,
    supervision::ALL,
    agreements::ALL,
    windows::ALL,
];
