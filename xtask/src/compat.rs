//! What changed between two states of the repository, and for whom it breaks.

mod c;
mod classes;
mod codes;
mod python;
mod rules;
mod schemas;
#[cfg(test)]
mod tests;

use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use xtask::files::{entries, read, root};

use self::classes::{Class, Effect};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    class: &'static Class,
    /// The schema and pointer, the code, rule, function or name that it is about.
    at: String,
}

impl Change {
    fn new(class: u16, at: impl Into<String>) -> Self {
        Self { class: classes::find(class), at: at.into() }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Class { number, what, effect } = self.class;
        write!(out, "{number} {}  {}: {what}", effect.words(), self.at)
    }
}

/// Compares another state of the repository with this one. False where a change breaks something.
pub(crate) fn run(old: &Path) -> bool {
    if !old.join("schemas/v1/rules.json").is_file() {
        println!("{}: no state of this repository", old.display());
        return false;
    }
    let changes = compare(old, root());
    for change in &changes {
        println!("{change}");
    }
    let count = |effect| changes.iter().filter(|change| change.class.effect == effect).count();
    println!(
        "{} changes: {} break writers, {} break readers, {} growth, {} words",
        changes.len(),
        count(Effect::Writers),
        count(Effect::Readers),
        count(Effect::Growth),
        count(Effect::Words),
    );
    count(Effect::Writers) + count(Effect::Readers) == 0
}

/// Compares the last tag with this state; none where there is no tag.
pub(crate) fn run_with_last_tag() -> Option<bool> {
    let mut git = Command::new("git");
    git.args(["describe", "--tags", "--abbrev=0"]).current_dir(root()).stderr(Stdio::null());
    let output = git.output().ok().filter(|output| output.status.success())?;
    let tag = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    println!("compared with {tag}");
    let folder = root().join("target/compat").join(&tag);
    Some(unpack(&tag, &folder).map_err(|error| println!("{tag}: {error}")).is_ok() && run(&folder))
}

fn unpack(tag: &str, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut git = Command::new("git");
    git.args(["archive", "--format=tar", tag]).current_dir(root()).stdout(Stdio::piped());
    let mut child = git.spawn()?;
    if let Some(archive) = child.stdout.take() {
        tar::Archive::new(archive).unpack(folder)?;
    }
    if child.wait()?.success() { Ok(()) } else { Err(std::io::Error::other("git cannot unpack it")) }
}

fn compare(old: &Path, new: &Path) -> Vec<Change> {
    let json = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
    let rules = |state: &Path| json(&read(&state.join("schemas/v1/rules.json")));
    let file = |state: &Path, path: &str| std::fs::read_to_string(state.join(path)).unwrap_or_default();
    let pair = |path: &str| (file(old, path), file(new, path));
    let mut changes = schemas::compare(&records(old), &records(new));
    let (before, now) = pair("schemas/v1/report.schema.json");
    changes.extend(schemas::compare_report(&json(&before), &json(&now)));
    changes.extend(rules::compare(&rules(old), &rules(new)));
    changes.extend(codes::compare(
        &texts(old, "core/data/codes", &["csv"]),
        &texts(new, "core/data/codes", &["csv"]),
    ));
    let (before, now) = pair("bindings/c/include/shequ.h");
    changes.extend(c::compare(&before, &now));
    let (before, now) = pair("bindings/c/symbols.txt");
    changes.extend(c::compare_symbols(&before, &now));
    let package = |state| texts(state, "bindings/python/shequ", &["py", "pyi"]);
    changes.extend(python::compare(&package(old), &package(new)));
    changes.sort();
    changes
}

/// The schemas of record types by their names.
fn records(state: &Path) -> Vec<(String, Value)> {
    let texts = texts(state, "schemas/v1", &["json"]);
    let schemas = texts.iter().filter_map(|(name, text)| {
        let kind = name.strip_suffix(".schema.json").filter(|kind| *kind != "report")?;
        Some((kind.to_owned(), serde_json::from_str(text).ok()?))
    });
    schemas.collect()
}

/// The files of a folder with one of these endings, each with its name.
fn texts(state: &Path, folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let paths = entries(&state.join(folder)).unwrap_or_default().into_iter();
    let has_ending =
        |path: &Path| path.extension().is_some_and(|found| endings.iter().any(|ending| found == *ending));
    let named = |path: std::path::PathBuf| {
        Some((path.file_name()?.to_string_lossy().into_owned(), std::fs::read_to_string(&path).ok()?))
    };
    paths.filter(|path| has_ending(path)).filter_map(named).collect()
}

/// The names that only one of two lists has: those that went, those that came.
fn gone_and_new<'a>(
    old: impl IntoIterator<Item = &'a String>,
    new: impl IntoIterator<Item = &'a String>,
) -> (Vec<&'a String>, Vec<&'a String>) {
    let (old, new): (Vec<_>, Vec<_>) = (old.into_iter().collect(), new.into_iter().collect());
    let gone = old.iter().filter(|name| !new.contains(name)).copied().collect();
    let came = new.iter().filter(|name| !old.contains(name)).copied().collect();
    (gone, came)
}
