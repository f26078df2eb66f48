//! The data dictionary: record types and their fields as pages.

use serde_json::{Value, json};

use super::codes;
use super::entry::{self, Entry, both};
use super::sheet::{Row, Sheet, Table};
use crate::{Kind, Lang, STANDARD, Words};

/// The record types.
pub(super) fn list(lang: Lang) -> Sheet {
    let title = match lang {
        Lang::Zh => format!("社区数据标准 shequ {STANDARD} 数据字典：{}种记录", Kind::all().len()),
        Lang::En => {
            format!(
                "Data dictionary of the community data standard shequ {STANDARD}: {} record types",
                Kind::all().len()
            )
        }
    };
    let head =
        [Words::new("记录类型", "Record type"), Words::new("名称", "Title"), Words::new("字段数", "Fields")];
    let row = |kind: Kind| Row {
        cells: vec![
            kind.name().to_owned(),
            kind.title().get(lang).to_owned(),
            kind.declaration().fields.len().to_string(),
        ],
        detail: kind.declaration().description.get(lang).to_owned(),
    };
    let table = Table {
        head: head.map(|words| words.get(lang)).to_vec(),
        detail: Some(label::DESCRIPTION.get(lang)),
        rows: Kind::all().map(row).collect(),
    };
    Sheet { title, lead: Vec::new(), facts: Vec::new(), tables: vec![table] }
}

/// What stands before values.
mod label {
    use crate::Words;

    pub(super) const NAME: Words = Words::new("字段", "Field");
    pub(super) const TITLE: Words = Words::new("名称", "Title");
    pub(super) const REQUIRED: Words = Words::new("必填", "Required");
    pub(super) const CLASS: Words = Words::new("分类", "Class");
    pub(super) const TYPE: Words = Words::new("类型", "Type");
    pub(super) const UNIT: Words = Words::new("单位", "Unit");
    pub(super) const CLAUSES: Words = Words::new("政策条款", "Clauses of the policy");
    pub(super) const DESCRIPTION: Words = Words::new("说明", "Description");
    pub(super) const VERSIONS: Words = Words::new("始于", "Since");
    pub(super) const RULES: Words = Words::new("相关规则", "Rules");
}

/// The fields of a record type.
pub(super) fn page(kind: Kind, lang: Lang) -> Sheet {
    let declaration = kind.declaration();
    let head = [label::NAME, label::TITLE, label::REQUIRED, label::CLASS, label::TYPE];
    let row = |entry: Entry| Row {
        cells: vec![
            entry.name(),
            entry.meta.title.get(lang).to_owned(),
            required(&entry, lang).to_owned(),
            entry.class.words().get(lang).to_owned(),
            entry.type_words(lang),
        ],
        detail: detail(&entry, lang),
    };
    let table = Table {
        head: head.map(|words| words.get(lang)).to_vec(),
        detail: Some(label::DESCRIPTION.get(lang)),
        rows: entry::all(kind).into_iter().map(row).collect(),
    };
    let everywhere = Words::new(
        "STR、TXT两类规则对所有字段适用，不逐一列出。",
        "The rules of the families STR and TXT look at every field and are not listed.",
    );
    Sheet {
        title: format!("{kind}  {}", declaration.title.get(lang)),
        lead: vec![declaration.description.get(lang).to_owned(), everywhere.get(lang).to_owned()],
        facts: Vec::new(),
        tables: vec![table],
    }
}

fn required(entry: &Entry, lang: Lang) -> &'static str {
    let words = if entry.meta.required { Words::new("是", "yes") } else { Words::new("否", "no") };
    words.get(lang)
}

/// The description with unit, clauses and rules.
fn detail(entry: &Entry, lang: Lang) -> String {
    let mut parts = vec![entry.meta.full_description(lang)];
    let mut more = |label: Words, values: Vec<String>| {
        if !values.is_empty() {
            parts.push(match lang {
                Lang::Zh => format!("{}：{}。", label.zh, values.join("、")),
                Lang::En => format!("{}: {}.", label.en, values.join(", ")),
            });
        }
    };
    more(label::CLAUSES, entry.clauses(lang));
    more(label::RULES, entry.rules().iter().map(|rule| rule.id.to_owned()).collect());
    parts.join(if lang == Lang::Zh { "" } else { " " })
}

/// One field with the codes that it takes.
pub(super) fn field(entry: &Entry, lang: Lang) -> Sheet {
    let mut facts = vec![
        (label::DESCRIPTION.get(lang), entry.meta.description.get(lang).to_owned()),
        (label::TYPE.get(lang), entry.type_words(lang)),
    ];
    facts.extend(entry.meta.unit.map(|unit| (label::UNIT.get(lang), unit.get(lang).to_owned())));
    facts.push((label::REQUIRED.get(lang), required(entry, lang).to_owned()));
    if !entry.meta.versions.is_plain() {
        facts.push((label::VERSIONS.get(lang), entry.meta.versions.words(lang)));
    }
    facts.push((label::CLASS.get(lang), entry.class.words().get(lang).to_owned()));
    let clauses = entry.clauses(lang);
    if !clauses.is_empty() {
        facts.push((label::CLAUSES.get(lang), clauses.join(if lang == Lang::Zh { "、" } else { ", " })));
    }
    let head = [Words::new("规则", "Rule"), Words::new("级别", "Severity"), label::TITLE];
    let rules: Vec<Row> = entry
        .rules()
        .iter()
        .map(|rule| {
            Row::new(vec![
                rule.id.into(),
                rule.severity.words().get(lang).into(),
                rule.title.get(lang).into(),
            ])
        })
        .collect();
    let mut tables = Vec::new();
    if !rules.is_empty() {
        tables.push(Table { head: head.map(|words| words.get(lang)).to_vec(), detail: None, rows: rules });
    }
    tables.extend(entry.table().map(|table| codes::grid(table, lang)));
    Sheet {
        title: format!("{}.{}  {}", entry.kind, entry.name(), entry.meta.title.get(lang)),
        lead: Vec::new(),
        facts,
        tables,
    }
}

/// Record types with all their fields.
pub(super) fn json(kind: Option<Kind>) -> Value {
    match kind {
        Some(kind) => record(kind),
        None => json!({ "standard": STANDARD, "records": Kind::all().map(record).collect::<Vec<_>>() }),
    }
}

fn record(kind: Kind) -> Value {
    let declaration = kind.declaration();
    json!({
        "name": kind.name(),
        "file": format!("{}.ndjson", kind.plural()),
        "title": both(declaration.title),
        "description": both(declaration.description),
        "fields": entry::all(kind).iter().map(Entry::json).collect::<Vec<_>>(),
    })
}
