//! Code tables, as their files in `core/data/codes` say.

use std::collections::BTreeMap;

use super::{Change, gone_and_new};

/// A table: the keys above its head, and its rows by their codes, each by the names of its columns.
#[derive(Default)]
struct Table {
    keys: BTreeMap<String, String>,
    rows: BTreeMap<String, BTreeMap<String, String>>,
}

/// Compares tables, each with the name of its file.
pub(super) fn compare(old: &[(String, String)], new: &[(String, String)]) -> Vec<Change> {
    let tables = |list: &[(String, String)]| -> BTreeMap<String, Table> {
        list.iter().map(|(file, text)| (file.trim_end_matches(".csv").to_owned(), read(text))).collect()
    };
    let (before, now) = (tables(old), tables(new));
    let (gone, came) = gone_and_new(before.keys(), now.keys());
    let mut changes: Vec<Change> = gone.into_iter().map(|name| Change::new(206, name)).collect();
    changes.extend(came.into_iter().map(|name| Change::new(207, name)));
    for (name, table) in &before {
        if let Some(other) = now.get(name) {
            compare_table(name, table, other, &mut changes);
        }
    }
    changes
}

fn compare_table(name: &str, old: &Table, new: &Table, changes: &mut Vec<Change>) {
    let (gone, came) = gone_and_new(old.rows.keys(), new.rows.keys());
    changes.extend(gone.into_iter().map(|code| Change::new(201, format!("{name} {code}"))));
    changes.extend(came.into_iter().map(|code| Change::new(202, format!("{name} {code}"))));
    let key = |table: &Table, key: &str| table.keys.get(key).cloned().unwrap_or_default();
    let form = |table: &Table| (key(table, "closed"), key(table, "pattern"));
    if form(old) != form(new) {
        let opened = key(old, "closed") == "true" && key(new, "closed") == "false";
        changes.push(Change::new(if opened { 204 } else { 205 }, name));
    }
    if ["title_zh", "title_en", "standard", "edition", "origin_zh", "origin_en"]
        .iter()
        .any(|name| key(old, name) != key(new, name))
    {
        changes.push(Change::new(203, name));
    }
    for (code, row) in &old.rows {
        let Some(other) = new.rows.get(code) else { continue };
        let cell =
            |row: &BTreeMap<String, String>, column: &str| row.get(column).cloned().unwrap_or_default();
        if ["zh", "en", "aliases"].iter().any(|column| cell(row, column) != cell(other, column)) {
            changes.push(Change::new(203, format!("{name} {code}")));
        }
        if cell(row, "deprecated").is_empty() && !cell(other, "deprecated").is_empty() {
            changes.push(Change::new(208, format!("{name} {code}")));
        }
    }
}

fn read(text: &str) -> Table {
    let mut table = Table::default();
    for (key, value) in text.lines().filter_map(|line| line.strip_prefix("# ")?.split_once(": ")) {
        table.keys.insert(key.to_owned(), value.to_owned());
    }
    let mut reader =
        csv::ReaderBuilder::new().comment(Some(b'#')).flexible(true).from_reader(text.as_bytes());
    let head = reader.headers().cloned().unwrap_or_default();
    for row in reader.records().filter_map(Result::ok) {
        let cells = head.iter().zip(&row).map(|(column, cell)| (column.to_owned(), cell.to_owned()));
        table.rows.insert(row.get(0).unwrap_or_default().to_owned(), cells.collect());
    }
    table
}
