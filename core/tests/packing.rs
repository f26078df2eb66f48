//! From a folder to a package and back.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use shequ::model::{Class, DateTime};
use shequ::package::{Compression, MANIFEST, Packed, Terms, pack};
use shequ::{Checker, Error, Kind, Options, Report};

use crate::packages::{Files, folder};
use crate::support::example;

fn line(kind: Kind) -> Vec<u8> {
    (example(kind).to_string() + "\n").into_bytes()
}

/// Records of some types, in every form that a folder may hold.
fn files() -> Files {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(&line(Kind::Case)).unwrap();
    let zstd = zstd::encode_all(&line(Kind::Fund)[..], 0).unwrap();
    let list = format!("[\n{},\n{}\n]\n", example(Kind::Meeting), example(Kind::Meeting));
    let pretty = serde_json::to_vec_pretty(&example(Kind::Community)).unwrap();
    [
        ("volunteers.ndjson", line(Kind::Volunteer)),
        ("cases.ndjson.gz", gzip.finish().unwrap()),
        ("funds.ndjson.zst", zstd),
        ("more/meetings.json", list.into_bytes()),
        ("community.json", pretty),
        ("services.ndjson", Vec::new()),
        ("readme.txt", b"text".to_vec()),
        (".hidden", b"text".to_vec()),
    ]
    .into_iter()
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .collect()
}

fn packed(from: &Path, to: &Path, terms: &Terms) -> Result<Packed, Error> {
    pack(from, to, terms, &mut |_| ControlFlow::Continue(()))
}

fn check(path: &Path) -> Report {
    Checker::new(Options::new()).check_paths(&[path.to_owned()], None).unwrap()
}

/// The files of a zip file, as another reader has them.
fn unzipped(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let bytes = fs::read(path).unwrap();
    let archive = rawzip::ZipArchive::from_slice(&bytes).unwrap();
    let mut files = BTreeMap::new();
    for entry in archive.entries() {
        let entry = entry.unwrap();
        let local = archive.get_entry(entry.wayfinder()).unwrap();
        let mut content = Vec::new();
        if entry.compression_method() == rawzip::CompressionMethod::STORE {
            local.verifying_reader(local.data()).read_to_end(&mut content).unwrap();
        } else {
            let inflated = flate2::read::DeflateDecoder::new(local.data());
            local.verifying_reader(inflated).read_to_end(&mut content).unwrap();
        }
        files.insert(String::from_utf8(entry.file_path().as_bytes().to_vec()).unwrap(), content);
    }
    files
}

#[test]
fn what_is_packed_is_whole_and_says_what_it_holds() {
    let (temp, from) = folder(&files());
    let to = temp.path().join("out.zip");
    let Packed { manifest, left, .. } = packed(&from, &to, &Terms::default()).unwrap();
    let rows: Vec<_> = manifest
        .resources
        .iter()
        .map(|file| {
            (file.path.as_str(), file.kind.0, file.records.get(), file.compression.unwrap_or_default())
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("community.ndjson", Kind::Community, 1, Compression::None),
            ("volunteers.ndjson", Kind::Volunteer, 1, Compression::None),
            ("services.ndjson", Kind::Service, 0, Compression::None),
            ("cases.ndjson.gz", Kind::Case, 1, Compression::Gzip),
            ("more/meetings.ndjson", Kind::Meeting, 2, Compression::None),
            ("funds.ndjson.zst", Kind::Fund, 1, Compression::Zstd),
        ]
    );
    assert_eq!(left.len(), 2);
    assert_eq!(manifest.class.0, Class::Sensitive);
    let content = unzipped(&to);
    assert_eq!(content.len(), 7);
    for (name, bytes) in files() {
        if let Some(packed) = content.get(&name) {
            assert_eq!(*packed, bytes, "{name}");
        }
    }
    assert_eq!(content["more/meetings.ndjson"], line(Kind::Meeting).repeat(2));
    let report = check(&to);
    let of_package = report.findings().iter().filter(|finding| finding.rule.id.starts_with("PKG")).count();
    assert_eq!((of_package, report.as_of()), (0, manifest.as_of.civil()));
    // unpacked by another program it is the same package
    let (_temp, root) = folder(&content);
    let again = check(&root);
    assert_eq!(again.records(), report.records());
    assert_eq!(again.findings().len(), report.findings().len());
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let (temp, from) = folder(&files());
    let (_other, copy) = folder(&files());
    let outs = [temp.path().join("a.zip"), temp.path().join("另一个.zip")];
    packed(&from, &outs[0], &Terms::default()).unwrap();
    packed(&copy, &outs[1], &Terms::default()).unwrap();
    assert_eq!(fs::read(&outs[0]).unwrap(), fs::read(&outs[1]).unwrap());
}

#[test]
fn the_manifest_says_what_was_asked_for_or_what_an_earlier_one_said() {
    let (temp, from) = folder(&files());
    let to = temp.path().join("out.zip");
    let created = DateTime::parse("2026-07-01T00:00:00+08:00").unwrap();
    let terms = Terms {
        name: Some("jinan".to_owned()),
        publisher: Some("91110000600037341L".parse().unwrap()),
        as_of: Some(jiff::civil::date(2026, 6, 29)),
        created: Some(created),
        class: Some(Class::Personal),
    };
    let first = packed(&from, &to, &terms).unwrap().manifest;
    assert_eq!((first.name.as_str(), first.created, first.class.0), ("jinan", created, Class::Personal));
    fs::write(from.join(MANIFEST), first.to_text()).unwrap();
    let second = packed(&from, &to, &Terms::default()).unwrap().manifest;
    assert_eq!((second.name.as_str(), second.as_of), ("jinan", first.as_of));
    assert_eq!((second.publisher, second.class.0), (first.publisher, Class::Personal));
    let others = second.resources.iter().map(|file| file.kind.0);
    assert!(others.eq(first.resources.iter().map(|file| file.kind.0)));
    // a class below what is there is found by whoever checks
    assert!(check(&to).rules().contains_key("PKG008"));
}

#[test]
fn everything_about_a_child_is_sensitive() {
    let mut record = example(Kind::Worker);
    record["birth_date"] = "2015-03-01".into();
    let fields = record.as_object_mut().unwrap();
    fields.remove("identity");
    let files = Files::from([("workers.ndjson".to_owned(), record.to_string().into_bytes())]);
    let (temp, from) = folder(&files);
    let terms = |day| Terms { as_of: Some(day), ..Terms::default() };
    let class = |day| packed(&from, &temp.path().join("a.zip"), &terms(day)).unwrap().manifest.class.0;
    assert_eq!(class(jiff::civil::date(2026, 6, 30)), Class::Sensitive);
    assert_eq!(class(jiff::civil::date(2029, 3, 1)), Class::Personal);
}

/// Names of what lies in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_cannot_be_packed_leaves_nothing() {
    let fails = |extra: &[(&str, &[u8])], says: &str| {
        let mut all = files();
        all.extend(extra.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())));
        let (temp, from) = folder(&all);
        let error = packed(&from, &temp.path().join("out.zip"), &Terms::default()).unwrap_err();
        assert!(error.to_string().contains(says), "{error}");
        assert!(!error.chinese().is_empty());
        assert_eq!(names(temp.path()), ["package"]);
    };
    fails(&[("something.ndjson", b"{}\n")], "record type");
    fails(&[("workers.xlsx", b"x")], "cannot be read yet");
    fails(&[("workers.json", b"[{\"a\":}]")], "broken JSON");
    fails(&[("workers.ndjson.gz", b"\x1f\x8b\x08\x00broken")], "damaged");
    let (temp, from) = folder(&Files::from([("cases.ndjson".to_owned(), b"{}\n".to_vec())]));
    let error = packed(&from, &temp.path().join("out.zip"), &Terms::default()).unwrap_err();
    assert!(error.to_string().contains("time of update"), "{error}");
    assert_eq!(names(temp.path()), ["package"]);
    let (temp, from) = folder(&Files::new());
    assert!(matches!(
        packed(&from, &temp.path().join("a.zip"), &Terms::default()),
        Err(Error::EmptyFolder { .. })
    ));
    let nowhere = temp.path().join("nowhere");
    assert!(matches!(
        packed(&nowhere, &temp.path().join("a.zip"), &Terms::default()),
        Err(Error::NotFound { .. })
    ));
}

#[test]
fn a_file_that_is_no_package_is_not_written_over() {
    let (temp, from) = folder(&files());
    let to = temp.path().join("out.zip");
    fs::write(&to, b"somebody's").unwrap();
    assert!(matches!(packed(&from, &to, &Terms::default()), Err(Error::Pack { .. })));
    assert_eq!(fs::read(&to).unwrap(), b"somebody's");
    fs::remove_file(&to).unwrap();
    packed(&from, &to, &Terms::default()).unwrap();
    packed(&from, &to, &Terms::default()).unwrap();
    // into the folder that it is made of, twice: it does not hold itself
    let inside = from.join("out.zip");
    packed(&from, &inside, &Terms::default()).unwrap();
    packed(&from, &inside, &Terms::default()).unwrap();
    assert_eq!(fs::read(&to).unwrap(), fs::read(&inside).unwrap());
}

#[test]
fn who_stops_it_has_no_package() {
    let (temp, from) = folder(&files());
    let to = temp.path().join("out.zip");
    let outcome = pack(&from, &to, &Terms::default(), &mut |_| ControlFlow::Break(()));
    assert!(matches!(outcome, Err(Error::Stopped)));
    assert_eq!(names(temp.path()), ["package"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_full_is_an_error_that_leaves_nothing() {
    let (_temp, from) = folder(&files());
    let full = PathBuf::from("/dev/full");
    if full.exists() {
        let error = packed(&from, &full, &Terms::default()).unwrap_err();
        assert!(matches!(error, Error::Pack { .. } | Error::Write { .. }), "{error}");
    }
}
