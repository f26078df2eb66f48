//! Which rules look at which field, from what the conformance cases find.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use shequ::Kind;
use xtask::files::entries;

/// The families whose rules look at every field.
const EVERYWHERE: [&str; 2] = ["STR", "TXT"];

/// Of each rule the record types and fields at which the cases have its findings, as JSON.
///
/// # Panics
/// Where a case cannot be read.
pub(crate) fn generate(cases: &Path) -> String {
    let mut places: BTreeMap<String, BTreeSet<(Kind, String)>> = BTreeMap::new();
    for (kind, rule, pointer) in files(cases).iter().flat_map(|path| findings(path)) {
        places.entry(rule).or_default().insert((kind, pointer));
    }
    places.retain(|rule, _| EVERYWHERE.iter().all(|family| !rule.starts_with(family)));
    let row = |(rule, places): (String, BTreeSet<(Kind, String)>)| {
        let places: Vec<String> =
            places.into_iter().map(|(kind, pointer)| format!("{kind}{pointer}")).collect();
        (rule, places)
    };
    let rows: BTreeMap<String, Vec<String>> = places.into_iter().map(row).collect();
    serde_json::to_string_pretty(&rows).expect("a JSON value can be written") + "\n"
}

fn files(cases: &Path) -> Vec<PathBuf> {
    let folders = entries(cases).unwrap_or_default().into_iter().filter(|path| path.is_dir());
    let files = folders.flat_map(|folder| entries(&folder).unwrap_or_default());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect()
}

/// Record type, rule and field of each finding of a case.
fn findings(path: &Path) -> Vec<(Kind, String, String)> {
    let source = fs::read_to_string(path).expect("a case is text");
    let case: Value =
        serde_json::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let place = |finding: &Value| {
        let kind = Kind::parse(finding["kind"].as_str().or(case["kind"].as_str())?)?;
        // of a record that is no record there is no field
        let pointer = without_indexes(&text(&finding["pointer"]));
        kind.declaration().field(&pointer).map(|_| (kind, text(&finding["rule"]), pointer))
    };
    case["findings"].as_array().into_iter().flatten().filter_map(place).collect()
}

fn without_indexes(pointer: &str) -> String {
    let is_name = |step: &&str| !step.is_empty() && !step.bytes().all(|letter| letter.is_ascii_digit());
    pointer.split('/').filter(is_name).fold(String::new(), |out, step| out + "/" + step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_named_without_the_items_of_its_lists() {
        assert_eq!(without_indexes("/posts/12/starts_on"), "/posts/starts_on");
        assert_eq!(without_indexes("/trainings/0"), "/trainings");
        assert_eq!(without_indexes(""), "");
    }
}
