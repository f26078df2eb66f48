//! The same bytes get the same findings by every door, and whatever is not read is said.

use std::fs;
use std::io::Write;

use serde_json::json;
use shequ::{Checker, Form, HtmlForm, Kind, Lang, Layout, Obstacle, Report, Style};

use crate::support::{example, options};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn check(bytes: &[u8]) -> Report {
    Checker::new(options()).check(Kind::Community, bytes)
}

fn check_as(form: Form, bytes: &[u8]) -> Report {
    Checker::new(options().form(form)).check(Kind::Community, bytes)
}

/// How many records were read, and of each finding the rule and the line.
type Essence = (u64, Vec<(&'static str, u64)>);

fn essence(report: &Report) -> Essence {
    let read = report.inputs().iter().map(|input| input.tally.read).sum();
    (read, report.findings().iter().map(|finding| (finding.rule.id, finding.place.line)).collect())
}

/// A community that is right, without extensions, so that a test may add its own.
fn record() -> serde_json::Value {
    let mut record = example(Kind::Community);
    record.as_object_mut().unwrap().remove("extensions");
    record
}

fn good() -> String {
    record().to_string()
}

fn pretty() -> String {
    serde_json::to_string_pretty(&record()).unwrap()
}

/// What the one unreadable thing is said to be.
fn fault(report: &Report, lang: Lang) -> String {
    let unread = report.findings().iter().find(|finding| finding.rule.id == "STR001").unwrap();
    unread.message(lang)
}

/// Texts whose form is hard to tell, with what must be found in them.
fn hard() -> Vec<(String, Essence)> {
    let (good, pretty) = (good(), pretty());
    let torn = good.replacen("\"name\":\"", "\"name\":\"x\n", 1);
    let lines = pretty.lines().count() as u64;
    assert!(torn != good && lines > 5);
    let array_in_first_line = pretty.replacen("{\n", "{\"extensions\":{\"a.b\":[\n1]},", 1);
    let colon_in_first_line = pretty.replacen("{\n", "{\"extensions\":\n{},", 1);
    vec![
        (format!("{torn}\n{good}\n{good}\n"), (4, vec![("STR001", 1), ("STR001", 2)])),
        (format!("{good}\n{torn}\n{good}\n"), (4, vec![("STR001", 2), ("STR001", 3)])),
        (format!("{}\n{good}\n{good}\n", &good[..good.len() - 1]), (3, vec![("STR001", 1)])),
        (format!("{{\"a\": \n{good}\n{good}\n"), (3, vec![("STR001", 1)])),
        (format!("[INFO] export\n{good}\n{good}\n"), (3, vec![("STR001", 1)])),
        (format!("\u{feff}\n \n{good}\r\n\r\n{good}"), (2, vec![])),
        (pretty.clone(), (1, vec![])),
        (pretty.replace('\n', "\r\n"), (1, vec![])),
        (format!("\n\n\u{feff}{good}"), (1, vec![("STR001", 3)])),
        (array_in_first_line, (1, vec![])),
        (colon_in_first_line, (1, vec![])),
        (format!("{pretty}\n{pretty}\n"), (2, vec![("STR001", lines + 1)])),
        (format!("[{good}]\n[{good}]\n"), (2, vec![("STR002", 1), ("STR002", 2)])),
        (format!("[{good}]\n"), (1, vec![])),
        (format!("[{good}] x"), (2, vec![("STR001", 1)])),
        (format!("[\n{good},\n{good}\n{good}\n]"), (3, vec![("STR001", 4)])),
        (format!("[{good},\n{{\"a\" 1}},\n{good}]"), (2, vec![("STR001", 2)])),
        (format!("{good}{good}"), (1, vec![("STR001", 1)])),
        (format!("\u{c}{good}\u{c}\n\u{c}\n\u{3000}{good}"), (2, vec![])),
        (format!("\u{c}\n{pretty}\u{c}"), (1, vec![])),
    ]
}

#[test]
fn the_first_value_says_the_form() {
    for (text, expected) in hard() {
        assert_eq!(essence(&check(text.as_bytes())), expected, "{text}");
    }
}

#[test]
fn neither_name_nor_compression_nor_way_changes_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let checker = Checker::new(options());
    for (number, (text, expected)) in hard().into_iter().enumerate() {
        let bytes = text.as_bytes();
        for name in ["-", "a.json", "a.ndjson", "a.jsonl.gz", "a.txt"] {
            let report = checker.check_reader(Kind::Community, name, bytes);
            assert_eq!(essence(&report), expected, "{name}: {text}");
        }
        assert_eq!(essence(&check(&gzip(bytes))), expected);
        assert_eq!(essence(&check(&zstd::encode_all(bytes, 0).unwrap())), expected);
        let path = folder.path().join(format!("{number}.json"));
        fs::write(&path, bytes).unwrap();
        let report = checker.check_paths(&[path], Some(Kind::Community)).unwrap();
        assert_eq!(essence(&report), expected, "as a file: {text}");
        // one byte at a time, as a slow connection gives it
        let slow = Slow(bytes);
        assert_eq!(essence(&checker.check_reader(Kind::Community, "-", slow)), expected);
    }
}

struct Slow<'a>(&'a [u8]);

impl std::io::Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let len = self.0.len().min(buffer.len()).min(1);
        self.0.read(&mut buffer[..len])
    }
}

#[test]
fn the_form_can_be_named_and_is_told() {
    let layouts = |report: &Report| report.inputs()[0].layout;
    let of = |text: &str| layouts(&check(text.as_bytes()));
    assert_eq!(of("{}\n{}"), Some(Layout::Json(Form::Ndjson)));
    assert_eq!(of("[]"), Some(Layout::Json(Form::Array)));
    assert_eq!(of("{\n}"), Some(Layout::Json(Form::Record)));
    assert_eq!(of(" "), None);
    let list = format!("[{0},\n{0}]", good());
    assert_eq!(essence(&check_as(Form::Ndjson, list.as_bytes())).0, 2);
    assert_eq!(essence(&check_as(Form::Record, list.as_bytes())), (1, vec![("STR002", 1)]));
    assert_eq!(essence(&check_as(Form::Record, good().as_bytes())), (1, vec![]));
    let report = check_as(Form::Array, good().as_bytes());
    assert_eq!(essence(&report), (1, vec![("STR001", 1)]));
    assert!(fault(&report, Lang::Zh).contains("内容不是数组"));
    let json = serde_json::to_value(check(list.as_bytes()).to_json()).unwrap();
    assert_eq!(json["verdict"]["input"][0]["form"], "array");
    assert_eq!(json["verdict"]["complete"], true);
}

#[test]
fn what_is_not_read_is_said() {
    let (good, pretty) = (good(), pretty());
    let after = fault(&check(format!("{pretty}\n{pretty}").as_bytes()), Lang::Zh);
    assert!(after.contains("其他内容，未读取") && after.contains("NDJSON"), "{after}");
    let broken = fault(&check(format!("[{good},{{\"a\" 1}},{good}]").as_bytes()), Lang::En);
    assert!(broken.contains("the array was read no further"), "{broken}");
    let deep = format!("[{good},{}{},{good}]", "[".repeat(70), "]".repeat(70));
    let report = check(deep.as_bytes());
    assert_eq!(essence(&report), (2, vec![("STR015", 1)]));
    assert!(report.findings()[0].message(Lang::Zh).contains("其后的内容未核对"));
    // of a line nothing but the line is lost
    let deep = format!("{good}\n{}{}\n{good}", "[".repeat(70), "]".repeat(70));
    let report = check(deep.as_bytes());
    assert_eq!(essence(&report), (3, vec![("STR015", 2)]));
    assert!(!report.findings()[0].message(Lang::Zh).contains("其后"));
}

#[test]
fn another_encoding_is_one_finding_of_the_file() {
    // 姓名 in GBK, in every line
    let line = |name: &[u8]| [b"{\"name\":\"", name, b"\"}\n"].concat();
    let gbk = line(b"\xd0\xd5\xc3\xfb").repeat(50);
    let report = check(&gbk);
    assert_eq!(essence(&report), (1, vec![("STR001", 1)]));
    assert!(fault(&report, Lang::Zh).contains("GB18030") && fault(&report, Lang::En).contains("iconv"));
    let text = format!("{0}\n{0}\n", good());
    for bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
        let wide: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
        let report = check(&wide);
        assert_eq!(essence(&report), (1, vec![("STR001", 1)]));
        assert!(fault(&report, Lang::En).contains("UTF-16"));
    }
    // one damaged letter is the fault of its line alone
    let mut damaged = text.into_bytes();
    let at = damaged.iter().position(|byte| !byte.is_ascii()).unwrap();
    damaged[at] = b'x';
    assert_eq!(essence(&check(&damaged)), (2, vec![("STR001", 1)]));
}

#[test]
fn an_object_that_wraps_a_list_is_one_finding() {
    let records = vec![example(Kind::Community); 3];
    let report = check(json!({ "code": 0, "communities": records }).to_string().as_bytes());
    assert_eq!(essence(&report), (1, vec![("STR001", 1)]));
    assert!(fault(&report, Lang::Zh).contains("在“communities”之下"));
    assert!(fault(&report, Lang::En).contains("under communities"));
    // a key that may be anybody's name is not shown
    let report = check(json!({ "张三": records }).to_string().as_bytes());
    assert!(fault(&report, Lang::Zh).contains("在它的一个字段之下"));
    assert!(!fault(&report, Lang::Zh).contains("张三"));
    // larger than any record, and over several lines
    let many =
        serde_json::to_string_pretty(&json!({ "rows": vec![example(Kind::Community); 5000] })).unwrap();
    assert!(many.len() > 2 << 20);
    let report = check(many.as_bytes());
    assert_eq!(essence(&report), (1, vec![("STR001", 1)]));
    assert!(fault(&report, Lang::En).contains("under rows"));
}

#[test]
fn a_cut_array_is_read_up_to_the_cut() {
    let mut records = vec![example(Kind::Community); 6_000];
    for (number, record) in records.iter_mut().enumerate() {
        record["id"] = format!("c{}", number.wrapping_mul(2_654_435_761)).into();
        record["name"] = "".into();
    }
    let whole = gzip(json!(records).to_string().as_bytes());
    for threads in [1, 4] {
        let checker = Checker::new(options().threads(threads));
        let report = checker.check(Kind::Community, &whole[..whole.len() / 2]);
        let input = &report.inputs()[0];
        assert_eq!(input.obstacle, Some(Obstacle::BrokenCompression));
        assert!((1_000..6_000).contains(&input.tally.read), "{}", input.tally.read);
        assert_eq!(report.rules()["STR006"], input.tally.read);
        assert!(!report.rules().contains_key("STR001"), "half a record is none");
        let records = checker.records::<shequ::model::Community>(&whole[..whole.len() / 2]);
        assert_eq!(records.count() as u64, input.tally.read + 1);
    }
}

#[test]
fn padding_after_a_gzip_is_no_damage() {
    let padded = [gzip(good().as_bytes()), vec![0; 10_000]].concat();
    assert_eq!(essence(&check(&padded)), (1, vec![]));
    assert!(check(&padded).is_ok());
}

#[test]
fn a_window_that_is_too_large_is_said() {
    let mut out = zstd::Encoder::new(Vec::new(), 1).unwrap();
    out.window_log(30).unwrap();
    out.write_all(good().as_bytes()).unwrap();
    let report = check(&out.finish().unwrap());
    assert_eq!(report.inputs()[0].obstacle, Some(Obstacle::LargeWindow));
    assert!(report.to_text(Style::default()).contains("128 MiB"));
}

#[test]
fn a_file_without_a_record_has_not_passed() {
    let checker = Checker::new(options());
    for text in ["", " \n\n", "[]", "\u{feff}"] {
        let report = checker.check_reader(Kind::Community, "a.ndjson", text.as_bytes());
        assert_eq!(essence(&report), (0, vec![]), "{text:?}");
        assert!(report.is_ok());
        let page = report.to_text(Style::default());
        assert!(page.contains("没有记录") && !page.contains("通过"), "{page}");
        assert!(report.to_html(Lang::En, HtmlForm::Page).contains("it holds no record"));
    }
    // a file that should be one JSON text, and a text that is said to be one record
    let named = checker.check_reader(Kind::Community, "a.json", &b" \n"[..]);
    for report in [named, check_as(Form::Record, b""), check_as(Form::Array, b"\n")] {
        assert_eq!(essence(&report), (0, vec![("STR001", 1)]));
        assert_eq!(report.inputs()[0].tally.bad, 0);
        assert!(fault(&report, Lang::Zh).contains("没有任何内容") && !report.is_ok());
    }
    assert!(checker.check_reader(Kind::Community, "a.json", &b"[]"[..]).is_ok());
}

/// The limit lies at the same level whatever way a record comes in.
#[test]
fn the_depth_limit_is_the_same_by_every_door() {
    let nested = |levels: usize| {
        let mut text = good();
        text.truncate(text.len() - 1);
        format!("{text},\"extensions\":{{\"a.b\":{}{}}}}}", "[".repeat(levels - 2), "]".repeat(levels - 2))
    };
    let checker = Checker::new(options());
    for (levels, expected) in
        [(64, vec![]), (65, vec!["STR015"]), (100, vec!["STR015"]), (200, vec!["STR015"])]
    {
        let text = nested(levels);
        let rules = |report: &Report| report.findings().iter().map(|found| found.rule.id).collect::<Vec<_>>();
        for bytes in [text.clone(), format!("[{text}]"), format!("{text}\n{{"), format!("\n{text}\n")] {
            let mut found = rules(&check(bytes.as_bytes()));
            found.retain(|rule| *rule != "STR001");
            assert_eq!(found, expected, "{levels}");
        }
        let mut feed = checker.feed(Kind::Community, "-");
        assert_eq!(feed.push(format!("{text}\n").as_bytes()).len(), expected.len());
        assert_eq!(checker.canonical(Kind::Community, text.as_bytes()).is_ok(), expected.is_empty());
        let rows = [Ok(crate::support::Lines(vec![text]))].into_iter();
        let go_on = &mut |_| std::ops::ControlFlow::Continue(());
        let report = checker.check_rows(Kind::Community, "table", rows, go_on).unwrap();
        assert_eq!(rules(&report), expected, "{levels}");
    }
}
