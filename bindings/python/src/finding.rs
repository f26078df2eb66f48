//! A finding as Python sees it: plain attributes, equal, hashable, pickled.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use shequ::model::{FieldMeta, ObjectMeta};
use shequ::{Lang, Report};

/// A breach of a rule; it holds no value of the record.
#[pyclass(frozen, eq, hash, module = "shequ")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Finding {
    #[pyo3(get)]
    rule: String,
    #[pyo3(get)]
    name: String,
    #[pyo3(get)]
    severity: String,
    #[pyo3(get)]
    kind: String,
    #[pyo3(get)]
    id: Option<String>,
    #[pyo3(get)]
    pointer: String,
    #[pyo3(get)]
    field: Option<String>,
    #[pyo3(get)]
    file: String,
    #[pyo3(get)]
    line: Option<u64>,
    #[pyo3(get)]
    row: Option<u64>,
    #[pyo3(get)]
    count: Option<u64>,
    #[pyo3(get)]
    message: String,
    #[pyo3(get)]
    message_zh: String,
    #[pyo3(get)]
    message_en: String,
    #[pyo3(get)]
    advice: String,
    #[pyo3(get)]
    url: String,
    params: String,
}

impl Finding {
    /// A finding of a report.
    pub(crate) fn new(finding: &shequ::Finding, report: &Report, lang: Lang) -> Self {
        let place = finding.place;
        let file = report.inputs()[place.file].name.clone();
        let found =
            Self::plain(finding, finding.subject.name(), finding.subject.field(&finding.pointer), lang);
        Self { file, line: report.line(place), row: report.row(place), ..found }
    }

    /// A finding about a record or a part that no file holds.
    pub(crate) fn alone(finding: &shequ::Finding, declaration: &'static ObjectMeta, lang: Lang) -> Self {
        Self::plain(finding, declaration.name, declaration.field(&finding.pointer), lang)
    }

    fn plain(finding: &shequ::Finding, kind: &str, field: Option<&FieldMeta>, lang: Lang) -> Self {
        Self {
            rule: finding.rule.id.to_owned(),
            name: finding.rule.name.to_owned(),
            severity: finding.severity.name().to_owned(),
            kind: kind.to_owned(),
            id: finding.id.clone(),
            pointer: finding.pointer.clone(),
            field: field.map(|field| field.title.get(lang).to_owned()),
            file: String::new(),
            line: None,
            row: None,
            count: finding.count,
            message: finding.message(lang),
            message_zh: finding.message(Lang::Zh),
            message_en: finding.message(Lang::En),
            advice: finding.advice(lang),
            url: finding.rule.url(),
            params: params(finding, lang),
        }
    }
}

fn params(finding: &shequ::Finding, lang: Lang) -> String {
    let params = finding.params.iter().map(|(name, param)| {
        let value = match param {
            shequ::Param::Number(number) => (*number).into(),
            param => param.render(lang).into_owned().into(),
        };
        ((*name).to_owned(), value)
    });
    serde_json::Value::Object(params.collect()).to_string()
}

#[pymethods]
impl Finding {
    #[new]
    #[allow(clippy::too_many_arguments)] // for pickle alone
    fn restored(
        rule: String,
        name: String,
        severity: String,
        kind: String,
        id: Option<String>,
        pointer: String,
        field: Option<String>,
        file: String,
        line: Option<u64>,
        row: Option<u64>,
        count: Option<u64>,
        texts: (String, String, String, String, String, String),
    ) -> Self {
        let (message, message_zh, message_en, advice, url, params) = texts;
        Self {
            rule,
            name,
            severity,
            kind,
            id,
            pointer,
            field,
            file,
            line,
            row,
            count,
            message,
            message_zh,
            message_en,
            advice,
            url,
            params,
        }
    }

    /// Limits, forms and codes that the message names.
    #[getter]
    fn params<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (&self.params,))
    }

    /// The place in the record as pydantic writes it: `("trainings", 0, "hours")`.
    #[getter]
    fn loc<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let steps = self.pointer.split('/').skip(1).map(|step| {
            let step = step.replace("~1", "/").replace("~0", "~");
            Ok(match step.parse::<u64>() {
                Ok(index) => index.into_pyobject(py)?.into_any(),
                Err(_) => step.into_pyobject(py)?.into_any(),
            })
        });
        PyTuple::new(py, steps.collect::<PyResult<Vec<_>>>()?)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        let (py, this) = (slf.py(), slf.get());
        let Self { rule, name, severity, kind, id, pointer, field, file, line, row, count, .. } = this;
        let messages = (&this.message, &this.message_zh, &this.message_en);
        let texts = (messages.0, messages.1, messages.2, &this.advice, &this.url, &this.params);
        let arguments = (rule, name, severity, kind, id, pointer, field, file, line, row, count, texts);
        PyTuple::new(py, [slf.get_type().into_any(), arguments.into_pyobject(py)?.into_any()])
    }

    fn __repr__(&self) -> String {
        let place = match (self.line, self.row) {
            (_, Some(row)) => format!("row={row}"),
            (Some(line), _) => format!("line={line}"),
            _ => String::new(),
        };
        format!("Finding({} {} {:?} {place}: {})", self.rule, self.severity, self.pointer, self.message)
    }
}
