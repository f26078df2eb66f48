//! Tables: rows that are written as records and checked as if they were lines.

use std::io;
use std::ops::ControlFlow;

use super::{Batch, Checker, batch, parallel};
use crate::error::{Error, Obstacle};
use crate::input::{Chunk, Content};
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
    /// assert_eq!(report.inputs()[0].bad_rows, Some(vec![1, 2]));
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
        let mut collector = self.collector();
        collector.begin_table(name, kind);
        let context = self.context();
        let (mut row, mut checked, mut goes_on) = (1, 0, true);
        let outcome = parallel::run(
            |piece: &mut Piece<R>| {
                piece.rows = pieces.next().transpose()?;
                piece.first = row;
                row += piece.count();
                Ok(piece.rows.is_some())
            },
            self.threads,
            |piece| piece.check(|chunk| batch::check(kind, chunk, context)),
            &mut |(batch, count)| {
                checked += count;
                collector.add(batch);
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

/// Rows on their way, with the buffer in which they are written.
struct Piece<R> {
    rows: Option<R>,
    first: u64,
    chunk: Chunk,
}

impl<R> Default for Piece<R> {
    fn default() -> Self {
        Self { rows: None, first: 1, chunk: Chunk::default() }
    }
}

impl<R: Rows> Piece<R> {
    fn count(&self) -> u64 {
        self.rows.as_ref().map_or(0, Rows::count) as u64
    }

    fn check(&mut self, check: impl Fn(&Chunk) -> Batch) -> (Batch, u64) {
        self.chunk.clear();
        if let Some(rows) = &self.rows {
            rows.write(&mut self.chunk.bytes);
        }
        self.chunk.content = Content::Lines { first: self.first };
        (check(&self.chunk), self.count())
    }
}
