//! A column of values, and how one of them stands in a record's text.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
    Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, BooleanArray, FixedSizeListArray, Float32Array, Float64Array, GenericListArray,
    GenericStringArray, MapArray, PrimitiveArray, StringViewArray,
};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};
use jiff::civil;

use crate::Error;
use crate::row::Object;
use crate::text;

/// A column of one of the types that fields take.
pub(crate) struct Column {
    nulls: Option<NullBuffer>,
    values: Values,
}

enum Values {
    Null,
    Boolean(BooleanArray),
    Integer(PrimitiveArray<Int64Type>),
    Unsigned(PrimitiveArray<UInt64Type>),
    Float32(Float32Array),
    Float(Float64Array),
    Decimal(PrimitiveArray<Decimal128Type>, i8),
    Text(GenericStringArray<i32>),
    LargeText(GenericStringArray<i64>),
    TextView(StringViewArray),
    /// Days since 1970.
    Date(PrimitiveArray<Date32Type>),
    Time(Times),
    Dictionary {
        keys: PrimitiveArray<Int64Type>,
        values: Box<Column>,
    },
    /// Where each list begins and ends among the items.
    List {
        bounds: Box<dyn Fn(usize) -> (usize, usize) + Send + Sync>,
        items: Box<Column>,
    },
    Struct(Object),
    Map {
        bounds: Box<dyn Fn(usize) -> (usize, usize) + Send + Sync>,
        keys: Box<Column>,
        values: Box<Column>,
    },
}

/// Moments since 1970.
struct Times {
    ticks: PrimitiveArray<Int64Type>,
    per_second: i64,
    has_zone: bool,
}

impl Column {
    /// Takes an array without copying what it holds, but for narrow integers.
    ///
    /// # Errors
    /// Where no field takes its type.
    pub(crate) fn new(name: &str, array: &dyn Array) -> Result<Self, Error> {
        let item = |array: &dyn Array| Self::new(name, array).map(Box::new);
        let refused = || Error::Column { column: name.to_owned(), kind: array.data_type().to_string() };
        let values = match array.data_type() {
            DataType::Null => Values::Null,
            DataType::Boolean => Values::Boolean(array.as_boolean().clone()),
            DataType::Int8 => Values::Integer(array.as_primitive::<Int8Type>().unary(i64::from)),
            DataType::Int16 => Values::Integer(array.as_primitive::<Int16Type>().unary(i64::from)),
            DataType::Int32 => Values::Integer(array.as_primitive::<Int32Type>().unary(i64::from)),
            DataType::Int64 => Values::Integer(array.as_primitive().clone()),
            DataType::UInt8 => Values::Unsigned(array.as_primitive::<UInt8Type>().unary(u64::from)),
            DataType::UInt16 => Values::Unsigned(array.as_primitive::<UInt16Type>().unary(u64::from)),
            DataType::UInt32 => Values::Unsigned(array.as_primitive::<UInt32Type>().unary(u64::from)),
            DataType::UInt64 => Values::Unsigned(array.as_primitive().clone()),
            DataType::Float32 => Values::Float32(array.as_primitive::<Float32Type>().clone()),
            DataType::Float64 => Values::Float(array.as_primitive::<Float64Type>().clone()),
            DataType::Decimal128(_, scale) => Values::Decimal(array.as_primitive().clone(), *scale),
            DataType::Utf8 => Values::Text(array.as_string().clone()),
            DataType::LargeUtf8 => Values::LargeText(array.as_string().clone()),
            DataType::Utf8View => Values::TextView(array.as_string_view().clone()),
            DataType::Date32 => Values::Date(array.as_primitive().clone()),
            DataType::Date64 => {
                let ticks = array.as_primitive::<Date64Type>().reinterpret_cast();
                Values::Time(Times { ticks, per_second: 1_000, has_zone: false })
            }
            DataType::Timestamp(unit, zone) => Values::Time(Times {
                ticks: ticks(array, *unit),
                per_second: per_second(*unit),
                has_zone: zone.is_some(),
            }),
            DataType::Dictionary(_, _) => {
                let dictionary = array.as_any_dictionary();
                let keys = dictionary.normalized_keys();
                let keys = keys.into_iter().map(|key| i64::try_from(key).unwrap_or(i64::MAX)).collect();
                Values::Dictionary { keys, values: item(dictionary.values())? }
            }
            DataType::List(_) => list(array.as_list::<i32>(), name)?,
            DataType::LargeList(_) => list(array.as_list::<i64>(), name)?,
            DataType::FixedSizeList(_, _) => {
                let lists: &FixedSizeListArray = array.as_fixed_size_list();
                let size = usize::try_from(lists.value_length()).unwrap_or(0);
                let bounds = Box::new(move |row| (row * size, (row + 1) * size));
                Values::List { bounds, items: item(lists.values())? }
            }
            DataType::Struct(fields) => {
                Values::Struct(Object::of_struct(name, fields, array.as_struct().columns())?)
            }
            DataType::Map(_, _) => {
                let map: &MapArray = array.as_map();
                let offsets = map.offsets().clone();
                let bounds = Box::new(move |row: usize| {
                    (offset(i64::from(offsets[row])), offset(i64::from(offsets[row + 1])))
                });
                Values::Map { bounds, keys: item(map.keys())?, values: item(map.values())? }
            }
            _ => return Err(refused()),
        };
        // of a dictionary the value may be null too, which its own column knows
        let nulls = array.nulls().cloned();
        Ok(Self { nulls, values })
    }

    /// Appends the value of a row; false, and nothing, where there is none.
    pub(crate) fn write(&self, row: usize, out: &mut Vec<u8>) -> bool {
        if self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            return false;
        }
        match &self.values {
            Values::Null => return false,
            Values::Boolean(array) => {
                out.extend_from_slice(if array.value(row) { b"true" } else { b"false" });
            }
            Values::Integer(array) => text::write_integer(array.value(row), out),
            Values::Unsigned(array) => text::write_integer(array.value(row), out),
            Values::Float32(array) => return text::write_float(array.value(row), out),
            Values::Float(array) => return text::write_float(array.value(row), out),
            Values::Decimal(array, scale) => text::write_decimal(array.value(row), *scale, out),
            Values::Text(array) => text::write(array.value(row).as_bytes(), out),
            Values::LargeText(array) => text::write(array.value(row).as_bytes(), out),
            Values::TextView(array) => text::write(array.value(row).as_bytes(), out),
            Values::Date(array) => return write_date(i64::from(array.value(row)), out),
            Values::Time(times) => return times.write(row, out),
            Values::Dictionary { keys, values } => return values.write(offset(keys.value(row)), out),
            Values::Struct(object) => return object.write(row, out),
            Values::List { bounds, items } => items.write_list(bounds(row), out),
            Values::Map { bounds, keys, values } => write_map(bounds(row), keys, values, out),
        }
        true
    }

    fn write_list(&self, (start, end): (usize, usize), out: &mut Vec<u8>) {
        out.push(b'[');
        for row in start..end {
            if row > start {
                out.push(b',');
            }
            if !self.write(row, out) {
                let is_object = matches!(self.values, Values::Struct(_))
                    && self.nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row));
                out.extend_from_slice(if is_object { b"{}" } else { b"null" });
            }
        }
        out.push(b']');
    }
}

fn write_map((start, end): (usize, usize), keys: &Column, values: &Column, out: &mut Vec<u8>) {
    out.push(b'{');
    for row in start..end {
        if row > start {
            out.push(b',');
        }
        // keys of a map are never null
        if !keys.write(row, out) {
            out.extend_from_slice(b"\"\"");
        }
        out.push(b':');
        if !values.write(row, out) {
            out.extend_from_slice(b"null");
        }
    }
    out.push(b'}');
}

fn list<O: arrow_array::OffsetSizeTrait>(lists: &GenericListArray<O>, name: &str) -> Result<Values, Error> {
    let offsets = lists.offsets().clone();
    let bounds = Box::new(move |row: usize| (offsets[row].as_usize(), offsets[row + 1].as_usize()));
    Ok(Values::List { bounds, items: Box::new(Column::new(name, lists.values())?) })
}

fn offset(number: i64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn ticks(array: &dyn Array, unit: TimeUnit) -> PrimitiveArray<Int64Type> {
    match unit {
        TimeUnit::Second => array.as_primitive::<TimestampSecondType>().reinterpret_cast(),
        TimeUnit::Millisecond => array.as_primitive::<TimestampMillisecondType>().reinterpret_cast(),
        TimeUnit::Microsecond => array.as_primitive::<TimestampMicrosecondType>().reinterpret_cast(),
        TimeUnit::Nanosecond => array.as_primitive::<TimestampNanosecondType>().reinterpret_cast(),
    }
}

const fn per_second(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Second => 1,
        TimeUnit::Millisecond => 1_000,
        TimeUnit::Microsecond => 1_000_000,
        TimeUnit::Nanosecond => 1_000_000_000,
    }
}

const DAY: i64 = 86_400;

/// Appends a day; one beyond the calendar is written as the number that it is, which no field takes.
fn write_date(days: i64, out: &mut Vec<u8>) -> bool {
    let span = jiff::Span::new().try_days(days);
    match span.and_then(|span| civil::date(1970, 1, 1).checked_add(span)) {
        Ok(date) => text::write_plain(date, out),
        Err(_) => text::write_integer(days, out),
    }
    true
}

impl Times {
    /// Appends a moment. With a time zone it is written in +08:00, where the standard's days are;
    /// without one midnight is a day, since data frames have no other type for days.
    fn write(&self, row: usize, out: &mut Vec<u8>) -> bool {
        let ticks = self.ticks.value(row);
        let (seconds, rest) = (ticks.div_euclid(self.per_second), ticks.rem_euclid(self.per_second));
        if !self.has_zone && rest == 0 && seconds.rem_euclid(DAY) == 0 {
            return write_date(seconds.div_euclid(DAY), out);
        }
        let nanoseconds = i32::try_from(rest * (1_000_000_000 / self.per_second)).unwrap_or(0);
        let Ok(moment) = jiff::Timestamp::new(seconds, nanoseconds) else {
            text::write_integer(ticks, out);
            return true;
        };
        let offset = if self.has_zone { jiff::tz::offset(8) } else { jiff::tz::Offset::UTC };
        let local = offset.to_datetime(moment);
        if self.has_zone {
            text::write_plain(format_args!("{local}+08:00"), out);
        } else {
            text::write_plain(local, out);
        }
        true
    }
}
