//! The accept lane over a table: values come from its columns, and no text is written.

use std::cell::Cell as Counter;

use jiff::civil;

use super::{Arena, Date, DateTime, ObjectMeta, Source};

/// A value in a row of a table: the row itself, which is an object, or a value inside it.
///
/// A cell says what it is sure of. Where it gives none the row is written as JSON and checked as a
/// line of text, so that a doubt costs time and changes no finding: what a cell shows must be what it
/// writes.
pub trait Cell: Copy {
    /// Whether nothing stands here: null, a number that is none, an object in which nothing stands.
    fn is_null(self) -> bool;

    /// A text.
    fn text<'a>(self) -> Option<&'a str>
    where
        Self: 'a;

    /// A number whose shortest form, as a double, is the one that it is written in.
    fn number(self) -> Option<f64>;

    /// True or false.
    fn boolean(self) -> Option<bool>;

    /// A day that is no text.
    fn day(self) -> Option<civil::Date>;

    /// A moment that is no text, in +08:00.
    fn moment(self) -> Option<civil::DateTime>;

    /// The items of a list in their order, null or not.
    fn items(self) -> Option<impl Iterator<Item = Self>>;

    /// Shows the members of an object that are not null, each by the position of its field in the
    /// declaration of the object and once at most. None where the cell is no object, where a
    /// member is no field, and as soon as `each` gives none.
    fn members(self, each: impl FnMut(usize, Self) -> Option<()>) -> Option<()>;

    /// Appends the value as JSON on one line; false, and nothing, where nothing stands here.
    fn write(self, out: &mut Vec<u8>) -> bool;
}

/// A cell on the way through a record.
pub(crate) struct Entry<'a, C> {
    cell: C,
    arena: &'a Arena,
    room: &'a Room,
}

/// How many bytes the text of a record may still have. A record that is too large as text shall be
/// too large as a row, so the text's size is reckoned, and never too small.
pub(crate) struct Room(Counter<usize>);

impl Room {
    /// What a value takes beside its own text: the name of its field, punctuation, digits.
    const VALUE: usize = 128;

    pub(crate) fn new(bytes: usize) -> Self {
        Self(Counter::new(bytes))
    }

    #[inline]
    fn take(&self, bytes: usize) -> Option<()> {
        self.0.get().checked_sub(bytes).map(|left| self.0.set(left))
    }
}

impl<'a, C: Cell> Entry<'a, C> {
    /// The row.
    pub(crate) fn new(row: C, arena: &'a Arena, room: &'a Room) -> Self {
        Self { cell: row, arena, room }
    }

    #[inline]
    fn below(&self, cell: C) -> Option<Self> {
        self.room.take(Room::VALUE)?;
        Some(Self { cell, ..*self })
    }
}

impl<'a, C: Cell + 'a> Source<'a> for Entry<'a, C> {
    fn arena(&self) -> &'a Arena {
        self.arena
    }

    #[inline]
    fn text(&mut self) -> Option<&'a str> {
        let text = self.cell.text()?;
        // what fields take needs an escape for quotation marks and backslashes at most
        self.room.take(text.len() * 2)?;
        Some(text)
    }

    /// Decimals beyond the limit show in the double, which is not that of a shorter number.
    #[inline]
    fn number(&mut self, _decimals: u32) -> Option<f64> {
        self.cell.number()
    }

    fn boolean(&mut self) -> Option<bool> {
        self.cell.boolean()
    }

    #[inline]
    fn date(&mut self) -> Option<Date> {
        self.cell.day().map_or_else(|| Date::parse(self.text()?), Date::new)
    }

    #[inline]
    fn date_time(&mut self) -> Option<DateTime> {
        self.cell.moment().map_or_else(|| DateTime::parse(self.text()?), DateTime::in_china)
    }

    #[inline]
    fn members(
        &mut self,
        _object: &'static ObjectMeta,
        mut each: impl FnMut(usize, &mut Self) -> Option<()>,
    ) -> Option<u64> {
        let mut seen = 0_u64;
        self.cell.members(|index, cell| {
            seen |= 1 << index;
            each(index, &mut self.below(cell)?)
        })?;
        Some(seen)
    }

    #[inline]
    fn items(&mut self, mut each: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        for cell in self.cell.items()? {
            if cell.is_null() {
                return None;
            }
            each(&mut self.below(cell)?)?;
        }
        Some(())
    }

    fn begin(&mut self) -> usize {
        0
    }

    #[inline]
    fn text_since(&mut self, _begin: usize) -> Option<&'a str> {
        self.cell.text()
    }

    fn free_object<R>(&mut self, show: impl FnOnce(&str) -> Option<R>) -> Option<R> {
        let mut json = Vec::new();
        self.cell.write(&mut json);
        self.room.take(json.len())?;
        show(std::str::from_utf8(&json).ok()?)
    }
}
