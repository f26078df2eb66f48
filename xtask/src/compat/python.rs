//! The names, calls and types of the Python package, as its sources and stubs say.

use std::collections::BTreeMap;

use super::{Change, gone_and_new};

/// What a name is: calls with their parameters, one for each overload, or a type.
#[derive(Debug, PartialEq)]
struct Item {
    calls: Vec<Call>,
    kind: String,
}

#[derive(Debug, Default, PartialEq)]
struct Call {
    parameters: Vec<Parameter>,
    returns: String,
}

#[derive(Clone, Debug, PartialEq)]
struct Parameter {
    name: String,
    kind: String,
    is_optional: bool,
}

/// Compares the modules of the package, each with the name of its file.
pub(super) fn compare(old: &[(String, String)], new: &[(String, String)]) -> Vec<Change> {
    let items = |modules: &[(String, String)]| -> BTreeMap<String, Item> {
        let mut items = BTreeMap::new();
        for (file, text) in modules {
            read(module_of(file), text, &mut items);
        }
        items
    };
    let (before, now) = (items(old), items(new));
    let (gone, came) = gone_and_new(before.keys(), now.keys());
    let mut changes: Vec<Change> = gone.into_iter().map(|name| Change::new(501, name)).collect();
    changes.extend(came.into_iter().map(|name| Change::new(502, name)));
    for (name, item) in &before {
        if let Some(class) = now.get(name).and_then(|other| class_of(item, other)) {
            changes.push(Change::new(class, name));
        }
    }
    changes
}

/// What is private to the package counts by the name under which the package shows it.
fn module_of(file: &str) -> &str {
    let module = file.split('.').next().unwrap_or(file);
    if module.starts_with('_') { "shequ" } else { module }
}

fn class_of(old: &Item, new: &Item) -> Option<u16> {
    if old == new {
        return None;
    }
    if old.calls.len() != new.calls.len() || old.kind != new.kind {
        return Some(if old.calls.is_empty() { 505 } else { 503 });
    }
    let classes = old.calls.iter().zip(&new.calls).filter_map(|(old, new)| class_of_call(old, new));
    classes.min()
}

fn class_of_call(old: &Call, new: &Call) -> Option<u16> {
    let names = |call: &Call| call.parameters.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    let kept: Vec<&Parameter> =
        new.parameters.iter().filter(|parameter| names(old).contains(&parameter.name)).collect();
    let order_holds = kept.iter().map(|parameter| &parameter.name).eq(&names(old));
    let added: Vec<&Parameter> =
        new.parameters.iter().filter(|parameter| !names(old).contains(&parameter.name)).collect();
    let needs_more = added.iter().any(|parameter| !parameter.is_optional)
        || kept.iter().zip(&old.parameters).any(|(new, old)| old.is_optional && !new.is_optional);
    if !order_holds || needs_more {
        return Some(503);
    }
    let retyped = kept.iter().zip(&old.parameters).any(|(new, old)| new.kind != old.kind);
    if retyped || old.returns != new.returns {
        return Some(505);
    }
    (!added.is_empty()).then_some(504)
}

fn read(module: &str, text: &str, items: &mut BTreeMap<String, Item>) {
    let mut classes: Vec<(usize, String)> = Vec::new();
    let mut lines = text.lines();
    let mut in_text = false;
    while let Some(line) = lines.next() {
        let quotes = line.matches("\"\"\"").count();
        if in_text || quotes == 1 {
            in_text ^= quotes % 2 == 1;
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let code = line.trim_start();
        if code.is_empty() || code.starts_with(['#', '@', '"']) {
            continue;
        }
        classes.retain(|class| class.0 < indent);
        // what stands in a function, or under a condition, is no name of the package
        if indent != classes.len() * 4 {
            continue;
        }
        let path = |name: &str| {
            let inside = classes.iter().map(|class| class.1.as_str());
            [module].into_iter().chain(inside).chain([name]).collect::<Vec<_>>().join(".")
        };
        if let Some(rest) = code.strip_prefix("class ") {
            let name = rest.split(['(', ':', '[']).next().unwrap_or_default().to_owned();
            if is_public(&name) {
                items.entry(path(&name)).or_insert(Item { calls: Vec::new(), kind: "class".to_owned() });
            }
            classes.push((indent, name));
        } else if let Some(rest) = code.strip_prefix("def ").or_else(|| code.strip_prefix("async def ")) {
            let mut whole = rest.to_owned();
            while !is_whole(&whole) {
                let Some(more) = lines.next() else { break };
                whole = format!("{whole} {}", more.trim());
            }
            let name = whole.split('(').next().unwrap_or_default().to_owned();
            if is_public(&name) && classes.iter().all(|class| is_public(&class.1)) {
                let item = Item { calls: Vec::new(), kind: "call".to_owned() };
                items.entry(path(&name)).or_insert(item).calls.push(call(&whole));
            }
        } else if let Some((name, kind)) = code.split_once(": ")
            && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
            && is_public(name)
            && classes.iter().all(|class| is_public(&class.1))
        {
            let kind = kind.split(" = ").next().unwrap_or_default().to_owned();
            items.insert(path(name), Item { calls: Vec::new(), kind });
        }
    }
}

fn is_public(name: &str) -> bool {
    name == "__init__" || name == "__new__" || !name.starts_with('_')
}

/// Whether the brackets of a head of a function are closed, and its colon stands.
fn is_whole(text: &str) -> bool {
    let count = |letter: char| text.matches(letter).count();
    count('(') == count(')') && count('[') == count(']') && text.contains(')')
}

fn call(head: &str) -> Call {
    let Some(open) = head.find('(') else { return Call::default() };
    let Some(close) = head.rfind(')') else { return Call::default() };
    let returns = head[close..].split_once("-> ").map_or("", |parts| parts.1);
    let parameters = parts(&head[open + 1..close]).iter().filter_map(|part| parameter(part)).collect();
    Call { parameters, returns: returns.trim_end_matches(" ...").trim_end_matches(':').to_owned() }
}

fn parameter(text: &str) -> Option<Parameter> {
    let (declared, default) = text.split_once('=').map_or((text, None), |(left, right)| (left, Some(right)));
    let (name, kind) = declared.split_once(':').unwrap_or((declared, ""));
    let name = name.trim();
    if matches!(name, "" | "*" | "/" | "self" | "cls") {
        return None;
    }
    let is_optional = default.is_some() || name.starts_with('*');
    Some(Parameter { name: name.to_owned(), kind: kind.trim().to_owned(), is_optional })
}

/// The parts between commas outside brackets.
fn parts(text: &str) -> Vec<String> {
    let (mut parts, mut open) = (vec![String::new()], 0_i32);
    for letter in text.chars() {
        open += i32::from(matches!(letter, '(' | '[' | '{')) - i32::from(matches!(letter, ')' | ']' | '}'));
        match parts.last_mut() {
            Some(part) if letter != ',' || open > 0 => part.push(letter),
            _ => parts.push(String::new()),
        }
    }
    parts
}
