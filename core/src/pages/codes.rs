//! Code tables as pages.

use serde_json::{Value, json};

use super::entry::{self, both};
use super::sheet::{Row, Sheet, Table as Grid};
use crate::codes::{ALL, Table};
use crate::error::{Error, nearest};
use crate::{Kind, Lang, STANDARD, Words};

/// All tables.
pub(super) fn list(lang: Lang) -> Sheet {
    let head = [
        Words::new("代码表", "Table"),
        Words::new("名称", "Title"),
        Words::new("代码数", "Codes"),
        Words::new("扩展", "Extension"),
        Words::new("版本", "Edition"),
        Words::new("来源", "Standard"),
    ];
    let row = |table: &&Table| {
        Row::new(vec![
            table.name.to_owned(),
            table.title.get(lang).to_owned(),
            table.rows.len().to_string(),
            openness(table).get(lang).to_owned(),
            table.edition.unwrap_or_default().to_owned(),
            table.standard.to_owned(),
        ])
    };
    let title = match lang {
        Lang::Zh => format!("社区数据标准 shequ {STANDARD} 代码表（{}个）", ALL.len()),
        Lang::En => format!("Code tables of the community data standard shequ {STANDARD} ({})", ALL.len()),
    };
    let rows = ALL.iter().map(row).collect();
    let table = Grid { head: head.map(|words| words.get(lang)).to_vec(), detail: None, rows };
    Sheet { title, lead: Vec::new(), facts: Vec::new(), tables: vec![table] }
}

const fn openness(table: &Table) -> Words {
    if table.is_open() { Words::new("开放", "open") } else { Words::new("封闭", "closed") }
}

/// One table.
pub(super) fn page(table: &'static Table, lang: Lang) -> Sheet {
    let fact = |zh, en, value: String| (Words::new(zh, en).get(lang), value);
    let mut facts = vec![fact("来源", "Standard", table.standard.to_owned())];
    facts.extend(table.edition.map(|edition| fact("版本", "Edition", edition.to_owned())));
    facts.push(fact("取值依据", "Origin", table.origin.get(lang).to_owned()));
    facts.push(fact("扩展", "Extension", extension(table, lang)));
    facts.push(fact("使用字段", "Fields", fields(table).join(", ")));
    let title = format!("{}  {}", table.name, table.title.get(lang));
    Sheet { title, lead: Vec::new(), facts, tables: vec![grid(table, lang)] }
}

/// The codes of a table.
pub(super) fn grid(table: &'static Table, lang: Lang) -> Grid {
    let head = [
        Words::new("代码", "Code"),
        Words::new("名称", "Label"),
        Words::new("英文名称", "Chinese label"),
        Words::new("常见写法（不能直接填报）", "Seen in data (not accepted)"),
    ];
    // a column for what no code has would be empty in nearly every table
    let versioned = table.rows.iter().any(|row| !row.versions.is_plain());
    let versions = versioned.then_some(Words::new("始于", "Since"));
    let row = |row: &crate::codes::Row| {
        let (label, other) =
            if lang == Lang::Zh { (row.label.zh, row.label.en) } else { (row.label.en, row.label.zh) };
        let aliases = row.aliases.join(if lang == Lang::Zh { "、" } else { ", " });
        let mut cells = vec![row.code.to_owned(), label.to_owned(), other.to_owned(), aliases];
        cells.extend(versions.map(|_| row.versions.words(lang)));
        Row::new(cells)
    };
    let rows = table.rows.iter().map(row).collect();
    let head = head.into_iter().chain(versions).map(|words| words.get(lang)).collect();
    Grid { head, detail: None, rows }
}

fn extension(table: &Table, lang: Lang) -> String {
    match (table.pattern, lang) {
        (None, Lang::Zh) => "封闭，只能填下列代码".to_owned(),
        (None, Lang::En) => "closed: these codes alone".to_owned(),
        (Some(pattern), Lang::Zh) => format!("开放，地方自增代码的形式为 {pattern}"),
        (Some(pattern), Lang::En) => format!("open: local codes have the form {pattern}"),
    }
}

/// The fields that take its codes, with their record types.
fn fields(table: &Table) -> Vec<String> {
    let of = |kind: Kind| {
        let takes = |entry: &entry::Entry| entry.table().is_some_and(|other| other.name == table.name);
        entry::all(kind).into_iter().filter(takes).map(move |entry| format!("{kind}.{}", entry.name()))
    };
    Kind::all().flat_map(of).collect()
}

/// Those of all tables, or the whole of one.
pub(super) fn json(table: Option<&'static Table>) -> Value {
    match table {
        Some(table) => whole(table),
        None => {
            json!({ "standard": STANDARD, "tables": ALL.iter().map(|table| head(table)).collect::<Vec<_>>() })
        }
    }
}

fn head(table: &Table) -> Value {
    json!({
        "name": table.name,
        "title": both(table.title),
        "standard": table.standard,
        "edition": table.edition,
        "origin": both(table.origin),
        "pattern": table.pattern,
        "codes": table.rows.len(),
    })
}

fn whole(table: &'static Table) -> Value {
    let mut value = head(table);
    value["fields"] = fields(table).into();
    let row = |row: &crate::codes::Row| {
        let mut value = json!({ "code": row.code, "label": both(row.label), "aliases": row.aliases });
        entry::add_versions(&mut value, row.versions);
        value
    };
    value["codes"] = table.rows.iter().map(row).collect::<Vec<_>>().into();
    value
}

/// The table of a name or title, in any case.
pub(super) fn find(name: &str) -> Result<&'static Table, Error> {
    let folded = entry::fold(name);
    let is_meant = |table: &&&Table| table.name == folded || table.title.zh == name.trim();
    let found = ALL.iter().find(is_meant).copied();
    found.ok_or_else(|| Error::NoSuchTable {
        name: name.to_owned(),
        near: nearest(&folded, ALL.iter().map(|table| table.name)),
    })
}
