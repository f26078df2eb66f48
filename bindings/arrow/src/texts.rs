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
    /// None where the column holds something else than text.
    pub fn new(array: &dyn Array) -> Option<Self> {
        let column = are_texts(array.data_type()).then(|| Column::new("", array).ok()).flatten()?;
        Some(Self { column, rows: array.len() })
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
