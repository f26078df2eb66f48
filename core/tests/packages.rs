//! Packages: the conformance cases, as a folder and as a zip file, and what a hostile one may try.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use serde_json::Value;
use shequ::{Checker, Kind, Lang, Limits, Obstacle, Options, Report};

use crate::conformance::{folders, from_hex, name};
use crate::support::{entries, read_json};

/// The files of a package by their paths.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

struct Case {
    name: String,
    as_of: jiff::civil::Date,
    files: Files,
    findings: Vec<[String; 3]>,
}

fn cases() -> Vec<Case> {
    let paths = folders().into_iter().flat_map(|folder| entries(&folder));
    paths.filter_map(|path| read(&path)).collect()
}

fn read(path: &Path) -> Option<Case> {
    let case = read_json(path);
    let files = case["package"].as_object()?;
    let bytes = |value: &Value| match value {
        Value::String(text) => text.clone().into_bytes(),
        value => from_hex(value["hex"].as_str().unwrap()),
    };
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let findings = case["findings"].as_array().unwrap().iter();
    Some(Case {
        name: name(path),
        as_of: case["as_of"].as_str().unwrap().parse().unwrap(),
        files: files.iter().map(|(name, value)| (name.clone(), bytes(value))).collect(),
        findings: findings.map(|finding| ["rule", "kind", "pointer"].map(|key| text(finding, key))).collect(),
    })
}

/// A package in a folder that is gone with it.
pub(crate) fn folder(files: &Files) -> (tempfile::TempDir, PathBuf) {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path().join("package");
    for (name, bytes) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    fs::create_dir_all(&root).unwrap();
    (temp, root)
}

/// A package in a zip file, each file stored or deflated.
pub(crate) fn zip(files: &Files, is_stored: bool) -> (tempfile::TempDir, PathBuf) {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("package.zip");
    fs::write(&path, zipped(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())), is_stored))
        .unwrap();
    (temp, path)
}

pub(crate) fn zipped<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>, is_stored: bool) -> Vec<u8> {
    let mut archive = rawzip::ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let path = rawzip::path::EntryPath::verbatim(name.as_bytes());
        if is_stored {
            let (mut entry, config) = archive.new_file(path).start().unwrap();
            let mut out = config.wrap(&mut entry);
            out.write_all(bytes).unwrap();
            let (_, descriptor) = out.finish().unwrap();
            entry.finish(descriptor).unwrap();
        } else {
            let method = rawzip::CompressionMethod::DEFLATE;
            let (mut entry, config) = archive.new_file(path).compression_method(method).start().unwrap();
            let encoder = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::default());
            let mut out = config.wrap(encoder);
            out.write_all(bytes).unwrap();
            let (encoder, descriptor) = out.finish().unwrap();
            encoder.finish().unwrap();
            entry.finish(descriptor).unwrap();
        }
    }
    archive.finish().unwrap()
}

fn checker(as_of: jiff::civil::Date) -> Checker {
    Checker::new(Options::new().as_of(as_of).threads(1))
}

fn found(report: &Report) -> Vec<[String; 3]> {
    let row = |finding: &shequ::Finding| {
        [finding.rule.id.to_owned(), finding.subject.name().to_owned(), finding.pointer.clone()]
    };
    report.findings().iter().map(row).collect()
}

#[test]
fn every_case_gives_exactly_its_findings() {
    let cases = cases();
    assert!(cases.len() > 40, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        let mut hold = |how: &str, path: PathBuf| {
            let report = checker(case.as_of).check_paths(&[path], None).unwrap();
            if found(&report) != case.findings {
                wrong.push(format!(
                    "{} ({how}): {:?}, expected {:?}",
                    case.name,
                    found(&report),
                    case.findings
                ));
            }
        };
        let (_temp, path) = zip(&case.files, false);
        hold("zip", path);
        let (_temp, path) = zip(&case.files, true);
        hold("stored", path);
        // a folder without a manifest is no package, but a folder
        if case.files.contains_key("datapackage.json") {
            let (_temp, path) = folder(&case.files);
            hold("folder", path);
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

const AS_OF: jiff::civil::Date = jiff::civil::date(2026, 6, 30);

/// The files of the first case, which is right.
fn right() -> Files {
    cases().into_iter().find(|case| case.name == "PKG001/001-whole").unwrap().files
}

fn check(path: &Path) -> Report {
    checker(AS_OF).check_paths(&[path.to_owned()], None).unwrap()
}

fn verify(path: &Path) -> Report {
    checker(AS_OF).verify(path, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn rules_of(report: &Report) -> Vec<&'static str> {
    report.findings().iter().map(|finding| finding.rule.id).collect()
}

#[test]
fn what_is_verified_is_what_is_checked_but_for_the_records() {
    for case in cases() {
        let (_temp, path) = zip(&case.files, false);
        let verified = found(&verify(&path));
        let of_package =
            |row: &&[String; 3]| row[0].starts_with("PKG") && !matches!(&*row[0], "PKG007" | "PKG008");
        let expected: Vec<_> = case.findings.iter().filter(of_package).cloned().collect();
        assert_eq!(verified, expected, "{}", case.name);
    }
}

#[test]
fn records_that_break_rules_are_counted_and_not_judged() {
    let mut files = right();
    let line = b"{\"id\": 1}\n".to_vec();
    files.insert("funds.ndjson".to_owned(), line);
    let (_temp, path) = folder(&files);
    let report = verify(&path);
    assert_eq!(rules_of(&report), ["PKG004", "PKG003", "PKG003"], "bytes, then the digests");
    assert_eq!(report.records()[&Kind::Fund].read, 1);
    assert!(rules_of(&check(&path)).contains(&"STR002"));
}

#[test]
fn a_zip_file_that_unpacks_without_end_is_read_no_further() {
    let record = right()["funds.ndjson"].clone();
    let bomb: Vec<u8> = record.iter().copied().cycle().take(4 << 20).collect();
    let mut files = right();
    files.insert("funds.ndjson".to_owned(), bomb);
    let (_temp, path) = zip(&files, false);
    assert!(fs::metadata(&path).unwrap().len() < 1 << 16);
    let limits = Limits { most_bytes: 1 << 20, ..Limits::default() };
    let checker = Checker::new(Options::new().as_of(AS_OF).threads(2).limits(limits));
    for report in [
        checker.check_paths(std::slice::from_ref(&path), None).unwrap(),
        checker.verify(&path, &mut |_| ControlFlow::Continue(())).unwrap(),
    ] {
        let funds = report.inputs().last().unwrap();
        assert_eq!(funds.obstacle, Some(Obstacle::TooLarge));
        assert!(report.is_incomplete() && rules_of(&report).contains(&"PKG002"));
        assert!(funds.tally.read < 1 << 13);
    }
}

#[test]
fn what_is_compressed_twice_counts_twice() {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&vec![b'\n'; 4 << 20]).unwrap();
    let packed = packed.finish().unwrap();
    let manifest = br#"{"name": "a", "created": "2026-06-25T18:00:00+08:00", "standard": "1.0", "as_of": "2026-06-30",
        "class": "public", "resources": [{"name": "a", "path": "a.ndjson.gz", "kind": "fund", "format": "ndjson",
        "compression": "gz", "bytes": 1, "records": 0, "hash": "", "sm3": ""}]}"#;
    let files =
        Files::from([("datapackage.json".to_owned(), manifest.to_vec()), ("a.ndjson.gz".to_owned(), packed)]);
    let limits = Limits { most_bytes: 1 << 20, ..Limits::default() };
    for (_temp, path) in [zip(&files, false), folder(&files)] {
        let report =
            Checker::new(Options::new().as_of(AS_OF).limits(limits)).check_paths(&[path], None).unwrap();
        assert_eq!(report.inputs().last().unwrap().obstacle, Some(Obstacle::TooLarge));
    }
}

#[test]
fn a_package_of_too_many_files_is_not_read() {
    let mut files = right();
    files.extend((0..50).map(|number| (format!("{number}.txt"), Vec::new())));
    let limits = Limits { most_files: 40, ..Limits::default() };
    for (_temp, path) in [zip(&files, true), folder(&files)] {
        let report =
            Checker::new(Options::new().as_of(AS_OF).limits(limits)).check_paths(&[path], None).unwrap();
        assert_eq!(report.inputs()[0].obstacle, Some(Obstacle::TooManyFiles));
        assert!(report.is_incomplete());
    }
}

#[test]
fn files_of_one_name_are_not_read() {
    let files = right();
    let twice = files.iter().chain(files.iter().filter(|file| file.0 == "funds.ndjson"));
    let bytes = zipped(twice.map(|(name, bytes)| (name.as_str(), bytes.as_slice())), true);
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("a.zip");
    fs::write(&path, bytes).unwrap();
    assert_eq!(found(&check(&path)), [["PKG002", "package", "/resources/1/path"].map(str::to_owned)]);
    let manifests = files.iter().filter(|file| file.0 == "datapackage.json");
    let bytes =
        zipped(files.iter().chain(manifests).map(|(name, bytes)| (name.as_str(), bytes.as_slice())), true);
    fs::write(&path, bytes).unwrap();
    assert_eq!(found(&check(&path)), [["PKG001", "package", ""].map(str::to_owned)]);
}

#[test]
fn a_zip_file_with_paths_out_of_it_says_so_and_writes_nothing() {
    let mut files = right();
    for name in ["../evil.ndjson", "/tmp/evil", "..\\evil", "C:\\evil", "a/../../evil"] {
        files.insert(name.to_owned(), b"{}\n".to_vec());
    }
    let (temp, path) = zip(&files, false);
    let report = check(&path);
    assert_eq!(found(&report), [["PKG009", "package", ""].map(str::to_owned)]);
    assert!(report.findings()[0].message(Lang::En).contains('5'));
    assert_eq!(entries(temp.path()), [path]);
}

#[test]
fn names_in_another_encoding_are_no_names() {
    let mut archive: Vec<(&str, &[u8])> = Vec::new();
    let files = right();
    archive.extend(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    let mut bytes = zipped(archive.into_iter().chain([("#zhi-yuan#", &b"x"[..])]), true);
    // 志愿者 in GBK takes six bytes, and four are kept
    let gbk = b"\xD6\xBE\xD4\xB8\xD5\xDF.csv";
    let places: Vec<usize> =
        bytes.windows(10).enumerate().filter(|(_, part)| *part == b"#zhi-yuan#").map(|(at, _)| at).collect();
    assert_eq!(places.len(), 2);
    for at in places {
        bytes[at..at + 10].copy_from_slice(gbk);
    }
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("a.zip");
    fs::write(&path, bytes).unwrap();
    let report = check(&path);
    assert_eq!(rules_of(&report), ["PKG006"]);
    assert!(
        report.findings()[0].message(Lang::En).contains("\\xd6"),
        "{}",
        report.findings()[0].message(Lang::En)
    );
}

#[test]
#[cfg(unix)]
fn links_are_followed_within_the_package_alone() {
    use std::os::unix::fs::symlink;
    let files = right();
    let (temp, root) = folder(&files);
    fs::write(temp.path().join("outside.ndjson"), &files["funds.ndjson"]).unwrap();
    fs::remove_file(root.join("funds.ndjson")).unwrap();
    fs::create_dir(root.join("data")).unwrap();
    fs::write(root.join("data/real.ndjson"), &files["funds.ndjson"]).unwrap();
    let hold = |target: &str, expected: &[&str]| {
        let _ = fs::remove_file(root.join("funds.ndjson"));
        symlink(target, root.join("funds.ndjson")).unwrap();
        assert_eq!(rules_of(&check(&root)), expected, "{target}");
    };
    hold("data/real.ndjson", &["PKG006"]);
    hold("../outside.ndjson", &["PKG006", "PKG009"]);
    hold("/etc/hostname", &["PKG006", "PKG009"]);
    hold("nowhere", &["PKG006", "PKG002"]);
    hold("data", &["PKG006", "PKG002"]);
    // a folder that is a link
    fs::remove_file(root.join("funds.ndjson")).unwrap();
    fs::remove_dir_all(root.join("data")).unwrap();
    symlink("/etc", root.join("data")).unwrap();
    let manifest = String::from_utf8(files["datapackage.json"].clone()).unwrap();
    fs::write(root.join("datapackage.json"), manifest.replace("\"funds.ndjson\"", "\"data/hostname\""))
        .unwrap();
    assert_eq!(
        found(&check(&root)).last().unwrap()[..],
        ["PKG009", "package", "/resources/1/path"].map(str::to_owned)
    );
}

#[test]
#[cfg(unix)]
fn a_pipe_is_not_waited_for() {
    let (_temp, root) = folder(&right());
    fs::remove_file(root.join("funds.ndjson")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(root.join("funds.ndjson")).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(rules_of(&check(&root)), ["PKG002"]);
    }
}

#[test]
fn a_damaged_zip_file_is_told_wherever_it_is_cut_or_changed() {
    let (_temp, path) = zip(&right(), false);
    let whole = fs::read(&path).unwrap();
    let clean = found(&check(&path));
    assert!(clean.is_empty());
    let step = whole.len() / 97;
    for at in (0..whole.len()).step_by(step.max(1)) {
        fs::write(&path, &whole[..at]).unwrap();
        let cut = check(&path);
        assert!(!cut.is_ok(), "cut at {at}");
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        fs::write(&path, &changed).unwrap();
        // no panic, and nothing that was changed in the data looks whole
        let report = check(&path);
        assert!(report.is_ok() || !report.findings().is_empty() || report.is_incomplete(), "changed at {at}");
        if report.is_ok() {
            assert_eq!(report.records().values().map(|tally| tally.read).sum::<u64>(), 2, "changed at {at}");
        }
    }
}

#[test]
fn a_folder_of_any_bytes_is_no_package_that_panics() {
    for bytes in
        [&b""[..], b"PK\x03\x04", b"PK\x05\x06", &[0; 22], b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"]
    {
        let temp = tempfile::tempdir().unwrap();
        let path = temp.path().join("a.zip");
        fs::write(&path, bytes).unwrap();
        assert!(!check(&path).is_ok(), "{bytes:?}");
        assert!(!verify(&path).is_ok(), "{bytes:?}");
    }
}

#[test]
fn the_reference_date_is_that_of_the_manifest_where_none_is_named() {
    let (_temp, path) = zip(&right(), false);
    let report = Checker::new(Options::new()).check_paths(&[path], None).unwrap();
    assert_eq!(report.as_of(), AS_OF);
}
