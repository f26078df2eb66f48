//! One field of a record type as the dictionary shows it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::source;
use crate::codes::Table;
use crate::error::{Error, nearest};
use crate::field::{Class, FieldMeta, ObjectMeta, Shape, ValueKind};
use crate::rule::Rule;
use crate::{BASE_URI, Kind, Lang, Versions, Words, rules, schema};

/// A field, or a field of a part.
pub(super) struct Entry {
    pub(super) kind: Kind,
    pub(super) meta: &'static FieldMeta,
    /// The fields from the record down to it.
    path: Vec<&'static FieldMeta>,
    /// Its own class, or that of the object it lies in where that is higher.
    pub(super) class: Class,
    /// What the schema says of one value.
    schema: &'static Value,
}

/// Of each rule the fields at which it has findings: `volunteer/identity/number`. A test reads it.
static PLACES: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/fields.json")).unwrap_or_default());

/// The schemas, in which the limits of values stand.
static SCHEMAS: LazyLock<Vec<(Kind, Value)>> =
    LazyLock::new(|| Kind::all().map(|kind| (kind, schema(kind, BASE_URI))).collect());

/// All fields of a record type, those of a part below the part.
pub(super) fn all(kind: Kind) -> Vec<Entry> {
    let mut out = Vec::new();
    if let Some((_, schema)) = SCHEMAS.iter().find(|row| row.0 == kind) {
        gather(kind, kind.declaration(), schema, &mut Vec::new(), Class::Public, &mut out);
    }
    out
}

fn gather(
    kind: Kind,
    object: &'static ObjectMeta,
    schema: &'static Value,
    path: &mut Vec<&'static FieldMeta>,
    class: Class,
    out: &mut Vec<Entry>,
) {
    for meta in object.fields {
        let property = &schema["properties"][meta.name];
        let one = if is_list(meta) { &property["items"] } else { property };
        let class = class.max(meta.class);
        path.push(meta);
        out.push(Entry { kind, meta, path: path.clone(), class, schema: one });
        if let Some(part) = meta.part {
            gather(kind, part, one, path, class, out);
        }
        path.pop();
    }
}

const fn is_list(meta: &FieldMeta) -> bool {
    matches!(meta.shape, Shape::List { .. })
}

impl Entry {
    /// `posts[].title`
    pub(super) fn name(&self) -> String {
        let last = self.path.len() - 1;
        let step = |(index, meta): (usize, &&FieldMeta)| {
            format!("{}{}", meta.name, if index < last && is_list(meta) { "[]" } else { "" })
        };
        self.path.iter().enumerate().map(step).collect::<Vec<_>>().join(".")
    }

    /// `/posts/*/title`
    fn pointer(&self) -> String {
        let last = self.path.len() - 1;
        let step = |(index, meta): (usize, &&FieldMeta)| {
            format!("/{}{}", meta.name, if index < last && is_list(meta) { "/*" } else { "" })
        };
        self.path.iter().enumerate().map(step).collect()
    }

    /// `/posts/title`, by which findings are told.
    fn plain_pointer(&self) -> String {
        self.path.iter().fold(String::new(), |out, meta| out + "/" + meta.name)
    }

    pub(super) fn table(&self) -> Option<&'static Table> {
        match self.meta.value {
            ValueKind::Code(table) => Some(table()),
            _ => None,
        }
    }

    /// What may stand in it, in words.
    pub(super) fn type_words(&self, lang: Lang) -> String {
        let one = self.one(lang);
        match (self.meta.shape, lang) {
            (Shape::One, _) => one,
            (Shape::List { min: 0, max }, Lang::Zh) => format!("列表，不超过{max}项，每项为{one}"),
            (Shape::List { min, max }, Lang::Zh) => format!("列表，{min}至{max}项，每项为{one}"),
            (Shape::List { min: 0, max }, Lang::En) => format!("a list of at most {max}, each {one}"),
            (Shape::List { min, max }, Lang::En) => format!("a list of {min} to {max}, each {one}"),
        }
    }

    fn one(&self, lang: Lang) -> String {
        let number = |key: &str| self.schema[key].as_f64().map(|number| number.to_string());
        let range = || {
            let (least, above) = (number("minimum"), number("exclusiveMinimum"));
            let most = number("maximum").unwrap_or_default();
            match (least, above, lang) {
                (_, Some(above), Lang::Zh) => format!("大于{above}，不超过{most}"),
                (_, Some(above), Lang::En) => format!("above {above}, to {most}"),
                (least, None, Lang::Zh) => format!("{}至{most}", least.unwrap_or_default()),
                (least, None, Lang::En) => format!("{} to {most}", least.unwrap_or_default()),
            }
        };
        let words = |zh: String, en: String| if lang == Lang::Zh { zh } else { en };
        if let Some(form) = self.meta.form {
            return form.get(lang).to_owned();
        }
        match self.meta.value {
            ValueKind::Code(table) => {
                let name = table().name;
                words(format!("代码（代码表 {name}）"), format!("a code of table {name}"))
            }
            ValueKind::Date => words("日期（YYYY-MM-DD）".into(), "a day, YYYY-MM-DD".into()),
            ValueKind::DateTime => words(
                "日期时间，带时区（如2026-06-30T09:00:00+08:00）".into(),
                "a moment with its offset, like 2026-06-30T09:00:00+08:00".into(),
            ),
            ValueKind::Boolean => words("是（true）或否（false）".into(), "true or false".into()),
            ValueKind::Integer => words(format!("整数，{}", range()), format!("an integer, {}", range())),
            ValueKind::Decimal => words(
                format!("数值，{}，最多两位小数", range()),
                format!("a number, {}, at most two decimals", range()),
            ),
            ValueKind::Number => words(format!("数值，{}", range()), format!("a number, {}", range())),
            ValueKind::Part => {
                let title = self.meta.part.map_or("", |part| part.title.get(lang));
                words(format!("对象（{title}）"), format!("an object ({title})"))
            }
            ValueKind::Extensions => words(
                "对象，键名为“省份或系统.名称”".into(),
                "an object with keys of the form <province or system>.<name>".into(),
            ),
            _ => {
                let most = number("maxLength").unwrap_or_default();
                words(format!("文本，不超过{most}字"), format!("a text of at most {most} characters"))
            }
        }
    }

    /// The clauses of the policy that it serves.
    pub(super) fn clauses(&self, lang: Lang) -> Vec<String> {
        let clauses = self.meta.basis.split(", ").filter(|clause| !clause.is_empty());
        clauses.map(|clause| source::policy_clause(clause, lang)).collect()
    }

    /// The rules whose findings stand at it, besides those on every field.
    pub(super) fn rules(&self) -> Vec<&'static Rule> {
        let own = format!("{}{}", self.kind, self.plain_pointer());
        // an identifier is looked at in the same way wherever it stands
        let is_alike = |rule: &Rule, place: &str| {
            let (kind, pointer) = place.split_at(place.find('/').unwrap_or(place.len()));
            let other = Kind::parse(kind).and_then(|kind| kind.declaration().field(pointer));
            rule.is_on_any_type()
                && self.meta.form.is_some()
                && other.is_some_and(|other| other.form == self.meta.form)
        };
        let looks = |rule: &&'static Rule| {
            let places = PLACES.get(rule.id).map_or(&[][..], Vec::as_slice);
            places.iter().any(|place| *place == own || is_alike(rule, place))
        };
        rules::all().filter(looks).collect()
    }

    /// Everything about it, in both languages.
    pub(super) fn json(&self) -> Value {
        let Entry { meta, .. } = self;
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| self.type_words(lang));
        let mut value = json!({
            "name": self.name(),
            "pointer": self.pointer(),
            "title": both(meta.title),
            "description": both(meta.description),
            "type": { "zh": zh, "en": en },
            "list": is_list(meta),
            "required": meta.required,
            "class": self.class.name(),
            "clauses": meta.basis.split(", ").filter(|clause| !clause.is_empty()).collect::<Vec<_>>(),
            "rules": self.rules().iter().map(|rule| rule.id).collect::<Vec<_>>(),
        });
        if let Some(unit) = meta.unit {
            value["unit"] = both(unit);
        }
        if let Some(table) = self.table() {
            value["codes"] = table.name.into();
        }
        add_versions(&mut value, meta.versions);
        value
    }

    /// Whether a name means it: its path with or without marks of lists, or its title.
    fn is_called(&self, name: &str, folded: &str) -> bool {
        let path = self.name().replace("[]", "");
        path == folded || self.meta.title.zh == name
    }
}

/// The field of a record type that a name means: `identity.number`, `/posts/0/title`, `证件号码`.
pub(super) fn find(kind: Kind, name: &str) -> Result<Entry, Error> {
    let folded = fold(name).replace("[]", "").replace('/', ".");
    let steps: Vec<&str> = folded
        .split('.')
        .filter(|step| {
            !step.is_empty() && !step.bytes().all(|letter| letter.is_ascii_digit() || letter == b'*')
        })
        .collect();
    let folded = steps.join(".");
    let mut entries = all(kind);
    // of several with one title the least deep
    let found = (0..entries.len())
        .filter(|index| entries[*index].is_called(name.trim(), &folded))
        .min_by_key(|index| entries[*index].path.len());
    if let Some(index) = found {
        return Ok(entries.swap_remove(index));
    }
    let names: Vec<String> = entries.iter().map(|entry| entry.name().replace("[]", "")).collect();
    let near = nearest(&folded, names.iter().map(String::as_str)).map(str::to_owned);
    Err(Error::NoSuchField { kind: kind.name(), name: name.to_owned(), near })
}

/// A name as the standard writes it.
pub(super) fn fold(name: &str) -> String {
    name.trim().to_ascii_lowercase().replace(['-', ' '], "_")
}

/// Since and until which version of the standard it holds, and what takes its place.
pub(super) fn add_versions(value: &mut Value, versions: Versions) {
    value["since"] = versions.since.into();
    for (key, said) in [("deprecated", versions.deprecated), ("replacement", versions.replacement)] {
        if let Some(said) = said {
            value[key] = said.into();
        }
    }
}

pub(super) fn both(words: Words) -> Value {
    json!({ "zh": words.zh, "en": words.en })
}
