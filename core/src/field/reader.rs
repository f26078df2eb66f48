//! The state of the explaining lane while it walks one record.

use super::object::nearest_field;
use super::path::{Key, push_key};
use super::{
    Arena, Bounded, Fault, FaultKind, Faults, Field, FieldMeta, ListFault, MOST_OF_ONE_RULE, Node, Object,
    ObjectMeta, Path, Slot, Sorted,
};
use crate::Words;
use crate::shown::is_word;

/// Collects every structural fault of a record, each with its place.
pub struct Reader<'a> {
    pub(super) arena: &'a Arena,
    path: Path,
    faults: Bounded<Fault>,
    /// Unknown keys so far.
    unknown: usize,
    is_field: fn(&str) -> bool,
}

impl<'a> Reader<'a> {
    /// A reader; `is_field` says whether a text is a name or title of any field of the standard.
    pub(crate) fn new(arena: &'a Arena, is_field: fn(&str) -> bool) -> Self {
        Self { arena, path: Path::default(), faults: Bounded::default(), unknown: 0, is_field }
    }

    /// A key of the input, the one of this number in its object.
    pub(super) fn key<'k>(&self, name: &'k str, number: usize) -> Key<'k> {
        Key { name, number, is_shown: is_word(name) || (self.is_field)(name) }
    }

    pub(crate) fn into_faults(self) -> Faults {
        let (kept, more) = self.faults.finish();
        let example = |sort| kept.iter().find(|fault: &&Fault| fault.sort() == sort).cloned();
        let more = more.into_iter().filter_map(|(sort, count)| Some((example(sort)?, count))).collect();
        Faults { kept, more }
    }

    /// Notes a fault of the field that is being read.
    pub(crate) fn fault<T>(&mut self, meta: &'static FieldMeta, kind: FaultKind) -> Slot<T> {
        self.faults.push(Fault { pointer: self.path.pointer(), meta: Some(meta), kind });
        Slot::Unknown
    }

    /// Notes a fault at keys of the input below the field that is being read.
    pub(super) fn fault_below(&mut self, keys: &str, kind: FaultKind) {
        self.faults.push(Fault { pointer: self.path.pointer() + keys, meta: None, kind });
    }

    /// Notes that the field holds a value of another JSON type.
    pub(crate) fn wrong_type<T>(&mut self, meta: &'static FieldMeta, expected: Words) -> Slot<T> {
        self.fault(meta, FaultKind::WrongType { expected })
    }

    /// Reads the item of a list at a position.
    pub(super) fn item<T: Field>(
        &mut self,
        index: usize,
        node: Node<'a>,
        meta: &'static FieldMeta,
        repeated: bool,
    ) -> Slot<T::View<'a>> {
        self.path.push_index(index);
        let mut slot = match node {
            Node::Null => self.wrong_type(meta, expected::NOT_NULL),
            node => T::read(node, meta, self),
        };
        if repeated {
            slot = self.fault(meta, FaultKind::BadList(ListFault::Repeated));
        }
        self.path.pop();
        slot
    }

    /// Opens the object of a record or a part and notes its unknown and repeated keys.
    pub(crate) fn object(
        &mut self,
        node: Node<'a>,
        meta: &'static FieldMeta,
        object: &'static ObjectMeta,
    ) -> Option<Object<'a>> {
        let Node::Object(members) = node else {
            self.wrong_type::<()>(meta, expected::OBJECT);
            return None;
        };
        let times = self.times(members);
        for (number, ((key, _), times)) in (1..).zip(members.iter().zip(times)) {
            match times {
                1 if !object.fields.iter().any(|field| field.name == *key) => {
                    self.unknown_key(object, key, number);
                }
                2 => self.fault_at_key(key, number, FaultKind::RepeatedKey),
                _ => {}
            }
        }
        Some(Object { members })
    }

    /// Of each member which one of its key it is: 1, 2, or 3 for all that follow.
    fn times(&self, members: &[(&str, Node<'_>)]) -> &'a [u8] {
        let mut order = bumpalo::collections::Vec::with_capacity_in(members.len(), self.arena);
        order.extend(0..members.len());
        order.sort_unstable_by_key(|at| (members[*at].0, *at));
        let times = self.arena.alloc_slice_fill_copy(members.len(), 1_u8);
        for pair in order.windows(2) {
            if members[pair[0]].0 == members[pair[1]].0 {
                times[pair[1]] = (times[pair[0]] + 1).min(3);
            }
        }
        times
    }

    fn unknown_key(&mut self, object: &'static ObjectMeta, key: &str, number: usize) {
        // a record of nothing but unknown keys shall not cost a comparison of each
        self.unknown += 1;
        let near = if self.unknown <= MOST_OF_ONE_RULE { nearest_field(object, key) } else { None };
        self.fault_at_key(key, number, FaultKind::UnknownField { near });
    }

    pub(super) fn fault_at_key(&mut self, key: &str, number: usize, kind: FaultKind) {
        let mut place = String::new();
        push_key(&mut place, self.key(key, number));
        self.fault_below(&place, kind);
    }

    /// Reads one field of an opened object.
    pub(crate) fn field<T: Field>(
        &mut self,
        object: Object<'a>,
        meta: &'static FieldMeta,
    ) -> Slot<T::View<'a>> {
        let mut values = object.members.iter().filter(|(key, _)| *key == meta.name).map(|(_, node)| *node);
        let (first, repeated) = (values.next().unwrap_or(Node::Null), values.next().is_some());
        self.path.push(meta.name);
        let mut slot = match first {
            Node::Null if meta.required => self.fault(meta, FaultKind::Missing),
            Node::Null => Slot::Absent,
            node => T::read(node, meta, self),
        };
        if repeated {
            slot = Slot::Unknown;
        }
        self.path.pop();
        slot
    }
}

/// What a field must be, in words.
pub(super) mod expected {
    use crate::Words;

    pub(crate) const OBJECT: Words = Words::new("对象", "an object");
    pub(crate) const LIST: Words = Words::new("列表", "a list");
    pub(crate) const TEXT: Words = Words::new("文本", "a text");
    pub(crate) const CODE: Words = Words::new("代码（文本）", "a code, written as text");
    pub(crate) const NUMBER: Words = Words::new("数值", "a number");
    pub(crate) const INTEGER: Words = Words::new("整数", "an integer");
    pub(crate) const BOOL: Words = Words::new("true 或 false", "true or false");
    pub(crate) const NOT_NULL: Words = Words::new("非空值", "a value, not null");
}
