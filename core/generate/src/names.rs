//! Names of persons by time of birth, sex and ethnic group.

use super::day::Day;
use super::random::Random;
use super::tables::names::{CHARACTERS, FOREIGN, GIVEN, MONGOLIAN, RARE, SURNAMES, TIBETAN, TURKIC};

/// Of a thousand names those with a character that old systems cannot hold.
const RARE_SHARE: u32 = 4;

/// How names are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Custom {
    /// Surname and given name.
    Chinese,
    /// Own name and father's name with U+00B7 between.
    Turkic,
    Tibetan,
    Mongolian,
    Korean,
    Hui,
    /// Given name and surname with U+00B7 between.
    Foreign,
}

impl Custom {
    /// The custom of an ethnic group of GB/T 3304; most have Chinese names.
    pub(super) fn of(ethnicity: &str) -> Self {
        match ethnicity {
            "02" => Self::Mongolian,
            "03" => Self::Hui,
            "04" => Self::Tibetan,
            "05" | "17" => Self::Turkic,
            "10" => Self::Korean,
            _ => Self::Chinese,
        }
    }
}

/// A full name.
pub(super) fn name(custom: Custom, female: bool, birth: Day, random: &mut Random) -> String {
    let sex = usize::from(female);
    match custom {
        Custom::Chinese => with_given(random.weighted(&SURNAMES), female, birth, random),
        Custom::Hui if random.percent(35) => with_given("马", female, birth, random),
        Custom::Hui => with_given(random.weighted(&SURNAMES), female, birth, random),
        Custom::Korean => with_given(random.of(&["金", "李", "朴", "崔", "郑"]), female, birth, random),
        Custom::Turkic => format!("{}·{}", random.of(&TURKIC[sex]), random.of(&TURKIC[0])),
        Custom::Tibetan => format!("{}{}", random.of(&TIBETAN[0]), random.of(&TIBETAN[sex])),
        Custom::Mongolian => random.of(&MONGOLIAN[sex]).to_owned(),
        Custom::Foreign => format!("{}·{}", random.of(&FOREIGN[sex]), random.of(&FOREIGN[2])),
    }
}

/// The name of a relative: the same surname where it is a parent of the father's side.
pub(super) fn relative(of: &str, female: bool, birth: Day, random: &mut Random) -> String {
    if !female && !of.contains('·') {
        let two =
            SURNAMES.iter().find(|(surname, _)| surname.chars().count() == 2 && of.starts_with(surname));
        let surname = two.map_or_else(|| of.chars().take(1).collect(), |row| row.0.to_owned());
        return with_given(&surname, female, birth, random);
    }
    name(Custom::Chinese, female, birth, random)
}

/// Surname and given name; nobody is called 林林.
fn with_given(surname: &str, female: bool, birth: Day, random: &mut Random) -> String {
    loop {
        let given = given(female, birth, random);
        if !given.starts_with(surname) {
            return format!("{surname}{given}");
        }
    }
}

fn given(female: bool, birth: Day, random: &mut Random) -> String {
    let time = match birth.year() {
        ..1960 => 0,
        1960..1980 => 1,
        1980..2000 => 2,
        _ => 3,
    };
    let (names, characters) = (&GIVEN[time][usize::from(female)], &CHARACTERS[time][usize::from(female)]);
    if random.per_mille(RARE_SHARE) {
        return format!("{}{}", random.of(characters), random.of(&RARE));
    }
    match random.below(10) {
        // the first of a list are the commonest
        0..4 => names[random.index(30).min(random.index(30))].to_owned(),
        4..6 => random.of(characters).to_owned(),
        _ => two(characters, random),
    }
}

fn two(characters: &[&str], random: &mut Random) -> String {
    let (first, second) = (random.index(characters.len()), random.index(characters.len() - 1));
    let second = if second == first { characters.len() - 1 } else { second };
    format!("{}{}", characters[first], characters[second])
}
