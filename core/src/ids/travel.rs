//! Travel permits and passports: documents without a check character.

use super::damage::malformed;
use super::error::What;
use super::text::{Ascii, is_digits};
use super::{IdError, Issues, mask};

/// A document number of which nothing but the form is known.
macro_rules! document {
    (
        $(#[$docs:meta])*
        $type:ident($length:literal), $pattern:literal, $form:ident
    ) => {
        $(#[$docs])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $type(Ascii<$length>);

        identifier!($type, mask::passport);

        impl $type {
            /// The form.
            pub const PATTERN: &str = $pattern;
            /// The most characters.
            pub const MAX_LEN: usize = $length;

            /// What is wrong with a number: scientific notation, which a spreadsheet writes, or the form. What has the
            /// form is right, though a passport number like `1E12345` may look like scientific notation.
            pub fn inspect(text: &str) -> Issues {
                if $form(text.as_bytes()) { Issues::NONE } else { malformed(text) }
            }

            /// The number.
            ///
            /// # Errors
            ///
            /// What [`inspect`](Self::inspect) finds.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                IdError::check(What::$type, Self::inspect(text))?;
                Ascii::new(text).map(Self).ok_or(IdError::form(What::$type))
            }

            /// The number as text, not masked.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }
    };
}

document! {
    /// A travel permit of a resident of Hong Kong or Macao, 港澳居民来往内地通行证: H or M and 8 digits, or 10 with the
    /// number of the card's issue. Source: DOMAIN 4.2, READINGS "IDN, PER". `Display` and `Debug` are masked.
    ///
    /// ```
    /// use shequ::ids::HkMacaoTravelPermit;
    /// assert_eq!(HkMacaoTravelPermit::parse("H12345678")?.to_string(), "H*****678");
    /// assert!(HkMacaoTravelPermit::parse("T12345678").is_err());
    /// # Ok::<(), shequ::ids::IdError>(())
    /// ```
    HkMacaoTravelPermit(11), "^[HM]([0-9]{8}|[0-9]{10})$", hk_macao
}

document! {
    /// A travel permit of a resident of Taiwan, 台湾居民来往大陆通行证: 8 digits, or the 10 digits of the old form with or
    /// without a letter. Source: DOMAIN 4.2, READINGS "IDN, PER". `Display` and `Debug` are masked.
    ///
    /// ```
    /// use shequ::ids::TaiwanTravelPermit;
    /// assert!(TaiwanTravelPermit::parse("12345678").is_ok());
    /// assert!(TaiwanTravelPermit::parse("1234567890B").is_ok());
    /// assert!(TaiwanTravelPermit::parse("123456789").is_err());
    /// ```
    TaiwanTravelPermit(11), "^([0-9]{8}|[0-9]{10}[A-Z]?)$", taiwan
}

document! {
    /// A passport number of any country, 护照号码: 5 to 17 digits and capital letters; nothing stricter by nationality.
    /// Source: READINGS "IDN, PER". `Display` and `Debug` are masked.
    ///
    /// ```
    /// use shequ::ids::Passport;
    /// assert_eq!(Passport::parse("E12345678")?.to_string(), "E*****678");
    /// assert!(Passport::parse("e12345678").is_err());
    /// assert!(Passport::parse("1E12345").is_ok());
    /// # Ok::<(), shequ::ids::IdError>(())
    /// ```
    Passport(17), "^[A-Z0-9]{5,17}$", passport
}

fn hk_macao(bytes: &[u8]) -> bool {
    matches!(bytes.split_first(), Some((b'H' | b'M', digits)) if is_digits(digits, 8) || is_digits(digits, 10))
}

fn taiwan(bytes: &[u8]) -> bool {
    let digits = match bytes.split_last() {
        Some((b'A'..=b'Z', digits)) if digits.len() == 10 => digits,
        _ => bytes,
    };
    is_digits(digits, 8) || is_digits(digits, 10)
}

fn passport(bytes: &[u8]) -> bool {
    (5..=17).contains(&bytes.len())
        && bytes.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}
