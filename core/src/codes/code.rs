use std::fmt::{Debug, Display};
use std::hash::Hash;

use super::{Row, Table};
use crate::{Lang, Words};

const LOCAL: Words = Words::new("本地扩展值", "Local extension");

/// A value of a code table.
///
/// Codes compare in the order of their table; [`Display`] writes the code itself, never the label.
///
/// ```
/// use shequ::Lang;
/// use shequ::codes::{Code, Sex, VolunteerService};
///
/// assert_eq!(Sex::parse("2"), Some(Sex::Female));
/// assert_eq!(Sex::parse("女"), None);
/// assert_eq!(Sex::Female.to_string(), "2");
/// assert_eq!(Sex::Female.label(Lang::En), "Female");
///
/// let local = VolunteerService::parse("1102").expect("the form of a local extension");
/// assert!(local.is_local());
/// assert_eq!(local.label(Lang::Zh), "本地扩展值");
/// ```
pub trait Code: Copy + Debug + Display + Eq + Hash + Ord + Send + Sync + 'static {
    /// The table of the code.
    fn table() -> &'static Table;

    /// Every listed value, in the order of the table.
    fn all() -> &'static [Self];

    /// The value with that code; no label, no alias, no white space and no missing zero is accepted.
    fn parse(code: &str) -> Option<Self>;

    /// The code itself, as it stands in a record.
    fn code(&self) -> &str;

    /// The row of the table, or `None` for a local extension.
    fn row(&self) -> Option<&'static Row>;

    /// What people read instead of the code; for a local extension that it is one.
    fn label(&self, lang: Lang) -> &'static str {
        self.row().map_or(LOCAL, |row| row.label).get(lang)
    }

    /// Whether the value is a local extension of an open table.
    fn is_local(&self) -> bool {
        self.row().is_none()
    }
}
