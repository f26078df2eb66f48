//! In which versions of the standard a rule, a field or a code came and went.

use crate::Lang;

/// The first version of the standard.
pub(crate) const FIRST: &str = "1.0";

/// The versions of the standard that brought a rule, a field or a code, and gave it up.
///
/// ```
/// let rule = shequ::rules::find("IDN001").unwrap();
/// assert_eq!((rule.versions.since, rule.versions.deprecated), ("1.0", None));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Versions {
    /// The version that brought it: `1.0`.
    pub since: &'static str,
    /// The version from which on it is no longer to be relied on; none while it is. It stays valid all the same.
    pub deprecated: Option<&'static str>,
    /// What takes its place then: the id of a rule, the name of a field of the same object, a code of the same table.
    pub replacement: Option<&'static str>,
}

impl Versions {
    pub(crate) const fn new(
        since: &'static str,
        deprecated: Option<&'static str>,
        replacement: Option<&'static str>,
    ) -> Self {
        Self { since, deprecated, replacement }
    }

    /// Whether it came with the first version and holds.
    pub(crate) const fn is_plain(&self) -> bool {
        matches!(self.since.as_bytes(), b"1.0") && self.deprecated.is_none()
    }

    /// All that is to be said of it, as a phrase.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let since = match lang {
            Lang::Zh => format!("标准{}版", self.since),
            Lang::En => format!("version {} of the standard", self.since),
        };
        let ends = self.deprecated.map(|version| match lang {
            Lang::Zh => format!("，{version}版起不再使用"),
            Lang::En => format!(", not to be relied on from version {version} on"),
        });
        let next = self.replacement.map(|next| match lang {
            Lang::Zh => format!("，改用{next}"),
            Lang::En => format!(", replaced by {next}"),
        });
        [since, ends.unwrap_or_default(), next.unwrap_or_default()].concat()
    }
}
