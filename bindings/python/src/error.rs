//! Errors of the library as exceptions of the package.

use pyo3::call::PyCallArgs;
use pyo3::prelude::*;
use shequ::ErrorCode;

use crate::finding::Finding;

/// An exception of `shequ._errors` with its text in both languages.
pub(crate) fn raise(py: Python<'_>, class: &str, zh: &str, en: &str) -> PyErr {
    raise_with(py, class, (zh, en))
}

/// An exception of `shequ._errors` that is made of more than its text.
pub(crate) fn raise_with<'py>(py: Python<'py>, class: &str, arguments: impl PyCallArgs<'py>) -> PyErr {
    let made = py.import("shequ._errors").and_then(|module| module.getattr(class)?.call1(arguments));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// Wrong use: an argument that cannot be what it is.
pub(crate) fn usage(py: Python<'_>, zh: &str, en: &str) -> PyErr {
    raise(py, "UsageError", zh, en)
}

/// The exception that carries findings.
pub(crate) fn invalid(py: Python<'_>, findings: Vec<Finding>) -> PyErr {
    let class = py.import("shequ._errors").and_then(|module| module.getattr("ValidationError"));
    let made = class.and_then(|class| class.call1((findings,)));
    made.map_or_else(|error| error, PyErr::from_value)
}

/// What the library says.
pub(crate) fn of(py: Python<'_>, error: &shequ::Error) -> PyErr {
    let class = match error.code() {
        ErrorCode::Io | ErrorCode::NotFound => "ReadError",
        ErrorCode::NoSuchName
        | ErrorCode::InvalidOption
        | ErrorCode::UnknownKind
        | ErrorCode::InvalidArgument
        | ErrorCode::Stopped
        | ErrorCode::Stored => "UsageError",
    };
    // what the command line calls --kind is an argument here
    let plain = |text: String| {
        text.replace("--kind", "kind=")
            .replace("--force", "force=True")
            .replace("shequ rules", "sq.rules()")
            .replace("shequ explain RULE", "sq.explain(RULE)")
            .replace("shequ explain 规则编号", "sq.explain(规则编号)")
    };
    raise(py, class, &plain(error.chinese()), &plain(error.to_string()))
}

/// What reading a table says.
pub(crate) fn of_table(py: Python<'_>, error: &shequ_arrow::Error) -> PyErr {
    match error {
        shequ_arrow::Error::Check(error) => of(py, error),
        error => raise(py, "TableError", &error.chinese(), &error.to_string()),
    }
}
