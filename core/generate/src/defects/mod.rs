//! Defects: each breaks a record in a known way and says which findings that makes.
//!
//! There is a file for each file of rules. What a defect declares comes from what it changes, never from running
//! the checker: that is what makes the ledger a proof.

mod activity;
mod admission;
mod agreement;
mod case;
mod code;
mod community;
mod disclosure;
mod draft;
mod election;
mod evaluation;
mod facility;
mod fields;
mod fund;
mod id;
mod identity;
mod meeting;
mod organisation;
mod organisation_form;
mod person;
mod recognition;
mod service;
mod service_record;
mod statistics;
mod structure;
mod subdivision;
mod text;
mod volunteer;
mod worker;

use std::sync::LazyLock;

use super::day::Day;
use super::ledger::Expected;
use super::random::{Purpose, Random};
use shequ::Kind;

pub(super) use draft::{Draft, Part};

/// What a defect may know besides the record.
pub(super) struct Scene<'a> {
    pub(super) as_of: Day,
    pub(super) kind: Kind,
    pub(super) random: &'a mut Random,
}

/// A finding that a defect makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Made {
    rule: &'static str,
    pointer: String,
    once: Option<String>,
}

/// The findings of a defect, or none where it does not fit the record.
pub(super) type Outcome = Option<Vec<Made>>;

#[cfg(test)]
impl Made {
    pub(super) fn rule(&self) -> &'static str {
        self.rule
    }

    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }
}

/// One finding of a rule at a field.
fn made(rule: &'static str, pointer: impl Into<String>) -> Made {
    Made { rule, pointer: pointer.into(), once: None }
}

/// A defect that makes one finding alone.
#[allow(clippy::unnecessary_wraps)] // the outcome of a defect
fn alone(rule: &'static str, pointer: impl Into<String>) -> Outcome {
    Some(vec![made(rule, pointer)])
}

/// One of the fields that the record has.
fn one(draft: &Draft, choices: &'static [String], scene: &mut Scene<'_>) -> Option<&'static str> {
    let present: Vec<&str> =
        choices.iter().map(String::as_str).filter(|pointer| draft.has(pointer)).collect();
    (!present.is_empty()).then(|| scene.random.of(&present))
}

/// A way to break a record, of the registry of the generator.
#[derive(Debug)]
pub struct Defect {
    /// The rule that it breaks first of all.
    pub rule: &'static str,
    /// What is done.
    pub what: &'static str,
    /// The record types that it may befall; empty for all.
    pub kinds: &'static [Kind],
    /// Changes the record; none where that record cannot have the defect, which is then left as it was.
    pub(super) inject: fn(&mut Draft, &mut Scene<'_>) -> Outcome,
}

impl Defect {
    pub(super) fn befalls(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// A rule on one record that no generated file can break.
#[derive(Debug)]
pub struct Excuse {
    /// The rule.
    pub rule: &'static str,
    /// Why not.
    pub reason: &'static str,
}

/// The defects of each file of rules.
const REGISTRY: &[&[Defect]] = &[
    structure::ALL,
    text::ALL,
    identity::ALL,
    code::ALL,
    id::ALL,
    person::ALL,
    community::ALL,
    statistics::ALL,
    subdivision::ALL,
    facility::ALL,
    evaluation::ALL,
    organisation::ALL,
    organisation_form::ALL,
    worker::ALL,
    election::ALL,
    agreement::ALL,
    volunteer::ALL,
    activity::ALL,
    service_record::ALL,
    recognition::ALL,
    admission::ALL,
    service::ALL,
    case::ALL,
    meeting::ALL,
    disclosure::ALL,
    fund::ALL,
];

/// What no defect can break.
pub(super) const EXCUSES: &[Excuse] = code::EXCUSES;

/// All defects.
pub(super) fn all() -> impl Iterator<Item = &'static Defect> {
    REGISTRY.iter().flat_map(|family| family.iter())
}

/// The defects that may befall each record type.
static BY_KIND: LazyLock<Vec<Vec<&Defect>>> =
    LazyLock::new(|| Kind::all().map(|kind| all().filter(|defect| defect.befalls(kind)).collect()).collect());

/// Puts defects into some of the records of one unit.
#[derive(Debug)]
pub(super) struct Injector {
    /// Of a million records those that get one.
    rate: u32,
    as_of: Day,
    random: Random,
}

impl Injector {
    /// The injector of a unit of work; the records themselves do not depend on it.
    pub(super) fn new(seed: u64, rate: u32, as_of: Day, unit: u64) -> Self {
        Self { rate, as_of, random: Random::new(seed, Purpose::Defect, unit, 0) }
    }

    /// Breaks the record that ends a text, or leaves it as it is.
    pub(super) fn inject(
        &mut self,
        kind: Kind,
        text: &mut Vec<u8>,
        start: usize,
        expected: &mut Vec<Expected>,
    ) {
        if self.random.below(1_000_000) >= self.rate {
            return;
        }
        let Some(line) = std::str::from_utf8(&text[start..]).ok().map(str::trim_end) else { return };
        let defects = &BY_KIND[kind as usize];
        let first = self.random.index(defects.len().max(1));
        let mut turns = defects.iter().cycle().skip(first).take(defects.len());
        let scene = &mut Scene { as_of: self.as_of, kind, random: &mut self.random };
        if let Some((draft, found)) = turns.find_map(|defect| attempt(defect, line, scene)) {
            text.truncate(start);
            text.extend(draft.bytes());
            text.push(b'\n');
            let id = draft.id();
            expected.extend(found.into_iter().map(|Made { rule, pointer, once }| {
                let id = id.clone();
                Expected { rule, kind, id, pointer, once }
            }));
        }
    }
}

/// The record with a defect, and what must be found in it.
pub(super) fn attempt(defect: &Defect, line: &str, scene: &mut Scene<'_>) -> Option<(Draft, Vec<Made>)> {
    let mut draft = Draft::parse(line)?;
    let found = (defect.inject)(&mut draft, scene)?;
    Some((draft, found))
}
