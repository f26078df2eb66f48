//! The catalogue of rules.

use serde_json::Value;

use super::Change;

const TEXTS: [&str; 6] = ["title", "message", "advice", "why", "hint", "basis"];

/// Compares two catalogues.
pub(super) fn compare(old: &Value, new: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    for rule in list(old) {
        match find(new, &rule["id"]) {
            None => changes.push(Change::new(301, id(rule))),
            Some(other) => compare_rule(rule, other, &mut changes),
        }
    }
    for rule in list(new).iter().filter(|rule| find(old, &rule["id"]).is_none()) {
        changes.push(Change::new(if rule["severity"] == "error" { 302 } else { 303 }, id(rule)));
    }
    changes
}

fn compare_rule(old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let mut note = |applies: bool, class: u16| changes.extend(applies.then(|| Change::new(class, id(old))));
    let differs = |key: &str| old[key] != new[key];
    note(differs("severity") && new["severity"] == "error", 304);
    note(differs("severity") && new["severity"] != "error", 305);
    note(has_more(&old["records"], &new["records"]), 306);
    note(has_more(&new["records"], &old["records"]), 307);
    note(differs("name") || differs("scope"), 308);
    let parameter = |rule: &Value, name: &str| rule["parameters"].get(name).cloned();
    let names = |rule: &Value| -> Vec<String> {
        rule["parameters"].as_object().map(|all| all.keys().cloned().collect()).unwrap_or_default()
    };
    note(names(old).iter().any(|name| parameter(old, name) != parameter(new, name)), 309);
    note(names(new).iter().any(|name| parameter(old, name).is_none()), 310);
    note(TEXTS.iter().any(|key| differs(key)), 311);
    note(differs("in_force"), 312);
    note(old["adjustable"] == true && new["adjustable"] == false, 313);
    note(old["deprecated"].is_null() && !new["deprecated"].is_null(), 314);
    note(old["adjustable"] == false && new["adjustable"] == true, 315);
}

/// Whether the second list has an item that the first has not.
fn has_more(list: &Value, other: &Value) -> bool {
    let items = |value: &Value| value.as_array().cloned().unwrap_or_default();
    items(other).iter().any(|item| !items(list).contains(item))
}

fn list(catalogue: &Value) -> &[Value] {
    catalogue["rules"].as_array().map_or(&[], Vec::as_slice)
}

fn find<'a>(catalogue: &'a Value, id: &Value) -> Option<&'a Value> {
    list(catalogue).iter().find(|rule| rule["id"] == *id)
}

fn id(rule: &Value) -> String {
    rule["id"].as_str().unwrap_or_default().to_owned()
}
