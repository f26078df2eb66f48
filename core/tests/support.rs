//! Where test data lies.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use shequ::{BASE_URI, Kind, Rows};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A file of the folder that may lie beside the repository; a test that needs it is ignored unless asked for.
pub(crate) fn beside(path: &str) -> PathBuf {
    root().join("../shared").join(path)
}

/// The one whole record of a type.
pub(crate) fn example(kind: Kind) -> Value {
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

/// A checker's options on the day that the examples are made for.
pub(crate) fn options() -> shequ::Options {
    shequ::Options::new().as_of(jiff::civil::date(2026, 6, 30)).threads(1)
}

/// How many times as many cases a test makes as it does unless asked for more.
pub(crate) fn times() -> u32 {
    std::env::var("SHEQU_TIMES").map_or(1, |times| times.parse().expect("SHEQU_TIMES is a number"))
}

/// A schema, ready to validate by JSON Schema 2020-12 and nothing else.
pub(crate) fn compile(schema: &Value) -> jsonschema::Validator {
    let compiled = jsonschema::options().with_draft(jsonschema::Draft::Draft202012).build(schema);
    compiled.unwrap_or_else(|error| panic!("{}: {error}", schema["$id"]))
}

/// The published schema of a kind, ready to validate.
pub(crate) fn schema_of(kind: Kind) -> jsonschema::Validator {
    compile(&shequ::schema(kind, BASE_URI))
}

/// Rows of a table that are lines already.
pub(crate) struct Lines(pub(crate) Vec<String>);

impl Rows for Lines {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn write(&self, lines: &mut Vec<u8>) {
        for line in &self.0 {
            lines.extend_from_slice(line.as_bytes());
            lines.push(b'\n');
        }
    }
}
