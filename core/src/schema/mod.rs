//! What is published: the JSON Schema of each record type, of the report, and the rule catalogue.

mod conditions;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use crate::codes::Table;
use crate::field::{self, ObjectMeta};
use crate::model::{
    Activity, Agreement, Case, Community, Election, Evaluation, Facility, Organisation, Recognition, Service,
    ServiceRecord, Statistics, Subdivision, Volunteer, Worker,
};
use crate::report::JsonReport;
use crate::rule::{Basis, Rule};
use crate::{Kind, REVISION, STANDARD, Words, rules};

/// What schemas are identified by unless another base is given.
pub const BASE_URI: &str = "urn:shequ:1.0:";

/// The self-contained JSON Schema 2020-12 of a record type, with `$id` under a base.
///
/// ```
/// use shequ::{BASE_URI, Kind, schema};
/// let schema = schema(Kind::Volunteer, BASE_URI);
/// assert_eq!(schema["$id"], "urn:shequ:1.0:volunteer");
/// assert_eq!(schema["properties"]["name"]["title"], "姓名");
/// ```
pub fn schema(kind: Kind, base: &str) -> Value {
    let body = match kind {
        Kind::Community => of::<Community>(),
        Kind::Statistics => of::<Statistics>(),
        Kind::Subdivision => of::<Subdivision>(),
        Kind::Facility => of::<Facility>(),
        Kind::Evaluation => of::<Evaluation>(),
        Kind::Organisation => of::<Organisation>(),
        Kind::Worker => of::<Worker>(),
        Kind::Election => of::<Election>(),
        Kind::Agreement => of::<Agreement>(),
        Kind::Volunteer => of::<Volunteer>(),
        Kind::Activity => of::<Activity>(),
        Kind::ServiceRecord => of::<ServiceRecord>(),
        Kind::Recognition => of::<Recognition>(),
        Kind::Service => of::<Service>(),
        Kind::Case => of::<Case>(),
    };
    let mut schema = identified(body, base, kind.name());
    let conditions = conditions::conditions(kind);
    if !conditions.is_empty() {
        schema["allOf"] = conditions.into();
    }
    schema
}

/// The self-contained JSON Schema 2020-12 of a part of records, as it is where it must be present.
///
/// ```
/// use shequ::model::Point;
/// let schema = shequ::part_schema(Point::DECLARATION, shequ::BASE_URI);
/// assert_eq!(schema["$id"], "urn:shequ:1.0:point");
/// assert_eq!(schema["properties"]["latitude"]["maximum"], 90);
/// ```
pub fn part_schema(part: &ObjectMeta, base: &str) -> Value {
    let mut generator = inlining().into_generator();
    let mut schema = (part.schema)(&mut generator);
    schema.insert("$schema".into(), META_SCHEMA.into());
    identified(schema, base, part.name)
}

/// The JSON Schema of a value of a code table.
///
/// ```
/// let schema = shequ::code_schema(shequ::codes::Sex::TABLE);
/// assert_eq!(schema["x-labels"]["2"]["zh"], "女性");
/// ```
pub fn code_schema(table: &Table) -> Value {
    field::schema::code(table).to_value()
}

/// The JSON Schema 2020-12 of the report.
pub fn report_schema(base: &str) -> Value {
    let mut schema = identified(of::<JsonReport<'static>>(), base, "report");
    drop_number_formats(&mut schema);
    schema
}

/// Formats like uint64 say nothing to a validator.
fn drop_number_formats(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("type").is_some_and(|kind| kind.to_string().contains("integer")) {
                members.remove("format");
            }
            members.values_mut().for_each(drop_number_formats);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_number_formats),
        _ => {}
    }
}

/// What schemas are written in.
const META_SCHEMA: &str = "https://json-schema.org/draft/2020-12/schema";

fn of<T: JsonSchema>() -> Schema {
    inlining().into_generator().into_root_schema_for::<T>()
}

fn inlining() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true)
}

fn identified(schema: Schema, base: &str, name: &str) -> Value {
    let mut schema = schema.to_value();
    schema["$id"] = format!("{base}{name}").into();
    schema["x-standard"] = STANDARD.into();
    schema
}

/// The rule catalogue in the form of `rules.json`.
pub fn catalogue() -> Value {
    json!({ "standard": STANDARD, "revision": REVISION, "rules": rules::all().map(entry).collect::<Vec<_>>() })
}

fn entry(rule: &Rule) -> Value {
    let mut entry = json!({
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity.name(),
        "scope": rule.scope.name(),
        "records": rule.kinds().into_iter().map(Kind::name).collect::<Vec<_>>(),
        "title": both(rule.title),
        "why": both(rule.why),
        "message": both(rule.message),
        "advice": both(rule.advice),
        "basis": rule.basis.iter().map(basis).collect::<Vec<_>>(),
        "since": rule.since,
        "deprecated": rule.deprecated,
        "replacement": rule.replacement,
        "in_force": { "from": rule.in_force.0, "to": rule.in_force.1 },
        "params": rule.params,
        "parameters": rule.parameters.iter().map(|(name, default)| ((*name).to_owned(), json!(default))).collect::<serde_json::Map<_, _>>(),
        "enforced_by": rule.enforced_by.name(),
        "adjustable": rule.is_adjustable(),
    });
    if let Some(hint) = rule.hint {
        entry["hint"] = both(hint);
    }
    entry
}

fn both(words: Words) -> Value {
    json!({ "zh": words.zh, "en": words.en })
}

fn basis(basis: &Basis) -> Value {
    json!({
        "document": basis.document.name(),
        "clause": basis.clause,
        "quote": basis.quote,
        "from": basis.from,
        "to": basis.to,
    })
}
