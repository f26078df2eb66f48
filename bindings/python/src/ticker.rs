//! Progress and Ctrl-C while the library works without the interpreter.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use pyo3::prelude::*;

/// How often the interpreter is asked.
const PERIOD: Duration = Duration::from_millis(50);

/// Asks now and then whether the user wants to stop, and tells how far the work is.
pub(crate) struct Ticker {
    progress: Option<Py<PyAny>>,
    last: Instant,
    raised: Option<PyErr>,
}

impl Ticker {
    pub(crate) fn new(progress: Option<Py<PyAny>>) -> Self {
        Self { progress, last: Instant::now(), raised: None }
    }

    pub(crate) fn tick(&mut self, done: u64) -> ControlFlow<()> {
        if self.last.elapsed() < PERIOD {
            return ControlFlow::Continue(());
        }
        self.last = Instant::now();
        let told = Python::attach(|py| {
            py.check_signals()?;
            self.progress.as_ref().map_or(Ok(()), |progress| progress.call1(py, (done,)).map(drop))
        });
        match told {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.raised = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// What was raised on the way, else the outcome.
    pub(crate) fn outcome<T>(self, outcome: PyResult<T>) -> PyResult<T> {
        self.raised.map_or(outcome, Err)
    }
}
