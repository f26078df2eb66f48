//! Generated files: written, or compared with what is committed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The root of the repository.
///
/// # Panics
/// Where this program was not built in the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// The text of a file.
///
/// # Panics
/// Where it cannot be read.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What lies in a folder, in order of names.
///
/// # Errors
/// Where the folder cannot be read.
pub fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect();
    let mut entries = entries?;
    entries.sort();
    Ok(entries)
}

/// The files that were not as generated; without `check` they are now.
///
/// # Panics
/// Where a file cannot be written.
pub fn unsettled(files: Vec<(PathBuf, String)>, check: bool) -> Vec<PathBuf> {
    files.into_iter().filter(|(path, text)| !settle(path, text, check)).map(|file| file.0).collect()
}

/// Says which files are not as generated; true where there is none.
pub fn told(stale: &[PathBuf]) -> bool {
    for path in stale {
        println!("{}: not as generated; run cargo xtask gen", path.display());
    }
    stale.is_empty()
}

fn settle(path: &Path, text: &str, check: bool) -> bool {
    let same = fs::read_to_string(path).is_ok_and(|old| old == text);
    if same || check {
        return same;
    }
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    println!("wrote {}", path.display());
    false
}
