//! A piece of the input with whole records.

use super::encoding::Encoding;

/// Bytes of records and how they lie in them.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    pub(crate) bytes: Vec<u8>,
    pub(crate) content: Content,
    /// Which chunk of a dataset it is.
    pub(crate) number: u64,
}

/// How the records lie in the bytes.
#[derive(Debug, Default)]
pub(crate) enum Content {
    /// Nothing.
    #[default]
    Nothing,
    /// One record per line, the first on this line of the file.
    Lines { first: u64 },
    /// The items of a JSON array, or the one object of a file.
    Elements { spans: Vec<Span>, is_list: bool },
    /// What is no record that could be read; of one that is too large the bytes are the beginning.
    Unread { line: u64, why: Unread },
}

/// Why something is not read as a record. All but a line end the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// A line that is too long to be a record.
    LongLine,
    /// An item of an array, or the one record, beyond the greatest size.
    LongItem,
    /// An array stops being JSON.
    BrokenArray,
    /// The one record does not end.
    BrokenRecord,
    /// Something follows the one record.
    AfterRecord,
    /// Something follows the array.
    AfterArray,
    /// A text that should be an array is none.
    NoArray,
    /// Nothing stands where a record or an array should.
    Nothing,
    /// The text is in another encoding.
    Foreign(Encoding),
}

/// Where one record lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) line: u64,
}

impl Chunk {
    /// How much memory it keeps.
    pub(crate) fn room(&self) -> usize {
        self.bytes.capacity()
    }

    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.content = Content::Nothing;
    }

    /// Whether it is nothing but something that is not read as a record.
    pub(crate) const fn is_unread(&self) -> bool {
        matches!(self.content, Content::Unread { .. })
    }

    /// The records with their lines, each as a text where it is UTF-8; blank lines are none.
    pub(crate) fn records(&self) -> impl Iterator<Item = (u64, Option<&str>)> {
        // one look for UTF-8 over all records; one by one only where that fails
        let whole = simdutf8::basic::from_utf8(&self.bytes).ok();
        let (lines, spans): (_, &[Span]) = match &self.content {
            Content::Lines { first } => (Some(Lines { bytes: &self.bytes, whole, line: *first, at: 0 }), &[]),
            Content::Elements { spans, .. } => (None, spans),
            Content::Nothing | Content::Unread { .. } => (None, &[]),
        };
        let item = move |span: &Span| {
            // bytes of two items may make up one letter
            let text = match whole {
                Some(text) => text.get(span.start..span.end),
                None => simdutf8::basic::from_utf8(&self.bytes[span.start..span.end]).ok(),
            };
            (span.line, text)
        };
        lines.into_iter().flatten().chain(spans.iter().map(item))
    }
}

/// Walks over lines. Runs of blank lines cost no more than text.
struct Lines<'c> {
    bytes: &'c [u8],
    whole: Option<&'c str>,
    line: u64,
    at: usize,
}

impl<'c> Iterator for Lines<'c> {
    type Item = (u64, Option<&'c str>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while let Some(byte @ (b' ' | b'\t'..=b'\r')) = self.bytes.get(self.at) {
                self.line += u64::from(*byte == b'\n');
                self.at += 1;
            }
            let rest = &self.bytes[self.at..];
            if rest.is_empty() {
                return None;
            }
            let end = self.at + memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let text = match self.whole {
                Some(text) => Some(&text[self.at..end]),
                None => simdutf8::basic::from_utf8(&self.bytes[self.at..end]).ok(),
            };
            self.at = end;
            let text = text.map(str::trim);
            if text != Some("") {
                return Some((self.line, text));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(bytes: &[u8]) -> Vec<(u64, Option<String>)> {
        let chunk = Chunk { bytes: bytes.to_vec(), content: Content::Lines { first: 1 }, number: 0 };
        chunk.records().map(|(line, text)| (line, text.map(str::to_owned))).collect()
    }

    #[test]
    fn lines_are_trimmed_and_blank_ones_are_none() {
        let one = |line, text: &str| (line, Some(text.to_owned()));
        let text = "\n \t\r\n\x0c{}\x0c\r\n\u{3000}\n\u{3000}[]\u{a0}\n\n1";
        assert_eq!(records(text.as_bytes()), [one(3, "{}"), one(5, "[]"), one(7, "1")]);
        // the same with a line that is no UTF-8
        let bytes = [text.as_bytes(), b"\n\xff\n"].concat();
        assert_eq!(records(&bytes), [one(3, "{}"), one(5, "[]"), one(7, "1"), (8, None)]);
        assert!(records(b"\n\n").is_empty());
    }
}
