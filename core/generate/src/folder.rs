//! A dataset as files of a folder, whole or not at all.
//!
//! Files are written beside their names, with `.part` at the end, and get their names when all are there. As long as they have not,
//! or where the work was killed, a marker lies in the folder that a check of the folder cannot pass over.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::ledger::LedgerWriter;
use super::{Province, Summary};
use crate::Error;
use shequ::Kind;

/// The file of what must be found.
const LEDGER: &str = "ledger.json";
/// Says that the folder is not whole. Its name is that of no record type, so that it is told when the folder is checked.
const MARKER: &str = "_incomplete.ndjson";
const MARKER_TEXT: &str = "{\"note\": \"生成未完成，本文件夹中的数据不完整，请重新生成 / not whole: the work was cut short; generate again\"}\n";

/// Bytes that are kept before they go to a file.
const BUFFER: usize = 1 << 18;

/// Opens a file to write to; tests let it fail.
type Open<'a> = &'a dyn Fn(&Path) -> io::Result<Box<dyn Write>>;

/// Writes one NDJSON file for each record type, and the ledger where defects were asked for. A folder that holds
/// something is left alone unless it may be written over.
pub(super) fn write(
    province: &Province,
    folder: &Path,
    overwrite: bool,
    progress: &mut dyn FnMut(&Summary) -> ControlFlow<()>,
) -> Result<Summary, Error> {
    let open: Open<'_> = &|path| Ok(Box::new(File::create(path)?));
    write_by(open, province, folder, overwrite, progress)
}

fn write_by(
    open: Open<'_>,
    province: &Province,
    folder: &Path,
    overwrite: bool,
    progress: &mut dyn FnMut(&Summary) -> ControlFlow<()>,
) -> Result<Summary, Error> {
    let draft = Draft::begin(folder, overwrite)?;
    let written = fill(&draft, open, province, progress).and_then(|summary| {
        draft.finish(province.defects.is_some())?;
        Ok(summary)
    });
    if written.is_err() {
        draft.discard();
    }
    written
}

/// The names of all files that may be written.
fn names() -> impl Iterator<Item = String> {
    Kind::all().map(|kind| format!("{}.ndjson", kind.plural())).chain([LEDGER.to_owned()])
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    |source| Error::Write { path, source }
}

/// A folder that is being written.
struct Draft {
    folder: PathBuf,
    /// Whether the folder was not there before.
    is_new: bool,
}

impl Draft {
    fn begin(folder: &Path, overwrite: bool) -> Result<Self, Error> {
        let draft = Self { folder: folder.to_owned(), is_new: !folder.exists() };
        fs::create_dir_all(folder).map_err(failed(folder))?;
        let is_empty = || Ok::<_, io::Error>(fs::read_dir(folder)?.next().is_none());
        if !overwrite && !is_empty().map_err(failed(folder))? {
            return Err(Error::FolderNotEmpty { path: folder.to_owned() });
        }
        let marker = folder.join(MARKER);
        if let Err(error) = fs::write(&marker, MARKER_TEXT) {
            draft.discard();
            return Err(failed(&marker)(error));
        }
        Ok(draft)
    }

    fn part(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.part"))
    }

    /// Gives all files their names; a ledger of another dataset goes.
    fn finish(&self, has_ledger: bool) -> Result<(), Error> {
        for name in names() {
            let path = self.folder.join(&name);
            if name == LEDGER && !has_ledger {
                remove(&path).map_err(failed(&path))?;
            } else {
                fs::rename(self.part(&name), &path).map_err(failed(&path))?;
            }
        }
        let marker = self.folder.join(MARKER);
        remove(&marker).map_err(failed(&marker))
    }

    /// Takes away what was written. Where files have their names already, the marker stays.
    fn discard(&self) {
        let mut parts = names().map(|name| self.part(&name));
        let begun = parts.by_ref().next().is_none_or(|first| first.exists());
        if begun || self.is_new {
            names().for_each(|name| drop(remove(&self.part(&name))));
            let _ = remove(&self.folder.join(MARKER));
        }
        if self.is_new {
            names().for_each(|name| drop(remove(&self.folder.join(name))));
            // it stays where somebody else has put something in
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// Removes a file that may not be there.
fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A file of the draft.
struct Part {
    path: PathBuf,
    out: BufWriter<Box<dyn Write>>,
}

fn fill(
    draft: &Draft,
    open: Open<'_>,
    province: &Province,
    progress: &mut dyn FnMut(&Summary) -> ControlFlow<()>,
) -> Result<Summary, Error> {
    let create = |name: &str| {
        let out = open(&draft.part(name)).map_err(failed(&draft.folder.join(name)))?;
        Ok::<_, Error>(Part { path: draft.folder.join(name), out: BufWriter::with_capacity(BUFFER, out) })
    };
    let mut files = Vec::new();
    for kind in Kind::all() {
        files.push((kind, create(&format!("{}.ndjson", kind.plural()))?));
    }
    let ledger_path = draft.folder.join(LEDGER);
    let of_ledger = |error| failed(&ledger_path)(error);
    let mut ledger = match province.defects {
        Some(_) => {
            let out = create(LEDGER)?.out;
            Some(LedgerWriter::new(out, province.seed, &province.as_of.to_string()).map_err(of_ledger)?)
        }
        None => None,
    };
    let mut summary = Summary::default();
    province.run(&mut |out| {
        for (kind, file) in &mut files {
            file.out.write_all(out.text(*kind)).map_err(failed(&file.path))?;
            summary.add(*kind, out);
        }
        if let Some(ledger) = &mut ledger {
            ledger.add(out.expected()).map_err(of_ledger)?;
        }
        super::go_on(progress(&summary))
    })?;
    for (_, mut file) in files {
        file.out.flush().map_err(failed(&file.path))?;
    }
    if let Some(ledger) = ledger {
        summary.findings = ledger.finish().map_err(of_ledger)?;
    }
    Ok(summary)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn province() -> Province {
        Province::new(1, jiff::civil::date(2026, 6, 30))
            .communities(3)
            .volunteers_per_community(900)
            .defects(0.1)
    }

    fn listed(folder: &Path) -> Vec<String> {
        let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn is_part(name: &str) -> bool {
        Path::new(name).extension().is_some_and(|ending| ending == "part")
    }

    /// A disk that is full after so many bytes.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.0 < bytes.len() {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.0 -= bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Opens files, of which one lies on a full disk.
    fn full(name: &'static str, room: usize) -> impl Fn(&Path) -> io::Result<Box<dyn Write>> {
        move |path| {
            let file = File::create(path)?;
            let is_meant = path.file_name().is_some_and(|it| it.to_string_lossy().starts_with(name));
            Ok(if is_meant { Box::new(Full(room)) } else { Box::new(file) })
        }
    }

    #[test]
    fn a_full_disk_leaves_nothing_that_looks_whole() {
        let folder = tempfile::tempdir().unwrap();
        let go_on = &mut |_: &Summary| ControlFlow::Continue(());
        for (name, room) in
            [("communities", 0), ("volunteers", 300_000), ("cases", 10), ("ledger", 5), ("ledger", 0)]
        {
            let new = folder.path().join("a").join("b");
            let outcome = write_by(&full(name, room), &province(), &new, false, go_on);
            let Err(Error::Write { path, source }) = outcome else { panic!("{name} {room}: {outcome:?}") };
            assert!(path.file_name().unwrap().to_string_lossy().starts_with(name), "{path:?}");
            assert_eq!(source.kind(), io::ErrorKind::StorageFull);
            assert!(!new.exists(), "{:?}", listed(&new));
        }
        // what was whole before stays as it was
        let old = folder.path().join("old");
        write(&province(), &old, false, go_on).unwrap();
        fs::write(old.join("mine.txt"), "mine").unwrap();
        let before: Vec<_> =
            listed(&old).into_iter().map(|name| (fs::read(old.join(&name)).unwrap(), name)).collect();
        assert!(before.len() > 15 && before.iter().all(|(_, name)| !is_part(name) && name != MARKER));
        assert!(write_by(&full("volunteers", 9), &province().defects(0.9), &old, true, go_on).is_err());
        let after: Vec<_> =
            listed(&old).into_iter().map(|name| (fs::read(old.join(&name)).unwrap(), name)).collect();
        assert!(before == after, "{:?}", listed(&old));
    }

    #[test]
    fn what_is_stopped_is_taken_away_and_what_is_killed_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let mut seen = Vec::new();
        let stopped = write(&province(), folder.path(), true, &mut |_| {
            seen = listed(folder.path());
            ControlFlow::Break(())
        });
        assert!(matches!(stopped, Err(Error::Stopped)));
        assert!(listed(folder.path()).is_empty() && folder.path().exists());
        // this is what is there if the process is killed: no record type has a file
        assert!(seen.contains(&MARKER.to_owned()) && seen.len() > 15);
        assert!(seen.iter().all(|name| name == MARKER || is_part(name)), "{seen:?}");
        assert_eq!(Kind::of_file_name(MARKER), None);
        // a ledger of another dataset goes, and so does a marker that was left
        fs::write(folder.path().join(MARKER), "left").unwrap();
        fs::write(folder.path().join(LEDGER), "{}").unwrap();
        let clean = Province::new(1, jiff::civil::date(2026, 6, 30)).communities(1);
        write(&clean, folder.path(), true, &mut |_| ControlFlow::Continue(())).unwrap();
        assert!(!listed(folder.path()).iter().any(|name| name == LEDGER || name == MARKER));
    }

    /// A folder that has the name of a file keeps it from being named.
    #[test]
    fn what_cannot_be_named_is_taken_away_or_says_that_it_is_not_whole() {
        let folder = tempfile::tempdir().unwrap();
        for is_new in [true, false] {
            let path = folder.path().join(is_new.to_string());
            if !is_new {
                fs::create_dir(&path).unwrap();
            }
            let outcome = write(&province(), &path, true, &mut |_| {
                fs::create_dir_all(path.join("cases.ndjson").join("in the way")).unwrap();
                ControlFlow::Continue(())
            });
            assert!(matches!(outcome, Err(Error::Write { path, .. }) if path.ends_with("cases.ndjson")));
            if is_new {
                assert_eq!(listed(&path), ["cases.ndjson"]);
            } else {
                assert!(listed(&path).contains(&MARKER.to_owned()));
            }
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_that_is_full_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("new");
        let open: Open<'_> = &|_| Ok(Box::new(File::options().write(true).open("/dev/full")?));
        let outcome = write_by(open, &province(), &new, false, &mut |_| ControlFlow::Continue(()));
        assert!(matches!(outcome, Err(Error::Write { .. })) && !new.exists());
    }
}
