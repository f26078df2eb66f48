//! What the generator takes from the conformance cases.

#[rustfmt::skip] // as it is generated
mod examples;

pub(super) use examples::ALL;
