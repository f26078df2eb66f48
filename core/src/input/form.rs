//! How records lie in a text.

/// How records lie in a JSON text.
///
/// ```
/// use shequ::{Checker, Form, Kind, Options};
/// let lines = Checker::new(Options::new().form(Form::Ndjson));
/// assert_eq!(lines.check(Kind::Case, b"[]\n[]\n").records()[&Kind::Case].read, 2);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// Told from the text: whether its first value is a list, and whether another follows it.
    #[default]
    Auto,
    /// One record per line.
    Ndjson,
    /// One list of records.
    Array,
    /// One record, which may have several lines.
    Record,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Ndjson, Self::Array, Self::Record];

    /// The name in options and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Ndjson => "ndjson",
            Self::Array => "array",
            Self::Record => "record",
        }
    }

    /// The form of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }
}
