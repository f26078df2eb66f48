//! NDJSON that comes in pieces, as from a connection.

use super::{Batch, Checker, batch, lane};
use crate::finding::Finding;
use crate::input::{BLOCK, Chunk, Content, MAX_LINE};
use crate::report::Collector;
use crate::{Kind, Report};

/// Takes NDJSON of one record type piece by piece, wherever the pieces are cut.
///
/// ```
/// use shequ::{Checker, Kind, Options};
/// let checker = Checker::new(Options::new());
/// let mut feed = checker.feed(Kind::Community, "connection");
/// assert!(feed.push(br#"{"id": "#).is_empty());
/// assert!(!feed.push(b"\"c1\"}\n").is_empty());
/// let (rest, report) = feed.finish();
/// assert!(rest.is_empty() && !report.is_ok());
/// ```
pub struct Feed {
    checker: Checker,
    kind: Kind,
    collector: Collector,
    /// The beginning of a line whose end has not come yet.
    chunk: Chunk,
    line: u64,
    /// The line is too long to be a record, which has been said.
    skips: bool,
}

impl Checker {
    /// Begins a stream of NDJSON; the name is how the report calls it.
    pub fn feed(&self, kind: Kind, name: &str) -> Feed {
        let mut collector = self.collector();
        collector.begin(name, Some(kind));
        Feed { checker: self.clone(), kind, collector, chunk: Chunk::default(), line: 1, skips: false }
    }
}

impl Feed {
    /// Takes the next bytes; the findings of the records that end in them.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for block in bytes.chunks(BLOCK) {
            self.push_block(block, &mut findings);
        }
        findings
    }

    /// Takes the end: the findings of a last line that does not end, and the report.
    pub fn finish(mut self) -> (Vec<Finding>, Report) {
        let mut findings = Vec::new();
        self.check_lines(&mut findings);
        (findings, self.collector.finish())
    }

    fn push_block(&mut self, mut block: &[u8], findings: &mut Vec<Finding>) {
        if self.skips {
            let Some(end) = memchr::memchr(b'\n', block) else { return };
            block = &block[end + 1..];
            self.line += 1;
            self.skips = false;
        }
        if let Some(end) = memchr::memrchr(b'\n', block) {
            let (lines, rest) = block.split_at(end + 1);
            self.chunk.bytes.extend_from_slice(lines);
            self.check_lines(findings);
            block = rest;
        }
        self.chunk.bytes.extend_from_slice(block);
        if self.chunk.bytes.len() > MAX_LINE {
            self.chunk.bytes.clear();
            self.skips = true;
            self.gather(Batch::of(self.line, lane::too_large()), findings);
        }
    }

    fn check_lines(&mut self, findings: &mut Vec<Finding>) {
        self.chunk.content = Content::Lines { first: self.line };
        self.line += memchr::memchr_iter(b'\n', &self.chunk.bytes).count() as u64;
        let batch = batch::check(self.kind, &self.chunk, self.checker.context());
        self.gather(batch, findings);
        self.chunk.clear();
    }

    fn gather(&mut self, batch: Batch, findings: &mut Vec<Finding>) {
        self.collector.add_and_show(batch, &mut |finding| findings.push(finding.clone()));
    }
}
