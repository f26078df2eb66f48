//! Bytes that break readers: each is refused or read, and none stops the work.

use std::io::Read;

use serde_json::{Value, json};
use shequ::{Checker, Kind, Lang, Report, Style};

use crate::support::{beside, example, options, read_json};

fn check(bytes: &[u8]) -> Report {
    Checker::new(options()).check(Kind::Volunteer, bytes)
}

/// As a file whose name says that each line is a record.
fn check_lines(bytes: &[u8]) -> Report {
    Checker::new(options()).check_reader(Kind::Volunteer, "volunteers.ndjson", bytes)
}

fn rules_of(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(|finding| finding.rule.id).collect()
}

fn read(report: &Report) -> u64 {
    report.inputs().iter().map(|input| input.tally.read).sum()
}

fn good() -> String {
    example(Kind::Volunteer).to_string()
}

/// A line between two good ones: nothing is said of those, and all three are read.
fn check_between(line: &[u8]) -> Vec<&'static str> {
    let good = good();
    let report = check_lines(&[good.as_bytes(), b"\n", line, b"\n", good.as_bytes(), b"\n"].concat());
    assert_eq!(read(&report), 3);
    assert!(report.findings().iter().all(|finding| finding.place.line == 2), "{:?}", report.findings());
    rules_of(&report)
}

/// The files of the suite with their names.
fn suite() -> Vec<(String, Vec<u8>)> {
    let packed = std::fs::File::open(beside("data/JSONTestSuite_parsing.tar.gz")).unwrap();
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(packed));
    let mut files = Vec::new();
    for entry in archive.entries().unwrap() {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        if name.ends_with(".json") {
            files.push((name, bytes));
        }
    }
    files
}

/// Right JSON is read whatever it holds: an array item by item, anything else as one record. Of
/// wrong JSON it is said that it cannot be read, but where nothing stands there is no record.
#[test]
#[ignore = "needs the suite of JSON texts beside the project"]
fn the_test_suite_of_json_is_read_or_refused() {
    let files = suite();
    assert!(files.len() > 300);
    for (name, bytes) in files {
        let report = check(&bytes);
        let rules = rules_of(&report);
        let is_unreadable = rules.iter().any(|rule| matches!(*rule, "STR001" | "STR015"));
        let is_empty = read(&report) == 0;
        match &name[..2] {
            "y_" => assert!(!is_unreadable && !report.is_incomplete(), "{name}: {rules:?}"),
            "n_" => assert!(is_unreadable || is_empty, "{name}: {rules:?}"),
            _ => assert!(is_empty || !report.is_ok(), "{name}: no such record is right"),
        }
    }
}

#[test]
#[ignore = "needs the suite of JSON texts beside the project"]
fn a_broken_line_leaves_its_neighbours_alone() {
    for (name, mut bytes) in suite() {
        bytes.iter_mut().filter(|byte| **byte == b'\n').for_each(|byte| *byte = b' ');
        if !bytes.trim_ascii().is_empty() {
            let rules = check_between(&bytes);
            assert!(!rules.is_empty(), "{name}");
        }
    }
}

#[test]
#[ignore = "needs the list of strings beside the project"]
fn naughty_strings_as_names_never_come_back() {
    let strings = read_json(&beside("data/blns.json"));
    let mut record = example(Kind::Volunteer);
    for string in strings.as_array().unwrap().iter().filter_map(Value::as_str) {
        record["name"] = string.into();
        record["residence"]["address"] = string.into();
        record["sex"] = format!("{string}?").into();
        let report = check(record.to_string().as_bytes());
        assert_eq!(read(&report), 1);
        assert!(report.findings().iter().any(|finding| finding.pointer == "/sex"));
        let json = serde_json::to_string(&report.to_json()).unwrap();
        let texts = [Lang::Zh, Lang::En].map(|lang| report.to_text(Style { lang, ..Style::default() }));
        // what is shorter, or a word of JSON, may stand in any report
        let is_common = string.chars().count() < 5 || ["true", "false", "undefined"].contains(&string);
        for page in texts.iter().chain([&json]) {
            assert!(is_common || !page.contains(string), "{string:?}");
            assert!(page.chars().all(|letter| letter == '\n' || !letter.is_control()), "{string:?}");
        }
    }
}

#[test]
fn a_line_of_two_megabytes_is_one_finding() {
    let line = format!("{{\"id\":\"{}\"}}", "x".repeat(2 << 20));
    assert_eq!(check_between(line.as_bytes()), ["STR015"]);
}

#[test]
fn a_record_of_two_megabytes_ends_an_array() {
    let text = format!("[{},\n{{\"id\":\"{}\"}}]", good(), "x".repeat(2 << 20));
    let report = check(text.as_bytes());
    assert_eq!(rules_of(&report), ["STR015"]);
    assert_eq!(report.findings()[0].place.line, 2);
}

#[test]
fn nesting_of_any_depth_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let line = format!("{{\"x\":{}0{}}}", open.repeat(100_000), close.repeat(100_000));
        assert_eq!(check_between(line.as_bytes()), ["STR015"]);
        assert_eq!(check_between(open.repeat(100_000).as_bytes()), ["STR001"]);
        assert!(!check(open.repeat(100_000).as_bytes()).is_ok());
    }
}

#[test]
fn what_is_no_text_is_no_record() {
    for line in [
        &b"\0\0\0\0"[..],
        b"{\"id\":\"\0\"}",
        br#"{"id":"\ud800"}"#,
        br#"{"\udc00":1}"#,
        b"{\"id\":\"\xff\xfe\"}",
        b"{\"id\":\"\xe5\xbc\"}",
        b"\xc0\x80",
        b"nul",
        b"\"",
        b"]",
        b"{",
    ] {
        assert_eq!(check_between(line), ["STR001"], "{line:?}");
    }
}

#[test]
fn a_value_that_is_no_object_is_a_record_of_another_type() {
    for line in ["null", "true", "0", "\"text\"", "[]", "[{}]"] {
        assert_eq!(check_between(line.as_bytes()), ["STR002"], "{line}");
    }
}

#[test]
fn line_ends_and_blank_lines_change_nothing_but_the_place() {
    let bad = json!({ "id": "a" }).to_string();
    let places = |text: String| -> Vec<(u64, String)> {
        let report = check_lines(text.as_bytes());
        assert_eq!(read(&report), 3);
        report.findings().iter().map(|finding| (finding.place.line, finding.pointer.clone())).collect()
    };
    let plain = places(format!("{0}\n{bad}\n{0}\n", good()));
    assert!(!plain.is_empty());
    assert_eq!(places(format!("{0}\r\n{bad}\r\n{0}\r\n", good())), plain);
    assert_eq!(places(format!("\u{feff}{0}\n{bad}\n{0}", good())), plain);
    let moved: Vec<(u64, String)> = plain.into_iter().map(|(line, pointer)| (line + 2, pointer)).collect();
    assert_eq!(places(format!("\n \t\n{0}\n  {bad}  \n\n\r\n{0}\n\n\n", good())), moved);
}

#[test]
fn utf_16_is_one_finding() {
    let text = format!("{0}\n{0}\n{0}\n", good());
    for (mark, bytes) in
        [([0xFF, 0xFE], u16::to_le_bytes as fn(u16) -> [u8; 2]), ([0xFE, 0xFF], u16::to_be_bytes)]
    {
        let wide: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
        let report = check(&[&mark[..], &wide].concat());
        assert_eq!(rules_of(&report), ["STR001"]);
    }
}

/// An object of as many keys that no record has, each another.
fn many_keys(count: usize) -> String {
    let members: Vec<String> = (0..count).map(|number| format!("\"{number:x}\":1")).collect();
    format!("{{{}}}", members.join(","))
}

#[test]
fn a_record_gives_a_stated_number_of_findings_of_one_rule() {
    let report = check(many_keys(100_000).as_bytes());
    let unknown: Vec<_> = report.findings().iter().filter(|finding| finding.rule.id == "STR004").collect();
    assert_eq!(unknown.len(), 1_000, "as many as are kept");
    let all = Checker::new(options().limit(0)).check(Kind::Volunteer, many_keys(100_000).as_bytes());
    let more: Vec<_> = all.findings().iter().filter(|finding| finding.pointer.is_empty()).collect();
    assert_eq!((more.len(), more[0].rule.id, more[0].count), (1, "STR004", Some(99_000)));
    assert_eq!(all.rules()["STR004"], 1_001);
    assert!(more[0].message(Lang::Zh).contains("另有99000处"));
    assert!(more[0].message(Lang::En).starts_with("99000 more of this kind"));
    let json = serde_json::to_string(&all.to_json()).unwrap();
    let again = Report::from_json(&json).unwrap();
    assert!(serde_json::to_string(&again.to_json()).unwrap() == json);
    // which of them are told does not depend on their order
    let mut keys: Vec<usize> = (0..3_000).collect();
    let one = check(object(&keys).as_bytes());
    keys.reverse();
    assert_eq!(check(object(&keys).as_bytes()).findings(), one.findings());
}

fn object(keys: &[usize]) -> String {
    let members: Vec<String> = keys.iter().map(|key| format!("\"unknown_{key}\":1")).collect();
    format!("{{{}}}", members.join(","))
}

/// Numbers and texts among keys went round in a circle once, of which sorting may panic.
#[test]
fn keys_of_every_sort_are_put_in_order() {
    let keys: Vec<String> = (0..500)
        .flat_map(|number| {
            [format!("\"{number}\":1"), format!("\"{number}a\":1"), format!("\"+{number}\":1")]
        })
        .collect();
    let report = check(format!("{{{}}}", keys.join(",")).as_bytes());
    assert_eq!(report.rules()["STR004"], 1_001);
}

/// Every cause is shown with its places, those of the gathered rest as well.
#[test]
fn places_stand_under_their_cause_however_many_there_are() {
    let mut lines = String::new();
    for number in 0..12_000 {
        lines += &format!("{{\"k{number}\":1}}\n");
    }
    let report = Checker::new(options().limit(0)).check(Kind::Volunteer, lines.as_bytes());
    assert!(report.causes().len() > 10_000);
    let text = report.to_text(Style { places: 1, ..Style::default() });
    assert!(text.contains("-:1 ") || text.contains("-:1\n"), "the first place is shown");
    assert!(text.contains("另有 11,999 处"));
}
