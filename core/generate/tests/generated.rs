//! Generated data: right where nothing is broken, and where it is, exactly what the ledger says is found.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use shequ::{Checker, Kind, Options};
use shequ_generate::{Dataset, Place, Province};

/// Seeds, days, communities, volunteers of each.
const WORLDS: [(u64, &str, u32, u32); 12] = [
    (1, "2026-06-30", 4, 60),
    (2, "2000-01-01", 2, 30),
    (3, "2010-03-31", 3, 20),
    (4, "2018-12-28", 3, 10),
    (5, "2018-12-29", 1, 40),
    (6, "2020-02-29", 5, 0),
    (7, "2024-02-29", 2, 50),
    (8, "2025-12-31", 6, 5),
    (9, "2026-01-01", 12, 3),
    (10, "2040-12-31", 1, 700),
    (11, "2100-12-31", 2, 20),
    (u64::MAX, "2026-01-31", 0, 10),
];

/// So many small worlds more, on days from 2000 to 2100.
const MORE: u64 = 38;

fn worlds() -> impl Iterator<Item = (u64, jiff::civil::Date, u32, u32)> {
    let named = WORLDS
        .map(|(seed, day, communities, volunteers)| (seed, day.parse().unwrap(), communities, volunteers));
    let more = (0..MORE).map(|seed| {
        let year = i16::try_from(2000 + seed * 61 % 101).unwrap();
        let (month, day) = (i8::try_from(1 + seed % 12).unwrap(), i8::try_from(1 + seed * 5 % 28).unwrap());
        (100 + seed, jiff::civil::date(year, month, day), 1, 12)
    });
    named.into_iter().chain(more)
}

/// Rule, kind, id and pointer of everything that is found, in order.
fn found(dataset: &Dataset, as_of: jiff::civil::Date) -> Vec<(String, String, Option<String>, String)> {
    let checker = Checker::new(Options::new().as_of(as_of).limit(0).threads(1));
    let mut found = Vec::new();
    for kind in Kind::all() {
        let name = format!("{}.ndjson", kind.plural());
        for finding in checker.check_reader(kind, &name, dataset.text(kind)).into_findings() {
            found.push((finding.rule.id.to_owned(), kind.name().to_owned(), finding.id, finding.pointer));
        }
    }
    found.sort();
    found
}

#[test]
fn what_is_not_broken_is_right() {
    for (seed, as_of, communities, volunteers) in worlds() {
        let province =
            Province::new(seed, as_of).communities(communities).volunteers_per_community(volunteers);
        assert_eq!(found(&province.dataset().unwrap(), as_of), [], "{seed} {as_of}");
    }
}

#[test]
fn what_is_broken_is_what_the_ledger_says() {
    for (seed, as_of, communities, volunteers) in worlds() {
        let province =
            Province::new(seed, as_of).communities(communities).volunteers_per_community(volunteers);
        let dataset = province.clone().defects(0.4).dataset().unwrap();
        let entries = dataset.ledger().iter();
        let mut ledger: Vec<_> = entries
            .map(|entry| {
                (entry.rule.to_owned(), entry.kind.to_owned(), entry.id.clone(), entry.pointer.clone())
            })
            .collect();
        ledger.sort();
        assert_eq!(found(&dataset, as_of), ledger, "{seed} {as_of}");
        assert_eq!(ledger.is_empty(), communities == 0, "{seed} {as_of}");
        // the other records are as they were
        let clean = province.dataset().unwrap();
        for kind in Kind::all() {
            let lines =
                |text: &[u8]| text.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
            let (broken, clean) = (lines(dataset.text(kind)), lines(clean.text(kind)));
            let same = broken.iter().zip(&clean).filter(|(broken, clean)| broken == clean).count();
            assert!(broken.len() == clean.len() && (same > clean.len() / 3 || clean.len() < 40), "{kind}");
        }
    }
}

#[test]
fn the_work_stops_where_it_is_told_to() {
    for threads in [1, 3] {
        let province = Province::new(1, jiff::civil::date(2026, 6, 30)).communities(40).threads(threads);
        let mut told = 0;
        let stopped = province.dataset_while(&mut |summary| {
            told += 1;
            assert!(summary.records[&Kind::Community] == told && summary.bytes > 0);
            if told == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(stopped, Err(shequ_generate::Error::Stopped)));
        assert_eq!(told, 3);
    }
}

#[test]
fn the_bytes_do_not_depend_on_the_number_of_threads() {
    let province = Province::new(42, jiff::civil::date(2026, 6, 30))
        .communities(3)
        .volunteers_per_community(1200)
        .defects(0.01);
    let folder = tempfile::tempdir().unwrap();
    let files = |threads: usize| {
        let folder = folder.path().join(threads.to_string());
        province.clone().threads(threads).write(&folder, false, &mut |_| ControlFlow::Continue(())).unwrap();
        let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        names
            .into_iter()
            .map(|path| (path.file_name().unwrap().to_owned(), fs::read(path).unwrap()))
            .collect::<Vec<_>>()
    };
    let one = files(1);
    assert_eq!(one.len(), Kind::all().len() + 1, "a file for each type, and the ledger");
    assert_eq!(one, files(2));
    assert_eq!(one, files(5));
    let again = province.write(&folder.path().join("1"), false, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(again, Err(shequ_generate::Error::FolderNotEmpty { .. })));
    assert!(province.write(&folder.path().join("1"), true, &mut |_| ControlFlow::Continue(())).is_ok());
}

#[test]
fn no_two_volunteers_have_one_identity_number() {
    let dataset = Province::new(9, jiff::civil::date(2026, 6, 30))
        .communities(4)
        .volunteers_per_community(5000)
        .dataset()
        .unwrap();
    let text = std::str::from_utf8(dataset.text(Kind::Volunteer)).unwrap();
    let number =
        |line: &str| line.split("\"number\":\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let mut numbers: Vec<String> = text.lines().map(number).collect();
    assert!(numbers.iter().all(|number| number.len() == 18 && ["000", "999"].contains(&&number[14..17])));
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 20_000);
}

#[test]
fn what_cannot_be_made_is_refused() {
    let day = jiff::civil::date(2026, 6, 30);
    let province = Province::new(1, day).communities(1);
    let place = Place::new("370102007010", "山师大社区居民委员会", "文东街道");
    let twice = vec![place.clone(), place.clone()];
    let unknown = vec![Place { code: "379998007010".to_owned(), ..place.clone() }];
    let quoted = vec![Place { name: "\"".to_owned(), ..place.clone() }];
    for province in [
        Province::new(1, jiff::civil::date(1999, 12, 31)),
        Province::new(1, jiff::civil::date(2101, 1, 1)),
        province.clone().communities(100_001),
        province.clone().communities(2).volunteers_per_community(5_000_000),
        province.clone().defects(1.5),
        province.clone().defects(f64::NAN),
        province.clone().places(twice),
        province.clone().places(unknown),
        province.clone().places(quoted),
    ] {
        assert!(matches!(province.dataset(), Err(shequ_generate::Error::Plan(_))));
    }
    assert_eq!(found(&province.places(vec![place]).dataset().unwrap(), day), []);
}

#[test]
fn the_sample_has_the_faults_of_its_ledger() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/province");
    let report = Checker::new(
        Options::new().as_of(jiff::civil::date(2026, 6, 30)).threads(1).limit(0).scope(shequ::Scope::Record),
    )
    .check_paths(std::slice::from_ref(&folder), None)
    .unwrap();
    let json = serde_json::to_value(report.to_json()).unwrap();
    let ledger = serde_json::from_slice(&fs::read(folder.join("ledger.json")).unwrap()).unwrap();
    let entries = |value: &serde_json::Value| {
        let part =
            |one: &serde_json::Value| ["rule", "kind", "id", "pointer"].map(|key| one[key].to_string());
        let mut entries: Vec<_> = value["findings"].as_array().unwrap().iter().map(part).collect();
        entries.sort();
        entries
    };
    assert!(entries(&ledger).len() > 10);
    assert_eq!(entries(&json), entries(&ledger));
}
