//! Tables get the findings that the same records get as JSON.
#![allow(clippy::unwrap_used, clippy::format_collect)] // a test may stop, and short to read counts more here

mod damage;
mod odd;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use arrow_array::builder::{MapBuilder, StringBuilder, StringDictionaryBuilder};
use arrow_array::types::Int8Type;
use arrow_array::{
    Array, ArrayRef, BinaryArray, Date32Array, Float64Array, Int64Array, LargeStringArray, NullArray,
    RecordBatch, RecordBatchIterator, StringArray, StringViewArray, StructArray, TimestampMillisecondArray,
    TimestampNanosecondArray,
};
use arrow_schema::{Field, Schema};
use serde_json::{Value, json};
use shequ::{Checker, Kind, Options, Report};
use shequ_arrow::{Error, check, check_as_lines, findings};

fn checker() -> Checker {
    Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)).threads(2))
}

fn check_batches(kind: Kind, batches: Vec<RecordBatch>) -> Result<Report, Error> {
    let schema = batches[0].schema();
    let table = || RecordBatchIterator::new(batches.clone().into_iter().map(Ok), schema.clone());
    let report = check(&checker(), kind, "table", table(), &mut |_| ControlFlow::Continue(()))?;
    let lines = check_as_lines(&checker(), kind, "table", table(), &mut |_| ControlFlow::Continue(()))?;
    assert_eq!((report.findings(), report.inputs()), (lines.findings(), lines.inputs()));
    Ok(report)
}

fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
    let columns = columns.into_iter().map(|(name, array)| (name, array, true));
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

/// The only record of `examples/records` of a type.
fn example(kind: Kind) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let text = std::fs::read_to_string(root.join(format!("examples/records/{kind}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Records as a table, with structs and lists of structs for parts.
fn columns_of(records: &[Value]) -> RecordBatch {
    let text: String = records.iter().map(|record| format!("{record}\n")).collect();
    let (schema, _) = arrow_json::reader::infer_json_schema(text.as_bytes(), None).unwrap();
    let reader = arrow_json::ReaderBuilder::new(Arc::new(schema)).build(text.as_bytes()).unwrap();
    let batches: Vec<RecordBatch> = reader.map(Result::unwrap).collect();
    assert_eq!(batches.len(), 1);
    batches.into_iter().next().unwrap()
}

/// Rule, pointer and row of each finding.
fn essence(report: &Report) -> Vec<(&str, &str, u64)> {
    let place = |finding: &'_ shequ::Finding| finding.place.line;
    report.findings().iter().map(|finding| (finding.rule.id, &*finding.pointer, place(finding))).collect()
}

fn as_lines(kind: Kind, records: &[Value]) -> Report {
    let text: String = records.iter().map(|record| format!("{record}\n")).collect();
    checker().check(kind, text.as_bytes())
}

#[test]
fn whole_records_of_every_type_are_right() {
    for kind in Kind::all() {
        let records = vec![example(kind); 700];
        let report = check_batches(kind, vec![columns_of(&records), columns_of(&records[..3])]).unwrap();
        assert_eq!(essence(&report), [], "{kind}");
        assert_eq!(report.inputs()[0].tally.read, 703);
    }
}

#[test]
fn a_table_gets_the_findings_of_its_lines() {
    let mut compared = 0;
    for kind in Kind::all() {
        let whole = example(kind);
        for field in whole.as_object().unwrap().keys() {
            let mut records = vec![whole.clone(); 3];
            records[1].as_object_mut().unwrap().remove(field);
            if records[2][field].is_string() {
                records[2][field] = "\u{202e}\"\\".into();
            }
            let report = check_batches(kind, vec![columns_of(&records)]).unwrap();
            let lines = as_lines(kind, &records);
            assert_eq!(essence(&report), essence(&lines), "{kind}: {field}");
            compared += essence(&lines).len();
        }
    }
    assert!(compared > 100, "{compared}");
}

/// A community that is right, as columns with other types than text.
fn community() -> Vec<(&'static str, ArrayRef)> {
    let mut kinds = StringDictionaryBuilder::<Int8Type>::new();
    for kind in ["urban", "urban", "town"] {
        kinds.append_value(kind);
    }
    let updated = 1_782_781_200_000; // 2026-06-30T09:00:00+08:00
    vec![
        ("id", Arc::new(LargeStringArray::from(vec!["a", "b", "c"])) as ArrayRef),
        (
            "updated_at",
            Arc::new(TimestampMillisecondArray::from(vec![updated; 3]).with_timezone("Asia/Shanghai")),
        ),
        ("code", Arc::new(StringViewArray::from(vec!["110101001001", "110101001002", "110101001003"]))),
        ("name", Arc::new(StringArray::from(vec!["多福巷社区居委会"; 3]))),
        ("kind", Arc::new(kinds.finish())),
        ("status", Arc::new(StringArray::from(vec!["active"; 3]))),
        ("location.longitude", Arc::new(Float64Array::from(vec![116.4, f64::NAN, 116.4]))),
        ("location.latitude", Arc::new(Float64Array::from(vec![39.9, f64::NAN, 39.9]))),
        ("__index_level_0__", Arc::new(Int64Array::from(vec![1, 2, 3]))),
        ("remarks", Arc::new(NullArray::new(3))),
    ]
}

#[test]
fn every_type_of_column_is_read() {
    let report = check_batches(Kind::Community, vec![table(community())]).unwrap();
    assert_eq!(essence(&report), [("STR005", "/kind", 3)]);
    assert!(report.inputs()[0].bad_rows.iter().eq([3]));
}

#[test]
fn a_day_may_be_a_moment_at_midnight_but_a_moment_is_no_day() {
    let midnight = 1_246_406_400_000_000_000; // 2009-07-01
    let mut columns = community();
    columns[4].1 = Arc::new(StringArray::from(vec!["urban"; 3]));
    columns.push((
        "established_on",
        Arc::new(TimestampNanosecondArray::from(vec![midnight, midnight, midnight + 1])),
    ));
    let report = check_batches(Kind::Community, vec![table(columns.clone())]).unwrap();
    assert_eq!(essence(&report), [("STR010", "/established_on", 3)]);
    columns.pop();
    columns.push(("established_on", Arc::new(Date32Array::from(vec![14_426, 14_426, i32::MAX]))));
    let report = check_batches(Kind::Community, vec![table(columns)]).unwrap();
    assert_eq!(essence(&report), [("STR002", "/established_on", 3)]);
}

#[test]
fn codes_that_lost_their_zero_are_findings() {
    let mut columns = community();
    columns[2].1 = Arc::new(Int64Array::from(vec![110_101_001_001; 3]));
    columns[4].1 = Arc::new(StringArray::from(vec!["urban"; 3]));
    let report = check_batches(Kind::Community, vec![table(columns)]).unwrap();
    assert_eq!(essence(&report), [("STR002", "/code", 1), ("STR002", "/code", 2), ("STR002", "/code", 3)]);
}

#[test]
fn extensions_may_be_columns_a_struct_or_a_map() {
    let level: ArrayRef = Arc::new(Int64Array::from(vec![1, 2, 3]));
    let part = StructArray::from(vec![(
        Arc::new(Field::new("zj.grid", level.data_type().clone(), true)),
        level.clone(),
    )]);
    let mut map = MapBuilder::new(None, StringBuilder::new(), StringBuilder::new());
    for row in 0..3 {
        map.keys().append_value("zj.grid");
        map.values().append_value(format!("{row}"));
        map.append(true).unwrap();
    }
    let forms: [(&str, ArrayRef); 3] = [
        ("extensions.zj.grid", level),
        ("extensions", Arc::new(part)),
        ("extensions", Arc::new(map.finish())),
    ];
    for (name, array) in forms {
        let mut columns = community();
        columns[4].1 = Arc::new(StringArray::from(vec!["urban"; 3]));
        columns.push((name, array));
        let report = check_batches(Kind::Community, vec![table(columns)]).unwrap();
        assert_eq!(essence(&report), [], "{name}");
    }
}

#[test]
fn a_column_that_no_field_takes_is_named() {
    let mut columns = community();
    columns.push(("photo", Arc::new(BinaryArray::from_vec(vec![b"a", b"b", b"c"]))));
    let error = check_batches(Kind::Community, vec![table(columns)]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "column `photo` is of type Binary, which no field takes; convert it to text, a number or a date"
    );
    assert!(error.chinese().contains("photo"));
}

#[test]
fn findings_are_a_table() {
    let report = check_batches(Kind::Community, vec![table(community())]).unwrap();
    let batch = findings(&report).unwrap();
    let text = |name: &str| {
        let column = batch.column_by_name(name).unwrap();
        column.as_any().downcast_ref::<StringArray>().unwrap().value(0).to_owned()
    };
    assert_eq!((batch.num_rows(), text("rule"), text("pointer")), (1, "STR005".into(), "/kind".into()));
    assert!(!text("message_zh").is_empty() && !text("advice_en").is_empty());
    let empty = findings(&check_batches(Kind::Case, vec![table_of_nothing()]).unwrap()).unwrap();
    assert_eq!(empty.num_rows(), 0);
}

fn table_of_nothing() -> RecordBatch {
    RecordBatch::new_empty(Arc::new(Schema::empty()))
}

#[test]
fn parts_may_have_dotted_names() {
    let record = json!({"id": "a", "location": {"longitude": 200}});
    let mut columns = vec![("id", Arc::new(StringArray::from(vec!["a"])) as ArrayRef)];
    columns.push(("location.longitude", Arc::new(Int64Array::from(vec![200]))));
    let report = check_batches(Kind::Community, vec![table(columns)]).unwrap();
    assert_eq!(essence(&report), essence(&as_lines(Kind::Community, &[record])));
}
