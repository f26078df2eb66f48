//! What the library makes public, compared with the list that is committed.

use std::fs;

use super::{Tally, answers, at_root, skipped};
use crate::setup::Tool;
use xtask::files::root;

/// It reads what a nightly rustdoc writes.
pub(super) const TOOL: Tool = Tool::Cargo("cargo-public-api", "0.52.0");

const LIST: &str = "core/public-api.txt";

/// Compares, or without `check` writes the list.
pub(super) fn run(check: bool) -> Tally {
    if !answers(at_root("rustup").args(["run", "nightly", "cargo", "public-api", "--version"])) {
        return skipped("needs a nightly toolchain and cargo-public-api");
    }
    let mut command = at_root("rustup");
    command.args(["run", "nightly", "cargo", "public-api", "--package", "shequ", "-sss"]);
    command.args(["--color", "never", "--target-dir"]).arg(root().join("target/public-api"));
    let Ok(output) = command.output() else { return skipped("cargo-public-api does not run") };
    if !output.status.success() {
        // its form of rustdoc's output changes with each nightly
        let reason = String::from_utf8_lossy(&output.stderr).into_owned();
        return skipped(reason.trim().lines().next_back().unwrap_or_default());
    }
    let (path, now) = (root().join(LIST), listed(&String::from_utf8_lossy(&output.stdout)));
    if !check {
        return fs::write(path, now).map_or(Tally::FAILED, |()| Tally::PASSED);
    }
    let before = fs::read_to_string(path).unwrap_or_default();
    let changes = changes(&before, &now);
    for line in &changes {
        println!("{line}");
    }
    if changes.is_empty() {
        return Tally::PASSED;
    }
    println!("{LIST} is not what the library makes public; where that is meant, run cargo xtask api");
    Tally::FAILED
}

/// Without the record types and the codes, which `cargo xtask compat` compares as data.
fn listed(items: &str) -> String {
    let is_data = |line: &str| ["shequ::model::", "shequ::codes::"].iter().any(|path| line.contains(path));
    items.split_inclusive('\n').filter(|line| !is_data(line)).collect()
}

/// Lines that went, then lines that came.
fn changes(before: &str, now: &str) -> Vec<String> {
    let less = |one: &str, other: &str, sign: char| -> Vec<String> {
        let other: std::collections::HashSet<&str> = other.lines().collect();
        one.lines().filter(|line| !other.contains(line)).map(|line| format!("{sign} {line}")).collect()
    };
    [less(before, now, '-'), less(now, before, '+')].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_and_what_came_is_told() {
        assert_eq!(changes("a\nb\n", "b\nc\n"), ["- a", "+ c"]);
        assert!(changes("a\n", "a\n").is_empty());
    }

    #[test]
    fn data_is_left_out() {
        let items = "pub mod shequ\npub shequ::codes::Sex::Male\npub fn shequ::schema(shequ::Kind)\n";
        assert_eq!(listed(items), "pub mod shequ\npub fn shequ::schema(shequ::Kind)\n");
    }
}
