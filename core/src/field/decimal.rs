//! Numbers with at most two decimals: hours, yuan, areas.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

use super::number::{Double, Written, out_of_range, serialize_number};
use super::reader::expected;
use super::{FaultKind, Field, FieldMeta, Node, Reader, Slot, Source, ValueKind};

/// A number with at most two decimals, kept as hundredths so that sums are exact.
///
/// `MIN` and `MAX` are its limits in hundredths.
///
/// ```
/// use shequ::model::Hours;
/// let hours: Hours = serde_json::from_str("12.50").unwrap();
/// assert_eq!(hours.hundredths(), 1250);
/// assert_eq!(serde_json::to_string(&hours).unwrap(), "12.5");
/// assert!(serde_json::from_str::<Hours>("0.125").is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal<const MIN: i64, const MAX: i64>(i64);

/// Hours, 0 to 1,000,000, at most two decimals.
pub type Hours = Decimal<0, 100_000_000>;
/// Yuan (CNY), 0 to 1,000,000,000,000, at most two decimals.
pub type Yuan = Decimal<0, 100_000_000_000_000>;
/// An area in the unit that the field names, 0 to 10,000,000, at most two decimals.
pub type Area = Decimal<0, 1_000_000_000>;
/// A number, 0 to 1,000,000, at most two decimals.
pub type Number = Decimal<0, 100_000_000>;
/// A number above 0, to 1,000,000, at most two decimals.
pub type PositiveNumber = Decimal<1, 100_000_000>;

const DECIMALS: u32 = 2;

impl<const MIN: i64, const MAX: i64> Decimal<MIN, MAX> {
    /// A number of hundredths in range; none outside.
    pub fn from_hundredths(hundredths: i64) -> Option<Self> {
        (MIN..=MAX).contains(&hundredths).then_some(Self(hundredths))
    }

    /// The number in hundredths.
    pub const fn hundredths(self) -> i64 {
        self.0
    }

    /// The nearest double.
    #[allow(clippy::cast_precision_loss)] // below 2^53
    pub fn to_double(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The decimal whose nearest double this is; none where it has more decimals or is out of range.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::float_cmp)]
    fn from_double(value: f64) -> Option<Self> {
        let hundredths = (value * 100.0).round();
        let near = hundredths.abs() <= MAX as f64 && hundredths / 100.0 == value;
        if near { Self::from_hundredths(hundredths as i64) } else { None }
    }

    fn limits() -> FaultKind {
        match (MIN, MAX) {
            (0, 1_000_000_000) => out_of_range("0", "10000000"),
            (0, 100_000_000_000_000) => out_of_range("0", "1000000000000"),
            (0, _) => out_of_range("0", "1000000"),
            _ => out_of_range("0.01", "1000000"),
        }
    }
}

impl<const MIN: i64, const MAX: i64> Field for Decimal<MIN, MAX> {
    type View<'a> = Self;

    const VALUE: ValueKind = ValueKind::Decimal;

    fn see(&self) -> Slot<Self> {
        Slot::Known(*self)
    }

    #[allow(clippy::cast_precision_loss)]
    fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<Self> {
        let Node::Number(text) = node else { return reader.wrong_type(meta, expected::NUMBER) };
        let written = Written::parse(text);
        let (least, most) = (if MIN > 0 { f64::MIN_POSITIVE } else { 0.0 }, MAX as f64 / 100.0);
        let mut slot = Slot::Unknown;
        if !(least..=most).contains(&written.value) {
            reader.fault::<()>(meta, Self::limits());
        } else if let Some(value) = Self::from_double(written.value) {
            slot = Slot::Known(value);
        }
        if written.decimals > i64::from(DECIMALS) && written.value.is_finite() {
            slot = reader.fault(meta, FaultKind::TooManyDecimals { limit: DECIMALS });
        }
        slot
    }

    fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<Self>> {
        Self::from_double(source.number(DECIMALS)?).map(Slot::Known)
    }
}

impl<const MIN: i64, const MAX: i64> fmt::Display for Decimal<MIN, MAX> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.to_double(), out)
    }
}

impl<const MIN: i64, const MAX: i64> fmt::Debug for Decimal<MIN, MAX> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl<'de, const MIN: i64, const MAX: i64> Deserialize<'de> for Decimal<MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = deserializer.deserialize_any(Double)?;
        Self::from_double(number)
            .ok_or_else(|| D::Error::custom("not a number in range with two decimals at most"))
    }
}

impl<const MIN: i64, const MAX: i64> Serialize for Decimal<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_number(self.to_double(), serializer)
    }
}

#[cfg(feature = "schemas")]
impl<const MIN: i64, const MAX: i64> schemars::JsonSchema for Decimal<MIN, MAX> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("decimal_{MIN}_{MAX}").into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let limit = if MIN > 0 { "exclusiveMinimum" } else { "minimum" };
        schemars::json_schema!({ "type": "number", limit: 0, "maximum": MAX / 100 })
    }
}

/// The least number of digits, with the point, that a double may not tell apart.
const RUN: usize = 16;

/// Whether a number in a JSON text has so many digits that its double may hide decimals which the
/// standard refuses. Digits in strings count too: the answer may be yes too often, never no.
pub(crate) fn may_hide_decimals(text: &str) -> bool {
    let bytes = text.as_bytes();
    // points are few, and a digit before an e stands in hardly any record
    if has_exponent(bytes) {
        return (0..bytes.len()).any(|at| matches!(bytes[at], b'.' | b'e' | b'E') && is_in_run(bytes, at));
    }
    memchr::memchr_iter(b'.', bytes).any(|at| is_in_run(bytes, at))
}

/// Whether an e follows a digit anywhere. Without an early end the compiler makes it wide.
#[allow(clippy::needless_bitwise_bool)] // a branch would undo that
fn has_exponent(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    pairs.fold(false, |any, (first, second)| any | (first.is_ascii_digit() & (*second | 0x20 == b'e')))
}

/// Whether digits and points stand around a point, or before an e, in a run that is long.
fn is_in_run(bytes: &[u8], at: usize) -> bool {
    let is_part = |byte: &&u8| byte.is_ascii_digit() || **byte == b'.';
    let before = bytes[..at].iter().rev().take(RUN).take_while(is_part).count();
    before + bytes[at..].iter().take(RUN).take_while(is_part).count() >= RUN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_a_double_cannot_tell_apart_are_seen() {
        for text in [
            "1.000000000000000000001",
            "[999999999999.12001]",
            "100000000000000000001e-20",
            "123456.0123456789",
        ] {
            assert!(may_hide_decimals(text), "{text}");
        }
        for text in ["12.5", r#"{"id":"110101199001010015","n":1.25}"#, "1234567890123.5", ""] {
            assert!(!may_hide_decimals(text), "{text}");
        }
    }

    #[test]
    fn a_run_of_fifteen_hides_nothing_and_one_of_sixteen_may() {
        for (text, may) in [
            ("123456789012.12", false),
            ("123456789012.123", true),
            (r#"{"a":1.23456789012345}"#, true),
            (r#"{"a":1.2345678901234}"#, false),
            ("123456789012345e-3", false),
            ("1234567890123456e-3", true),
            ("1234567890123456E3", true),
            ("123456789012345678", false),
            (r#"["1e2",123456789012.123]"#, true),
            (".", false),
            ("e", false),
        ] {
            assert_eq!(may_hide_decimals(text), may, "{text}");
        }
    }

    #[test]
    fn every_two_decimal_number_round_trips() {
        for hundredths in [0, 1, 10, 99, 100, 12_345, 99_999_999_999_999, 100_000_000_000_000] {
            let value = Yuan::from_hundredths(hundredths).unwrap();
            let text = serde_json::to_string(&value).unwrap();
            assert_eq!(serde_json::from_str::<Yuan>(&text).unwrap(), value, "{text}");
        }
    }
}
