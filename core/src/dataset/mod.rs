//! A dataset: records that are judged together.
//!
//! While records stream by, each says facts to the groups that it belongs to ([`crate::rules::dataset`]). The facts are kept in
//! parts by their keys, in memory as far as there is room. Once all are read, part after part is sorted and judged; what
//! groups hand on meets in a second and a third stage. Findings are sorted by the numbers of their records, so
//! that neither threads nor memory nor parts change a report.

mod directory;
mod gathering;
mod memory;
mod parts;
mod store;

pub(crate) use self::gathering::{Gathering, Hearing};
pub(crate) use self::memory::DEFAULT as DEFAULT_MEMORY;
