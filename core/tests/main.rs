//! The library as its users see it: one binary, one link.
#![allow(clippy::unwrap_used, clippy::print_stdout)] // a test may stop, and says what it skips
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    clippy::format_collect,
    clippy::format_push_string
)] // short to read counts more here

mod agreement;
mod catalogue;
mod changes;
mod conformance;
mod cost;
mod forms;
mod ledger;
mod markers;
mod metamorphic;
mod mutation;
mod packages;
mod packing;
mod pieces;
mod privacy;
mod quotations;
mod reading;
mod report;
mod round_trip;
mod schemas;
mod stopped;
mod stored;
mod support;
mod torture;
mod written;
