//! What the generator of synthetic data may know of the library: names, declarations of fields and identifiers, never the checker or the rules.
//! So the ledger is declared, and ledger and checker can disprove each other.

use super::layers::{code_of, is_test, names_after};

/// What the generator imports of the library.
const KNOWN: [&str; 5] = ["Kind", "Words", "ids", "model", "shown"];

/// The file that writes folders; no other opens files.
const WRITER: &str = "folder.rs";

/// Names of the standard library that reach outside, besides files.
const OUTSIDE: [&str; 5] = ["std::net", "std::env", "std::process", "SystemTime", "Timestamp::now"];

/// Faults of the sources of the generator: paths below `core/generate/src` with their texts.
pub(super) fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| !is_test(path)) {
        let code = code_of(text);
        let names = names_after(&code, "shequ::");
        for name in names.iter().filter(|name| !KNOWN.contains(&name.as_str())) {
            faults.push(format!(
                "core/generate/src/{path}: imports {name}: what must be found is declared, never taken from the library"
            ));
        }
        for name in OUTSIDE.into_iter().filter(|name| code.contains(name)) {
            faults.push(format!("core/generate/src/{path}: uses {name}: the same seed gives the same bytes"));
        }
        if code.contains("std::fs") && *path != WRITER {
            faults.push(format!("core/generate/src/{path}: uses std::fs: {WRITER} alone writes files"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checker_and_the_rules_are_not_known() {
        let fine = ("folder.rs", "use std::fs;\nuse shequ::{Kind, Words};\nuse shequ::ids::check;\n");
        assert_eq!(faults(&[fine]), Vec::<String>::new());
        for line in [
            "use shequ::Checker;",
            "use shequ::{Kind, rules};",
            "let x = shequ::schema(kind, \"\");",
            "use std::fs;",
        ] {
            assert_eq!(faults(&[("records/a.rs", line)]).len(), 1, "{line}");
            assert!(faults(&[("tests.rs", line)]).is_empty());
        }
    }
}
