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
    let (mut zh, mut en) = (error.chinese(), error.to_string());
    if let Some(hint) = hint(error) {
        zh = format!("{zh}{}{}", if zh.ends_with('？') { "" } else { "；" }, hint.zh);
        en = format!("{en}{} {}", if en.ends_with('?') { "" } else { ";" }, hint.en);
    }
    raise(py, class, &zh, &en)
}

/// What to do about it in Python; the library's texts are facts.
const fn hint(error: &shequ::Error) -> Option<shequ::Words> {
    use shequ::{Error, Words};
    match error {
        Error::UnknownKind { .. } => Some(Words::new("可用参数 kind= 指明", "name it with kind=")),
        Error::NoSuchRule { .. } => Some(Words::new("sq.rules() 列出全部规则", "sq.rules() lists them")),
        Error::NoSuchParameter { .. } => {
            Some(Words::new("参数见 sq.explain(规则编号)", "sq.explain(RULE) shows them"))
        }
        _ => None,
    }
}

/// What reading a table says.
pub(crate) fn of_table(py: Python<'_>, error: &shequ_arrow::Error) -> PyErr {
    match error {
        shequ_arrow::Error::Check(error) => of(py, error),
        error => raise(py, "TableError", &error.chinese(), &error.to_string()),
    }
}
