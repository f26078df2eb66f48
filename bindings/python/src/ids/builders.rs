//! The columns of a table of identifiers as they grow, row by row.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{Date32Builder, StringBuilder};
use jiff::civil::{Date, date};

/// What a part of an identifier is.
#[derive(Clone, Copy)]
pub(super) enum Type {
    Text,
    Day,
}

enum Builder {
    Text(StringBuilder),
    Day(Date32Builder),
}

/// The parts of identifiers, a column each.
pub(super) struct Parts(Vec<Builder>);

impl Parts {
    pub(super) fn new(columns: &[(&str, Type)]) -> Self {
        let builder = |(_, of): &(&str, Type)| match of {
            Type::Text => Builder::Text(StringBuilder::new()),
            Type::Day => Builder::Day(Date32Builder::new()),
        };
        Self(columns.iter().map(builder).collect())
    }

    /// The next row.
    pub(super) fn row(&mut self) -> Row<'_> {
        Row(self.0.iter_mut())
    }

    pub(super) fn finish(&mut self) -> Vec<ArrayRef> {
        let finished = |builder: &mut Builder| -> ArrayRef {
            match builder {
                Builder::Text(texts) => Arc::new(texts.finish()),
                Builder::Day(days) => Arc::new(days.finish()),
            }
        };
        self.0.iter_mut().map(finished).collect()
    }
}

/// One row, filled from the left; what is left out is null.
pub(super) struct Row<'a>(std::slice::IterMut<'a, Builder>);

impl Row<'_> {
    pub(super) fn text(&mut self, text: Option<&str>) {
        if let Some(Builder::Text(texts)) = self.0.next() {
            texts.append_option(text);
        }
    }

    pub(super) fn day(&mut self, day: Date) {
        if let Some(Builder::Day(days)) = self.0.next() {
            let hours = day.duration_since(date(1970, 1, 1)).as_hours();
            days.append_option(i32::try_from(hours / 24).ok());
        }
    }
}

impl Drop for Row<'_> {
    fn drop(&mut self) {
        for builder in self.0.by_ref() {
            match builder {
                Builder::Text(texts) => texts.append_null(),
                Builder::Day(days) => days.append_null(),
            }
        }
    }
}
