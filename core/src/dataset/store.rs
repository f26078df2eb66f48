//! Rows in parts, in memory as far as there is room, and else in files without a name.

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
}

#[derive(Debug, Default)]
struct Part {
    blocks: Vec<Vec<u8>>,
    file: Option<File>,
    /// Bytes in the file.
    filed: u64,
}

impl Store {
    pub(super) fn new(parts: usize, memory: Arc<Memory>) -> Self {
        Self { parts: (0..parts).map(|_| Mutex::default()).collect(), memory }
    }

    fn part(&self, part: usize) -> MutexGuard<'_, Part> {
        self.parts[part].lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// Puts a row into a part.
    pub(super) fn add(&self, part: usize, row: &[u8]) -> io::Result<()> {
        let mut part = self.part(part);
        let has_room = part.blocks.last().is_some_and(|block| block.capacity() - block.len() >= row.len());
        if !has_room {
            let size = if part.blocks.is_empty() { FIRST_BLOCK } else { BLOCK };
            if !self.memory.hold(size as u64) {
                part.file_away(&self.memory)?;
            }
            part.blocks.push(Vec::with_capacity(size.max(row.len())));
        }
        if let Some(block) = part.blocks.last_mut() {
            block.extend_from_slice(row);
        }
        Ok(())
    }

    /// The bytes of a part.
    pub(super) fn size(&self, part: usize) -> u64 {
        let part = self.part(part);
        part.filed + part.blocks.iter().map(|block| block.len() as u64).sum::<u64>()
    }

    /// The rows of a part one behind the other; the part is empty then.
    pub(super) fn take(&self, part: usize) -> io::Result<Vec<u8>> {
        let mut rows = Vec::with_capacity(usize::try_from(self.size(part)).unwrap_or_default());
        self.drain(part, &mut |bytes| {
            rows.extend_from_slice(bytes);
            Ok(bytes.len())
        })?;
        Ok(rows)
    }

    /// Shows the bytes of a part piece by piece; `show` says how many of them it took, and sees the others again with
    /// those that follow. The part is empty then.
    pub(super) fn drain(
        &self,
        part: usize,
        show: &mut dyn FnMut(&[u8]) -> io::Result<usize>,
    ) -> io::Result<()> {
        let Part { blocks, file, .. } = std::mem::take(&mut *self.part(part));
        if let Some(mut file) = file {
            file.seek(SeekFrom::Start(0))?;
            let mut buffer = Vec::with_capacity(2 * BLOCK);
            while Read::by_ref(&mut file).take(BLOCK as u64).read_to_end(&mut buffer)? > 0 {
                let taken = show(&buffer)?;
                buffer.drain(..taken);
            }
        }
        for block in blocks {
            self.memory.release(block.capacity() as u64);
            show(&block)?;
        }
        Ok(())
    }
}

impl Part {
    /// Writes what is in memory behind what is in the file.
    fn file_away(&mut self, memory: &Memory) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(Memory::file()?),
        };
        for block in self.blocks.drain(..) {
            memory.release(block.capacity() as u64);
            file.write_all(&block)?;
            self.filed += block.len() as u64;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A thousand rows of a hundred bytes in two parts, with so much memory.
    fn kept(limit: u64) -> (Vec<Vec<u8>>, bool) {
        let store = Store::new(2, Arc::new(Memory::new(limit)));
        for number in 0..2_000_u32 {
            store.add(number as usize % 2, &[number.to_le_bytes(), [7; 4]].concat().repeat(13)).unwrap();
        }
        let is_filed = store.part(0).file.is_some();
        assert_eq!(store.size(0), 104_000);
        let parts = (0..2).map(|part| store.take(part).unwrap()).collect();
        assert_eq!((store.size(0), store.memory.held.load(std::sync::atomic::Ordering::Relaxed)), (0, 0));
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
}
