//! NDJSON that comes in pieces, as from a connection.

use super::desk::{Desk, Room};
use super::{Checker, batch, lane};
use crate::error::Obstacle;
use crate::finding::Finding;
use crate::input::{BLOCK, Chunk, Content, Form, MAX_LINE};
use crate::report::{Batch, Collector};
use crate::{Kind, Report};

/// Takes NDJSON of one record type piece by piece, wherever the pieces are cut.
///
/// It is NDJSON in UTF-8, not compressed, whatever the options say of the form: what comes in pieces
/// shall be judged as it comes, and only lines are whole before the end is known.
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
        collector.read_as(Some(Form::Ndjson));
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

    /// Takes the end: the findings of a last line that does not end. What is pushed later is another
    /// line.
    pub fn end(&mut self) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.check_lines(&mut findings);
        findings
    }

    /// Takes the end: the findings of a last line that does not end, and the report.
    pub fn finish(mut self) -> (Vec<Finding>, Report) {
        let findings = self.end();
        (findings, self.collector.finish())
    }

    /// Stops before the end: the report of what was checked by then. It is incomplete and never ok; a
    /// line whose end has not come is not checked, not counted, and gives no finding.
    ///
    /// ```
    /// use shequ::{Checker, Kind, Obstacle, Options};
    /// let mut feed = Checker::new(Options::new()).feed(Kind::Community, "connection");
    /// feed.push(br#"{"id": "#);
    /// let report = feed.stop();
    /// assert!(report.is_incomplete() && !report.is_ok() && report.findings().is_empty());
    /// assert_eq!(report.inputs()[0].obstacle, Some(Obstacle::Stopped));
    /// ```
    pub fn stop(mut self) -> Report {
        self.collector.fail(Obstacle::Stopped);
        self.collector.finish()
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
            self.gather(batch::of(self.line, lane::too_large()), findings);
        }
    }

    fn check_lines(&mut self, findings: &mut Vec<Finding>) {
        if self.line == 1 && self.chunk.bytes.starts_with(b"\xEF\xBB\xBF") {
            self.chunk.bytes.drain(..3);
        }
        self.chunk.content = Content::Lines { first: self.line };
        self.line += memchr::memchr_iter(b'\n', &self.chunk.bytes).count() as u64;
        let mut chunk = std::mem::take(&mut self.chunk);
        let checker = self.checker.clone();
        let room = Room::new();
        batch::check(self.kind, &chunk, checker.context(), Desk::new(&room), &mut |batch| {
            self.gather(batch, findings);
            true
        });
        chunk.clear();
        self.chunk = chunk;
    }

    fn gather(&mut self, batch: Batch, findings: &mut Vec<Finding>) {
        self.collector.add_and_show(batch, &mut |finding| findings.push(finding.clone()));
    }
}
