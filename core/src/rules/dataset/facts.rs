//! Takes what one record says of itself and of others.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::row::{self, Source};
use super::verdict::{Said, Verdict};
use super::{Key, Keys, Mark, Topic};
use crate::field::Slot;
use crate::ids::{CreditCode, Reference, mask};
use crate::rule::Rule;
use crate::{Kind, codes};

/// Record types of which the input holds a file.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Held(u32);

const _: () = assert!(Kind::COUNT <= 32);

impl Held {
    pub(crate) fn of(kinds: impl IntoIterator<Item = Kind>) -> Self {
        Self(kinds.into_iter().fold(0, |held, kind| held | 1 << kind as u32))
    }

    pub(crate) const fn has(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u32 != 0
    }
}

/// Years from 1990 to 2200.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Years([u64; 4]);

impl Years {
    const FIRST: u64 = 1990;

    pub(crate) fn add(&mut self, year: u64) {
        if let Some(at) = year.checked_sub(Self::FIRST).filter(|at| *at < 256) {
            self.0[usize::try_from(at / 64).unwrap_or_default()] |= 1 << (at % 64);
        }
    }

    pub(crate) fn has(self, year: u64) -> bool {
        let at = year.checked_sub(Self::FIRST).and_then(|at| usize::try_from(at).ok()).filter(|at| *at < 256);
        at.is_some_and(|at| self.0[at / 64] >> (at % 64) & 1 == 1)
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] | other.0[at]))
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = u64> {
        (Self::FIRST..Self::FIRST + 256).filter(move |year| self.has(*year))
    }
}

/// What holds for all records of a run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    pub(crate) keys: Keys,
    pub(crate) held: Held,
    /// The publisher of the dataset, where it is known: references with its credit code are to records of its own.
    pub(crate) publisher: Option<CreditCode>,
}

/// What stands of a record by its status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Standing {
    Active,
    /// Closed, dissolved or withdrawn.
    Gone,
    Other,
}

impl Standing {
    pub(crate) fn of<C: codes::Code>(status: Slot<C>) -> Self {
        match status.known().as_ref().map(C::code) {
            Some("active") => Self::Active,
            Some("merged" | "split" | "abolished" | "withdrawn" | "deceased" | "ended" | "terminated") => {
                Self::Gone
            }
            _ => Self::Other,
        }
    }
}

/// A field of a record type, and the type that it refers to: none where it is the code of a community.
pub(crate) type Field = (Kind, String);

/// What is counted over all records of a run.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// References that nothing in the input can answer.
    pub(crate) unanswered: BTreeMap<(&'static str, Field), u64>,
    /// Years of which there are funds.
    pub(crate) fund_years: Years,
}

impl Counts {
    pub(crate) fn add(&mut self, other: Self) {
        for (field, count) in other.unanswered {
            *self.unanswered.entry(field).or_default() += count;
        }
        self.fund_years = self.fund_years.plus(other.fund_years);
    }
}

/// Takes what records say: facts for the groups that they belong to.
#[derive(Debug)]
pub(crate) struct Facts<'r> {
    pub(crate) run: &'r Run,
    pub(crate) kind: Kind,
    /// The record that speaks.
    pub(crate) source: Source,
    /// Its id, masked where it is a personal number; empty where it has none.
    id: String,
    pub(crate) rows: Vec<u8>,
    pub(crate) found: Vec<Verdict>,
    pub(crate) counts: Counts,
}

impl<'r> Facts<'r> {
    pub(crate) fn new(run: &'r Run, kind: Kind) -> Self {
        let (rows, found) = (Vec::new(), Vec::new());
        Self {
            run,
            kind,
            source: Source::default(),
            id: String::new(),
            rows,
            found,
            counts: Counts::default(),
        }
    }

    /// Lets the next record speak.
    pub(crate) fn begin(&mut self, source: Source) {
        self.source = source;
        self.id.clear();
    }

    /// Notes the id of the record that speaks.
    pub(crate) fn name(&mut self, id: &str) {
        // writing to a text cannot fail
        let _ = write!(self.id, "{}", mask::record_id(id));
    }

    /// The id of the record that spoke.
    pub(crate) fn id(&self) -> Option<&str> {
        Some(self.id.as_str()).filter(|id| !id.is_empty())
    }

    /// Whether the input holds records of a type.
    pub(super) const fn holds(&self, kind: Kind) -> bool {
        self.run.held.has(kind)
    }

    /// The id of a record of the input that a reference names; none where another publisher keeps it.
    pub(super) fn own_id<'t>(&self, reference: &'t str) -> Option<&'t str> {
        match Reference::split(reference) {
            None => Some(reference),
            Some((publisher, id)) => (self.run.publisher == Some(publisher)).then_some(id),
        }
    }

    /// A record as others name it.
    pub(super) fn mark(&self, kind: Kind, reference: &str) -> Mark {
        self.run.keys.mark(kind, self.own_id(reference).unwrap_or(reference))
    }

    /// The group of a record by a reference to it; none where another publisher keeps it, or the input holds no
    /// such records.
    pub(super) fn group_of(&self, topic: Topic, kind: Kind, reference: &str) -> Option<Key> {
        let id = self.own_id(reference).filter(|_| self.holds(kind))?;
        Some(self.group(topic, kind, id))
    }

    /// The group of a record by its id.
    pub(super) fn group(&self, topic: Topic, kind: Kind, id: &str) -> Key {
        self.run.keys.key(topic, &[&[kind as u8], id.as_bytes()])
    }

    /// Says something to a group.
    pub(super) fn put(&mut self, topic: Topic, key: Key, fact: &impl Serialize) {
        row::write(&mut self.rows, key, topic, self.source, fact);
    }

    /// Says something to the group of a record that a field names.
    pub(super) fn tell(&mut self, topic: Topic, kind: Kind, reference: Slot<&str>, fact: &impl Serialize) {
        if let Some(key) = reference.known().and_then(|reference| self.group_of(topic, kind, reference)) {
            self.put(topic, key, fact);
        }
    }

    /// Reports what the record alone shows, of a rule on datasets.
    pub(super) fn find(&mut self, rule: &'static Rule, pointer: &str, said: Said) {
        let pointer = pointer.to_owned();
        self.found.push(Verdict { rule: rule.id, source: self.source, pointer, said, related: Vec::new() });
    }

    /// Counts a reference that nothing in the input can answer.
    pub(super) fn count(&mut self, rule: &'static Rule, pointer: String) {
        *self.counts.unanswered.entry((rule.id, (self.kind, pointer))).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_kept() {
        let mut years = Years::default();
        for year in [1990, 2026, 2200, 1989, 5000] {
            years.add(year);
        }
        assert!(years.iter().eq([1990, 2026, 2200]));
    }
}
