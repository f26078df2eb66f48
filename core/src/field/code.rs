//! Values of code tables.

use super::reader::expected;
use super::{FaultKind, Field, FieldMeta, Node, Path, Reader, Slot, Source, ValueKind, Visitor};
use crate::codes::{self, Code};

impl<C: Code> Field for C {
    type View<'a> = C;

    const VALUE: ValueKind = ValueKind::Code(C::table);

    fn see(&self) -> Slot<C> {
        Slot::Known(*self)
    }

    fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<C> {
        let Node::Text(text) = node else { return reader.wrong_type(meta, expected::CODE) };
        if let Some(code) = C::parse(text) {
            Slot::Known(code)
        } else {
            let table = C::table();
            reader.fault(meta, FaultKind::NotACode { table, suggestion: codes::suggest(table, text) })
        }
    }

    #[inline]
    fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<C>> {
        C::parse(source.text()?).map(Slot::Known)
    }

    fn walk<V: Visitor>(view: C, path: &mut Path, visitor: &mut V) {
        let table = C::table();
        if table.is_open() && table.find(view.code()).is_none() {
            visitor.local_code(path, table, view.code());
        }
    }
}

impl Field for bool {
    type View<'a> = bool;

    const VALUE: ValueKind = ValueKind::Boolean;

    fn see(&self) -> Slot<bool> {
        Slot::Known(*self)
    }

    fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<bool> {
        match node {
            Node::Bool(value) => Slot::Known(value),
            _ => reader.wrong_type(meta, expected::BOOL),
        }
    }

    fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<bool>> {
        source.boolean().map(Slot::Known)
    }
}
