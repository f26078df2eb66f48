//! The JSON Schema of each record type and of the report.

mod conditions;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::codes::Table;
use crate::field::{self, ObjectMeta};
use crate::report::JsonReport;
use crate::{Kind, STANDARD};

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
    let mut schema = object_schema(kind.declaration(), base);
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
    object_schema(part, base)
}

fn object_schema(object: &ObjectMeta, base: &str) -> Value {
    let mut schema = (object.schema)(&mut inlining().into_generator());
    schema.insert("$schema".into(), META_SCHEMA.into());
    identified(schema, base, object.name)
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
    let report = inlining().into_generator().into_root_schema_for::<JsonReport<'static>>();
    let mut schema = identified(report, base, "report");
    drop_number_formats(&mut schema);
    schema
}

/// The JSON Schema 2020-12 of the manifest of a package. A descriptor may say more than it asks for.
///
/// ```
/// let schema = shequ::package_schema(shequ::BASE_URI);
/// assert_eq!(schema["$id"], "urn:shequ:1.0:package");
/// assert_eq!(schema["properties"]["class"]["enum"][0], "public");
/// ```
#[cfg(feature = "packages")]
pub fn package_schema(base: &str) -> Value {
    let mut schema = object_schema(crate::package::Manifest::DECLARATION, base);
    schema["$id"] = format!("{base}package").into();
    for object in ["", "/properties/resources/items"] {
        let members = schema.pointer_mut(object).and_then(Value::as_object_mut);
        members.map(|members| members.remove("additionalProperties"));
    }
    drop_classes(&mut schema);
    schema
}

/// A manifest is no record: what it says is for everyone.
#[cfg(feature = "packages")]
fn drop_classes(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.remove("x-class");
            members.values_mut().for_each(drop_classes);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_classes),
        _ => {}
    }
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

fn inlining() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true)
}

fn identified(schema: Schema, base: &str, name: &str) -> Value {
    let mut schema = schema.to_value();
    schema["$id"] = format!("{base}{name}").into();
    schema["x-standard"] = STANDARD.into();
    schema
}
