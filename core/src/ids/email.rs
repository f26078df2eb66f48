//! Email addresses.

use super::error::What;
use super::text::{ALPHANUMERIC, ATOM, is};
use super::{IdError, Issues, damage, mask};

/// An email address, 电子邮箱: a dot-atom of at most 64 characters, @, and an ASCII domain with a dot; at most 254
/// characters in all. Source: RFC 5321 section 4.1.2, READINGS "MODEL". `Display` and `Debug` are masked.
///
/// ```
/// use shequ::ids::Email;
/// assert_eq!(Email::parse("zhang.san@example.cn")?.to_string(), "z***@example.cn");
/// assert!(!Email::fits("zhang..san@example.cn"));
/// assert!(!Email::fits("zhang.san@localhost"));
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(Box<str>);

identifier!(Email, mask::email);

/// The most characters before the @.
const LOCAL: usize = 64;
/// The most characters between two dots of a domain.
const LABEL: usize = 63;

impl Email {
    /// The form, but for the length of the part before the @: [`PATTERN_LOCAL`](Self::PATTERN_LOCAL).
    pub const PATTERN: &str = "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+([.][A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?([.][A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$";
    /// A second pattern that must match too: at most 64 characters before the @. Without look-around, one pattern cannot
    /// say both.
    pub const PATTERN_LOCAL: &str = "^[^@]{1,64}@[^@]+$";
    /// The most characters.
    pub const MAX_LEN: usize = 254;

    /// What is wrong with an address: the form.
    pub fn inspect(text: &str) -> Issues {
        if Self::fits(text) { Issues::NONE } else { damage::form(text) }
    }

    /// The address.
    ///
    /// # Errors
    ///
    /// Where it is not of the form.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::Email, Self::inspect(text))?;
        Ok(Self(text.into()))
    }

    /// Whether the text has the form of an address.
    pub fn fits(text: &str) -> bool {
        text.len() <= Self::MAX_LEN
            && memchr::memchr(b'@', text.as_bytes()).is_some_and(|at| {
                let (local, domain) = (&text[..at], &text[at + 1..]);
                local.len() <= LOCAL && is_dot_atom(local) && domain.contains('.') && is_domain(domain)
            })
    }

    /// The address as text, not masked.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the @.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

fn is_dot_atom(text: &str) -> bool {
    text.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(|byte| is(byte, ATOM)))
}

fn is_domain(text: &str) -> bool {
    text.split('.').all(|label| {
        (1..=LABEL).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| is(byte, ALPHANUMERIC) || byte == b'-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let long_local = format!("{}@a.cn", "a".repeat(64));
        let long_label = format!("a@{}.cn", "b".repeat(63));
        for text in ["a@b.cn", "a.b+c@d-e.example.cn", "1@2.3", &long_local, &long_label] {
            assert!(Email::fits(text), "{text}");
        }
        let longer_local = format!("a{long_local}");
        let longer_label = format!("a@{}.cn", "b".repeat(64));
        let too_long = format!("a@{}.cn", ["b".repeat(60).as_str(); 5].join("."));
        for text in [
            "",
            "@",
            "a@",
            "@b.cn",
            "a@b",
            "a@b.",
            "a@.cn",
            "a@-b.cn",
            "a@b-.cn",
            ".a@b.cn",
            "a.@b.cn",
            "a..b@c.cn",
            "a@b@c.cn",
            "a b@c.cn",
            "\"a\"@b.cn",
            "a@b.cn\n",
            "张@b.cn",
            "a@例.cn",
            &longer_local,
            &longer_label,
            &too_long,
        ] {
            assert!(!Email::fits(text), "{text}");
        }
    }
}
