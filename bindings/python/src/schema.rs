//! JSON Schemas and the data dictionary.

use pyo3::prelude::*;
use shequ::{Lang, pages};

use crate::checker::kind;
use crate::error;

/// The JSON Schema of a record type, of the report or of the manifest of a package, as text.
#[pyfunction]
pub(crate) fn schema(py: Python<'_>, name: &str, base_uri: Option<&str>) -> PyResult<String> {
    let base = base_uri.unwrap_or(shequ::BASE_URI);
    let schema = match name {
        "report" => shequ::report_schema(base),
        "package" => shequ::package_schema(base),
        _ => shequ::schema(kind(py, name)?, base),
    };
    Ok(schema.to_string())
}

/// The dictionary of a record type, or of all, as JSON text.
#[pyfunction]
pub(crate) fn dictionary(py: Python<'_>, name: Option<&str>) -> PyResult<String> {
    let kind = name.map(|name| kind(py, name)).transpose()?.map(shequ::Kind::name);
    pages::dictionary(kind, None, pages::Form::Json, Lang::Zh).map_err(|error| error::of(py, &error))
}
