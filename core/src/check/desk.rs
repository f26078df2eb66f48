//! What a thread checks records with.

use std::sync::{Mutex, PoisonError};

use super::budget::Budget;
use crate::dataset::Hearing;
use crate::field::Arena;

/// How many bytes of large records are explained at once: the parts of one in memory take a dozen times its text.
const EXPLAINED: usize = 1 << 20;

/// The room in which all threads of a run explain large records.
///
/// Its arenas go from one thread to the next, since what a thread frees its allocator keeps for it.
#[derive(Debug)]
pub(super) struct Room {
    budget: Budget,
    arenas: Mutex<Vec<Arena>>,
}

impl Room {
    pub(super) fn new() -> Self {
        Self { budget: Budget::new(EXPLAINED), arenas: Mutex::default() }
    }

    /// An arena for a text, once there is room for that.
    fn take(&self, text: &str) -> Share<'_> {
        let bytes = text.len();
        self.budget.take(bytes);
        let arena = self.arenas.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Share { room: self, bytes, arena: arena.unwrap_or_default() }
    }
}

/// Room that is given back in any case, a panic among them.
struct Share<'r> {
    room: &'r Room,
    bytes: usize,
    arena: Arena,
}

impl Drop for Share<'_> {
    fn drop(&mut self) {
        let mut arena = std::mem::take(&mut self.arena);
        arena.reset();
        self.room.arenas.lock().unwrap_or_else(PoisonError::into_inner).push(arena);
        self.room.budget.give_back(self.bytes);
    }
}

/// A thread's place for the parts of a record, and the room that all threads share.
pub(super) struct Desk<'r> {
    pub(super) arena: Arena,
    /// Takes what records say of one another, where they are a dataset.
    pub(super) hearing: Option<Hearing<'r>>,
    room: &'r Room,
}

impl<'r> Desk<'r> {
    pub(super) fn new(room: &'r Room) -> Self {
        Self { arena: Arena::new(), hearing: None, room }
    }

    /// With someone who takes what the records say of one another.
    pub(super) fn with(self, hearing: Option<Hearing<'r>>) -> Self {
        Self { hearing, ..self }
    }

    /// Keeps what was heard.
    pub(super) fn end(self) {
        if let Some(hearing) = self.hearing {
            hearing.end();
        }
    }

    /// Explains a large text.
    pub(super) fn explain<O>(&mut self, text: &str, explain: impl FnOnce(&Arena) -> O) -> O {
        // an arena keeps the most that it ever held
        self.arena = Arena::new();
        explain(&self.room.take(text).arena)
    }
}
