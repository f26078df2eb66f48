//! What a rule rests on.

use pyo3::prelude::*;
use pyo3::types::PyType;

/// A document that a rule rests on, and the clause of it.
#[pyclass(frozen, eq, hash, module = "shequ")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Basis {
    /// Name with number and edition.
    #[pyo3(get)]
    document: String,
    /// Clause or article; None where it is not known.
    #[pyo3(get)]
    clause: Option<String>,
    /// A phrase of the clause.
    #[pyo3(get)]
    quote: Option<String>,
    /// First day in force, `2021-11-01`.
    #[pyo3(get)]
    start: Option<String>,
    /// First day no longer in force.
    #[pyo3(get)]
    end: Option<String>,
}

impl From<&shequ::Basis> for Basis {
    fn from(basis: &shequ::Basis) -> Self {
        Self {
            document: basis.document.name().to_owned(),
            clause: basis.clause.map(str::to_owned),
            quote: basis.quote.map(str::to_owned),
            start: basis.from.map(str::to_owned),
            end: basis.to.map(str::to_owned),
        }
    }
}

#[pymethods]
impl Basis {
    #[new]
    fn new(
        document: String,
        clause: Option<String>,
        quote: Option<String>,
        start: Option<String>,
        end: Option<String>,
    ) -> Self {
        Self { document, clause, quote, start, end }
    }

    fn __str__(&self) -> String {
        let clause = self.clause.as_deref().map_or(String::new(), |clause| format!(" {clause}"));
        format!("{}{clause}", self.document)
    }

    fn __repr__(&self) -> String {
        format!("Basis({})", self.__str__())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, Parts) {
        let Self { document, clause, quote, start, end } = slf.get().clone();
        (slf.get_type(), (document, clause, quote, start, end))
    }
}

type Parts = (String, Option<String>, Option<String>, Option<String>, Option<String>);
