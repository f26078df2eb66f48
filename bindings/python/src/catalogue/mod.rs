//! The rule catalogue: rules as objects and as a table, and each explained.

mod basis;
mod rule;
mod table;

use pyo3::prelude::*;
use shequ::pages;

use crate::report::lang;
use crate::table::Table;
use crate::{error, guard};

pub(crate) use basis::Basis;
pub(crate) use rule::Rule;

/// All rules, by family as in the standard.
#[pyfunction]
pub(crate) fn rules(py: Python<'_>, lang_name: &str) -> PyResult<Vec<Rule>> {
    let lang = lang(py, lang_name)?;
    Ok(shequ::rules::all().map(|rule| Rule::new(rule, lang)).collect())
}

/// The rule of an id or a name.
#[pyfunction]
pub(crate) fn find_rule(py: Python<'_>, name: &str, lang_name: &str) -> PyResult<Rule> {
    Ok(Rule::new(known(py, name)?, lang(py, lang_name)?))
}

/// All rules as a table.
#[pyfunction]
pub(crate) fn rules_table(py: Python<'_>, lang_name: &str) -> PyResult<Table> {
    let table = table::of(shequ::rules::all(), lang(py, lang_name)?);
    table.map(Table::new).map_err(|error| pyo3::exceptions::PyRuntimeError::new_err(error.to_string()))
}

/// A rule explained, as `text`, `html` or `markdown`.
#[pyfunction]
pub(crate) fn explain(py: Python<'_>, name: &str, lang_name: &str, form: &str) -> PyResult<String> {
    let (rule, lang) = (known(py, name)?, lang(py, lang_name)?);
    guard::run(py, || Ok(explained(rule, lang, form)))
}

fn explained(rule: &'static shequ::Rule, lang: shequ::Lang, form: &str) -> String {
    match form {
        "html" => pages::explain_html(rule, lang),
        "markdown" => pages::explain_markdown(rule, lang),
        _ => pages::explain(rule, lang),
    }
}

fn known(py: Python<'_>, name: &str) -> PyResult<&'static shequ::Rule> {
    shequ::rules::known(name).map_err(|error| error::of(py, &error))
}
