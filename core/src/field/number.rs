//! Counts, ratios and degrees.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

use super::reader::expected;
use super::{FaultKind, Field, FieldMeta, Node, Reader, Slot, Source, ValueKind};
use crate::Words;

/// A number as it is written in JSON.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    /// Its value as a double; infinite beyond a double's range.
    pub(super) value: f64,
    /// Decimals as written, exponent applied, trailing zeros dropped.
    pub(super) decimals: i64,
}

impl Written {
    /// Reads the text of a JSON number.
    pub(super) fn parse(text: &str) -> Self {
        let (mantissa, exponent) = match text.find(['e', 'E']) {
            Some(at) => (&text[..at], exponent(&text[at + 1..])),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = whole.trim_start_matches('-');
        let significant = if fraction.bytes().all(|digit| digit == b'0') {
            let kept = digits.trim_end_matches('0');
            if kept.is_empty() {
                return Self { value: 0.0, decimals: 0 };
            }
            -(i64::try_from(digits.len() - kept.len()).unwrap_or(i64::MAX))
        } else {
            i64::try_from(fraction.trim_end_matches('0').len()).unwrap_or(i64::MAX)
        };
        Self {
            value: text.parse().unwrap_or(f64::INFINITY),
            decimals: significant.saturating_sub(exponent).max(0),
        }
    }

    /// Whether no part of a unit is left.
    pub(super) fn is_integer(self) -> bool {
        self.decimals == 0
    }
}

/// An exponent, held within what arithmetic on it can bear.
fn exponent(text: &str) -> i64 {
    let beyond = if text.starts_with('-') { -1_000_000_000 } else { 1_000_000_000 };
    text.parse::<i64>().unwrap_or(beyond).clamp(-1_000_000_000, 1_000_000_000)
}

/// The number types of the standard that hold an integer.
macro_rules! integer {
    ($(#[$doc:meta])* $name:ident, $min:literal, $min_words:literal, $max:literal, $max_words:literal, $example:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The least value.
            pub const MIN: u64 = $min;
            /// The greatest value.
            pub const MAX: u64 = $max;

            /// A value in range; none outside.
            #[doc = $example]
            pub fn new(value: u64) -> Option<Self> {
                (Self::MIN..=Self::MAX).contains(&value).then_some(Self(value))
            }

            /// The value.
            pub const fn get(self) -> u64 {
                self.0
            }

            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole and in range
            fn from_double(value: f64) -> Option<Self> {
                let whole = value.fract() == 0.0 && (0.0..=1e10).contains(&value);
                if whole { Self::new(value as u64) } else { None }
            }
        }

        impl Field for $name {
            type View<'a> = Self;

            const VALUE: ValueKind = ValueKind::Integer;

            fn see(&self) -> Slot<Self> {
                Slot::Known(*self)
            }

            fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<Self> {
                let Node::Number(text) = node else { return reader.wrong_type(meta, expected::INTEGER) };
                let written = Written::parse(text);
                if !written.is_integer() && written.value.is_finite() {
                    return reader.wrong_type(meta, expected::INTEGER);
                }
                match Self::from_double(written.value) {
                    Some(value) => Slot::Known(value),
                    None => reader.fault(meta, out_of_range($min_words, $max_words)),
                }
            }

            fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<Self>> {
                Self::from_double(source.number(0)?).map(Slot::Known)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = deserializer.deserialize_any(Double)?;
                Self::from_double(number).ok_or_else(|| D::Error::custom("not an integer in range"))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u64(self.0)
            }
        }

        #[cfg(feature = "schemas")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).to_lowercase().into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "integer", "minimum": Self::MIN, "maximum": Self::MAX })
            }
        }
    };
}

integer!(
    /// `count` of the standard: an integer from 0 to 10,000,000,000.
    Count, 0, "0", 10_000_000_000, "10000000000",
    "```\nuse shequ::model::Count;\nassert!(Count::new(0).is_some());\nassert!(Count::new(10_000_000_001).is_none());\n```"
);
integer!(
    /// A count that begins at 1: the number of a term, of seats.
    Ordinal, 1, "1", 10_000_000_000, "10000000000",
    "```\nuse shequ::model::Ordinal;\nassert!(Ordinal::new(1).is_some());\nassert!(Ordinal::new(0).is_none());\n```"
);

integer!(
    /// A calendar year from 1990 to 2200.
    Year, 1990, "1990", 2200, "2200",
    "```\nuse shequ::model::Year;\nassert!(Year::new(2026).is_some());\nassert!(Year::new(1989).is_none());\n```"
);

/// A fault of range; the limits are written as the standard writes them.
pub(super) const fn out_of_range(min: &'static str, max: &'static str) -> FaultKind {
    FaultKind::OutOfRange { min: Words::new(min, min), max: Words::new(max, max) }
}

/// Any number, as a double.
pub(super) struct Double;

impl Visitor<'_> for Double {
    type Value = f64;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a number")
    }

    #[allow(clippy::cast_precision_loss)] // far below 2^53 wherever it is accepted
    fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }
}

/// Writes whole numbers without a fraction: `1`, not `1.0`.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn serialize_number<S: Serializer>(value: f64, serializer: S) -> Result<S::Ok, S::Error> {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        serializer.serialize_i64(value as i64)
    } else {
        serializer.serialize_f64(value)
    }
}

/// The number types of the standard that hold any number of a range.
macro_rules! real {
    ($(#[$doc:meta])* $name:ident, $min:literal, $max:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// A value in range; none outside.
            pub fn new(value: f64) -> Option<Self> {
                // adding 0 turns a negative zero into the canonical one
                ($min..=$max).contains(&value).then_some(Self(value + 0.0))
            }

            /// The value.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl Field for $name {
            type View<'a> = Self;

            const VALUE: ValueKind = ValueKind::Number;

            fn see(&self) -> Slot<Self> {
                Slot::Known(*self)
            }

            fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<Self> {
                let Node::Number(text) = node else { return reader.wrong_type(meta, expected::NUMBER) };
                match Self::new(Written::parse(text).value) {
                    Some(value) => Slot::Known(value),
                    None => reader.fault(meta, out_of_range(stringify!($min), stringify!($max))),
                }
            }

            fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<Self>> {
                Self::new(source.number(u32::MAX)?).map(Slot::Known)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::new(deserializer.deserialize_any(Double)?)
                    .ok_or_else(|| D::Error::custom("number out of range"))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize_number(self.0, serializer)
            }
        }

        #[cfg(feature = "schemas")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).to_lowercase().into()
            }
            #[allow(clippy::cast_possible_truncation)] // the limits are whole
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "number",
                    "minimum": $min as i64,
                    "maximum": $max as i64,
                })
            }
        }
    };
}

real!(
    /// `ratio` of the standard: a number from 0 to 1.
    Ratio, 0.0, 1.0
);
real!(
    /// Degrees east of Greenwich, -180 to 180.
    Longitude, -180.0, 180.0
);
real!(
    /// Degrees north of the equator, -90 to 90.
    Latitude, -90.0, 90.0
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_counted_as_written() {
        for (text, decimals) in [
            ("1", 0),
            ("1.0", 0),
            ("-0.0", 0),
            ("1e2", 0),
            ("1.5", 1),
            ("1.50", 1),
            ("1.005", 3),
            ("1005e-3", 3),
            ("1500e-3", 1),
            ("1.25e1", 1),
            ("1.25e2", 0),
            ("0e-99", 0),
            ("1e-999999999999", 1_000_000_000),
            ("1.0000000000000000000001", 22),
            ("100e-2", 0),
        ] {
            assert_eq!(Written::parse(text).decimals, decimals, "{text}");
        }
    }

    #[test]
    fn values_beyond_a_double_are_infinite() {
        assert!(Written::parse("1e999").value.is_infinite());
        assert!(Written::parse("-1e999").value.is_infinite());
    }

    #[test]
    fn integers_have_more_than_one_form() {
        let count = |text: &str| serde_json::from_str::<Count>(text).ok().map(Count::get);
        assert_eq!(count("1.0"), Some(1));
        assert_eq!(count("1e2"), Some(100));
        assert_eq!(count("-0"), Some(0));
        assert_eq!(count("1.5"), None);
        assert_eq!(count("-1"), None);
        assert_eq!(count("10000000001"), None);
        assert_eq!(serde_json::to_string(&Count::from_double(1.0)).unwrap(), "1");
    }
}
