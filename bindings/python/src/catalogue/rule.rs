//! A rule as Python sees it, in one language.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use shequ::{Kind, Lang, Words};

use super::Basis;

/// A rule of the standard: what it says, why, and what it rests on.
#[pyclass(frozen, eq, hash, module = "shequ")]
#[derive(Clone)]
pub(crate) struct Rule {
    rule: &'static shequ::Rule,
    lang: Lang,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        (self.rule.id, self.lang) == (other.rule.id, other.lang)
    }
}

impl Eq for Rule {}

impl std::hash::Hash for Rule {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.rule.id, self.lang).hash(state);
    }
}

impl Rule {
    pub(super) fn new(rule: &'static shequ::Rule, lang: Lang) -> Self {
        Self { rule, lang }
    }

    fn say(&self, words: Words) -> &'static str {
        words.get(self.lang)
    }
}

#[pymethods]
impl Rule {
    /// Identifies it for ever: `IDN001`.
    #[getter]
    fn id(&self) -> &'static str {
        self.rule.id
    }

    /// A name to read: `resident-id-check-character`.
    #[getter]
    fn name(&self) -> &'static str {
        self.rule.name
    }

    /// How much a finding matters: error, warning or info.
    #[getter]
    fn severity(&self) -> &'static str {
        self.rule.severity.name()
    }

    /// The word for that.
    #[getter]
    fn severity_title(&self) -> &'static str {
        self.say(self.rule.severity.words())
    }

    /// What it looks at: record, dataset or package.
    #[getter]
    fn scope(&self) -> &'static str {
        self.rule.scope.name()
    }

    /// The record types that it looks at.
    #[getter]
    fn kinds<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, pyo3::types::PyTuple>> {
        pyo3::types::PyTuple::new(py, self.rule.kinds().into_iter().map(Kind::name))
    }

    /// The language of its texts.
    #[getter]
    fn lang(&self) -> &'static str {
        if self.lang == Lang::En { "en" } else { "zh" }
    }

    /// What it is called.
    #[getter]
    fn title(&self) -> &'static str {
        self.say(self.rule.title)
    }

    /// Why it matters.
    #[getter]
    fn why(&self) -> &'static str {
        self.say(self.rule.why)
    }

    /// What is wrong, with placeholders for parameters.
    #[getter]
    fn message(&self) -> &'static str {
        self.say(self.rule.message)
    }

    /// What to do about it.
    #[getter]
    fn advice(&self) -> &'static str {
        self.say(self.rule.advice)
    }

    /// A sentence that is said where all its placeholders have a value.
    #[getter]
    fn hint(&self) -> Option<&'static str> {
        self.rule.hint.map(|hint| self.say(hint))
    }

    /// What it rests on.
    #[getter]
    fn basis<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, pyo3::types::PyTuple>> {
        pyo3::types::PyTuple::new(py, self.rule.basis.iter().map(Basis::from))
    }

    /// The version of the standard that brought it.
    #[getter]
    fn since(&self) -> &'static str {
        self.rule.versions.since
    }

    /// The version of the standard from which on it is no longer to be relied on; None while it is.
    #[getter]
    fn deprecated(&self) -> Option<&'static str> {
        self.rule.versions.deprecated
    }

    /// The id of the rule that takes its place then.
    #[getter]
    fn replacement(&self) -> Option<&'static str> {
        self.rule.versions.replacement
    }

    /// First day in force and first day no longer in force.
    #[getter]
    fn in_force(&self) -> (Option<&'static str>, Option<&'static str>) {
        self.rule.in_force
    }

    /// What options may set, with the defaults.
    #[getter]
    fn parameters<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let parameters = PyDict::new(py);
        for (name, default) in self.rule.parameters {
            parameters.set_item(name, default)?;
        }
        Ok(parameters)
    }

    /// Who sees a breach: schema, partly or library.
    #[getter]
    fn enforced_by(&self) -> &'static str {
        self.rule.enforced_by.name()
    }

    /// Whether options may turn it off or change its severity.
    #[getter]
    fn adjustable(&self) -> bool {
        self.rule.is_adjustable()
    }

    /// The address of its page, relative to the folder of the schemas.
    #[getter]
    fn url(&self) -> String {
        self.rule.url()
    }

    fn __repr__(&self) -> String {
        format!("Rule({} {}: {})", self.rule.id, self.rule.severity.name(), self.title())
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, (&'static str, &'static str))> {
        Ok((py.import("shequ._native")?.getattr("find_rule")?, (self.rule.id, self.lang())))
    }
}
