//! JSON Schemas.

use pyo3::prelude::*;

use crate::checker::kind;

/// The JSON Schema of a record type or of the report, as text.
#[pyfunction]
pub(crate) fn schema(py: Python<'_>, name: &str, base_uri: Option<&str>) -> PyResult<String> {
    let base = base_uri.unwrap_or(shequ::BASE_URI);
    let schema =
        if name == "report" { shequ::report_schema(base) } else { shequ::schema(kind(py, name)?, base) };
    Ok(schema.to_string())
}
