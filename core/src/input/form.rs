//! Which of the three forms a JSON text has.

use super::source::unread_format;
use crate::error::Obstacle;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// NDJSON: one record per line.
    Lines,
    /// A JSON array of records.
    List,
    /// A single record over several lines.
    Object,
}

/// Looks at the first bytes of a text.
pub(super) fn detect(head: &[u8], name: &str) -> Result<Form, Obstacle> {
    if let Some(obstacle) = other_format(head, name) {
        return Err(obstacle);
    }
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        // UTF-16 has no line that could be read: as a list it is one finding
        return Ok(Form::List);
    }
    if is_named_as_lines(name) {
        return Ok(Form::Lines);
    }
    Ok(match text.first() {
        Some(b'[') => Form::List,
        Some(b'{') if spans_lines(text) => Form::Object,
        _ => Form::Lines,
    })
}

/// A workbook or an archive, known by its first bytes.
fn other_format(head: &[u8], name: &str) -> Option<Obstacle> {
    const ARCHIVES: [&[u8]; 3] = [b"PK\x03\x04", b"7z\xBC\xAF\x27\x1C", b"Rar!\x1A\x07"];
    const IN_WORKBOOKS: [&[u8]; 2] = [b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis"];
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some(Obstacle::NoReader);
    }
    let is_archive = ARCHIVES.iter().any(|magic| head.starts_with(magic));
    let is_workbook = || {
        unread_format(name) == Some(Obstacle::NoReader)
            || IN_WORKBOOKS.iter().any(|entry| memchr::memmem::find(head, entry).is_some())
    };
    is_archive.then(|| if is_workbook() { Obstacle::NoReader } else { Obstacle::Archive })
}

#[allow(clippy::case_sensitive_file_extension_comparisons)] // made lower case first
fn is_named_as_lines(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let plain = name.trim_end_matches(".gz").trim_end_matches(".zst");
    plain.ends_with(".ndjson") || plain.ends_with(".jsonl")
}

/// Whether an object goes on beyond its first line: the line does not close what it opens, and the
/// next one does not begin a record of its own.
fn spans_lines(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default();
    let Some(next) = lines.map(<[u8]>::trim_ascii_start).find(|line| !line.is_empty()) else { return false };
    !closes_itself(first) && !next.starts_with(b"{")
}

fn closes_itself(line: &[u8]) -> bool {
    let (mut open, mut in_string, mut escaped) = (0_i64, false, false);
    for byte in line {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => open += 1,
            b'}' | b']' if !in_string => open -= 1,
            _ => {}
        }
    }
    open == 0 && !in_string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_say_which_form_it_is() {
        for (text, form) in [
            ("{\"a\":1}\n{\"a\":2}\n", Form::Lines),
            ("\u{feff}{\n  \"a\": 1\n}\n", Form::Object),
            ("{\"a\":[1,\n2]}", Form::Object),
            ("{\"a\": 1", Form::Lines),
            ("{\"a\": 1\n{\"a\":2}\n", Form::Lines),
            ("  [\n{\"a\":1}]", Form::List),
            ("", Form::Lines),
        ] {
            assert_eq!(detect(text.as_bytes(), "x.json"), Ok(form), "{text:?}");
        }
        assert_eq!(detect(b"[1]\n[2]\n", "x.ndjson.gz"), Ok(Form::Lines));
    }

    #[test]
    fn other_formats_are_named() {
        let workbook = b"PK\x03\x04......[Content_Types].xml...";
        assert_eq!(detect(workbook, "x.json"), Err(Obstacle::NoReader));
        assert_eq!(detect(b"\xD0\xCF\x11\xE0", "x.json"), Err(Obstacle::NoReader));
        assert_eq!(detect(b"PK\x03\x04...volunteers.ndjson", "x.json"), Err(Obstacle::Archive));
    }
}
