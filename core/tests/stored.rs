//! A report that was stored as JSON is the same report when it is read back.

use std::ops::ControlFlow;

use serde_json::{Value, json};
use shequ::{Checker, Error, HtmlForm, Kind, Lang, Report, Settings, Severity, Style};

use crate::conformance::cases;
use crate::support::{Lines, example, options, root};

fn stored(report: &Report) -> String {
    serde_json::to_string(&report.to_json()).unwrap()
}

/// Every form in which a report is shown.
fn shown(report: &Report) -> Vec<String> {
    let mut forms = vec![stored(report)];
    for (lang, form) in [(Lang::Zh, HtmlForm::Page), (Lang::En, HtmlForm::Fragment)] {
        forms.push(report.to_text(Style { lang, colour: true, verbose: true, ..Style::default() }));
        forms.push(report.to_html(lang, form));
    }
    forms
}

fn assert_same_again(report: &Report, name: &str) {
    let again = Report::from_json(&stored(report)).unwrap_or_else(|error| panic!("{name}: {error}"));
    for (again, form) in shown(&again).into_iter().zip(shown(report)) {
        assert!(again == form, "{name}:\n{again}\n{form}");
    }
    assert_eq!(again.inputs(), report.inputs(), "{name}");
    assert_eq!(again.is_ok(), report.is_ok(), "{name}");
    assert_eq!(again.causes().len(), report.causes().len(), "{name}");
    let params =
        |report: &Report| report.findings().iter().map(|finding| finding.params.len()).sum::<usize>();
    assert_eq!(params(&again), params(report), "{name}");
}

#[test]
fn reports_of_all_cases_are_read_back() {
    let cases = cases();
    let mut findings = 0;
    for case in &cases {
        let report = case.check();
        findings += report.findings().len();
        assert_same_again(&report, &case.name);
    }
    assert!(findings > 1000, "{findings}");
}

#[test]
fn the_report_of_a_province_is_read_back() {
    let folder = root().join("examples/province");
    for limit in [0, 1] {
        let report =
            Checker::new(options().limit(limit)).check_paths(std::slice::from_ref(&folder), None).unwrap();
        assert!(report.inputs().len() == Kind::all().len() && report.causes().len() > 10 && !report.is_ok());
        assert_eq!(report.is_truncated(), limit == 1);
        assert_same_again(&report, "province");
    }
}

#[test]
fn a_table_stays_a_table() {
    let lines = ["{}".to_owned(), example(Kind::Case).to_string(), "{}".to_owned()];
    let report = Checker::new(options())
        .check_rows(Kind::Case, "table", [Ok(Lines(lines.to_vec()))].into_iter(), &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_same_again(&report, "table");
    let again = Report::from_json(&stored(&report)).unwrap();
    assert!(again.inputs()[0].bad_rows.iter().eq([1, 3]));
    let clean = Checker::new(options())
        .check_rows(Kind::Case, "table", [Ok(Lines(vec![]))].into_iter(), &mut |_| ControlFlow::Continue(()))
        .unwrap();
    assert!(Report::from_json(&stored(&clean)).unwrap().inputs()[0].is_table());
}

#[test]
fn changed_rules_and_what_could_not_be_read_are_kept() {
    let settings = Settings::new().severity("TXT002", Severity::Error).unwrap();
    let mut record = example(Kind::Volunteer);
    record["name"] = "\u{200b}何文斌".into();
    let checker = Checker::new(options().settings(settings));
    let report = checker.check(Kind::Volunteer, record.to_string().as_bytes());
    assert_eq!(report.count(Severity::Error), 1);
    assert_same_again(&report, "severity");
    for (name, bytes) in [("a.xlsx", &b"PK\x03\x04"[..]), ("a.json", &[0x1f, 0x8b, 8, 0, 0][..])] {
        let report = checker.check_reader(Kind::Volunteer, name, bytes);
        assert!(report.is_incomplete(), "{name}");
        assert_same_again(&report, name);
    }
}

/// Two inputs may have one name, and findings still know theirs.
#[test]
fn inputs_of_one_name_are_told_apart() {
    let file = root().join("examples/province/volunteers.ndjson");
    let mut sources = shequ::sources(&[file], None).unwrap();
    sources.inputs.extend_from_within(..);
    let report = Checker::new(options()).check_sources(&sources, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(report.inputs()[0].name, report.inputs()[1].name);
    assert_same_again(&report, "twice");
}

fn value() -> Value {
    let report = Checker::new(options()).check(Kind::Case, b"{\"id\": 1, \"x\": 2}");
    serde_json::to_value(report.to_json()).unwrap()
}

#[test]
fn what_made_a_report_stays_in_it() {
    let mut value = value();
    value["verdict"]["library"] = "0.0.9".into();
    value["verdict"]["codes"] = json!({ "sex": "GB/T 2261.1 (1980)", "divisions": "3 codes" });
    let report = Report::from_json(&value.to_string()).unwrap();
    assert_eq!(serde_json::to_value(report.to_json()).unwrap(), value);
    let text = report.to_text(Style { verbose: true, ..Style::default() });
    assert!(text.contains("0.0.9") && text.contains("1980") && text.contains("3 codes"), "{text}");
}

#[test]
fn what_is_no_report_of_this_version_is_refused_with_advice() {
    let refused = |text: &str| match Report::from_json(text) {
        Err(Error::Stored(words)) => words,
        other => panic!("{text}: {other:?}"),
    };
    let whole = value().to_string();
    for text in ["", "{}", "[]", "null", "{\"report\": 1}", &"[".repeat(1_000_000), &whole[..whole.len() - 1]]
    {
        assert!(refused(text).zh.starts_with("这不是完整的JSON核查报告"), "{text}");
    }
    let changed = |pointer: &str, to: Value| {
        let mut value = value();
        *value.pointer_mut(pointer).unwrap() = to;
        refused(&value.to_string())
    };
    for (pointer, to) in [
        ("/report", "1.1".into()),
        ("/findings/0/rule", "XYZ001".into()),
        ("/causes/0/first/kind", "household".into()),
        ("/findings/0/severity", "fatal".into()),
        ("/findings/0/params", json!({ "novel": 1 })),
        ("/counts/rules", json!({ "XYZ001": 1 })),
        ("/verdict/profile", "zhejiang".into()),
        ("/verdict/input/0/obstacle", json!({ "name": "novel", "zh": "", "en": "" })),
    ] {
        assert!(changed(pointer, to).en.contains("the version that wrote it"), "{pointer}");
    }
    assert!(changed("/findings/0/source/input", 1.into()).zh.contains("前后不一致"));
}

/// Whatever stands in a report, reading ends with a report that can be shown or with an error.
#[test]
fn hostile_reports_are_shown_or_refused() {
    let mut value = value();
    let mut pointers = Vec::new();
    leaves(&value, String::new(), &mut pointers);
    let hostile = [
        json!(null),
        json!(-1),
        json!(u64::MAX),
        json!(1e300),
        json!("\u{0}<\u{202e}*/"),
        json!([]),
        json!({}),
    ];
    let (mut shown_again, mut refused) = (0, 0);
    for pointer in &pointers {
        for to in &hostile {
            let place = value.pointer_mut(pointer).unwrap();
            let kept = std::mem::replace(place, to.clone());
            match Report::from_json(&value.to_string()) {
                Ok(report) => shown_again += usize::from(!shown(&report).is_empty()),
                Err(error) => refused += usize::from(!error.to_string().is_empty()),
            }
            *value.pointer_mut(pointer).unwrap() = kept;
        }
    }
    assert!(shown_again > 100 && refused > 100, "{shown_again} shown, {refused} refused");
}

fn leaves(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                leaves(member, format!("{pointer}/{key}"), pointers);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate().take(2) {
                leaves(item, format!("{pointer}/{index}"), pointers);
            }
        }
        _ => {}
    }
    if !pointer.is_empty() {
        pointers.push(pointer);
    }
}
