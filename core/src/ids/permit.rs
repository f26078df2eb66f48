//! Residence permits of residents of Hong Kong, Macao and Taiwan, and cards of foreign permanent residents.

use jiff::civil::Date;

use super::date::Birth;
use super::error::What;
use super::resident::IdSex;
use super::text::{Ascii, is_digits};
use super::{IdError, Issue, Issues, check, damage, mask};
use crate::Words;

/// Where the holder of a residence permit is a resident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermitRegion {
    /// 香港, 810000.
    HongKong,
    /// 澳门, 820000.
    Macao,
    /// 台湾, 830000.
    Taiwan,
}

impl PermitRegion {
    fn of(bytes: &[u8; 18]) -> Option<Self> {
        match &bytes[..6] {
            b"810000" => Some(Self::HongKong),
            b"820000" => Some(Self::Macao),
            b"830000" => Some(Self::Taiwan),
            _ => None,
        }
    }

    /// The name in both languages.
    pub const fn words(self) -> Words {
        match self {
            Self::HongKong => Words::new("香港", "Hong Kong"),
            Self::Macao => Words::new("澳门", "Macao"),
            Self::Taiwan => Words::new("台湾", "Taiwan"),
        }
    }
}

/// The number of a residence permit, 港澳台居民居住证号码 (2018): 810000, 820000 or 830000, 8 birth date, 3 sequence and
/// the check character of GB 11643. Source: DOMAIN 4.2. `Display` and `Debug` are masked.
///
/// ```
/// use shequ::ids::{Issue, PermitRegion, ResidencePermit};
///
/// let permit = ResidencePermit::parse("830000199201300022")?;
/// assert_eq!(permit.region(), PermitRegion::Taiwan);
/// assert_eq!(permit.birth_date(), jiff::civil::date(1992, 1, 30));
///
/// let resident = ResidencePermit::parse("11010519491231002X").unwrap_err();
/// assert_eq!(resident.issue(), Issue::Form);
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidencePermit(Ascii<18>);

identifier!(ResidencePermit, mask::number);

impl ResidencePermit {
    /// The form; the check character and the date are more than a pattern can say.
    pub const PATTERN: &str = "^8[123]0000[0-9]{11}[0-9X]$";
    /// The most characters.
    pub const MAX_LEN: usize = 18;

    /// What is wrong with a number: spreadsheet damage; a lower-case x ([`Issue::LowerCaseX`] where all else is right,
    /// [`Issue::LowerCaseForm`] where it is not); else one of form, check character and birth date. `as_of` is the last
    /// possible birth date.
    pub fn inspect(text: &str, as_of: Option<Date>) -> Issues {
        let Ok(bytes) = text.as_bytes().try_into() else { return damage::malformed(text) };
        let Some(check) = check::resident(bytes) else { return damage::malformed(text) };
        match bytes[17] {
            b'x' => lower_case(bytes, as_of),
            b'0' if check != b'0' && damage::lost_its_tail(bytes) => Issue::SpreadsheetDamage.into(),
            b'0'..=b'9' | b'X' if PermitRegion::of(bytes).is_some() => judge(bytes, check, as_of),
            _ => damage::malformed(text),
        }
    }

    /// The number.
    ///
    /// # Errors
    ///
    /// What [`inspect`](Self::inspect) finds; no date is compared with today.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::ResidencePermit, Self::inspect(text, None))?;
        Ascii::new(text).map(Self).ok_or(IdError::form(What::ResidencePermit))
    }

    /// The number as text, not masked.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Where the holder is a resident.
    pub fn region(&self) -> PermitRegion {
        match self.0.as_bytes().get(1) {
            Some(b'1') => PermitRegion::HongKong,
            Some(b'2') => PermitRegion::Macao,
            _ => PermitRegion::Taiwan,
        }
    }

    /// The birth date.
    pub fn birth_date(&self) -> Date {
        Birth::of_8(self.0.as_bytes().get(6..14).unwrap_or_default()).day()
    }

    /// The sequence number, 0 to 999.
    pub fn sequence(&self) -> u32 {
        self.0.number(14, 17)
    }

    /// The sex that the sequence number stands for.
    pub fn sex(&self) -> IdSex {
        IdSex::of(self.sequence())
    }

    /// The check character.
    pub fn check(&self) -> char {
        self.0.as_bytes().last().map_or('X', |byte| char::from(*byte))
    }
}

/// A number of the right form.
fn judge(bytes: &[u8; 18], check: u8, as_of: Option<Date>) -> Issues {
    if check != bytes[17] {
        return Issue::CheckCharacter.into();
    }
    Issues::NONE.with_if(!Birth::of_8(&bytes[6..14]).is_possible(as_of), Issue::BirthDate)
}

/// A lower-case x after 17 digits.
fn lower_case(bytes: &[u8; 18], as_of: Option<Date>) -> Issues {
    let right = PermitRegion::of(bytes).is_some()
        && check::resident(bytes) == Some(b'X')
        && Birth::of_8(&bytes[6..14]).is_possible(as_of);
    if right { Issue::LowerCaseX.into() } else { Issue::LowerCaseForm.into() }
}

/// The number of a foreign permanent resident card, 外国人永久居留身份证号码: 9, 16 digits and the check character of GB
/// 11643 (from 2023-12-01), or 3 letters and 12 digits (2017). Nothing inside it is read. Source: DOMAIN 4.2, READINGS
/// "IDN, PER". `Display` and `Debug` are masked.
///
/// ```
/// use shequ::ids::ForeignPermanentResidentId;
/// assert!(ForeignPermanentResidentId::parse("911124198108030024").is_ok());
/// assert!(ForeignPermanentResidentId::parse("FIN110108000123").is_ok());
/// assert!(ForeignPermanentResidentId::parse("911124198108030025").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ForeignPermanentResidentId(Ascii<18>);

identifier!(ForeignPermanentResidentId, mask::number);

impl ForeignPermanentResidentId {
    /// The two forms; the check character of the first is more than a pattern can say.
    pub const PATTERN: &str = "^(9[0-9]{16}[0-9X]|[A-Z]{3}[0-9]{12})$";
    /// The most characters.
    pub const MAX_LEN: usize = 18;

    /// What is wrong with a number: spreadsheet damage, the form, or the check character. A lower-case x is
    /// [`Issue::Form`].
    pub fn inspect(text: &str) -> Issues {
        if let Ok(bytes) = text.as_bytes().try_into() {
            return inspect_18(text, bytes);
        }
        let (letters, digits) = text.as_bytes().split_at_checked(3).unwrap_or_default();
        if is_digits(digits, 12) && letters.iter().all(u8::is_ascii_uppercase) {
            return Issues::NONE;
        }
        damage::malformed(text)
    }

    /// The number.
    ///
    /// # Errors
    ///
    /// What [`inspect`](Self::inspect) finds.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::ForeignPermanentResidentId, Self::inspect(text))?;
        Ascii::new(text).map(Self).ok_or(IdError::form(What::ForeignPermanentResidentId))
    }

    /// The number as text, not masked.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

fn inspect_18(text: &str, bytes: &[u8; 18]) -> Issues {
    match (check::resident(bytes), bytes[17]) {
        (Some(check), b'0') if check != b'0' && damage::lost_its_tail(bytes) => {
            Issue::SpreadsheetDamage.into()
        }
        (Some(check), last @ (b'0'..=b'9' | b'X')) if bytes[0] == b'9' => {
            Issues::NONE.with_if(check != last, Issue::CheckCharacter)
        }
        _ => damage::malformed(text),
    }
}
