//! A synthetic province: communities, organisations, workers, elections, agreements, volunteers, activities, service
//! records, recognitions, services, cases, statistics, records of all types, consistent with one another.
//!
//! Real volunteers cannot be test data. A [`Province`] can: every person is made up, and its identity number belongs
//! to nobody (sequence 000 for women and 999 for men, which are not given out), phones cannot be dialled (mobile
//! numbers of segment 154, fixed lines that begin with 0), mail goes to `example.com`, house numbers lie beyond 9000.
//! Counties are true ones of one province. What lies below them is made up, with townships that exist nowhere, so that no true
//! place has a credit code or a person that is made up. Where [`Place`]s are given, their organisations get no credit code and no registration.
//!
//! ```
//! use shequ_generate::Province;
//! use shequ::{Checker, Kind, Options};
//!
//! let day = jiff::civil::date(2026, 6, 30);
//! let dataset = Province::new(7, day).communities(1).volunteers_per_community(20).dataset()?;
//! let report = Checker::new(Options::new().as_of(day)).check(Kind::Volunteer, dataset.text(Kind::Volunteer));
//! assert!(report.findings().is_empty());
//! assert_eq!(report.records()[&Kind::Volunteer].read, 20);
//! # Ok::<(), shequ_generate::Error>(())
//! ```
//!
//! # Defects
//!
//! [`Province::defects`] breaks a share of the records, each by one entry of a registry that has an entry for every
//! rule on one record. Each defect declares the findings that it makes, so the [`Dataset::ledger`], or the file
//! `ledger.json`, is the whole list that a checker must report, without a checker having been run.
//!
//! # Distributions
//!
//! | what | how | from |
//! |---|---|---|
//! | province | by its people | census 2020 |
//! | urban, rural, converted | by subdistrict or town and the province's urban share; about a fifth of townships are subdistricts; villages and urban communities from ten communities on | census 2020, national list of 2023 |
//! | households | within what the law of the day says of residents' committees (100 to 700, from 2026 on 1,000 to 3,000); villages 180 to 900 | laws |
//! | residents | households times the province's size of households, -2 to +14 % | census 2020 |
//! | ages of volunteers | people by five years of age, times how readily they volunteer: pupils and students most, then those just retired | census 2020; the second is a guess |
//! | women | 54 % of volunteers, 68 % of hired staff, 36 % of directors | guesses |
//! | surnames | the hundred commonest by frequency, some rare | reports of the Ministry of Public Security, rounded |
//! | given names | by sex and four times of birth; one in 250 with a character of GB 18030-2022 that old systems lack | a guess |
//! | ethnic groups | the province's commonest minority by its share, 2 % others; Uygur and Kazakh names have U+00B7 | census 2020 |
//! | hours | 55 % have none in three years; the hundredth that serves most has about 30 % of all hours, the twentieth 60 %, the tenth 80 %; 11 to 13 hours each on average | 13.85 hours in the national system, 2017; that a few serve most is what such systems show, the shares are a guess |
//! | registered | over twelve years, more in the later ones; 3.5 % have left | a guess |
//! | points | within a circle around a point of the county, all of which lies in it | seats of counties and their boundaries |
//! | festivals | on their days or shortly before, 1998 to 2101 | the calendar |
//! | activities | 12 to 28 in a year, each on its own day | 12 a year asked for in Jiangxi, 2006 |
//! | committee, staff | 3 to 7 in villages, 5 to 9 in town; one hired worker for 900 residents, one for each grid; a leader of each group and building | laws, 18 for 10,000 |
//!
//! The same seed, options and version give the same bytes, on every machine and with any number of threads: whole
//! numbers alone decide, and every volunteer has a stream of numbers of its own.

mod day;
mod defects;
mod error;
mod events;
mod folder;
mod json;
mod ledger;
mod names;
mod output;
mod persons;
mod places;
mod plan;
mod random;
mod records;
mod run;
mod site;
mod staff;
mod tables;

use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

use jiff::civil;

use shequ::ids::{CommunityCode, division};
use shequ::{Kind, Words};

use day::Day;
use output::Output;
use plan::{Plan, WORKERS};

pub use defects::{Defect, Excuse};
pub use error::Error;
pub use ledger::LedgerEntry;
pub use places::Place;

/// What to make: how many communities and volunteers, from which seed, for which day.
#[derive(Clone, Debug)]
pub struct Province {
    communities: u32,
    volunteers: u32,
    seed: u64,
    as_of: civil::Date,
    /// Of a million records those that get a defect.
    defects: Option<u32>,
    threads: usize,
    places: Vec<Place>,
}

impl Province {
    /// Ten communities with a hundred volunteers each, without defects, on one thread.
    pub const fn new(seed: u64, as_of: civil::Date) -> Self {
        Self { communities: 10, volunteers: 100, seed, as_of, defects: None, threads: 1, places: Vec::new() }
    }

    /// How many communities, at most 100,000.
    #[must_use]
    pub fn communities(self, communities: u32) -> Self {
        Self { communities, ..self }
    }

    /// How many volunteers each has. All persons together are at most ten millions: there are no more identity
    /// numbers that belong to nobody.
    #[must_use]
    pub fn volunteers_per_community(self, volunteers: u32) -> Self {
        Self { volunteers, ..self }
    }

    /// The share of records that get a defect, 0 to 1, to six decimals.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a cast of a float saturates
    pub fn defects(self, share: f64) -> Self {
        let rate = if (0.0..=1.0).contains(&share) { (share * 1e6).round() as u32 } else { u32::MAX };
        Self { defects: Some(rate), ..self }
    }

    /// How many threads make records; the bytes are the same with any number.
    #[must_use]
    pub fn threads(self, threads: usize) -> Self {
        Self { threads: threads.max(1), ..self }
    }

    /// True communities in place of made-up ones; how many there are is how many are made.
    #[must_use]
    pub fn places(self, places: Vec<Place>) -> Self {
        Self { places, ..self }
    }

    /// Makes the whole dataset in memory.
    ///
    /// # Errors
    /// [`Error::Plan`] where a number is beyond its limit, the day is not between 2000 and 2100, or a place is none.
    pub fn dataset(&self) -> Result<Dataset, Error> {
        self.dataset_while(&mut |_| ControlFlow::Continue(()))
    }

    /// Makes the whole dataset in memory; `progress` is told what was made by then, and may stop the work.
    ///
    /// # Errors
    /// As [`dataset`](Self::dataset); [`Error::Stopped`].
    pub fn dataset_while(
        &self,
        progress: &mut dyn FnMut(&Summary) -> ControlFlow<()>,
    ) -> Result<Dataset, Error> {
        self.check()?;
        let mut dataset = Dataset { texts: BTreeMap::new(), ledger: Vec::new() };
        let (mut sieve, mut summary) = (ledger::Sieve::default(), Summary::default());
        self.run(&mut |out| {
            for kind in Kind::all() {
                dataset.texts.entry(kind).or_default().extend_from_slice(out.text(kind));
                summary.add(kind, out);
            }
            dataset.ledger.extend(sieve.entries(out.expected()));
            go_on(progress(&summary))
        })?;
        Ok(dataset)
    }

    /// Writes one NDJSON file for each record type into a folder, and `ledger.json` where defects were asked for.
    /// Memory does not grow with the number of records. A folder that is not empty is refused unless `overwrite`;
    /// `progress` is told what was written by then, and may stop the work.
    ///
    /// Files get their names when all are written. Where the work fails or is stopped, what was written is taken away, and
    /// the files that were there before stay; where the process is killed, a file `_incomplete.ndjson` says so, which a check of the
    /// folder names.
    ///
    /// # Errors
    /// As [`dataset`](Self::dataset); [`Error::FolderNotEmpty`]; [`Error::Write`] where a file cannot be written;
    /// [`Error::Stopped`].
    pub fn write(
        &self,
        folder: &Path,
        overwrite: bool,
        progress: &mut dyn FnMut(&Summary) -> ControlFlow<()>,
    ) -> Result<Summary, Error> {
        self.check()?;
        folder::write(self, folder, overwrite, progress)
    }

    /// How many volunteers there will be.
    pub fn volunteers(&self) -> u64 {
        u64::from(self.number()) * u64::from(self.volunteers)
    }

    fn number(&self) -> u32 {
        if self.places.is_empty() {
            self.communities
        } else {
            u32::try_from(self.places.len()).unwrap_or(u32::MAX)
        }
    }

    fn run(&self, take: &mut dyn FnMut(&Output) -> Result<(), Error>) -> Result<(), Error> {
        let as_of = Day::of(self.as_of);
        let plan = Plan::new(self.communities, &self.places, self.volunteers, self.seed, as_of);
        run::run(&plan, self.defects.unwrap_or(0), self.threads, take)
    }

    fn check(&self) -> Result<(), Error> {
        let persons = u64::from(self.number()) * (u64::from(self.volunteers) + u64::from(WORKERS));
        let fault = if self.number() > places::MAX_COMMUNITIES {
            Words::new("社区最多100000个", "100,000 communities at most")
        } else if persons > persons::MAX_PERSONS {
            Words::new(
                "志愿者和工作者合计最多1000万人：不属于任何人的证件号码只有这么多",
                "ten million volunteers and workers at most: there are no more identity numbers that belong to nobody",
            )
        } else if !(2000..=2100).contains(&self.as_of.year()) {
            Words::new("基准日应在2000年至2100年之间", "the reference date lies between 2000 and 2100")
        } else if self.defects.is_some_and(|rate| rate > 1_000_000) {
            Words::new("差错比例应在0至1之间", "the share of defects lies between 0 and 1")
        } else if !are_places(&self.places) {
            Words::new(
                "地点须为互不重复的12位社区代码，县级代码须存在，名称不得为空或含引号、反斜杠和控制字符",
                "places have different community codes of existing counties, and names without quotation marks, backslashes and control characters",
            )
        } else {
            return Ok(());
        };
        Err(Error::Plan(fault))
    }
}

fn go_on(told: ControlFlow<()>) -> Result<(), Error> {
    if told.is_break() { Err(Error::Stopped) } else { Ok(()) }
}

/// Whether all are communities of known counties, each once, with names that can be written.
fn are_places(places: &[Place]) -> bool {
    let is_name = |name: &str| {
        (1..=60).contains(&name.chars().count())
            && name.trim() == name
            && !name
                .chars()
                .any(|letter| letter.is_control() || matches!(letter, '"' | '\\' | '\u{2028}' | '\u{2029}'))
    };
    let mut codes = HashSet::new();
    places.iter().all(|place| {
        let county = place.code.get(..6).and_then(|code| code.parse().ok());
        CommunityCode::parse(&place.code).is_ok()
            && county.is_some_and(|code| division::known_prefix(code).is_some())
            && is_name(&place.name)
            && is_name(&place.township)
            && codes.insert(&place.code)
    })
}

/// The registry of defects, in the order of the rules' files.
///
/// ```
/// let breaks = |rule| shequ_generate::defects().any(|defect| defect.rule == rule);
/// assert!(breaks("IDN001") && breaks("ELE009"));
/// ```
pub fn defects() -> impl Iterator<Item = &'static Defect> {
    defects::all()
}

/// The rules on one record that no generated file can break, each with the reason.
pub const fn excuses() -> &'static [Excuse] {
    defects::EXCUSES
}

/// A dataset in memory.
#[derive(Clone, Debug)]
pub struct Dataset {
    texts: BTreeMap<Kind, Vec<u8>>,
    ledger: Vec<LedgerEntry>,
}

impl Dataset {
    /// The records of a type as NDJSON.
    pub fn text(&self, kind: Kind) -> &[u8] {
        self.texts.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// What a checker must find; empty without defects.
    pub fn ledger(&self) -> &[LedgerEntry] {
        &self.ledger
    }
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Records by type.
    pub records: BTreeMap<Kind, u64>,
    /// Bytes of all records.
    pub bytes: u64,
    /// Findings that a checker must report; known at the end.
    pub findings: u64,
}

impl Summary {
    fn add(&mut self, kind: Kind, out: &Output) {
        *self.records.entry(kind).or_default() += out.records(kind);
        self.bytes += out.text(kind).len() as u64;
    }
}

#[cfg(test)]
mod tests;
