//! What is said of some records, on its way into the report.

use crate::finding::{Finding, Found};
use crate::rule::Severity;

/// What is said of some records, in their order.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    pub(crate) read: u64,
    pub(crate) bad: u64,
    pub(crate) records: Vec<Judged>,
    /// The input is not read beyond these records.
    pub(crate) ended: bool,
}

/// A record with findings.
#[derive(Debug)]
pub(crate) struct Judged {
    pub(crate) line: u64,
    pub(crate) id: Option<String>,
    pub(crate) found: Vec<Found>,
}

/// A finding of a rule on datasets.
#[derive(Debug)]
pub(crate) struct Across {
    pub(crate) finding: Finding,
    /// Whether it is the first error of its record, in which rules on records found none.
    pub(crate) spoils: bool,
    /// Whether the record is another than that of the finding before.
    pub(crate) is_of_next: bool,
}

impl Judged {
    /// Whether one of the findings is an error.
    pub(crate) fn is_bad(&self) -> bool {
        self.found.iter().any(|found| found.severity == Severity::Error)
    }
}

impl Batch {
    /// Adds a record, or what is said though there is none.
    pub(crate) fn add(&mut self, record: Judged, is_record: bool) {
        self.read += u64::from(is_record);
        if !record.found.is_empty() {
            self.bad += u64::from(record.is_bad() && is_record);
            self.records.push(record);
        }
    }
}
