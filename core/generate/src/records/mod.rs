//! The records of a community, one file for each family of record types.

pub(super) mod activity;
pub(super) mod agreement;
pub(super) mod case;
pub(super) mod community;
pub(super) mod election;
pub(super) mod evaluation;
pub(super) mod facility;
pub(super) mod office;
pub(super) mod organisation;
pub(super) mod recognition;
pub(super) mod service;
pub(super) mod statistics;
pub(super) mod subdivision;
pub(super) mod volunteer;
pub(super) mod worker;

use super::output::Output;
use super::site::Site;

/// Writes all records of a community but those of its volunteers.
pub(super) fn write(site: &Site<'_>, out: &mut Output) {
    community::write(site, out);
    statistics::write(site, out);
    subdivision::write(site, out);
    facility::write(site, out);
    evaluation::write(site, out);
    office::write(site, out);
    organisation::write(site, out);
    worker::write(site, out);
    election::write(site, out);
    agreement::write(site, out);
    activity::write(site, out);
    recognition::write(site, out);
    service::write(site, out);
    case::write(site, out);
}
