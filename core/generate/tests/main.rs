//! The generator as its users see it: one binary, one link.
#![allow(clippy::unwrap_used)] // a test may stop

mod generated;
