//! A table is judged by its columns as it is by the lines that it would be written as.
#![allow(clippy::unwrap_used)] // a test may stop

mod mutation;
mod recoding;
mod watched;

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchIterator};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use shequ::{Checker, Kind, Options, Report};
use shequ_generate::Province;

use self::mutation::Mutation;

/// Tables of each record type; `SHEQU_TIMES` makes them more.
const TABLES: u32 = 24;
/// Rows of each.
const ROWS: usize = 5;

fn checker() -> Checker {
    Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)).threads(1))
}

/// Records of each type, right and wrong: the examples, the conformance cases, and generated ones of
/// which half have a defect.
fn records() -> Vec<(Kind, Vec<Value>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let read = |path: &Path| -> Value { serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap() };
    let province =
        Province::new(7, jiff::civil::date(2026, 6, 30)).communities(2).volunteers_per_community(20);
    let dataset = province.defects(0.5).dataset().unwrap();
    let generated = |kind: Kind| {
        let lines = dataset.text(kind).split(|byte| *byte == b'\n');
        lines.filter_map(|line| serde_json::from_slice(line).ok()).collect::<Vec<Value>>()
    };
    let mut records: Vec<(Kind, Vec<Value>)> = Kind::all()
        .map(|kind| {
            let mut records = generated(kind);
            records.push(read(&root.join(format!("examples/records/{kind}.json"))));
            (kind, records)
        })
        .collect();
    for folder in std::fs::read_dir(root.join("schemas/v1/conformance")).unwrap() {
        for case in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let mut case = read(&case.unwrap().path());
            let Some(kind) = case["kind"].as_str().and_then(Kind::parse) else { continue };
            if let Some(record) = case.get_mut("record").filter(|record| record.is_object()) {
                let (_, records) = records.iter_mut().find(|(other, _)| *other == kind).unwrap();
                records.push(record.take());
            }
        }
    }
    for (_, records) in &mut records {
        // folders are listed in any order
        records.sort_by_key(Value::to_string);
    }
    records
}

/// Records as a table; none where they do not make columns, as a text and an object in one place.
fn table(records: &[Value]) -> Option<RecordBatch> {
    let text: Vec<u8> = records.iter().flat_map(|record| format!("{record}\n").into_bytes()).collect();
    let (schema, _) = arrow_json::reader::infer_json_schema(text.as_slice(), None).ok()?;
    let reader = arrow_json::ReaderBuilder::new(Arc::new(schema)).with_coerce_primitive(true);
    reader.build(text.as_slice()).ok()?.next()?.ok()
}

fn by_lines(kind: Kind, batch: &RecordBatch) -> Report {
    let table = RecordBatchIterator::new([Ok(batch.clone())], batch.schema());
    super::check_as_lines(&checker(), kind, "table", table, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn json(report: &Report) -> String {
    serde_json::to_string(&report.to_json()).unwrap()
}

/// What the property test has seen.
#[derive(Default)]
struct Seen {
    tables: usize,
    rows: usize,
    written: usize,
    findings: usize,
}

#[test]
fn columns_are_judged_as_their_lines() {
    let row = (any::<usize>(), any::<usize>(), proptest::option::of(any::<Mutation>()));
    let tables = (proptest::collection::vec(row, ROWS), any::<usize>(), 0..ROWS);
    let times =
        std::env::var("SHEQU_TIMES").map_or(1, |times| times.parse().expect("SHEQU_TIMES is a number"));
    for (kind, records) in records() {
        let seen = RefCell::new(Seen::default());
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[kind as u8; 32]);
        let config = Config { cases: TABLES * times, failure_persistence: None, ..Config::default() };
        let outcome = TestRunner::new_with_rng(config, rng).run(&tables, |(rows, recoding, start)| {
            let rows = rows.iter().map(|(record, place, mutation)| {
                let mut record = records[record % records.len()].clone();
                if let Some(mutation) = mutation {
                    mutation.apply(&mut record, *place);
                }
                record
            });
            let Some(batch) = table(&rows.collect::<Vec<_>>()) else { return Ok(()) };
            // a part of a table begins in the middle of its columns
            let batch = recoding::recoded(&batch, recoding).slice(start, ROWS - start);
            let (columns, written) = watched::check(&checker(), kind, &batch);
            let lines = by_lines(kind, &batch);
            prop_assert_eq!(json(&columns), json(&lines), "{}: {:?}", kind, batch);
            let mut seen = seen.borrow_mut();
            seen.tables += 1;
            seen.rows += batch.num_rows();
            seen.written += written;
            seen.findings += lines.findings().len();
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{kind}: {error}"));
        let Seen { tables, rows, written, findings } = seen.into_inner();
        let of = format!("{kind}: {tables} tables, {rows} rows, {written} written, {findings} findings");
        assert!(tables > TABLES as usize / 3 && findings > tables / 2, "{of}");
        assert!(written * 5 < rows * 4 && written * 20 > rows, "{of}");
    }
}

#[test]
fn rows_that_are_right_are_not_written() {
    let province =
        Province::new(1, jiff::civil::date(2026, 6, 30)).communities(1).volunteers_per_community(50);
    let dataset = province.dataset().unwrap();
    for kind in Kind::all() {
        let lines = dataset.text(kind).split(|byte| *byte == b'\n');
        let records: Vec<Value> = lines.filter_map(|line| serde_json::from_slice(line).ok()).collect();
        let Some(batch) = table(&records) else { continue };
        for recoding in 0..8 {
            let (report, written) = watched::check(&checker(), kind, &recoding::kept(&batch, recoding));
            assert_eq!((report.findings().len(), written), (0, 0), "{kind}, {recoding}");
        }
    }
}

/// A record of more than 1 MiB is too large, however its row is read.
#[test]
fn a_row_that_is_too_large_as_text_is_too_large() {
    let training = |number: usize| {
        let topic = "\"".repeat(90) + &number.to_string();
        serde_json::json!({"on": "2026-03-14", "hours": 2, "kind": "volunteer", "topic": topic,
            "organiser": "\\".repeat(100)})
    };
    let mut record =
        records().into_iter().find(|(kind, _)| *kind == Kind::Volunteer).unwrap().1.swap_remove(0);
    for (trainings, is_too_large) in [(900, false), (4_000, true)] {
        record["trainings"] = (0..trainings).map(training).collect();
        let batch = table(std::slice::from_ref(&record)).unwrap();
        let (report, _) = watched::check(&checker(), Kind::Volunteer, &batch);
        assert_eq!(json(&report), json(&by_lines(Kind::Volunteer, &batch)));
        assert_eq!(report.findings().iter().any(|finding| finding.rule.id == "STR015"), is_too_large);
    }
}
