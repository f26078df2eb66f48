//! What the manifest has to know of the records, while they are packed.

use std::io::Read;

use jiff::civil;

use crate::error::Obstacle;
use crate::field::{Arena, Class, Cursor, Date, DateTime, FieldMeta, Node, ObjectMeta, Reader, Record, Slot};
use crate::ids::CreditCode;
use crate::input::{Chunk, Chunks};
use crate::{Kind, Words, model};

/// What is known of records.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    pub(super) records: u64,
    /// When the last of them was changed.
    pub(super) latest: Option<DateTime>,
    /// The highest class of a field, those of children aside.
    pub(super) class: Option<Class>,
    /// When the youngest person was born.
    youngest: Option<civil::Date>,
    source: Answerable,
}

/// The body that records name as their source.
#[derive(Clone, Debug, Default, PartialEq)]
enum Answerable {
    #[default]
    Unknown,
    /// All name it.
    One(CreditCode),
    /// They name several, or some none.
    Various,
}

impl Answerable {
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unknown, known) | (known, Self::Unknown) => known,
            (one, other) if one == other => one,
            _ => Self::Various,
        }
    }
}

impl Look {
    /// Looks at every record of a stream; `each` is shown the text of each; `tick` may stop the work.
    pub(super) fn at<R: Read>(
        &mut self,
        kind: Kind,
        chunks: &mut Chunks<R>,
        each: &mut dyn FnMut(Option<&str>) -> std::io::Result<()>,
        tick: &mut dyn FnMut() -> bool,
    ) -> std::io::Result<Result<(), Obstacle>> {
        let (mut chunk, mut arena) = (Chunk::default(), Arena::new());
        loop {
            match chunks.next(&mut chunk) {
                Ok(true) => {}
                Ok(false) => return Ok(Ok(())),
                Err(error) => return Ok(Err(Obstacle::of(&error))),
            }
            if !tick() {
                return Ok(Err(Obstacle::Stopped));
            }
            if chunk.is_unread() {
                each(None)?;
                self.records += 1;
                self.raise(highest(kind.declaration()));
            }
            for (_, text) in chunk.records() {
                each(text)?;
                self.records += 1;
                arena.reset();
                let is_read = text
                    .is_some_and(|text| crate::with_record_type!(kind, T => self.record::<T>(text, &arena)));
                if !is_read {
                    // what cannot be read may be anything that such a record holds
                    self.raise(highest(kind.declaration()));
                }
            }
        }
    }

    /// The highest class on a day: everything about a child is sensitive.
    pub(super) fn class_on(&self, day: civil::Date) -> Class {
        let has_child = self.youngest.is_some_and(|birth| model::is_child(birth, day));
        if has_child { Class::Sensitive } else { self.class.unwrap_or(Class::Public) }
    }

    /// The body that all records name as their source.
    pub(super) fn source(&self) -> Option<CreditCode> {
        if let Answerable::One(body) = self.source { Some(body) } else { None }
    }

    fn raise(&mut self, class: Class) {
        self.class = self.class.max(Some(class));
    }

    fn record<T: Record>(&mut self, text: &str, arena: &Arena) -> bool {
        let mut cursor = Cursor::new(text, arena);
        let scanned = T::scan(&mut cursor, &ROOT).filter(|_| cursor.is_at_end());
        let view = if let Some(Slot::Known(view)) = scanned {
            view
        } else {
            let Ok(root) = Node::parse(text, arena) else { return false };
            let read = T::read(root, &ROOT, &mut Reader::new(arena, |_| false));
            let Some(view) = read.known() else { return false };
            view
        };
        if let Some(updated) = T::updated_at(&view).known()
            && self.latest.is_none_or(|latest| latest.nanoseconds() < updated.nanoseconds())
        {
            self.latest = Some(updated);
        }
        self.youngest = self.youngest.max(T::birth_date(&view).known().map(Date::civil));
        let source = T::source(&view).known().map_or(Answerable::Various, Answerable::One);
        self.source = std::mem::take(&mut self.source).join(source);
        let class = self.class.unwrap_or(Class::Public);
        let mut highest = class;
        model::above::<T>(&view, class, civil::Date::MAX, &mut |_, _, class| highest = highest.max(class));
        self.raise(highest);
        true
    }

    /// Adds what is known of other records.
    pub(super) fn join(&mut self, other: &Self) {
        self.records += other.records;
        if let Some(updated) = other.latest
            && self.latest.is_none_or(|latest| latest.nanoseconds() < updated.nanoseconds())
        {
            self.latest = Some(updated);
        }
        self.youngest = self.youngest.max(other.youngest);
        self.class = self.class.max(other.class);
        self.source = std::mem::take(&mut self.source).join(other.source.clone());
    }
}

/// The highest class that a record of a type may hold.
fn highest(object: &ObjectMeta) -> Class {
    let below = |field: &FieldMeta| field.part.map_or(Class::Public, highest);
    object.fields.iter().map(|field| field.class.max(below(field))).max().unwrap_or(Class::Public)
}

/// The record as a whole, as if it were a field.
static ROOT: FieldMeta = FieldMeta::whole(Words::new("记录", "Record"));
