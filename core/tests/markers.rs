//! What is personal comes out nowhere, wherever in the input it stands.

use std::fmt::Write;
use std::ops::ControlFlow;

use shequ::model::Volunteer;
use shequ::{Checker, DivisionTable, HtmlForm, Kind, Lang, Report, Settings, Severity, Style, pages, rules};

use crate::support::{Lines, example, options};

/// Made up, each of a form of its own; the number is the example of GB 11643.
const MARKERS: [&str; 8] = [
    "欧阳若溟",
    "11010519491231002X",
    "13812345678",
    "ouyang.ruoming@example.com",
    "多福巷甲29号院3单元501室",
    "1949-12-31",
    "E12345678",
    "Ouyang Ruoming",
];

/// Lines in which `@` stands for a marker.
const LINES: [&str; 46] = [
    // values of fields, of their type and of another
    r#"{"name":"@"}"#,
    r#"{"name":" @ "}"#,
    r#"{"name":"@\u0007"}"#,
    r#"{"name":["@"]}"#,
    r#"{"name":{"@":"@"}}"#,
    r#"{"sex":"@"}"#,
    r#"{"ethnicity":"@","education":"@","nationality":"@"}"#,
    r#"{"service_categories":["@","@"],"skills":["@"],"availability":"@"}"#,
    r#"{"birth_date":"@","registered_on":"@T00:00:00Z"}"#,
    r#"{"updated_at":"@"}"#,
    r#"{"updated_at":"@T09:00:00+08:00"}"#,
    r#"{"total_hours":"@","star":"@"}"#,
    r#"{"identity":{"type":"resident_id","number":"@"}}"#,
    r#"{"identity":{"type":"@","number":"@0"}}"#,
    r#"{"identity":"@"}"#,
    r#"{"number":"@","source":"@"}"#,
    r#"{"phone":"@","email":"@"}"#,
    r#"{"phone":"@ @","email":"@@"}"#,
    r#"{"residence":{"division":"@","address":"@\n"}}"#,
    r#"{"guardian":{"name":"@","relation":"@","phone":"@","consented_on":"@"}}"#,
    r#"{"consent":{"given_on":"@","purposes":["@","@"]}}"#,
    r#"{"trainings":[{"on":"@","hours":"@","kind":"@","topic":" @","organiser":""}]}"#,
    // references and codes of communities
    r#"{"community":"@","station":"@","organisations":["@","@"]}"#,
    r#"{"station":"51370102MF0000136K:@","registered_by":"51370102MF0000136K:@@"}"#,
    // keys
    r#"{"@":1}"#,
    r#"{"@":1,"@":2}"#,
    r#"{"name":"x","name":"@"}"#,
    r#"{"@name":1,"@_phone":1,"姓名@":1}"#,
    r#"{"identity":{"@":{"@":1}},"guardian":{"@":1}}"#,
    r#"{"trainings":[{"@":1},{"@":"@"}]}"#,
    r#"{"extensions":{"@":1,"@.a":2}}"#,
    r#"{"extensions":{"zj.a":{"@":1,"@":2}}}"#,
    r#"{"extensions":{"zj.a":[{"@":{"@":[1e999]}}]}}"#,
    r#"{"extensions":["@"]}"#,
    r#"{"@":[{"id":"v1"}]}"#,
    // damaged
    r#"{"name":"@"#,
    r#"{"name":"@" "phone":"@"}"#,
    r#"{"@""#,
    r"{'name':'@'}",
    r#"{"name":@}"#,
    r#""@""#,
    "@",
    r#"["@",{"@":"@"}]"#,
    r#"{"name":"\ud800@"}"#,
    r#"{"name":"@"}{"@":1}"#,
    "// @",
];

/// Keys that may be shown where no number and no letter of another alphabet follows. A day may: five digits in a row
/// are what the standard's reading takes for a number.
const WORDS: [&str; 2] =
    [r#"{"name@":1,"n.@.n":1,"n-@":{"@":1}}"#, r#"{"extensions":{"zj.@":1,"zj.a":{"a@":1,"a@":2}}}"#];

/// Ids and references that give a person away.
const IDS: [&str; 8] = [
    "11010519491231002X",
    "11010519491231002x",
    "13812345678",
    "51370102MF0000136K:11010519491231002X",
    "51370102MF0000136K:13812345678",
    "610104620927690",
    "51370102MF0000136K:610104620927690",
    "810000199408230021",
];

/// All that is said of records, by every door and in every form.
fn everything(lines: &[String]) -> String {
    let checker = Checker::new(options().limit(0));
    let (mut out, text, list) = (String::new(), lines.join("\n"), format!("[{}]", lines.join(",")));
    for record in lines {
        let _ = write!(out, "{:?}", checker.canonical(Kind::Volunteer, record.as_bytes()).err());
    }
    for bytes in [text.as_bytes().to_vec(), list.into_bytes(), [text.as_bytes(), b"\n\xff"].concat()] {
        shown(&checker.check(Kind::Volunteer, &bytes), &mut out);
        for record in checker.records::<Volunteer>(&bytes[..]) {
            // a record that is right is the caller's own
            let _ = write!(out, "{:?}", record.err());
        }
    }
    let mut feed = checker.feed(Kind::Volunteer, "-");
    let findings = feed.push(format!("{text}\n{text}").as_bytes());
    let (rest, report) = feed.finish();
    let _ = write!(out, "{findings:?}{rest:?}");
    shown(&report, &mut out);
    let go_on = &mut |_| ControlFlow::Continue(());
    let rows = [Ok(Lines(lines.to_vec()))].into_iter();
    shown(&checker.check_rows(Kind::Volunteer, "table", rows, go_on).unwrap(), &mut out);
    out
}

fn shown(report: &Report, out: &mut String) {
    for lang in [Lang::Zh, Lang::En] {
        let style = Style { lang, places: 0, causes: 0, verbose: true, columns: 500, ..Style::default() };
        out.push_str(&report.to_text(style));
        out.push_str(&report.to_html(lang, HtmlForm::Page).replace("<wbr>", ""));
        for finding in report.findings() {
            out.extend([finding.message(lang), finding.advice(lang), format!("{finding:?}")]);
        }
    }
    let json = serde_json::to_string(&report.to_json()).unwrap();
    shown_again(&json, out);
    out.push_str(&json);
    let _ = write!(out, "{report:?}");
}

/// A stored report, read back.
fn shown_again(json: &str, out: &mut String) {
    let report = Report::from_json(json).unwrap();
    let _ = write!(out, "{report:?}{}", report.to_text(Style::default()));
}

fn assert_not_shown(out: &str, marker: &str, place: &str) {
    // the day of birth stands in the number
    for part in [marker, "19491231", "若溟", "ruoming"] {
        assert!(!out.contains(part), "{place}: {part} in {}", around(out, part));
    }
}

fn around(out: &str, part: &str) -> String {
    let at = out.find(part).unwrap_or(0);
    out.chars().skip(out[..at].chars().count().saturating_sub(200)).take(400).collect()
}

#[test]
fn markers_in_every_place_of_the_input_come_out_nowhere() {
    for line in LINES {
        assert_none_shown(line, &MARKERS);
    }
    let no_day: Vec<&str> = MARKERS.into_iter().filter(|marker| *marker != "1949-12-31").collect();
    for line in WORDS {
        assert_none_shown(line, &no_day);
    }
}

fn assert_none_shown(line: &str, markers: &[&str]) {
    let lines: Vec<String> = markers.iter().map(|marker| line.replace('@', marker)).collect();
    let out = everything(&lines);
    for (marker, line) in markers.iter().zip(&lines) {
        assert_not_shown(&out, marker, line);
    }
}

/// The markers as the values of a record that is whole but for that.
#[test]
fn markers_in_every_field_come_out_nowhere() {
    let record = example(Kind::Volunteer);
    let fields: Vec<String> = record.as_object().unwrap().keys().cloned().collect();
    assert!(fields.len() > 20);
    for field in fields.iter().filter(|field| *field != "id") {
        for marker in MARKERS {
            for value in [
                serde_json::json!(marker),
                serde_json::json!([marker]),
                serde_json::json!({ marker: marker }),
            ] {
                let mut record = record.clone();
                record[field] = value;
                let text = record.to_string();
                let mut out = String::new();
                shown(&Checker::new(options()).check(Kind::Volunteer, text.as_bytes()), &mut out);
                assert_not_shown(&out, marker, &text);
            }
        }
    }
}

#[test]
fn ids_that_give_a_person_away_are_masked_by_every_door() {
    for id in IDS {
        let personal = id.rsplit(':').next().unwrap();
        for text in [
            format!("{{\"id\":\"{id}\"}}"),
            format!("{{\"id\":\"{id}\",\"x\":1,\"organisations\":[\"{id}\",\"{id}\"]}}"),
        ] {
            let out = everything(std::slice::from_ref(&text));
            assert!(out.contains("***"), "{id} is not named at all");
            assert_not_shown(&out, personal, &text);
        }
    }
}

/// Too large, too deep, in another encoding, in a broken archive.
#[test]
fn markers_in_what_is_not_read_come_out_nowhere() {
    let line = format!("{{\"name\":\"{}\"", MARKERS.join(" "));
    let gbk = [b"{\"name\":\"".to_vec(), b"\xc5\xb7\xd1\xf4".repeat(3), b"11010519491231002X\"}\n".to_vec()]
        .concat();
    let wide: Vec<u8> = line.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let inputs = [
        format!("{line},\"x\":\"{}\"}}", "x".repeat(2 << 20)).into_bytes(),
        format!("[{line}}},{line},\"x\":\"{}\"}}]", "x".repeat(2 << 20)).into_bytes(),
        format!("{line},\"x\":{}{}}}", "[".repeat(100), "]".repeat(100)).into_bytes(),
        gbk.repeat(3),
        wide,
        format!("id,name\n1,{}\n", MARKERS.join(",")).into_bytes(),
        format!("PK\u{3}\u{4}{line}").into_bytes(),
        format!("{line}\u{0}\u{0}").into_bytes(),
    ];
    for bytes in inputs {
        let mut out = String::new();
        shown(&Checker::new(options()).check(Kind::Volunteer, &bytes), &mut out);
        for marker in MARKERS {
            assert_not_shown(&out, marker, &String::from_utf8_lossy(&bytes[..bytes.len().min(100)]));
        }
    }
}

/// What a caller writes may be a person's as well: a log of errors is read by others.
#[test]
fn markers_in_options_come_out_in_no_error() {
    assert!(!rules::known("Ouyang Ruoming").unwrap_err().to_string().contains("Ruoming"));
    // words of letters alone are not repeated, but in a setting they could be anything
    for marker in MARKERS.into_iter().filter(|marker| *marker != "Ouyang Ruoming") {
        let setting = |text: &str| text.replace('@', marker);
        let stored = |text: &str| Report::from_json(&setting(text)).err();
        let table = |text: &str| DivisionTable::read(setting(text).as_bytes()).err();
        let errors = [
            rules::known(marker).err(),
            Settings::new().select(marker).err(),
            Settings::new().ignore(marker).err(),
            Settings::new().severity(marker, Severity::Info).err(),
            Settings::new().parameter(marker).err(),
            Settings::new().parameter(&setting("@.x=1")).err(),
            Settings::new().parameter(&setting("VOL005.@=1")).err(),
            Settings::new().parameter(&setting("VOL005.thresholds=@")).err(),
            Settings::parse(marker).err(),
            Settings::parse(&setting("select @")).err(),
            Settings::parse(&setting("severity PER006=@")).err(),
            pages::dictionary(Some(marker), None, pages::Form::Text, Lang::Zh).err(),
            pages::dictionary(Some("volunteer"), Some(marker), pages::Form::Text, Lang::Zh).err(),
            pages::codes(Some(marker), pages::Form::Text, Lang::Zh).err(),
            stored("@"),
            stored("\"@\""),
            stored(r#"{"@":"@"}"#),
            stored(r#"{"verdict":{"@":"@"}}"#),
            table("@"),
            table("code,name,from,to,successors\n@,@,@,@,@\n"),
            table("@,name,from,to,successors\n1,@,,,\n"),
        ];
        for (number, error) in errors.into_iter().enumerate() {
            let error = error.unwrap_or_else(|| panic!("call {number} takes {marker}"));
            let out = format!("{error} {} {error:?}", error.chinese());
            assert_not_shown(&out, marker, &format!("call {number}"));
        }
    }
}
