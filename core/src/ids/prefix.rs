//! The six-digit codes of all editions of GB/T 2260, as far as they are known.

use super::tables::gb2260;

/// The provinces (IDN003): the first two digits of GB/T 2260.
const PROVINCES: [u8; 34] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
    61, 62, 63, 64, 65, 71, 81, 82,
];

/// The nation as a whole, which bodies of the centre are registered in.
const NATION: u32 = 100_000;

/// For each two digits the place of its province, from 1 on.
static PLACES: [u8; 100] = {
    let mut places = [0; 100];
    let mut place = 0;
    while place < PROVINCES.len() {
        #[expect(clippy::cast_possible_truncation, reason = "34 provinces")]
        let number = place as u8 + 1;
        places[PROVINCES[place] as usize] = number;
        place += 1;
    }
    places
};

const WORDS: usize = PROVINCES.len() * 10_000 / 64 + 1;

/// One bit for each code below a province: the lookup that every identity number makes.
static KNOWN: [u64; WORDS] = {
    let mut known = [0; WORDS];
    let mut row = 0;
    while row < gb2260::CODES.len() {
        let code = gb2260::CODES[row];
        if let Some(bit) = bit(code) {
            known[bit / 64] |= 1 << (bit % 64);
        }
        row += 1;
    }
    known
};

/// The number of a code's bit; none below what is no province.
const fn bit(code: u32) -> Option<usize> {
    let province = (code / 10_000) as usize;
    if province >= PLACES.len() || PLACES[province] == 0 {
        return None;
    }
    Some((PLACES[province] as usize - 1) * 10_000 + (code % 10_000) as usize)
}

/// Whether two digits name a province (IDN003).
pub(super) fn is_province(code: u32) -> bool {
    PLACES.get(code as usize).is_some_and(|place| *place != 0)
}

/// Whether a six-digit code stands in an edition of GB/T 2260, in force or retired (IDN004, IDN012). Collective codes
/// count: the nation 100000, provinces, and the 01 below a prefecture that stands in an edition.
///
/// ```
/// use shequ::ids::division::is_known;
/// assert!(is_known(110105) && is_known(110103));
/// assert!(is_known(100000) && is_known(440401));
/// assert!(!is_known(110199) && !is_known(529101) && !is_known(990426));
/// ```
pub fn is_known(code: u32) -> bool {
    match bit(code) {
        Some(bit) => stands(bit) || is_collective(code),
        None => code == NATION,
    }
}

/// Whether a code stands in the table, by its bit.
fn stands(bit: usize) -> bool {
    KNOWN[bit / 64] >> (bit % 64) & 1 != 0
}

/// Whether a code is a province, or the 01 of a prefecture or province that stands in the table.
fn is_collective(code: u32) -> bool {
    let prefecture = code - code % 100;
    let is_province = prefecture.is_multiple_of(10_000);
    code % 100 < 2 && (is_province || bit(prefecture).is_some_and(stands))
}

/// A name that a six-digit code had, and its years. Years are those that the source packages give (their README); they
/// inform, and nothing is judged by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefix {
    /// The six digits.
    pub code: u32,
    /// The Chinese name.
    pub name: &'static str,
    /// The first year at whose end the code had the name, 1980 or later; 1980 may be earlier.
    pub from: u16,
    /// The last such year; none while it is in force.
    pub to: Option<u16>,
}

/// What is known of a six-digit code: its newest name, with the years of the code under all its names. None where no
/// list holds it; a collective code may be [known](is_known) without a name.
///
/// ```
/// use shequ::ids::division::known_prefix;
/// let east = known_prefix(120110).unwrap();
/// assert_eq!((east.name, east.from, east.to), ("东丽区", 1980, None));
/// assert_eq!(known_prefix(110103).unwrap().to, Some(2009));
/// assert_eq!(known_prefix(110199), None);
/// ```
pub fn known_prefix(code: u32) -> Option<Prefix> {
    let mut periods = periods(code);
    let first = periods.next()?;
    let last = periods.last().unwrap_or(first);
    Some(Prefix { from: first.from, ..last })
}

/// All names that a six-digit code had, in the order of their years.
///
/// ```
/// use shequ::ids::division::periods;
/// let names: Vec<&str> = periods(120110).map(|period| period.name).collect();
/// assert_eq!(names, ["东郊区", "东丽区"]);
/// ```
pub fn periods(code: u32) -> impl Iterator<Item = Prefix> {
    let start = gb2260::CODES.partition_point(|known| *known < code);
    (start..gb2260::CODES.len()).take_while(move |row| gb2260::CODES[*row] == code).map(period)
}

/// The six-digit codes of counties in all editions, in order, each once: no provinces, no prefectures, nor what stands
/// for several counties together.
///
/// ```
/// use shequ::ids::division::counties;
/// assert!(counties().any(|code| code == 370_102) && !counties().any(|code| code == 370_100));
/// ```
pub fn counties() -> impl Iterator<Item = u32> {
    let rows = gb2260::CODES.iter().enumerate();
    rows.filter(|(row, code)| *code % 100 > 1 && gb2260::CODES.get(row + 1) != Some(*code))
        .map(|(_, code)| *code)
}

/// A row of the table: years since 1980 in six bits each, then the place of the name and its length.
fn period(row: usize) -> Prefix {
    let (years, name) = (gb2260::YEARS[row], gb2260::NAMES[row]);
    let (start, length) = ((name / 64) as usize, (name % 64) as usize);
    Prefix {
        code: gb2260::CODES[row],
        name: gb2260::TEXT.get(start..start + length).unwrap_or_default(),
        from: 1980 + years / 64,
        to: (years % 64 != 63).then_some(1980 + years % 64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_reads() {
        assert!(gb2260::CODES.is_sorted());
        for row in 0..gb2260::CODES.len() {
            let period = period(row);
            assert!(!period.name.is_empty(), "{}", period.code);
            assert!(period.to.is_none_or(|to| (period.from..2080).contains(&to)), "{}", period.code);
        }
    }

    #[test]
    fn codes_that_were_asked_for_are_known() {
        for code in [
            100_000, 110_000, 110_001, 110_100, 440_401, 140_120, 441_282, 362_324, 120_110, 412_723,
            110_201, 820_000,
        ] {
            assert!(is_known(code), "{code}");
        }
        for code in [0, 830_000, 100_001, 111_111, 110_199, 529_100, 529_101, 660_000, 999_999, u32::MAX] {
            assert!(!is_known(code), "{code}");
        }
    }

    #[test]
    fn every_code_of_the_table_below_a_province_is_known() {
        for code in gb2260::CODES {
            assert_eq!(is_known(code), is_province(code / 10_000), "{code}");
        }
    }
}
