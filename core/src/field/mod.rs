//! What a field of a record can be, and the ways to look at one: from the typed model
//! ([`Field::see`]), from a record that is right ([`Field::scan`]) and from whatever a file holds
//! ([`Field::read`]).
//!
//! All give a [`Slot`] with the same view, so that a rule is written once. Structural faults
//! are found here and know nothing of rules.

mod bounded;
mod cell;
mod code;
mod cursor;
mod date;
mod decimal;
mod extensions;
mod fault;
mod identifier;
mod list;
mod members;
mod meta;
mod node;
mod number;
mod object;
mod path;
mod reader;
mod reference;
#[cfg(feature = "schemas")]
pub(crate) mod schema;
mod source;
mod spot;
mod text;
mod visit;
mod wide;

use bumpalo::Bump;

use crate::Words;

pub(crate) use self::bounded::{Bounded, MOST_OF_ONE_RULE, Sorted};
pub use self::cell::Cell;
pub(crate) use self::cell::{Entry, Room};
pub(crate) use self::cursor::Cursor;
pub use self::date::{Date, DateTime};
pub(crate) use self::decimal::may_hide_decimals;
pub use self::decimal::{Area, Decimal, Hours, Number, PositiveNumber, Yuan};
pub use self::extensions::Extensions;
pub(crate) use self::fault::{Fault, FaultKind, Faults, ListFault, TextFault};
pub(crate) use self::list::is_empty;
pub use self::list::{List, ListView, Set};
pub(crate) use self::members::Members;
pub use self::meta::{Class, FieldMeta, Identifier, ObjectMeta, Shape, ValueKind};
pub(crate) use self::node::{Node, depth};
pub use self::number::{Count, Latitude, Longitude, Ordinal, Ratio, Year};
pub(crate) use self::object::{Object, debug_field};

pub use self::object::{Missing, Record};
pub(crate) use self::path::{Path, compare_pointers};
pub(crate) use self::reader::Reader;
pub use self::reference::Ref;
pub(crate) use self::source::Source;
pub(crate) use self::spot::Spot;
pub use self::text::{Name, PersonName, Role, Text, TextError};
pub(crate) use self::visit::Visitor;
pub(crate) use self::wide::is_common;

/// What a look at a field found.
///
/// A field with a structural fault is unknown, not absent: a rule that asks for its presence is
/// satisfied, one that needs its value is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot<T> {
    /// Not there, or null.
    Absent,
    /// There, but not in a form that can be read.
    Unknown,
    /// There and well formed.
    Known(T),
}

impl<T> Slot<T> {
    /// The value, where it is known.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Absent | Self::Unknown => None,
        }
    }

    /// Whether the field is not there at all.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

/// A type that a field of a record may have.
///
/// Implemented by the types of this crate alone: what a field can be is the standard's to say.
pub trait Field: Sized + 'static {
    /// What rules see of it.
    type View<'a>: Copy;

    /// The declaration of the object that it is, or that its items are.
    #[doc(hidden)]
    const PART: Option<&'static ObjectMeta> = None;

    /// What its values are.
    #[doc(hidden)]
    const VALUE: ValueKind;

    /// The form of its values in words, where the kind of value does not say it: of identifiers.
    #[doc(hidden)]
    const FORM: Option<Words> = None;

    /// Looks at the typed value.
    fn see(&self) -> Slot<Self::View<'_>>;

    /// Reads whatever stands in the file and notes each fault; null never comes here.
    #[doc(hidden)]
    fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<Self::View<'a>>;

    /// Reads a value that is right in every structural way; none at any doubt. Null never comes here.
    #[doc(hidden)]
    fn scan<'a, S: Source<'a>>(source: &mut S, meta: &'static FieldMeta) -> Option<Slot<Self::View<'a>>>;

    /// Shows the parts that rules on types of fields care for, with their places.
    #[doc(hidden)]
    fn walk<V: Visitor>(_view: Self::View<'_>, _path: &mut Path, _visitor: &mut V) {}
}

/// Where the explaining lane keeps what it has to unescape.
pub(crate) type Arena = Bump;
