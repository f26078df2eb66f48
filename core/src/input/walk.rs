//! The files of a folder and its subfolders. Nothing that might hold records is passed over without a word.

use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use super::source::{Source, Sources, judged};
use crate::Kind;
use crate::error::{Error, Left, LeftOut, Obstacle};

/// How many folders may lie in one another.
const MAX_DEPTH: usize = 32;

/// Adds the files of a folder. Links to folders are not followed, so that no circle is walked.
///
/// # Errors
/// Where the folder itself cannot be listed.
pub(super) fn folder(path: &Path, kind: Option<Kind>, sources: &mut Sources) -> Result<(), Error> {
    let mut walk = Walk { kind, sources, list: &listed };
    let entries = listed(path)?;
    walk.entries(entries, 1);
    Ok(())
}

/// A path and what lies there, links not followed.
type Entry = (PathBuf, FileType);

struct Walk<'a> {
    kind: Option<Kind>,
    sources: &'a mut Sources,
    list: &'a dyn Fn(&Path) -> io::Result<Vec<Entry>>,
}

fn listed(path: &Path) -> io::Result<Vec<Entry>> {
    let entry =
        |entry: io::Result<fs::DirEntry>| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)));
    let mut entries = fs::read_dir(path)?.map(entry).collect::<io::Result<Vec<_>>>()?;
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(entries)
}

impl Walk<'_> {
    fn entries(&mut self, entries: Vec<Entry>, depth: usize) {
        for (path, kind) in entries {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            match judged(&name) {
                None => {}
                Some(Err(why @ (LeftOut::Hidden | LeftOut::LockFile))) => self.leave(&path, why),
                Some(judged) if kind.is_dir() => self.subfolder(&path, judged.is_ok(), depth),
                Some(Ok(())) => self.file(&path, kind),
                Some(Err(why)) => self.other(&path, kind, why),
            }
        }
    }

    fn subfolder(&mut self, path: &Path, is_named_as_file: bool, depth: usize) {
        if is_named_as_file {
            self.fail(path, Obstacle::NoFile);
        } else if depth >= MAX_DEPTH {
            self.fail(path, Obstacle::TooDeep);
        } else {
            match (self.list)(path) {
                Ok(entries) => self.entries(entries, depth + 1),
                Err(_) => self.fail(path, Obstacle::UnreadableFolder),
            }
        }
    }

    fn file(&mut self, path: &Path, kind: FileType) {
        let obstacle = if kind.is_file() {
            None
        } else if kind.is_symlink() {
            match fs::metadata(path) {
                Ok(target) if target.is_file() => None,
                Ok(target) if target.is_dir() => Some(Obstacle::LinkedFolder),
                Ok(_) => Some(Obstacle::NoFile),
                Err(_) => Some(Obstacle::DanglingLink),
            }
        } else {
            // not opened: a pipe would wait for a writer for ever
            Some(Obstacle::NoFile)
        };
        self.sources.inputs.push(Source::file(path, self.kind, obstacle));
    }

    /// What is not named as a file of records; a link to a folder may hide some.
    fn other(&mut self, path: &Path, kind: FileType, why: LeftOut) {
        if kind.is_symlink() && path.is_dir() {
            self.fail(path, Obstacle::LinkedFolder);
        } else {
            self.leave(path, why);
        }
    }

    fn fail(&mut self, path: &Path, obstacle: Obstacle) {
        self.sources.inputs.push(Source::file(path, self.kind, Some(obstacle)));
    }

    fn leave(&mut self, path: &Path, why: LeftOut) {
        self.sources.left.push(Left { name: path.display().to_string(), why });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever runs the tests may be allowed to read any folder, so the system's answer is made up.
    #[test]
    fn a_subfolder_that_cannot_be_listed_is_an_obstacle() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["a/volunteers.ndjson", "b/cases.ndjson"] {
            fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
            fs::write(folder.path().join(path), "").unwrap();
        }
        let list = |path: &Path| {
            if path.ends_with("a") { Err(io::ErrorKind::PermissionDenied.into()) } else { listed(path) }
        };
        let mut sources = Sources::default();
        let mut walk = Walk { kind: None, sources: &mut sources, list: &list };
        walk.entries(listed(folder.path()).unwrap(), 1);
        let found: Vec<_> = sources.inputs.iter().map(|source| (source.kind, source.obstacle)).collect();
        assert_eq!(found, [(None, Some(Obstacle::UnreadableFolder)), (Some(Kind::Case), None)]);
    }

    #[test]
    fn folders_without_end_are_cut() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("d/".repeat(MAX_DEPTH + 1));
        fs::create_dir_all(&deep).unwrap();
        let mut sources = Sources::default();
        super::folder(folder.path(), None, &mut sources).unwrap();
        assert_eq!(sources.inputs.len(), 1);
        assert_eq!(sources.inputs[0].obstacle, Some(Obstacle::TooDeep));
    }
}
