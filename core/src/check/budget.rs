//! How many bytes are worked on at once by all threads together, so that memory does not grow with their number.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Bytes that may be under way at once.
#[derive(Debug)]
pub(super) struct Budget {
    most: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    used: usize,
    /// Nobody gives back any more, so that nobody shall wait.
    is_closed: bool,
}

impl Budget {
    pub(super) fn new(most: usize) -> Self {
        Self { most, state: Mutex::default(), changed: Condvar::new() }
    }

    /// Waits until there is room for so many bytes and takes it; more than all room is given where none is used.
    pub(super) fn take(&self, bytes: usize) {
        let is_full =
            |state: &mut State| !state.is_closed && state.used > 0 && state.used + bytes > self.most;
        let state = self.changed.wait_while(self.state(), is_full);
        state.unwrap_or_else(PoisonError::into_inner).used += bytes;
    }

    /// Takes room that is needed in any case.
    pub(super) fn add(&self, bytes: usize) {
        self.state().used += bytes;
    }

    /// Gives room back that was taken.
    pub(super) fn give_back(&self, bytes: usize) {
        let mut state = self.state();
        state.used = state.used.saturating_sub(bytes);
        drop(state);
        self.changed.notify_all();
    }

    /// Lets all go on that wait.
    pub(super) fn close(&self) {
        self.state().is_closed = true;
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[test]
    fn no_more_than_the_budget_is_used_and_all_get_their_turn() {
        let (budget, used, most) = (Budget::new(10), AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for bytes in [1, 3, 4, 6, 10, 1, 25] {
                let (budget, used, most) = (&budget, &used, &most);
                scope.spawn(move || {
                    for _ in 0..100 {
                        budget.take(bytes);
                        let now = used.fetch_add(bytes, Ordering::SeqCst) + bytes;
                        // what is larger than the budget is alone
                        assert!(now <= 10 || now == 25, "{now}");
                        most.fetch_max(now, Ordering::SeqCst);
                        used.fetch_sub(bytes, Ordering::SeqCst);
                        budget.give_back(bytes);
                    }
                });
            }
        });
        assert_eq!((most.into_inner(), used.into_inner()), (25, 0));
    }

    #[test]
    fn nobody_waits_for_a_budget_that_is_closed() {
        let budget = Budget::new(1);
        budget.take(1);
        thread::scope(|scope| {
            scope.spawn(|| budget.take(1));
            budget.close();
        });
        budget.take(1);
    }
}
