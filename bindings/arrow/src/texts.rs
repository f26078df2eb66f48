//! A column of texts.

use std::borrow::Cow;

use arrow_array::Array;
use arrow_schema::DataType;

use crate::cell::Cell;
use crate::column::Column;

/// A column of texts in any of the forms that Arrow has for them.
pub struct Texts {
    column: Column,
    rows: usize,
}

impl Texts {
    /// None where the column holds something else than text. One of nothing but nulls is a column of texts,
    /// whatever its type: who writes an empty column has not chosen one.
    pub fn new(array: &dyn Array) -> Option<Self> {
        let (column, rows) = (Column::new("", array).ok()?, array.len());
        let holds_texts = are_texts(array.data_type()) || (0..rows).all(|row| column.is_null(row));
        holds_texts.then_some(Self { column, rows })
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The text of a row; none where it is null. Bytes that are no UTF-8 become U+FFFD, which no identifier has.
    pub fn get(&self, row: usize) -> Option<Cow<'_, str>> {
        if self.column.is_null(row) {
            return None;
        }
        Cell { column: &self.column, row }.bytes().map(String::from_utf8_lossy)
    }
}

fn are_texts(of: &DataType) -> bool {
    match of {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => true,
        DataType::Dictionary(_, values) => are_texts(values),
        DataType::RunEndEncoded(_, values) => are_texts(values.data_type()),
        _ => false,
    }
}
