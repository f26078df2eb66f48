//! Which inputs there are: paths, folders, standard input.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Kind;
use crate::error::Error;

/// Where an input comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
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
}

/// The inputs that a list of paths stands for, in the order of the report: record types as in the
/// standard, then names. A folder stands for its files of records; `-` is standard input.
///
/// # Errors
/// Where a path does not exist, a folder holds no records, or standard input is named twice.
pub fn sources(paths: &[PathBuf], kind: Option<Kind>) -> Result<Vec<Source>, Error> {
    let mut sources = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            if sources.iter().any(|source: &Source| source.origin == Origin::StandardInput) {
                return Err(Error::RepeatedStandardInput);
            }
            sources.push(Source { origin: Origin::StandardInput, name: "-".to_owned(), kind });
        } else if path.is_dir() {
            sources.extend(folder(path, kind)?);
        } else if path.exists() {
            sources.push(file(path, kind));
        } else {
            return Err(Error::NotFound { path: path.clone() });
        }
    }
    sources.sort_by(|a, b| (a.kind.is_none(), a.kind, &a.name).cmp(&(b.kind.is_none(), b.kind, &b.name)));
    sources.dedup();
    Ok(sources)
}

fn file(path: &Path, kind: Option<Kind>) -> Source {
    let name = path.display().to_string();
    let kind = kind.or_else(|| Kind::of_file_name(&name));
    Source { origin: Origin::File(path.to_owned()), name, kind }
}

/// The files of records in a folder; what stands beside them, like a manifest or a page, is passed over.
fn folder(path: &Path, kind: Option<Kind>) -> Result<Vec<Source>, Error> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?.path();
        let name = entry.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if entry.is_file() && is_table(&name) {
            files.push(file(&entry, kind));
        }
    }
    if files.is_empty() { Err(Error::EmptyFolder { path: path.to_owned() }) } else { Ok(files) }
}

fn is_table(name: &str) -> bool {
    const ENDINGS: [&str; 6] = [".ndjson", ".jsonl", ".json", ".csv", ".xlsx", ".xls"];
    let plain = name.trim_end_matches(".gz").trim_end_matches(".zst");
    let is_meta = name.starts_with('.')
        || matches!(plain, "datapackage.json" | "ledger.json")
        || plain.ends_with(".schema.json");
    !is_meta && ENDINGS.iter().any(|ending| plain.ends_with(ending))
}

/// Whether the name is that of a format that has no reader yet.
pub(crate) fn is_unread_format(name: &str) -> bool {
    let name = name.to_lowercase();
    let plain = name.trim_end_matches(".gz").trim_end_matches(".zst");
    [".csv", ".tsv", ".xlsx", ".xls", ".ods", ".parquet"].iter().any(|ending| plain.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_no_table_of_records() {
        assert!(is_table("volunteers.ndjson.gz"));
        assert!(is_table("志愿者台账.xlsx"));
        for name in ["datapackage.json", "ledger.json", "readme.md", ".hidden.json", "volunteer.schema.json"]
        {
            assert!(!is_table(name), "{name}");
        }
    }
}
