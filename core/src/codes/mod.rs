//! The code tables: national standards, the national volunteer system, and the words of the policy.
//!
//! Each table is a type that implements [`Code`], and a [`Table`] that can be listed. A closed table is an
//! enum; an open one ([`VolunteerService`]) also takes local extension values of its form. In JSON a code
//! is its text, and nothing but that text: `"08"` is a code, `8` and `"8"` are not. For a value that is no
//! code, [`suggest`] says which one was probably meant.
//!
//! ```
//! use shequ::Lang;
//! use shequ::codes::{self, Code, Ethnicity, Why};
//!
//! assert_eq!(Ethnicity::parse("08"), Some(Ethnicity::Zhuang));
//! assert_eq!(Ethnicity::Zhuang.label(Lang::Zh), "壮族");
//!
//! assert_eq!(Ethnicity::parse("8"), None);
//! let meant = codes::suggest(Ethnicity::TABLE, "8").expect("a zero is missing");
//! assert_eq!((meant.row.code, meant.why), ("08", Why::LeadingZeros));
//! ```
//!
//! The tables are kept in `core/data/codes` and turned into Rust by `cargo xtask gen`.

mod code;
pub(crate) mod macros;
mod suggest;
mod table;
mod tables;
#[cfg(test)]
mod tests;
pub(crate) mod visitor;

pub use code::Code;
pub use suggest::{Suggestion, Why, suggest};
pub(crate) use table::type_name;
pub use table::{Row, Table};
// The list of types is generated; a second one by hand would only go stale.
pub use tables::*;

/// The table of that name.
///
/// ```
/// use shequ::codes;
///
/// assert_eq!(codes::table("sex").map(|table| table.title.en), Some("Sex"));
/// assert!(codes::table("Sex").is_none());
/// ```
pub fn table(name: &str) -> Option<&'static Table> {
    let at = ALL.binary_search_by_key(&name, |table| table.name).ok()?;
    Some(ALL[at])
}
