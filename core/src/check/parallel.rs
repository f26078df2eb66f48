//! Some threads read and check, one gathers in order: the outcome does not depend on how many.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::budget::Budget;
use crate::input::Chunk;

/// The most threads that check; more would only wait for one another.
pub(crate) const MOST_THREADS: usize = 64;

/// How many bytes of pieces are read that were not gathered yet, at most and one piece more.
const MOST_BYTES: usize = 8 << 20;

/// A piece that kept more memory is not filled again.
const LARGE: usize = 512 << 10;

/// What is taken from the input at once.
pub(crate) trait Piece: Default + Send {
    /// How much memory it keeps.
    fn bytes(&self) -> usize;
}

impl Piece for Chunk {
    fn bytes(&self) -> usize {
        self.room()
    }
}

/// Runs `work` on every piece that `next` gives and hands its outcomes to `gather` in order, until
/// one of the two says false. Of each piece one outcome waits at most, so that memory does not grow
/// with the input or with what is found in it.
///
/// # Errors
/// Where the input cannot be read further; what came before has been gathered.
pub(super) fn run<P: Piece, O: Send>(
    next: impl FnMut(&mut P) -> io::Result<bool> + Send,
    threads: usize,
    work: impl Fn(&mut P, &mut dyn FnMut(O) -> bool) + Sync,
    gather: &mut dyn FnMut(O) -> bool,
) -> io::Result<()> {
    run_by(thread::Builder::new, next, threads, work, gather)
}

fn run_by<P: Piece, O: Send>(
    builder: impl Fn() -> thread::Builder,
    mut next: impl FnMut(&mut P) -> io::Result<bool> + Send,
    threads: usize,
    work: impl Fn(&mut P, &mut dyn FnMut(O) -> bool) + Sync,
    gather: &mut dyn FnMut(O) -> bool,
) -> io::Result<()> {
    let mut goes_on = true;
    let mut gather = |outcome| {
        goes_on = goes_on && gather(outcome);
        goes_on
    };
    // most inputs end with their first piece, and to start threads takes longer than to check it
    let mut piece = P::default();
    if !next(&mut piece)? || !did(&work, &mut piece, &mut gather) || !next(&mut piece)? {
        return Ok(());
    }
    let mut ready = Some(piece);
    if threads > 1 {
        let (order, outcomes) = sync_channel(threads);
        let budget = &Budget::new(MOST_BYTES);
        let source = Mutex::new(Source { next, ready, order: Some(order), fault: None, budget });
        let has_begun = thread::scope(|scope| {
            let serve = || serve(&source, &work);
            let started = (0..threads.min(MOST_THREADS))
                .take_while(|_| builder().spawn_scoped(scope, serve).is_ok())
                .count();
            if started > 0 {
                in_order(outcomes, budget, &mut gather);
            }
            started > 0
        });
        let source = source.into_inner().unwrap_or_else(PoisonError::into_inner);
        if has_begun {
            return source.fault.filter(|_| goes_on).map_or(Ok(()), Err);
        }
        // the system has no thread to give
        (next, ready) = (source.next, source.ready);
    }
    let Some(mut piece) = ready else { return Ok(()) };
    while did(&work, &mut piece, &mut gather) && next(&mut piece)? {}
    Ok(())
}

/// Works on a piece; false where the gathering ends.
fn did<P, O>(
    work: impl Fn(&mut P, &mut dyn FnMut(O) -> bool),
    piece: &mut P,
    gather: &mut dyn FnMut(O) -> bool,
) -> bool {
    let mut goes_on = true;
    work(piece, &mut |outcome| {
        goes_on = gather(outcome);
        goes_on
    });
    goes_on
}

/// Where the outcomes of a piece come from, and the bytes that it takes until they are gathered.
struct Outcomes<O> {
    gathered: Receiver<O>,
    bytes: usize,
}

/// What pieces are taken from, by one thread at a time.
struct Source<'b, P, O, N> {
    next: N,
    /// A piece that was read already.
    ready: Option<P>,
    /// Takes where the outcomes of each piece come from, in the order of the pieces; none at the end.
    order: Option<SyncSender<Outcomes<O>>>,
    fault: Option<io::Error>,
    budget: &'b Budget,
}

impl<P: Piece, O, N: FnMut(&mut P) -> io::Result<bool>> Source<'_, P, O, N> {
    /// Fills the next piece; where its outcomes go.
    fn take(&mut self, piece: &mut P) -> Option<SyncSender<O>> {
        // taken out, so that nobody waits for it where reading panics
        let order = self.order.take()?;
        self.budget.take(0);
        let is_filled = match self.ready.take() {
            Some(ready) => {
                *piece = ready;
                true
            }
            None => (self.next)(piece).unwrap_or_else(|fault| {
                self.fault = Some(fault);
                false
            }),
        };
        let (outcomes, gathered) = sync_channel(1);
        let bytes = piece.bytes();
        self.budget.add(bytes);
        let is_open = is_filled && order.send(Outcomes { gathered, bytes }).is_ok();
        self.order = is_open.then_some(order);
        is_open.then_some(outcomes)
    }
}

/// Ends the reading where a thread leaves, be it by a panic.
struct Leave<'s, 'b, P, O, N>(&'s Mutex<Source<'b, P, O, N>>);

impl<P, O, N> Drop for Leave<'_, '_, P, O, N> {
    fn drop(&mut self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).order = None;
    }
}

fn serve<P: Piece, O, N: FnMut(&mut P) -> io::Result<bool>>(
    source: &Mutex<Source<'_, P, O, N>>,
    work: impl Fn(&mut P, &mut dyn FnMut(O) -> bool),
) {
    let _leave = Leave(source);
    let mut piece = P::default();
    loop {
        let outcomes = source.lock().unwrap_or_else(PoisonError::into_inner).take(&mut piece);
        let Some(outcomes) = outcomes else { return };
        work(&mut piece, &mut |outcome| outcomes.send(outcome).is_ok());
        if piece.bytes() > LARGE {
            piece = P::default();
        }
    }
}

/// Nobody waits for room once nothing is gathered any more, be it by a panic.
struct Close<'b>(&'b Budget);

impl Drop for Close<'_> {
    fn drop(&mut self) {
        self.0.close();
    }
}

fn in_order<O>(pieces: Receiver<Outcomes<O>>, budget: &Budget, gather: &mut dyn FnMut(O) -> bool) {
    let _close = Close(budget);
    for Outcomes { gathered, bytes } in pieces {
        for outcome in gathered {
            if !gather(outcome) {
                return;
            }
        }
        budget.give_back(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Piece for u64 {
        /// More than the budget has, so that pieces wait for one another.
        fn bytes(&self) -> usize {
            MOST_BYTES
        }
    }

    /// Numbers up to a hundred in pieces of one, each given twice; then a fault where one is asked for.
    fn gathered(threads: usize, stack: Option<usize>, most: usize, breaks: bool) -> (Vec<u64>, bool) {
        let (mut number, mut out) = (0, Vec::new());
        let builder = || match stack {
            Some(size) => thread::Builder::new().stack_size(size),
            None => thread::Builder::new(),
        };
        let next = |piece: &mut u64| {
            number += 1;
            *piece = number;
            if breaks && number > 100 { Err(io::Error::other("gone")) } else { Ok(number <= 100) }
        };
        let work = |piece: &mut u64, emit: &mut dyn FnMut(u64) -> bool| {
            if emit(*piece) {
                emit(*piece);
            }
        };
        let outcome = run_by(builder, next, threads, work, &mut |number| {
            out.push(number);
            out.len() < most
        });
        (out, outcome.is_ok())
    }

    #[test]
    fn outcomes_come_in_order_with_any_number_of_threads() {
        let all: Vec<u64> = (1..=100).flat_map(|number| [number, number]).collect();
        for threads in [0, 1, 2, 5, 100] {
            assert_eq!(gathered(threads, None, usize::MAX, false), (all.clone(), true));
            assert_eq!(gathered(threads, None, usize::MAX, true), (all.clone(), false));
            for most in [1, 2, 3, 50] {
                assert_eq!(gathered(threads, None, most, true), (all[..most].to_vec(), true));
            }
        }
    }

    #[test]
    fn where_there_is_no_thread_to_be_had_one_does_all() {
        let all: Vec<u64> = (1..=100).flat_map(|number| [number, number]).collect();
        let stack = Some(usize::MAX / 4);
        assert!(thread::Builder::new().stack_size(usize::MAX / 4).spawn(|| ()).is_err());
        assert_eq!(gathered(4, stack, usize::MAX, false), (all.clone(), true));
        assert_eq!(gathered(4, stack, usize::MAX, true), (all, false));
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_is_not_waited_for() {
        let mut number = 0;
        let next = |piece: &mut u64| {
            number += 1;
            *piece = number;
            Ok(true)
        };
        let work = |piece: &mut u64, emit: &mut dyn FnMut(u64) -> bool| {
            assert!(*piece < 50);
            emit(*piece);
        };
        let _ = run(next, 3, work, &mut |_| true);
    }
}
