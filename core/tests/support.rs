//! Where test data lies.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A file of the folder that may lie beside the repository; a test that needs it says that it skips.
pub(crate) fn beside(path: &str) -> Option<PathBuf> {
    let path = root().parent()?.join("shared").join(path);
    if path.exists() {
        Some(path)
    } else {
        println!("skipped: {} does not lie beside the repository", path.display());
        None
    }
}

/// The one whole record of a type.
pub(crate) fn example(kind: shequ::Kind) -> Value {
    read_json(&root().join(format!("examples/records/{kind}.json")))
}

/// A JSON file.
pub(crate) fn read_json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The entries of a folder in order of their names.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
