//! The text inside an identifier, and the traits that all identifiers share.

/// Up to `N` ASCII characters, kept in place so that an identifier is `Copy`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Ascii<const N: usize> {
    // Unused places stay 0, so the derived order is the order of the texts.
    bytes: [u8; N],
    len: u8,
}

impl<const N: usize> Ascii<N> {
    /// `None` where the text is longer than `N` or not ASCII.
    pub(super) fn new(text: &str) -> Option<Self> {
        let len = u8::try_from(text.len()).ok()?;
        let mut bytes = [0; N];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        text.is_ascii().then_some(Self { bytes, len })
    }

    /// Bytes that are known to be ASCII.
    pub(super) const fn full(bytes: [u8; N]) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the longest identifier kept in place has 18 characters"
        )]
        Self { bytes, len: N as u8 }
    }

    #[inline]
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }

    pub(super) fn as_str(&self) -> &str {
        str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    /// The characters from `start` up to `end`, empty where there are none.
    pub(super) fn part(&self, start: usize, end: usize) -> &str {
        self.as_str().get(start..end).unwrap_or_default()
    }

    /// The digits from `start` up to `end` as a number of at most nine digits.
    pub(super) fn number(&self, start: usize, end: usize) -> u32 {
        number(self.as_bytes().get(start..end).unwrap_or_default())
    }
}

/// ASCII digits as a number; the caller knows that they are digits, and at most nine.
#[inline]
pub(super) fn number(digits: &[u8]) -> u32 {
    digits
        .iter()
        .fold(0, |value, digit| value.wrapping_mul(10).wrapping_add(u32::from(digit.wrapping_sub(b'0'))))
}

/// ASCII digits two by two, as `N` numbers; these do not wait for each other as the digits of one number do.
#[inline]
pub(super) fn pairs<const N: usize>(digits: &[u8]) -> [u32; N] {
    let mut values = [0; N];
    for (value, pair) in values.iter_mut().zip(digits.chunks_exact(2)) {
        *value = number(pair);
    }
    values
}

/// The six digits of a division as a number; the caller knows that they are digits.
#[inline]
pub(super) fn six(digits: &[u8]) -> u32 {
    const WEIGHTS: [u32; 6] = [100_000, 10_000, 1000, 100, 10, 1];
    // a product for each digit: none waits for another
    let products =
        digits.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit.wrapping_sub(b'0')) * weight);
    products.sum()
}

/// `length` bytes, all of them ASCII digits.
pub(super) fn is_digits(bytes: &[u8], length: usize) -> bool {
    bytes.len() == length && bytes.iter().all(u8::is_ascii_digit)
}

/// A letter or digit, as a domain name holds it.
pub(super) const ALPHANUMERIC: u8 = 1;
/// What a record id holds.
pub(super) const ID: u8 = 2;
/// What an atom of an email address holds (RFC 5322 section 3.2.3).
pub(super) const ATOM: u8 = 4;

static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        if byte.is_ascii_alphanumeric() {
            classes[byte as usize] = ALPHANUMERIC | ID | ATOM;
        }
        byte += 1;
    }
    add(add(classes, b"._:-", ID), b"!#$%&'*+/=?^_`{|}~-", ATOM)
};

const fn add(mut classes: [u8; 256], bytes: &[u8], class: u8) -> [u8; 256] {
    let mut place = 0;
    while place < bytes.len() {
        classes[bytes[place] as usize] |= class;
        place += 1;
    }
    classes
}

/// Whether a byte is of a class.
pub(super) fn is(byte: u8, class: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

/// The traits of every identifier: `FromStr`, `TryFrom<&str>`, `AsRef<str>`, and `Display` and `Debug`, which are
/// masked where a mask is named.
macro_rules! identifier {
    ($type:ident) => {
        identifier!(@common $type);

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, "{}({})", stringify!($type), self.as_str())
            }
        }
    };
    ($type:ident, $mask:path) => {
        identifier!(@common $type);

        /// Masked.
        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(&$mask(self.as_str()), f)
            }
        }

        /// Masked.
        impl core::fmt::Debug for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, "{}({})", stringify!($type), $mask(self.as_str()))
            }
        }
    };
    (@common $type:ident) => {
        impl core::str::FromStr for $type {
            type Err = $crate::ids::IdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<&str> for $type {
            type Error = $crate::ids::IdError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::parse(text)
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    };
}
