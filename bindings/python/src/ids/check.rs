//! A column of identifiers checked: a table of what is wrong with each and what it says.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::ArrowError;
use jiff::civil::Date;
use pyo3::prelude::*;
use shequ::ids::Issues;
use shequ_arrow::Texts;

use super::builders::Parts;
use super::column;
use super::issue;
use super::kind::{Kind, kind};
use crate::checker::day;
use crate::table::Table;
use crate::ticker::Ticker;
use crate::{error, guard};

/// How many rows are checked before Ctrl-C is looked for.
const PIECE: usize = 1 << 16;
/// How many rows a piece of the table has at least before the next begins: few enough that no text column
/// outgrows 32 bits.
const BATCH: usize = 1 << 20;

/// Rows of each status, and of each issue.
type Counts = BTreeMap<&'static str, u64>;

/// Checks a column: the table, rows of each status, rows of each issue.
#[pyfunction]
pub(crate) fn check_ids(
    py: Python<'_>,
    kind_name: &str,
    column: &Bound<'_, PyAny>,
    as_of: Option<&str>,
) -> PyResult<(Table, Counts, Counts)> {
    let kind = kind(py, kind_name)?;
    let as_of = as_of.map(|as_of| day(py, as_of)).transpose()?;
    let arrays = guard::run(py, || column::read(column))?;
    let mut ticker = Ticker::new(None);
    let outcome = guard::detached(py, || checked(kind, as_of, &arrays, &mut ticker))?;
    ticker.outcome(outcome.map_err(|fault| fault.raised(py)))
}

fn checked(
    kind: &Kind,
    as_of: Option<Date>,
    arrays: &[ArrayRef],
    ticker: &mut Ticker,
) -> Result<(Table, Counts, Counts), Fault> {
    let mut rows = Rows::new(kind, as_of);
    for array in arrays {
        let texts = Texts::new(array.as_ref());
        let texts = texts.ok_or_else(|| Fault::Type(array.data_type().to_string()))?;
        for start in (0..array.len()).step_by(PIECE) {
            rows.take(&texts, start..(start + PIECE).min(array.len()));
            if rows.pending >= BATCH {
                rows.cut().map_err(Fault::Table)?;
            }
            if ticker.tick(rows.done).is_break() {
                return Err(Fault::Stopped);
            }
        }
    }
    rows.finish()
}

/// Why there is no table.
pub(super) enum Fault {
    /// The column is of a type that holds no text.
    Type(String),
    /// The caller stopped the work; the ticker knows why.
    Stopped,
    /// The columns make no table, which would be a fault here.
    Table(ArrowError),
}

impl Fault {
    pub(super) fn raised(&self, py: Python<'_>) -> PyErr {
        match self {
            Self::Type(of) => error::raise(
                py,
                "TableError",
                &format!("号码列应为文本，不能是 {of}；请按文本读入，例如 pandas.read_excel(..., dtype=str)"),
                &format!(
                    "a column of identifiers must be text, not {of}; read it as text, like pandas.read_excel(..., dtype=str)"
                ),
            ),
            Self::Stopped => pyo3::exceptions::PyKeyboardInterrupt::new_err(()),
            Self::Table(error) => pyo3::exceptions::PyRuntimeError::new_err(error.to_string()),
        }
    }
}

struct Rows<'k> {
    kind: &'k Kind,
    as_of: Option<Date>,
    done: u64,
    /// Rows that are in no piece of the table yet.
    pending: usize,
    statuses: StringBuilder,
    issues: StringBuilder,
    parts: Parts,
    counts: Counts,
    issue_counts: Counts,
    batches: Vec<RecordBatch>,
}

impl<'k> Rows<'k> {
    fn new(kind: &'k Kind, as_of: Option<Date>) -> Self {
        Self {
            kind,
            as_of,
            done: 0,
            pending: 0,
            statuses: StringBuilder::new(),
            issues: StringBuilder::new(),
            parts: Parts::new(kind.parts),
            counts: ["valid", "warning", "invalid", "absent"].map(|status| (status, 0)).into(),
            issue_counts: Counts::new(),
            batches: Vec::new(),
        }
    }

    fn take(&mut self, texts: &Texts, rows: std::ops::Range<usize>) {
        for row in rows {
            let text = texts.get(row);
            let text = text.as_deref();
            let issues = text.map(|text| (self.kind.inspect)(text, self.as_of));
            let status = status(issues);
            self.statuses.append_value(status);
            *self.counts.entry(status).or_default() += 1;
            self.name(issues.unwrap_or_default());
            let mut parts = self.parts.row();
            if let (Some(text), "valid" | "warning") = (text, status) {
                (self.kind.fill)(text, &mut parts);
            }
            drop(parts);
            self.done += 1;
            self.pending += 1;
        }
    }

    /// The names of a row's issues, apart by commas; null where there are none.
    fn name(&mut self, issues: Issues) {
        if issues.is_empty() {
            return self.issues.append_null();
        }
        let names: Vec<&str> = issues.iter().map(issue::name).collect();
        for name in &names {
            *self.issue_counts.entry(name).or_default() += 1;
        }
        self.issues.append_value(names.join(","));
    }

    /// Ends a piece of the table.
    fn cut(&mut self) -> Result<(), ArrowError> {
        let first: [(&str, ArrayRef, bool); 2] = [
            ("status", Arc::new(self.statuses.finish()), false),
            ("issues", Arc::new(self.issues.finish()), true),
        ];
        let parts = self.kind.parts.iter().zip(self.parts.finish());
        let parts = parts.map(|((name, _), part)| (*name, part, true));
        self.batches.push(RecordBatch::try_from_iter_with_nullable(first.into_iter().chain(parts))?);
        self.pending = 0;
        Ok(())
    }

    fn finish(mut self) -> Result<(Table, Counts, Counts), Fault> {
        // also of nothing, so that the columns are known
        if self.pending > 0 || self.batches.is_empty() {
            self.cut().map_err(Fault::Table)?;
        }
        let schema = self.batches[0].schema();
        Ok((Table::of(schema, self.batches), self.counts, self.issue_counts))
    }
}

fn status(issues: Option<Issues>) -> &'static str {
    match issues {
        None => "absent",
        Some(issues) if issues.is_empty() => "valid",
        Some(issues) if issues.rejection().is_none() => "warning",
        Some(_) => "invalid",
    }
}
