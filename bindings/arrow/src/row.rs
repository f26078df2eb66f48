//! Columns gathered into the objects that their names say.

use arrow_array::{Array, RecordBatch};
use arrow_schema::Field;

use shequ::Kind;
use shequ::model::ObjectMeta;

use crate::Error;
use crate::cell::Cell;
use crate::column::Column;
use crate::text;

/// How many dots the name of a field may have; no part of the standard lies deeper than half of it.
const MAX_DEPTH: usize = 8;

/// The columns of a batch, gathered into the objects that their names say.
pub(crate) struct Table {
    pub(crate) rows: usize,
    row: Column,
}

impl Table {
    pub(crate) fn new(kind: Kind, batch: &RecordBatch) -> Result<Self, Error> {
        let mut object = Object::default();
        let schema = batch.schema_ref();
        for (field, array) in schema.fields().iter().zip(batch.columns()) {
            if !is_index(field.name()) {
                object.insert(field.name(), field.name(), array)?;
            }
        }
        object.declare(kind.declaration());
        Ok(Self { rows: batch.num_rows(), row: Column::of_object(object) })
    }

    /// A row, from 0.
    pub(crate) fn row(&self, row: usize) -> Cell<'_> {
        Cell { column: &self.row, row }
    }
}

/// The index of a data frame, which pandas sends along as a column.
fn is_index(name: &str) -> bool {
    name.starts_with("__index_level_") && name.ends_with("__")
}

/// Fields by name, in the order of the columns.
#[derive(Default)]
pub(crate) struct Object {
    fields: Vec<Member>,
}

struct Member {
    name: String,
    /// The name as it stands in the text, with quotation marks and colon.
    key: Vec<u8>,
    /// The position of the field that it is; none where it is no field, or one that came before.
    field: Option<usize>,
    column: Column,
    /// Whether it gathers columns with dotted names.
    gathers: bool,
}

impl Object {
    /// The fields of a struct, whose names are taken as they are.
    pub(crate) fn of_struct(
        column: &str,
        fields: &[std::sync::Arc<Field>],
        arrays: &[std::sync::Arc<dyn Array>],
    ) -> Result<Self, Error> {
        let mut object = Self::default();
        for (field, array) in fields.iter().zip(arrays) {
            let value = Column::new(&format!("{column}.{}", field.name()), array)?;
            object.push(field.name(), value, false);
        }
        Ok(object)
    }

    fn insert(&mut self, column: &str, name: &str, array: &dyn Array) -> Result<(), Error> {
        // keys of extensions have dots of their own
        let is_extension = column != name && column.starts_with("extensions.");
        let is_key = is_extension || column.matches('.').count() > MAX_DEPTH;
        let Some((first, rest)) = name.split_once('.').filter(|_| !is_key) else {
            let prefix = column.strip_suffix(name).unwrap_or_default();
            if self.position(name).is_some() {
                return Err(Error::Repeated { column: format!("{prefix}{name}") });
            }
            self.push(name, Column::new(column, array)?, false);
            return Ok(());
        };
        let at = match self.position(first) {
            Some(at) if !self.fields[at].gathers => {
                return Err(Error::Repeated { column: column[..column.len() - rest.len() - 1].to_owned() });
            }
            Some(at) => at,
            None => self.push(first, Column::of_object(Self::default()), true),
        };
        self.fields[at].column.as_object().map_or(Ok(()), |object| object.insert(column, rest, array))
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|member| member.name == name)
    }

    fn push(&mut self, name: &str, column: Column, gathers: bool) -> usize {
        let mut key = Vec::with_capacity(name.len() + 3);
        text::write(name.as_bytes(), &mut key);
        key.push(b':');
        self.fields.push(Member { name: name.to_owned(), key, field: None, column, gathers });
        self.fields.len() - 1
    }

    /// Finds the field of each member, once for all rows.
    pub(crate) fn declare(&mut self, declaration: &'static ObjectMeta) {
        let mut taken = vec![false; declaration.fields.len()];
        for member in &mut self.fields {
            let field = declaration.fields.iter().position(|field| field.name == member.name);
            member.field = field.filter(|field| !std::mem::replace(&mut taken[*field], true));
            if let Some(part) = field.and_then(|field| declaration.fields[field].part) {
                member.column.declare(part);
            }
        }
    }

    /// Whether something stands in every row.
    pub(crate) fn is_full(&self) -> bool {
        self.fields.iter().any(|member| member.column.is_full())
    }

    /// Whether nothing stands in a row.
    pub(crate) fn is_null(&self, row: usize) -> bool {
        self.fields.iter().all(|member| member.column.is_null(row))
    }

    /// Shows the members that are not null by the positions of their fields; none where one is no field.
    #[inline]
    pub(crate) fn members<'t>(
        &'t self,
        row: usize,
        mut each: impl FnMut(usize, Cell<'t>) -> Option<()>,
    ) -> Option<()> {
        for Member { column, field, .. } in &self.fields {
            if !column.is_null(row) {
                each((*field)?, Cell { column, row })?;
            }
        }
        Some(())
    }

    /// Appends the object; false, and nothing, where none of its fields is there.
    pub(crate) fn write(&self, row: usize, out: &mut Vec<u8>) -> bool {
        let start = out.len();
        for member in &self.fields {
            let before = out.len();
            out.push(if before == start { b'{' } else { b',' });
            out.extend_from_slice(&member.key);
            if !member.column.write(row, out) {
                out.truncate(before);
            }
        }
        let is_there = out.len() > start;
        if is_there {
            out.push(b'}');
        }
        is_there
    }
}
