//! Records and parts in memory: values become canonical JSON where nothing is wrong with them, and
//! canonical JSON becomes values.

use std::collections::HashMap;
use std::sync::LazyLock;

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde_json::Value;
use serde_json::value::RawValue;
use shequ::model::{FieldMeta, Shape, ValueKind};
use shequ::{Checker, Finding, Options};

use crate::checker::day;
use crate::declarations::Object;
use crate::{error, finding, guard, json, report};

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Options::new().threads(1)));

/// The canonical JSON of a record or part with these values, a mapping.
#[pyfunction]
#[pyo3(signature = (name, values, as_of=None, lang="zh"))]
pub(crate) fn from_values(
    py: Python<'_>,
    name: &str,
    values: &Bound<'_, PyAny>,
    as_of: Option<&str>,
    lang: &str,
) -> PyResult<String> {
    let mut text = Vec::new();
    json::write_record(values, None, &mut text)?;
    from_json(py, name, &text, as_of, lang)
}

/// The canonical JSON of a record or part that a text holds.
#[pyfunction]
#[pyo3(signature = (name, text, as_of=None, lang="zh"))]
pub(crate) fn from_json(
    py: Python<'_>,
    name: &str,
    text: &[u8],
    as_of: Option<&str>,
    lang: &str,
) -> PyResult<String> {
    let lang = report::lang(py, lang)?;
    let as_of = as_of.map(|text| day(py, text)).transpose()?;
    let checker = CHECKER.at(as_of);
    let object = Object::find(py, name)?;
    let declaration = object.declaration();
    let outcome = guard::run(py, || {
        Ok(match object {
            Object::Record(kind) => checker.canonical(kind, text),
            Object::Part(part) => checker.canonical_part(part, text).unwrap_or_else(|| Err(Vec::new())),
        })
    })?;
    outcome.map_err(|findings| {
        let shown = |found: &Finding| finding::Finding::alone(found, declaration, lang);
        error::invalid(py, findings.iter().map(shown).collect())
    })
}

/// The values of the fields in their order. Decimals, parts and extensions come as their text.
#[pyfunction]
pub(crate) fn values<'py>(py: Python<'py>, name: &str, text: &str) -> PyResult<Bound<'py, PyTuple>> {
    let fields = Object::find(py, name)?.declaration().fields;
    let members: HashMap<&str, &RawValue> = serde_json::from_str(text).map_err(|_| damaged(py))?;
    let values = fields.iter().map(|field| value(py, field, members.get(field.name).copied()));
    PyTuple::new(py, values.collect::<PyResult<Vec<_>>>()?)
}

fn value<'py>(py: Python<'py>, field: &FieldMeta, text: Option<&RawValue>) -> PyResult<Bound<'py, PyAny>> {
    let is_list = matches!(field.shape, Shape::List { .. });
    match text {
        None if is_list => Ok(PyTuple::empty(py).into_any()),
        None => Ok(py.None().into_bound(py)),
        Some(text) if is_list => {
            let items: Vec<&RawValue> = serde_json::from_str(text.get()).map_err(|_| damaged(py))?;
            let items = items.into_iter().map(|item| one(py, field.value, item.get()));
            Ok(PyTuple::new(py, items.collect::<PyResult<Vec<_>>>()?)?.into_any())
        }
        Some(text) => one(py, field.value, text.get()),
    }
}

fn one<'py>(py: Python<'py>, kind: ValueKind, text: &str) -> PyResult<Bound<'py, PyAny>> {
    if matches!(kind, ValueKind::Decimal | ValueKind::Part | ValueKind::Extensions) {
        return text.into_bound_py_any(py);
    }
    match serde_json::from_str(text).map_err(|_| damaged(py))? {
        Value::String(text) => text.into_bound_py_any(py),
        Value::Bool(truth) => truth.into_bound_py_any(py),
        Value::Number(number) if matches!(kind, ValueKind::Number) => number.as_f64().into_bound_py_any(py),
        Value::Number(number) => match number.as_i64() {
            Some(number) => number.into_bound_py_any(py),
            None => number.as_f64().into_bound_py_any(py),
        },
        _ => Err(damaged(py)),
    }
}

/// What a pickle that was changed by hand holds.
fn damaged(py: Python<'_>) -> PyErr {
    error::usage(py, "记录的数据已损坏，请重新生成", "the record's data are damaged: make it anew")
}
