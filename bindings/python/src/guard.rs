//! No panic reaches Python: a fault of the library is an exception that names the place and no value.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;

use crate::error;

/// Where the library panicked last, in whatever thread.
static PLACE: Mutex<String> = Mutex::new(String::new());

/// A panic notes its place and prints nothing: its message may hold what stands in a record, and the standard error
/// belongs to the program.
pub(crate) fn keep_quiet() {
    panic::set_hook(Box::new(|info| {
        if let Some(place) = info.location() {
            *PLACE.lock().unwrap_or_else(PoisonError::into_inner) =
                format!("{}:{}", place.file(), place.line());
        }
    }));
}

/// Runs work that needs the interpreter.
pub(crate) fn run<T>(py: Python<'_>, work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| Err(fault(py, payload)))
}

/// Runs work that leaves the interpreter to other threads meanwhile.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    let outcome = py.detach(|| panic::catch_unwind(AssertUnwindSafe(work)));
    outcome.map_err(|payload| fault(py, payload))
}

fn fault(py: Python<'_>, payload: Box<dyn std::any::Any + Send>) -> PyErr {
    // a payload may panic once more when it is dropped
    std::mem::forget(payload);
    let place = std::mem::take(&mut *PLACE.lock().unwrap_or_else(PoisonError::into_inner));
    error::raise(
        py,
        "InternalError",
        &format!("程序内部错误（{place}），请将此信息报告给维护者"),
        &format!("internal fault at {place}; please report it"),
    )
}

/// Panics on purpose, for the test that no panic gets through.
#[pyfunction]
pub(crate) fn panic_on_purpose(py: Python<'_>, in_thread: bool) -> PyResult<()> {
    detached(py, || {
        assert!(in_thread, "a record with 11010519491231002X in it");
        std::thread::scope(|scope| scope.spawn(|| panic!("in a thread")).join())
            .unwrap_or_else(|payload| panic::resume_unwind(payload));
    })
}
