//! Tables in the Arrow format: columns in, a report out, and findings as a table.
//!
//! A column is a field of the record type, by its name or, for a part of one, by a dotted name like
//! `address.division`; parts may also be structs, and lists of parts lists of structs. What is null,
//! or NaN, is absent; an infinite number is one that no field takes. Nothing is guessed: an integer where the standard asks
//! for a code is the finding that a number in JSON is.
//!
//! Tables of other libraries cross by the Arrow C data interface; no type of this crate's version of
//! Arrow is in the interface of `shequ`.

mod cell;
mod column;
mod error;
mod findings;
mod import;
mod row;
#[cfg(test)]
mod tests;
mod text;
mod texts;

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchReader};
use shequ::{Cell as _, Checker, Columns, Kind, Report, Rows};

use self::cell::Cell;
pub use self::error::Error;
pub use self::findings::findings;
pub use self::import::{Fault, Tables, column, columns};
use self::row::Table;
pub use self::texts::Texts;

/// How many rows are checked at once.
const PIECE: usize = 512;

/// Checks a table; `progress` is told how many rows were checked by then, and may stop the work.
///
/// # Errors
/// Where a column has a type that no field takes, where the table cannot be read to its end, and
/// where the work was stopped.
pub fn check(
    checker: &Checker,
    kind: Kind,
    name: &str,
    table: impl RecordBatchReader + Send,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Report, Error> {
    check_pieces(checker, name, Pieces { kind, table: Box::new(table), batch: None, fault: None }, progress)
}

/// The part that does not depend on the type of the table, so that it is compiled here and once.
fn check_pieces(
    checker: &Checker,
    name: &str,
    mut pieces: Pieces<'_>,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Report, Error> {
    let report = checker.check_columns(pieces.kind, name, &mut pieces, progress)?;
    pieces.fault.map_or(Ok(report), Err)
}

/// Checks as [`check`] does, but each row as the line of JSON that it is written as: what tests and
/// benchmarks hold `check` against.
#[doc(hidden)]
pub fn check_as_lines(
    checker: &Checker,
    kind: Kind,
    name: &str,
    table: impl RecordBatchReader + Send,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Report, Error> {
    let mut pieces = Pieces { kind, table: Box::new(table), batch: None, fault: None };
    let report = checker.check_rows(kind, name, &mut pieces, progress)?;
    pieces.fault.map_or(Ok(report), Err)
}

/// Cuts a table into pieces of a few rows.
struct Pieces<'t> {
    kind: Kind,
    table: Box<dyn RecordBatchReader + Send + 't>,
    /// The batch under way, and its first row that is still to come.
    batch: Option<(Arc<Table>, usize)>,
    fault: Option<Error>,
}

impl Pieces<'_> {
    fn next_batch(&mut self) -> Result<Option<Table>, Error> {
        let batch: Option<RecordBatch> = self.table.next().transpose()?;
        batch.map(|batch| Table::new(self.kind, &batch)).transpose()
    }
}

impl Iterator for Pieces<'_> {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((table, start)) = &mut self.batch
                && *start < table.rows
            {
                let end = (*start + PIECE).min(table.rows);
                let piece = Piece { table: Arc::clone(table), start: *start, end };
                *start = end;
                return Some(Ok(piece));
            }
            match self.next_batch() {
                Ok(Some(table)) => self.batch = Some((Arc::new(table), 0)),
                Ok(None) => return None,
                Err(fault) => {
                    self.fault = Some(fault);
                    return None;
                }
            }
        }
    }
}

struct Piece {
    table: Arc<Table>,
    start: usize,
    end: usize,
}

impl Columns for Piece {
    type Cell<'t> = Cell<'t>;

    fn count(&self) -> usize {
        self.end - self.start
    }

    fn row(&self, row: usize) -> Cell<'_> {
        self.table.row(self.start + row)
    }
}

impl Rows for Piece {
    fn count(&self) -> usize {
        self.end - self.start
    }

    fn write(&self, lines: &mut Vec<u8>) {
        for row in self.start..self.end {
            if !self.table.row(row).write(lines) {
                lines.extend_from_slice(b"{}");
            }
            lines.push(b'\n');
        }
    }
}
