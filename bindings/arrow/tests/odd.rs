//! Columns that are odd and right, or odd and wrong, and none of them a crash.

use std::sync::Arc;

use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{
    ArrayRef, Decimal64Array, DictionaryArray, Float32Array, Float64Array, Int8Array, Int32Array, NullArray,
    RecordBatch, RunArray, StringArray, StructArray,
};
use arrow_schema::{DataType, Field};
use shequ::Kind;
use shequ_arrow::{Error, Texts};

use super::{check_batches, essence, table};

fn volunteers(name: &str, column: ArrayRef) -> Vec<(&'static str, String, u64)> {
    let report = check_batches(Kind::Volunteer, vec![table(vec![(name, column)])]).unwrap();
    let at = format!("/{}", name.replace('.', "/"));
    let found = essence(&report).into_iter().filter(|finding| finding.1 == at);
    found.map(|(rule, pointer, row)| (rule_of(rule), pointer.to_owned(), row)).collect()
}

fn rule_of(id: &str) -> &'static str {
    shequ::rules::known(id).unwrap().id
}

/// Dictionaries without a value, as an all-null category has them.
#[test]
fn a_dictionary_without_values_is_a_column_of_nulls() {
    let values: [ArrayRef; 3] =
        [Arc::new(StringArray::new_null(0)), Arc::new(NullArray::new(0)), Arc::new(StringArray::new_null(1))];
    for values in values {
        let keys: arrow_array::PrimitiveArray<Int8Type> = [None, None].into_iter().collect();
        let column = DictionaryArray::new(keys, values);
        assert_eq!(
            volunteers("phone", Arc::new(column.clone())),
            volunteers("phone", Arc::new(NullArray::new(2)))
        );
        let texts = Texts::new(&column).unwrap();
        assert_eq!((texts.rows(), texts.get(0), texts.get(1)), (2, None, None));
    }
    let empty = DictionaryArray::<Int8Type>::new(Int8Array::new_null(0), Arc::new(StringArray::new_null(0)));
    assert_eq!(volunteers("phone", Arc::new(empty)), []);
}

#[test]
fn an_infinite_number_is_no_gap() {
    let wide = Float64Array::from(vec![f64::INFINITY, f64::NEG_INFINITY, f64::NAN]);
    let narrow = Float32Array::from(vec![f32::INFINITY, f32::NEG_INFINITY, f32::NAN]);
    let columns: [ArrayRef; 2] = [Arc::new(wide), Arc::new(narrow)];
    for column in columns {
        let rows: Vec<u64> = volunteers("total_hours", column).into_iter().map(|found| found.2).collect();
        assert_eq!(rows, [1, 2]);
    }
}

#[test]
fn runs_and_small_decimals_are_read() {
    let runs = RunArray::<Int32Type>::try_new(
        &Int32Array::from(vec![2, 3]),
        &StringArray::from(vec!["13812345678", "1"]),
    );
    let runs = runs.unwrap();
    assert_eq!(volunteers("phone", Arc::new(runs.clone())).len(), 1);
    let texts = Texts::new(&runs).unwrap();
    assert_eq!(texts.get(1).as_deref(), Some("13812345678"));
    let hours = Decimal64Array::from(vec![150, -1]).with_precision_and_scale(10, 2).unwrap();
    assert_eq!(volunteers("total_hours", Arc::new(hours)).len(), 1);
}

#[test]
fn one_field_has_one_column() {
    let text = || Arc::new(StringArray::from(vec!["a"])) as ArrayRef;
    let part = || {
        let field = Arc::new(Field::new("number", DataType::Utf8, true));
        Arc::new(StructArray::from(vec![(field, text())])) as ArrayRef
    };
    let cases: [(Vec<(&str, ArrayRef)>, &str); 5] = [
        (vec![("name", text()), ("name", text())], "name"),
        (vec![("identity", part()), ("identity.type", text())], "identity"),
        (vec![("identity.type", text()), ("identity", part())], "identity"),
        (vec![("identity", text()), ("identity.type", text())], "identity"),
        (vec![("identity.type", text()), ("identity.type", text())], "identity.type"),
    ];
    for (columns, expected) in cases {
        let error = check_batches(Kind::Volunteer, vec![table(columns)]).unwrap_err();
        assert!(matches!(&error, Error::Repeated { column } if column == expected), "{error}");
    }
    let batch: RecordBatch = table(vec![("extensions.zj.a", text()), ("extensions.zj.b", text())]);
    check_batches(Kind::Volunteer, vec![batch]).unwrap();
}

#[test]
fn a_column_of_numbers_is_no_column_of_texts() {
    assert!(Texts::new(&Int32Array::from(vec![None, Some(1)])).is_none());
    assert!(Texts::new(&Int32Array::from(vec![None, None])).is_some_and(|texts| texts.get(1).is_none()));
}
