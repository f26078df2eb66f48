//! Whether standard output was closed before the start (`shequ check FILE >&-`).
//!
//! The runtime of Rust opens `/dev/null` in the place of what is closed, and writes to a closed descriptor succeed, so
//! that a lost report would end with 0. Therefore the program looks before the runtime begins.

use std::sync::atomic::{AtomicBool, Ordering};

static CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether standard output is closed now, or was when the program was started.
pub(crate) fn is_closed() -> bool {
    CLOSED.load(Ordering::Relaxed) || is_closed_now()
}

/// Looks whether standard output is open; a program calls it before its `main`.
pub extern "C" fn look_at_output() {
    CLOSED.store(is_closed_now(), Ordering::Relaxed);
}

#[cfg(unix)]
fn is_closed_now() -> bool {
    use std::ffi::c_int;
    unsafe extern "C" {
        fn fcntl(descriptor: c_int, command: c_int, ...) -> c_int;
    }
    const STANDARD_OUTPUT: c_int = 1;
    const F_GETFD: c_int = 1;
    // SAFETY: reading the flags of a descriptor changes nothing, open or not
    unsafe { fcntl(STANDARD_OUTPUT, F_GETFD) == -1 }
}

#[cfg(not(unix))]
const fn is_closed_now() -> bool {
    false
}
