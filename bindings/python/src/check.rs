//! Checking what Python has: files, bytes, rows and tables. The interpreter is free meanwhile.

use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use shequ::{Origin, Source};

use crate::checker::{Checker, kind};
use crate::report::Report;
use crate::rows::Batches;
use crate::table;
use crate::ticker::Ticker;
use crate::{error, guard};

/// Checks files and folders; `progress` is told how many bytes were read.
#[pyfunction]
#[pyo3(signature = (checker, paths, kind_name=None, progress=None))]
pub(crate) fn check_paths(
    py: Python<'_>,
    checker: &Checker,
    paths: Vec<PathBuf>,
    kind_name: Option<&str>,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let kind = kind_name.map(|name| kind(py, name)).transpose()?;
    let sources = shequ::sources(&paths, kind).map_err(|error| error::of(py, &error))?;
    let mut ticker = Ticker::new(progress);
    let outcome = guard::detached(py, || checker.0.check_sources(&sources, &mut |done| ticker.tick(done)))?;
    ticker.outcome(outcome.map_err(|error| error::of(py, &error)).map(Report::new))
}

/// How many bytes the files have that would be read, for a progress bar.
#[pyfunction]
pub(crate) fn size_of(paths: Vec<PathBuf>) -> u64 {
    let size = |source: &Source| match &source.origin {
        Origin::File(path) | Origin::Package(path) => path.metadata().map_or(0, |file| file.len()),
        _ => 0,
    };
    shequ::sources(&paths, None).map_or(0, |sources| sources.inputs.iter().map(size).sum())
}

/// Checks JSON, a JSON array or NDJSON in memory, plain or compressed.
#[pyfunction]
#[pyo3(signature = (checker, data, kind_name, name, progress=None))]
pub(crate) fn check_bytes(
    py: Python<'_>,
    checker: &Checker,
    data: &[u8],
    kind_name: &str,
    name: &str,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let kind = kind(py, kind_name)?;
    let mut ticker = Ticker::new(progress);
    let outcome =
        guard::detached(py, || checker.0.check_stream(kind, name, data, &mut |done| ticker.tick(done)))?;
    ticker.outcome(outcome.map_err(|error| error::of(py, &error)).map(Report::new))
}

/// Checks an iterator of records, each a mapping; `progress` is told how many were checked.
#[pyfunction]
#[pyo3(signature = (checker, rows, kind_name, name, progress=None))]
pub(crate) fn check_rows(
    py: Python<'_>,
    checker: &Checker,
    rows: &Bound<'_, PyAny>,
    kind_name: &str,
    name: &str,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let kind = kind(py, kind_name)?;
    let mut batches = Batches::new(rows.try_iter()?.unbind());
    let mut ticker = Ticker::new(progress);
    let outcome = guard::detached(py, || {
        checker.0.check_rows(kind, name, &mut batches, &mut |done| ticker.tick(done))
    })?;
    let outcome = ticker.outcome(outcome.map_err(|error| error::of(py, &error)).map(Report::new));
    batches.raised().map_or(outcome, Err)
}

/// Checks a table that comes by the Arrow `PyCapsule` interface.
#[pyfunction]
#[pyo3(signature = (checker, stream, kind_name, name, progress=None))]
pub(crate) fn check_table(
    py: Python<'_>,
    checker: &Checker,
    stream: &Bound<'_, PyCapsule>,
    kind_name: &str,
    name: &str,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let kind = kind(py, kind_name)?;
    let table = table::read(stream)?;
    let mut ticker = Ticker::new(progress);
    let outcome = guard::detached(py, || {
        shequ_arrow::check(&checker.0, kind, name, table, &mut |done| ticker.tick(done))
    })?;
    ticker.outcome(outcome.map_err(|error| error::of_table(py, &error)).map(Report::new))
}
