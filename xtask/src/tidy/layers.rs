//! Which module of `core/src` may know which: a module imports from its own layer or one below.

use std::collections::BTreeSet;

/// The layers, the lowest first. `lib` is what lib.rs itself declares.
const LAYERS: [&[&str]; 15] = [
    &["lib", "lang", "shown"],
    &["markup", "version"],
    &["record_types", "for_each_kind"],
    &["kind"],
    &["codes", "ids", "error"],
    &["field", "divisions"],
    &["model", "with_record_type"],
    &["input", "rule"],
    &["package"],
    &["finding"],
    &["rules", "report"],
    &["dataset"],
    &["check"],
    &["catalogue", "schema"],
    &["pages"],
];

/// What must not know the other, though the layers would let it.
const APART: [(&str, &str, &str); 6] = [
    ("input", "rule", "readers know no rules"),
    ("rules", "input", "rules read no files"),
    ("finding", "input", "findings do not depend on how records were read"),
    ("rules", "report", "rules do not know how they are shown"),
    ("report", "rules", "rendering changes no findings"),
    ("report", "input", "rendering reads no files"),
];

/// Files that may know what their module must not, each with its reason.
const EXEMPT: [(&str, &str, &str); 4] = [
    ("report/read.rs", "rules", "a report that is read back finds its rules in the catalogue"),
    ("report/mod.rs", "input", "the form in which an input was read is a fact of the report"),
    ("report/collector.rs", "input", "the form in which an input was read is a fact of the report"),
    (
        "rules/unreadable.rs",
        "input",
        "it gives each reason for which something is no record its rule, and reads nothing",
    ),
];

/// Names of the standard library that reach outside, and the modules that may use them.
const OUTSIDE: [(&str, &[&str], &str); 6] = [
    (
        "std::fs",
        &["input", "dataset", "package", "check"],
        "only readers open files, packing and what does not fit into memory write some",
    ),
    ("std::net", &[], "no network"),
    ("std::env", &[], "a verdict does not depend on the environment"),
    ("std::process", &[], "the library starts no programs"),
    ("SystemTime", &[], "no clock"),
    ("Timestamp::now", &["check"], "the clock is read where no reference date is given, and nowhere else"),
];

/// Faults of the sources of the library: paths below `core/src` with their texts.
pub(super) fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let exports = files.iter().find(|file| file.0 == "lib.rs").map_or_else(Vec::new, |file| exports(file.1));
    let sources = files.iter().filter(|(path, _)| *path != "lib.rs" && !is_test(path));
    let mut faults = Vec::new();
    for (path, text) in sources {
        let module = module_of(path);
        let code = code_of(text);
        for name in imports(&code) {
            let target =
                exports.iter().find(|export| export.0 == name).map_or(name.as_str(), |export| &export.1);
            if EXEMPT.iter().any(|row| row.0 == *path && row.1 == target) {
                continue;
            }
            let fault = judge(module, target);
            faults.extend(fault.map(|why| format!("core/src/{path}: imports {target}: {why}")));
        }
        for (name, users, why) in OUTSIDE {
            if code.contains(name) && !users.contains(&module) {
                faults.push(format!("core/src/{path}: uses {name}: {why}"));
            }
        }
    }
    faults
}

/// Why a module must not import another.
fn judge(module: &str, target: &str) -> Option<String> {
    if module == target {
        return None;
    }
    let layer = |name: &str| LAYERS.iter().position(|layer| layer.contains(&name));
    let (Some(from), Some(to)) = (layer(module), layer(target)) else {
        let unknown = if layer(module).is_none() { module } else { target };
        return Some(format!("{unknown} stands in no layer of xtask/src/tidy/layers.rs"));
    };
    let apart = APART.iter().find(|row| row.0 == module && row.1 == target);
    let upward = (to > from).then(|| format!("its layer is {to}, above {from} of {module}"));
    apart.map(|row| row.2.to_owned()).or(upward)
}

/// Tests may know everything.
pub(super) fn is_test(path: &str) -> bool {
    path.split('/').any(|part| part == "tests" || part == "tests.rs")
}

/// The top module of a file: `rules` of `rules/person.rs`, `kind` of `kind.rs`.
fn module_of(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The text without comments and without the module of tests at its end.
pub(super) fn code_of(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    let lines = text[..end].lines().map(|line| match line.find("//") {
        Some(at) if !line[..at].contains('"') => &line[..at],
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The first names after `crate::`: `field` of `crate::field::Slot`, `Kind` and `rules` of
/// `crate::{Kind, rules::all}`. What a macro says of `$crate` counts where the macro is written.
fn imports(code: &str) -> BTreeSet<String> {
    names_after(code, "crate::")
}

/// The first names after the name of a crate, as in [`imports`].
pub(super) fn names_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        if code[..at].ends_with(is_name_part) {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group_of(group).into_iter().filter_map(first_name)),
            None => names.extend(first_name(rest)),
        }
    }
    names
}

/// The parts of a group up to its closing brace, groups inside left whole.
fn group_of(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut open) = (Vec::new(), 0, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => open += 1,
            '}' if open > 0 => open -= 1,
            '}' => {
                parts.push(&text[start..at]);
                break;
            }
            ',' if open == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts
}

fn first_name(path: &str) -> Option<String> {
    let path = path.trim_start();
    let end = path.find(|letter| !is_name_part(letter)).unwrap_or(path.len());
    (end > 0).then(|| path[..end].to_owned())
}

fn is_name_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// What lib.rs exports, each with the module that it comes from, and its own constants.
fn exports(text: &str) -> Vec<(String, String)> {
    // what a feature brings is exported all the same
    let code: String = code_of(text).lines().filter(|line| !line.starts_with("#[")).collect();
    let mut exports = Vec::new();
    for statement in code.split(';').map(str::trim) {
        if let Some(path) = statement.strip_prefix("pub use ") {
            let Some((module, items)) = path.split_once("::") else { continue };
            let items = match items.strip_prefix('{') {
                Some(group) => group_of(group),
                None => vec![items],
            };
            exports.extend(items.into_iter().filter_map(first_name).map(|item| (item, module.to_owned())));
        } else if let Some(name) = statement.strip_prefix("pub const ").and_then(first_name) {
            exports.push((name, "lib".to_owned()));
        }
    }
    exports
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_read_from_lines_groups_and_paths() {
        let code = "use crate::{\n    Kind, rules::{self, Context},\n    input,\n};\nuse crate::field::Slot;\n\
                    fn f() -> crate::finding::Param { $crate::rule::X; my_crate::other() }\n";
        let names: Vec<String> = imports(code).into_iter().collect();
        assert_eq!(names, ["Kind", "field", "finding", "input", "rule", "rules"]);
    }

    #[test]
    fn comments_and_tests_are_left_out() {
        let text = "//! [`crate::Checker`]\nuse crate::a::B; // crate::c\nlet x = \"//\";\n\
                    #[cfg(test)]\nmod tests {\n    use crate::model::Point;\n}\n";
        assert_eq!(code_of(text), "\nuse crate::a::B; \nlet x = \"//\";");
    }

    #[test]
    fn exports_name_their_modules() {
        let text = "mod kind;\npub mod ids;\npub use kind::Kind;\npub use lang::{Lang, Words};\npub const VERSION: &str = \"1\";\n";
        let expected = [("Kind", "kind"), ("Lang", "lang"), ("Words", "lang"), ("VERSION", "lib")];
        assert_eq!(exports(text), expected.map(|(name, module)| (name.to_owned(), module.to_owned())));
    }

    #[test]
    fn a_module_imports_from_its_layer_or_below() {
        assert_eq!(judge("rules", "field"), None);
        assert_eq!(judge("ids", "codes"), None);
        assert_eq!(judge("rules", "input").as_deref(), Some("rules read no files"));
        assert!(judge("codes", "rules").is_some_and(|why| why.contains("above")));
        assert!(judge("rules", "novel").is_some());
    }

    #[test]
    fn what_reaches_outside_is_found() {
        let files = [
            ("lib.rs", "pub use kind::Kind;\n"),
            ("rules/a.rs", "use std::fs;\nuse crate::Kind;\n"),
            ("input/tests.rs", "use crate::rules;\n"),
        ];
        let faults = faults(&files);
        assert_eq!(faults.len(), 1);
        assert!(faults[0].starts_with("core/src/rules/a.rs: uses std::fs: "), "{}", faults[0]);
    }
}
