//! Records of a stream in the typed model.

use std::collections::VecDeque;
use std::io::Read;
use std::marker::PhantomData;

use super::desk::{Desk, Room};
use super::lane::{self, Outcome};
use super::{Checker, batch};
use crate::error::Obstacle;
use crate::finding::{Finding, Place};
use crate::input::{self, Chunk, Chunks, Content, Unread};
use crate::rule::Severity;
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
        let plain = input::decompressed(input).map_err(|error| Obstacle::of(&error));
        let chunks = plain.and_then(|plain| Chunks::new(plain, "-", checker.form));
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
        let (context, room) = (self.checker.context(), Room::new());
        let mut desk = Desk::new(&room);
        if let Content::Unread { line, why } = chunk.content {
            let outcome = batch::unread(T::KIND, why, &chunk.bytes);
            self.ready.push_back(Err(refusal(T::KIND, line, outcome)));
            self.ended |= why != Unread::LongLine;
        }
        let is_list = matches!(chunk.content, Content::Elements { is_list: true, .. });
        for (line, text) in chunk.records() {
            let mut outcome = batch::check_text(T::KIND, text, &mut desk, context);
            let ends = is_list && outcome.is_unreadable;
            if ends {
                lane::end_array(&mut outcome);
            }
            self.ready.push_back(typed(line, text, outcome));
            if ends {
                self.ended = true;
                break;
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

/// The record in the typed model, unless there is an error.
fn typed<T: Record>(line: u64, text: Option<&str>, outcome: Outcome) -> Result<T, Refusal> {
    let is_bad = outcome.found.iter().any(|found| found.severity == Severity::Error);
    let record = text.filter(|_| !is_bad).and_then(|text| serde_json::from_str(text).ok());
    record.ok_or_else(|| refusal(T::KIND, line, outcome))
}

fn refusal(kind: Kind, line: u64, outcome: Outcome) -> Refusal {
    let Outcome { id, found, .. } = outcome;
    let place = Place { file: 0, line };
    Refusal::Findings(found.into_iter().map(|found| Finding::new(found, kind, id.clone(), place)).collect())
}
