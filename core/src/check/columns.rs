//! Tables whose columns can be read: rows that are right are checked without being written as text.

use std::io;
use std::ops::ControlFlow;

use super::desk::{Desk, Room};
use super::{Checker, batch};
use crate::error::Error;
use crate::field::Cell;
use crate::{Kind, Report};

/// A piece of a table whose columns can be read.
pub trait Columns: Send {
    /// A row, and a value in one.
    type Cell<'t>: Cell
    where
        Self: 't;

    /// How many rows there are.
    fn count(&self) -> usize;

    /// A row, from 0.
    fn row(&self, row: usize) -> Self::Cell<'_>;
}

impl Checker {
    /// Checks the pieces of a table as [`Checker::check_rows`] does, which finds the same, and faster:
    /// only a row that raises a doubt is written as JSON.
    ///
    /// ```
    /// use std::ops::ControlFlow;
    /// use jiff::civil;
    /// use shequ::{Cell, Checker, Columns, Kind, Options};
    ///
    /// /// A table of one column, and a row of it or a value in one.
    /// struct Names(&'static [&'static str]);
    /// #[derive(Clone, Copy)]
    /// enum Name {
    ///     Row(&'static str),
    ///     Value(&'static str),
    /// }
    ///
    /// impl Columns for Names {
    ///     type Cell<'t> = Name;
    ///     fn count(&self) -> usize {
    ///         self.0.len()
    ///     }
    ///     fn row(&self, row: usize) -> Name {
    ///         Name::Row(self.0[row])
    ///     }
    /// }
    ///
    /// impl Cell for Name {
    ///     fn is_null(self) -> bool {
    ///         false
    ///     }
    ///     fn text<'a>(self) -> Option<&'a str> {
    ///         if let Self::Value(name) = self { Some(name) } else { None }
    ///     }
    ///     fn number(self) -> Option<f64> {
    ///         None
    ///     }
    ///     fn boolean(self) -> Option<bool> {
    ///         None
    ///     }
    ///     fn day(self) -> Option<civil::Date> {
    ///         None
    ///     }
    ///     fn moment(self) -> Option<civil::DateTime> {
    ///         None
    ///     }
    ///     fn items(self) -> Option<impl Iterator<Item = Self>> {
    ///         None::<std::iter::Empty<Self>>
    ///     }
    ///     fn members(self, mut each: impl FnMut(usize, Self) -> Option<()>) -> Option<()> {
    ///         let Self::Row(name) = self else { return None };
    ///         let fields = Kind::Community.declaration().fields;
    ///         each(fields.iter().position(|field| field.name == "name")?, Self::Value(name))
    ///     }
    ///     fn write(self, out: &mut Vec<u8>) -> bool {
    ///         let json = match self {
    ///             Self::Row(name) => format!("{{\"name\": \"{name}\"}}"),
    ///             Self::Value(name) => format!("\"{name}\""),
    ///         };
    ///         out.extend(json.bytes());
    ///         true
    ///     }
    /// }
    ///
    /// let pieces = [Names(&["多福巷社区居委会"]), Names(&["山师大社区居委会"])].map(Ok);
    /// let checker = Checker::new(Options::new());
    /// let report = checker.check_columns(Kind::Community, "table", pieces.into_iter(), &mut |_| ControlFlow::Continue(()))?;
    /// assert!(report.inputs()[0].bad_rows.iter().eq([1, 2]));
    /// # Ok::<(), shequ::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Stopped`]. Where a piece cannot be had, the report says so.
    pub fn check_columns<C: Columns>(
        &self,
        kind: Kind,
        name: &str,
        mut pieces: impl Iterator<Item = io::Result<C>> + Send,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Report, Error> {
        let (context, room) = (self.context(), Room::new());
        self.check_pieces(kind, name, &mut pieces, progress, C::count, |piece, first, buffer, emit| {
            let rows = (first..).zip((0..piece.count()).map(|row| piece.row(row)));
            batch::check_rows(kind, rows, &mut buffer.bytes, context, Desk::new(&room), emit);
        })
    }
}
