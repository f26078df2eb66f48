//! Which inputs there are: paths, folders, standard input.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::walk;
use crate::Kind;
use crate::error::{Error, Left, LeftOut, Obstacle};

/// Where an input comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
    /// Bytes in memory.
    Memory(Arc<[u8]>),
    /// A folder with a manifest, or a zip file.
    #[cfg(feature = "packages")]
    Package(PathBuf),
}

/// An input with its name and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Where it comes from.
    pub origin: Origin,
    /// How the report calls it.
    pub name: String,
    /// The record type, where it is known.
    pub kind: Option<Kind>,
    /// What is known to keep it from being read.
    pub obstacle: Option<Obstacle>,
}

/// What a list of paths stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sources {
    /// The inputs, in the order of the report: record types as in the standard, then names.
    pub inputs: Vec<Source>,
    /// What lies in the folders besides, in order of names.
    pub left: Vec<Left>,
    /// Whether they are a dataset: a folder, a package, or several inputs that are given together.
    pub is_dataset: bool,
}

/// The inputs that a list of paths stands for. A folder stands for its files of records and those of its subfolders;
/// `-` is standard input.
///
/// # Errors
/// Where a path does not exist, a folder holds no records, or standard input is named twice.
pub fn sources(paths: &[PathBuf], kind: Option<Kind>) -> Result<Sources, Error> {
    let mut sources = Sources::default();
    for path in paths {
        if path.as_os_str() == "-" {
            let origin = Origin::StandardInput;
            if sources.inputs.iter().any(|source| source.origin == origin) {
                return Err(Error::RepeatedStandardInput);
            }
            sources.inputs.push(Source { origin, name: "-".to_owned(), kind, obstacle: None });
        } else if let Some(origin) = package(path) {
            let name = path.display().to_string();
            sources.inputs.push(Source { origin, name, kind: None, obstacle: None });
            sources.is_dataset = true;
        } else if path.is_dir() {
            let before = sources.inputs.len();
            walk::folder(path, kind, &mut sources)?;
            sources.is_dataset = true;
            if sources.inputs.len() == before {
                return Err(Error::EmptyFolder { path: path.clone() });
            }
        } else if fs::metadata(path).is_ok() {
            sources.inputs.push(Source::file(path, kind, None));
        } else {
            return Err(Error::NotFound { path: path.clone() });
        }
    }
    sources.in_order();
    sources.is_dataset |= sources.inputs.len() > 1;
    Ok(sources)
}

/// Whether a path that is named is a package: its files are known once it is opened.
#[cfg(feature = "packages")]
fn package(path: &Path) -> Option<Origin> {
    let is_zip =
        || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) && path.is_file();
    let has_manifest = || fs::symlink_metadata(path.join("datapackage.json")).is_ok();
    (is_zip() || has_manifest()).then(|| Origin::Package(path.to_owned()))
}

#[cfg(not(feature = "packages"))]
const fn package(_: &Path) -> Option<Origin> {
    None
}

/// The files of a folder as if it had no manifest.
#[cfg(feature = "packages")]
pub(crate) fn files_of(folder: &Path) -> Result<Sources, Error> {
    let mut sources = Sources::default();
    walk::folder(folder, None, &mut sources)?;
    sources.in_order();
    Ok(sources)
}

impl Sources {
    /// Inputs that are given together, in any order.
    ///
    /// ```
    /// use shequ::{Kind, Source, Sources};
    /// let funds = Source::memory(Kind::Fund, "funds", *b"{}");
    /// let sources = Sources::of(vec![funds, Source::memory(Kind::Community, "communities", *b"{}")]);
    /// assert!(sources.is_dataset && sources.inputs[0].kind == Some(Kind::Community));
    /// ```
    pub fn of(inputs: Vec<Source>) -> Self {
        let is_dataset = inputs.len() > 1;
        let mut sources = Self { inputs, left: Vec::new(), is_dataset };
        sources.in_order();
        sources
    }

    fn in_order(&mut self) {
        let Self { inputs, left, .. } = self;
        inputs.sort_by(|a, b| (a.kind.is_none(), a.kind, &a.name).cmp(&(b.kind.is_none(), b.kind, &b.name)));
        inputs.dedup();
        left.sort();
        left.dedup();
    }
}

impl Source {
    /// Bytes in memory that hold records of a type.
    pub fn memory(kind: Kind, name: &str, records: impl Into<Arc<[u8]>>) -> Self {
        let (origin, name) = (Origin::Memory(records.into()), name.to_owned());
        Self { origin, name, kind: Some(kind), obstacle: None }
    }

    pub(super) fn file(path: &Path, kind: Option<Kind>, obstacle: Option<Obstacle>) -> Self {
        let name = path.display().to_string();
        let kind = kind.or_else(|| Kind::of_file_name(&name));
        Self { origin: Origin::File(path.to_owned()), name, kind, obstacle }
    }
}

/// Endings of the names of files of records.
const RECORDS: [&str; 3] = [".ndjson", ".jsonl", ".json"];
/// Endings of tables, which have no reader yet.
const TABLES: [&str; 6] = [".csv", ".tsv", ".xlsx", ".xls", ".ods", ".parquet"];
/// Endings of archives.
const ARCHIVES: [&str; 7] = [".zip", ".7z", ".rar", ".tar", ".tgz", ".tar.gz", ".tar.zst"];

/// Whether a file of a folder holds records by its name, or why it is left alone; none of what stands there by design.
pub(crate) fn judged(name: &str) -> Option<Result<(), LeftOut>> {
    let name = name.to_lowercase();
    let plain = name.trim_end_matches(".gz").trim_end_matches(".zst");
    if matches!(plain, "datapackage.json" | "ledger.json") || plain.ends_with(".schema.json") {
        None
    } else if name.starts_with('.') {
        Some(Err(LeftOut::Hidden))
    } else if name.starts_with("~$") {
        Some(Err(LeftOut::LockFile))
    } else if RECORDS.iter().any(|ending| plain.ends_with(ending)) || unread_format(&name).is_some() {
        Some(Ok(()))
    } else {
        Some(Err(LeftOut::Other))
    }
}

/// What stands in the way of a format that the name tells and that has no reader.
pub(crate) fn unread_format(name: &str) -> Option<Obstacle> {
    let name = name.to_lowercase();
    let plain = name.trim_end_matches(".gz").trim_end_matches(".zst");
    if ARCHIVES.iter().any(|ending| name.ends_with(ending)) {
        Some(Obstacle::Archive)
    } else {
        TABLES.iter().any(|ending| plain.ends_with(ending)).then_some(Obstacle::NoReader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_file_of_a_folder_is() {
        for name in ["volunteers.ndjson.gz", "志愿者台账.xlsx", "A.JSON", "导出.zip", "all.tar.gz"] {
            assert_eq!(judged(name), Some(Ok(())), "{name}");
        }
        for (name, why) in [
            (".hidden.json", LeftOut::Hidden),
            ("~$志愿者.xlsx", LeftOut::LockFile),
            ("readme.md", LeftOut::Other),
            ("volunteers", LeftOut::Other),
        ] {
            assert_eq!(judged(name), Some(Err(why)), "{name}");
        }
        for name in ["datapackage.json", "ledger.json", "volunteer.schema.json"] {
            assert_eq!(judged(name), None, "{name}");
        }
    }

    #[test]
    fn an_archive_is_told_from_a_table() {
        assert_eq!(unread_format("a.ZIP"), Some(Obstacle::Archive));
        assert_eq!(unread_format("a.csv.gz"), Some(Obstacle::NoReader));
        assert_eq!(unread_format("a.ndjson.gz"), None);
    }
}
