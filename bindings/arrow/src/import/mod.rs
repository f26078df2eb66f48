//! Tables and columns of other libraries by the Arrow C data interface. Nothing of them is believed before it was
//! looked over: a damaged file that another library hands on is an error here, never a crash.

mod fault;
mod inspect;
mod raw;

use std::ffi::{CStr, c_int};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi_and_data_type};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{
    Array, ArrayRef, RecordBatch, RecordBatchOptions, RecordBatchReader, StructArray, make_array,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

pub use self::fault::Fault;
use self::inspect::inspect;
use self::raw::{RawArray, RawSchema};
use crate::Error;

/// A table that comes by the Arrow C stream interface.
///
/// Each batch is looked over before it is read: lengths, counts of buffers and children, offsets, keys of
/// dictionaries, views, run ends, numbers of nulls. The interface does not tell the sizes of buffers; that they are as
/// large as these ask for is the producer's word.
pub struct Tables {
    stream: Stream,
    schema: SchemaRef,
}

impl Tables {
    /// Takes a stream over.
    ///
    /// # Errors
    /// Where the stream gives no schema of a table, or one with names that are not UTF-8.
    pub fn new(stream: FFI_ArrowArrayStream) -> Result<Self, Error> {
        let mut stream = Stream::new(stream)?;
        let field = stream.field()?;
        let DataType::Struct(fields) = field.data_type() else {
            return Err(damaged("", Fault::Schema));
        };
        let schema = Schema::new(fields.clone()).with_metadata(field.metadata().clone());
        Ok(Self { stream, schema: Arc::new(schema) })
    }

    fn next_batch(&mut self) -> Result<Option<RecordBatch>, Error> {
        let Some(array) = self.stream.next()? else { return Ok(None) };
        let raw = RawArray::of(&array);
        let rows = usize::try_from(raw.length).map_err(|_| damaged("", Fault::Layout))?;
        let fields = self.schema.fields();
        // by name where one is damaged, as a whole for the rest
        for (index, field) in fields.iter().enumerate() {
            let is_counted = usize::try_from(raw.child_count).is_ok_and(|count| count == fields.len());
            let child = if is_counted { raw.child(index) } else { Err(Fault::Layout) };
            let fault = child.and_then(|child| inspect(child, field.data_type()));
            fault.map_err(|fault| damaged(field.name(), fault))?;
        }
        let columns = imported(array, DataType::Struct(fields.clone()), "")?;
        let columns = StructArray::from(columns.to_data()).into_parts().1;
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        Ok(Some(RecordBatch::try_new_with_options(self.schema.clone(), columns, &options)?))
    }
}

impl Iterator for Tables {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_batch().map_err(|error| ArrowError::ExternalError(Box::new(error))).transpose()
    }
}

impl RecordBatchReader for Tables {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }
}

/// The pieces of one column that comes by the Arrow C stream interface.
///
/// # Errors
/// Where the stream fails or a piece is damaged.
pub fn columns(stream: FFI_ArrowArrayStream) -> Result<Vec<ArrayRef>, Error> {
    let mut stream = Stream::new(stream)?;
    let field = stream.field()?;
    let mut columns = Vec::new();
    while let Some(array) = stream.next()? {
        columns.push(imported(array, field.data_type().clone(), field.name())?);
    }
    Ok(columns)
}

/// A column that comes by the Arrow C data interface.
///
/// # Errors
/// Where it is damaged.
pub fn column(array: FFI_ArrowArray, schema: &FFI_ArrowSchema) -> Result<ArrayRef, Error> {
    let field = field(schema)?;
    imported(array, field.data_type().clone(), field.name())
}

fn imported(array: FFI_ArrowArray, of: DataType, name: &str) -> Result<ArrayRef, Error> {
    inspect(RawArray::of(&array), &of).map_err(|fault| damaged(name, fault))?;
    // SAFETY: the array was looked over; what cannot be is the producer's word
    let read = AssertUnwindSafe(|| unsafe { from_ffi_and_data_type(array, of) }.map(make_array));
    // types that no field takes are not looked over, and Arrow may panic of them
    Ok(panic::catch_unwind(read).map_err(|_| damaged(name, Fault::Layout))??)
}

fn damaged(column: &str, fault: Fault) -> Error {
    Error::Damaged { column: column.to_owned(), fault }
}

/// The schema, of which Arrow panics where a name is not UTF-8 or a format is missing.
fn field(schema: &FFI_ArrowSchema) -> Result<Field, Error> {
    RawSchema::of(schema).look(0).map_err(|fault| damaged("", fault))?;
    let read = AssertUnwindSafe(|| Field::try_from(schema));
    Ok(panic::catch_unwind(read).map_err(|_| damaged("", Fault::Schema))??)
}

/// A stream that is not released.
struct Stream(FFI_ArrowArrayStream);

// SAFETY: by the interface's word a stream may be used from any thread, by one at a time
unsafe impl Send for Stream {}

impl Stream {
    fn new(stream: FFI_ArrowArrayStream) -> Result<Self, Error> {
        if stream.release().is_some() { Ok(Self(stream)) } else { Err(said("the stream is released")) }
    }

    fn field(&mut self) -> Result<Field, Error> {
        let mut schema = FFI_ArrowSchema::empty();
        let get = self.0.get_schema().ok_or_else(|| said("the stream has no get_schema"))?;
        // SAFETY: the stream is live, and its callback is called on it
        let status = unsafe { get(&raw mut self.0, &raw mut schema) };
        self.succeeded(status)?;
        field(&schema)
    }

    fn next(&mut self) -> Result<Option<FFI_ArrowArray>, Error> {
        let mut array = FFI_ArrowArray::empty();
        let get = self.0.get_next().ok_or_else(|| said("the stream has no get_next"))?;
        // SAFETY: the stream is live, and its callback is called on it
        let status = unsafe { get(&raw mut self.0, &raw mut array) };
        self.succeeded(status)?;
        Ok((!array.is_released()).then_some(array))
    }

    fn succeeded(&mut self, status: c_int) -> Result<(), Error> {
        if status == 0 {
            return Ok(());
        }
        // SAFETY: the stream is live and its last call failed, as the callback asks
        let words = self.0.get_last_error().map(|last| unsafe { last(&raw mut self.0) });
        // SAFETY: NULL, or a text that ends with NUL by the producer's word
        let words = words.filter(|words| !words.is_null()).map(|words| unsafe { CStr::from_ptr(words) });
        let words = words.map(|words| words.to_string_lossy().into_owned());
        Err(said(&words.unwrap_or_else(|| format!("error {status} of the stream"))))
    }
}

fn said(words: &str) -> Error {
    Error::Table(ArrowError::CDataInterface(words.to_owned()))
}
