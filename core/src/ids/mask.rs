//! Masks for display (DOMAIN 9): what is hidden stands as stars, one for each character.
//!
//! A masked number still tells the place and, at its end, the sex: it is for the eye of one who may see the record, and
//! no de-identification in the sense of PIPL article 73. Masks take any text, right or wrong, and allocate nothing.

use core::fmt::{self, Write};

/// A text of which some characters are shown and the others are stars; made by the functions of this module.
#[derive(Clone, Copy)]
pub struct Masked<'a> {
    text: &'a str,
    first: usize,
    last: usize,
    /// Shown whole, for what names nobody.
    plain: bool,
}

impl<'a> Masked<'a> {
    fn new(text: &'a str, first: usize, last: usize) -> Self {
        Self { text, first, last, plain: false }
    }

    fn plain(text: &'a str) -> Self {
        Self { text, first: 0, last: 0, plain: true }
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.plain {
            return f.write_str(self.text);
        }
        let length = self.text.chars().count();
        // A text that is too short for its mask, and so not of its form, is hidden whole.
        let fits = self.first + self.last + 3 <= length;
        for (place, c) in self.text.chars().enumerate() {
            let shown = place < self.first || place + self.last >= length;
            f.write_char(if fits && shown || c == '-' { c } else { '*' })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Resident numbers, residence permits, foreign permanent resident cards: the first 6 and the last 3 of 18, as the back
/// office of the national volunteer system shows them; the first 3 and the last 3 of a 15-character card of 3 letters.
///
/// ```
/// use shequ::ids::mask;
/// assert_eq!(mask::number("11010519491231002X").to_string(), "110105*********02X");
/// assert_eq!(mask::number("610104620927690").to_string(), "610104******690");
/// assert_eq!(mask::number("FIN110108000123").to_string(), "FIN*********123");
/// assert_eq!(mask::number("110105194912").to_string(), "************");
/// ```
pub fn number(text: &str) -> Masked<'_> {
    match text.as_bytes() {
        bytes if !matches!(bytes.len(), 15 | 18) => Masked::new(text, 0, 0),
        [b'A'..=b'Z', ..] => Masked::new(text, 3, 3),
        _ => Masked::new(text, 6, 3),
    }
}

/// Passports and travel permits: the first character and the last three; the first and the last of fewer than eight.
///
/// ```
/// use shequ::ids::mask;
/// assert_eq!(mask::passport("E12345678").to_string(), "E*****678");
/// assert_eq!(mask::passport("AB123").to_string(), "A***3");
/// ```
pub fn passport(text: &str) -> Masked<'_> {
    Masked::new(text, 1, if text.len() < 8 { 1 } else { 3 })
}

/// Volunteer numbers: V with the division, and the last three.
///
/// ```
/// assert_eq!(shequ::ids::mask::volunteer("V37010215060000018").to_string(), "V370102********018");
/// ```
pub fn volunteer(text: &str) -> Masked<'_> {
    Masked::new(text, 7, 3)
}

/// Phone numbers: the first 3 and the last 4; the area code and the last 4 of a landline; hotlines whole, which name
/// nobody. The extension of a landline is hidden.
///
/// ```
/// use shequ::ids::mask;
/// assert_eq!(mask::phone("13812345678").to_string(), "138****5678");
/// assert_eq!(mask::phone("0531-88888888").to_string(), "0531-****8888");
/// assert_eq!(mask::phone("12345").to_string(), "12345");
/// ```
pub fn phone(text: &str) -> Masked<'_> {
    let area = text.bytes().position(|byte| byte == b'-').unwrap_or(3);
    match text.as_bytes() {
        [b'0', ..] if text.matches('-').count() == 2 => Masked::new(text, area, 0),
        [b'0', ..] => Masked::new(text, area, 4),
        [b'4' | b'8', b'0', b'0', ..] => Masked::plain(text),
        bytes if bytes.len() <= 5 && bytes.iter().all(u8::is_ascii_digit) => Masked::plain(text),
        bytes if bytes.len() < 11 => Masked::new(text, 3, 2),
        _ => Masked::new(text, 3, 4),
    }
}

fn is_personal_phone(text: &str) -> bool {
    use super::PhoneKind::{International, Landline, Mobile};
    matches!(super::Phone::kind_of(text), Some(Mobile | Landline | International))
}

/// Email addresses: the first character, three stars, and the domain.
///
/// ```
/// use shequ::ids::mask;
/// assert_eq!(mask::email("zhang.san@example.cn").to_string(), "z***@example.cn");
/// assert_eq!(mask::email("no address").to_string(), "***");
/// ```
pub fn email(text: &str) -> impl fmt::Display + fmt::Debug + '_ {
    MaskedEmail(text)
}

struct MaskedEmail<'a>(&'a str);

impl fmt::Display for MaskedEmail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.rsplit_once('@'), self.0.chars().next()) {
            (Some((local, domain)), Some(first)) if !local.is_empty() => write!(f, "{first}***@{domain}"),
            _ => f.write_str("***"),
        }
    }
}

impl fmt::Debug for MaskedEmail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Whether a text is a number that the state gave to a person.
fn is_personal_number(text: &str) -> bool {
    use super::{ForeignPermanentResidentId, ResidencePermit, ResidentId};
    super::resident::gives_number_away(text, None)
        || ResidentId::parse(text).is_ok()
        || ResidencePermit::parse(text).is_ok()
        || ForeignPermanentResidentId::parse(text).is_ok()
}

/// Ids and references: a valid resident identity number is masked (IDN019), and so is a number of the first generation, of a
/// residence permit or of a foreign permanent resident card, and what has the form of a telephone number of a person;
/// anything else stands whole. In a reference `CREDITCODE:ID` that is the part after the first colon.
///
/// ```
/// use shequ::ids::mask;
/// assert_eq!(mask::record_id("volunteer-0001").to_string(), "volunteer-0001");
/// assert_eq!(mask::record_id("11010519491231002X").to_string(), "110105*********02X");
/// assert_eq!(mask::record_id("11010519491231002x").to_string(), "110105*********02x");
/// assert_eq!(mask::record_id("610104620927690").to_string(), "610104******690");
/// assert_eq!(mask::record_id("13812345678").to_string(), "138****5678");
/// ```
pub fn record_id(text: &str) -> Masked<'_> {
    let start = super::record::external(text).map_or(0, |(publisher, _)| publisher.len() + 1);
    let letter = |letter: char| letter.is_ascii_uppercase();
    match text.get(start..) {
        Some(id) if is_personal_number(id) => {
            Masked::new(text, start + if id.starts_with(letter) { 3 } else { 6 }, 3)
        }
        Some(id) if is_personal_phone(id) => {
            let Masked { first, last, .. } = phone(id);
            Masked::new(text, start + first, last)
        }
        _ => Masked::plain(text),
    }
}
