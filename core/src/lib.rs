//! `shequ` (社区): the validated data standard for Chinese community governance.
//!
//! Communities, organisations, volunteers and services as [`model`] types, with rules that cite the
//! clause they come from. The [`Checker`] reads records of any type and reports what is
//! wrong, where, and what to do about it, in Chinese and English; a report holds no personal value.
//!
//! ```
//! use shequ::{Checker, Kind, Lang, Options};
//!
//! let checker = Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)));
//! let record = r#"{"id": "c1", "updated_at": "2026-06-30T09:00:00+08:00", "code": "370102007010",
//!     "name": "山师大社区", "kind": "town", "status": "active"}"#;
//! let report = checker.check(Kind::Community, record.as_bytes());
//! let finding = &report.findings()[0];
//! assert_eq!((finding.rule.id, finding.pointer.as_str()), ("STR005", "/kind"));
//! assert_eq!(finding.message(Lang::Zh), "填写的值不在代码表“社区类型”中");
//! ```
//!
//! # Features
//!
//! All are on unless default features are turned off; what checks records needs none.
//!
//! - `compression`: reads gzip and zstd.
//! - `packages`: packs, verifies and checks packages, folders and zip files with a manifest.
//! - `schemas`: JSON Schemas of record types, parts, codes and the report.
//! - `pages`: rules explained for people, as text, Markdown and HTML.
//!
//! A verdict depends on the input, the library's version, the standard's version, the editions of
//! the code tables and the reference date alone; all of them stand in the report.

#![forbid(unsafe_code)]
// what pages and schemas alone use is kept in the code that they share with checking
#![cfg_attr(not(all(feature = "pages", feature = "schemas")), allow(dead_code, unused_imports))]

mod catalogue;
mod check;
pub mod codes;
mod dataset;
mod divisions;
mod error;
mod field;
mod finding;
pub mod ids;
mod input;
mod kind;
mod lang;
mod markup;
pub mod model;
#[cfg(feature = "packages")]
pub mod package;
#[cfg(feature = "pages")]
pub mod pages;
mod record_types;
mod report;
mod rule;
pub mod rules;
#[cfg(feature = "schemas")]
mod schema;
mod shown;
mod version;

pub use catalogue::catalogue;
pub use check::{Checker, Columns, Feed, Options, Records, Refusal, Rows};
pub use divisions::{DivisionTable, Standing};
pub use error::{Error, ErrorCode, Left, LeftOut, Obstacle};
pub use field::{Cell, Record};
pub use finding::{Finding, Param, Params, Place, Related, Subject};
pub use input::{Form, Origin, Source, Sources, decompressed, sources};
pub use kind::Kind;
pub use lang::{Lang, Words};
#[cfg(feature = "packages")]
pub use package::Limits;
pub use report::{Cause, Compared, HtmlForm, Input, JsonReport, Layout, Report, RowSet, Style, Tally};
#[doc(hidden)] // for the help of the command line, which is laid out as reports are
pub use report::{width, wrapped};
pub use rule::{Basis, Document, EnforcedBy, Rule, Scope, Severity};
pub use rules::Settings;
#[cfg(all(feature = "schemas", feature = "packages"))]
pub use schema::package_schema;
#[cfg(feature = "schemas")]
pub use schema::{BASE_URI, code_schema, part_schema, report_schema, schema};
pub use shown::{may_be_repeated, shown, shown_json};
pub use version::Versions;

/// The version of the library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The version of the standard.
pub const STANDARD: &str = "1.0";

/// The revision of the standard's pages: of the rules and tables within its version.
pub const REVISION: u32 = 2;

/// The examples of the page of the crate.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
