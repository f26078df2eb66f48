//! Tests over all identifiers.
#![allow(clippy::unwrap_used)]

mod agreement;
mod divisions;
mod order;
mod properties;
mod vectors;

use jiff::civil::{Date, date};

use super::{Issue, Issues};

/// The reference date of these tests.
const AS_OF: Date = date(2026, 1, 1);

/// A set of issues.
fn set(issues: &[Issue]) -> Issues {
    issues.iter().copied().fold(Issues::NONE, Issues::with)
}

/// A resident number of 17 digits with its check character.
fn with_check(body: &str) -> String {
    let mut bytes = [b'0'; 18];
    bytes[..17].copy_from_slice(body.as_bytes());
    format!("{body}{}", char::from(super::check::resident(&bytes).unwrap()))
}

/// A credit code of 17 characters with its check character.
fn with_credit_check(body: &str) -> String {
    let mut bytes = [b'0'; 18];
    bytes[..17].copy_from_slice(body.as_bytes());
    format!("{body}{}", char::from(super::check::credit(&bytes).unwrap()))
}
