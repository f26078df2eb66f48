//! The conformance cases in one file that C can read; `bindings/c/tests/conformance.c` says its form.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;
use shequ::{Checker, DivisionTable, Kind, Options};
use xtask::files::{entries, root};

/// Writes all cases, each with the whole report of the library in Rust.
pub(crate) fn write(file: &Path) -> io::Result<()> {
    let mut out = Vec::new();
    for folder in entries(&root().join("schemas/v1/conformance"))? {
        for path in entries(&folder)? {
            let case = append(&path, &mut out);
            case.ok_or_else(|| io::Error::other(format!("{}: no case", path.display())))?;
        }
    }
    fs::write(file, out)
}

fn append(path: &Path, out: &mut Vec<u8>) -> Option<()> {
    let case: Value = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    let Some(kind) = case["kind"].as_str() else {
        // of a dataset or a package
        return Some(());
    };
    let kind = Kind::parse(kind)?;
    let as_of = case["as_of"].as_str()?;
    let records = records(&case)?;
    let table = case["divisions"].as_array().map(|rows| table(rows)).unwrap_or_default();
    let pair =
        |finding: &Value| Some(format!("{}\t{}\n", finding["rule"].as_str()?, finding["pointer"].as_str()?));
    let pairs = case["findings"].as_array()?.iter().map(pair).collect::<Option<String>>()?;
    let pairs = pairs.replace('\0', "\u{2400}");
    let mut options = Options::new().as_of(as_of.parse().ok()?).threads(1);
    if !table.is_empty() {
        options = options.divisions(DivisionTable::read(table.as_bytes()).ok()?);
    }
    let report = serde_json::to_string(&Checker::new(options).check(kind, &records).to_json()).ok()?;
    let lengths =
        [records.len(), table.len(), pairs.len(), report.len()].map(|len| len.to_string()).join(" ");
    out.extend(format!("{} {as_of} {lengths}\n", kind as usize + 1).bytes());
    for bytes in [&records, table.as_bytes(), pairs.as_bytes(), report.as_bytes()] {
        out.extend(bytes);
    }
    Some(())
}

fn records(case: &Value) -> Option<Vec<u8>> {
    if let Some(text) = case["text"].as_str() {
        return Some(text.as_bytes().to_vec());
    }
    if let Some(hex) = case["bytes_hex"].as_str() {
        let digits: String = hex.chars().filter(char::is_ascii_hexdigit).collect();
        return (0..digits.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).ok())
            .collect();
    }
    serde_json::to_vec(&case["record"]).ok()
}

fn table(rows: &[Value]) -> String {
    let mut text = "code\tname\tfrom\tto\tsuccessors\n".to_owned();
    for row in rows {
        let cell = |key: &str| match &row[key] {
            Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(";"),
            value => value.as_str().unwrap_or_default().to_owned(),
        };
        text += &(["code", "name", "from", "to", "successors"].map(cell).join("\t") + "\n");
    }
    text
}
