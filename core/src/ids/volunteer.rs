//! Volunteer numbers of the national system.

use super::error::What;
use super::text::{Ascii, is_digits};
use super::{IdError, Issues, damage, mask};

/// A volunteer number of the national volunteer system, 志愿者编号: V, 16 digits (6 division, 4 year and month, 6 sequence)
/// and a digit or capital letter whose rule is not known, so that the form is all that is checked. Source: DOMAIN
/// 1.5.6. `Display` and `Debug` are masked.
///
/// ```
/// use shequ::ids::VolunteerNumber;
/// let number = VolunteerNumber::parse("V37010215060000018")?;
/// assert_eq!(number.division(), 370102);
/// assert_eq!(number.to_string(), "V370102********018");
/// assert!(VolunteerNumber::parse("ZYZ15000001").is_err());
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VolunteerNumber(Ascii<18>);

identifier!(VolunteerNumber, mask::volunteer);

impl VolunteerNumber {
    /// The form.
    pub const PATTERN: &str = "^V[0-9]{16}[0-9A-Z]$";
    /// The most characters.
    pub const MAX_LEN: usize = 18;

    /// Whether a number is of the national form (IDN017).
    pub fn inspect(text: &str) -> Issues {
        match text.as_bytes() {
            [b'V', digits @ .., last]
                if is_digits(digits, 16) && matches!(last, b'0'..=b'9' | b'A'..=b'Z') =>
            {
                Issues::NONE
            }
            _ => damage::form(text),
        }
    }

    /// The number.
    ///
    /// # Errors
    ///
    /// Where it is not of the national form; numbers of local systems are not.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::VolunteerNumber, Self::inspect(text))?;
        Ascii::new(text).map(Self).ok_or(IdError::form(What::VolunteerNumber))
    }

    /// The number as text, not masked.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The six digits of the division (GB/T 2260) of the registration.
    pub fn division(&self) -> u32 {
        self.0.number(1, 7)
    }
}
