//! Dates and moments.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

use super::reader::expected;
use super::{FaultKind, Field, FieldMeta, Node, Reader, Slot, Source, ValueKind};
use crate::Words;

/// `date` of the standard: a real day from 1900-01-01 on, written `YYYY-MM-DD` (GB/T 7408.1).
///
/// ```
/// use shequ::model::Date;
/// assert!(Date::parse("2024-02-29").is_some());
/// assert!(Date::parse("2023-02-29").is_none());
/// assert!(Date::parse("20240229").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

const FIRST_YEAR: i16 = 1900;

impl Date {
    /// Reads a date; none where it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
        if bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let year = digits(&bytes[..4])?;
        let (month, day) = (digits(&bytes[5..7])?, digits(&bytes[8..])?);
        Self::new(civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?)
    }

    /// A day from 1900-01-01 on.
    pub fn new(date: civil::Date) -> Option<Self> {
        (date.year() >= FIRST_YEAR).then_some(Self(date))
    }

    /// The day, to calculate with.
    pub const fn civil(self) -> civil::Date {
        self.0
    }
}

/// The value of up to four ASCII digits.
fn digits(bytes: &[u8]) -> Option<i16> {
    bytes.iter().try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + i16::from(byte - b'0')))
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, out)
    }
}

/// `datetime` of the standard: RFC 3339 with offset, capitals `T` and `Z`, seconds 00-59, at most
/// nine digits of fraction.
///
/// ```
/// use shequ::model::DateTime;
/// let moment = DateTime::parse("2026-06-30T23:30:00Z").unwrap();
/// assert_eq!(moment.day().to_string(), "2026-07-01"); // the day in +08:00
/// assert!(DateTime::parse("2026-06-30 23:30:00Z").is_none());
/// assert!(DateTime::parse("2026-06-30T23:30:00-00:00").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct DateTime {
    local: civil::DateTime,
    offset: Offset,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Offset {
    Zulu,
    Minutes(i16),
}

impl DateTime {
    /// Reads a moment; none where it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() < 20 || bytes[10] != b'T' || bytes[13] != b':' || bytes[16] != b':' {
            return None;
        }
        let date = Date::parse(text.get(..10)?)?.civil();
        let two = |at: usize| digits(&bytes[at..at + 2]).and_then(|value| i8::try_from(value).ok());
        let (hour, minute, second) = (two(11)?, two(14)?, two(17)?);
        let (nanosecond, rest) = fraction(&bytes[19..])?;
        let time = civil::Time::new(hour, minute, second, nanosecond).ok()?;
        Some(Self { local: date.to_datetime(time), offset: Offset::parse(rest)? })
    }

    /// A moment by its local time in +08:00; none before 1900.
    pub(crate) fn in_china(local: civil::DateTime) -> Option<Self> {
        let offset = Offset::Minutes(8 * 60);
        Date::new(local.date()).map(|_| Self { local, offset })
    }

    /// The calendar day in +08:00, with which the standard compares dates.
    pub fn day(self) -> civil::Date {
        let minutes = i64::from(8 * 60 - self.offset.minutes());
        let shifted = self.local.checked_add(jiff::SignedDuration::from_mins(minutes));
        shifted.unwrap_or(self.local).date()
    }

    /// Nanoseconds from 1970-01-01T00:00:00Z, to order and subtract moments by.
    pub fn nanoseconds(self) -> i128 {
        let epoch = civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
        let local = self.local.duration_since(epoch).as_nanos();
        local - i128::from(self.offset.minutes()) * 60_000_000_000
    }
}

/// The fraction of a second in nanoseconds, and what follows it.
fn fraction(bytes: &[u8]) -> Option<(i32, &[u8])> {
    let Some(rest) = bytes.strip_prefix(b".") else { return Some((0, bytes)) };
    let len = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    if !(1..=9).contains(&len) {
        return None;
    }
    let value = rest[..len].iter().fold(0, |value, byte| value * 10 + i32::from(byte - b'0'));
    Some((value * 10_i32.pow(9 - u32::try_from(len).ok()?), &rest[len..]))
}

impl Offset {
    fn parse(bytes: &[u8]) -> Option<Self> {
        match bytes {
            b"Z" => Some(Self::Zulu),
            [sign @ (b'+' | b'-'), rest @ ..] if rest.len() == 5 && rest[2] == b':' => {
                let (hours, minutes) = (digits(&rest[..2])?, digits(&rest[3..])?);
                let total = hours * 60 + minutes;
                let real = hours < 24 && minutes < 60 && (*sign == b'+' || total > 0);
                real.then_some(Self::Minutes(if *sign == b'+' { total } else { -total }))
            }
            _ => None,
        }
    }

    fn minutes(self) -> i16 {
        match self {
            Self::Zulu => 0,
            Self::Minutes(minutes) => minutes,
        }
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zulu => out.write_str("Z"),
            Self::Minutes(minutes) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                write!(out, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // jiff leaves out an empty fraction and trailing zeros: the canonical form
        write!(out, "{}T{}{}", self.local.date(), self.local.time(), self.offset)
    }
}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// By moment; equal moments written with different offsets by their local time.
impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |moment: &Self| (moment.nanoseconds(), moment.local, moment.offset == Offset::Zulu);
        key(self).cmp(&key(other))
    }
}

impl Date {
    /// Why a text is no date.
    fn fault(text: &str) -> Words {
        let digits = |part: &str, len| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit());
        let mut parts = text.split('-');
        let parts = [parts.next(), parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
        let [year, month, day, rest] = parts;
        if text.trim().is_empty() {
            Words::new("内容为空", "it is empty")
        } else if digits(text, 5) {
            Words::new("像是电子表格内部的日期序号", "it looks like a spreadsheet's inner number of a day")
        } else if text.get(10..11).is_some_and(|mark| mark == "T" || mark == " ")
            && Self::parse(text.get(..10).unwrap_or_default()).is_some()
        {
            Words::new("日期之后还有时间", "a time follows the day")
        } else if digits(year, 4) && month.is_empty() || digits(year, 4) && digits(month, 2) && day.is_empty()
        {
            Words::new("只有年份或年月", "it is a year or a month alone")
        } else if !(digits(year, 4) && digits(month, 2) && digits(day, 2) && rest.is_empty()) {
            Words::new("写法不符", "it is written in another form")
        } else if *year < *"1900" {
            Words::new("早于1900年", "it is before 1900")
        } else {
            Words::new("没有这一天", "there is no such day")
        }
    }
}

impl DateTime {
    /// Why a text is no moment.
    fn fault(text: &str) -> Words {
        let day = text.get(..10).unwrap_or(text);
        if Date::parse(day).is_none() {
            Date::fault(day)
        } else if text.len() == 10 {
            Words::new("只有日期，没有时间", "it is a day without a time")
        } else if Self::parse(&format!("{text}Z")).is_some() {
            Words::new("没有时区", "it has no offset from UTC")
        } else if text.as_bytes().get(10) != Some(&b'T') {
            Words::new("日期与时间之间应为大写字母T", "a capital T stands between day and time")
        } else {
            Words::new("时间或时区有误", "its time or its offset is wrong")
        }
    }
}

/// What both types have in common: a text with a parser.
macro_rules! calendar {
    ($name:ident, $take:ident, $schema:path, $zh:literal, $en:literal) => {
        impl $name {
            const EXPECTED: Words = Words::new($zh, $en);
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, out)
            }
        }

        impl FromStr for $name {
            type Err = NotADate;
            fn from_str(text: &str) -> Result<Self, NotADate> {
                Self::parse(text).ok_or(NotADate { expected: Self::EXPECTED.en })
            }
        }

        impl Field for $name {
            type View<'a> = Self;

            const VALUE: ValueKind = ValueKind::$name;

            fn see(&self) -> Slot<Self> {
                Slot::Known(*self)
            }

            fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<Self> {
                let Node::Text(text) = node else { return reader.wrong_type(meta, expected::TEXT) };
                match Self::parse(text) {
                    Some(value) => Slot::Known(value),
                    None => reader.fault(
                        meta,
                        FaultKind::BadDate { fault: Self::fault(text), expected: Self::EXPECTED },
                    ),
                }
            }

            #[inline]
            fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<Self>> {
                source.$take().map(Slot::Known)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Parse;
                impl Visitor<'_> for Parse {
                    type Value = $name;
                    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                        out.write_str($en)
                    }
                    fn visit_str<E: Error>(self, text: &str) -> Result<$name, E> {
                        $name::parse(text).ok_or_else(|| E::custom(concat!("not ", $en)))
                    }
                }
                deserializer.deserialize_str(Parse)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
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
                $schema()
            }
        }
    };
}

calendar!(
    Date,
    date,
    crate::field::schema::date,
    "YYYY-MM-DD（不早于1900-01-01的真实日期）",
    "a real day YYYY-MM-DD, 1900-01-01 or later"
);
calendar!(
    DateTime,
    date_time,
    crate::field::schema::date_time,
    "带时区的日期时间，例如2026-06-30T09:00:00+08:00",
    "a moment with offset, like 2026-06-30T09:00:00+08:00"
);

/// A text that is no date or moment of the standard's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}")]
pub struct NotADate {
    expected: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_from_1900_on_are_dates() {
        for text in ["1900-01-01", "2000-02-29", "9999-12-31"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "1899-12-31",
            "1900-02-29",
            "2023-13-01",
            "2023-00-01",
            "2023-1-01",
            "2023-01-01 ",
            "２023-01-1",
            "",
        ] {
            assert!(Date::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn faults_say_what_is_wrong() {
        let cases = [
            ("", "内容为空"),
            (" ", "内容为空"),
            ("45444", "像是电子表格内部的日期序号"),
            ("2024", "只有年份或年月"),
            ("2024-06", "只有年份或年月"),
            ("2024-06-01T09:00:00Z", "日期之后还有时间"),
            ("2024/6/1", "写法不符"),
            ("2024-6-1", "写法不符"),
            ("20240601", "写法不符"),
            ("二〇二四年六月", "写法不符"),
            ("2024-06-01-02", "写法不符"),
            ("1899-12-31", "早于1900年"),
            ("2023-02-29", "没有这一天"),
            ("2023-13-01", "没有这一天"),
        ];
        for (text, fault) in cases {
            assert!(Date::parse(text).is_none());
            assert_eq!(Date::fault(text).zh, fault, "{text}");
        }
        let moments = [
            ("2024-02-30T09:00:00Z", "没有这一天"),
            ("2024-06-01", "只有日期，没有时间"),
            ("2024-06-01T09:00:00", "没有时区"),
            ("2024-06-01 09:00:00+08:00", "日期与时间之间应为大写字母T"),
            ("2024-06-01T24:00:00Z", "时间或时区有误"),
            ("2024年6月1日上午九点整", "写法不符"),
        ];
        for (text, fault) in moments {
            assert!(DateTime::parse(text).is_none());
            assert_eq!(DateTime::fault(text).zh, fault, "{text}");
        }
    }

    #[test]
    fn moments_keep_their_offset() {
        for text in
            ["2026-06-30T23:59:59.123456789+08:00", "2026-06-30T00:00:00Z", "2026-06-30T00:00:00-00:30"]
        {
            assert_eq!(DateTime::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(
            DateTime::parse("2026-06-30T00:00:00.500Z").unwrap().to_string(),
            "2026-06-30T00:00:00.5Z"
        );
        for text in [
            "2026-06-30T24:00:00Z",
            "2026-06-30T23:59:60Z",
            "2026-06-30t00:00:00Z",
            "2026-06-30T00:00:00z",
            "2026-06-30T00:00:00",
            "2026-06-30T00:00:00.Z",
            "2026-06-30T00:00:00.1234567890Z",
            "2026-06-30T00:00:00+24:00",
            "2026-06-30T00:00:00-00:00",
            "1899-12-31T00:00:00Z",
            "2026-06-30T00:00:00Z\n",
        ] {
            assert!(DateTime::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn moments_are_ordered_by_time() {
        let at = |text| DateTime::parse(text).unwrap();
        assert!(at("2026-06-30T00:00:00Z") > at("2026-06-30T07:59:59+08:00"));
        assert_eq!(at("2026-06-30T00:00:00Z").nanoseconds(), at("2026-06-30T08:00:00+08:00").nanoseconds());
    }
}
