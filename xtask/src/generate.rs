//! Writes what is generated, or compares it with what is committed.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use shequ::{BASE_URI, Kind};

use crate::{codes, gb2260, province};

/// Writes every generated file, or with `check` says which differ.
pub(crate) fn run(check: bool) -> bool {
    let stale: Vec<PathBuf> =
        files().into_iter().filter(|(path, text)| !settle(path, text, check)).map(|file| file.0).collect();
    for path in &stale {
        println!("{}: not as generated; run cargo xtask gen", path.display());
    }
    stale.is_empty()
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

fn files() -> Vec<(PathBuf, String)> {
    let mut files = rust();
    files.extend(schemas());
    files.extend(province::files());
    files
}

/// Rust made from tables.
fn rust() -> Vec<(PathBuf, String)> {
    let source = root().join("core/src");
    let tables = source.join("codes/tables");
    let mut files: Vec<(PathBuf, String)> =
        codes::generate(&csv_files()).into_iter().map(|(path, text)| (tables.join(path), text)).collect();
    let prefixes = read(&root().join("core/data/divisions/gb2260.csv"));
    files.push((source.join("ids/tables/gb2260.rs"), gb2260::generate(&prefixes)));
    files
}

fn csv_files() -> Vec<(String, String)> {
    let folder = root().join("core/data/codes");
    let entries = fs::read_dir(&folder).expect("the folder of code tables can be read");
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "csv"))
        .collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), read(&folder.join(name)))).collect()
}

/// Schemas and the catalogue made from the library.
fn schemas() -> Vec<(PathBuf, String)> {
    let folder = root().join("schemas/v1");
    let mut files: Vec<(PathBuf, String)> = Kind::all()
        .map(|kind| (folder.join(format!("{kind}.schema.json")), json(&shequ::schema(kind, BASE_URI))))
        .collect();
    files.push((folder.join("report.schema.json"), json(&shequ::report_schema(BASE_URI))));
    files.push((folder.join("rules.json"), json(&shequ::catalogue())));
    files
}

fn json(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value can be written") + "\n"
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Makes a file hold a text; with `check` only says whether it does.
fn settle(path: &Path, text: &str, check: bool) -> bool {
    let same = fs::read_to_string(path).is_ok_and(|old| old == text);
    if same || check {
        return same;
    }
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    println!("wrote {}", path.display());
    true
}
