//! Unified social credit codes, 统一社会信用代码 (GB 32100-2015).

use jiff::civil::Date;

use super::authority::is_category;
use super::error::What;
use super::text::{Ascii, six};
use super::{Authority, Category, IdError, Issue, Issues, OrganisationCode, check, damage, prefix, resident};

/// A unified social credit code, 统一社会信用代码: 18 characters of `0-9A-HJ-NP-RTUWXY`, namely 1 registering authority, 1
/// category, 6 digits of the registration division, 9 of the organisation code (GB 11714) and a check character.
/// Source: GB 32100-2015 with amendment 1.
///
/// ```
/// use shequ::ids::{CreditCode, Issue};
///
/// let code = CreditCode::parse("91350100M000100Y43")?;
/// assert_eq!((code.division(), code.subject(), code.check()), (350100, "M000100Y4", '3'));
/// assert_eq!(code.to_string(), "91350100M000100Y43");
///
/// let wrong = CreditCode::parse("91350100M000100Y44").unwrap_err();
/// assert_eq!(wrong.issue(), Issue::CheckCharacter);
/// assert!(CreditCode::of_form("91350100M000100Y44").is_some());
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode(Ascii<18>);

identifier!(CreditCode);

impl CreditCode {
    /// The form; the check characters are more than a pattern can say.
    pub const PATTERN: &str = "^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$";
    /// The most characters.
    pub const MAX_LEN: usize = 18;

    /// Everything that is wrong with a code, or worth a look: spreadsheet damage, a resident number in its place, the
    /// form and the check character stand alone; then authority and category, inner organisation code and registration
    /// division, all warnings. `as_of` is the last possible birth date of a resident number in its place.
    ///
    /// ```
    /// use shequ::ids::{CreditCode, Issue};
    /// assert!(CreditCode::inspect("52370102MF0000013F", None).is_empty());
    /// assert!(CreditCode::inspect("11010519491231002X", None).contains(Issue::OtherKind));
    /// ```
    pub fn inspect(text: &str, as_of: Option<Date>) -> Issues {
        // READINGS (IDN016): what reads as scientific notation is damage, though a code could be written so.
        if damage::is_scientific(text) {
            return Issue::SpreadsheetDamage.into();
        }
        let Ok(bytes) = <&[u8; 18]>::try_from(text.as_bytes()) else { return damage::form(text) };
        match check::credit(bytes) {
            None => damage::form(text),
            Some(check) if check != bytes[17] => wrong_check(bytes, as_of),
            Some(_) => judge(bytes),
        }
    }

    /// What [`inspect`](Self::inspect) finds, and the code where nothing rejects it.
    ///
    /// ```
    /// use shequ::ids::CreditCode;
    /// let (issues, code) = CreditCode::look("91350100M000100Y43", None);
    /// assert!(issues.is_empty() && code.unwrap().division() == 350100);
    /// ```
    #[inline]
    pub fn look(text: &str, as_of: Option<Date>) -> (Issues, Option<Self>) {
        let issues = Self::inspect(text, as_of);
        match text.as_bytes().try_into() {
            Ok(all) if !issues.rejects() => (issues, Some(Self(Ascii::full(all)))),
            _ => (issues, None),
        }
    }

    /// The code.
    ///
    /// # Errors
    ///
    /// The first issue that rejects the text; warnings do not. A code of the right form whose check fails is still a
    /// value that records carry: [`of_form`](Self::of_form).
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let (issues, code) = Self::look(text, None);
        IdError::check(What::CreditCode, issues)?;
        code.ok_or(IdError::form(What::CreditCode))
    }

    /// A code of the right form, whether or not its check characters are right.
    pub fn of_form(text: &str) -> Option<Self> {
        let bytes: &[u8; 18] = text.as_bytes().try_into().ok()?;
        check::credit(bytes).map(|_| Self(Ascii::full(*bytes)))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The first two characters: registering authority and category, whether or not these are known.
    ///
    /// ```
    /// use shequ::ids::CreditCode;
    /// assert_eq!(CreditCode::parse("91350100M000100Y43")?.registration(), ['9', '1']);
    /// # Ok::<(), shequ::ids::IdError>(())
    /// ```
    #[inline]
    pub fn registration(&self) -> [char; 2] {
        [0, 1].map(|place| self.letter(place))
    }

    fn letter(&self, place: usize) -> char {
        self.0.as_bytes().get(place).copied().map_or('\0', char::from)
    }

    /// The registering authority that the first character names.
    pub fn authority(&self) -> Option<Authority> {
        self.as_str().chars().next().and_then(Authority::of)
    }

    /// The authority and category that the first two characters name.
    pub fn category(&self) -> Option<Category> {
        Category::of(self.0.part(0, 2))
    }

    /// The division (GB/T 2260) of the registering authority at the time, six digits with leading zeros.
    #[inline]
    pub fn division(&self) -> u32 {
        six(self.0.as_bytes().get(2..8).unwrap_or_default())
    }

    /// The nine characters of the subject, 主体标识码.
    pub fn subject(&self) -> &str {
        self.0.part(8, 17)
    }

    /// The subject as an organisation code, where its own check character is right.
    ///
    /// ```
    /// use shequ::ids::CreditCode;
    /// let code = CreditCode::parse("91350100M000100Y43")?;
    /// assert_eq!(code.organisation_code().unwrap().to_string(), "M000100Y4");
    /// # Ok::<(), shequ::ids::IdError>(())
    /// ```
    pub fn organisation_code(&self) -> Option<OrganisationCode> {
        OrganisationCode::parse(self.subject()).ok()
    }

    /// The check character.
    pub fn check(&self) -> char {
        self.letter(17)
    }
}

/// A code that is right in form, check, authority, category and inner code: one that a resident number never is by
/// chance (IDN018).
pub(super) fn is_certain(bytes: &[u8; 18]) -> bool {
    check::credit(bytes) == Some(bytes[17]) && is_category(bytes[0], bytes[1]) && inner_code_checks(bytes)
}

fn inner_code_checks(bytes: &[u8; 18]) -> bool {
    bytes[8..16].try_into().is_ok_and(|body| check::organisation(body) == Some(bytes[16]))
}

/// The parts of a code whose check is right; each gives a warning and no more.
fn judge(bytes: &[u8; 18]) -> Issues {
    Issues::NONE
        .with_if(!is_category(bytes[0], bytes[1]), Issue::UnknownAuthority)
        .with_if(!inner_code_checks(bytes), Issue::InnerCode)
        .with_if(!prefix::is_known(six(&bytes[2..8])), Issue::UnknownDivision)
}

#[cold]
fn wrong_check(bytes: &[u8; 18], as_of: Option<Date>) -> Issues {
    let issue = if damage::lost_its_tail(bytes) {
        Issue::SpreadsheetDamage
    } else if resident::is_valid(bytes, as_of) {
        Issue::OtherKind
    } else {
        Issue::CheckCharacter
    };
    issue.into()
}
