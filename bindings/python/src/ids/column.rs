//! A column of texts, from Arrow or from Python's objects.

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::LargeStringBuilder;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods, PyFloat, PyString, PyTuple};

use super::kind::not_text;
use crate::error;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

/// How many values are taken before Ctrl-C is looked for.
const PIECE: usize = 1 << 16;

/// Takes over what came: a capsule of a stream, a pair of capsules of an array, or an iterable.
pub(super) fn read(column: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    if let Ok(stream) = column.cast::<PyCapsule>() {
        return arrays(stream);
    }
    if let Ok((schema, array)) = column.extract::<(Bound<'_, PyCapsule>, Bound<'_, PyCapsule>)>()
        && column.is_instance_of::<PyTuple>()
    {
        return Ok(vec![one(&schema, &array)?]);
    }
    texts(column)
}

fn arrays(capsule: &Bound<'_, PyCapsule>) -> PyResult<Vec<ArrayRef>> {
    let stream = capsule.pointer_checked(Some(STREAM))?;
    // SAFETY: a capsule of this name holds such a stream by the interface's word; it is left released,
    // so that the capsule does not release it again
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.cast().as_ptr()) };
    shequ_arrow::columns(stream).map_err(|error| error::of_table(capsule.py(), &error))
}

fn one(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<ArrayRef> {
    let (of, values) = (schema.pointer_checked(Some(SCHEMA))?, array.pointer_checked(Some(ARRAY))?);
    // SAFETY: capsules of these names hold such structs by the interface's word; the array is left
    // released, the schema is only looked at
    let column = unsafe {
        let values = FFI_ArrowArray::from_raw(values.cast().as_ptr());
        shequ_arrow::column(values, of.cast::<FFI_ArrowSchema>().as_ref())
    };
    column.map_err(|error| error::of_table(schema.py(), &error))
}

fn texts(column: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    // a list may hold more text than 32 bits can count
    let mut texts = LargeStringBuilder::new();
    for (row, value) in column.try_iter()?.enumerate() {
        let value = value?;
        if row % PIECE == 0 {
            column.py().check_signals()?;
        }
        if let Ok(text) = value.cast::<PyString>() {
            texts.append_value(text.to_string_lossy());
        } else if is_absent(&value)? {
            texts.append_null();
        } else {
            return Err(not_text(&value, Some(row + 1)));
        }
    }
    Ok(vec![Arc::new(texts.finish())])
}

/// None, NaN, `NaT` or NA.
fn is_absent(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    if let Ok(number) = value.cast::<PyFloat>() {
        return Ok(number.extract::<f64>()?.is_nan());
    }
    Ok(value.is_none() || matches!(value.get_type().name()?.to_str()?, "NAType" | "NaTType"))
}
