//! Where the files of a package lie: in a folder or in a zip file. Nothing is ever unpacked to disk.

use std::collections::HashMap;
use std::io::{self, Read};
use std::path::Path;

use super::folder;
use super::limits::{Budget, Limits};
use super::path::{PathFault, safe};
use super::zip::Zip;
use crate::Words;
use crate::error::Obstacle;

/// A file of a package.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its path in the package, as it may be shown.
    pub(crate) name: String,
    /// What keeps it from being read.
    pub(crate) fault: Option<EntryFault>,
    pub(super) place: Place,
}

/// Where its bytes are.
#[derive(Clone, Debug)]
pub(super) enum Place {
    File(std::path::PathBuf),
    Archived(usize),
}

/// What keeps a file of a package from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryFault {
    /// The path, or where a link leads, is out of the package.
    Unsafe(PathFault),
    /// A link that is not followed, or leads nowhere.
    Link,
    /// No regular file.
    NoFile,
    /// The name is no UTF-8.
    Name,
    /// Another file has the same path.
    Repeated,
    Encrypted,
    /// A way to compress that is not read.
    Method,
}

impl EntryFault {
    /// What keeps it from being read, in words.
    pub(crate) const fn words(self) -> Words {
        match self {
            Self::Unsafe(fault) => fault.words(),
            Self::Link => Words::new(
                "是链接，数据包中的链接不予读取",
                "it is a link, which is not followed in a package",
            ),
            Self::NoFile => Words::new(
                "不是普通文件（而是文件夹、管道或设备等）",
                "it is no regular file but a folder, a pipe, a device or the like",
            ),
            Self::Name => Words::new("文件名的编码不是UTF-8", "its name is not in UTF-8"),
            Self::Repeated => Words::new(
                "压缩包中有多个同名文件，无法确定以哪个为准",
                "its name stands more than once in the archive, and nothing says which counts",
            ),
            Self::Encrypted => Words::new("已加密", "it is encrypted"),
            Self::Method => Words::new(
                "压缩方式不受支持（支持存储、Deflate和Zstandard）",
                "it is compressed in a way that is not read; stored, Deflate and Zstandard are",
            ),
        }
    }
}

/// The files of a package.
#[derive(Debug)]
pub(crate) struct Store {
    archive: Option<Zip>,
    /// In order of names.
    pub(crate) entries: Vec<Entry>,
    budget: Budget,
}

impl Store {
    /// Opens a folder or a zip file and lists its files.
    ///
    /// # Errors
    /// Where it cannot be read, or is beyond the limits.
    pub(crate) fn open(path: &Path, limits: Limits) -> Result<Self, Obstacle> {
        let (archive, mut entries, size) = if path.is_dir() {
            let (entries, size) = folder::list(path, limits)?;
            (None, entries, size)
        } else {
            let (archive, entries, size) = Zip::open(path, limits)?;
            (Some(archive), entries, size)
        };
        for entry in &mut entries {
            if let (None, Err(fault)) = (entry.fault, safe(&entry.name)) {
                entry.fault = Some(EntryFault::Unsafe(fault));
            }
        }
        mark_repeated(&mut entries);
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { archive, entries, budget: Budget::new(limits, size) })
    }

    /// The file of a path in the package.
    pub(crate) fn find(&self, path: &str) -> Option<&Entry> {
        let at = self.entries.partition_point(|entry| entry.name.as_str() < path);
        self.entries.get(at).filter(|entry| entry.name == path)
    }

    /// A link out of the package on the way to a path.
    pub(crate) fn link_before(&self, path: &str) -> Option<&Entry> {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders
            .filter_map(|folder| self.find(folder))
            .find(|entry| matches!(entry.fault, Some(EntryFault::Unsafe(_))))
    }

    /// A stream of the bytes of a file, within the limits.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub(crate) fn read(&self, entry: &Entry) -> io::Result<Box<dyn Read + Send + '_>> {
        match (&entry.place, &self.archive) {
            (Place::Archived(number), Some(archive)) => {
                Ok(Box::new(self.budget.watch(archive.read(*number)?)))
            }
            (Place::File(path), _) => Ok(Box::new(std::fs::File::open(path)?)),
            (Place::Archived(_), None) => Err(io::Error::from(io::ErrorKind::NotFound)),
        }
    }

    /// The stream within the limits, once more after a decompression.
    pub(crate) fn watch<R: Read>(&self, input: R) -> impl Read + use<R> {
        self.budget.watch(input)
    }
}

/// Of files with one path none is read, since readers differ in which they take.
fn mark_repeated(entries: &mut [Entry]) {
    let mut times: HashMap<String, u32> = HashMap::new();
    for entry in entries.iter() {
        *times.entry(entry.name.clone()).or_default() += 1;
    }
    for entry in entries.iter_mut().filter(|entry| times[&entry.name] > 1) {
        entry.fault.get_or_insert(EntryFault::Repeated);
    }
}
