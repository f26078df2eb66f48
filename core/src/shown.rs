//! How what comes from the input is shown to a person: nothing in it acts on a terminal or a page.
//!
//! Names of files, keys, paths and values of options are data. A name with an escape sequence would clear the
//! screen and write its own verdict; one with a bidirectional control would show another name than it has.

use std::borrow::Cow;
use std::fmt::Write;

/// Characters that act or hide rather than show: the general categories Cc, Cf, Zl and Zp, and the fillers
/// that look like nothing. Variation selectors are right in names.
const HIDDEN: [(char, char); 33] = [
    ('\0', '\u{1F}'),
    ('\u{7F}', '\u{9F}'),
    ('\u{AD}', '\u{AD}'),
    ('\u{34F}', '\u{34F}'),
    ('\u{600}', '\u{605}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{6DD}', '\u{6DD}'),
    ('\u{70F}', '\u{70F}'),
    ('\u{890}', '\u{891}'),
    ('\u{8E2}', '\u{8E2}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{2028}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFFB}'),
    ('\u{110BD}', '\u{110BD}'),
    ('\u{110CD}', '\u{110CD}'),
    ('\u{13430}', '\u{1343F}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E00FF}'),
    // private use: what it shows depends on the font
    ('\u{E000}', '\u{F8FF}'),
    ('\u{FFFE}', '\u{FFFF}'),
    ('\u{1FFFE}', '\u{1FFFF}'),
    ('\u{2FFFE}', '\u{2FFFF}'),
    ('\u{EFFFE}', '\u{EFFFF}'),
    ('\u{F0000}', '\u{FFFFF}'),
    ('\u{100000}', '\u{10FFFF}'),
];

/// Whether a character acts on what shows it, or is not seen.
pub(crate) fn is_hidden(letter: char) -> bool {
    let is_common = matches!(letter, ' '..='~' | '\u{3400}'..='\u{9FFF}');
    !is_common && HIDDEN.iter().any(|(first, last)| (*first..=*last).contains(&letter))
}

/// A text in which control, format and bidirectional characters stand as `\u{1b}`, each by its number.
///
/// ```
/// assert_eq!(shequ::shown("志愿者 2026.ndjson"), "志愿者 2026.ndjson");
/// assert_eq!(shequ::shown("a\u{1b}[2J\u{202e}b"), "a\\u{1b}[2J\\u{202e}b");
/// ```
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_hidden(letter) {
            let _ = write!(out, "{}", letter.escape_unicode());
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

/// JSON in which what would act on a terminal stands as an escape, so that it says the same.
///
/// ```
/// assert_eq!(shequ::shown_json("{\n\"a\u{9b}\": 1}"), "{\n\"a\\u009b\": 1}");
/// ```
pub fn shown_json(json: &str) -> Cow<'_, str> {
    // white space of JSON is no part of a text; in one it is escaped already
    let acts = |letter: char| is_hidden(letter) && !matches!(letter, '\n' | '\r' | '\t');
    if !json.contains(acts) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for letter in json.chars() {
        if acts(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

/// The longest word of the input that is repeated.
const MAX_WORD: usize = 64;

/// Whether a word of the input may be repeated in a message: an ASCII identifier of 64 characters at most
/// without five digits in a row. A key may be a name or a number of a person.
pub(crate) fn is_word(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    text.len() <= MAX_WORD
        && text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
        && text.bytes().all(is_part)
        && !has_number(text)
}

/// Whether the value of an option may be repeated in a message: visible ASCII, 64 characters at most, without
/// five digits in a row, or eight with blanks or hyphens between them, as days and telephone numbers are written, and no
/// words of letters alone, as names are. Who wrote another one knows it; who reads a log need not.
///
/// ```
/// assert!(shequ::may_be_repeated("COM004=fatal"));
/// assert!(!shequ::may_be_repeated("11010519491231002X") && !shequ::may_be_repeated("张三"));
/// assert!(!shequ::may_be_repeated("138-1234-5678") && !shequ::may_be_repeated("Zhang San"));
/// ```
pub fn may_be_repeated(text: &str) -> bool {
    let is_visible = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'@';
    let is_short = !text.is_empty() && text.len() <= MAX_WORD && text.bytes().all(is_visible);
    is_short && !has_number(text) && !is_grouped(text) && !is_words(text)
}

/// Whether there are words of nothing but letters and what names have between them.
fn is_words(text: &str) -> bool {
    let is_of_a_name =
        |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-' | b'.' | b'\'' | b',');
    text.trim().contains(' ') && text.bytes().all(is_of_a_name)
}

/// Whether there are eight digits with nothing but blanks and hyphens between them.
fn is_grouped(text: &str) -> bool {
    let mut digits = 0;
    text.bytes().any(|byte| {
        match byte {
            b'0'..=b'9' => digits += 1,
            b' ' | b'-' => {}
            _ => digits = 0,
        }
        digits >= 8
    })
}

fn has_number(text: &str) -> bool {
    text.as_bytes().windows(5).any(|digits| digits.iter().all(u8::is_ascii_digit))
}

/// Lower-case hexadecimal digits, as digests are written.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_escaped_and_what_shows_is_not() {
        for text in ["", "社区·（村）", "Ünïcode – “ok” 👩\u{FE0F}", "back\\slash", "\u{3000}𠀀"]
        {
            assert_eq!(shown(text), text);
        }
        for (text, expected) in [
            ("\0\t\n\r\u{7f}", "\\u{0}\\u{9}\\u{a}\\u{d}\\u{7f}"),
            ("\u{9b}2J", "\\u{9b}2J"),
            ("a\u{200b}b\u{feff}", "a\\u{200b}b\\u{feff}"),
            ("\u{2066}x\u{2069}\u{2028}", "\\u{2066}x\\u{2069}\\u{2028}"),
            ("\u{e0041}\u{e000}", "\\u{e0041}\\u{e000}"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn every_control_character_is_hidden() {
        assert!((char::MIN..=char::MAX).filter(|letter| letter.is_control()).all(is_hidden));
    }

    #[test]
    fn a_word_is_an_identifier_without_a_number() {
        for text in ["a", "zj.grid_level-2", "Total", "a1234b5678", &"x".repeat(64)] {
            assert!(is_word(text), "{text}");
        }
        for text in ["", "1a", "_a", "$a", "a b", "姓名", "a12345", "a\n", "é", &"x".repeat(65)] {
            assert!(!is_word(text), "{text}");
        }
    }
}
