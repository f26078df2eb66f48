//! Persons who do not exist: identity, age, sex, ethnic group, contacts.

use super::day::Day;
use super::names::{self, Custom};
use super::random::{Random, mixed};
use super::tables::provinces::ProvinceFacts;
use shequ::ids::check;
use shequ::ids::division::counties;

/// The most persons of one dataset. Beyond that there are too few numbers that belong to nobody.
pub(super) const MAX_PERSONS: u64 = 10_000_000;

/// Beginnings of numbers that are no resident identity numbers: residence permits of people from Hong Kong,
/// Macao and Taiwan, and permanent resident cards of foreigners (9, province, country).
const OTHER_PREFIXES: [u32; 10] =
    [810_000, 820_000, 830_000, 911_840, 931_392, 944_410, 937_643, 911_826, 933_356, 931_586];

/// Gives every person a number that no other has, though a day of birth has but two that belong to nobody:
/// the person's place in the dataset decides the six digits of the division, and where these come round
/// again, which days of birth they go with.
#[derive(Clone, Debug)]
pub(super) struct Identities {
    prefixes: Vec<u32>,
    offset: u64,
    stride: u64,
    /// One of so many days goes with each round of divisions.
    grid: u64,
}

impl Identities {
    pub(super) fn new(persons: u64, seed: u64) -> Self {
        // of mainland provinces, retired or not
        let mut prefixes: Vec<u32> = counties().filter(|code| *code < 700_000).collect();
        prefixes.extend(OTHER_PREFIXES);
        let len = prefixes.len() as u64;
        let first = mixed(seed) % len;
        let stride = (first..first + len).map(|from| from % len).find(|stride| is_coprime(*stride, len));
        Self {
            grid: persons.div_ceil(len).max(1),
            stride: stride.unwrap_or(1),
            offset: mixed(!seed),
            prefixes,
        }
    }

    /// The six digits for a place in the dataset, and the day of birth near the one wanted that goes with them;
    /// it is the latest day at most.
    pub(super) fn number(&self, slot: u64, wanted: Day, latest: Day) -> (u32, Day) {
        let len = self.prefixes.len() as u64;
        let at = (self.offset % len + slot % len * self.stride) % len;
        let prefix = self.prefixes[usize::try_from(at).unwrap_or_default()];
        let narrow = |number: u64| i32::try_from(number).unwrap_or(1);
        let (grid, round) = (narrow(self.grid), narrow(slot / len));
        let mut day = wanted.plus(grid / 2);
        day = day.plus(-(day.0 - round).rem_euclid(grid));
        while day > latest {
            day = day.plus(-grid);
        }
        while day < EARLIEST {
            day = day.plus(grid);
        }
        (prefix, day)
    }
}

/// The first day that records may have.
const EARLIEST: Day = Day::new(1900, 1, 1);

fn is_coprime(mut a: u64, mut b: u64) -> bool {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a == 1
}

/// What document a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Document {
    Resident,
    ResidencePermit,
    /// With the country of the person.
    ForeignResident(u32),
}

impl Document {
    const fn of(prefix: u32) -> Self {
        match prefix / 100_000 {
            8 => Self::ResidencePermit,
            9 => Self::ForeignResident(prefix % 1000),
            _ => Self::Resident,
        }
    }

    /// The code of the standard.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Resident => "resident_id",
            Self::ResidencePermit => "hk_macao_taiwan_residence_permit",
            Self::ForeignResident(_) => "foreign_permanent_resident_id",
        }
    }
}

/// A person who does not exist.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) female: bool,
    pub(super) birth: Day,
    pub(super) document: Document,
    pub(super) number: [u8; 18],
    /// The code of GB/T 3304; none for foreigners.
    pub(super) ethnicity: Option<&'static str>,
}

impl Person {
    /// A person of six digits, a day of birth and a sex.
    pub(super) fn new(
        facts: &ProvinceFacts,
        (prefix, birth): (u32, Day),
        female: bool,
        random: &mut Random,
    ) -> Self {
        let document = Document::of(prefix);
        let is_foreign = matches!(document, Document::ForeignResident(_));
        let ethnicity = (!is_foreign).then(|| ethnicity(facts, random));
        let custom = ethnicity.map_or(Custom::Foreign, Custom::of);
        let name = names::name(custom, female, birth, random);
        Self { name, female, birth, document, number: number(prefix, birth, female), ethnicity }
    }

    /// The code of GB/T 2261.1.
    pub(super) const fn sex(&self) -> &'static str {
        if self.female { "2" } else { "1" }
    }
}

/// The number of six digits, a birth and a sex. The sequences 000 and 999 are given to nobody.
pub(super) fn number(prefix: u32, birth: Day, female: bool) -> [u8; 18] {
    let mut number = [b'0'; 18];
    let mut rest = prefix;
    for place in number[..6].iter_mut().rev() {
        *place += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
    number[6..14].copy_from_slice(&birth.digits());
    number[14..17].copy_from_slice(if female { b"000" } else { b"999" });
    number[17] = check::resident(&number).unwrap_or(b'0');
    number
}

/// Minorities by their people in ten thousands (census 2020), the larger ones.
#[rustfmt::skip]
const MINORITIES: [(&str, u32); 18] = [
    ("08", 1957), ("05", 1177), ("06", 1107), ("03", 1138), ("11", 1042), ("07", 983), ("15", 959), ("04", 706), ("02", 629),
    ("09", 358), ("12", 350), ("13", 331), ("14", 209), ("10", 170), ("19", 160), ("17", 156), ("18", 126), ("22", 75),
];

/// In most places 2 % of people belong to other groups than the Han and the commonest minority.
fn ethnicity(facts: &ProvinceFacts, random: &mut Random) -> &'static str {
    let (minority, share) = facts.minority;
    match random.below(1000) {
        draw if draw < share => minority,
        draw if draw < share + 20 => random.weighted(&MINORITIES),
        _ => "01",
    }
}

/// A mobile number of the segment 154, which is given to no operator.
pub(super) fn mobile(random: &mut Random) -> [u8; 11] {
    let mut number = *b"15400000000";
    let mut rest = random.below(100_000_000);
    for place in number[3..].iter_mut().rev() {
        *place += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
    number
}

/// A number of a fixed line that begins with 0, as none does behind a dialling code.
pub(super) fn landline(area_code: &str, random: &mut Random) -> String {
    format!("{area_code}-0{:06}{}", random.below(1_000_000), random.below(10))
}

/// People by age: the first age of a band, its years, its people in ten thousands (census 2020), and how many of
/// a hundred volunteer in comparison; pupils and students, and those who have just retired, do so most.
const AGES: [(i32, i32, u32, u32); 17] = [
    (8, 2, 3610, 15),
    (10, 5, 8526, 50),
    (15, 5, 7268, 180),
    (20, 5, 7494, 220),
    (25, 5, 9185, 140),
    (30, 5, 12_415, 110),
    (35, 5, 9901, 110),
    (40, 5, 9296, 110),
    (45, 5, 11_422, 100),
    (50, 5, 12_116, 90),
    (55, 5, 10_140, 100),
    (60, 5, 7338, 125),
    (65, 5, 7401, 100),
    (70, 5, 4959, 50),
    (75, 5, 3124, 20),
    (80, 5, 2038, 6),
    (85, 5, 1083, 2),
];

/// A day of birth of a volunteer, so that the age on a day is spread as above.
pub(super) fn birth_of_volunteer(day: Day, random: &mut Random) -> Day {
    let bands: [((i32, i32), u32); AGES.len()] =
        AGES.map(|(from, years, people, share)| ((from, years), people * share / 100));
    let (from, years) = random.weighted(&bands);
    birth_at(day, random.between(from, from + years - 1), random)
}

/// A day of birth of somebody of so many completed years on a day.
pub(super) fn birth_at(day: Day, age: i32, random: &mut Random) -> Day {
    day.years_on(-age).plus(-random.between(0, 364))
}
