//! The code tables, from which the package makes its enums.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use shequ::codes::{self, Row};

/// The names of all tables.
#[pyfunction]
pub(crate) fn code_tables() -> Vec<(String, &'static str)> {
    codes::ALL.iter().map(|table| (table.type_name(), table.name)).collect()
}

/// Titles, standard, edition, origin, the form of local codes, and the rows of a table.
#[pyfunction]
pub(crate) fn code_table(name: &str) -> PyResult<Table> {
    let table = find(name)?;
    let rows = table.rows.iter().map(row).collect();
    let (title, standard) = (table.title, table.standard);
    Ok((title.zh, title.en, standard, table.edition, table.origin.zh, table.origin.en, table.pattern, rows))
}

type Table = (
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    &'static str,
    &'static str,
    Option<&'static str>,
    Vec<TableRow>,
);

/// Code, name of the constant, labels in Chinese and English, aliases.
type TableRow = (&'static str, String, &'static str, &'static str, &'static [&'static str]);

fn row(row: &Row) -> TableRow {
    (row.code, row.constant(), row.label.zh, row.label.en, row.aliases)
}

fn find(name: &str) -> PyResult<&'static codes::Table> {
    codes::table(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))
}

/// Whether a record may hold the code.
#[pyfunction]
pub(crate) fn accepts_code(table: &str, code: &str) -> PyResult<bool> {
    Ok(find(table)?.accepts(code))
}

/// The code that was probably meant by a value that is none.
#[pyfunction]
pub(crate) fn suggest_code(table: &str, value: &str) -> PyResult<Option<&'static str>> {
    Ok(codes::suggest(find(table)?, value).map(|found| found.row.code))
}

/// The JSON Schema of a code, as text.
#[pyfunction]
pub(crate) fn code_schema(table: &str) -> PyResult<String> {
    Ok(shequ::code_schema(find(table)?).to_string())
}
