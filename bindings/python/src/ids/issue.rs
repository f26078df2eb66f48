//! What is wrong with an identifier, or worth a look.

use pyo3::prelude::*;
use pyo3::types::PyType;
use shequ::ids;

use super::kind::{Kind, kind, text_of};
use crate::checker::day;

/// One thing that is wrong with an identifier, or worth a look; it holds no part of the number.
#[pyclass(frozen, eq, hash, module = "shequ.ids")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Issue {
    /// What it is called, like `check_character`.
    #[pyo3(get)]
    name: String,
    /// A short label in Chinese.
    #[pyo3(get)]
    zh: String,
    /// A short label in English.
    #[pyo3(get)]
    en: String,
    /// Whether the number is refused; otherwise it is a warning.
    #[pyo3(get)]
    rejects: bool,
    /// The id of the rule that reports it in records.
    #[pyo3(get)]
    rule: Option<String>,
}

impl Issue {
    fn of(kind: &Kind, issue: ids::Issue) -> Self {
        Self {
            name: name(issue).to_owned(),
            zh: issue.words().zh.to_owned(),
            en: issue.words().en.to_owned(),
            rejects: issue.is_rejection(),
            rule: (kind.rule)(issue).map(|rule| rule.id.to_owned()),
        }
    }
}

#[pymethods]
impl Issue {
    #[new]
    fn new(name: String, zh: String, en: String, rejects: bool, rule: Option<String>) -> Self {
        Self { name, zh, en, rejects, rule }
    }

    fn __repr__(&self) -> String {
        let rule = self.rule.as_deref().map_or(String::new(), |rule| format!(" {rule}"));
        format!("Issue({}{rule}: {})", self.name, self.zh)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, Parts) {
        let Self { name, zh, en, rejects, rule } = slf.get().clone();
        (slf.get_type(), (name, zh, en, rejects, rule))
    }
}

type Parts = (String, String, String, bool, Option<String>);

/// What an issue is called: the words of its variant, apart by `_`.
pub(super) fn name(issue: ids::Issue) -> &'static str {
    NAMES.get(issue as usize).copied().unwrap_or("other")
}

/// In the order of [`ids::Issue::ALL`].
const NAMES: [&str; ids::Issue::ALL.len()] = [
    "spreadsheet_damage",
    "other_kind",
    "lower_case_x",
    "lower_case_form",
    "form",
    "full_width",
    "check_character",
    "birth_date",
    "province",
    "level",
    "unknown_prefix",
    "first_generation",
    "unknown_authority",
    "inner_code",
    "unknown_division",
];

/// Everything that is wrong with a text, or worth a look.
#[pyfunction]
pub(crate) fn inspect_id(
    py: Python<'_>,
    kind_name: &str,
    text: &Bound<'_, PyAny>,
    as_of: Option<&str>,
) -> PyResult<Vec<Issue>> {
    let kind = kind(py, kind_name)?;
    let as_of = as_of.map(|as_of| day(py, as_of)).transpose()?;
    let issues = (kind.inspect)(&text_of(text)?, as_of);
    Ok(issues.iter().map(|issue| Issue::of(kind, issue)).collect())
}
