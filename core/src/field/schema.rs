//! How types and declarations become JSON Schema 2020-12.

use schemars::{Schema, json_schema};
use serde_json::{Value, json};

use super::{FieldMeta, ObjectMeta, Shape};
use crate::codes::{Table, for_each_code};
use crate::version::FIRST;
use crate::{Lang, Versions, Words};

/// Characters of the general categories Cc, Zl and Zp.
const CONTROL: &str = r"\u0000-\u001f\u007f-\u009f\u2028\u2029";
/// Characters with the property `White_Space` that are no control characters.
const SPACE: &str = r"\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000";

/// A text of at most `max` characters, without control characters, blanks at an end, or blanks alone.
///
/// `not` stands beside the pattern since `$` matches before a last line feed in Python and Java; it
/// names the type, since null has no characters that could be wrong.
pub(super) fn text(max: usize) -> Schema {
    json_schema!({
        "type": "string",
        "minLength": 1,
        "maxLength": max,
        "pattern": format!("^[^{SPACE}{CONTROL}]([^{CONTROL}]*[^{SPACE}{CONTROL}])?$"),
        "not": { "type": "string", "pattern": format!("[{CONTROL}]") },
    })
}

/// A text of a pattern, without a last line feed whatever the validator takes `$` to mean.
pub(super) fn pattern(pattern: &str, max: Option<usize>) -> Value {
    let mut schema = json!({ "pattern": pattern, "not": { "type": "string", "pattern": "\\n" } });
    if let Some(max) = max {
        schema["maxLength"] = max.into();
    }
    schema
}

/// An identifier: a text of its pattern.
pub(super) fn form(form: &str, max: usize) -> Schema {
    let mut schema = pattern(form, Some(max));
    schema["type"] = "string".into();
    Schema::try_from(schema).expect("an object is a schema")
}

/// The years from 1900 on, and in them the days that are.
fn day_pattern() -> String {
    let years = "(19[0-9]{2}|[2-9][0-9]{3})";
    let leap = "((19|[2-9][0-9])(0[48]|[2468][048]|[13579][26])|([2468][048]|[3579][26])00)";
    format!(
        "({years}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
         |02-(0[1-9]|1[0-9]|2[0-8]))|{leap}-02-29)"
    )
}

pub(super) fn date() -> Schema {
    let mut schema = form(&format!("^{}$", day_pattern()), 10);
    schema.insert("format".into(), "date".into());
    schema
}

pub(super) fn date_time() -> Schema {
    let time = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?";
    let offset =
        "(Z|\\+([01][0-9]|2[0-3]):[0-5][0-9]|-(00:(0[1-9]|[1-5][0-9])|(0[1-9]|1[0-9]|2[0-3]):[0-5][0-9]))";
    let mut schema = form(&format!("^{}T{time}{offset}$", day_pattern()), 35);
    schema.insert("format".into(), "date-time".into());
    schema
}

/// A value of a code table with the labels in both languages.
pub(crate) fn code(table: &Table) -> Schema {
    let labels: serde_json::Map<String, Value> =
        table.rows.iter().map(|row| (row.code.to_owned(), both(row.label))).collect();
    let codes: Vec<&str> = table.rows.iter().map(|row| row.code).collect();
    let mut schema = match table.pattern {
        None => json!({ "type": "string", "enum": codes }),
        Some(local) => {
            let longest = codes.iter().map(|code| code.len()).max().unwrap_or(0);
            let any = format!("^({}|{})$", codes.join("|"), local.trim_matches(['^', '$']));
            json!({ "type": "string", "pattern": any, "maxLength": longest })
        }
    };
    schema["x-code-table"] = table.name.into();
    schema["x-labels"] = labels.into();
    let versions: serde_json::Map<String, Value> = table
        .rows
        .iter()
        .filter(|row| !row.versions.is_plain())
        .map(|row| (row.code.to_owned(), said_of(&row.versions)))
        .collect();
    if !versions.is_empty() {
        // under a key of its own, since `x-since` and `deprecated` are the field's
        schema["x-code-versions"] = versions.into();
    }
    Schema::try_from(schema).expect("an object is a schema")
}

/// The schema of a record or a part from its declaration and the schemas of its fields' types.
pub(crate) fn object<const N: usize>(meta: &ObjectMeta, types: [Schema; N]) -> Schema {
    let required: Vec<&str> =
        meta.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let properties: serde_json::Map<String, Value> = meta
        .fields
        .iter()
        .zip(types)
        .map(|(field, schema)| (field.name.to_owned(), property(field, schema)))
        .collect();
    json_schema!({
        "type": "object",
        "title": meta.title.zh,
        "x-title": both(meta.title),
        "description": meta.description.zh,
        "x-description": both(meta.description),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn property(field: &FieldMeta, schema: Schema) -> Value {
    let mut schema = schema.to_value();
    if let Shape::List { min, max } = field.shape {
        if min > 0 {
            schema["minItems"] = min.into();
        }
        schema["maxItems"] = max.into();
        if schema["items"]["type"] == "string" {
            schema["uniqueItems"] = true.into();
        }
    }
    if !field.required {
        allow_null(&mut schema);
    }
    schema["title"] = field.title.zh.into();
    schema["x-title"] = both(field.title);
    let (zh, en) = (field.full_description(Lang::Zh), field.full_description(Lang::En));
    schema["x-description"] = json!({ "zh": zh, "en": en });
    schema["description"] = zh.into();
    if let Some(unit) = field.unit {
        schema["x-unit"] = both(unit);
    }
    schema["x-class"] = field.class.name().into();
    if field.versions.since != FIRST {
        schema["x-since"] = field.versions.since.into();
    }
    if field.versions.deprecated.is_some() {
        schema["deprecated"] = true.into();
        schema["x-deprecated"] = said_of(&field.versions);
    }
    if !field.basis.is_empty() {
        schema["x-basis"] = json!(field.basis.split(", ").collect::<Vec<_>>());
    }
    schema
}

/// The versions that brought something and gave it up, and what takes its place.
fn said_of(versions: &Versions) -> Value {
    let mut value = json!({ "since": versions.since });
    for (key, said) in [("deprecated", versions.deprecated), ("replacement", versions.replacement)] {
        if let Some(said) = said {
            value[key] = said.into();
        }
    }
    value
}

fn both(words: Words) -> Value {
    json!({ "zh": words.zh, "en": words.en })
}

/// Null counts as absent. It joins the type, since an `anyOf` would hide the place of a fault.
fn allow_null(schema: &mut Value) {
    schema["type"] = json!([schema["type"], "null"]);
    if let Some(codes) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        codes.push(Value::Null);
    }
}

/// JSON Schema for everything that is a code.
macro_rules! code_schemas {
    ({} $($code:ident)*) => {$(
        impl schemars::JsonSchema for crate::codes::$code {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <Self as crate::codes::Code>::table().name.into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> Schema {
                code(<Self as crate::codes::Code>::table())
            }
        }
    )*};
}

for_each_code!([code_schemas] {});
