//! Organisation codes, 组织机构代码 (GB 11714-1997).

use super::error::What;
use super::text::Ascii;
use super::{IdError, Issue, Issues, check, damage};

/// An organisation code, 组织机构代码: 8 digits or capital letters and a check character, with or without a hyphen between.
/// It stands in the 9th to the 17th character of a credit code. Source: GB 11714-1997. Text and order are those without
/// the hyphen.
///
/// ```
/// use shequ::ids::OrganisationCode;
///
/// let code = OrganisationCode::parse("D2143569-X")?;
/// assert_eq!(code.as_str(), "D2143569X");
/// assert_eq!(code.hyphenated(), "D2143569-X");
/// assert!(OrganisationCode::parse("D2143569-1").is_err());
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganisationCode(Ascii<9>);

identifier!(OrganisationCode);

impl OrganisationCode {
    /// The form; the check character is more than a pattern can say.
    pub const PATTERN: &str = "^[0-9A-Z]{8}-?[0-9X]$";
    /// The most characters, the hyphen among them.
    pub const MAX_LEN: usize = 10;

    /// What is wrong with a code: scientific notation, the form, or the check character.
    pub fn inspect(text: &str) -> Issues {
        match of_form(text) {
            Some((body, last)) => {
                Issues::NONE.with_if(check::organisation(*body) != Some(last), Issue::CheckCharacter)
            }
            None => damage::malformed(text),
        }
    }

    /// The code.
    ///
    /// # Errors
    ///
    /// What [`inspect`](Self::inspect) finds.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::OrganisationCode, Self::inspect(text))?;
        Self::of_form(text).ok_or(IdError::form(What::OrganisationCode))
    }

    /// A code of the right form, whether or not its check character is right.
    pub fn of_form(text: &str) -> Option<Self> {
        let (body, last) = of_form(text)?;
        let mut bytes = [last; 9];
        bytes[..8].copy_from_slice(body);
        Some(Self(Ascii::full(bytes)))
    }

    /// The nine characters, without a hyphen.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The code as the standard prints it, with a hyphen before the check character.
    pub fn hyphenated(&self) -> String {
        format!("{}-{}", self.0.part(0, 8), self.check())
    }

    /// The check character.
    pub fn check(&self) -> char {
        self.as_str().chars().last().unwrap_or_default()
    }
}

fn of_form(text: &str) -> Option<(&[u8; 8], u8)> {
    let (body, rest) = text.as_bytes().split_first_chunk::<8>()?;
    let last = match rest {
        [last] | [b'-', last] => *last,
        _ => return None,
    };
    let good = body.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    (good && matches!(last, b'0'..=b'9' | b'X')).then_some((body, last))
}
