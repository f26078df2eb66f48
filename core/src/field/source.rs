//! Where the accept lane takes the values of a record from.

use super::{Arena, Date, DateTime, Field, FieldMeta, ObjectMeta, Slot};

/// A value of a record that is right in every structural way, with the values inside it.
///
/// There are two: a place in a JSON text ([`Cursor`](super::Cursor)) and a cell of a table
/// ([`Entry`](super::Entry)), which has no text and needs none. What a field makes of its value is
/// written once for both. Each gives none at any doubt; it never says what is wrong.
pub trait Source<'a>: Sized {
    /// Where lists are kept.
    fn arena(&self) -> &'a Arena;

    /// A text.
    fn text(&mut self) -> Option<&'a str>;

    /// A number with at most so many decimals, as a double.
    fn number(&mut self, decimals: u32) -> Option<f64>;

    /// True or false.
    fn boolean(&mut self) -> Option<bool>;

    /// A day.
    #[inline]
    fn date(&mut self) -> Option<Date> {
        Date::parse(self.text()?)
    }

    /// A moment.
    #[inline]
    fn date_time(&mut self) -> Option<DateTime> {
        DateTime::parse(self.text()?)
    }

    /// The value of a field that is there; null is none where the field may be absent.
    #[inline]
    fn value<T: Field>(&mut self, meta: &'static FieldMeta) -> Option<Slot<T::View<'a>>> {
        T::scan(self, meta)
    }

    /// Shows the members of an object with the positions of their fields, each at most once; answers
    /// which there were, as bits.
    fn members(
        &mut self,
        object: &'static ObjectMeta,
        each: impl FnMut(usize, &mut Self) -> Option<()>,
    ) -> Option<u64>;

    /// Shows the items of a list in their order.
    fn items(&mut self, each: impl FnMut(&mut Self) -> Option<()>) -> Option<()>;

    /// Where an item begins.
    fn begin(&mut self) -> usize;

    /// The text of the item that began there: two items are the same where their texts are.
    fn text_since(&mut self, begin: usize) -> Option<&'a str>;

    /// Shows an object of any members as JSON.
    fn free_object<R>(&mut self, show: impl FnOnce(&str) -> Option<R>) -> Option<R>;
}
