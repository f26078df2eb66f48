//! The library as its users see it: one binary, one link.

mod conformance;
mod ledger;
mod schemas;
mod support;
