//! Phone numbers.

use super::error::What;
use super::text::is_digits;
use super::{IdError, Issues, damage, mask};

/// What a phone number is, by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PhoneKind {
    /// Mainland mobile, 手机: `1[3-9]` and 9 digits.
    Mobile,
    /// Landline, 固定电话: area code, a dash, 7 or 8 digits, and an extension of 1 to 6 digits if any.
    Landline,
    /// Hotline, 服务热线: 3 to 5 digits, such as 12345.
    Hotline,
    /// 400 and 800 numbers: ten digits with or without dashes.
    FreeCall,
    /// International, E.164: + and 7 to 15 digits.
    International,
}

/// A phone number, 联系电话. Source: MODEL "Conventions", READINGS "MODEL". `Display` and `Debug` are masked.
///
/// In a 400 or 800 number a single dash may stand before each of the last seven digits, so that all ways of grouping
/// them in use are right: 4008001234, 400-800-1234, 400-8001234, 4008-001-234.
///
/// ```
/// use shequ::ids::{Phone, PhoneKind};
///
/// let phone = Phone::parse("13812345678")?;
/// assert_eq!(phone.kind(), PhoneKind::Mobile);
/// assert_eq!(phone.to_string(), "138****5678");
/// assert!(Phone::fits("0531-88888888-801") && Phone::fits("+85212345678"));
/// assert!(!Phone::fits("88888888"));
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(Box<str>);

identifier!(Phone, mask::phone);

impl Phone {
    /// The form.
    pub const PATTERN: &str = "^(1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?|[0-9]{3,5}|[48]00(-?[0-9]){7}|[+][0-9]{7,15})$";
    /// The most characters.
    pub const MAX_LEN: usize = 20;

    /// What is wrong with a number: the form.
    pub fn inspect(text: &str) -> Issues {
        if Self::fits(text) { Issues::NONE } else { damage::form(text) }
    }

    /// The number.
    ///
    /// # Errors
    ///
    /// Where it has none of the forms.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::Phone, Self::inspect(text))?;
        Ok(Self(text.into()))
    }

    /// Whether the text has one of the forms.
    pub fn fits(text: &str) -> bool {
        Self::kind_of(text).is_some()
    }

    /// What the text is, by its form; none where it has none of the forms.
    pub fn kind_of(text: &str) -> Option<PhoneKind> {
        let bytes = text.as_bytes();
        match bytes {
            [b'1', b'3'..=b'9', rest @ ..] if is_digits(rest, 9) => Some(PhoneKind::Mobile),
            [b'+', rest @ ..] => is_digits_in(rest, 7, 15).then_some(PhoneKind::International),
            _ if is_digits_in(bytes, 3, 5) => Some(PhoneKind::Hotline),
            [b'4' | b'8', b'0', b'0', rest @ ..] => is_grouped(rest).then_some(PhoneKind::FreeCall),
            [b'0', ..] => is_landline(bytes).then_some(PhoneKind::Landline),
            _ => None,
        }
    }

    /// What the number is, by its form.
    pub fn kind(&self) -> PhoneKind {
        Self::kind_of(&self.0).unwrap_or(PhoneKind::Hotline)
    }

    /// The number as text, not masked.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_digits_in(bytes: &[u8], least: usize, most: usize) -> bool {
    (least..=most).contains(&bytes.len()) && is_digits(bytes, bytes.len())
}

/// Seven digits, a single dash before any of them.
fn is_grouped(bytes: &[u8]) -> bool {
    let mut groups = bytes.split(|byte| *byte == b'-');
    // The dash may follow the access code at once, which leaves an empty first group.
    let first = groups.next().unwrap_or_default();
    let mut digits = first.len();
    let mut good = is_digits(first, first.len());
    for group in groups {
        digits += group.len();
        good &= !group.is_empty() && is_digits(group, group.len());
    }
    good && digits == 7
}

fn is_landline(bytes: &[u8]) -> bool {
    let mut parts = bytes.split(|byte| *byte == b'-');
    let (area, number, extension) = (parts.next(), parts.next(), parts.next());
    area.is_some_and(|area| is_digits_in(area, 3, 4))
        && number.is_some_and(|number| is_digits_in(number, 7, 8))
        && extension.is_none_or(|extension| is_digits_in(extension, 1, 6))
        && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (text, kind) in [
            ("13812345678", Some(PhoneKind::Mobile)),
            ("12812345678", None),
            ("1381234567", None),
            ("010-1234567", Some(PhoneKind::Landline)),
            ("0531-88888888-123456", Some(PhoneKind::Landline)),
            ("0531-88888888-1234567", None),
            ("0531-88888888-", None),
            ("0531-88888888-1-2", None),
            ("053188888888", None),
            ("01-88888888", None),
            ("110", Some(PhoneKind::Hotline)),
            ("12345", Some(PhoneKind::Hotline)),
            ("011", Some(PhoneKind::Hotline)),
            ("40012", Some(PhoneKind::Hotline)),
            ("12", None),
            ("123456", None),
            ("4008001234", Some(PhoneKind::FreeCall)),
            ("400-800-1234", Some(PhoneKind::FreeCall)),
            ("400-8001234", Some(PhoneKind::FreeCall)),
            ("8008-123-123", Some(PhoneKind::FreeCall)),
            ("400--8001234", None),
            ("400-800-1234-", None),
            ("40-08001234", None),
            ("+8613812345678", Some(PhoneKind::International)),
            ("+123456", None),
            ("+1234567890123456", None),
            ("+86 13812345678", None),
            ("", None),
            ("１３８", None),
        ] {
            assert_eq!(Phone::kind_of(text), kind, "{text}");
        }
    }
}
