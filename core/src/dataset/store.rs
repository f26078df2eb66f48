//! Rows in parts, in memory as far as there is room, and else in one file without a name.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::memory::Memory;

/// Rows come in blocks: the first of a part is small, since most inputs are.
const FIRST_BLOCK: usize = 1 << 10;
const BLOCK: usize = 64 << 10;

/// Rows in parts.
#[derive(Debug)]
pub(super) struct Store {
    parts: Box<[Mutex<Part>]>,
    memory: Arc<Memory>,
    file: Mutex<Filed>,
}

/// What did not fit into memory.
#[derive(Debug, Default)]
struct Filed {
    file: Option<File>,
    end: u64,
}

/// The rows of one part, in blocks of whole rows.
#[derive(Debug, Default)]
struct Part {
    blocks: Vec<Vec<u8>>,
    /// Where its other blocks begin in the file, and how long they are.
    filed: Vec<(u64, usize)>,
}

impl Store {
    pub(super) fn new(parts: usize, memory: Arc<Memory>) -> Self {
        Self { parts: (0..parts).map(|_| Mutex::default()).collect(), memory, file: Mutex::default() }
    }

    fn part(&self, part: usize) -> MutexGuard<'_, Part> {
        lock(&self.parts[part])
    }

    /// How many parts there are.
    pub(super) const fn len(&self) -> usize {
        self.parts.len()
    }

    /// Puts a row into a part.
    pub(super) fn add(&self, part: usize, row: &[u8]) -> io::Result<()> {
        let mut part = self.part(part);
        let has_room = part.blocks.last().is_some_and(|block| block.capacity() - block.len() >= row.len());
        if !has_room {
            let is_first = part.blocks.is_empty() && part.filed.is_empty();
            let block = Vec::with_capacity((if is_first { FIRST_BLOCK } else { BLOCK }).max(row.len()));
            if !self.memory.hold(block.capacity() as u64) {
                self.file_away(&mut part)?;
            }
            part.blocks.push(block);
        }
        if let Some(block) = part.blocks.last_mut() {
            block.extend_from_slice(row);
        }
        Ok(())
    }

    /// Writes what a part has in memory to the file.
    fn file_away(&self, part: &mut Part) -> io::Result<()> {
        let mut filed = lock(&self.file);
        let Filed { file, end } = &mut *filed;
        let file = match file {
            Some(file) => file,
            None => file.insert(Memory::file()?),
        };
        file.seek(SeekFrom::Start(*end))?;
        for block in part.blocks.drain(..) {
            self.memory.release(block.capacity() as u64);
            file.write_all(&block)?;
            part.filed.push((*end, block.len()));
            *end += block.len() as u64;
        }
        Ok(())
    }

    /// The bytes of a part.
    pub(super) fn size(&self, part: usize) -> u64 {
        let part = self.part(part);
        let filed: usize = part.filed.iter().map(|(_, length)| length).sum();
        part.blocks.iter().map(Vec::len).sum::<usize>() as u64 + filed as u64
    }

    /// The rows of a part one behind the other; the part is empty then.
    pub(super) fn take(&self, part: usize) -> io::Result<Vec<u8>> {
        let mut rows = Vec::with_capacity(usize::try_from(self.size(part)).unwrap_or_default());
        self.drain(part, &mut |block| {
            rows.extend_from_slice(block);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Shows a part block by block, each of whole rows; the part is empty then.
    pub(super) fn drain(&self, part: usize, show: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        let Part { blocks, filed } = std::mem::take(&mut *self.part(part));
        let mut buffer = Vec::new();
        for (begin, length) in filed {
            buffer.resize(length, 0);
            self.read(begin, &mut buffer)?;
            show(&buffer)?;
        }
        for block in blocks {
            self.memory.release(block.capacity() as u64);
            show(&block)?;
        }
        Ok(())
    }

    fn read(&self, begin: u64, buffer: &mut [u8]) -> io::Result<()> {
        match &mut lock(&self.file).file {
            Some(file) => {
                file.seek(SeekFrom::Start(begin))?;
                file.read_exact(buffer)
            }
            None => Ok(()),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A thousand rows of a hundred bytes in each of two parts, with so much memory.
    fn kept(limit: u64) -> (Vec<Vec<u8>>, bool) {
        let store = Store::new(2, Arc::new(Memory::new(limit)));
        for number in 0..2_000_u32 {
            store.add(number as usize % 2, &[number.to_le_bytes(), [7; 4]].concat().repeat(13)).unwrap();
        }
        let is_filed = !store.part(0).filed.is_empty();
        assert_eq!(store.size(0), 104_000);
        let parts = (0..2).map(|part| store.take(part).unwrap()).collect();
        assert_eq!((store.size(0), store.memory.held()), (0, 0));
        (parts, is_filed)
    }

    #[test]
    fn what_does_not_fit_into_memory_comes_back_from_a_file() {
        let (all, is_filed) = kept(1 << 30);
        assert!(!is_filed);
        let (spilled, is_filed) = kept(1 << 10);
        assert!(is_filed);
        assert_eq!(all, spilled);
        assert_eq!(all[1][..8], [1, 0, 0, 0, 7, 7, 7, 7]);
    }

    #[test]
    fn a_row_is_never_cut() {
        let store = Store::new(1, Arc::new(Memory::new(0)));
        let rows: Vec<Vec<u8>> = (0..300_u32).map(|number| vec![7; number as usize * 3]).collect();
        for row in &rows {
            store.add(0, row).unwrap();
        }
        let (mut blocks, mut ends) = (Vec::new(), std::collections::HashSet::new());
        let mut end = 0;
        for row in &rows {
            end += row.len();
            ends.insert(end);
        }
        store
            .drain(0, &mut |block| {
                blocks.extend_from_slice(block);
                assert!(ends.contains(&blocks.len()));
                Ok(())
            })
            .unwrap();
        assert_eq!(blocks, rows.concat());
    }
}
