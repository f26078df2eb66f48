//! Resident identity numbers, 公民身份号码 (GB 11643-1999).

use jiff::civil::Date;

use super::date::Birth;
use super::error::What;
use super::text::{Ascii, is_digits, number, six};
use super::{IdError, Issue, Issues, check, credit, damage, mask, prefix};
use crate::Words;

/// Sex as an identity number holds it: odd sequence numbers are male, even ones female.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IdSex {
    /// 男.
    Male,
    /// 女.
    Female,
}

impl IdSex {
    pub(super) const fn of(sequence: u32) -> Self {
        if sequence % 2 == 1 { Self::Male } else { Self::Female }
    }

    /// The code of GB/T 2261.1: 1 male, 2 female.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Male => "1",
            Self::Female => "2",
        }
    }

    /// The label in both languages.
    pub const fn words(self) -> Words {
        match self {
            Self::Male => Words::new("男", "male"),
            Self::Female => Words::new("女", "female"),
        }
    }
}

/// A resident identity number, 公民身份号码: 18 characters (6 division, 8 birth date, 3 sequence, 1 check character by
/// ISO 7064 MOD 11-2), or the 15 digits of the first generation. Source: GB 11643-1999.
///
/// `Display` and `Debug` are masked; [`as_str`](Self::as_str) is the number.
///
/// ```
/// use shequ::ids::{IdSex, Issue, ResidentId};
///
/// let id = ResidentId::parse("11010519491231002X")?;
/// assert_eq!((id.division(), id.sex(), id.check()), (110105, IdSex::Female, Some('X')));
/// assert_eq!(id.birth_date(), jiff::civil::date(1949, 12, 31));
/// assert_eq!(format!("{id:?}"), "ResidentId(110105*********02X)");
///
/// let wrong = ResidentId::parse("110105194912310021").unwrap_err();
/// assert_eq!(wrong.issue(), Issue::CheckCharacter);
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidentId(Ascii<18>);

identifier!(ResidentId, mask::number);

impl ResidentId {
    /// The form, 18 or 15 characters; the check character and the parts are more than a pattern can say.
    pub const PATTERN: &str = "^([0-9]{17}[0-9X]|[0-9]{15})$";
    /// The most characters.
    pub const MAX_LEN: usize = 18;

    /// Everything that is wrong with a number, or worth a look, in the order of READINGS "IDN, PER": spreadsheet damage,
    /// a lower-case x, a credit code in its place, the form, the check character; then birth date and province
    /// together; an unknown prefix only where the province is right. `as_of` is the last possible birth date.
    ///
    /// ```
    /// use shequ::ids::{Issue, ResidentId};
    /// assert!(ResidentId::inspect("11010519491231002X", None).is_empty());
    /// assert!(ResidentId::inspect("91350100M000100Y43", None).contains(Issue::OtherKind));
    /// ```
    pub fn inspect(text: &str, as_of: Option<Date>) -> Issues {
        match text.len() {
            18 => {
                text.as_bytes().try_into().map_or(Issue::Form.into(), |bytes| inspect_18(text, bytes, as_of))
            }
            15 if is_digits(text.as_bytes(), 15) => inspect_15(text.as_bytes(), as_of),
            _ => malformed(text),
        }
    }

    /// What [`inspect`](Self::inspect) finds, and the number where nothing rejects it.
    ///
    /// ```
    /// use shequ::ids::{Issue, ResidentId};
    /// let (issues, id) = ResidentId::look("610104620927690", None);
    /// assert!(issues.contains(Issue::FirstGeneration) && id.unwrap().sequence() == 690);
    /// assert!(ResidentId::look("110105194912310021", None).1.is_none());
    /// ```
    #[inline]
    pub fn look(text: &str, as_of: Option<Date>) -> (Issues, Option<Self>) {
        let issues = Self::inspect(text, as_of);
        if issues.rejects() {
            return (issues, None);
        }
        match text.as_bytes().try_into() {
            Ok(all) => (issues, Some(Self(Ascii::full(all)))),
            Err(_) => (issues, Ascii::new(text).map(Self)),
        }
    }

    /// The number, of 18 characters or of 15 digits.
    ///
    /// # Errors
    ///
    /// The first issue that rejects the text; warnings (an unknown prefix, 15 digits) do not. No date is compared with
    /// today: [`inspect`](Self::inspect) does that where it is told the day.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let (issues, id) = Self::look(text, None);
        IdError::check(What::ResidentId, issues)?;
        id.ok_or(IdError::form(What::ResidentId))
    }

    /// The number as text, not masked.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The six digits of the division (GB/T 2260) in which the number was first given out.
    #[inline]
    pub fn division(&self) -> u32 {
        six(self.0.as_bytes().get(..6).unwrap_or_default())
    }

    /// The birth date. In a number of 15 digits the century is the twentieth.
    #[inline]
    pub fn birth_date(&self) -> Date {
        let bytes = self.0.as_bytes();
        if self.is_first_generation() {
            Birth::of_6(bytes.get(6..12).unwrap_or_default()).day()
        } else {
            Birth::of_8(bytes.get(6..14).unwrap_or_default()).day()
        }
    }

    /// The sequence number, 0 to 999.
    #[inline]
    pub fn sequence(&self) -> u32 {
        if self.is_first_generation() { self.0.number(12, 15) } else { self.0.number(14, 17) }
    }

    /// The sex that the sequence number stands for.
    pub fn sex(&self) -> IdSex {
        IdSex::of(self.sequence())
    }

    /// The check character, which a number of 15 digits has not.
    pub fn check(&self) -> Option<char> {
        self.0.as_bytes().get(17).map(|byte| char::from(*byte))
    }

    /// Whether the number has the 15 digits of the first generation, given out up to 1999.
    pub fn is_first_generation(&self) -> bool {
        self.0.as_bytes().len() == 15
    }

    /// The same number in 18 characters: 19 before the year, and the check character.
    ///
    /// ```
    /// use shequ::ids::ResidentId;
    /// let old = ResidentId::parse("610104620927690")?;
    /// assert_eq!(old.upgrade().as_str(), "610104196209276908");
    /// # Ok::<(), shequ::ids::IdError>(())
    /// ```
    #[must_use]
    pub fn upgrade(self) -> Self {
        canonical(self.as_str()).map_or(self, |bytes| Self(Ascii::full(bytes)))
    }
}

/// Whether the text is a resident identity number of 18 characters whose check, birth date and province are right
/// (IDN001, IDN002, IDN003, IDN021), as IDN019 asks of a record id.
///
/// ```
/// use shequ::ids::resident::is_valid_number;
/// assert!(is_valid_number("11010519491231002X", None));
/// assert!(!is_valid_number("11010519491231002x", None));
/// assert!(!is_valid_number("610104620927690", None));
/// ```
pub fn is_valid_number(text: &str, as_of: Option<Date>) -> bool {
    text.as_bytes().try_into().is_ok_and(|bytes| is_valid(bytes, as_of))
}

/// Whether the text is such a number once a lower-case x is read as X: as the id of a record it gives the number
/// away just as well (IDN019).
pub(crate) fn gives_number_away(text: &str, as_of: Option<Date>) -> bool {
    let Ok(mut bytes) = <[u8; 18]>::try_from(text.as_bytes()) else { return false };
    if bytes[17] == b'x' {
        bytes[17] = b'X';
    }
    is_valid(&bytes, as_of)
}

/// Whether the text has the form of a resident identity number of 18 or 15 characters, right or wrong (SVC018).
///
/// ```
/// use shequ::ids::resident::has_form;
/// assert!(has_form("110105194912310021"));
/// assert!(!has_form("11010519491231002x"));
/// ```
pub fn has_form(text: &str) -> bool {
    let bytes = text.as_bytes();
    match bytes.split_last() {
        Some((last, body)) if bytes.len() == 18 => is_digits(body, 17) && matches!(last, b'0'..=b'9' | b'X'),
        _ => is_digits(bytes, 15),
    }
}

/// The 18 characters under which a number is compared (VOL008): 15 digits upgraded, a lower-case x read as X. `None`
/// where the text has the form of neither; the check character is not judged.
///
/// ```
/// use shequ::ids::resident::canonical;
/// assert_eq!(canonical("610104620927690"), Some(*b"610104196209276908"));
/// assert_eq!(canonical("11010519491231002x"), Some(*b"11010519491231002X"));
/// assert_eq!(canonical("E12345678"), None);
/// ```
pub fn canonical(text: &str) -> Option<[u8; 18]> {
    let bytes = text.as_bytes();
    let mut full = [b'0'; 18];
    if is_digits(bytes, 15) {
        full[..6].copy_from_slice(&bytes[..6]);
        full[6..8].copy_from_slice(b"19");
        full[8..17].copy_from_slice(&bytes[6..]);
        full[17] = check::resident(&full)?;
        return Some(full);
    }
    let (last, body) = bytes.split_last()?;
    let last = last.to_ascii_uppercase();
    if !is_digits(body, 17) || !matches!(last, b'0'..=b'9' | b'X') {
        return None;
    }
    full[..17].copy_from_slice(body);
    full[17] = last;
    Some(full)
}

/// IDN001, IDN002, IDN003 and IDN021 for 18 characters.
pub(super) fn is_valid(bytes: &[u8; 18], as_of: Option<Date>) -> bool {
    check::resident(bytes) == Some(bytes[17])
        && prefix::is_province(number(&bytes[..2]))
        && Birth::of_8(&bytes[6..14]).is_possible(as_of)
}

fn inspect_18(text: &str, bytes: &[u8; 18], as_of: Option<Date>) -> Issues {
    let Some(check) = check::resident(bytes) else { return malformed(text) };
    if check == bytes[17] {
        let issues = judge(six(&bytes[..6]), Birth::of_8(&bytes[6..14]), as_of);
        return if issues.rejection().is_some() { or_other_kind(bytes, issues) } else { issues };
    }
    match bytes[17] {
        b'0' if damage::lost_its_tail(bytes) => Issue::SpreadsheetDamage.into(),
        b'0'..=b'9' | b'X' => or_other_kind(bytes, Issue::CheckCharacter.into()),
        b'x' => lower_case(bytes, as_of),
        _ => malformed(text),
    }
}

/// A number of 15 digits has no check, but everything else.
fn inspect_15(bytes: &[u8], as_of: Option<Date>) -> Issues {
    judge(six(&bytes[..6]), Birth::of_6(&bytes[6..12]), as_of).with(Issue::FirstGeneration)
}

/// The parts of a number whose check is right.
fn judge(division: u32, birth: Birth, as_of: Option<Date>) -> Issues {
    let province = prefix::is_province(division / 10_000);
    Issues::NONE
        .with_if(!birth.is_possible(as_of), Issue::BirthDate)
        .with_if(!province, Issue::Province)
        .with_if(province && !prefix::is_known(division), Issue::UnknownPrefix)
}

/// A lower-case x after 17 digits.
#[cold]
fn lower_case(bytes: &[u8; 18], as_of: Option<Date>) -> Issues {
    let mut upper = *bytes;
    upper[17] = b'X';
    if is_valid(&upper, as_of) { Issue::LowerCaseX.into() } else { Issue::Form.into() }
}

/// No right resident number: a credit code in the wrong place stands instead of what was found.
#[cold]
fn or_other_kind(bytes: &[u8; 18], found: Issues) -> Issues {
    if credit::is_certain(bytes) { Issue::OtherKind.into() } else { found }
}

#[cold]
fn malformed(text: &str) -> Issues {
    let found = damage::malformed(text);
    let bytes = text.as_bytes().try_into().ok().filter(|_| !found.contains(Issue::SpreadsheetDamage));
    bytes.map_or(found, |bytes| or_other_kind(bytes, found))
}
