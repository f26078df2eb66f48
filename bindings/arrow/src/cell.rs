//! One value of a table, as the checker asks for it.

use jiff::civil;

use crate::column::{Column, Values, day};
use crate::text;

/// A value in a column.
#[derive(Clone, Copy)]
pub(crate) struct Cell<'t> {
    pub(crate) column: &'t Column,
    pub(crate) row: usize,
}

impl<'t> Cell<'t> {
    /// The bytes of a text, wherever its column keeps it. Whether they are UTF-8 nobody has looked: they
    /// may come from another library.
    #[inline]
    pub(crate) fn bytes(self) -> Option<&'t [u8]> {
        Some(match &self.column.values {
            Values::Text(array) => array.value(self.row),
            Values::LargeText(array) => array.value(self.row),
            Values::TextView(array) => array.value(self.row),
            Values::Dictionary { keys, values } => {
                return Cell { column: values, row: keys[self.row] }.bytes();
            }
            Values::Runs { run, values } => return Cell { column: values, row: run(self.row) }.bytes(),
            _ => return None,
        })
    }
}

impl shequ::Cell for Cell<'_> {
    #[inline]
    fn is_null(self) -> bool {
        self.column.is_null(self.row)
    }

    #[inline]
    fn text<'a>(self) -> Option<&'a str>
    where
        Self: 'a,
    {
        let bytes = self.bytes()?;
        if bytes.is_ascii() {
            // SAFETY: ASCII is UTF-8
            return Some(unsafe { std::str::from_utf8_unchecked(bytes) });
        }
        simdutf8::basic::from_utf8(bytes).ok()
    }

    #[inline]
    fn number(self) -> Option<f64> {
        match &self.column.values {
            Values::Integer(array) => text::exact(array.value(self.row).into(), 0),
            Values::Unsigned(array) => text::exact(array.value(self.row).into(), 0),
            Values::Float(array) => Some(array.value(self.row)).filter(|number| number.is_finite()),
            Values::Float32(array) => {
                let number = array.value(self.row);
                number.is_finite().then(|| number.to_string().parse().ok()).flatten()
            }
            Values::Decimal(array, scale) => text::exact(array.value(self.row), *scale),
            Values::Dictionary { keys, values } => Cell { column: values, row: keys[self.row] }.number(),
            Values::Runs { run, values } => Cell { column: values, row: run(self.row) }.number(),
            _ => None,
        }
    }

    fn boolean(self) -> Option<bool> {
        if let Values::Boolean(array) = &self.column.values { Some(array.value(self.row)) } else { None }
    }

    #[inline]
    fn day(self) -> Option<civil::Date> {
        match &self.column.values {
            Values::Date(array) => day(array.value(self.row).into()),
            Values::Time(times) => times.day(self.row),
            _ => None,
        }
    }

    #[inline]
    fn moment(self) -> Option<civil::DateTime> {
        if let Values::Time(times) = &self.column.values { times.moment(self.row) } else { None }
    }

    #[inline]
    fn items(self) -> Option<impl Iterator<Item = Self>> {
        let Values::List { bounds, items } = &self.column.values else { return None };
        let (start, end) = bounds(self.row);
        Some((start..end).map(|row| Cell { column: items, row }))
    }

    #[inline]
    fn members(self, each: impl FnMut(usize, Self) -> Option<()>) -> Option<()> {
        if let Values::Struct(object) = &self.column.values { object.members(self.row, each) } else { None }
    }

    fn write(self, out: &mut Vec<u8>) -> bool {
        self.column.write(self.row, out)
    }
}
