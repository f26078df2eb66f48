//! References to other records.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::{Serialize, Serializer};

use super::{Field, FieldMeta, Node, Path, Reader, Record, Slot, Source, ValueKind, Visitor};
use crate::Words;
use crate::ids::{IdError, Reference};

/// `ref(T)` of the standard: the id of a record of type `T` in the same dataset, or
/// `CREDITCODE:ID` for a record that another publisher keeps.
///
/// ```
/// use shequ::model::{Organisation, Ref};
/// let committee: Ref<Organisation> = "org-001".parse().unwrap();
/// assert_eq!(committee.as_str(), "org-001");
/// ```
pub struct Ref<T> {
    reference: Reference,
    target: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// Takes a reference of the standard's form.
    ///
    /// # Errors
    /// Where the text is neither an id nor `CREDITCODE:ID`.
    pub fn new(text: &str) -> Result<Self, IdError> {
        Ok(Reference::parse(text)?.into())
    }
}

impl<T> From<Reference> for Ref<T> {
    fn from(reference: Reference) -> Self {
        Self { reference, target: PhantomData }
    }
}

impl<T> Deref for Ref<T> {
    type Target = Reference;
    fn deref(&self) -> &Reference {
        &self.reference
    }
}

impl<T> FromStr for Ref<T> {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::new(text)
    }
}

impl<T: Record> Field for Ref<T> {
    type View<'a> = &'a str;

    const VALUE: ValueKind = ValueKind::Reference(T::KIND);
    const FORM: Option<Words> = Reference::FORM;

    fn see(&self) -> Slot<&str> {
        self.reference.see()
    }

    fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<&'a str> {
        Reference::read(node, meta, reader)
    }

    fn scan<'a, S: Source<'a>>(source: &mut S, meta: &'static FieldMeta) -> Option<Slot<&'a str>> {
        Reference::scan(source, meta)
    }

    fn walk<V: Visitor>(view: &str, path: &mut Path, visitor: &mut V) {
        visitor.reference(path, T::KIND, view);
    }
}

impl<'de, T> Deserialize<'de> for Ref<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Reference::deserialize(deserializer).map(Self::from)
    }
}

impl<T> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.reference.serialize(serializer)
    }
}

#[cfg(feature = "schemas")]
impl<T: Record> schemars::JsonSchema for Ref<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("reference_to_{}", T::KIND).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = Reference::json_schema(generator);
        schema.insert("x-ref".into(), T::KIND.name().into());
        schema
    }
}

// By hand, since a derive would ask the same of the target, of which there is no value.
impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        self.reference.clone().into()
    }
}
impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.reference, out)
    }
}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.reference == other.reference
    }
}
impl<T> Eq for Ref<T> {}
impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.reference.cmp(&other.reference)
    }
}
impl<T> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.reference.hash(state);
    }
}
