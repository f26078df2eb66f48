//! Tables by the Arrow `PyCapsule` interface: a stream in, a stream out.

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{Date32Type, UInt64Type};
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, StringArray, UInt64Array};
use arrow_schema::{DataType, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods, PyDate, PyDict, PyList};

use crate::error;

const STREAM: &CStr = c"arrow_array_stream";

/// Takes the stream of a capsule over.
pub(crate) fn read(capsule: &Bound<'_, PyCapsule>) -> PyResult<shequ_arrow::Tables> {
    let stream = capsule.pointer_checked(Some(STREAM))?;
    // SAFETY: a capsule of this name holds such a stream by the interface's word; it is left released,
    // so that the capsule does not release it again
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.cast().as_ptr()) };
    shequ_arrow::Tables::new(stream).map_err(|error| error::of_table(capsule.py(), &error))
}

/// A table that others take by the same interface.
#[pyclass(frozen, module = "shequ._native")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    pub(crate) fn new(batch: RecordBatch) -> Self {
        Self { schema: batch.schema(), batches: vec![batch] }
    }

    /// A table in several pieces of the same columns.
    pub(crate) fn of(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }
}

/// A table of columns, each with its name, whether it may be empty, and its values: texts or counts.
#[pyfunction]
pub(crate) fn table(columns: Vec<(String, bool, Column)>) -> PyResult<Table> {
    let columns = columns.into_iter().map(|(name, nullable, column)| (name, column.array(), nullable));
    let batch = RecordBatch::try_from_iter_with_nullable(columns)
        .map_err(|error| pyo3::exceptions::PyRuntimeError::new_err(error.to_string()))?;
    Ok(Table::new(batch))
}

/// The values of a column.
pub(crate) enum Column {
    Texts(Vec<Option<String>>),
    Counts(Vec<Option<u64>>),
}

impl<'py> FromPyObject<'_, 'py> for Column {
    type Error = PyErr;

    /// A pair of the type of a column, `text` or `count`, and its values: an empty list does not say its type.
    fn extract(pair: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let (of, values): (String, Bound<'_, PyAny>) = pair.extract()?;
        if of == "count" { values.extract().map(Self::Counts) } else { values.extract().map(Self::Texts) }
    }
}

impl Column {
    fn array(self) -> ArrayRef {
        match self {
            Self::Texts(texts) => Arc::new(StringArray::from(texts)),
            Self::Counts(counts) => Arc::new(UInt64Array::from(counts)),
        }
    }
}

/// The values of a column; the tables of this package hold texts, days and counts.
fn values<'py>(py: Python<'py>, column: &ArrayRef) -> PyResult<Bound<'py, PyList>> {
    if let Some(texts) = column.as_string_opt::<i32>() {
        return PyList::new(py, texts.iter());
    }
    if let Some(days) = column.as_primitive_opt::<Date32Type>() {
        let days = days.iter().map(|day| day.map(|day| date(py, day)).transpose());
        return PyList::new(py, days.collect::<PyResult<Vec<_>>>()?);
    }
    PyList::new(py, column.as_primitive::<UInt64Type>().iter())
}

/// The day so many days after 1970.
fn date(py: Python<'_>, days: i32) -> PyResult<Bound<'_, PyDate>> {
    let day =
        jiff::civil::date(1970, 1, 1).saturating_add(jiff::SignedDuration::from_hours(i64::from(days) * 24));
    PyDate::new(py, day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs())
}

#[pymethods]
impl Table {
    /// How many rows there are.
    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The columns by name, each with its type: `text`, `day` or `count`.
    fn types(&self) -> Vec<(String, &'static str)> {
        let of = |of: &DataType| match of {
            DataType::Utf8 => "text",
            DataType::Date32 => "day",
            _ => "count",
        };
        self.schema.fields().iter().map(|field| (field.name().clone(), of(field.data_type()))).collect()
    }

    /// The columns by name, as lists.
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let columns = PyDict::new(py);
        for (place, field) in self.schema.fields().iter().enumerate() {
            let column = PyList::empty(py);
            for batch in &self.batches {
                column.call_method1("extend", (values(py, batch.column(place))?,))?;
            }
            columns.set_item(field.name(), column)?;
        }
        Ok(columns)
    }

    /// The table as a stream of Arrow; a schema that is asked for is not, as the interface allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        let batches = RecordBatchIterator::new(batches, self.schema.clone());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), STREAM)
    }
}
