//! A package that lies in a folder.

use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use super::limits::Limits;
use super::path::PathFault;
use super::store::{Entry, EntryFault, Place};
use crate::error::Obstacle;

/// How many folders may lie in one another.
const MAX_DEPTH: usize = 32;

/// All files of a folder and its subfolders, and their bytes together. Links to folders are not followed.
pub(super) fn list(root: &Path, limits: Limits) -> Result<(Vec<Entry>, u64), Obstacle> {
    let real = fs::canonicalize(root).map_err(|_| Obstacle::Unreadable)?;
    let mut walk = Walk { real, limits, entries: Vec::new(), size: 0 };
    walk.folder(root, "", 1)?;
    Ok((walk.entries, walk.size))
}

struct Walk {
    /// The root without links.
    real: PathBuf,
    limits: Limits,
    entries: Vec<Entry>,
    size: u64,
}

impl Walk {
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) -> Result<(), Obstacle> {
        if depth > MAX_DEPTH {
            return Err(Obstacle::TooDeep);
        }
        for entry in fs::read_dir(folder).map_err(|_| Obstacle::UnreadableFolder)? {
            let entry = entry.map_err(|_| Obstacle::UnreadableFolder)?;
            let kind = entry.file_type().map_err(|_| Obstacle::UnreadableFolder)?;
            let is_text = entry.file_name().to_str().is_some();
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if kind.is_dir() {
                self.folder(&entry.path(), &format!("{name}/"), depth + 1)?;
                continue;
            }
            if self.entries.len() >= self.limits.most_files {
                return Err(Obstacle::TooManyFiles);
            }
            let (path, fault) = self.judged(entry.path(), kind);
            if fault.is_none() {
                self.size += fs::metadata(&path).map_or(0, |file| file.len());
            }
            let fault = fault.or((!is_text).then_some(EntryFault::Name));
            self.entries.push(Entry { name, fault, place: Place::File(path) });
        }
        Ok(())
    }

    /// Where the bytes lie, and what keeps them from being read.
    fn judged(&self, path: PathBuf, kind: FileType) -> (PathBuf, Option<EntryFault>) {
        if kind.is_file() {
            return (path, None);
        }
        if !kind.is_symlink() {
            // not opened: a pipe would wait for a writer for ever
            return (path, Some(EntryFault::NoFile));
        }
        match fs::canonicalize(&path) {
            Ok(target) if !target.starts_with(&self.real) => {
                (path, Some(EntryFault::Unsafe(PathFault::LeadsOut)))
            }
            Ok(target) if target.is_file() => (target, None),
            Ok(_) => (path, Some(EntryFault::Link)),
            // where it would lead is told by its text alone
            Err(_) => {
                let is_out = fs::read_link(&path).is_ok_and(|target| target.is_absolute());
                let fault = if is_out { EntryFault::Unsafe(PathFault::LeadsOut) } else { EntryFault::Link };
                (path, Some(fault))
            }
        }
    }
}
