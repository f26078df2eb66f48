//! Schemas, the catalogue, pages, sample data and stubs, as the library makes them.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use shequ::{BASE_URI, Kind, pages, rules};
use xtask::files::{entries, root, told, unsettled};

use crate::{examples, fields, header, province, stubs};

/// Writes every file, or with `check` says which differ. The pages show the examples, so that after a
/// change of these they are written by the library built anew.
pub(crate) fn run(check: bool) -> bool {
    let cases = root().join("schemas/v1/conformance");
    let data = root().join("core/data");
    let made = vec![
        (data.join("examples.json"), examples::generate(&cases)),
        (data.join("fields.json"), fields::generate(&cases)),
    ];
    let data = unsettled(made, check);
    if !check && !data.is_empty() {
        return again();
    }
    let stale = [data, unsettled(files(), check), strays(check)].concat();
    !check || told(&stale)
}

/// Builds and runs this program with the examples that it has just written.
fn again() -> bool {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--quiet", "--package", "xtask-publish"]).current_dir(root());
    command.status().is_ok_and(|status| status.success())
}

/// Pages of rules that are no more; without `check` they are removed.
fn strays(check: bool) -> Vec<PathBuf> {
    let known: Vec<PathBuf> = pages_of_rules().into_iter().map(|file| file.0).collect();
    let mut strays = entries(&rule_pages()).unwrap_or_default();
    strays.retain(|path| !known.contains(path));
    for path in strays.iter().filter(|_| !check) {
        std::fs::remove_file(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    strays
}

fn rule_pages() -> PathBuf {
    root().join("schemas/v1/rules")
}

fn files() -> Vec<(PathBuf, String)> {
    let folder = root().join("schemas/v1");
    let mut files: Vec<(PathBuf, String)> = Kind::all()
        .map(|kind| (folder.join(format!("{kind}.schema.json")), json(&shequ::schema(kind, BASE_URI))))
        .collect();
    files.push((folder.join("report.schema.json"), json(&shequ::report_schema(BASE_URI))));
    files.push((folder.join("package.schema.json"), json(&shequ::package_schema(BASE_URI))));
    files.push((folder.join("rules.json"), json(&shequ::catalogue())));
    files.extend(pages_of_rules());
    files.extend(province::files());
    files.push((root().join("bindings/c/include/shequ.h"), header::generate()));
    let package = root().join("bindings/python/shequ");
    files.push((package.join("_records.pyi"), stubs::records()));
    files.push((package.join("codes.pyi"), stubs::codes()));
    files.push((package.join("_names.py"), stubs::names()));
    files
}

fn pages_of_rules() -> Vec<(PathBuf, String)> {
    let pages = rules::all().map(|rule| (root().join("schemas/v1").join(rule.url()), pages::page(rule)));
    pages.chain([(rule_pages().join("README.md"), pages::index())]).collect()
}

fn json(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value can be written") + "\n"
}
