//! A row as the JSON text of a record.

use arrow_array::{Array, RecordBatch};
use arrow_schema::Field;

use crate::Error;
use crate::column::Column;
use crate::text;

/// How many dots the name of a field may have; no part of the standard lies deeper than half of it.
const MAX_DEPTH: usize = 8;

/// The columns of a batch, gathered into the objects that their names say.
pub(crate) struct Table {
    pub(crate) rows: usize,
    object: Object,
}

impl Table {
    pub(crate) fn new(batch: &RecordBatch) -> Result<Self, Error> {
        let mut object = Object::default();
        let schema = batch.schema_ref();
        for (field, array) in schema.fields().iter().zip(batch.columns()) {
            if !is_index(field.name()) {
                object.insert(field.name(), field.name(), array)?;
            }
        }
        Ok(Self { rows: batch.num_rows(), object })
    }

    /// Appends a row; a record in which nothing stands is an empty object.
    pub(crate) fn write(&self, row: usize, out: &mut Vec<u8>) {
        if !self.object.write(row, out) {
            out.extend_from_slice(b"{}");
        }
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
    value: Value,
}

enum Value {
    Column(Column),
    /// Columns with dotted names.
    Object(Object),
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
            object.push(field.name(), Value::Column(value));
        }
        Ok(object)
    }

    fn insert(&mut self, column: &str, name: &str, array: &dyn Array) -> Result<(), Error> {
        // keys of extensions have dots of their own
        let is_extension = column != name && column.starts_with("extensions.");
        let is_key = is_extension || column.matches('.').count() > MAX_DEPTH;
        let Some((first, rest)) = name.split_once('.').filter(|_| !is_key) else {
            self.push(name, Value::Column(Column::new(column, array)?));
            return Ok(());
        };
        let at = self
            .fields
            .iter()
            .position(|member| member.name == first && matches!(member.value, Value::Object(_)));
        let at = at.unwrap_or_else(|| self.push(first, Value::Object(Self::default())));
        match &mut self.fields[at].value {
            Value::Object(object) => object.insert(column, rest, array),
            Value::Column(_) => Ok(()),
        }
    }

    fn push(&mut self, name: &str, value: Value) -> usize {
        let mut key = Vec::with_capacity(name.len() + 3);
        text::write(name.as_bytes(), &mut key);
        key.push(b':');
        self.fields.push(Member { name: name.to_owned(), key, value });
        self.fields.len() - 1
    }

    /// Appends the object; false, and nothing, where none of its fields is there.
    pub(crate) fn write(&self, row: usize, out: &mut Vec<u8>) -> bool {
        let start = out.len();
        for member in &self.fields {
            let before = out.len();
            out.push(if before == start { b'{' } else { b',' });
            out.extend_from_slice(&member.key);
            let is_there = match &member.value {
                Value::Column(column) => column.write(row, out),
                Value::Object(object) => object.write(row, out),
            };
            if !is_there {
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
