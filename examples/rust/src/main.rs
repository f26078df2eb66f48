//! Splits a file of volunteers: the good ones are counted by age, of the bad ones it says what to mend.
//!
//!     cargo run -p shequ-example -- examples/province/volunteers.ndjson
#![allow(clippy::print_stdout)] // a program for people

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;

use jiff::civil::{Date, date};
use shequ::model::Volunteer;
use shequ::{Checker, Lang, Options, Refusal};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../province/volunteers.ndjson");

/// The lower bounds of the bands in which the national volunteer system counts ages.
const BANDS: [i16; 9] = [0, 8, 14, 18, 28, 35, 40, 45, 60];

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| SAMPLE.to_owned());
    let as_of = date(2026, 6, 30);
    let checker = Checker::new(Options::new().as_of(as_of));

    let (mut good, mut bad) = (BTreeMap::new(), 0);
    for record in checker.records::<Volunteer>(File::open(path)?) {
        match record {
            Ok(volunteer) => *good.entry(band(&volunteer, as_of)).or_insert(0) += 1,
            Err(Refusal::Findings(findings)) => {
                bad += 1;
                for finding in findings {
                    let place = (finding.place.line, finding.rule.id, &finding.pointer);
                    println!("第{}行 {} {}：{}", place.0, place.1, place.2, finding.message(Lang::Zh));
                }
            }
            Err(Refusal::Obstacle(obstacle)) => return Err(obstacle.words().zh.into()),
            Err(_) => {}
        }
    }

    println!("\n有错误的记录 {bad} 条；其余按年龄：");
    for (from, count) in good {
        println!("{from:>3} 岁起 {count:>5} 人");
    }
    Ok(())
}

/// The band of a volunteer's age on a day.
fn band(volunteer: &Volunteer, day: Date) -> i16 {
    let birth = volunteer.birth_date.civil();
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    let age = day.year() - birth.year() - i16::from(!had_birthday);
    BANDS.into_iter().rev().find(|from| *from <= age).unwrap_or(0)
}
