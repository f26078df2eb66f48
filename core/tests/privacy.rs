//! No report gives back what is personal in a record.

use std::collections::BTreeSet;

use serde_json::Value;
use shequ::model::{Class, ObjectMeta};
use shequ::{BASE_URI, HtmlForm, Lang, Report, Style, schema};

use crate::conformance::{Case, cases};
use crate::schemas::properties;

/// Shorter texts may be part of any other.
const SHORTEST: usize = 4;

/// The moment that STR010 shows how to write.
const EXAMPLE: &str = "2026-06-30T09:00:00+08:00";

/// The texts in a record that are personal, or lie in something that is.
fn personal<'v>(value: &'v Value, object: Option<&ObjectMeta>, class: Class, texts: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) if class >= Class::Personal && text.chars().count() >= SHORTEST => {
            texts.insert(text);
        }
        Value::Array(items) => items.iter().for_each(|item| personal(item, object, class, texts)),
        Value::Object(members) => {
            for (key, member) in members {
                let field = object.and_then(|object| object.fields.iter().find(|field| field.name == key));
                let own = field.map_or(Class::Public, |field| field.class);
                personal(member, field.and_then(|field| field.part), own.max(class), texts);
            }
        }
        _ => {}
    }
}

/// Every form of a report, without the ids and pointers, which name records and fields by design.
fn pages(report: &Report) -> Vec<String> {
    let mut json = serde_json::to_value(report.to_json()).unwrap();
    for item in json["findings"].as_array_mut().unwrap() {
        item["id"].take();
        item["pointer"].take();
    }
    for cause in json["causes"].as_array_mut().unwrap() {
        for member in ["id", "pointer"] {
            cause["first"][member].take();
        }
        cause["field"].take();
    }
    for item in json["first"].as_array_mut().unwrap() {
        item["field"].take();
    }
    let texts = [Lang::Zh, Lang::En].map(|lang| {
        let mut text = report.to_text(Style { lang, places: 0, ..Style::default() });
        for finding in report.findings() {
            text = text.replace(finding.id.as_deref().unwrap_or("\n"), "\n");
            text = text.replace(&format!(" {}", finding.pointer), "\n");
        }
        text
    });
    let pages = [(Lang::Zh, HtmlForm::Page), (Lang::En, HtmlForm::Fragment)].map(|(lang, form)| {
        let mut html = report.to_html(lang, form).replace("<wbr>", "");
        for finding in report.findings() {
            let id = finding.id.as_deref().map(escaped).unwrap_or_default();
            html = html.replace(&format!("<td class=\"id\">{id}</td>"), "\n");
            html = html.replace(&format!("<code>{}</code>", escaped(&finding.pointer)), "\n");
        }
        for cause in report.causes() {
            html = html.replace(&format!("<code>{}</code>", escaped(&cause.field)), "\n");
        }
        html
    });
    texts.into_iter().chain(pages).chain([json.to_string()]).collect()
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}

/// Words of the standard itself: codes, and days from which or to which rules and laws hold.
fn words() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for kind in shequ::Kind::all() {
        properties(&schema(kind, BASE_URI), "", &mut |_, property| {
            for part in [property, &property["items"]] {
                words.extend(part["x-labels"].as_object().into_iter().flatten().map(|row| row.0.clone()));
            }
        });
    }
    for rule in shequ::rules::all() {
        let days = rule.basis.iter().flat_map(|basis| [basis.from, basis.to]);
        let days = days.chain([rule.in_force.0, rule.in_force.1]);
        words.extend(days.flatten().map(str::to_owned));
    }
    words
}

fn leaks(case: &Case, words: &BTreeSet<String>) -> Vec<String> {
    let Ok(record) = serde_json::from_slice::<Value>(&case.bytes) else { return Vec::new() };
    let mut texts = BTreeSet::new();
    personal(&record, Some(case.kind.declaration()), Class::Public, &mut texts);
    let as_of = case.as_of.to_string();
    texts.retain(|text| !words.contains(text.trim()) && ![as_of.as_str(), EXAMPLE].contains(text));
    let pages = pages(&case.check());
    let leaked = texts.into_iter().filter(|text| pages.iter().any(|page| page.contains(*text)));
    leaked.map(|text| format!("{}: {text:?}", case.name)).collect()
}

#[test]
fn no_report_gives_back_what_is_personal() {
    let (words, mut leaked, mut checked) = (words(), Vec::new(), 0);
    for case in cases().iter().filter(|case| !case.findings.is_empty()) {
        checked += 1;
        leaked.extend(leaks(case, &words));
    }
    assert!(checked > 500, "{checked}");
    assert!(leaked.is_empty(), "{}", leaked.join("\n"));
}

/// The test above would pass if it found no personal texts.
#[test]
fn the_cases_hold_much_that_is_personal() {
    let cases = cases();
    let mut values = BTreeSet::new();
    for case in &cases {
        if let Ok(record) = serde_json::from_slice::<Value>(&case.bytes) {
            let mut texts = BTreeSet::new();
            personal(&record, Some(case.kind.declaration()), Class::Public, &mut texts);
            values.extend(texts.into_iter().map(str::to_owned));
        }
    }
    assert!(values.len() > 300, "{}", values.len());
}

#[test]
fn ids_that_are_personal_numbers_are_masked() {
    for case in cases().iter().filter(|case| case.name.starts_with("IDN019")) {
        for finding in case.check().findings() {
            let id = finding.id.as_deref().unwrap_or_default();
            let digits = id.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
            assert!(id.contains('*') || digits < 18, "{}: {id}", case.name);
        }
    }
}
