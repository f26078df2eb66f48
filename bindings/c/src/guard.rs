//! No panic crosses into C: every entry runs inside one of these guards.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::status::{Failure, SHEQU_INTERNAL, SHEQU_OK, remember, shequ_status};

thread_local! {
    /// Where this thread panicked last.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

static QUIET: Once = Once::new();

/// Runs the work of an entry that answers a status.
pub(crate) fn status(work: impl FnOnce() -> Result<(), Failure>) -> shequ_status {
    match guarded(work) {
        Ok(()) => SHEQU_OK,
        Err(failure) => remember(failure),
    }
}

/// Runs the work of an entry that answers something else, or what stands for a failure.
pub(crate) fn value<T>(otherwise: T, work: impl FnOnce() -> Result<T, Failure>) -> T {
    guarded(work).unwrap_or_else(|failure| {
        remember(failure);
        otherwise
    })
}

/// Runs the work of an entry that answers with a status of its own.
pub(crate) fn plain(work: impl FnOnce() -> Result<shequ_status, Failure>) -> shequ_status {
    guarded(work).unwrap_or_else(remember)
}

fn guarded<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    QUIET.call_once(keep_quiet);
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        // a payload may panic once more when it is dropped
        std::mem::forget(payload);
        let place = PLACE.try_with(RefCell::take).unwrap_or_default();
        let (zh, en) = (
            format!("程序内部错误（{place}），请将此信息报告给维护者"),
            format!("internal fault at {place}; please report it"),
        );
        Err(Failure::of(SHEQU_INTERNAL, zh, en))
    })
}

/// A panic notes its place and prints nothing: its message may hold what stands in a record, and
/// the standard error belongs to the host.
fn keep_quiet() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line()));
        let _ = PLACE.try_with(|last| last.replace(place.unwrap_or_default()));
    }));
}

/// Panics on purpose, to show that no panic crosses; in test builds alone.
#[allow(clippy::missing_panics_doc)] // it does nothing else
#[cfg(feature = "test-entries")]
#[unsafe(no_mangle)]
pub extern "C" fn shequ_test_panic(in_thread: i32) -> shequ_status {
    status(|| {
        assert!(in_thread != 0, "a record with 11010519491231002X in it");
        std::thread::scope(|scope| scope.spawn(|| panic!("in a thread")).join())
            .unwrap_or_else(|payload| panic::resume_unwind(payload));
        Ok(())
    })
}
