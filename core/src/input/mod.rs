//! From files, folders and streams to chunks of records. Readers know no rules.

mod array;
mod chunk;
mod compression;
mod detect;
mod encoding;
mod form;
mod lines;
mod scan;
mod source;
mod walk;

use std::io::Read;

pub(crate) use self::chunk::{Chunk, Content, Unread};
pub use self::compression::decompressed;
pub(crate) use self::compression::{Packing, unpacked};
pub(crate) use self::encoding::Encoding;
pub use self::form::Form;
pub(crate) use self::scan::{Reach, skip_white_space, string, value};
pub(crate) use self::source::unread_format;
pub use self::source::{Origin, Source, Sources, sources};
#[cfg(feature = "packages")]
pub(crate) use self::source::{files_of, judged};

use self::array::Elements;
use self::chunk::Span;
use self::detect::{Detected, detect};
use self::lines::Lines;
pub(crate) use self::lines::MAX_LINE;
use crate::error::Obstacle;

/// The greatest size of one record in bytes.
pub(crate) const MAX_RECORD: usize = 1 << 20;

/// How many bytes of records a chunk holds.
pub(crate) const BLOCK: usize = 256 << 10;

/// Cuts a stream into chunks, whatever of the three forms it has.
pub(crate) enum Chunks<R> {
    Lines(Lines<R>),
    Elements(Elements<R>, Form),
    /// Nothing, or what is not read at all.
    Unread(Option<Unread>),
}

impl<R: Read> Chunks<R> {
    /// Looks at the beginning of a stream of plain JSON. The name says nothing of its form; but where
    /// nothing stands in a file that is named as one JSON text, that is no such text.
    pub(crate) fn new(mut input: R, name: &str, form: Form) -> Result<Self, Obstacle> {
        let mut head = Vec::with_capacity(BLOCK);
        let (mut detected, mut fault) = (Detected::More, None);
        for most in [BLOCK, MAX_RECORD + BLOCK] {
            let reached = input.by_ref().take((most - head.len()) as u64).read_to_end(&mut head);
            // a fault of reading comes back once what was read has been looked at
            fault = reached.err();
            let is_whole = fault.is_some() || head.len() < most;
            detected = detect(&head, is_whole, form);
            if is_whole || detected != Detected::More {
                break;
            }
        }
        let is_broken = fault.is_some();
        let input = |at| Buffered { head, at, fault, input };
        Ok(match detected {
            Detected::Form { form: form @ (Form::Array | Form::Record), at, lines } => {
                Self::Elements(Elements::new(input(at), form == Form::Array, lines + 1), form)
            }
            Detected::Form { at, .. } => Self::Lines(Lines::new(input(at))),
            Detected::Nothing if is_broken => Self::Lines(Lines::new(input(0))),
            Detected::Nothing => {
                let is_text =
                    matches!(form, Form::Array | Form::Record) || form == Form::Auto && is_one_text(name);
                Self::Unread(is_text.then_some(Unread::Nothing))
            }
            Detected::More => Self::Lines(Lines::new(input(0))),
            Detected::Foreign(encoding) => Self::Unread(Some(Unread::Foreign(encoding))),
            Detected::Not(obstacle) => return Err(obstacle),
        })
    }

    /// The form that the stream is read in; none where there is nothing to read.
    pub(crate) const fn form(&self) -> Option<Form> {
        match self {
            Self::Lines(_) => Some(Form::Ndjson),
            Self::Elements(_, form) => Some(*form),
            Self::Unread(_) => None,
        }
    }

    /// Fills the next chunk; false at the end.
    ///
    /// # Errors
    /// Where the stream cannot be read further; the chunks before held all that came before.
    pub(crate) fn next(&mut self, chunk: &mut Chunk) -> std::io::Result<bool> {
        chunk.clear();
        match self {
            Self::Lines(lines) => lines.next(chunk),
            Self::Elements(elements, _) => elements.next(chunk),
            Self::Unread(why) => {
                let why = why.take();
                chunk.content = why.map_or(Content::Nothing, |why| Content::Unread { line: 1, why });
                Ok(why.is_some())
            }
        }
    }
}

/// Whether the name is that of a JSON text, which holds something where it is one.
#[allow(clippy::case_sensitive_file_extension_comparisons)] // made lower case first
fn is_one_text(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.trim_end_matches(".gz").trim_end_matches(".zst").ends_with(".json")
}

/// A stream whose beginning was read already.
pub(crate) struct Buffered<R> {
    head: Vec<u8>,
    at: usize,
    fault: Option<std::io::Error>,
    input: R,
}

impl<R: Read> Read for Buffered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.at < self.head.len() {
            let len = buffer.len().min(self.head.len() - self.at);
            buffer[..len].copy_from_slice(&self.head[self.at..self.at + len]);
            self.at += len;
            if self.at == self.head.len() {
                self.head = Vec::new();
                self.at = 0;
            }
            return Ok(len);
        }
        match self.fault.take() {
            Some(fault) => Err(fault),
            None => self.input.read(buffer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    /// A stream that breaks after its good part.
    pub(super) struct Failing {
        pub(super) good: Vec<u8>,
    }

    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.good.is_empty() {
                return Err(io::Error::other("gone"));
            }
            let len = buffer.len().min(self.good.len());
            buffer[..len].copy_from_slice(&self.good[..len]);
            self.good.drain(..len);
            Ok(len)
        }
    }

    /// Each chunk as a text: lines as they are, items and what is not read with their line.
    pub(super) fn chunks(input: impl Read, name: &str) -> (Vec<String>, Option<io::Error>) {
        let mut chunks = Chunks::new(input, name, Form::Auto).unwrap();
        let (mut out, mut chunk) = (Vec::new(), Chunk::default());
        loop {
            match chunks.next(&mut chunk) {
                Ok(true) => {}
                Ok(false) => return (out, None),
                Err(error) => return (out, Some(error)),
            }
            let text =
                |start: usize, end: usize| String::from_utf8_lossy(&chunk.bytes[start..end]).into_owned();
            match &chunk.content {
                Content::Nothing => {}
                Content::Lines { .. } => out.push(text(0, chunk.bytes.len())),
                Content::Unread { line, why } => out.push(format!("{line}:{why:?}")),
                Content::Elements { spans, .. } => {
                    let item = |span: &Span| format!("{}:{}", span.line, text(span.start, span.end));
                    out.extend(spans.iter().map(item));
                }
            }
        }
    }

    pub(super) fn texts(text: &str) -> Vec<String> {
        chunks(text.as_bytes(), "-").0
    }

    #[test]
    fn one_byte_order_mark_is_skipped() {
        assert_eq!(texts("\u{feff}{\"a\":1}\n"), ["{\"a\":1}\n"]);
        assert_eq!(texts("\u{feff}[1]"), ["1:1"]);
    }

    #[test]
    fn where_nothing_stands_the_name_says_whether_something_should() {
        for (name, expected) in
            [("-", 0), ("a.ndjson", 0), ("a.jsonl.gz", 0), ("a.JSON", 1), ("a.json.zst", 1)]
        {
            assert_eq!(chunks(&b" \n"[..], name).0.len(), expected, "{name}");
        }
        let empty = Chunks::new(&b""[..], "-", Form::Record).unwrap();
        assert!(matches!(empty, Chunks::Unread(Some(Unread::Nothing))));
    }

    /// A first value that is longer than one look.
    #[test]
    fn a_long_first_value_is_looked_through() {
        let long = "x".repeat(BLOCK + 10);
        let lines = format!("{{\"a\":\"{long}\"}}\n{{\"a\":2}}\n");
        assert_eq!(texts(&lines).concat(), lines);
        let record = format!("{{\n\"a\":\"{long}\"}}\n");
        assert_eq!(texts(&record), [format!("1:{}", record.trim_end())]);
    }
}
