//! Which record has which number: its input, its line and its id.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::memory::Memory;
use crate::Kind;
use crate::finding::{Place, Related};
use crate::rules::dataset::{SOURCE, Source};

/// Bits of a record's number that count it within its chunk, which has 256 KiB of at least three bytes per record, or in
/// a piece of a table.
const RECORD_BITS: u32 = 20;

/// The number of a record.
pub(super) fn number(chunk: u64, record: usize) -> Source {
    let record = (record as u64).min((1 << RECORD_BITS) - 1);
    let bytes = (chunk << RECORD_BITS | record).to_be_bytes();
    std::array::from_fn(|at| bytes[8 - SOURCE + at])
}

/// The chunk of a record.
pub(super) fn chunk_of(source: Source) -> u64 {
    parts(source).0
}

fn parts(source: Source) -> (u64, usize) {
    let number = source.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    (number >> RECORD_BITS, usize::try_from(number & ((1 << RECORD_BITS) - 1)).unwrap_or_default())
}

/// The records of one chunk, as they are written down.
#[derive(Debug, Default)]
pub(super) struct Register {
    bytes: Vec<u8>,
    line: u64,
    records: usize,
}

impl Register {
    /// How many records there are.
    pub(super) const fn count(&self) -> usize {
        self.records
    }

    /// Writes a record down.
    pub(super) fn add(&mut self, line: u64, is_bad: bool, id: Option<&str>) {
        let entry = Entry { lines: line.wrapping_sub(self.line), is_bad, id };
        self.line = line;
        self.records += 1;
        // a vector has room
        if let Ok(bytes) = postcard::to_extend(&entry, std::mem::take(&mut self.bytes)) {
            self.bytes = bytes;
        }
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Entry<'a> {
    /// How many lines behind the record before.
    lines: u64,
    /// Whether a rule on records found an error.
    is_bad: bool,
    id: Option<&'a str>,
}

/// What is known of a record.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) kind: Kind,
    pub(super) id: Option<String>,
    pub(super) place: Place,
    pub(super) is_bad: bool,
}

impl Known {
    pub(super) fn related(self) -> Related {
        let Self { kind, id, place, .. } = self;
        Related { kind, id, place }
    }
}

/// All records by their numbers. What is beyond some megabytes is kept in a file.
#[derive(Debug)]
pub(super) struct Directory {
    /// The first chunk of each input, its position and its record type.
    inputs: Vec<(u64, usize, Kind)>,
    /// Where the records of each chunk lie.
    chunks: Vec<(u64, u32)>,
    /// Those that are not in the file yet.
    tail: Vec<u8>,
    file: Option<File>,
    filed: u64,
    /// The chunk that was looked at last.
    last: Option<(u64, Vec<Known>)>,
}

/// What the tail may have before it is written to the file.
const TAIL: usize = 4 << 20;

impl Directory {
    pub(super) fn new() -> Self {
        let (inputs, chunks, tail) = (Vec::new(), Vec::new(), Vec::new());
        Self { inputs, chunks, tail, file: None, filed: 0, last: None }
    }

    /// Begins the next input, whose first chunk has this number.
    pub(super) fn begin(&mut self, chunk: u64, file: usize, kind: Kind) {
        self.inputs.push((chunk, file, kind));
    }

    pub(super) fn add(&mut self, chunk: u64, register: &Register) -> io::Result<()> {
        let at = usize::try_from(chunk).unwrap_or(usize::MAX);
        if self.chunks.len() <= at {
            self.chunks.resize(at + 1, (0, 0));
        }
        let begin = self.filed + self.tail.len() as u64;
        self.chunks[at] = (begin, u32::try_from(register.bytes.len()).unwrap_or(u32::MAX));
        self.tail.extend_from_slice(&register.bytes);
        if self.tail.len() >= TAIL {
            let file = match &mut self.file {
                Some(file) => file,
                None => self.file.insert(Memory::file()?),
            };
            file.seek(SeekFrom::End(0))?;
            file.write_all(&self.tail)?;
            self.filed += self.tail.len() as u64;
            self.tail.clear();
        }
        Ok(())
    }

    /// The first input of a record type.
    pub(super) fn first_of(&self, kind: Kind) -> Option<usize> {
        self.inputs.iter().find(|input| input.2 == kind).map(|input| input.1)
    }

    /// The record of a number.
    pub(super) fn look_up(&mut self, source: Source) -> io::Result<Known> {
        let (chunk, record) = parts(source);
        if self.last.as_ref().is_none_or(|(last, _)| *last != chunk) {
            self.last = Some((chunk, self.read(chunk)?));
        }
        let known = self.last.as_ref().and_then(|(_, records)| records.get(record)).cloned();
        known.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "a record that was not written down"))
    }

    fn read(&mut self, chunk: u64) -> io::Result<Vec<Known>> {
        let at = usize::try_from(chunk).unwrap_or(usize::MAX);
        let (begin, length) = self.chunks.get(at).copied().unwrap_or_default();
        let mut bytes = vec![0; length as usize];
        if begin >= self.filed {
            let from = usize::try_from(begin - self.filed).unwrap_or_default();
            bytes.copy_from_slice(&self.tail[from..from + length as usize]);
        } else if let Some(file) = &mut self.file {
            file.seek(SeekFrom::Start(begin))?;
            file.read_exact(&mut bytes)?;
        }
        let input = self.inputs.partition_point(|(first, ..)| *first <= chunk).saturating_sub(1);
        let Some((_, file, kind)) = self.inputs.get(input).copied() else { return Ok(Vec::new()) };
        let (mut known, mut rest, mut line) = (Vec::new(), bytes.as_slice(), 0_u64);
        while let Ok((entry, more)) = postcard::take_from_bytes::<Entry<'_>>(rest) {
            rest = more;
            line = line.wrapping_add(entry.lines);
            let (id, is_bad) = (entry.id.map(str::to_owned), entry.is_bad);
            known.push(Known { kind, id, is_bad, place: Place { file, line } });
        }
        Ok(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_by_their_numbers() {
        let mut directory = Directory::new();
        directory.begin(0, 0, Kind::Community);
        directory.begin(1, 1, Kind::Fund);
        for chunk in [1, 0, 2_u64] {
            let mut register = Register::default();
            for record in 0..50_000 {
                let id = format!("{chunk}-{record}-{}", "x".repeat(40));
                register.add(3 + record, record % 2 == 1, (record != 7).then_some(id.as_str()));
            }
            directory.add(chunk, &register).unwrap();
        }
        assert!(directory.file.is_some());
        for (chunk, record, kind) in
            [(0, 0, Kind::Community), (1, 49_999, Kind::Fund), (2, 7, Kind::Fund), (0, 3, Kind::Community)]
        {
            let known = directory.look_up(number(chunk, record)).unwrap();
            assert_eq!((known.kind, known.place.line), (kind, record as u64 + 3));
            assert_eq!(known.is_bad, record % 2 == 1);
            assert_eq!(known.id.is_some(), record != 7);
            assert!(known.id.is_none_or(|id| id.starts_with(&format!("{chunk}-{record}-"))));
        }
        assert!(directory.look_up(number(0, 50_000)).is_err());
    }

    #[test]
    fn later_records_have_greater_numbers() {
        let numbers = [number(0, 0), number(0, 1), number(1, 0), number(300, 2), number(70_000, 0)];
        assert!(numbers.is_sorted());
        assert_eq!(parts(numbers[3]), (300, 2));
    }
}
