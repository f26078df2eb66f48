//! A package that lies in a zip file.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use rawzip::{
    CompressionMethod, FileReader, RECOMMENDED_BUFFER_SIZE, ZipArchive, ZipArchiveEntryWayfinder,
    ZipFileHeaderRecord,
};

use super::limits::Limits;
use super::path::{PathFault, leads_out};
use super::store::{Entry, EntryFault, Place};
use crate::error::Obstacle;

/// An opened zip file.
#[derive(Debug)]
pub(super) struct Zip {
    archive: ZipArchive<FileReader>,
    files: Vec<Archived>,
}

#[derive(Debug)]
struct Archived {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
}

/// The longest text of a link that is looked at.
const MAX_LINK: u64 = 4096;

impl Zip {
    /// Opens a zip file and lists its files with its size.
    pub(super) fn open(path: &Path, limits: Limits) -> Result<(Self, Vec<Entry>, u64), Obstacle> {
        let file = File::open(path).map_err(|_| Obstacle::Unreadable)?;
        let size = file.metadata().map_err(|_| Obstacle::Unreadable)?;
        if !size.is_file() {
            return Err(Obstacle::NoFile);
        }
        let mut buffer = vec![0; RECOMMENDED_BUFFER_SIZE];
        let archive = ZipArchive::from_file(file, &mut buffer).map_err(|_| Obstacle::BrokenArchive)?;
        let (mut files, mut entries, mut spans, mut links) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut records = archive.entries(&mut buffer);
        while let Some(record) = records.next_entry().map_err(|_| Obstacle::BrokenArchive)? {
            if files.len() >= limits.most_files {
                return Err(Obstacle::TooManyFiles);
            }
            let begin = record.local_header_offset();
            spans.push((begin, begin.saturating_add(record.compressed_size_hint())));
            if record.is_dir() {
                continue;
            }
            if record.mode().is_symlink() {
                links.push(entries.len());
            }
            entries.push(entry(&record, files.len()));
            files.push(Archived { place: record.wayfinder(), method: record.compression_method() });
        }
        if archive.entries_hint() != spans.len() as u64 {
            return Err(Obstacle::BrokenArchive);
        }
        if overlaps(&mut spans) {
            return Err(Obstacle::Overlapping);
        }
        let zip = Self { archive, files };
        for at in links {
            entries[at].fault = Some(zip.link(at, &entries[at].name));
        }
        Ok((zip, entries, size.len()))
    }

    /// A stream of the bytes of a file; the last of them comes only where size and checksum are right.
    pub(super) fn read(&self, number: usize) -> io::Result<Box<dyn Read + Send + '_>> {
        let broken = |error: rawzip::Error| io::Error::new(io::ErrorKind::InvalidData, error);
        let Archived { place, method } = &self.files[number];
        let entry = self.archive.get_entry(*place).map_err(broken)?;
        let packed = BufReader::with_capacity(64 << 10, entry.reader());
        Ok(match *method {
            CompressionMethod::STORE => Box::new(entry.verifying_reader(packed)),
            CompressionMethod::DEFLATE => {
                Box::new(entry.verifying_reader(Inflated(flate2::bufread::DeflateDecoder::new(packed))))
            }
            _ => Box::new(entry.verifying_reader(Inflated(zstd::Decoder::with_buffer(packed)?))),
        })
    }

    /// What is to be said of a link.
    fn link(&self, number: usize, name: &str) -> EntryFault {
        let mut target = String::new();
        let is_read = self.read(number).and_then(|input| input.take(MAX_LINK).read_to_string(&mut target));
        match is_read {
            Ok(_) if !leads_out(name, &target) => EntryFault::Link,
            _ => EntryFault::Unsafe(PathFault::LeadsOut),
        }
    }
}

fn entry(record: &ZipFileHeaderRecord<'_>, number: usize) -> Entry {
    let path = record.file_path();
    let name = std::str::from_utf8(path.as_bytes());
    let is_read = matches!(
        record.compression_method(),
        CompressionMethod::STORE | CompressionMethod::DEFLATE | CompressionMethod::ZSTD
    );
    let fault = if record.flags().is_encrypted() {
        Some(EntryFault::Encrypted)
    } else if !is_read {
        Some(EntryFault::Method)
    } else if name.is_err() {
        Some(EntryFault::Name)
    } else {
        None
    };
    let name = name.map_or_else(|_| path.as_bytes().escape_ascii().to_string(), str::to_owned);
    Entry { name, fault, place: Place::Archived(number) }
}

/// Whether files share bytes of the archive: what makes the densest zip bombs.
fn overlaps(spans: &mut [(u64, u64)]) -> bool {
    spans.sort_unstable();
    spans.windows(2).any(|pair| pair[0].1 > pair[1].0)
}

/// A decoder whose faults are told apart from those of the file beneath it.
struct Inflated<R>(R);

impl<R: Read> Read for Inflated<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.raw_os_error() {
            Some(_) => error,
            None => io::Error::new(io::ErrorKind::InvalidData, error),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_share_bytes_are_noticed() {
        assert!(!overlaps(&mut [(10, 20), (0, 10)]));
        assert!(overlaps(&mut [(0, 11), (10, 20)]));
    }
}
