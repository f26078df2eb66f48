//! Judges the facts of one part: sorted by their keys, group by group.

use std::io;
use std::sync::Arc;

use super::memory::Memory;
use super::store::Store;
use crate::rules::dataset::{self as rules, Group, Key, Source, Topic, Verdicts};

/// Bits of a key by which facts are put into parts.
const BITS: u32 = 7;
/// How many parts there are.
pub(super) const PARTS: usize = 1 << BITS;
/// How often a part may be divided: facts of one key cannot be.
const MOST_DIVISIONS: u32 = 4;

/// The part of a key, at a division: the first looks at its first bits.
pub(super) const fn part_of(key: Key, division: u32) -> usize {
    ((key >> (Key::BITS - BITS * (division + 1))) & (PARTS as Key - 1)) as usize
}

/// A fact in a part.
struct Entry {
    key: Key,
    source: Source,
    topic: Topic,
    /// Where the fact lies in the part.
    at: usize,
    length: usize,
}

/// Judges the facts of a part. One that is too large for memory is divided first.
pub(super) fn judge(
    store: &Store,
    part: usize,
    division: u32,
    memory: &Arc<Memory>,
    verdicts: &mut Verdicts<'_>,
    hand_on: &mut dyn FnMut(&mut Verdicts<'_>) -> io::Result<()>,
) -> io::Result<()> {
    if store.size(part) > memory.for_part() && division < MOST_DIVISIONS {
        let divided = Store::new(PARTS, Arc::clone(memory));
        store.drain(part, &mut |bytes| {
            let mut rest = bytes;
            for row in rules::rows(bytes) {
                let (own, after) = rest.split_at(row.length());
                divided.add(part_of(row.key, division + 1), own)?;
                rest = after;
            }
            Ok(())
        })?;
        for part in 0..divided.len() {
            judge(&divided, part, division + 1, memory, verdicts, hand_on)?;
        }
        return Ok(());
    }
    let bytes = store.take(part)?;
    let mut at = 0;
    let mut entries: Vec<Entry> = rules::rows(&bytes)
        .map(|row| {
            at += row.length();
            let length = row.fact.len();
            Entry { key: row.key, source: row.source, topic: row.topic, at: at - length, length }
        })
        .collect();
    // what one record says twice keeps its order by its place
    entries.sort_unstable_by_key(|entry| (entry.key, entry.source, entry.at));
    let mut facts: Vec<(Source, &[u8])> = Vec::new();
    for group in entries.chunk_by(|a, b| a.key == b.key) {
        facts.clear();
        facts.extend(group.iter().map(|entry| (entry.source, &bytes[entry.at..entry.at + entry.length])));
        rules::judge(group[0].topic, &Group { facts: &facts }, verdicts);
        hand_on(verdicts)?;
    }
    Ok(())
}
