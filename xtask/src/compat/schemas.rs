//! Schemas of record types and of the report.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Change, gone_and_new};

/// Compares the schemas of record types.
pub(super) fn compare(old: &[(String, Value)], new: &[(String, Value)]) -> Vec<Change> {
    let names = |list: &[(String, Value)]| list.iter().map(|row| row.0.clone()).collect::<Vec<_>>();
    let (before, now) = (names(old), names(new));
    let (gone, came) = gone_and_new(&before, &now);
    let mut changes: Vec<Change> = gone.into_iter().map(|name| Change::new(101, name)).collect();
    changes.extend(came.into_iter().map(|name| Change::new(102, name)));
    for (name, schema) in old {
        if let Some((_, other)) = new.iter().find(|row| row.0 == *name) {
            conditions(name, schema, other, &mut changes);
            object(name, schema, other, &mut changes);
        }
    }
    changes
}

fn object(at: &str, old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let (before, now) = (members(old, "properties"), members(new, "properties"));
    let required = |schema: &Value, name: &str| {
        schema["required"].as_array().is_some_and(|list| list.iter().any(|item| item == name))
    };
    let (gone, came) = gone_and_new(before.keys(), now.keys());
    changes.extend(gone.into_iter().map(|name| Change::new(103, format!("{at}/{name}"))));
    for name in came {
        let class = if required(new, name) { 105 } else { 104 };
        changes.push(Change::new(class, format!("{at}/{name}")));
    }
    for (name, schema) in &before {
        let Some(other) = now.get(name) else { continue };
        let at = format!("{at}/{name}");
        match (required(old, name), required(new, name)) {
            (false, true) => changes.push(Change::new(106, &at)),
            (true, false) => changes.push(Change::new(107, &at)),
            _ => {}
        }
        value(&at, schema, other, changes);
    }
}

fn value(at: &str, old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let (before, now) = (types(old), types(new));
    if before.difference(&now).next().is_some() {
        changes.push(Change::new(108, at));
    }
    if now.difference(&before).next().is_some() {
        changes.push(Change::new(109, at));
    }
    limits(at, old, new, changes);
    let differs = |key: &str| old.get(key) != new.get(key);
    for (keys, class) in [
        (&["pattern", "format", "not", "const", "multipleOf"][..], 112),
        (&["title", "x-title", "description", "x-description"], 117),
        (&["x-unit"], 118),
        (&["x-ref"], 119),
    ] {
        if keys.iter().any(|key| differs(key)) {
            changes.push(Change::new(class, at));
        }
    }
    if new["deprecated"] == true && old["deprecated"] != true {
        changes.push(Change::new(120, at));
    }
    if differs("x-class") {
        let class = if rank(new) < rank(old) { 115 } else { 116 };
        changes.push(Change::new(class, at));
    }
    object(at, old, new, changes);
    if old.get("items").is_some() && new.get("items").is_some() {
        value(&format!("{at}/*"), &old["items"], &new["items"], changes);
    }
}

fn rank(schema: &Value) -> usize {
    let class = schema["x-class"].as_str().unwrap_or_default();
    ["public", "internal", "personal", "sensitive"].iter().position(|name| *name == class).unwrap_or(0)
}

fn limits(at: &str, old: &Value, new: &Value, changes: &mut Vec<Change>) {
    const UPPER: [&str; 4] = ["maximum", "exclusiveMaximum", "maxLength", "maxItems"];
    const LOWER: [&str; 4] = ["minimum", "exclusiveMinimum", "minLength", "minItems"];
    let (mut narrower, mut wider) = (false, false);
    let bounds = UPPER.map(|key| (key, 1.0)).into_iter().chain(LOWER.map(|key| (key, -1.0)));
    for (key, sign) in bounds {
        // no limit is an infinite one
        let bound = |schema: &Value| schema[key].as_f64().map_or(f64::INFINITY, |limit| sign * limit);
        narrower |= bound(new) < bound(old);
        wider |= bound(new) > bound(old);
    }
    narrower |= new["uniqueItems"] == true && old["uniqueItems"] != true;
    wider |= old["uniqueItems"] == true && new["uniqueItems"] != true;
    changes.extend(narrower.then(|| Change::new(110, at)));
    changes.extend(wider.then(|| Change::new(111, at)));
}

/// The conditions between fields, each under the rule that its comment names.
fn conditions(at: &str, old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let list = |schema: &Value| schema["allOf"].as_array().cloned().unwrap_or_default();
    let (before, now) = (list(old), list(new));
    let rule = |condition: &Value| condition["$comment"].as_str().unwrap_or_default().to_owned();
    let of = |list: &[Value], name: &str| list.iter().filter(|one| rule(one) == name).cloned().collect();
    let names: BTreeSet<String> = before.iter().chain(&now).map(rule).collect();
    for name in names {
        let (before, now): (Vec<Value>, Vec<Value>) = (of(&before, &name), of(&now, &name));
        if now.is_empty() {
            changes.push(Change::new(114, format!("{at} {name}")));
        } else if before != now {
            changes.push(Change::new(113, format!("{at} {name}")));
        }
    }
}

/// Compares the schema of the report, which programs read.
pub(super) fn compare_report(old: &Value, new: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    report("report", old, new, &mut changes);
    changes
}

fn report(at: &str, old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let (before, now) = (members(old, "properties"), members(new, "properties"));
    let (gone, came) = gone_and_new(before.keys(), now.keys());
    changes.extend(gone.into_iter().map(|name| Change::new(601, format!("{at}/{name}"))));
    changes.extend(came.into_iter().map(|name| Change::new(602, format!("{at}/{name}"))));
    if types(old) != types(new) {
        changes.push(Change::new(603, at));
    }
    for (name, schema) in &before {
        if let Some(other) = now.get(name) {
            report(&format!("{at}/{name}"), schema, other, changes);
        }
    }
    for key in ["items", "additionalProperties"] {
        if old[key].is_object() && new[key].is_object() {
            report(&format!("{at}/*"), &old[key], &new[key], changes);
        }
    }
}

fn members(schema: &Value, key: &str) -> Map<String, Value> {
    schema[key].as_object().cloned().unwrap_or_default()
}

/// The types that are taken. That null stands for absent is no matter of types.
fn types(schema: &Value) -> BTreeSet<&str> {
    match &schema["type"] {
        Value::String(one) => BTreeSet::from([one.as_str()]),
        Value::Array(list) => list.iter().filter_map(Value::as_str).filter(|one| *one != "null").collect(),
        _ => BTreeSet::new(),
    }
}
