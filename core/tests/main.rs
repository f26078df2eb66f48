//! The library as its users see it: one binary, one link.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a test may stop, and says what it skips

mod conformance;
mod ledger;
mod schemas;
mod support;
