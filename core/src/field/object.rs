//! Records and their parts.

use std::fmt;

use super::{Class, Date, DateTime, Field, FieldMeta, Node, ObjectMeta, Slot};
use crate::Kind;
use crate::ids::CreditCode;

/// A record type of the standard.
pub trait Record: Field + serde::de::DeserializeOwned + serde::Serialize + Send + Sync {
    /// Which one.
    const KIND: Kind;

    /// Its declaration: titles, fields, classes, clauses.
    const META: &'static ObjectMeta;

    /// The id of a record as rules see it.
    fn id<'a>(view: &Self::View<'a>) -> Slot<&'a str>;

    /// When a record was last changed.
    #[doc(hidden)]
    fn updated_at(view: &Self::View<'_>) -> Slot<DateTime>;

    /// The body answerable for a record.
    #[doc(hidden)]
    fn source(view: &Self::View<'_>) -> Slot<CreditCode>;

    /// When the person that a record is about was born; absent where it is about none.
    #[doc(hidden)]
    fn birth_date(view: &Self::View<'_>) -> Slot<Date>;
}

/// An opened object of the input.
#[derive(Clone, Copy)]
pub(crate) struct Object<'a> {
    pub(super) members: &'a [(&'a str, Node<'a>)],
}

/// What a builder was not given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("required fields were not set: {}", fields.join(", "))]
pub struct Missing {
    /// The names of the required fields that are not set.
    pub fields: Vec<&'static str>,
}

/// The known field whose name is nearest to a key, where one is near.
pub(super) fn nearest_field(meta: &ObjectMeta, key: &str) -> Option<&'static str> {
    let folded =
        key.trim().to_ascii_lowercase().replace(['-', ' '], "_").replace("organization", "organisation");
    let near = |field: &'static FieldMeta| {
        // a bound before the distance: keys of the input may be long, and many
        let is_close = folded.len().abs_diff(field.name.len()) <= 2;
        let distance = if is_close { strsim::osa_distance(&folded, field.name) } else { usize::MAX };
        (field.title.zh == key || distance <= 2 && distance * 3 <= field.name.len())
            .then_some((distance, field.name))
    };
    meta.fields.iter().filter_map(near).min().map(|(_, name)| name)
}

/// One field of a record's `Debug` output: what is personal is not shown.
pub(crate) fn debug_field(out: &mut fmt::DebugStruct<'_, '_>, meta: &FieldMeta, value: &dyn fmt::Debug) {
    if meta.class >= Class::Personal {
        out.field(meta.name, &format_args!("***"));
    } else {
        out.field(meta.name, value);
    }
}
