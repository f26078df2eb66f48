//! The C library of shequ.
//!
//! Each file holds the functions of one theme; their docs are those of `include/shequ.h`, which
//! `cargo xtask gen` writes from them. Numbers cross as `int32_t` with macros, never as enums of
//! Rust, so that any number from C is a value here.
#![allow(non_camel_case_types)] // types are called as in C

mod arrow;
mod catalogue;
mod checker;
mod feed;
mod guard;
mod handle;
mod ids;
mod options;
mod package;
mod report;
mod shown;
mod status;
mod string;
mod text;
mod words;

pub use arrow::*;
pub use catalogue::*;
pub use checker::*;
pub use feed::*;
#[cfg(feature = "test-entries")]
pub use guard::*;
pub use ids::*;
pub use options::*;
pub use package::*;
pub use report::*;
pub use shown::{shequ_finding, shequ_input, shequ_summary};
pub use status::*;
pub use string::*;
pub use words::*;
