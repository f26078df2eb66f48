//! Packages: packed and verified.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pyo3::prelude::*;
use shequ::package::{Terms, pack as packed};

use crate::checker::Checker;
use crate::report::Report;
use crate::ticker::Ticker;
use crate::{error, guard};

/// Packs a folder; the text of the manifest. `progress` is told how many bytes were read.
#[pyfunction]
#[pyo3(signature = (folder, out, terms, progress=None))]
pub(crate) fn pack(
    py: Python<'_>,
    folder: PathBuf,
    out: PathBuf,
    terms: BTreeMap<String, String>,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let asked = terms.iter().try_fold(Terms::default(), |terms, (name, text)| terms.with(name, text));
    let asked = asked.map_err(|error| error::of(py, &error))?;
    let mut ticker = Ticker::new(progress);
    let outcome = guard::detached(py, || packed(&folder, &out, &asked, &mut |done| ticker.tick(done)))?;
    let text = outcome.map_err(|error| error::of(py, &error)).map(|packed| packed.manifest.to_text());
    ticker.outcome(text)
}

/// Verifies a package; `progress` is told how many bytes were read.
#[pyfunction]
#[pyo3(signature = (checker, path, progress=None))]
pub(crate) fn verify(
    py: Python<'_>,
    checker: &Checker,
    path: PathBuf,
    progress: Option<Py<PyAny>>,
) -> PyResult<Report> {
    let mut ticker = Ticker::new(progress);
    let outcome = guard::detached(py, || checker.0.verify(&path, &mut |done| ticker.tick(done)))?;
    ticker.outcome(outcome.map_err(|error| error::of(py, &error)).map(Report::new))
}
