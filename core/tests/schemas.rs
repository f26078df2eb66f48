//! The published schemas: as committed, complete in their texts, and plain enough for any validator.

use serde_json::Value;
use shequ::model::ValueKind;
use shequ::{BASE_URI, Kind, Lang, report_schema, schema};

use crate::support::{compile, example, root, schema_of};

fn record_schemas() -> impl Iterator<Item = (Kind, Value)> {
    Kind::all().map(|kind| (kind, schema(kind, BASE_URI)))
}

fn all_schemas() -> Vec<Value> {
    record_schemas().map(|(_, schema)| schema).chain([report_schema(BASE_URI)]).collect()
}

/// Every property that a schema declares, at any depth, with its JSON Pointer in a record. What
/// conditions say of properties is no declaration.
pub(crate) fn properties<'a>(schema: &'a Value, place: &str, visit: &mut dyn FnMut(&str, &'a Value)) {
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let place = format!("{place}/{name}");
        visit(&place, property);
        properties(property, &place, visit);
    }
    if schema["items"].is_object() {
        properties(&schema["items"], &format!("{place}/*"), visit);
    }
}

/// Every schema within a schema, conditions included: all objects but those that map names.
fn subschemas<'a>(value: &'a Value, visit: &mut dyn FnMut(&'a Value)) {
    match value {
        Value::Object(members) => {
            visit(value);
            for (keyword, member) in members {
                match keyword.as_str() {
                    "properties" => {
                        member
                            .as_object()
                            .into_iter()
                            .flatten()
                            .for_each(|(_, schema)| subschemas(schema, visit));
                    }
                    "enum" | "const" | "required" | "x-labels" | "x-title" => {}
                    _ => subschemas(member, visit),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| subschemas(item, visit)),
        _ => {}
    }
}

fn assert_committed(file: &str, generated: &Value) {
    let path = root().join("schemas/v1").join(file);
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let generated = serde_json::to_string_pretty(generated).unwrap() + "\n";
    assert!(committed == generated, "schemas/v1/{file} is not as generated: run `cargo xtask gen`");
}

#[test]
fn committed_schemas_are_those_of_the_library() {
    for (kind, schema) in record_schemas() {
        assert_committed(&format!("{kind}.schema.json"), &schema);
    }
    assert_committed("report.schema.json", &report_schema(BASE_URI));
}

#[test]
fn the_committed_catalogue_is_that_of_the_library() {
    assert_committed("rules.json", &shequ::catalogue());
}

#[test]
fn schemas_are_valid_and_need_nothing_else() {
    for schema in all_schemas() {
        let name = &schema["$id"];
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        compile(&schema);
        subschemas(&schema, &mut |part| {
            for keyword in ["$ref", "$dynamicRef"] {
                let target = part[keyword].as_str().unwrap_or("#");
                assert!(target.starts_with('#'), "{name} refers to {target}");
            }
        });
    }
}

#[test]
fn an_id_follows_its_base() {
    let schema = schema(Kind::Case, "https://example.org/v1/");
    assert_eq!(schema["$id"], "https://example.org/v1/case");
}

#[test]
fn every_property_says_what_it_is() {
    for (kind, schema) in record_schemas() {
        let mut count = 0;
        properties(&schema, "", &mut |place, property| {
            count += 1;
            let texts = [
                &property["title"],
                &property["x-title"]["zh"],
                &property["x-title"]["en"],
                &property["description"],
            ];
            for text in texts {
                assert!(text.as_str().is_some_and(|text| !text.is_empty()), "{kind}{place}");
            }
            assert_eq!(property["title"], property["x-title"]["zh"], "{kind}{place}");
            let class = property["x-class"].as_str().unwrap_or_default();
            assert!(
                ["public", "internal", "personal", "sensitive"].contains(&class),
                "{kind}{place}: {class}"
            );
        });
        assert!(count >= 10, "{kind}: {count} properties");
    }
}

/// Two Latin words beside each other; names of forms and codes stand alone.
fn has_latin_sentence(text: &str) -> bool {
    text.as_bytes()
        .windows(3)
        .any(|part| part[0].is_ascii_lowercase() && part[1] == b' ' && part[2].is_ascii_lowercase())
}

#[test]
fn every_type_and_field_is_described_in_chinese() {
    let chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    let check = |place: &str, words: shequ::Words| {
        assert!(chinese(words.zh) && words.zh.ends_with('。'), "{place}: {}", words.zh);
        assert!(!has_latin_sentence(words.zh), "{place}: {}", words.zh);
        assert!(!chinese(words.en.split('(').next().unwrap_or_default()), "{place}: {}", words.en);
        assert!(words.en.ends_with('.'), "{place}: {}", words.en);
    };
    let objects = Kind::all().map(Kind::declaration).chain(shequ::model::parts());
    for object in objects {
        check(object.name, object.description);
        for field in object.fields {
            check(&format!("{}.{}", object.name, field.name), field.description);
        }
    }
    assert!(
        has_latin_sentence("人口 people who live there")
            && !has_latin_sentence("编号为V加16位数字，如county.name")
    );
}

/// Ordinals, years and shares have none.
const WITHOUT_UNIT: [&str; 4] = ["term.number", "election.term", "evaluation.satisfaction", "fund.year"];

#[test]
fn every_number_has_its_unit() {
    let objects = Kind::all().map(Kind::declaration).chain(shequ::model::parts());
    let mut units = 0;
    for object in objects {
        for field in object.fields {
            let place = format!("{}.{}", object.name, field.name);
            let is_number =
                matches!(field.value, ValueKind::Integer | ValueKind::Decimal | ValueKind::Number);
            let is_wanted = is_number && !WITHOUT_UNIT.contains(&place.as_str());
            assert_eq!(field.unit.is_some(), is_wanted, "{place}");
            units += usize::from(is_wanted);
        }
    }
    assert!(units > 40, "{units}");
    for (kind, place, zh) in [
        (Kind::Community, "/area_km2", "平方千米"),
        (Kind::Facility, "/area_m2", "平方米"),
        (Kind::Service, "/promised_days", "工作日"),
        (Kind::Worker, "/allowance", "元/月"),
        (Kind::Service, "/funding/amount", "元/年"),
        (Kind::Volunteer, "/total_hours", "小时"),
    ] {
        assert_eq!(kind.declaration().field(place).unwrap().unit.unwrap().zh, zh, "{kind}{place}");
    }
}

#[test]
fn properties_are_those_of_the_declaration() {
    for (kind, schema) in record_schemas() {
        let declaration = kind.declaration();
        properties(&schema, "", &mut |place, property| {
            let field = declaration.field(place).unwrap_or_else(|| panic!("{kind}{place}: not declared"));
            assert_eq!(property["x-class"], field.class.name(), "{kind}{place}");
            let both = &property["x-description"];
            assert_eq!(property["description"], both["zh"], "{kind}{place}");
            assert_eq!(both["zh"], field.full_description(Lang::Zh), "{kind}{place}");
            assert_eq!(both["en"], field.full_description(Lang::En), "{kind}{place}");
            let unit = field.unit.map(|unit| serde_json::json!({ "zh": unit.zh, "en": unit.en }));
            assert_eq!(property.get("x-unit"), unit.as_ref(), "{kind}{place}");
        });
        let required = declaration.fields.iter().filter(|field| field.required).map(|field| field.name);
        assert_eq!(schema["required"], serde_json::json!(required.collect::<Vec<_>>()), "{kind}");
    }
}

#[test]
fn objects_are_closed_and_lists_bounded() {
    for (kind, schema) in record_schemas() {
        properties(&schema, "", &mut |place, property| {
            let has = |name: &str| match &property["type"] {
                Value::Array(names) => names.iter().any(|other| other == name),
                other => other == name,
            };
            if has("object") && property["propertyNames"].is_null() {
                assert_eq!(property["additionalProperties"], false, "{kind}{place}");
            }
            if has("array") {
                assert!(property["maxItems"].is_u64() && property["items"].is_object(), "{kind}{place}");
            }
        });
        assert_eq!(schema["additionalProperties"], false, "{kind}");
    }
}

#[test]
fn a_format_never_stands_without_a_pattern() {
    for schema in all_schemas() {
        subschemas(&schema, &mut |part| {
            assert!(part["format"].is_null() || part["pattern"].is_string(), "{}: {part}", schema["$id"]);
        });
    }
}

/// Classes that mean one thing in ECMA-262, Python, Java, .NET and Rust, and nothing else.
#[test]
fn patterns_mean_the_same_everywhere() {
    const FOREIGN: [&str; 12] =
        [r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", r"\b", r"\B", r"\p", r"\P", r"\u{", "(?"];
    let mut count = 0;
    for schema in all_schemas() {
        subschemas(&schema, &mut |part| {
            let Some(pattern) = part["pattern"].as_str() else { return };
            count += 1;
            for foreign in FOREIGN {
                assert!(!pattern.contains(foreign), "{}: {foreign} in {pattern}", schema["$id"]);
            }
            let is_whole = pattern.starts_with('^') && pattern.ends_with('$');
            // a text as a whole, or one character that may stand nowhere
            let is_character = pattern == r"\n" || pattern.starts_with('[') && pattern.ends_with(']');
            assert!(is_whole || is_character, "{}: {pattern}", schema["$id"]);
        });
    }
    assert!(count > 300, "{count} patterns");
}

/// An open code table whose values have one length: with a line feed they would be too long.
fn is_as_long_as_it_may_be(schema: &Value) -> bool {
    let max = schema["maxLength"].as_u64();
    schema["x-labels"].as_object().is_some_and(|rows| rows.keys().all(|code| Some(code.len() as u64) == max))
}

#[test]
fn every_whole_pattern_keeps_out_a_last_line_feed() {
    for (kind, schema) in record_schemas() {
        properties(&schema, "", &mut |place, property| {
            for part in [property, &property["items"], &property["propertyNames"]] {
                if part["pattern"].is_string() {
                    let excludes = part["not"]["pattern"].is_string() || is_as_long_as_it_may_be(part);
                    let is_bounded = part["maxLength"].is_u64() || place == "/extensions";
                    assert!(excludes && is_bounded, "{kind}{place}");
                }
            }
        });
    }
}

#[test]
fn every_example_record_validates() {
    for kind in Kind::all() {
        let errors: Vec<String> =
            schema_of(kind).iter_errors(&example(kind)).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{kind}: {errors:?}");
    }
}
