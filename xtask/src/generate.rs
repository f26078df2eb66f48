//! Writes what is generated, or compares it with what is committed.

use std::path::PathBuf;
use std::process::Command;

use xtask::files::{entries, read, root, told, unsettled};

use crate::{codes, gb2260};

/// Writes every generated file, or with `check` says which differ. First what is made from tables alone,
/// then what the library publishes, for which it must compile.
pub(crate) fn run(check: bool) -> bool {
    let stale = unsettled(sources(), check);
    let fresh = !check || told(&stale);
    publish(if check { &["--check"] } else { &[] }) && fresh
}

/// Runs the program that knows the library.
pub(crate) fn publish(arguments: &[&str]) -> bool {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--quiet", "--package", "xtask-publish", "--"]).args(arguments);
    command.current_dir(root()).status().is_ok_and(|status| status.success())
}

/// Rust made from tables.
fn sources() -> Vec<(PathBuf, String)> {
    let source = root().join("core/src");
    let tables = source.join("codes/tables");
    let mut files: Vec<(PathBuf, String)> =
        codes::generate(&csv_files()).into_iter().map(|(path, text)| (tables.join(path), text)).collect();
    let prefixes = read(&root().join("core/data/divisions/gb2260.csv"));
    files.push((source.join("ids/tables/gb2260.rs"), gb2260::generate(&prefixes)));
    files
}

/// The code tables, each with the name of its file.
fn csv_files() -> Vec<(String, String)> {
    let paths = entries(&root().join("core/data/codes")).expect("the folder of code tables can be read");
    let is_table = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "csv");
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    paths.iter().filter(|path| is_table(path)).map(|path| (name(path), read(path))).collect()
}
