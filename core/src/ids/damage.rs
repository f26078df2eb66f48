//! What spreadsheets and input methods do to numbers.

use memchr::memchr;

use super::{Issue, Issues};

/// Whether the text is a number in scientific notation, as a spreadsheet shows a long one:
/// `[0-9](\.[0-9]+)?[eE]\+?[0-9]+` and nothing else (READINGS, IDN016; DOMAIN 10.3).
///
/// ```
/// use shequ::ids::is_scientific;
/// assert!(is_scientific("1.10105E+17"));
/// assert!(is_scientific("1e17"));
/// assert!(!is_scientific("110105194912310000"));
/// assert!(!is_scientific("1.10105E-17"));
/// ```
pub fn is_scientific(text: &str) -> bool {
    let bytes = text.as_bytes();
    let [first, second, ..] = bytes else { return false };
    if !first.is_ascii_digit() || !matches!(second, b'.' | b'e' | b'E') {
        return false;
    }
    let rest = &bytes[1..];
    let Some(exponent) = memchr(b'E', rest).or_else(|| memchr(b'e', rest)) else { return false };
    let (fraction, exponent) = (&rest[..exponent], &rest[exponent + 1..]);
    let exponent = exponent.strip_prefix(b"+").unwrap_or(exponent);
    let whole = match fraction.split_first() {
        None => true,
        Some((_, decimals)) => *second == b'.' && digits(decimals),
    };
    whole && digits(exponent)
}

fn digits(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit)
}

/// A text that is not of its form, full-width characters named.
pub(super) fn form(text: &str) -> Issues {
    Issues::from(Issue::Form).with_if(full_width(text) > 0, Issue::FullWidth)
}

/// A text that is not of its form, or became so by scientific notation.
#[cold]
pub(super) fn malformed(text: &str) -> Issues {
    if is_scientific(text) { Issue::SpreadsheetDamage.into() } else { form(text) }
}

/// 18 digits of which a spreadsheet turned the last three to 0; the caller knows that the check fails.
pub(super) fn lost_its_tail(text: &[u8; 18]) -> bool {
    text.ends_with(b"000") && text.iter().all(u8::is_ascii_digit)
}

/// The number of full-width letters and digits (U+FF10-FF19, FF21-FF3A, FF41-FF5A), which look right and are not.
///
/// ```
/// assert_eq!(shequ::ids::full_width("１1０105"), 2);
/// ```
pub fn full_width(text: &str) -> usize {
    text.chars().filter(|c| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scientific_notation_is_matched_whole() {
        for text in ["1.1E17", "9.11101E+17", "1E5", "1e+5", "0.0E0"] {
            assert!(is_scientific(text), "{text}");
        }
        for text in [
            "", "1", "1.", "1.E5", "1.5", "11E5", "1.5E", "1.5E+", "1.5E+-5", "1.5E5 ", "1,5E5", "E5",
            "1.5e5E5", "1Ee5",
        ] {
            assert!(!is_scientific(text), "{text}");
        }
    }
}
