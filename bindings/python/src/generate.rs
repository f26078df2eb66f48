//! A synthetic province, in memory or as files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList};
use shequ::Kind;
use shequ_generate::{Dataset, Error, Province, Summary};

use crate::checker::{MAX_THREADS, day, kind};
use crate::ticker::Ticker;
use crate::{error, guard};

/// What to make: communities, volunteers of each, seed, day, share of defects, threads.
type Plan<'a> = (u32, u32, u64, &'a str, Option<f64>, Option<usize>);

fn province(py: Python<'_>, plan: Plan<'_>) -> PyResult<Province> {
    let (communities, volunteers, seed, as_of, defects, threads) = plan;
    let machine = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let province = Province::new(seed, day(py, as_of)?)
        .communities(communities)
        .volunteers_per_community(volunteers)
        .threads(threads.unwrap_or_else(machine).min(MAX_THREADS));
    Ok(match defects {
        Some(share) => province.defects(share),
        None => province,
    })
}

/// Volunteers that were made.
fn done(summary: &Summary) -> u64 {
    summary.records.get(&Kind::Volunteer).copied().unwrap_or_default()
}

/// A dataset in memory.
#[pyclass(frozen, module = "shequ._native")]
pub(crate) struct Generated(Dataset);

#[pymethods]
impl Generated {
    /// The records of a type as NDJSON.
    fn text<'py>(&self, py: Python<'py>, kind_name: &str) -> PyResult<Bound<'py, PyBytes>> {
        Ok(PyBytes::new(py, self.0.text(kind(py, kind_name)?)))
    }

    /// What a checker must find.
    fn ledger<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let entries = self.0.ledger().iter().map(|entry| {
            let row = PyDict::new(py);
            row.set_item("rule", entry.rule)?;
            row.set_item("kind", entry.kind)?;
            row.set_item("id", entry.id.as_deref())?;
            row.set_item("pointer", &entry.pointer)?;
            Ok(row)
        });
        PyList::new(py, entries.collect::<PyResult<Vec<_>>>()?)
    }
}

/// Why data could not be made, with what to do about it here.
fn raised(py: Python<'_>, fault: &Error) -> PyErr {
    let (class, zh, en) = match fault {
        Error::Write { .. } => ("ReadError", "", ""),
        Error::FolderNotEmpty { .. } => (
            "UsageError",
            "；请换一个文件夹，确要覆盖请用 force=True",
            "; name another, or use force=True to write over it",
        ),
        _ => ("UsageError", "", ""),
    };
    error::raise(py, class, &(fault.chinese() + zh), &(fault.to_string() + en))
}

/// Makes a dataset in memory; `progress` is told how many volunteers were made.
#[pyfunction]
pub(crate) fn generate(py: Python<'_>, plan: Plan<'_>, progress: Option<Py<PyAny>>) -> PyResult<Generated> {
    let province = province(py, plan)?;
    let mut ticker = Ticker::new(progress);
    let outcome = guard::detached(py, || province.dataset_while(&mut |summary| ticker.tick(done(summary))))?;
    ticker.outcome(outcome.map(Generated).map_err(|fault| raised(py, &fault)))
}

/// Records of each type, bytes, findings that a checker must report.
type Written = (BTreeMap<&'static str, u64>, u64, u64);

/// Makes a dataset as files of a folder; `progress` is told how many volunteers were written.
#[pyfunction]
pub(crate) fn generate_into(
    py: Python<'_>,
    plan: Plan<'_>,
    folder: PathBuf,
    overwrite: bool,
    progress: Option<Py<PyAny>>,
) -> PyResult<Written> {
    let province = province(py, plan)?;
    let mut ticker = Ticker::new(progress);
    let outcome = guard::detached(py, || {
        province.write(&folder, overwrite, &mut |summary| ticker.tick(done(summary)))
    })?;
    let written = |summary: Summary| {
        let records = summary.records.iter().map(|(kind, records)| (kind.name(), *records));
        (records.collect(), summary.bytes, summary.findings)
    };
    ticker.outcome(outcome.map(written).map_err(|fault| raised(py, &fault)))
}

/// The names of the record types, in the order of the standard.
#[pyfunction]
pub(crate) fn kinds() -> Vec<&'static str> {
    Kind::all().map(Kind::name).collect()
}

/// The name of a record type, however it is called.
#[pyfunction]
pub(crate) fn kind_of(py: Python<'_>, name: &str) -> PyResult<&'static str> {
    kind(py, name).map(Kind::name)
}
