//! Lists: of parts, which may repeat, and of values, which may not.

use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess};
use serde::{Serialize, Serializer};

use super::reader::expected;
use super::{
    FaultKind, Field, FieldMeta, ListFault, Node, ObjectMeta, Path, Reader, Shape, Slot, Source, ValueKind,
    Visitor,
};
use crate::Words;

/// A list of parts; absent and empty are the same. Its length is checked by `validate()`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct List<T>(Vec<T>);

/// A list of values in which none repeats; absent and empty are the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Set<T>(Vec<T>);

impl<T: Ord> Set<T> {
    /// A list without repeated values; none where a value repeats.
    ///
    /// ```
    /// use shequ::model::Set;
    /// assert!(Set::new(vec![1, 2]).is_some());
    /// assert!(Set::new(vec![1, 1]).is_none());
    /// ```
    pub fn new(items: Vec<T>) -> Option<Self> {
        (!repeats(&items)).then_some(Self(items))
    }
}

pub(super) fn repeats<T: Ord>(items: &[T]) -> bool {
    if items.len() <= 8 {
        return (1..items.len()).any(|end| items[..end].contains(&items[end]));
    }
    let mut sorted: Vec<&T> = items.iter().collect();
    sorted.sort_unstable();
    sorted.windows(2).any(|pair| pair[0] == pair[1])
}

/// Whether a list has no items; serde leaves such a list out.
pub(crate) fn is_empty<T>(list: &impl Deref<Target = [T]>) -> bool {
    list.is_empty()
}

macro_rules! list_type {
    ($list:ident) => {
        impl<T> Default for $list<T> {
            fn default() -> Self {
                Self(Vec::new())
            }
        }

        impl<T> Deref for $list<T> {
            type Target = [T];
            fn deref(&self) -> &[T] {
                &self.0
            }
        }

        impl<'a, T> IntoIterator for &'a $list<T> {
            type Item = &'a T;
            type IntoIter = std::slice::Iter<'a, T>;
            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<T> From<$list<T>> for Vec<T> {
            fn from(list: $list<T>) -> Vec<T> {
                list.0
            }
        }

        impl<T: Serialize> Serialize for $list<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<T> validator::ValidateLength<u64> for $list<T> {
            fn length(&self) -> Option<u64> {
                Some(self.0.len() as u64)
            }
        }

        #[cfg(feature = "schemas")]
        #[cfg(feature = "schemas")]
        impl<T: schemars::JsonSchema> schemars::JsonSchema for $list<T> {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                format!("list_of_{}", T::schema_name()).into()
            }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "array", "items": T::json_schema(generator) })
            }
        }
    };
}

list_type!(List);
list_type!(Set);

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        Self(items)
    }
}

impl<T: validator::Validate> validator::Validate for List<T> {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        self.0.validate()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Items(PhantomData)).map(Self)
    }
}

impl<'de, T: Deserialize<'de> + Ord> Deserialize<'de> for Set<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let items = deserializer.deserialize_option(Items(PhantomData))?;
        Self::new(items).ok_or_else(|| D::Error::custom("a value is repeated in a list"))
    }
}

/// Null counts as an empty list; where a list is required, `validate()` refuses the empty one.
struct Items<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Items<T> {
    type Value = Vec<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(items)
    }
}

/// The items of a list as rules see them; an item with a fault is unknown.
pub enum ListView<'a, T: Field> {
    /// Of the typed model.
    Typed(&'a [T]),
    /// Read from the input.
    Read(&'a [Slot<T::View<'a>>]),
}

impl<T: Field> Clone for ListView<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Field> Copy for ListView<'_, T> {}

impl<'a, T: Field> ListView<'a, T> {
    /// The number of items.
    pub fn len(self) -> usize {
        match self {
            Self::Typed(items) => items.len(),
            Self::Read(items) => items.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The item at a position.
    pub fn get(self, index: usize) -> Slot<T::View<'a>> {
        match self {
            Self::Typed(items) => items[index].see(),
            Self::Read(items) => items[index],
        }
    }

    /// All items in order.
    pub fn iter(self) -> impl Iterator<Item = Slot<T::View<'a>>> {
        (0..self.len()).map(move |index| self.get(index))
    }

    /// The items that could be read, with their positions.
    pub fn known(self) -> impl Iterator<Item = (usize, T::View<'a>)> {
        self.iter().enumerate().filter_map(|(index, slot)| Some((index, slot.known()?)))
    }
}

macro_rules! list_field {
    ($list:ident, $unique:literal) => {
        impl<T: Field> Field for $list<T> {
            type View<'a> = ListView<'a, T>;

            const PART: Option<&'static ObjectMeta> = T::PART;
            const VALUE: ValueKind = T::VALUE;
            const FORM: Option<Words> = T::FORM;

            fn see(&self) -> Slot<ListView<'_, T>> {
                if self.0.is_empty() { Slot::Absent } else { Slot::Known(ListView::Typed(&self.0)) }
            }

            fn read<'a>(
                node: Node<'a>,
                meta: &'static FieldMeta,
                reader: &mut Reader<'a>,
            ) -> Slot<ListView<'a, T>> {
                read_list::<T>(node, meta, reader, $unique)
            }

            fn scan<'a, S: Source<'a>>(
                source: &mut S,
                meta: &'static FieldMeta,
            ) -> Option<Slot<ListView<'a, T>>> {
                scan_list::<T, S>(source, meta, $unique)
            }

            fn walk<V: Visitor>(view: ListView<'_, T>, path: &mut Path, visitor: &mut V) {
                for (index, item) in view.known() {
                    path.push_index(index);
                    T::walk(item, path, visitor);
                    path.pop();
                }
            }
        }
    };
}

list_field!(List, false);
list_field!(Set, true);

fn read_list<'a, T: Field>(
    node: Node<'a>,
    meta: &'static FieldMeta,
    reader: &mut Reader<'a>,
    unique: bool,
) -> Slot<ListView<'a, T>> {
    let Node::List(nodes) = node else { return reader.wrong_type(meta, expected::LIST) };
    let Shape::List { min, max } = meta.shape else { unreachable!("a list field is declared as a list") };
    let fault = match nodes.len() {
        0 if min == 0 => return Slot::Absent,
        len if len < min => Some(ListFault::TooShort),
        len if len > max => Some(ListFault::TooLong),
        _ => None,
    };
    if let Some(fault) = fault {
        reader.fault::<()>(meta, FaultKind::BadList(fault));
    }
    let mut seen = HashSet::new();
    // of a list with a fault no rule sees the items
    let kept = if fault.is_some() { 0 } else { nodes.len() };
    let mut items = bumpalo::collections::Vec::with_capacity_in(kept, reader.arena);
    for (index, item) in nodes.iter().enumerate() {
        let repeated = unique && matches!(item, Node::Text(text) if !seen.insert(*text));
        let slot = reader.item::<T>(index, *item, meta, repeated);
        if kept > 0 {
            items.push(slot);
        }
    }
    if fault.is_some() { Slot::Unknown } else { Slot::Known(ListView::Read(items.into_bump_slice())) }
}

/// How many values a list may hold for the accept lane to compare them one with another.
const FEW: usize = 32;

fn scan_list<'a, T: Field, S: Source<'a>>(
    source: &mut S,
    meta: &'static FieldMeta,
    unique: bool,
) -> Option<Slot<ListView<'a, T>>> {
    let Shape::List { min, max } = meta.shape else { return None };
    let mut items = bumpalo::collections::Vec::with_capacity_in(4, source.arena());
    let few = if unique { 4 } else { 0 };
    let mut texts = bumpalo::collections::Vec::with_capacity_in(few, source.arena());
    source.items(|item| {
        let begin = item.begin();
        let slot = T::scan(item, meta)?;
        if unique {
            let text = item.text_since(begin)?;
            if texts.len() == FEW || texts.contains(&text) {
                return None;
            }
            texts.push(text);
        }
        items.push(slot);
        Some(())
    })?;
    match items.len() {
        0 if min == 0 => Some(Slot::Absent),
        len if (min..=max).contains(&len) => Some(Slot::Known(ListView::Read(items.into_bump_slice()))),
        _ => None,
    }
}
