//! What the facts of a group come to: findings, or facts for a later group.

use serde::{Deserialize, Serialize};

use super::row::{self, Source};
use super::{Held, Keys, Phrase, Topic, Years};
use crate::Kind;
use crate::finding::Params;
use crate::rule::Rule;
use crate::rules::Context;

/// How many other records a finding names.
const MOST_RELATED: usize = 10;

/// What a message says besides the rule's own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Said {
    pub(crate) phrase: Option<Phrase>,
    /// The number of the record type referred to.
    target: Option<u8>,
}

impl Said {
    pub(crate) const NOTHING: Self = Self { phrase: None, target: None };

    pub(crate) const fn phrase(phrase: Phrase) -> Self {
        Self { phrase: Some(phrase), target: None }
    }

    pub(crate) fn target(kind: Kind) -> Self {
        Self { phrase: None, target: Some(kind as u8) }
    }

    /// The parameters of the finding.
    pub(crate) fn params(self) -> Params {
        let phrase = self.phrase.map(|phrase| (phrase.param(), phrase.words().into()));
        let target = |number: u8| Kind::all().nth(number.into()).map(|kind| ("target", kind.title().into()));
        phrase.into_iter().chain(self.target.and_then(target)).collect()
    }
}

impl From<Phrase> for Said {
    fn from(phrase: Phrase) -> Self {
        Self::phrase(phrase)
    }
}

/// A finding by numbers, before it is known where its records stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Verdict<R = &'static str> {
    /// The id of the rule.
    pub(crate) rule: R,
    /// The record that carries it.
    pub(crate) source: Source,
    pub(crate) pointer: String,
    pub(crate) said: Said,
    pub(crate) related: Vec<Source>,
}

/// A fact in its group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fact<T> {
    pub(crate) source: Source,
    pub(crate) fact: T,
}

/// Facts of one key, in the order of their records.
pub(crate) struct Group<'g> {
    pub(crate) facts: &'g [(Source, &'g [u8])],
}

impl Group<'_> {
    /// The facts as the topic knows them.
    pub(super) fn facts<'d, T: Deserialize<'d>>(&'d self) -> Vec<Fact<T>> {
        let read = |(source, fact): &(Source, &'d [u8])| {
            Some(Fact { source: *source, fact: postcard::from_bytes(fact).ok()? })
        };
        self.facts.iter().filter_map(read).collect()
    }
}

/// When the facts that a group hands on meet: what was found in the first groups meets in the second, what
/// was found there in the third.
pub(crate) const STAGES: usize = 3;

/// Takes what the facts of a group come to.
pub(crate) struct Verdicts<'v> {
    pub(crate) context: Context<'v>,
    pub(crate) held: Held,
    pub(crate) keys: Keys,
    pub(crate) fund_years: Years,
    pub(crate) found: Vec<Verdict>,
    /// Facts of the second and of the third stage.
    pub(crate) later: [Vec<u8>; STAGES - 1],
}

impl Verdicts<'_> {
    /// Reports a breach that a record carries and in which others take part.
    pub(super) fn find(
        &mut self,
        rule: &'static Rule,
        source: Source,
        pointer: impl Into<String>,
        said: impl Into<Said>,
        related: impl IntoIterator<Item = Source>,
    ) {
        if self.context.severity(rule).is_none() {
            return;
        }
        let mut related: Vec<Source> = related.into_iter().take(MOST_RELATED).collect();
        related.sort_unstable();
        related.dedup();
        let (pointer, said) = (pointer.into(), said.into());
        self.found.push(Verdict { rule: rule.id, source, pointer, said, related });
    }

    /// Hands a fact of a record on to the group of that record and `more`, in the second stage or the third.
    pub(super) fn pass(
        &mut self,
        stage: usize,
        topic: Topic,
        source: Source,
        more: &[u8],
        fact: &impl Serialize,
    ) {
        let key = self.keys.key(topic, &[&source, more]);
        row::write(&mut self.later[stage - 2], key, topic, source, fact);
    }

    /// Hands a fact of a record on to one group for all, in the second stage.
    pub(super) fn pass_to_all(&mut self, topic: Topic, more: &[u8], source: Source, fact: &impl Serialize) {
        let key = self.keys.key(topic, &[more]);
        row::write(&mut self.later[0], key, topic, source, fact);
    }
}
