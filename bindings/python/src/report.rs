//! A report as Python sees it; the class that users have wraps it.

use std::collections::BTreeMap;
use std::fmt::Write;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use shequ::{HtmlForm, Lang, Severity, Style};

use crate::finding::Finding;
use crate::table::Table;
use crate::{error, guard};

/// The outcome of a check.
#[pyclass(frozen, module = "shequ._native")]
pub(crate) struct Report {
    report: shequ::Report,
}

impl Report {
    pub(crate) fn new(report: shequ::Report) -> Self {
        Self { report }
    }
}

/// The language of a name.
pub(crate) fn lang(py: Python<'_>, name: &str) -> PyResult<Lang> {
    match name {
        "zh" => Ok(Lang::Zh),
        "en" => Ok(Lang::En),
        _ => Err(error::usage(py, "lang 应为 zh 或 en", "lang must be zh or en")),
    }
}

#[pymethods]
impl Report {
    #[getter]
    fn ok(&self) -> bool {
        self.report.is_ok()
    }

    #[getter]
    fn complete(&self) -> bool {
        !self.report.is_incomplete()
    }

    /// Of each input that could not be read to its end the name, and why in both languages.
    #[getter]
    fn obstacles(&self) -> Vec<(String, &'static str, &'static str)> {
        let why = |input: &shequ::Input| {
            let words = input.obstacle?.words();
            Some((input.name.clone(), words.zh, words.en))
        };
        self.report.inputs().iter().filter_map(why).collect()
    }

    #[getter]
    fn truncated(&self) -> bool {
        self.report.is_truncated()
    }

    #[getter]
    fn as_of(&self) -> String {
        self.report.as_of().to_string()
    }

    /// How many findings there are of each severity.
    #[getter]
    fn severities(&self) -> [(&'static str, u64); 3] {
        Severity::ALL.map(|severity| (severity.name(), self.report.count(severity)))
    }

    /// How many findings there are of each rule.
    #[getter]
    fn rules(&self) -> BTreeMap<&'static str, u64> {
        self.report.rules().clone()
    }

    /// Record type, records read and records with an error.
    #[getter]
    fn records(&self) -> Vec<(&'static str, u64, u64)> {
        let records = self.report.records();
        records.into_iter().map(|(kind, tally)| (kind.name(), tally.read, tally.bad)).collect()
    }

    /// Of each cause the rule, severity, record type, field, title, records and advice.
    fn causes(&self, py: Python<'_>, lang: &str) -> PyResult<Vec<Cause>> {
        let lang = self::lang(py, lang)?;
        let cause = |cause: &shequ::Cause| {
            let first = &cause.first;
            let (severity, kind) = (first.severity.name(), first.subject.name());
            (
                first.rule.id,
                severity,
                kind,
                cause.field.clone(),
                cause.title(lang),
                cause.records,
                first.advice(lang),
            )
        };
        Ok(self.report.causes().iter().map(cause).collect())
    }

    /// How many findings are kept.
    fn __len__(&self) -> usize {
        self.report.findings().len()
    }

    /// A finding that is kept.
    fn finding(&self, py: Python<'_>, index: usize, lang: &str) -> PyResult<Finding> {
        let lang = self::lang(py, lang)?;
        let finding = self.report.findings().get(index);
        let finding = finding.ok_or_else(|| pyo3::exceptions::PyIndexError::new_err("no such finding"))?;
        Ok(Finding::new(finding, &self.report, lang))
    }

    /// The findings that are kept as a table.
    fn table(&self, py: Python<'_>) -> PyResult<Table> {
        let table = guard::detached(py, || shequ_arrow::findings(&self.report))?;
        table.map(Table::new).map_err(|error| pyo3::exceptions::PyRuntimeError::new_err(error.to_string()))
    }

    /// Of the first input, a table of `rows` rows, a byte for each row: 1 where it has an error.
    fn bad_rows<'py>(&self, py: Python<'py>, rows: usize) -> PyResult<Bound<'py, PyBytes>> {
        PyBytes::new_with(py, rows, |mask| {
            for row in self.report.inputs().first().into_iter().flat_map(|input| input.bad_rows.iter()) {
                let Some(byte) = usize::try_from(row - 1).ok().and_then(|at| mask.get_mut(at)) else { break };
                *byte = 1;
            }
            Ok(())
        })
    }

    /// Whether the first input is a table.
    #[getter]
    fn is_table(&self) -> bool {
        self.report.inputs().first().is_some_and(shequ::Input::is_table)
    }

    /// Of a table, the rows that have findings, from 0, with what is wrong in each.
    fn messages(&self, py: Python<'_>, lang: &str) -> PyResult<Vec<(u64, String)>> {
        let lang = self::lang(py, lang)?;
        let mut messages: Vec<(u64, String)> = Vec::new();
        for finding in self.report.findings() {
            let Some(row) = self.report.row(finding.place).map(|row| row - 1) else { continue };
            if messages.last().is_none_or(|last| last.0 != row) {
                messages.push((row, String::new()));
            }
            if let Some((_, text)) = messages.last_mut() {
                if !text.is_empty() {
                    text.push('\n');
                }
                let field = finding.subject.field(&finding.pointer);
                let field = field.map_or(finding.pointer.as_str(), |field| field.title.get(lang));
                let colon = if lang == Lang::Zh { "：" } else { ": " };
                let _ = write!(text, "{} {field}{colon}{}", finding.rule.id, finding.message(lang));
            }
        }
        Ok(messages)
    }

    /// The report in its published form.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        guard::detached(py, || serde_json::to_string(&self.report.to_json()))?
            .map_err(|error| pyo3::exceptions::PyRuntimeError::new_err(error.to_string()))
    }

    /// The report as HTML: a whole page, or a part of one for a notebook.
    fn to_html(&self, py: Python<'_>, lang: &str, page: bool) -> PyResult<String> {
        let (lang, form) = (self::lang(py, lang)?, if page { HtmlForm::Page } else { HtmlForm::Fragment });
        guard::detached(py, || self.report.to_html(lang, form))
    }

    /// A report of the published form.
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        let report = guard::detached(py, || shequ::Report::from_json(text))?;
        report.map(Self::new).map_err(|error| error::of(py, &error))
    }

    /// The report as text.
    fn to_text(&self, py: Python<'_>, lang: &str, colour: bool, places: usize) -> PyResult<String> {
        let explain = Some("sq.explain(\"{rule}\")");
        let style = Style { lang: self::lang(py, lang)?, colour, places, explain, ..Style::default() };
        guard::detached(py, || self.report.to_text(style))
    }
}

/// The rule, severity, record type, field, title, records and advice.
type Cause = (&'static str, &'static str, &'static str, String, String, u64, String);
