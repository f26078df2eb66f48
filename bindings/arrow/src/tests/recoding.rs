//! The same columns in other types of Arrow.
#![allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss)] // loss is welcome

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, Date32Array, Decimal128Array, DictionaryArray, Float32Array, Float64Array,
    LargeStringArray, ListArray, RecordBatch, StringArray, StringViewArray, StructArray,
    TimestampMicrosecondArray, UInt64Array,
};
use arrow_schema::{DataType, Field};
use jiff::civil;

/// A table with columns of other types, which may hold less.
pub(super) fn recoded(batch: &RecordBatch, choice: usize) -> RecordBatch {
    of_columns(batch, |index, column| recode(column, choice / (index + 1), true))
}

/// A table with columns of other types, which hold the same.
pub(super) fn kept(batch: &RecordBatch, choice: usize) -> RecordBatch {
    of_columns(batch, |_, column| recode(column, choice, false))
}

fn of_columns(batch: &RecordBatch, recode: impl Fn(usize, &ArrayRef) -> ArrayRef) -> RecordBatch {
    let schema = batch.schema();
    let columns = batch.columns().iter().enumerate().map(|(index, column)| recode(index, column));
    let columns = schema.fields().iter().zip(columns).map(|(field, column)| (field.name(), column, true));
    RecordBatch::try_from_iter_with_nullable(columns).unwrap()
}

fn recode(array: &ArrayRef, choice: usize, lossy: bool) -> ArrayRef {
    match array.data_type() {
        DataType::Utf8 => texts(array.as_string(), choice % 7),
        DataType::Int64 => {
            let numbers = array.as_primitive::<Int64Type>();
            match choice % 5 {
                0 if lossy => Arc::new(numbers.unary::<_, Int32Type>(|number| number as i32)),
                1 if lossy => Arc::new(
                    numbers.iter().map(|number| number.map(|number| number as u64)).collect::<UInt64Array>(),
                ),
                2 => Arc::new(
                    numbers.iter().map(|number| number.map(|number| number as f64)).collect::<Float64Array>(),
                ),
                3 => Arc::new(
                    numbers
                        .iter()
                        .map(|number| number.map(i128::from))
                        .collect::<Decimal128Array>()
                        .with_precision_and_scale(38, 0)
                        .unwrap(),
                ),
                _ => array.clone(),
            }
        }
        DataType::Float64 => {
            let numbers = array.as_primitive::<Float64Type>();
            match choice % 3 {
                0 if lossy => Arc::new(
                    numbers.iter().map(|number| number.map(|number| number as f32)).collect::<Float32Array>(),
                ),
                1 => {
                    let thousandths =
                        numbers.iter().map(|number| number.map(|number| (number * 1e9).round() as i128));
                    Arc::new(
                        thousandths.collect::<Decimal128Array>().with_precision_and_scale(38, 9).unwrap(),
                    )
                }
                _ => array.clone(),
            }
        }
        DataType::Struct(fields) if !fields.is_empty() => {
            let parts = array.as_struct();
            let columns: Vec<ArrayRef> =
                parts.columns().iter().map(|column| recode(column, choice, lossy)).collect();
            let fields: Vec<Field> = fields
                .iter()
                .zip(&columns)
                .map(|(field, column)| Field::new(field.name(), column.data_type().clone(), true))
                .collect();
            Arc::new(StructArray::new(fields.into(), columns, parts.nulls().cloned()))
        }
        DataType::List(_) => {
            let lists = array.as_list::<i32>();
            let items = recode(lists.values(), choice, lossy);
            let field = Arc::new(Field::new_list_field(items.data_type().clone(), true));
            Arc::new(ListArray::new(field, lists.offsets().clone(), items, lists.nulls().cloned()))
        }
        _ => array.clone(),
    }
}

fn texts(texts: &StringArray, choice: usize) -> ArrayRef {
    match choice {
        0 => Arc::new(texts.iter().collect::<LargeStringArray>()),
        1 => Arc::new(texts.iter().collect::<StringViewArray>()),
        2 => Arc::new(texts.iter().collect::<DictionaryArray<Int32Type>>()),
        3 => days(texts).unwrap_or_else(|| Arc::new(texts.clone())),
        4 => moments(texts).unwrap_or_else(|| Arc::new(texts.clone())),
        _ => Arc::new(texts.clone()),
    }
}

/// Days, where every text is one.
fn days(texts: &StringArray) -> Option<ArrayRef> {
    let epoch = civil::date(1970, 1, 1);
    let day = |text: &str| {
        let day: civil::Date = text.parse().ok().filter(|_| text.len() == 10)?;
        Some(epoch.until(day).ok()?.get_days())
    };
    let days: Vec<Option<Option<i32>>> = texts.iter().map(|text| text.map(day)).collect();
    let are_days = days.iter().all(|day| !matches!(day, Some(None)));
    are_days.then(|| Arc::new(days.into_iter().map(Option::flatten).collect::<Date32Array>()) as ArrayRef)
}

/// Moments with a time zone, where every text is one.
fn moments(texts: &StringArray) -> Option<ArrayRef> {
    let moment = |text: &str| text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_microsecond);
    let moments: Vec<Option<Option<i64>>> = texts.iter().map(|text| text.map(moment)).collect();
    let are_moments = moments.iter().all(|moment| !matches!(moment, Some(None)));
    let array = || moments.into_iter().map(Option::flatten).collect::<TimestampMicrosecondArray>();
    are_moments.then(|| Arc::new(array().with_timezone("Asia/Shanghai")) as ArrayRef)
}
