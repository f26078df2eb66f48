//! How much a package may cost its reader.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much a package may cost whoever reads it.
///
/// ```
/// use shequ::{Limits, Options};
/// let limits = Limits { most_files: 100, ..Limits::default() };
/// let options = Options::new().limits(limits);
/// # let _ = options;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files in a package, 10,000 unless told.
    pub most_files: usize,
    /// How many times as large as the package its content may be once unpacked, 200 unless told. The first 16 MiB
    /// are free.
    pub most_expansion: u64,
    /// Bytes of its content once unpacked, 256 GiB unless told.
    pub most_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { most_files: 10_000, most_expansion: 200, most_bytes: 256 << 30 }
    }
}

/// What may be unpacked whatever came in.
const FREE: u64 = 16 << 20;

/// Counts what comes out of a package, over all its files.
#[derive(Clone, Debug)]
pub(crate) struct Budget {
    spent: Arc<AtomicU64>,
    most: u64,
}

impl Budget {
    /// For a package of this size.
    pub(crate) fn new(limits: Limits, packed: u64) -> Self {
        let by_expansion = packed.saturating_mul(limits.most_expansion).saturating_add(FREE);
        Self { spent: Arc::default(), most: limits.most_bytes.min(by_expansion) }
    }

    /// A stream that ends with a fault where the budget is spent.
    pub(crate) fn watch<R: Read>(&self, input: R) -> Watched<R> {
        Watched { input, budget: self.clone() }
    }
}

/// A stream that counts against a budget.
pub(crate) struct Watched<R> {
    input: R,
    budget: Budget,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.input.read(buffer)?;
        let before = self.budget.spent.fetch_add(len as u64, Ordering::Relaxed);
        if before.saturating_add(len as u64) > self.budget.most {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_out_is_bounded_by_what_went_in() {
        let limits = Limits { most_expansion: 10, ..Limits::default() };
        let budget = Budget::new(limits, 100);
        let read = |len: u64| io::copy(&mut budget.watch(io::repeat(0).take(len)), &mut io::sink());
        assert_eq!(read(FREE).unwrap(), FREE);
        // one budget for all streams
        assert_eq!(read(1000).unwrap(), 1000);
        assert_eq!(read(1).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
        let budget = Budget::new(Limits { most_bytes: 5, ..limits }, u64::MAX);
        let out = io::copy(&mut budget.watch(io::repeat(0)), &mut io::sink());
        assert_eq!(out.unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
