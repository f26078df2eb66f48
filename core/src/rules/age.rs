//! Ages in completed years.

use jiff::civil;

/// Age in completed years; the birthday itself counts, one of 29 February falls on 1 March in common years.
pub(super) fn age_on(birth: civil::Date, day: civil::Date) -> i16 {
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    day.year() - birth.year() - i16::from(!had_birthday)
}

/// Whether more than a number of years have gone by since a birth.
pub(super) fn is_older_than(years: i16, birth: civil::Date, day: civil::Date) -> bool {
    let anniversary = (birth.year() + years, birth.month(), birth.day());
    (day.year(), day.month(), day.day()) > anniversary
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_leap_day_is_celebrated_on_the_first_of_march() {
        let birth = date(2008, 2, 29);
        assert_eq!(age_on(birth, date(2026, 2, 28)), 17);
        assert_eq!(age_on(birth, date(2026, 3, 1)), 18);
        assert_eq!(age_on(birth, date(2028, 2, 29)), 20);
        assert_eq!(age_on(birth, date(2008, 2, 28)), -1);
    }
}
