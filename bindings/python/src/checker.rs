//! How records are checked: the options.

use std::fs::File;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use pyo3::prelude::*;
use shequ::{DivisionTable, Form, Kind, Options, Settings, Severity};

use crate::error;

/// Options that are read once; may be shared by threads.
#[pyclass(frozen, module = "shequ._native")]
pub(crate) struct Checker(pub(crate) shequ::Checker);

#[pymethods]
impl Checker {
    #[new]
    #[pyo3(signature = (as_of=None, limit=1000, threads=None, divisions=None, settings=None, form="auto"))]
    fn new(
        py: Python<'_>,
        as_of: Option<&str>,
        limit: usize,
        threads: Option<usize>,
        divisions: Option<PathBuf>,
        settings: Option<Changes>,
        form: &str,
    ) -> PyResult<Self> {
        let settings = settings.map_or_else(|| Ok(Settings::new()), |changes| changes.settings(py))?;
        let mut options = Options::new().limit(limit).settings(settings).form(self::form(py, form)?);
        if let Some(as_of) = as_of {
            options = options.as_of(day(py, as_of)?);
        }
        if let Some(threads) = threads {
            options = options.threads(threads.min(MAX_THREADS));
        }
        if let Some(path) = divisions {
            options = options.divisions(table(&path).map_err(|error| error::of(py, &error))?);
        }
        Ok(Self(shequ::Checker::new(options)))
    }

    /// The reference date.
    #[getter]
    fn as_of(&self) -> String {
        self.0.as_of().to_string()
    }
}

/// What options change about rules: the beginnings of ids that are selected, the rules that are ignored, severities by
/// rule, numbers by parameter.
#[derive(FromPyObject)]
struct Changes(Vec<String>, Vec<String>, Vec<(String, String)>, Vec<(String, Vec<f64>)>);

impl Changes {
    fn settings(&self, py: Python<'_>) -> PyResult<Settings> {
        let Self(selected, ignored, severities, parameters) = self;
        let mut settings = Ok(Settings::new());
        for prefix in selected {
            settings = settings.and_then(|settings| settings.select(prefix));
        }
        for rule in ignored {
            settings = settings.and_then(|settings| settings.ignore(rule));
        }
        for (rule, name) in severities {
            let severity = severity(py, name)?;
            settings = settings.and_then(|settings| settings.severity(rule, severity));
        }
        for (name, numbers) in parameters {
            settings = settings.and_then(|settings| settings.numbers_of(name, numbers));
        }
        settings.map_err(|error| error::of(py, &error))
    }
}

/// The severity of a name.
fn severity(py: Python<'_>, name: &str) -> PyResult<Severity> {
    Severity::parse(name).ok_or_else(|| {
        let names = Severity::ALL.map(Severity::name).join(", ");
        error::usage(
            py,
            &format!("severity 的级别应为 {names} 之一"),
            &format!("severity takes one of {names}"),
        )
    })
}

/// The form of a name.
fn form(py: Python<'_>, name: &str) -> PyResult<Form> {
    Form::parse(name).ok_or_else(|| {
        let forms = Form::ALL.map(Form::name).join(", ");
        error::usage(py, &format!("form 应为 {forms} 之一"), &format!("form must be one of {forms}"))
    })
}

/// The day of a reference date.
pub(crate) fn day(py: Python<'_>, as_of: &str) -> PyResult<Date> {
    as_of.parse().map_err(|_| {
        error::usage(py, "as_of 应为 2026-06-30 形式的日期", "as_of must be a date like 2026-06-30")
    })
}

/// More threads than this help nobody, and a machine may refuse to start them.
pub(crate) const MAX_THREADS: usize = 256;

fn table(path: &Path) -> Result<DivisionTable, shequ::Error> {
    let file = File::open(path).map_err(|_| shequ::Error::NotFound { path: path.to_owned() })?;
    DivisionTable::read(shequ::decompressed(file)?)
}

/// The record type of a name.
pub(crate) fn kind(py: Python<'_>, name: &str) -> PyResult<Kind> {
    Kind::parse(name).ok_or_else(|| {
        let kinds: Vec<&str> = Kind::all().map(Kind::name).collect();
        let kinds = kinds.join(", ");
        error::usage(
            py,
            &format!("没有名为“{name}”的记录类型；可用的类型：{kinds}"),
            &format!("no record type is called `{name}`; record types are {kinds}"),
        )
    })
}

/// The record type that the name of a file says.
#[pyfunction]
pub(crate) fn kind_of_file(name: &str) -> Option<&'static str> {
    Kind::of_file_name(name).map(Kind::name)
}

/// Whether a column of this name is a field of the record type, or a part of one.
#[pyfunction]
pub(crate) fn is_field(py: Python<'_>, kind_name: &str, column: &str) -> PyResult<bool> {
    let (field, _) = column.split_once('.').unwrap_or((column, ""));
    Ok(kind(py, kind_name)?.declaration().fields.iter().any(|known| known.name == field))
}
