//! What volunteers are and offer, by age.

use super::super::super::random::Random;

/// A Party member in ten adults or somewhat more, of the young most in the Youth League.
pub(super) fn political_status(age: i32, random: &mut Random) -> &'static str {
    match age {
        ..14 => "13",
        14..18 => random.weighted(&[("03", 45), ("13", 55)]),
        // one is a probationary member for a year at least, from 18 on
        18 => random.weighted(&[("03", 60), ("13", 40)]),
        19 => random.weighted(&[("03", 58), ("02", 2), ("13", 40)]),
        20..=28 => random.weighted(&[("03", 52), ("01", 7), ("02", 3), ("13", 38)]),
        _ => random.weighted(&[
            ("13", 836),
            ("01", 150),
            ("02", 2),
            ("04", 1),
            ("05", 3),
            ("06", 2),
            ("07", 2),
            ("08", 2),
            ("10", 1),
            ("12", 1),
        ]),
    }
}

pub(super) fn education(age: i32, random: &mut Random) -> &'static str {
    match age {
        ..13 => "80",
        13..16 => random.weighted(&[("70", 70), ("81", 30)]),
        16..19 => random.weighted(&[("60", 60), ("71", 25), ("40", 15)]),
        19..23 => random.weighted(&[("20", 52), ("30", 32), ("61", 16)]),
        23..40 => random.weighted(&[("21", 34), ("31", 26), ("14", 4), ("11", 1), ("61", 17), ("71", 18)]),
        40..60 => random.weighted(&[("21", 13), ("31", 17), ("14", 1), ("61", 24), ("41", 5), ("71", 40)]),
        _ => random.weighted(&[("21", 4), ("31", 7), ("61", 20), ("71", 40), ("81", 29)]),
    }
}

pub(super) fn employment(age: i32, rural: bool, random: &mut Random) -> &'static str {
    let farmers = if rural { 400 } else { 20 };
    match age {
        ..16 => "31",
        16..19 => random.weighted(&[("31", 92), ("24", 5), ("51", 3)]),
        19..23 => random.weighted(&[("31", 66), ("17", 12), ("24", 12), ("51", 10)]),
        23..60 => random.weighted(&[
            ("17", 260),
            ("24", 190),
            ("13", 150),
            ("27", farmers),
            ("54", 90),
            ("51", 80),
            ("21", 40),
            ("11", 40),
            ("70", 80),
            ("90", 40),
        ]),
        _ => random.weighted(&[("80", 700), ("27", farmers), ("70", 60), ("90", 40)]),
    }
}

/// One to four categories of service; community service, care and environment are the commonest.
pub(super) fn categories(random: &mut Random) -> Vec<&'static str> {
    #[rustfmt::skip]
    const CATEGORIES: [(&str, u32); 17] = [
        ("0001", 300), ("0017", 140), ("0006", 110), ("0010", 70), ("0003", 60), ("0004", 50), ("0009", 50), ("0008", 50),
        ("0011", 45), ("0015", 30), ("0007", 20), ("0018", 20), ("0005", 15), ("0013", 15), ("0012", 10), ("0002", 10), ("0014", 5),
    ];
    let number = random.weighted(&[(1, 45), (2, 30), (3, 17), (4, 8)]);
    different(number, || random.weighted(&CATEGORIES))
}

pub(super) fn skills(random: &mut Random) -> Vec<&'static str> {
    #[rustfmt::skip]
    const SKILLS: [(&str, u32); 24] = [
        ("08", 90), ("21", 80), ("13", 70), ("03", 70), ("20", 60), ("05", 50), ("15", 50), ("17", 50), ("23", 50), ("01", 45), ("19", 45), ("02", 40),
        ("10", 40), ("09", 35), ("11", 35), ("06", 30), ("07", 30), ("18", 30), ("12", 25), ("14", 25), ("22", 25), ("04", 20), ("16", 20), ("99", 60),
    ];
    let number = random.weighted(&[(1, 60), (2, 28), (3, 12)]);
    different(number, || random.weighted(&SKILLS))
}

/// Mostly weekends and public holidays.
pub(super) fn availability(random: &mut Random) -> Vec<&'static str> {
    #[rustfmt::skip]
    const TIMES: [(&str, u32); 24] = [
        ("01", 10), ("02", 10), ("03", 6), ("04", 10), ("05", 10), ("06", 6), ("07", 10), ("08", 10), ("09", 6), ("10", 10), ("11", 10), ("12", 6),
        ("13", 10), ("14", 10), ("15", 12), ("16", 80), ("17", 70), ("18", 30), ("19", 80), ("20", 70), ("21", 25), ("22", 40), ("23", 40), ("24", 15),
    ];
    let number = random.weighted(&[(1, 20), (2, 35), (3, 20), (4, 15), (6, 10)]);
    different(number, || random.weighted(&TIMES))
}

/// Some draws, each value once.
fn different(number: usize, mut draw: impl FnMut() -> &'static str) -> Vec<&'static str> {
    let mut drawn = Vec::with_capacity(number);
    for _ in 0..number {
        let value = draw();
        if !drawn.contains(&value) {
            drawn.push(value);
        }
    }
    drawn
}
