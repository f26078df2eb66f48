//! Errors of the library as exceptions of the package.

use pyo3::prelude::*;

use crate::finding::Finding;

/// An exception of `shequ._errors` with its text in both languages.
pub(crate) fn raise(py: Python<'_>, class: &str, zh: &str, en: &str) -> PyErr {
    let made = py.import("shequ._errors").and_then(|module| module.getattr(class)?.call1((zh, en)));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// Wrong use: an argument that cannot be what it is.
pub(crate) fn usage(py: Python<'_>, zh: &str, en: &str) -> PyErr {
    raise(py, "UsageError", zh, en)
}

/// The reference date of a text.
pub(crate) fn day(py: Python<'_>, text: &str) -> PyResult<jiff::civil::Date> {
    let wrong = "as_of 应为 2026-06-30 形式的日期";
    text.parse().map_err(|_| usage(py, wrong, "as_of must be a date like 2026-06-30"))
}

/// The exception that carries findings.
pub(crate) fn invalid(py: Python<'_>, findings: Vec<Finding>) -> PyErr {
    let class = py.import("shequ._errors").and_then(|module| module.getattr("ValidationError"));
    let made = class.and_then(|class| class.call1((findings,)));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// What the library says.
pub(crate) fn of(py: Python<'_>, error: &shequ::Error) -> PyErr {
    let class = match error {
        shequ::Error::Io(_) | shequ::Error::NotFound { .. } => "ReadError",
        _ => "UsageError",
    };
    // what the command line calls --kind is an argument here
    let plain = |text: String| text.replace("--kind", "kind=").replace("--force", "force=True");
    raise(py, class, &plain(error.chinese()), &plain(error.to_string()))
}

/// What reading a table says.
pub(crate) fn of_table(py: Python<'_>, error: &shequ_arrow::Error) -> PyErr {
    match error {
        shequ_arrow::Error::Check(error) => of(py, error),
        error => raise(py, "TableError", &error.chinese(), &error.to_string()),
    }
}
