//! The typed model writes what it read, in one canonical form.

use serde_json::{Value, json};
use shequ::model::{ObjectMeta, ServiceRecord, Statistics};
use shequ::{Checker, Kind, Record};

use crate::conformance::cases;
use crate::support::{example, options};
use crate::written::Written;

/// The canonical form of a right record.
fn canonical<T: Record + PartialEq>(text: &str) -> String {
    let typed: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let written = serde_json::to_string(&typed).unwrap();
    let again: T = serde_json::from_str(&written).unwrap_or_else(|error| panic!("{error}: {written}"));
    assert!(typed == again, "{written}");
    assert_eq!(serde_json::to_string(&again).unwrap(), written);
    // a reader that parses first gives the same
    let value: Value = serde_json::from_str(text).unwrap();
    let from_value: T = serde_json::from_value(value).unwrap();
    assert!(typed == from_value, "{written}");
    written
}

/// The examples and the cases without any finding, but for texts that only a parser of bytes reads.
fn right_records() -> Vec<(Kind, String)> {
    let examples = Kind::all().map(|kind| (kind, example(kind).to_string()));
    let cases = cases().into_iter().filter(|case| case.findings.is_empty());
    let cases = cases.filter_map(|case| {
        let text = String::from_utf8(case.bytes).ok()?;
        Some((case.kind, text.trim_start_matches('\u{feff}').to_owned()))
    });
    examples.chain(cases).collect()
}

#[test]
fn the_model_keeps_every_right_record() {
    let records = right_records();
    assert!(records.len() > 500, "{}", records.len());
    let checker = Checker::new(options());
    for (kind, text) in records {
        let written = shequ::with_record_type!(kind, T => canonical::<T>(&text));
        // what was right by the structure stays so; the day of a case may be another than this one
        let findings = checker.check(kind, written.as_bytes()).into_findings();
        assert!(findings.iter().all(|finding| !finding.rule.id.starts_with("STR00")), "{findings:?}");
    }
}

/// The same value whatever the order of keys, and nothing that was null or empty.
fn assert_canonical(value: &Written, object: Option<&ObjectMeta>, place: &str) {
    match value {
        Written::Object(members) => {
            let Some(object) = object else { return };
            let position = |key: &str| object.fields.iter().position(|field| field.name == key);
            let positions: Vec<_> = members.iter().map(|(key, _)| position(key)).collect();
            assert!(positions.iter().all(Option::is_some) && positions.is_sorted(), "{place}: {positions:?}");
            for (key, member) in members {
                let part = object.fields.iter().find(|field| field.name == key).and_then(|field| field.part);
                assert_canonical(member, part, &format!("{place}/{key}"));
            }
        }
        Written::List(items) => {
            assert!(!items.is_empty(), "{place}");
            for item in items {
                assert_canonical(item, object, place);
            }
        }
        Written::Word(word) => assert!(word != "null" && !word.ends_with(".0"), "{place}: {word}"),
        Written::Text(_) => {}
    }
}

#[test]
fn keys_come_in_the_order_of_the_declaration() {
    for (kind, text) in right_records() {
        let written = shequ::with_record_type!(kind, T => canonical::<T>(&text));
        let parsed: Written = serde_json::from_str(&written).unwrap();
        assert_canonical(&parsed, Some(kind.declaration()), kind.name());
        let mut shuffled: Written = serde_json::from_str(&text).unwrap();
        if let Written::Object(members) = &mut shuffled {
            members.reverse();
        }
        assert_eq!(shequ::with_record_type!(kind, T => canonical::<T>(&shuffled.to_string())), written);
    }
}

#[test]
fn numbers_have_one_form() {
    let with = |kind: Kind, field: &str, number: &str| {
        let mut record = example(kind);
        record[field] = json!("NUMBER");
        record.to_string().replace("\"NUMBER\"", number)
    };
    for (number, form) in
        [("1", "1"), ("1.0", "1"), ("1e2", "100"), ("1.5e1", "15"), ("-0", "0"), ("-0.0", "0")]
    {
        let text = canonical::<Statistics>(&with(Kind::Statistics, "households", number));
        assert!(text.contains(&format!("\"households\":{form},")), "{number}: {text}");
    }
    for (number, form) in
        [("1.0", "1"), ("1.50", "1.5"), ("25e-2", "0.25"), ("0.10", "0.1"), ("12.345e1", "123.45")]
    {
        let text = canonical::<ServiceRecord>(&with(Kind::ServiceRecord, "hours", number));
        assert!(text.contains(&format!("\"hours\":{form},")), "{number}: {text}");
    }
}

#[test]
fn null_and_nothing_are_one() {
    for kind in Kind::all() {
        let mut record = example(kind);
        for field in kind.declaration().fields.iter().filter(|field| !field.required) {
            record[field.name] = Value::Null;
        }
        let bare = shequ::with_record_type!(kind, T => canonical::<T>(&record.to_string()));
        record.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        assert_eq!(shequ::with_record_type!(kind, T => canonical::<T>(&record.to_string())), bare, "{kind}");
    }
}
