//! The library as its users see it: one binary, one link.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a test may stop, and says what it skips

mod agreement;
mod conformance;
mod ledger;
mod mutation;
mod privacy;
mod reading;
mod report;
mod round_trip;
mod schemas;
mod support;
mod torture;
mod written;
