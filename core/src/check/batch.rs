//! All records of one chunk.

use super::lane::{self, Outcome};
use crate::Kind;
use crate::field::Arena;
use crate::finding::Found;
use crate::input::{Chunk, Content};
use crate::rule::Severity;
use crate::rules::Context;

/// What is said of the records of one chunk, in their order.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    pub(crate) read: u64,
    pub(crate) bad: u64,
    pub(crate) records: Vec<Judged>,
    /// A JSON array cannot be read beyond this chunk.
    pub(crate) ended: bool,
}

/// A record with findings.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) line: u64,
    pub(crate) id: Option<String>,
    pub(crate) found: Vec<Found>,
}

impl Judged {
    /// Whether one of the findings is an error.
    pub(crate) fn is_bad(&self) -> bool {
        self.found.iter().any(|found| found.severity == Severity::Error)
    }
}

impl Batch {
    /// One record.
    pub(crate) fn of(line: u64, outcome: Outcome) -> Self {
        let mut batch = Self::default();
        batch.add(line, outcome);
        batch
    }

    fn add(&mut self, line: u64, outcome: Outcome) {
        self.read += 1;
        let Outcome { id, found, .. } = outcome;
        if !found.is_empty() {
            let record = Judged { line, id, found };
            self.bad += u64::from(record.is_bad());
            self.records.push(record);
        }
    }
}

/// Checks the records of a chunk.
pub(crate) fn check(kind: Kind, chunk: &Chunk, context: Context<'_>) -> Batch {
    let mut batch = Batch::default();
    match &chunk.content {
        Content::Nothing => {}
        Content::TooLarge { line, ends } => {
            batch.add(*line, lane::too_large());
            batch.ended = *ends;
        }
        Content::Lines { first } => check_lines(kind, chunk, *first, &mut Arena::new(), context, &mut batch),
        Content::Elements { broken, .. } => {
            let arena = &mut Arena::new();
            for (line, record) in chunk.records() {
                let outcome = check_bytes(kind, record, arena, context);
                batch.ended = outcome.unreadable;
                batch.add(line, outcome);
                if batch.ended {
                    return batch;
                }
            }
            if let Some(line) = broken {
                batch.add(*line, lane::malformed());
                batch.ended = true;
            }
        }
    }
    batch
}

fn check_lines(
    kind: Kind,
    chunk: &Chunk,
    first: u64,
    arena: &mut Arena,
    context: Context<'_>,
    batch: &mut Batch,
) {
    // one look for UTF-8 over all lines; line by line only where that fails
    if let Ok(text) = simdutf8::basic::from_utf8(&chunk.bytes) {
        let (mut line, mut start) = (first, 0);
        for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
            let record = text[start..end].trim_matches(WHITE_SPACE);
            if !record.is_empty() {
                batch.add(line, lane::check(kind, record, arena, context));
            }
            (line, start) = (line + 1, end + 1);
        }
    } else {
        for (line, record) in chunk.records() {
            batch.add(line, check_bytes(kind, record, arena, context));
        }
    }
}

/// White space of JSON.
pub(super) const WHITE_SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

/// Checks the bytes of one record.
pub(super) fn check_bytes(kind: Kind, bytes: &[u8], arena: &mut Arena, context: Context<'_>) -> Outcome {
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => lane::check(kind, text.trim_matches(WHITE_SPACE), arena, context),
        Err(_) => lane::malformed(),
    }
}
