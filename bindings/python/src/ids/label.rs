//! A code with its labels.

use pyo3::prelude::*;
use pyo3::types::PyType;
use shequ::Words;

/// A code with its label in Chinese and in English, like 1 男 male.
#[pyclass(frozen, eq, hash, module = "shequ.ids")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Label {
    /// The code.
    #[pyo3(get)]
    code: String,
    /// The Chinese label.
    #[pyo3(get)]
    zh: String,
    /// The English label.
    #[pyo3(get)]
    en: String,
}

impl Label {
    pub(super) fn of(code: impl Into<String>, words: Words) -> Self {
        Self { code: code.into(), zh: words.zh.to_owned(), en: words.en.to_owned() }
    }
}

#[pymethods]
impl Label {
    #[new]
    fn new(code: String, zh: String, en: String) -> Self {
        Self { code, zh, en }
    }

    fn __str__(&self) -> &str {
        &self.zh
    }

    fn __repr__(&self) -> String {
        format!("Label({} {} {})", self.code, self.zh, self.en)
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (String, String, String)) {
        let Self { code, zh, en } = slf.get().clone();
        (slf.get_type(), (code, zh, en))
    }
}
