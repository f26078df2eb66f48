//! Records that Python iterates over, written as lines by the thread that reads.

use std::io;
use std::time::{Duration, Instant};

use pyo3::prelude::*;
use pyo3::types::PyIterator;
use shequ::Rows;

use crate::json;

/// How many records are taken at once.
const BATCH: usize = 256;
/// How long records are waited for before those that are there are checked, so that a slow iterator can be stopped.
const PATIENCE: Duration = Duration::from_millis(50);

pub(crate) struct Batches {
    rows: Py<PyIterator>,
    /// How many were taken.
    count: u64,
    ended: bool,
    raised: Option<PyErr>,
}

impl Batches {
    pub(crate) fn new(rows: Py<PyIterator>) -> Self {
        Self { rows, count: 0, ended: false, raised: None }
    }

    /// What the iterator or a record raised.
    pub(crate) fn raised(self) -> Option<PyErr> {
        self.raised
    }

    fn take(&mut self, py: Python<'_>) -> PyResult<Lines> {
        let mut lines = Lines { count: 0, text: Vec::new() };
        let mut rows = self.rows.bind(py).clone();
        let begin = Instant::now();
        while lines.count < BATCH && (lines.count == 0 || begin.elapsed() < PATIENCE) {
            let Some(row) = rows.next().transpose()? else {
                self.ended = true;
                break;
            };
            self.count += 1;
            json::write_record(&row, Some(self.count), &mut lines.text)?;
            lines.text.push(b'\n');
            lines.count += 1;
        }
        Ok(lines)
    }
}

impl Iterator for Batches {
    type Item = io::Result<Lines>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match Python::attach(|py| self.take(py)) {
            Ok(lines) => (lines.count > 0).then_some(Ok(lines)),
            Err(error) => {
                (self.raised, self.ended) = (Some(error), true);
                None
            }
        }
    }
}

pub(crate) struct Lines {
    count: usize,
    text: Vec<u8>,
}

impl Rows for Lines {
    fn count(&self) -> usize {
        self.count
    }

    fn write(&self, lines: &mut Vec<u8>) {
        lines.extend_from_slice(&self.text);
    }
}
