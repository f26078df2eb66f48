//! The command line, which the wheel carries.

use std::ffi::OsString;

use pyo3::prelude::*;

/// Runs the command line; the first argument is the name of the program.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, arguments: Vec<OsString>) -> PyResult<u8> {
    crate::guard::detached(py, || shequ_cli::run(arguments))
}
