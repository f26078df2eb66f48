//! A column of values of one type.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type, Float16Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, RunEndIndexType, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{
    AnyDictionaryArray, Array, BinaryViewArray, BooleanArray, FixedSizeListArray, Float32Array, Float64Array,
    GenericBinaryArray, GenericListArray, GenericStringArray, MapArray, OffsetSizeTrait, PrimitiveArray,
    RunArray,
};
use arrow_buffer::NullBuffer;
use arrow_schema::{DataType, TimeUnit};
use jiff::civil;

use shequ::model::ObjectMeta;

use crate::Error;
use crate::row::Object;
use crate::text;

/// A column of one of the types that fields take.
pub(crate) struct Column {
    nulls: Option<NullBuffer>,
    pub(crate) values: Values,
    /// In every row something stands; most columns are asked no more.
    is_full: bool,
}

pub(crate) enum Values {
    Null,
    Boolean(BooleanArray),
    Integer(PrimitiveArray<Int64Type>),
    Unsigned(PrimitiveArray<UInt64Type>),
    Float32(Float32Array),
    Float(Float64Array),
    Decimal(PrimitiveArray<Decimal128Type>, i8),
    /// Texts are bytes until someone has looked: they may come from another library.
    Text(GenericBinaryArray<i32>),
    LargeText(GenericBinaryArray<i64>),
    TextView(BinaryViewArray),
    /// Days since 1970.
    Date(PrimitiveArray<Date32Type>),
    Time(Times),
    Dictionary {
        keys: Vec<usize>,
        values: Box<Column>,
    },
    /// Which of the values a row has.
    Runs {
        run: Box<dyn Fn(usize) -> usize + Send + Sync>,
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
pub(crate) struct Times {
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
            DataType::Float16 => {
                Values::Float32(array.as_primitive::<Float16Type>().unary(|number| number.to_f32()))
            }
            DataType::Float32 => Values::Float32(array.as_primitive::<Float32Type>().clone()),
            DataType::Float64 => Values::Float(array.as_primitive::<Float64Type>().clone()),
            DataType::Decimal32(_, scale) => {
                Values::Decimal(array.as_primitive::<Decimal32Type>().unary(i128::from), *scale)
            }
            DataType::Decimal64(_, scale) => {
                Values::Decimal(array.as_primitive::<Decimal64Type>().unary(i128::from), *scale)
            }
            DataType::Decimal128(_, scale) => Values::Decimal(array.as_primitive().clone(), *scale),
            DataType::Utf8 => Values::Text(bytes(array.as_string())?),
            DataType::LargeUtf8 => Values::LargeText(bytes(array.as_string())?),
            DataType::Utf8View => Values::TextView(array.as_string_view().clone().to_binary_view()),
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
            DataType::Dictionary(_, _) => dictionary(array.as_any_dictionary(), name)?,
            DataType::RunEndEncoded(ends, _) => match ends.data_type() {
                DataType::Int16 => runs(array.as_run::<Int16Type>(), name)?,
                DataType::Int32 => runs(array.as_run::<Int32Type>(), name)?,
                _ => runs(array.as_run::<Int64Type>(), name)?,
            },
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
        let nulls = array.nulls().filter(|nulls| nulls.null_count() > 0).cloned();
        Ok(Self { is_full: nulls.is_none() && values.are_full(), nulls, values })
    }

    /// A column of objects, none of them null itself.
    pub(crate) fn of_object(object: Object) -> Self {
        Self { nulls: None, values: Values::Struct(object), is_full: false }
    }

    /// The object of which this is a column.
    pub(crate) fn as_object(&mut self) -> Option<&mut Object> {
        if let Values::Struct(object) = &mut self.values { Some(object) } else { None }
    }

    /// Finds the fields of the objects in it.
    pub(crate) fn declare(&mut self, declaration: &'static ObjectMeta) {
        match &mut self.values {
            Values::Struct(object) => object.declare(declaration),
            Values::List { items, .. } => items.declare(declaration),
            _ => {}
        }
    }

    /// Whether nothing stands in a row: [`Self::write`] appends nothing.
    #[inline]
    pub(crate) fn is_null(&self, row: usize) -> bool {
        !self.is_full && self.looks_null(row)
    }

    fn looks_null(&self, row: usize) -> bool {
        if self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
            return true;
        }
        match &self.values {
            Values::Null => true,
            Values::Float32(array) => array.value(row).is_nan(),
            Values::Float(array) => array.value(row).is_nan(),
            Values::Dictionary { keys, values } => values.is_null(keys[row]),
            Values::Runs { run, values } => values.is_null(run(row)),
            Values::Struct(object) => object.is_null(row),
            _ => false,
        }
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
            Values::Text(array) => text::write(array.value(row), out),
            Values::LargeText(array) => text::write(array.value(row), out),
            Values::TextView(array) => text::write(array.value(row), out),
            Values::Date(array) => return write_date(i64::from(array.value(row)), out),
            Values::Time(times) => return times.write(row, out),
            Values::Dictionary { keys, values } => return values.write(keys[row], out),
            Values::Runs { run, values } => return values.write(run(row), out),
            Values::Struct(object) => return object.write(row, out),
            Values::List { bounds, items } => items.write_list(bounds(row), out),
            Values::Map { bounds, keys, values } => write_map(bounds(row), keys, values, out),
        }
        true
    }

    /// Whether something stands in every row.
    pub(crate) const fn is_full(&self) -> bool {
        self.is_full
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

impl Values {
    /// Whether every value that is not null is something.
    fn are_full(&self) -> bool {
        match self {
            Self::Null | Self::Float32(_) | Self::Float(_) => false,
            Self::Dictionary { values, .. } | Self::Runs { values, .. } => values.is_full,
            Self::Struct(object) => object.is_full(),
            _ => true,
        }
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

/// The same column without the word of its maker that the bytes are text.
fn bytes<O: OffsetSizeTrait>(texts: &GenericStringArray<O>) -> Result<GenericBinaryArray<O>, Error> {
    let (offsets, values, nulls) = texts.clone().into_parts();
    Ok(GenericBinaryArray::try_new(offsets, values, nulls)?)
}

fn dictionary(array: &dyn AnyDictionaryArray, name: &str) -> Result<Values, Error> {
    let values = Column::new(name, array.values())?;
    if array.values().is_empty() {
        // no key is one of it, so that every row is null
        return Ok(Values::Null);
    }
    let last = array.values().len() - 1;
    // of a row that is null the key may be anything
    let keys = array.normalized_keys().into_iter().map(|key| key.min(last)).collect();
    Ok(Values::Dictionary { keys, values: Box::new(values) })
}

fn runs<E: RunEndIndexType>(array: &RunArray<E>, name: &str) -> Result<Values, Error> {
    let (array, values) = (array.clone(), Box::new(Column::new(name, array.values())?));
    Ok(Values::Runs { run: Box::new(move |row| array.get_physical_index(row)), values })
}

fn list<O: OffsetSizeTrait>(lists: &GenericListArray<O>, name: &str) -> Result<Values, Error> {
    let offsets = lists.offsets().clone();
    let bounds = Box::new(move |row: usize| (offsets[row].as_usize(), offsets[row + 1].as_usize()));
    Ok(Values::List { bounds, items: Box::new(Column::new(name, lists.values())?) })
}

pub(crate) fn offset(number: i64) -> usize {
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

/// The day so many days after 1970-01-01; none beyond the calendar.
pub(crate) fn day(days: i64) -> Option<civil::Date> {
    let span = jiff::Span::new().try_days(days);
    span.and_then(|span| civil::date(1970, 1, 1).checked_add(span)).ok()
}

/// Appends a day; one beyond the calendar is written as the number that it is, which no field takes.
fn write_date(days: i64, out: &mut Vec<u8>) -> bool {
    match day(days) {
        Some(date) => text::write_plain(date, out),
        None => text::write_integer(days, out),
    }
    true
}

impl Times {
    /// Appends a moment. With a time zone it is written in +08:00, where the standard's days are;
    /// without one midnight is a day, since data frames have no other type for days.
    fn write(&self, row: usize, out: &mut Vec<u8>) -> bool {
        if let Some(days) = self.midnight(row) {
            return write_date(days, out);
        }
        match self.local(row) {
            Some(local) if self.has_zone => text::write_plain(format_args!("{local}+08:00"), out),
            Some(local) => text::write_plain(local, out),
            None => text::write_integer(self.ticks.value(row), out),
        }
        true
    }

    /// The day, of a midnight without a time zone; none beyond the calendar.
    pub(crate) fn day(&self, row: usize) -> Option<civil::Date> {
        day(self.midnight(row)?)
    }

    /// The moment in +08:00, of one with a time zone.
    pub(crate) fn moment(&self, row: usize) -> Option<civil::DateTime> {
        if self.has_zone { self.local(row) } else { None }
    }

    fn midnight(&self, row: usize) -> Option<i64> {
        let per_day = DAY * self.per_second;
        let ticks = self.ticks.value(row);
        (!self.has_zone && ticks.rem_euclid(per_day) == 0).then(|| ticks.div_euclid(per_day))
    }

    fn local(&self, row: usize) -> Option<civil::DateTime> {
        let ticks = self.ticks.value(row);
        let (seconds, rest) = (ticks.div_euclid(self.per_second), ticks.rem_euclid(self.per_second));
        let nanoseconds = i32::try_from(rest * (1_000_000_000 / self.per_second)).unwrap_or(0);
        let moment = jiff::Timestamp::new(seconds, nanoseconds).ok()?;
        let offset = if self.has_zone { jiff::tz::offset(8) } else { jiff::tz::Offset::UTC };
        Some(offset.to_datetime(moment))
    }
}
