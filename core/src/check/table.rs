//! Tables: rows that are written as records and checked as if they were lines.

use std::io;
use std::ops::ControlFlow;

use super::desk::{Desk, Room};
use super::parallel::Piece;
use super::{Checker, batch, parallel};
use crate::error::{Error, Obstacle};
use crate::input::{Chunk, Content};
use crate::report::Batch;
use crate::{Kind, Report};

/// A piece of a table.
pub trait Rows: Send {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// Appends each row as one line of JSON; a line with nothing in it is no record.
    fn write(&self, lines: &mut Vec<u8>);
}

impl Checker {
    /// Checks the pieces of a table; `progress` is told how many rows were checked by then, and may
    /// stop the work. Findings name the row, from 1, and [`Input::bad_rows`](crate::Input) lists the
    /// rows with an error.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use shequ::{Checker, Kind, Options, Rows};
    ///
    /// struct Names(&'static [&'static str]);
    /// impl Rows for Names {
    ///     fn count(&self) -> usize {
    ///         self.0.len()
    ///     }
    ///     fn write(&self, lines: &mut Vec<u8>) {
    ///         for name in self.0 {
    ///             lines.extend(format!("{{\"name\": \"{name}\"}}\n").bytes());
    ///         }
    ///     }
    /// }
    ///
    /// let pieces = [Names(&["多福巷社区居委会"]), Names(&["山师大社区居委会"])].map(Ok);
    /// let checker = Checker::new(Options::new());
    /// let report = checker.check_rows(Kind::Community, "table", pieces.into_iter(), &mut |_| ControlFlow::Continue(()))?;
    /// assert!(report.inputs()[0].bad_rows.iter().eq([1, 2]));
    /// # Ok::<(), shequ::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Stopped`]. Where a piece cannot be had, the report says so.
    pub fn check_rows<R: Rows>(
        &self,
        kind: Kind,
        name: &str,
        mut pieces: impl Iterator<Item = io::Result<R>> + Send,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Report, Error> {
        let (context, room) = (self.context(), Room::new());
        self.check_pieces(kind, name, &mut pieces, progress, R::count, |piece, first, buffer, emit| {
            buffer.clear();
            piece.write(&mut buffer.bytes);
            buffer.content = Content::Lines { first };
            batch::check(kind, buffer, context, Desk::new(&room), emit);
        })
    }

    /// Checks pieces of a table by `work`, which is given a piece, the number of its first row and a
    /// buffer; `count` says how many rows a piece has.
    pub(super) fn check_pieces<P: Send>(
        &self,
        kind: Kind,
        name: &str,
        pieces: &mut (dyn Iterator<Item = io::Result<P>> + Send),
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
        count: impl Fn(&P) -> usize + Sync,
        work: impl Fn(&P, u64, &mut Chunk, &mut dyn FnMut(Batch) -> bool) + Sync,
    ) -> Result<Report, Error> {
        let mut collector = self.collector();
        collector.begin_table(name, kind);
        let (mut row, mut checked, mut goes_on) = (1, 0, true);
        let count = |slot: &Slot<P>| slot.piece.as_ref().map_or(0, &count) as u64;
        let outcome = parallel::run(
            |slot: &mut Slot<P>| {
                slot.piece = pieces.next().transpose()?;
                slot.first = row;
                row += count(slot);
                Ok(slot.piece.is_some())
            },
            self.threads,
            |slot, emit| {
                if let Some(piece) = &slot.piece {
                    work(piece, slot.first, &mut slot.buffer, &mut |batch| emit((batch, 0)));
                }
                emit((Batch::default(), count(slot)));
            },
            &mut |(batch, rows)| {
                checked += rows;
                collector.add(batch);
                if rows == 0 {
                    return true;
                }
                goes_on = progress(checked).is_continue();
                goes_on
            },
        );
        if let Err(error) = outcome {
            collector.fail(Obstacle::of(&error));
        }
        if goes_on { Ok(collector.finish()) } else { Err(Error::Stopped) }
    }
}

/// A piece on its way, with the buffer in which its rows are written.
struct Slot<P> {
    piece: Option<P>,
    first: u64,
    buffer: Chunk,
}

impl<P: Send> Piece for Slot<P> {
    fn bytes(&self) -> usize {
        self.buffer.room()
    }
}

impl<P> Default for Slot<P> {
    fn default() -> Self {
        Self { piece: None, first: 1, buffer: Chunk::default() }
    }
}
