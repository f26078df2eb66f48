//! Tables by the Arrow `PyCapsule` interface: a stream in, a stream out.

use std::ffi::CStr;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use arrow_array::types::UInt64Type;
use arrow_array::{RecordBatch, RecordBatchIterator};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods, PyDict};

use crate::error;

const STREAM: &CStr = c"arrow_array_stream";

/// Takes the stream of a capsule over.
pub(crate) fn read(capsule: &Bound<'_, PyCapsule>) -> PyResult<RecordBatchStreamReader> {
    let stream = capsule.pointer_checked(Some(STREAM))?;
    // SAFETY: a capsule of this name holds such a stream by the interface's word; it is left released,
    // so that the capsule does not release it again
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(stream.cast().as_ptr()) };
    RecordBatchStreamReader::try_new(stream)
        .map_err(|error| error::of_table(capsule.py(), &shequ_arrow::Error::from(error)))
}

/// A table that others take by the same interface.
#[pyclass(frozen, module = "shequ._native")]
pub(crate) struct Table(RecordBatch);

impl Table {
    pub(crate) fn new(batch: RecordBatch) -> Self {
        Self(batch)
    }
}

#[pymethods]
impl Table {
    /// How many rows there are.
    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    /// The columns by name, as lists.
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let columns = PyDict::new(py);
        for (field, column) in self.0.schema_ref().fields().iter().zip(self.0.columns()) {
            match column.as_string_opt::<i32>() {
                Some(texts) => columns.set_item(field.name(), texts.iter().collect::<Vec<_>>())?,
                None => columns
                    .set_item(field.name(), column.as_primitive::<UInt64Type>().iter().collect::<Vec<_>>())?,
            }
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
        let batches = RecordBatchIterator::new([Ok(self.0.clone())], self.0.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(batches)), STREAM)
    }
}
