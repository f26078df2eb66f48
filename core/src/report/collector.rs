//! Gathers what is found, in order and within bounds.

use std::collections::{BTreeMap, HashMap};

use jiff::civil;

use super::batch::{Across, Batch, Judged};
use super::cause::{Causes, field_of};
use super::{Editions, Input, Layout, Report, RowSet, Tally};
use crate::Kind;
use crate::error::{Left, Obstacle};
use crate::field::compare_pointers;
use crate::finding::{Finding, Found, Place, Related, Subject};
use crate::input::Form;
use crate::rule::Scope;

/// How many findings that stand for many are told apart.
const MAX_ONCE: usize = 100_000;

pub(crate) struct Collector {
    report: Report,
    causes: Causes,
    /// How many records with findings there were.
    record: u64,
    /// Findings kept of each rule; 0 for all.
    limit: usize,
    kept: HashMap<&'static str, usize>,
    /// Findings that stand for many: where they are kept, if they are. Values could be without number,
    /// so that beyond a bound they are gathered by their field.
    once: HashMap<(&'static str, Subject, String), Option<usize>>,
    has_across: bool,
    /// Rows of tables with an error that rules on datasets found.
    spoilt: Vec<(usize, u64)>,
}

/// A finding at a record; one of a package rule is about the package, and the record takes part.
fn of_record(found: Found, kind: Kind, id: Option<&str>, place: Place) -> Finding {
    let id = id.map(str::to_owned);
    if found.rule.scope != Scope::Package {
        return Finding::new(found, kind, id, place);
    }
    let related = vec![Related { kind, id, place }];
    Finding { related, ..Finding::new(found, Subject::Package, None, place) }
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
            scope: Scope::Record,
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
        Self {
            report,
            causes: Causes::default(),
            record: 0,
            limit,
            kept: HashMap::new(),
            once: HashMap::new(),
            has_across: false,
            spoilt: Vec::new(),
        }
    }

    /// Says that the records are checked as a dataset too.
    pub(crate) fn as_dataset(&mut self) {
        self.report.scope = Scope::Dataset;
    }

    /// The position of the last input.
    pub(crate) fn last(&self) -> usize {
        self.report.inputs.len().saturating_sub(1)
    }

    /// Adds a finding of a rule on datasets; they come in the order of their records.
    pub(crate) fn add_across(&mut self, across: Across) {
        let Across { finding, spoils, is_of_next } = across;
        self.record += u64::from(is_of_next);
        if spoils {
            let input = &mut self.report.inputs[finding.place.file];
            input.tally.bad += 1;
            if input.is_table() {
                self.spoilt.push((finding.place.file, finding.place.line));
            }
        }
        self.causes.add(&finding, true, self.record);
        self.has_across = true;
        self.keep(finding);
    }

    /// Puts findings on datasets between the others, and the rows that they spoil.
    fn order(&mut self) {
        let of = |finding: &Finding| (finding.place.file, finding.place.line);
        self.report.findings.sort_by(|a, b| {
            let pointers = || compare_pointers(&a.pointer, &b.pointer);
            of(a).cmp(&of(b)).then_with(pointers).then_with(|| a.rule.id.cmp(b.rule.id))
        });
        for spoilt in self.spoilt.chunk_by(|a, b| a.0 == b.0) {
            let rows = &mut self.report.inputs[spoilt[0].0].bad_rows;
            let mut all: Vec<u64> = rows.iter().chain(spoilt.iter().map(|(_, row)| *row)).collect();
            all.sort_unstable();
            *rows = all.into_iter().collect();
        }
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
            layout: None,
            bad_rows: RowSet::default(),
        });
    }

    /// Begins a table.
    pub(crate) fn begin_table(&mut self, name: &str, kind: Kind) {
        self.begin(name, Some(kind));
        if let Some(input) = self.report.inputs.last_mut() {
            input.layout = Some(Layout::Table);
        }
    }

    /// Notes the form that the input is read in, where there is anything to read.
    pub(crate) fn read_as(&mut self, form: Option<Form>) {
        if let Some(input) = self.report.inputs.last_mut() {
            input.layout = form.map(Layout::Json);
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
        if input.is_table() {
            for record in batch.records.iter().filter(|record| record.is_bad()) {
                input.bad_rows.push(record.line..=record.line);
            }
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
        self.record += 1;
        for found in found {
            let cause = found.cause.clone();
            let finding = of_record(found, kind, id.as_deref(), place);
            let is_repeated = cause.is_some_and(|cause| self.is_repeated(&finding, cause));
            self.causes.add(&finding, !is_repeated, self.record);
            if !is_repeated {
                show(&finding);
                self.keep(finding);
            }
        }
    }

    /// Counts a finding that stands for many; true where it stands already.
    fn is_repeated(&mut self, finding: &Finding, cause: String) -> bool {
        let mut key = (finding.rule.id, finding.subject, cause);
        if self.once.len() >= MAX_ONCE && !self.once.contains_key(&key) {
            key.2 = field_of(&finding.pointer).into_owned();
        }
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

    /// Says that records are counted and not looked at.
    pub(crate) fn verify_only(&mut self) {
        self.report.scope = Scope::Package;
    }

    /// Notes what lies beside the inputs too.
    pub(crate) fn leave_more(&mut self, left: Vec<Left>) {
        self.report.left.extend(left);
        self.report.left.sort();
    }

    /// Begins with the manifest of a package; its position among the inputs.
    pub(crate) fn begin_manifest(&mut self, name: &str) -> usize {
        self.begin(name, None);
        if let Some(input) = self.report.inputs.last_mut() {
            input.layout = Some(Layout::Manifest);
        }
        self.report.inputs.len() - 1
    }

    /// Adds what is found of a package as a whole.
    pub(crate) fn add_package(&mut self, manifest: usize, found: Vec<Found>) {
        let place = Place { file: manifest, line: 0 };
        for found in found {
            self.record += 1;
            let finding = Finding::new(found, Subject::Package, None, place);
            self.causes.add(&finding, true, self.record);
            self.keep(finding);
        }
    }

    /// Counts records of the last input that are not looked at.
    pub(crate) fn count(&mut self, records: u64) {
        if let Some(input) = self.report.inputs.last_mut() {
            input.tally.read += records;
        }
    }

    /// How many records were read of the last input.
    pub(crate) fn read_of_last(&self) -> u64 {
        self.report.inputs.last().map_or(0, |input| input.tally.read)
    }

    pub(crate) fn finish(mut self) -> Report {
        // what is found of a package is known after its records
        self.report.findings.sort_by_key(|finding| finding.place.file);
        if self.has_across {
            self.order();
        }
        Report { causes: self.causes.finish(), ..self.report }
    }
}
