//! How much may be held in memory, and where the rest goes.

use std::fs::File;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

/// What a dataset may hold in memory unless told: 512 MiB.
pub(crate) const DEFAULT: u64 = 512 << 20;

/// A part of so many bytes is not divided, however little memory there is.
const LEAST_PART: u64 = 16 << 10;

/// The bytes that are held.
#[derive(Debug)]
pub(super) struct Memory {
    limit: u64,
    held: AtomicU64,
}

impl Memory {
    pub(super) fn new(limit: u64) -> Self {
        Self { limit, held: AtomicU64::new(0) }
    }

    /// What facts may take, while they are gathered.
    const fn for_facts(&self) -> u64 {
        self.limit / 2
    }

    /// What the facts of one part may take, while several are judged at the same time.
    pub(super) fn for_part(&self) -> u64 {
        (self.limit / 16).max(LEAST_PART)
    }

    /// Notes bytes; false where there is no more room.
    pub(super) fn hold(&self, bytes: u64) -> bool {
        self.held.fetch_add(bytes, Ordering::Relaxed) + bytes <= self.for_facts()
    }

    #[cfg(test)]
    pub(super) fn held(&self) -> u64 {
        self.held.load(Ordering::Relaxed)
    }

    pub(super) fn release(&self, bytes: u64) {
        self.held.fetch_sub(bytes, Ordering::Relaxed);
    }

    /// A file that no other program can open and that is gone with this one, however it ends.
    pub(super) fn file() -> io::Result<File> {
        tempfile::tempfile()
    }
}
