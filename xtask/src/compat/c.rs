//! The header of the C library and the symbols that it shows.

use std::collections::BTreeMap;

use super::{Change, gone_and_new};

/// What a header declares, each by its name.
#[derive(Debug, Default)]
struct Header {
    functions: BTreeMap<String, String>,
    constants: BTreeMap<String, String>,
    types: BTreeMap<String, Vec<String>>,
}

/// Compares two headers.
pub(super) fn compare(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (read(old), read(new));
    let mut changes = Vec::new();
    by_name(&old.functions, &new.functions, [401, 402, 403], &mut changes);
    by_name(&old.constants, &new.constants, [404, 404, 405], &mut changes);
    let (gone, came) = gone_and_new(old.types.keys(), new.types.keys());
    changes.extend(gone.into_iter().map(|name| Change::new(406, name)));
    changes.extend(came.into_iter().map(|name| Change::new(408, name)));
    for (name, members) in &old.types {
        match new.types.get(name) {
            Some(others) if members == others => {}
            Some(others) if !members.is_empty() && others.starts_with(members) => {
                changes.push(Change::new(407, name));
            }
            Some(_) => changes.push(Change::new(406, name)),
            None => {}
        }
    }
    changes
}

/// Compares two lists of symbols.
pub(super) fn compare_symbols(old: &str, new: &str) -> Vec<Change> {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, now) = (lines(old), lines(new));
    let (gone, came) = gone_and_new(&before, &now);
    let gone = gone.into_iter().map(|name| Change::new(409, name));
    gone.chain(came.into_iter().map(|name| Change::new(410, name))).collect()
}

fn by_name(
    old: &BTreeMap<String, String>,
    new: &BTreeMap<String, String>,
    [gone, other, came]: [u16; 3],
    changes: &mut Vec<Change>,
) {
    for (name, what) in old {
        match new.get(name) {
            None => changes.push(Change::new(gone, name)),
            Some(now) if now != what => changes.push(Change::new(other, name)),
            Some(_) => {}
        }
    }
    changes.extend(new.keys().filter(|name| !old.contains_key(*name)).map(|name| Change::new(came, name)));
}

fn read(text: &str) -> Header {
    let text = without_comments(text).replace("\\\n", " ");
    let mut header = Header::default();
    let mut rest = String::new();
    for line in text.lines() {
        if let Some(definition) = line.trim_start().strip_prefix("#define ") {
            let (name, value) = definition.split_once(' ').unwrap_or((definition, ""));
            // the version of the library is meant to change
            if !value.trim().is_empty() && name != "SHEQU_VERSION" {
                header.constants.insert(name.to_owned(), squeezed(value));
            }
        } else if !line.trim_start().starts_with('#') && !line.contains("extern \"C\"") {
            rest.push_str(line);
            rest.push('\n');
        }
    }
    for statement in statements(&rest) {
        take(&statement, &mut header);
    }
    header
}

fn take(statement: &str, header: &mut Header) {
    let statement = statement.trim_start_matches('}').trim();
    if let Some(typed) = statement.strip_prefix("typedef ") {
        let name = typed.rsplit([' ', '*', '\n']).next().unwrap_or_default();
        if let (Some(open), Some(close)) = (typed.find('{'), typed.rfind('}')) {
            let members = typed[open + 1..close].split(';').map(squeezed);
            let members = members.filter(|member| !member.is_empty()).collect();
            header.types.insert(name.to_owned(), members);
        } else if let Some(open) = typed.find("(*") {
            let name = typed[open + 2..].split(')').next().unwrap_or_default();
            header.types.insert(name.to_owned(), vec![squeezed(typed)]);
        } else {
            header.types.insert(name.to_owned(), Vec::new());
        }
    } else if let Some(open) = statement.find('(') {
        let name = statement[..open].rsplit([' ', '*', '\n']).next().unwrap_or_default();
        header.functions.insert(name.to_owned(), squeezed(statement));
    }
}

/// What ends with a semicolon outside braces.
fn statements(text: &str) -> Vec<String> {
    let (mut statements, mut statement, mut open) = (Vec::new(), String::new(), 0_u32);
    for letter in text.chars() {
        match letter {
            '{' => open += 1,
            '}' => open = open.saturating_sub(1),
            ';' if open == 0 => {
                statements.push(std::mem::take(&mut statement));
                continue;
            }
            _ => {}
        }
        statement.push(letter);
    }
    statements
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("*/").map_or("", |halves| halves.1));
    }
    out
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
