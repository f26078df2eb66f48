//! What can be wrong with an identifier, or worth a look.

use core::fmt;

use crate::Words;

/// One thing that is wrong with an identifier, or worth a look.
///
/// ```
/// use shequ::ids::Issue;
/// assert!(Issue::CheckCharacter.is_rejection());
/// assert!(!Issue::UnknownPrefix.is_rejection());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum Issue {
    /// Damaged by a spreadsheet: scientific notation, or digits after the 15th turned to 0 (IDN016). Stands alone.
    SpreadsheetDamage,
    /// Valid as the other kind: a credit code in place of a resident number, or the reverse (IDN018). Stands alone.
    OtherKind,
    /// The check letter is a lower-case x and all else is right (IDN020). Stands alone.
    LowerCaseX,
    /// A residence permit that ends in a lower-case x and would not be right with an X either (IDN021). Stands alone.
    LowerCaseForm,
    /// Not of its form (IDN006, IDN007, IDN008, IDN017, IDN021, STR007).
    Form,
    /// Full-width letters or digits; only beside [`Issue::Form`], whose advice names them.
    FullWidth,
    /// Wrong check character (IDN001, IDN006, IDN007, IDN009). Stands alone.
    CheckCharacter,
    /// Birth date not real, before 1880, or after the reference date (IDN002, IDN006).
    BirthDate,
    /// The first two digits are no province (IDN003).
    Province,
    /// Digits set below a level that is zero, or the first two digits are no province (IDN013).
    Level,
    /// The six-digit prefix stands in no edition of GB/T 2260 (IDN004); a warning.
    UnknownPrefix,
    /// A 15-digit number of the first generation (IDN005); a warning.
    FirstGeneration,
    /// The first two characters name no registering authority and category (IDN010); a warning.
    UnknownAuthority,
    /// The inner organisation code does not check (IDN011); a warning.
    InnerCode,
    /// The registration division stands in no edition of GB/T 2260 (IDN012); a warning.
    UnknownDivision,
}

impl Issue {
    /// All issues, in the order in which [`Issues`] gives them: what rejects a text comes first.
    pub const ALL: [Self; 15] = [
        Self::SpreadsheetDamage,
        Self::OtherKind,
        Self::LowerCaseX,
        Self::LowerCaseForm,
        Self::Form,
        Self::FullWidth,
        Self::CheckCharacter,
        Self::BirthDate,
        Self::Province,
        Self::Level,
        Self::UnknownPrefix,
        Self::FirstGeneration,
        Self::UnknownAuthority,
        Self::InnerCode,
        Self::UnknownDivision,
    ];

    /// Whether a text with this issue is refused; otherwise it is a warning.
    pub const fn is_rejection(self) -> bool {
        (self as u8) < (Self::UnknownPrefix as u8)
    }

    /// A short label in both languages; [`IdError`](super::IdError) has the sentence with the advice.
    ///
    /// ```
    /// use shequ::{Lang, ids::Issue};
    /// assert_eq!(Issue::CheckCharacter.words().get(Lang::Zh), "校验码不符");
    /// ```
    pub const fn words(self) -> Words {
        match self {
            Self::SpreadsheetDamage => Words::new("已被电子表格改写", "damaged by a spreadsheet"),
            Self::OtherKind => Words::new("号码类型填错", "number of another kind"),
            Self::LowerCaseX => Words::new("末位为小写字母x", "lower-case x"),
            Self::LowerCaseForm => {
                Words::new("末位为小写字母x且号码有误", "lower-case x and not right otherwise")
            }
            Self::Form => Words::new("格式不符", "not of its form"),
            Self::FullWidth => Words::new("含有全角字符", "full-width characters"),
            Self::CheckCharacter => Words::new("校验码不符", "wrong check character"),
            Self::BirthDate => Words::new("出生日期有误", "impossible birth date"),
            Self::Province => Words::new("省级代码不存在", "no such province"),
            Self::Level => Words::new("代码层级有误", "levels of the code do not fit"),
            Self::UnknownPrefix => Words::new("地址码未见于历版标准", "unknown division prefix"),
            Self::FirstGeneration => Words::new("第一代15位号码", "15-digit number of the first generation"),
            Self::UnknownAuthority => {
                Words::new("登记管理部门或机构类别不明", "unknown authority or category")
            }
            Self::InnerCode => Words::new("主体标识码校验不符", "inner organisation code does not check"),
            Self::UnknownDivision => {
                Words::new("登记机关区划未见于历版标准", "unknown registration division")
            }
        }
    }
}

/// A small set of issues; it allocates nothing.
///
/// ```
/// use shequ::ids::{Issue, Issues};
/// let issues = Issues::from(Issue::FirstGeneration).with(Issue::Province);
/// assert_eq!(issues.iter().collect::<Vec<_>>(), [Issue::Province, Issue::FirstGeneration]);
/// assert_eq!(issues.rejection(), Some(Issue::Province));
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Issues(u16);

impl Issues {
    /// No issue at all.
    pub const NONE: Self = Self(0);

    /// The same set with one more issue.
    #[must_use]
    pub const fn with(self, issue: Issue) -> Self {
        Self(self.0 | 1 << issue as u8)
    }

    /// The same set, with the issue where the condition holds.
    #[must_use]
    pub(super) const fn with_if(self, condition: bool, issue: Issue) -> Self {
        Self(self.0 | (condition as u16) << issue as u8)
    }

    /// Whether there is nothing to say.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the set holds this issue.
    pub const fn contains(self, issue: Issue) -> bool {
        self.0 & 1 << issue as u8 != 0
    }

    /// Whether the text is refused for one of the issues.
    pub const fn rejects(self) -> bool {
        self.0 & ((1 << Issue::UnknownPrefix as u8) - 1) != 0
    }

    /// The first issue for which the text is refused, if there is one.
    pub fn rejection(self) -> Option<Issue> {
        self.iter().next().filter(|issue| issue.is_rejection())
    }

    /// The issues in the order of [`Issue::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Issue> {
        Issue::ALL.into_iter().filter(move |issue| self.contains(*issue))
    }
}

impl From<Issue> for Issues {
    fn from(issue: Issue) -> Self {
        Self::NONE.with(issue)
    }
}

impl fmt::Debug for Issues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_complete_and_in_order() {
        for (place, issue) in Issue::ALL.into_iter().enumerate() {
            assert_eq!(place, issue as usize);
            assert!(!issue.words().zh.is_empty() && !issue.words().en.is_empty());
        }
    }

    #[test]
    fn warnings_come_last_and_never_reject() {
        let every = Issue::ALL.into_iter().fold(Issues::NONE, Issues::with);
        assert_eq!(every.rejection(), Some(Issue::SpreadsheetDamage));
        let warnings =
            Issue::ALL.into_iter().filter(|issue| !issue.is_rejection()).fold(Issues::NONE, Issues::with);
        assert_eq!(warnings.iter().count(), 5);
        assert_eq!(warnings.rejection(), None);
        for issue in Issue::ALL {
            assert_eq!(warnings.with(issue).rejects(), issue.is_rejection());
        }
    }
}
