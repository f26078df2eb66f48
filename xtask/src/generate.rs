//! Writes what is generated, or compares it with what is committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use shequ::{BASE_URI, Kind, pages, rules};

use crate::{codes, examples, fields, gb2260, header, province, stubs};

/// Writes every generated file, or with `check` says which differ. Schemas and pages come from the
/// library, so that after a change of its sources they are written by the library built anew.
pub(crate) fn run(check: bool) -> bool {
    let sources = unsettled(rust(), check);
    if !check && !sources.is_empty() {
        return again();
    }
    let stale = [sources, unsettled(published(), check), strays(check)].concat();
    for path in stale.iter().filter(|_| check) {
        println!("{}: not as generated; run cargo xtask gen", path.display());
    }
    stale.is_empty() || !check
}

/// Those that were not as generated; without `check` they are now.
fn unsettled(files: Vec<(PathBuf, String)>, check: bool) -> Vec<PathBuf> {
    files.into_iter().filter(|(path, text)| !settle(path, text, check)).map(|file| file.0).collect()
}

/// Builds and runs the generator with the sources that it has just written.
fn again() -> bool {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let status = command.args(["xtask", "gen"]).current_dir(root()).status();
    status.is_ok_and(|status| status.success())
}

/// Pages of rules that are no more; without `check` they are removed.
fn strays(check: bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(rule_pages()) else { return Vec::new() };
    let known: Vec<PathBuf> = pages_of_rules().into_iter().map(|file| file.0).collect();
    let mut strays: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    strays.retain(|path| !known.contains(path));
    strays.sort();
    for path in strays.iter().filter(|_| !check) {
        fs::remove_file(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        println!("removed {}", path.display());
    }
    strays
}

fn rule_pages() -> PathBuf {
    root().join("schemas/v1/rules")
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the repository")
}

/// Rust made from tables.
fn rust() -> Vec<(PathBuf, String)> {
    let source = root().join("core/src");
    let tables = source.join("codes/tables");
    let mut files: Vec<(PathBuf, String)> =
        codes::generate(&csv_files()).into_iter().map(|(path, text)| (tables.join(path), text)).collect();
    let prefixes = read(&root().join("core/data/divisions/gb2260.csv"));
    files.push((source.join("ids/tables/gb2260.rs"), gb2260::generate(&prefixes)));
    let cases = root().join("schemas/v1/conformance");
    files.push((source.join("pages/tables/examples.rs"), examples::generate(&cases)));
    files.push((source.join("pages/tables/fields.rs"), fields::generate(&cases)));
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

/// Schemas, the catalogue and the pages of rules made from the library.
fn published() -> Vec<(PathBuf, String)> {
    let folder = root().join("schemas/v1");
    let mut files: Vec<(PathBuf, String)> = Kind::all()
        .map(|kind| (folder.join(format!("{kind}.schema.json")), json(&shequ::schema(kind, BASE_URI))))
        .collect();
    files.push((folder.join("report.schema.json"), json(&shequ::report_schema(BASE_URI))));
    files.push((folder.join("rules.json"), json(&shequ::catalogue())));
    files.extend(pages_of_rules());
    files.extend(province::files());
    files.push((root().join("bindings/c/include/shequ.h"), header::generate()));
    let package = root().join("bindings/python/shequ");
    files.push((package.join("_records.pyi"), stubs::records()));
    files.push((package.join("codes.pyi"), stubs::codes()));
    files
}

fn pages_of_rules() -> Vec<(PathBuf, String)> {
    let pages = rules::all().map(|rule| (root().join("schemas/v1").join(rule.url()), pages::page(rule)));
    pages.chain([(rule_pages().join("README.md"), pages::index())]).collect()
}

fn json(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value can be written") + "\n"
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Whether a file held a text; without `check` it does now.
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
