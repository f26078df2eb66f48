//! Birth dates inside numbers, as eight digits.

use jiff::civil::Date;

use super::text::pairs;

/// Nobody alive was born before: the limit of IDN002.
const FIRST_YEAR: u32 = 1880;

/// The longest that each month may be, from January on.
const DAYS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A birth date as it is written, real or not.
#[derive(Clone, Copy)]
pub(super) struct Birth {
    year: u32,
    month: u32,
    day: u32,
}

impl Birth {
    /// `YYYYMMDD`, which the caller knows to be digits.
    #[inline]
    pub(super) fn of_8(digits: &[u8]) -> Self {
        let [century, year, month, day] = pairs(digits);
        Self { year: century * 100 + year, month, day }
    }

    /// `YYMMDD` of a first-generation number; the century is the twentieth.
    pub(super) fn of_6(digits: &[u8]) -> Self {
        let [year, month, day] = pairs(digits);
        Self { year: 1900 + year, month, day }
    }

    /// A real day from 1880-01-01 on, and not after `as_of`.
    #[inline]
    pub(super) fn is_possible(self, as_of: Option<Date>) -> bool {
        self.is_real() && as_of.is_none_or(|day| self.written() <= written(day))
    }

    fn is_real(self) -> bool {
        let Some(longest) = DAYS.get(self.month.wrapping_sub(1) as usize) else { return false };
        let in_month = self.day.wrapping_sub(1) < *longest;
        self.year >= FIRST_YEAR && in_month && (self.month != 2 || self.day < 29 || self.is_leap_year())
    }

    fn is_leap_year(self) -> bool {
        self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400))
    }

    fn written(self) -> i64 {
        i64::from(self.year * 10_000 + self.month * 100 + self.day)
    }

    /// The civil day; the default day where it is not real, which no checked number holds.
    #[inline]
    pub(super) fn day(self) -> Date {
        let narrow = || {
            let (month, day) = (i8::try_from(self.month).ok()?, i8::try_from(self.day).ok()?);
            Date::new(i16::try_from(self.year).ok()?, month, day).ok()
        };
        narrow().unwrap_or_default()
    }
}

fn written(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_days_only() {
        for (text, real) in [
            ("18791231", false),
            ("18800101", true),
            ("19000229", false),
            ("20000229", true),
            ("20230229", false),
            ("19990431", false),
            ("19990400", false),
            ("19991301", false),
            ("00000000", false),
        ] {
            assert_eq!(Birth::of_8(text.as_bytes()).is_possible(None), real, "{text}");
        }
    }

    #[test]
    fn the_reference_date_itself_is_allowed() {
        let born = Birth::of_8(b"20240229");
        assert!(born.is_possible(Some(jiff::civil::date(2024, 2, 29))));
        assert!(!born.is_possible(Some(jiff::civil::date(2024, 2, 28))));
        assert_eq!(born.day(), jiff::civil::date(2024, 2, 29));
    }

    #[test]
    fn agrees_with_jiff_on_every_day() {
        for year in 1880..2101_i16 {
            for (month, day) in (1..14_i8).flat_map(|month| (0..33_i8).map(move |day| (month, day))) {
                let text = format!("{year:04}{month:02}{day:02}");
                assert_eq!(
                    Birth::of_8(text.as_bytes()).is_possible(None),
                    Date::new(year, month, day).is_ok(),
                    "{text}"
                );
            }
        }
    }
}
