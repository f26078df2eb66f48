use serde_json::Value;

use super::{Change, c, classes, codes, python, rules, schemas};

/// Pairs of states, each with the class of its one change.
const PAIRS: &str = include_str!("pairs.json");

fn named<T>(state: &Value, read: impl Fn(&Value) -> T) -> Vec<(String, T)> {
    state.as_object().unwrap().iter().map(|(name, value)| (name.clone(), read(value))).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn compare(part: &str, old: &Value, new: &Value) -> Vec<Change> {
    match part {
        "schemas" => schemas::compare(&named(old, Value::clone), &named(new, Value::clone)),
        "report" => schemas::compare_report(old, new),
        "codes" => codes::compare(&named(old, text), &named(new, text)),
        "rules" => rules::compare(old, new),
        "c" => c::compare(&text(old), &text(new)),
        "symbols" => c::compare_symbols(&text(old), &text(new)),
        "python" => python::compare(&named(old, text), &named(new, text)),
        _ => panic!("no part {part}"),
    }
}

#[test]
fn each_class_is_told_from_the_others() {
    let pairs: Vec<Value> = serde_json::from_str(PAIRS).unwrap();
    for pair in &pairs {
        let part = pair["part"].as_str().unwrap();
        let changes = compare(part, &pair["old"], &pair["new"]);
        let found: Vec<u64> = changes.iter().map(|change| change.class.number.into()).collect();
        assert_eq!(found, [pair["class"].as_u64().unwrap()], "{pair}");
        for state in ["old", "new"] {
            assert!(compare(part, &pair[state], &pair[state]).is_empty(), "{pair}");
        }
    }
    let shown = |class: &classes::Class| pairs.iter().any(|pair| pair["class"] == class.number);
    let missing: Vec<u16> =
        classes::ALL.iter().filter(|class| !shown(class)).map(|class| class.number).collect();
    assert!(missing.is_empty(), "no pair shows {missing:?}");
}

#[test]
fn numbers_stand_once_and_in_order() {
    assert!(classes::ALL.windows(2).all(|pair| pair[0].number < pair[1].number));
}

/// A state differs from itself in nothing, and the parts are read at all.
#[test]
fn this_state_is_read() {
    let root = xtask::files::root();
    assert!(super::compare(root, root).is_empty());
    let header = std::fs::read_to_string(root.join("bindings/c/include/shequ.h")).unwrap();
    let functions = c::compare("", &header).iter().filter(|change| change.class.number == 403).count();
    let symbols = std::fs::read_to_string(root.join("bindings/c/symbols.txt")).unwrap();
    assert_eq!(functions, symbols.lines().count());
    assert!(super::records(root).len() >= 15);
    let package = super::texts(root, "bindings/python/shequ", &["py", "pyi"]);
    let names = python::compare(&[], &package);
    for name in ["shequ.check", "shequ.Report.findings", "arrow.check_batches", "codes.Sex"] {
        assert!(names.iter().any(|change| change.at == name), "{name}");
    }
}
