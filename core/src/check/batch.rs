//! All records of one chunk, in batches of bounded size.

use super::desk::Desk;
use super::lane::{self, Outcome};
use super::wrapped;
use crate::Kind;
use crate::field::Cell;
use crate::input::{Chunk, Content, Unread};
use crate::report::{Batch, Judged};
use crate::rule::Severity;
use crate::rules::{Context, Unreadable};

/// What is said of one record.
pub(super) fn of(line: u64, outcome: Outcome) -> Batch {
    let mut batch = Batch::default();
    add(&mut batch, line, outcome);
    batch
}

fn add(batch: &mut Batch, line: u64, outcome: Outcome) {
    let Outcome { id, found, is_nothing, .. } = outcome;
    batch.add(Judged { line, id, found }, !is_nothing);
}

/// How many findings a batch holds before it is handed on, so that those under way are bounded.
const MOST_FINDINGS: usize = 256;

/// Hands on what is said of records, batch by batch.
pub(super) struct Batches<'e> {
    emit: &'e mut dyn FnMut(Batch) -> bool,
    batch: Batch,
    findings: usize,
    goes_on: bool,
}

impl<'e> Batches<'e> {
    pub(super) fn new(emit: &'e mut dyn FnMut(Batch) -> bool) -> Self {
        Self { emit, batch: Batch::default(), findings: 0, goes_on: true }
    }

    /// Adds a record; false where no more are wanted.
    fn add(&mut self, line: u64, outcome: Outcome) -> bool {
        self.findings += outcome.found.len();
        add(&mut self.batch, line, outcome);
        if self.findings >= MOST_FINDINGS {
            self.hand_on();
        }
        self.goes_on
    }

    /// Adds the last record that is read.
    fn end(&mut self, line: u64, outcome: Outcome) {
        self.batch.ended = true;
        self.add(line, outcome);
    }

    fn hand_on(&mut self) {
        self.findings = 0;
        let batch = std::mem::take(&mut self.batch);
        self.goes_on = self.goes_on && (self.emit)(batch);
    }
}

impl Drop for Batches<'_> {
    fn drop(&mut self) {
        if self.goes_on && !std::thread::panicking() {
            self.hand_on();
        }
    }
}

/// Checks the records of a chunk.
pub(super) fn check(
    kind: Kind,
    chunk: &Chunk,
    context: Context<'_>,
    mut desk: Desk<'_>,
    emit: &mut dyn FnMut(Batch) -> bool,
) {
    let mut batches = Batches::new(emit);
    if let Content::Unread { line, why } = chunk.content {
        let outcome = unread(kind, why, &chunk.bytes);
        if why == Unread::LongLine {
            batches.add(line, outcome);
        } else {
            batches.end(line, outcome);
        }
        return;
    }
    let is_list = matches!(chunk.content, Content::Elements { is_list: true, .. });
    for (line, record) in chunk.records() {
        let mut outcome = check_text(kind, record, &mut desk, context);
        note(&mut desk, line, &outcome);
        if is_list && outcome.is_unreadable {
            lane::end_array(&mut outcome);
            batches.end(line, outcome);
            break;
        }
        if !batches.add(line, outcome) {
            return;
        }
    }
    desk.end();
}

/// Notes where a record of a dataset stands.
fn note(desk: &mut Desk<'_>, line: u64, outcome: &Outcome) {
    if let Some(hearing) = &mut desk.hearing {
        hearing.note(line, outcome.found.iter().any(|found| found.severity == Severity::Error));
    }
}

/// What is said of what is not read as a record.
pub(super) fn unread(kind: Kind, why: Unread, beginning: &[u8]) -> Outcome {
    match why {
        Unread::LongLine => lane::too_large(),
        Unread::LongItem => wrapped::key_of_list(kind, beginning).map_or_else(
            || lane::read_no_further(lane::too_large()),
            |key| lane::unreadable(Unreadable::Wraps(key)),
        ),
        Unread::Nothing => Outcome { is_nothing: true, ..lane::unreadable(Unreadable::Input(why)) },
        _ => lane::unreadable(Unreadable::Input(why)),
    }
}

/// Checks rows, each with its number; one that raises a doubt is written into the buffer.
pub(super) fn check_rows(
    kind: Kind,
    rows: impl Iterator<Item = (u64, impl Cell)>,
    buffer: &mut Vec<u8>,
    context: Context<'_>,
    mut desk: Desk<'_>,
    emit: &mut dyn FnMut(Batch) -> bool,
) {
    let mut batches = Batches::new(emit);
    for (number, row) in rows {
        let outcome = lane::check_row(kind, row, &mut desk, context).unwrap_or_else(|| {
            buffer.clear();
            if !row.write(buffer) {
                buffer.extend_from_slice(b"{}");
            }
            check_bytes(kind, buffer, &mut desk, context)
        });
        note(&mut desk, number, &outcome);
        if !batches.add(number, outcome) {
            return;
        }
    }
    desk.end();
}

/// Checks the bytes of one record.
pub(super) fn check_bytes(kind: Kind, bytes: &[u8], desk: &mut Desk<'_>, context: Context<'_>) -> Outcome {
    check_text(kind, simdutf8::basic::from_utf8(bytes).ok().map(str::trim), desk, context)
}

/// Checks the text of one record; none where it is not UTF-8.
pub(super) fn check_text(
    kind: Kind,
    text: Option<&str>,
    desk: &mut Desk<'_>,
    context: Context<'_>,
) -> Outcome {
    match text {
        Some(text) => lane::check(kind, text, desk, context),
        None => lane::unreadable(Unreadable::NotUtf8),
    }
}
