//! The days of lunar festivals and of 清明, 1998 to 2101.

use crate::day::Day;

/// The first year of the table.
const FIRST: i32 = 1998;

/// 春节, 清明, 端午 and 中秋 of each year as month and day. Two calendars that are computed apart agree on every row to 2099.
#[rustfmt::skip]
const DAYS: [[u16; 4]; 104] = [
    [128, 405, 530, 1005], [216, 405, 618, 924], [205, 404, 606, 912], [124, 405, 625, 1001], [212, 405, 615, 921], [201, 405, 604, 911],
    [122, 404, 622, 928], [209, 405, 611, 918], [129, 405, 531, 1006], [218, 405, 619, 925], [207, 404, 608, 914], [126, 404, 528, 1003],
    [214, 405, 616, 922], [203, 405, 606, 912], [123, 404, 623, 930], [210, 404, 612, 919], [131, 405, 602, 908], [219, 405, 620, 927],
    [208, 404, 609, 915], [128, 404, 530, 1004], [216, 405, 618, 924], [205, 405, 607, 913], [125, 404, 625, 1001], [212, 404, 614, 921],
    [201, 405, 603, 910], [122, 405, 622, 929], [210, 404, 610, 917], [129, 404, 531, 1006], [217, 405, 619, 925], [206, 405, 609, 915],
    [126, 404, 528, 1003], [213, 404, 616, 922], [203, 405, 605, 912], [123, 405, 624, 1001], [211, 404, 612, 919], [131, 404, 601, 908],
    [219, 405, 620, 927], [208, 405, 610, 916], [128, 404, 530, 1004], [215, 404, 618, 924], [204, 405, 607, 913], [124, 405, 527, 1002],
    [212, 404, 614, 920], [201, 404, 603, 910], [122, 404, 622, 928], [210, 405, 611, 917], [130, 404, 531, 1005], [217, 404, 619, 925],
    [206, 404, 608, 915], [126, 405, 529, 1004], [214, 404, 615, 922], [202, 404, 604, 911], [123, 404, 623, 930], [211, 405, 613, 919],
    [201, 404, 601, 907], [219, 404, 620, 926], [208, 404, 610, 916], [128, 405, 530, 1005], [215, 404, 617, 924], [204, 404, 606, 913],
    [124, 404, 625, 1002], [212, 405, 614, 921], [202, 404, 603, 909], [121, 404, 622, 928], [209, 404, 611, 917], [129, 405, 601, 1006],
    [217, 404, 619, 925], [205, 404, 608, 915], [126, 404, 528, 1003], [214, 405, 616, 923], [203, 404, 604, 911], [123, 404, 623, 929],
    [211, 404, 613, 919], [131, 405, 602, 908], [219, 404, 620, 926], [207, 404, 610, 916], [127, 404, 530, 1005], [215, 404, 617, 924],
    [205, 404, 606, 912], [124, 404, 624, 1001], [212, 404, 614, 920], [202, 404, 604, 910], [122, 404, 622, 928], [209, 404, 611, 917],
    [129, 404, 601, 1006], [217, 404, 619, 926], [206, 404, 607, 914], [126, 404, 527, 1003], [214, 404, 615, 922], [203, 404, 605, 911],
    [124, 404, 623, 929], [210, 404, 613, 918], [130, 404, 602, 908], [218, 404, 621, 927], [207, 404, 609, 916], [127, 404, 529, 1005],
    [215, 404, 617, 924], [205, 404, 606, 913], [125, 404, 624, 930], [212, 404, 614, 920], [201, 404, 604, 909], [121, 404, 623, 929],
    [209, 405, 612, 918], [129, 405, 601, 1007],
];

/// A festival whose day moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Festival {
    /// 春节
    Spring,
    /// 清明
    Qingming,
    /// 端午
    DragonBoat,
    /// 中秋
    MidAutumn,
}

/// The day of a festival in a year; none outside the table.
pub(crate) fn day(festival: Festival, year: i32) -> Option<Day> {
    let row = DAYS.get(usize::try_from(year - FIRST).ok()?)?;
    let number = i32::from(row[festival as usize]);
    Some(Day::new(year, number / 100, number % 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn festivals_fall_on_the_days_of_the_calendar() {
        let known = [
            (Festival::Spring, "1998-01-28"),
            (Festival::Spring, "2008-02-07"),
            (Festival::Spring, "2023-01-22"),
            (Festival::Spring, "2024-02-10"),
            (Festival::Spring, "2025-01-29"),
            (Festival::Spring, "2026-02-17"),
            (Festival::Spring, "2033-01-31"),
            (Festival::Qingming, "2008-04-04"),
            (Festival::Qingming, "2023-04-05"),
            (Festival::Qingming, "2024-04-04"),
            (Festival::DragonBoat, "2008-06-08"),
            (Festival::DragonBoat, "2023-06-22"),
            (Festival::DragonBoat, "2024-06-10"),
            (Festival::DragonBoat, "2025-05-31"),
            (Festival::MidAutumn, "2020-10-01"),
            (Festival::MidAutumn, "2023-09-29"),
            (Festival::MidAutumn, "2024-09-17"),
            (Festival::MidAutumn, "2025-10-06"),
            (Festival::MidAutumn, "2026-09-25"),
        ];
        for (festival, text) in known {
            let expected = Day::parse(text).unwrap();
            assert_eq!(day(festival, expected.year()), Some(expected), "{festival:?}");
        }
        assert_eq!((day(Festival::Spring, 1997), day(Festival::Spring, 2102)), (None, None));
    }

    /// Months of the moon have 29 or 30 days; a leap month may stand between two festivals.
    #[test]
    fn festivals_are_whole_months_of_the_moon_apart() {
        for year in FIRST..=2101 {
            let [spring, _, dragon, autumn] =
                [Festival::Spring, Festival::Qingming, Festival::DragonBoat, Festival::MidAutumn]
                    .map(|festival| day(festival, year).unwrap());
            // the 5th of the 5th month is four days after four months, or five; the 15th of the 8th ten days after three, or four
            assert!([121, 122, 123, 151, 152, 153].contains(&(dragon.0 - spring.0)), "{year}");
            assert!([97, 98, 99, 127, 128, 129].contains(&(autumn.0 - dragon.0)), "{year}");
            assert!((120..=221).contains(&spring.parts_number()), "{year}");
        }
    }

    impl Day {
        /// Month and day as in the table.
        fn parts_number(self) -> i32 {
            let (_, month, day) = self.parts();
            month * 100 + day
        }
    }
}
