//! The form, the compression, the threads and the neighbours of a file change no finding in it.

use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use shequ::model::Community;
use shequ::{Checker, Error, Kind, Lang, LeftOut, Obstacle, Refusal, Report, Severity, Style, sources};

use crate::support::{example, options};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn zstandard(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 0).unwrap()
}

/// A community that is right, and four that are not.
fn communities() -> Vec<Value> {
    let right = example(Kind::Community);
    let changed = |change: fn(&mut Value)| {
        let mut record = right.clone();
        change(&mut record);
        record
    };
    vec![
        changed(|record| record["kind"] = "town".into()),
        right.clone(),
        changed(|record| record["name"] = "".into()),
        changed(|record| record["extra"] = json!({ "line": "one\ntwo" })),
        changed(|record| drop(record.as_object_mut().unwrap().remove("status"))),
    ]
}

/// The findings without their places.
fn found(report: &Report) -> Vec<(&'static str, String, Option<String>)> {
    let part = |finding: &shequ::Finding| (finding.rule.id, finding.pointer.clone(), finding.id.clone());
    report.findings().iter().map(part).collect()
}

fn lines(records: &[Value]) -> String {
    records.iter().map(|record| format!("{record}\n")).collect()
}

#[test]
fn every_form_and_compression_gives_the_same_findings() {
    let records = communities();
    let forms = [
        lines(&records),
        Value::from(records.clone()).to_string(),
        serde_json::to_string_pretty(&records).unwrap(),
        format!("\u{feff}\n{}", serde_json::to_string_pretty(&records).unwrap()),
    ];
    let checker = Checker::new(options());
    let expected = found(&checker.check(Kind::Community, forms[0].as_bytes()));
    assert_eq!(expected.len(), 4);
    for form in &forms {
        for bytes in [form.clone().into_bytes(), gzip(form.as_bytes()), zstandard(form.as_bytes())] {
            let report = checker.check(Kind::Community, &bytes);
            assert_eq!(found(&report), expected);
            assert_eq!(report.records()[&Kind::Community].read, 5);
            assert_eq!(report.records()[&Kind::Community].bad, 4);
        }
    }
}

#[test]
fn one_record_may_stand_on_one_line_or_many() {
    let checker = Checker::new(options());
    for record in communities() {
        let pretty = serde_json::to_string_pretty(&record).unwrap();
        let reports = [record.to_string(), pretty.clone(), format!("[{pretty}]")]
            .map(|text| found(&checker.check(Kind::Community, text.as_bytes())));
        assert_eq!(reports[0], reports[1]);
        assert_eq!(reports[0], reports[2]);
    }
}

#[test]
fn places_are_lines_on_which_records_begin() {
    let records = communities();
    let report = Checker::new(options()).check(Kind::Community, lines(&records).as_bytes());
    let places = |report: &Report| report.findings().iter().map(|found| found.place.line).collect::<Vec<_>>();
    assert_eq!(places(&report), [1, 3, 4, 5]);
    let list = format!("[\n\n{},\n{}\n]", records[0], serde_json::to_string_pretty(&records[2]).unwrap());
    assert_eq!(places(&Checker::new(options()).check(Kind::Community, list.as_bytes())), [3, 4]);
}

/// A folder of files for one test.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, bytes) in files {
            fs::write(folder.path(name), bytes).unwrap();
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn check(&self) -> Result<Report, Error> {
        Checker::new(options()).check_paths(&[self.0.path().to_owned()], None)
    }
}

fn file_names(report: &Report) -> Vec<String> {
    let name =
        |input: &shequ::Input| Path::new(&input.name).file_name().unwrap().to_string_lossy().into_owned();
    report.inputs().iter().map(name).collect()
}

#[test]
fn a_damaged_file_is_said_and_what_came_before_is_checked() {
    let mut text = String::new();
    for index in 0..6_000_u32 {
        let mut record = example(Kind::Community);
        record["id"] = format!("c{}", index.wrapping_mul(2_654_435_761)).into();
        record["name"] = "".into();
        text += &format!("{record}\n");
    }
    let mut cut = gzip(text.as_bytes());
    cut.truncate(cut.len() / 2);
    let folder = Folder::new(&[("communities.ndjson.gz", &cut), ("cases.json", b"[{}]")]);
    let report = folder.check().unwrap();
    assert_eq!(file_names(&report), ["communities.ndjson.gz", "cases.json"]);
    let [communities, cases] = report.inputs() else { panic!("two inputs") };
    assert_eq!(communities.obstacle, Some(Obstacle::BrokenCompression));
    assert!((1_000..6_000).contains(&communities.tally.read), "{}", communities.tally.read);
    assert_eq!(report.rules()["STR006"], communities.tally.read);
    assert_eq!((cases.tally.read, cases.obstacle), (1, None));
    assert!(report.is_incomplete() && !report.is_ok());
}

#[test]
fn a_file_that_vanishes_leaves_the_others() {
    let folder = Folder::new(&[("communities.ndjson", b""), ("cases.ndjson", b"{}\n")]);
    let sources = sources(&[folder.0.path().to_owned()], None).unwrap();
    fs::remove_file(folder.path("communities.ndjson")).unwrap();
    let report = Checker::new(options()).check_sources(&sources, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(report.inputs()[0].obstacle, Some(Obstacle::Unreadable));
    assert_eq!(report.inputs()[1].tally.bad, 1);
}

#[test]
fn folders_are_read_with_their_subfolders() {
    let folder = Folder::new(&[("ledger.json", b"{}"), ("readme.md", b""), (".x.json", b"")]);
    assert!(matches!(folder.check(), Err(Error::EmptyFolder { .. })));
    for (path, text) in
        [("2025/a/cases.ndjson", "{}\n"), ("2026/cases.ndjson", "{}\n{}\n"), ("2026/~$表.xlsx", "")]
    {
        fs::create_dir_all(folder.path(path).parent().unwrap()).unwrap();
        fs::write(folder.path(path), text).unwrap();
    }
    let report = folder.check().unwrap();
    let read: Vec<u64> = report.inputs().iter().map(|input| input.tally.read).collect();
    assert_eq!(read, [1, 2]);
    let left: Vec<LeftOut> = report.left().iter().map(|left| left.why).collect();
    assert_eq!(left, [LeftOut::Hidden, LeftOut::LockFile, LeftOut::Other]);
    for lang in [Lang::Zh, Lang::En] {
        let text = report.to_text(Style { lang, columns: 1000, ..Style::default() });
        for name in [".x.json", "~$表.xlsx", "readme.md"] {
            assert!(text.contains(name), "{text}");
        }
        assert!(!text.contains("datapackage"), "{text}");
    }
}

/// Each would be opened in vain, or wait for ever.
#[cfg(unix)]
#[test]
fn what_is_no_file_in_a_folder_is_said() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new(&[("cases.ndjson", b"{}\n"), ("导出.zip", b"PK\x03\x04")]);
    fs::create_dir(folder.path("b")).unwrap();
    fs::write(folder.path("b/workers.ndjson"), "").unwrap();
    fs::create_dir(folder.path("communities.ndjson")).unwrap();
    symlink(folder.path("nowhere"), folder.path("volunteers.ndjson")).unwrap();
    symlink(folder.path("cases.ndjson"), folder.path("case-link.ndjson")).unwrap();
    // a circle, and a way out of the folder
    symlink(folder.0.path(), folder.path("b/up")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path("services.json")).unwrap();
    let mut pipe = std::process::Command::new("mkfifo");
    assert!(pipe.arg(folder.path("statistics.ndjson")).status().unwrap().success());
    let report = folder.check().unwrap();
    let obstacles: Vec<Option<Obstacle>> = report.inputs().iter().map(|input| input.obstacle).collect();
    let names =
        ["communities.ndjson", "statistics.ndjson", "workers.ndjson", "volunteers.ndjson", "services.json"];
    assert_eq!(file_names(&report)[..5], names);
    assert_eq!(file_names(&report)[5..], ["case-link.ndjson", "cases.ndjson", "up", "导出.zip"]);
    let expected = [
        Some(Obstacle::NoFile),
        Some(Obstacle::NoFile),
        None,
        Some(Obstacle::DanglingLink),
        Some(Obstacle::NoFile),
        None,
        None,
        Some(Obstacle::LinkedFolder),
        Some(Obstacle::Archive),
    ];
    assert_eq!(obstacles, expected);
    assert!(report.is_incomplete() && !report.is_ok());
}

#[test]
fn files_come_in_the_order_of_the_standard() {
    let names =
        ["cases.json", "communities.b.ndjson", "volunteers.jsonl", "statistics.json", "communities.a.ndjson"];
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, &b"[]"[..])).collect();
    let report = Folder::new(&files).check().unwrap();
    let order =
        ["communities.a.ndjson", "communities.b.ndjson", "statistics.json", "volunteers.jsonl", "cases.json"];
    assert_eq!(file_names(&report), order);
    assert!(report.is_ok());
}

#[test]
fn what_cannot_be_read_is_said_of_its_file() {
    let folder = Folder::new(&[
        ("cases.csv", b"id\n"),
        ("notes.ndjson", b"{}\n"),
        ("volunteers.ndjson", b"PK\x03\x04 [Content_Types].xml"),
        ("workers.ndjson", b"{}\n"),
    ]);
    let report = folder.check().unwrap();
    let obstacles: Vec<Option<Obstacle>> = report.inputs().iter().map(|input| input.obstacle).collect();
    let expected = [None, Some(Obstacle::NoReader), Some(Obstacle::NoReader), Some(Obstacle::UnknownKind)];
    assert_eq!(file_names(&report), ["workers.ndjson", "volunteers.ndjson", "cases.csv", "notes.ndjson"]);
    assert_eq!(obstacles, expected);
}

#[test]
fn one_input_that_cannot_be_told_is_an_error() {
    let folder = Folder::new(&[("notes.ndjson", b"{}\n"), ("table.csv", b"")]);
    let check = |name: &str, kind| Checker::new(options()).check_paths(&[folder.path(name)], kind);
    assert!(matches!(check("notes.ndjson", None), Err(Error::UnknownKind { .. })));
    assert_eq!(check("notes.ndjson", Some(Kind::Case)).unwrap().records()[&Kind::Case].bad, 1);
    assert_eq!(check("table.csv", None).unwrap().inputs()[0].obstacle, Some(Obstacle::NoReader));
    assert!(matches!(check("nothing.ndjson", None), Err(Error::NotFound { .. })));
}

/// More than two megabytes, of which every seventh record has two faults and some cannot be read.
fn many() -> String {
    let mut text = String::new();
    for index in 0..4_000 {
        let mut record = example(Kind::Community);
        record["id"] = format!("c{index}").into();
        if index % 7 == 0 {
            record["kind"] = "town".into();
            record["phone"] = "1".into();
        }
        let line = record.to_string();
        text += if index % 97 == 0 { &line[..line.len() - 1] } else { &line };
        text.push('\n');
    }
    assert!(text.len() > 2 << 20);
    text
}

#[test]
fn the_report_does_not_depend_on_threads() {
    let (text, list) =
        (many(), format!("[{}]", lines(&communities()).repeat(600).trim().replace('\n', ",\n")));
    for (name, text, limit) in [("many.ndjson", &text, 0), ("many.ndjson", &text, 3), ("many.json", &list, 3)]
    {
        let reports = [1, 2, 5].map(|threads| {
            let checker = Checker::new(options().threads(threads).limit(limit));
            let report = checker.check_reader(Kind::Community, name, text.as_bytes());
            serde_json::to_string(&report.to_json()).unwrap()
        });
        assert!(reports.iter().all(|report| *report == reports[0]), "limit {limit}, {name}");
    }
}

#[test]
fn counts_are_exact_whatever_is_kept() {
    let text = many();
    let check = |limit| Checker::new(options().limit(limit)).check(Kind::Community, text.as_bytes());
    let (all, few) = (check(0), check(3));
    assert!(!all.is_truncated() && few.is_truncated());
    assert_eq!(all.rules(), few.rules());
    assert_eq!(all.rules()["STR001"], 42);
    assert_eq!(all.rules()["STR005"], few.rules()["STR007"]);
    assert_eq!(all.findings().len() as u64, all.count(Severity::Error) + all.count(Severity::Warning));
    assert_eq!(few.findings().len(), 3 * few.rules().len());
    let records = all.records()[&Kind::Community];
    assert_eq!((records.read, records.bad), (4_000, 42 + all.rules()["STR005"]));
    let first: Vec<&shequ::Finding> =
        all.findings().iter().filter(|found| found.rule.id == "STR005").take(3).collect();
    assert!(first.iter().all(|found| few.findings().contains(found)));
}

#[test]
fn records_come_as_values_of_the_model() {
    let checker = Checker::new(options());
    let text = lines(&communities()) + "{\n";
    let mut records = checker.records::<Community>(text.as_bytes());
    let mut rules = Vec::new();
    for record in &mut records {
        match record {
            Ok(community) => rules.push(community.name.as_str().to_owned()),
            Err(Refusal::Findings(findings)) => rules.push(findings[0].rule.id.to_owned()),
            Err(other) => panic!("{other:?}"),
        }
    }
    let right = example(Kind::Community)["name"].as_str().unwrap().to_owned();
    assert_eq!(rules, ["STR005", &right, "STR006", "STR004", "STR003", "STR001"]);
    assert!(records.next().is_none());
}

#[test]
fn records_say_where_a_stream_breaks() {
    let checker = Checker::new(options());
    let mut cut = gzip(lines(&communities()).repeat(1_000).as_bytes());
    cut.truncate(cut.len() / 2);
    let outcomes: Vec<_> = checker.records::<Community>(&cut[..]).collect();
    assert!(outcomes.len() > 100);
    assert!(matches!(outcomes.last(), Some(Err(Refusal::Obstacle(Obstacle::BrokenCompression)))));
    let obstacles = outcomes.iter().filter(|outcome| matches!(outcome, Err(Refusal::Obstacle(_))));
    assert_eq!(obstacles.count(), 1);
}
