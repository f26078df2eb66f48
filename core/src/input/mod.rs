//! From files, folders and streams to chunks of records. Readers know no rules.

mod array;
mod chunk;
mod compression;
mod form;
mod lines;
mod source;
mod walk;

use std::io::Read;

pub(crate) use self::chunk::{Chunk, Content};

pub use self::compression::decompressed;
pub(crate) use self::source::unread_format;
pub use self::source::{Origin, Source, Sources, sources};

use self::array::Elements;
use self::chunk::Span;
use self::form::Form;
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
    Elements(Elements<R>),
}

impl<R: Read> Chunks<R> {
    /// Looks at the beginning of a stream of plain JSON; a name that ends in `.ndjson` or `.jsonl`
    /// settles what the bytes leave open.
    pub(crate) fn new(mut input: R, name: &str) -> Result<Self, Obstacle> {
        let mut head = Vec::with_capacity(BLOCK);
        let reached = input.by_ref().take(BLOCK as u64).read_to_end(&mut head);
        let form = form::detect(&head, name)?;
        let at = if head.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        // a fault of reading comes back once what was read has been looked at
        let fault = reached.err();
        let input = Buffered { head, at, fault, input };
        Ok(match form {
            Form::Lines => Self::Lines(Lines::new(input)),
            Form::List => Self::Elements(Elements::list(input)),
            Form::Object => Self::Elements(Elements::object(input)),
        })
    }

    /// Fills the next chunk; false at the end.
    ///
    /// # Errors
    /// Where the stream cannot be read further; the chunk then holds what came before.
    pub(crate) fn next(&mut self, chunk: &mut Chunk) -> std::io::Result<bool> {
        chunk.clear();
        match self {
            Self::Lines(lines) => lines.next(chunk),
            Self::Elements(elements) => elements.next(chunk),
        }
    }
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

    /// Each chunk as a text: lines as they are, items with their line.
    pub(super) fn chunks(input: impl Read, name: &str) -> (Vec<String>, Option<io::Error>) {
        let mut chunks = Chunks::new(input, name).unwrap();
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
                Content::TooLarge { line, .. } => out.push(format!("too large: {line}")),
                Content::Elements { spans, broken } => {
                    out.extend(
                        spans.iter().map(|span| format!("{}:{}", span.line, text(span.start, span.end))),
                    );
                    out.extend(broken.map(|line| format!("broken: {line}")));
                }
            }
        }
    }

    pub(super) fn texts(text: &str, name: &str) -> Vec<String> {
        chunks(text.as_bytes(), name).0
    }

    #[test]
    fn one_byte_order_mark_is_skipped() {
        assert_eq!(texts("\u{feff}{\"a\":1}\n", "x.ndjson"), ["{\"a\":1}\n"]);
        assert_eq!(texts("\u{feff}[1]", "x.json"), ["1:1"]);
    }
}
