//! What a rule is: everything that the catalogue says about it.

mod basis;
mod document;

use std::fmt;

use crate::field::FieldMeta;
use crate::{Kind, Versions, Words};

pub use self::basis::Basis;
pub use self::document::Document;
pub(crate) use self::document::Numbering;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record does not conform.
    Error,
    /// Look again.
    Warning,
    /// For information.
    Info,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The name in reports and options.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// The word for it.
    pub const fn words(self) -> Words {
        match self {
            Self::Error => Words::new("错误", "error"),
            Self::Warning => Words::new("警告", "warning"),
            Self::Info => Words::new("提示", "info"),
        }
    }

    /// The severity of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.name() == name)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// One record alone.
    Record,
    /// The whole dataset.
    Dataset,
    /// The package.
    Package,
}

impl Scope {
    /// The name in the catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Dataset => "dataset",
            Self::Package => "package",
        }
    }

    /// The scope of a name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Record, Self::Dataset, Self::Package].into_iter().find(|scope| scope.name() == name)
    }
}

/// Who sees a breach of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EnforcedBy {
    /// Plain JSON Schema 2020-12.
    Schema,
    /// Plain JSON Schema sees some breaches, the library all.
    Partly,
    /// The library alone.
    Library,
}

impl EnforcedBy {
    /// The name in the catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Partly => "partly",
            Self::Library => "library",
        }
    }
}

/// The record types that a rule looks at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subjects {
    /// All of them.
    All,
    /// These.
    Kinds(&'static [Kind]),
    /// Those with such a field.
    Having(fn(&FieldMeta) -> bool),
    /// None: the package as a whole.
    Package,
}

/// A rule of the standard.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Identifies it for ever: `IDN001`.
    pub id: &'static str,
    /// A name to read: `resident-id-check-character`.
    pub name: &'static str,
    /// How much a finding matters.
    pub severity: Severity,
    /// What it looks at.
    pub scope: Scope,
    /// The record types that it looks at.
    pub(crate) subjects: Subjects,
    /// What it is called.
    pub title: Words,
    /// Why it matters.
    pub why: Words,
    /// What is wrong, with placeholders for parameters.
    pub message: Words,
    /// What to do about it.
    pub advice: Words,
    /// A sentence that is said where all its placeholders have a value.
    pub hint: Option<Words>,
    /// What it rests on.
    pub basis: &'static [Basis],
    /// The versions of the standard that brought it and gave it up.
    pub versions: Versions,
    /// First day in force and first day no longer in force; the reference date selects.
    pub in_force: (Option<&'static str>, Option<&'static str>),
    /// Its placeholders.
    pub params: &'static [&'static str],
    /// What options may set, with the defaults.
    pub parameters: &'static [(&'static str, &'static str)],
    /// Who sees a breach of it.
    pub enforced_by: EnforcedBy,
}

impl Rule {
    /// Whether a profile may turn it off or change its severity: warnings and informations that
    /// rest on nothing but the standard itself. All others can only be made stricter.
    pub fn is_adjustable(&self) -> bool {
        self.severity != Severity::Error && self.basis.iter().all(|basis| basis.document.is_adjustable())
    }

    /// Whether the rule is in force on a day, written `YYYY-MM-DD`.
    pub(crate) fn is_in_force(&self, day: &str) -> bool {
        let (from, to) = self.in_force;
        from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to)
    }

    /// Whether it looks at no record, but at the package as a whole.
    pub(crate) const fn is_on_package(&self) -> bool {
        matches!(self.subjects, Subjects::Package)
    }

    /// Whether it looks at fields wherever they stand, and not at record types that it names.
    pub(crate) const fn is_on_any_type(&self) -> bool {
        !matches!(self.subjects, Subjects::Kinds(_))
    }

    /// The record types that it looks at; none where it looks at the package as a whole.
    pub fn kinds(&self) -> Vec<Kind> {
        match self.subjects {
            Subjects::All => Kind::all().collect(),
            Subjects::Kinds(kinds) => kinds.to_vec(),
            Subjects::Package => Vec::new(),
            Subjects::Having(test) => Kind::all().filter(|kind| kind.declaration().has(test)).collect(),
        }
    }

    /// The address of its page, relative to the folder of the schemas.
    pub fn url(&self) -> String {
        format!("rules/{}.md", self.id)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// Declares one rule with everything that the catalogue says about it; its check stands below it.
macro_rules! rule {
    (
        $(#[$doc:meta])*
        pub static $id:ident = {
            name: $name:literal,
            severity: $severity:ident,
            scope: $scope:ident,
            records: $records:tt $($having:path)?,
            title: $title_zh:literal / $title_en:literal,
            why: $why_zh:literal / $why_en:literal,
            message: $message_zh:literal / $message_en:literal,
            advice: $advice_zh:literal / $advice_en:literal,
            $(hint: $hint_zh:literal / $hint_en:literal,)?
            basis: [$($basis:expr),* $(,)?],
            $(since: $since:literal,)?
            $(deprecated: $deprecated:literal $(=> $replacement:literal)?,)?
            $(in_force: $from:literal .. $($to:literal)?,)?
            params: [$($param:literal),* $(,)?],
            parameters: [$($parameter:expr),* $(,)?],
            enforced_by: $enforced_by:ident,
        }
    ) => {
        $(#[$doc])*
        pub(crate) static $id: Rule = Rule {
            id: stringify!($id),
            name: $name,
            severity: $crate::rule::Severity::$severity,
            scope: $crate::rule::Scope::$scope,
            subjects: rule!(@subjects $records $($having)?),
            title: $crate::Words::new($title_zh, $title_en),
            why: $crate::Words::new($why_zh, $why_en),
            message: $crate::Words::new($message_zh, $message_en),
            advice: $crate::Words::new($advice_zh, $advice_en),
            hint: rule!(@hint $($hint_zh / $hint_en)?),
            basis: &[$($basis),*],
            versions: $crate::Versions::new(
                rule!(@since $($since)?),
                rule!(@option $($deprecated)?),
                rule!(@option $($($replacement)?)?),
            ),
            in_force: rule!(@in_force $($from .. $($to)?)?),
            params: &[$($param),*],
            parameters: &[$($parameter),*],
            enforced_by: $crate::rule::EnforcedBy::$enforced_by,
        };
    };
    (@subjects package) => { $crate::rule::Subjects::Package };
    (@subjects []) => { $crate::rule::Subjects::All };
    (@subjects [$($kind:ident),* $(,)?]) => { $crate::rule::Subjects::Kinds(&[$($crate::Kind::$kind),*]) };
    (@subjects having $test:path) => { $crate::rule::Subjects::Having($test) };
    (@since) => { $crate::version::FIRST };
    (@since $since:literal) => { $since };
    (@option) => { None };
    (@option $value:literal) => { Some($value) };
    (@in_force) => { (None, None) };
    (@in_force $from:literal ..) => { (Some($from), None) };
    (@in_force $from:literal .. $to:literal) => { (Some($from), Some($to)) };
    (@hint) => { None };
    (@hint $zh:literal / $en:literal) => { Some($crate::Words::new($zh, $en)) };
}
pub(crate) use rule;
