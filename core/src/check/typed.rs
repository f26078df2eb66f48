//! Records of a stream in the typed model.

use std::collections::VecDeque;
use std::io::Read;
use std::marker::PhantomData;

use super::Checker;
use super::lane::{self, Outcome};
use crate::error::Obstacle;
use crate::field::Arena;
use crate::finding::{Finding, Place};
use crate::input::{self, Chunk, Chunks, Content};
use crate::rule::Severity;
use crate::rules::Context;
use crate::{Kind, Record};

/// Why a record does not come as a value of the model.
#[derive(Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// It does not conform; warnings and informations stand beside the errors.
    Findings(Vec<Finding>),
    /// The stream cannot be read further.
    Obstacle(Obstacle),
}

/// The records of a stream, each or why not; see [`Checker::records`].
pub struct Records<'a, T> {
    checker: &'a Checker,
    chunks: Result<Chunks<Box<dyn Read + Send + 'a>>, Obstacle>,
    ready: VecDeque<Result<T, Refusal>>,
    ended: bool,
    record: PhantomData<fn() -> T>,
}

impl<'a, T: Record> Records<'a, T> {
    pub(super) fn new(checker: &'a Checker, input: Box<dyn Read + Send + 'a>) -> Self {
        let plain = input::decompressed(input).map_err(|_| Obstacle::Unreadable);
        let chunks = plain.and_then(|plain| Chunks::new(plain, "-"));
        Self { checker, chunks, ready: VecDeque::new(), ended: false, record: PhantomData }
    }

    /// Judges the records of the next chunk.
    fn refill(&mut self) -> Result<(), Obstacle> {
        let chunks = match &mut self.chunks {
            Ok(chunks) => chunks,
            Err(obstacle) => return Err(*obstacle),
        };
        let mut chunk = Chunk::default();
        self.ended = !chunks.next(&mut chunk).map_err(|error| Obstacle::of(&error))?;
        let context = self.checker.context();
        match &chunk.content {
            Content::TooLarge { line, .. } => {
                self.ready.push_back(Err(refusal(T::KIND, *line, lane::too_large())));
            }
            content => {
                for (line, bytes) in chunk.records() {
                    self.ready.push_back(judge(line, bytes, context));
                }
                if let Content::Elements { broken: Some(line), .. } = content {
                    self.ready.push_back(Err(refusal(T::KIND, *line, lane::malformed())));
                }
            }
        }
        Ok(())
    }
}

impl<T: Record> Iterator for Records<'_, T> {
    type Item = Result<T, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() && !self.ended {
            if let Err(obstacle) = self.refill() {
                self.ended = true;
                return Some(Err(Refusal::Obstacle(obstacle)));
            }
        }
        self.ready.pop_front()
    }
}

fn judge<T: Record>(line: u64, bytes: &[u8], context: Context<'_>) -> Result<T, Refusal> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Err(refusal(T::KIND, line, lane::malformed())) };
    let outcome = lane::check(T::KIND, text, &mut Arena::new(), context);
    if outcome.found.iter().any(|found| found.severity == Severity::Error) {
        return Err(refusal(T::KIND, line, outcome));
    }
    serde_json::from_str(text).map_err(|_| refusal(T::KIND, line, outcome))
}

fn refusal(kind: Kind, line: u64, outcome: Outcome) -> Refusal {
    let Outcome { id, found, .. } = outcome;
    let place = Place { file: 0, line };
    Refusal::Findings(found.into_iter().map(|found| Finding::new(found, kind, id.clone(), place)).collect())
}
