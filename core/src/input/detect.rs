//! Which form a text has, by its first value: what it is, where it ends, and what follows it.

use super::MAX_RECORD;
use super::encoding::{Encoding, foreign};
use super::form::Form;
use super::scan::{self, Reach};
use crate::error::Obstacle;

/// What the beginning of a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detected {
    /// Records, after some bytes and line ends that are nothing.
    Form { form: Form, at: usize, lines: u64 },
    /// Nothing but white space.
    Nothing,
    /// More of the text is needed.
    More,
    /// A text that is not read, in another encoding.
    Foreign(Encoding),
    /// No text of JSON.
    Not(Obstacle),
}

/// A workbook or an archive, known by its first bytes.
fn other_format(head: &[u8]) -> Option<Obstacle> {
    const ARCHIVES: [&[u8]; 3] = [b"PK\x03\x04", b"7z\xBC\xAF\x27\x1C", b"Rar!\x1A\x07"];
    const IN_WORKBOOKS: [&[u8]; 2] = [b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis"];
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some(Obstacle::NoReader);
    }
    let is_archive = ARCHIVES.iter().any(|magic| head.starts_with(magic));
    let is_workbook = || IN_WORKBOOKS.iter().any(|entry| memchr::memmem::find(head, entry).is_some());
    is_archive.then(|| if is_workbook() { Obstacle::NoReader } else { Obstacle::Archive })
}

/// Looks at the beginning of a text, or at the whole; `asked` is the form that the caller names.
pub(super) fn detect(head: &[u8], is_whole: bool, asked: Form) -> Detected {
    if let Some(obstacle) = other_format(head) {
        return Detected::Not(obstacle);
    }
    if let Some(encoding) = foreign(head) {
        return Detected::Foreign(encoding);
    }
    let mark = if head.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let blank = head[mark..].iter().take_while(|byte| is_blank(**byte)).count();
    let text = &head[mark + blank..];
    if text.is_empty() && is_whole {
        return Detected::Nothing;
    }
    let form = match asked {
        Form::Auto => form_of(text, is_whole),
        form => Some(form),
    };
    match form {
        Some(Form::Ndjson) => Detected::Form { form: Form::Ndjson, at: mark, lines: 0 },
        Some(form) => {
            let lines = memchr::memchr_iter(b'\n', &head[mark..mark + blank]).count() as u64;
            Detected::Form { form, at: mark + blank, lines }
        }
        None => Detected::More,
    }
}

/// White space around a text: that of JSON, and what old printers and mainframes put between pages.
pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// None where the text is too short to tell.
fn form_of(text: &[u8], is_whole: bool) -> Option<Form> {
    let (is_list, one) = match text.first() {
        Some(b'[') => (true, Form::Array),
        Some(b'{') => (false, Form::Record),
        _ => return Some(Form::Ndjson),
    };
    let first_line = memchr::memchr(b'\n', text).unwrap_or(text.len());
    let Some(second_line) = next_of(text, first_line) else {
        // one line is one record however it is read, and one list is one list
        let is_known = is_list || is_whole || text.len() > MAX_RECORD;
        return is_known.then_some(if is_list { Form::Array } else { Form::Ndjson });
    };
    let scanned = scan::value(text, 0);
    Some(match scanned.reach {
        Reach::Whole(end) => {
            let is_line = end <= first_line || scanned.is_torn;
            match next_of(text, end) {
                None => one,
                Some(_) if !is_list => {
                    if is_line {
                        Form::Ndjson
                    } else {
                        Form::Record
                    }
                }
                Some(next) if next > first_line && end <= first_line && matches!(text[next], b'[' | b'{') => {
                    Form::Ndjson
                }
                Some(_) => Form::Array,
            }
        }
        Reach::Cut if is_list => Form::Array,
        Reach::Cut if !is_whole && text.len() <= MAX_RECORD => return None,
        Reach::Broken(at) if is_list => {
            // the first line is none of JSON, like a line of a log, and the second is a record
            let is_record = at < first_line && is_record_line(&text[second_line..]);
            if is_record { Form::Ndjson } else { Form::Array }
        }
        // where the first value is broken, a line that begins like a record begins one
        Reach::Cut | Reach::Broken(_) => {
            let has_record = memchr::memmem::find(text, b"\n{").is_some();
            if has_record { Form::Ndjson } else { Form::Record }
        }
    })
}

/// The next byte that is no white space.
fn next_of(text: &[u8], at: usize) -> Option<usize> {
    text[at..].iter().position(|byte| !is_blank(*byte)).map(|blank| at + blank)
}

fn is_record_line(text: &[u8]) -> bool {
    let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    matches!(scan::value(line, 0).reach, Reach::Whole(end) if line[0] == b'{' && next_of(line, end).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> Option<Form> {
        match detect(text.as_bytes(), true, Form::Auto) {
            Detected::Form { form, .. } => Some(form),
            _ => None,
        }
    }

    #[test]
    fn the_first_value_and_what_follows_it_say_the_form() {
        for (text, expected) in [
            ("{\"a\":1}", Form::Ndjson),
            ("{\"a\":1}\n{\"a\":2}\n", Form::Ndjson),
            ("{\"a\":1}\n\n\r\n", Form::Ndjson),
            ("\n\n{\"a\":1}\nx", Form::Ndjson),
            ("{\"a\":\"one\ntwo\"}\n{\"a\":2}\n", Form::Ndjson),
            ("{}{}\n{}\n", Form::Ndjson),
            ("1\n2\n", Form::Ndjson),
            ("id,name\n1,2\n", Form::Ndjson),
            ("[1]\n[2]\n", Form::Ndjson),
            ("[{}]\n{}\n", Form::Ndjson),
            ("[INFO] export\n{\"a\":1}\n{\"a\":2}\n", Form::Ndjson),
            ("{\"a\": 1\n{\"a\":2}\n", Form::Ndjson),
            ("{\"a\": \n{\"a\":2}\n", Form::Ndjson),
            ("{\"a\": \"x}\n{\"a\":\"y\"}\n{\"a\":\"z\"}\n", Form::Ndjson),
            ("{\"a\" 1}\n{\"a\":2}\n", Form::Ndjson),
            ("\u{feff}{\n  \"a\": 1\n}\n", Form::Record),
            ("\u{c}{\n  \"a\": [\n1]\n}\u{c}", Form::Record),
            ("{\"a\":[1,\n2]}", Form::Record),
            ("{\"a\":\n{\"b\":1}\n}", Form::Record),
            ("{\"a\":[\n{\"b\":1},\n{\"b\":2}\n]}", Form::Record),
            ("{\n\"a\":1\n}\n{\n\"a\":2\n}", Form::Record),
            ("{\n \"a\":1\n \"b\":2\n}", Form::Record),
            ("{\n \"a\":{\n  \"b\":2\n", Form::Record),
            ("{\"a\":\"one\ntwo\"}", Form::Record),
            ("  [\n{\"a\":1}]", Form::Array),
            ("[{\"a\":1},\n{\"a\":2}\n{\"a\":3}]", Form::Array),
            ("[{\"a\":\"one\ntwo\"},{\"a\":2}]\n", Form::Array),
            ("[1", Form::Array),
            ("[{\"a\":1}\n{\"a\":2}", Form::Array),
            ("[1]x", Form::Array),
            ("[{}]\n]", Form::Array),
        ] {
            assert_eq!(form(text), Some(expected), "{text:?}");
        }
        assert_eq!(detect(b"\n \t\r\n\x0c", true, Form::Auto), Detected::Nothing);
    }

    #[test]
    fn a_first_value_that_goes_on_is_read_on() {
        let long = format!("{{\n\"a\":\"{}", "x".repeat(1000));
        assert_eq!(detect(long.as_bytes(), false, Form::Auto), Detected::More);
        assert_eq!(detect(b"{\"a\":", false, Form::Auto), Detected::More);
        let longest = format!("{{\n\"a\":\"{}", "x".repeat(MAX_RECORD));
        let known = Detected::Form { form: Form::Record, at: 0, lines: 0 };
        assert_eq!(detect(longest.as_bytes(), false, Form::Auto), known);
        let list = format!("\n[\n\"{}", "x".repeat(1000));
        let known = Detected::Form { form: Form::Array, at: 1, lines: 1 };
        assert_eq!(detect(list.as_bytes(), false, Form::Auto), known);
    }

    #[test]
    fn other_formats_are_named() {
        let workbook = b"PK\x03\x04......[Content_Types].xml...";
        assert_eq!(detect(workbook, true, Form::Auto), Detected::Not(Obstacle::NoReader));
        assert_eq!(detect(b"PK\x03\x04...", true, Form::Auto), Detected::Not(Obstacle::Archive));
    }

    #[test]
    fn the_form_may_be_named() {
        let named = |text: &[u8], form| detect(text, true, form);
        assert_eq!(named(b"[1]\n", Form::Ndjson), Detected::Form { form: Form::Ndjson, at: 0, lines: 0 });
        assert_eq!(named(b"\n{}\n{}", Form::Array), Detected::Form { form: Form::Array, at: 1, lines: 1 });
    }
}
