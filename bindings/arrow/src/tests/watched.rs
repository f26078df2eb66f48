//! Columns that count how many rows are written as text.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow_array::RecordBatch;
use jiff::civil;
use shequ::{Checker, Columns, Kind, Report};

use crate::Piece;
use crate::cell::Cell;
use crate::row::Table;

/// The report on a table, and how many of its rows were written.
pub(super) fn check(checker: &Checker, kind: Kind, batch: &RecordBatch) -> (Report, usize) {
    let written = AtomicUsize::new(0);
    let table = Table::new(kind, batch).unwrap();
    let piece = Piece { start: 0, end: table.rows, table: Arc::new(table) };
    let pieces = [Ok(Watched { piece, written: &written })];
    let report =
        checker.check_columns(kind, "table", pieces.into_iter(), &mut |_| ControlFlow::Continue(())).unwrap();
    (report, written.into_inner())
}

struct Watched<'w> {
    piece: Piece,
    written: &'w AtomicUsize,
}

impl Columns for Watched<'_> {
    type Cell<'t>
        = WatchedCell<'t>
    where
        Self: 't;

    fn count(&self) -> usize {
        self.piece.end - self.piece.start
    }

    fn row(&self, row: usize) -> WatchedCell<'_> {
        WatchedCell { cell: Columns::row(&self.piece, row), written: Some(self.written) }
    }
}

#[derive(Clone, Copy)]
struct WatchedCell<'t> {
    cell: Cell<'t>,
    /// Of a row alone.
    written: Option<&'t AtomicUsize>,
}

impl shequ::Cell for WatchedCell<'_> {
    fn is_null(self) -> bool {
        self.cell.is_null()
    }
    fn text<'a>(self) -> Option<&'a str>
    where
        Self: 'a,
    {
        self.cell.text()
    }
    fn number(self) -> Option<f64> {
        self.cell.number()
    }
    fn boolean(self) -> Option<bool> {
        self.cell.boolean()
    }
    fn day(self) -> Option<civil::Date> {
        self.cell.day()
    }
    fn moment(self) -> Option<civil::DateTime> {
        self.cell.moment()
    }
    fn items(self) -> Option<impl Iterator<Item = Self>> {
        Some(self.cell.items()?.map(|cell| Self { cell, written: None }))
    }
    fn members(self, mut each: impl FnMut(usize, Self) -> Option<()>) -> Option<()> {
        self.cell.members(|index, cell| each(index, Self { cell, written: None }))
    }
    fn write(self, out: &mut Vec<u8>) -> bool {
        if let Some(written) = self.written {
            written.fetch_add(1, Ordering::Relaxed);
        }
        self.cell.write(out)
    }
}
