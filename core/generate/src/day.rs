//! Days as numbers, which add and compare at once.

use jiff::civil;

/// Days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) i32);

impl Day {
    pub(super) fn of(date: civil::Date) -> Self {
        Self::new(i32::from(date.year()), i32::from(date.month()), i32::from(date.day()))
    }

    /// A day of the calendar; one beyond the end of its month is a day of the next.
    pub(super) const fn new(year: i32, month: i32, day: i32) -> Self {
        // years begin in March, so that the leap day is the last of its year
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month and day.
    pub(super) const fn parts(self) -> (i32, i32, i32) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        (year + era * 400 + if month <= 2 { 1 } else { 0 }, month, day)
    }

    pub(super) const fn year(self) -> i32 {
        self.parts().0
    }

    pub(super) const fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// The same day so many years on; 29 February falls on 1 March in common years.
    pub(super) const fn years_on(self, years: i32) -> Self {
        let (year, month, day) = self.parts();
        Self::new(year + years, month, day)
    }

    /// Completed years from a birth to this day; the birthday itself counts.
    pub(super) const fn age_of(self, birth: Self) -> i32 {
        let ((year, month, day), (born, of_month, of_day)) = (self.parts(), birth.parts());
        year - born - if month < of_month || (month == of_month && day < of_day) { 1 } else { 0 }
    }

    /// The eight digits of the day.
    pub(super) fn digits(self) -> [u8; 8] {
        let (year, month, day) = self.parts();
        let mut digits = [b'0'; 8];
        let mut number = year * 10_000 + month * 100 + day;
        for place in digits.iter_mut().rev() {
            *place += u8::try_from(number % 10).unwrap_or_default();
            number /= 10;
        }
        digits
    }

    /// The day as records have it: `2026-06-30`.
    pub(super) fn written(self) -> [u8; 10] {
        let digits = self.digits();
        let mut text = *b"0000-00-00";
        text[..4].copy_from_slice(&digits[..4]);
        text[5..7].copy_from_slice(&digits[4..6]);
        text[8..].copy_from_slice(&digits[6..]);
        text
    }

    /// The day as text.
    pub(super) fn text(self) -> String {
        String::from_utf8_lossy(&self.written()).into_owned()
    }

    /// The day of a text as records have it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        text.get(..10)?.parse().ok().map(Self::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let mut date = civil::date(1899, 12, 31);
        for number in Day::of(date).0..Day::new(2201, 1, 1).0 {
            assert_eq!(Day::of(date), Day(number), "{date}");
            let (year, month, day) = Day(number).parts();
            assert_eq!(
                (i32::from(date.year()), i32::from(date.month()), i32::from(date.day())),
                (year, month, day)
            );
            assert_eq!(Day(number).text(), date.to_string());
            date = date.tomorrow().unwrap();
        }
    }

    #[test]
    fn a_leap_day_comes_again_on_the_first_of_march() {
        let leap = Day::new(2024, 2, 29);
        assert_eq!(leap.years_on(1), Day::new(2025, 3, 1));
        assert_eq!(Day::new(2042, 2, 28).age_of(leap), 17);
        assert_eq!(Day::new(2042, 3, 1).age_of(leap), 18);
    }
}
