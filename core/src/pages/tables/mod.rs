//! What the generator takes from the conformance cases.

#[rustfmt::skip] // as they are generated
mod examples;
#[rustfmt::skip]
mod fields;

pub(super) use examples::ALL;
pub(super) use fields::ALL as FIELDS;
