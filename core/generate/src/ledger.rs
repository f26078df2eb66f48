//! What a checker must find: the whole list, as the defects declare it.

use std::collections::HashSet;
use std::io::{self, Write};

use serde::Serialize;

use shequ::Kind;

/// A finding that a checker must report.
///
/// Its members are those of a finding in a report: the rule, the record type, the record's id as reports write it
/// (masked where it is a personal number, none where it cannot be read), the field as a JSON Pointer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub struct LedgerEntry {
    /// The rule that is broken.
    pub rule: &'static str,
    /// The record type by its name.
    pub kind: &'static str,
    /// The record's id.
    pub id: Option<String>,
    /// The field.
    pub pointer: String,
}

/// A finding that is expected of one record.
#[derive(Clone, Debug)]
pub(super) struct Expected {
    pub(super) rule: &'static str,
    pub(super) kind: Kind,
    pub(super) id: Option<String>,
    pub(super) pointer: String,
    /// What findings have in common of which a report holds the first alone.
    pub(super) once: Option<String>,
}

/// Leaves out of what is expected of each record what a report says once.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    said: HashSet<(&'static str, Kind, String)>,
}

impl Sieve {
    /// The entries of the next unit.
    pub(super) fn entries(&mut self, expected: &[Expected]) -> Vec<LedgerEntry> {
        let mut is_new = |one: &Expected| match &one.once {
            Some(cause) => self.said.insert((one.rule, one.kind, cause.clone())),
            None => true,
        };
        let new = expected.iter().filter(|one| is_new(one));
        new.map(|one| LedgerEntry {
            rule: one.rule,
            kind: one.kind.name(),
            id: one.id.clone(),
            pointer: one.pointer.clone(),
        })
        .collect()
    }
}

/// Writes `ledger.json` as the entries come, one on a line.
pub(super) struct LedgerWriter<W> {
    out: W,
    sieve: Sieve,
    entries: u64,
}

impl<W: Write> LedgerWriter<W> {
    pub(super) fn new(mut out: W, seed: u64, as_of: &str) -> io::Result<Self> {
        write!(out, "{{\"seed\": {seed}, \"as_of\": \"{as_of}\", \"findings\": [")?;
        Ok(Self { out, sieve: Sieve::default(), entries: 0 })
    }

    pub(super) fn add(&mut self, expected: &[Expected]) -> io::Result<()> {
        for entry in self.sieve.entries(expected) {
            self.out.write_all(if self.entries == 0 { b"\n" } else { b",\n" })?;
            serde_json::to_writer(&mut self.out, &entry)?;
            self.entries += 1;
        }
        Ok(())
    }

    /// Ends the file; how many entries it has.
    pub(super) fn finish(mut self) -> io::Result<u64> {
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()?;
        Ok(self.entries)
    }
}
