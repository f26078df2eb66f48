//! Gathers what is found, in order and within bounds.

use std::collections::{BTreeMap, HashMap};

use jiff::civil;

use super::cause::{Causes, Seen};
use super::{Editions, Input, Report, Tally};
use crate::Kind;
use crate::check::{Batch, Judged};
use crate::error::{Left, Obstacle};
use crate::finding::{Finding, Place};

pub(crate) struct Collector {
    report: Report,
    causes: Causes,
    /// Findings kept of each rule; 0 for all.
    limit: usize,
    kept: HashMap<&'static str, usize>,
    /// Findings that stand for many: where they are kept, if they are.
    once: HashMap<(&'static str, Kind, String), Option<usize>>,
}

impl Collector {
    pub(crate) fn new(
        as_of: civil::Date,
        limit: usize,
        divisions: Option<String>,
        changes: Vec<String>,
    ) -> Self {
        let report = Report {
            as_of,
            editions: Editions::Own { divisions },
            changes,
            inputs: Vec::new(),
            left: Vec::new(),
            rules: BTreeMap::new(),
            severities: [0; 3],
            findings: Vec::new(),
            causes: Vec::new(),
            truncated: false,
        };
        Self { report, causes: Causes::default(), limit, kept: HashMap::new(), once: HashMap::new() }
    }

    /// Notes what lies beside the inputs.
    pub(crate) fn leave(&mut self, left: &[Left]) {
        self.report.left = left.to_vec();
    }

    /// Begins the next input.
    pub(crate) fn begin(&mut self, name: &str, kind: Option<Kind>) {
        let name = name.to_owned();
        self.report.inputs.push(Input {
            name,
            kind,
            tally: Tally::default(),
            obstacle: None,
            bad_rows: None,
        });
    }

    /// Begins a table.
    pub(crate) fn begin_table(&mut self, name: &str, kind: Kind) {
        self.begin(name, Some(kind));
        if let Some(input) = self.report.inputs.last_mut() {
            input.bad_rows = Some(Vec::new());
        }
    }

    /// Notes that the input cannot be read further.
    pub(crate) fn fail(&mut self, obstacle: Obstacle) {
        if let Some(input) = self.report.inputs.last_mut() {
            input.obstacle = Some(obstacle);
        }
    }

    /// Adds the records of a chunk; false where the input ends with it.
    pub(crate) fn add(&mut self, batch: Batch) -> bool {
        self.add_and_show(batch, &mut |_| ())
    }

    /// Adds the records of a chunk and shows each finding, kept or not.
    pub(crate) fn add_and_show(&mut self, batch: Batch, show: &mut dyn FnMut(&Finding)) -> bool {
        let file = self.report.inputs.len() - 1;
        let input = &mut self.report.inputs[file];
        input.tally.read += batch.read;
        input.tally.bad += batch.bad;
        if let Some(rows) = &mut input.bad_rows {
            rows.extend(batch.records.iter().filter(|record| record.is_bad()).map(|record| record.line));
        }
        if let Some(kind) = input.kind {
            for record in batch.records {
                self.add_record(kind, file, record, show);
            }
        }
        !batch.ended
    }

    fn add_record(&mut self, kind: Kind, file: usize, record: Judged, show: &mut dyn FnMut(&Finding)) {
        let Judged { line, id, found } = record;
        let place = Place { file, line };
        let mut seen = Seen::default();
        for found in found {
            let cause = found.cause.clone();
            let finding = Finding::new(found, kind, id.clone(), place);
            let is_repeated = cause.is_some_and(|cause| self.is_repeated(&finding, cause));
            self.causes.add(&finding, !is_repeated, &mut seen);
            if !is_repeated {
                show(&finding);
                self.keep(finding);
            }
        }
    }

    /// Counts a finding that stands for many; true where it stands already.
    fn is_repeated(&mut self, finding: &Finding, cause: String) -> bool {
        let key = (finding.rule.id, finding.kind, cause);
        let next = self.report.findings.len();
        if let Some(at) = self.once.get(&key) {
            if let Some(count) = at.and_then(|at| self.report.findings[at].count.as_mut()) {
                *count += 1;
            }
            true
        } else {
            let has_room = self.has_room(finding.rule.id);
            self.once.insert(key, has_room.then_some(next));
            false
        }
    }

    fn has_room(&self, rule: &str) -> bool {
        self.limit == 0 || self.kept.get(rule).is_none_or(|kept| *kept < self.limit)
    }

    fn keep(&mut self, finding: Finding) {
        let rule = finding.rule.id;
        *self.report.rules.entry(rule).or_default() += 1;
        self.report.severities[finding.severity as usize] += 1;
        if self.has_room(rule) {
            *self.kept.entry(rule).or_default() += 1;
            self.report.findings.push(finding);
        } else {
            self.report.truncated = true;
        }
    }

    pub(crate) fn finish(self) -> Report {
        Report { causes: self.causes.finish(), ..self.report }
    }
}
