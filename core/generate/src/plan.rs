//! What holds for a whole dataset: its place, its day, its numbers.

use super::day::Day;
use super::persons::Identities;
use super::places::{Gazetteer, Place};
use super::random::{Purpose, Random};

/// The most workers of a community; each has a place among the persons of the dataset.
pub(super) const WORKERS: u32 = 64;
/// The day from which a term of the committees lasts five years; before it lasted three.
pub(super) const FIVE_YEARS: Day = Day::new(2018, 12, 29);

/// The plan of a dataset.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) gazetteer: Gazetteer,
    pub(super) identities: Identities,
    pub(super) seed: u64,
    pub(super) as_of: Day,
    /// Volunteers of each community.
    pub(super) volunteers: u32,
    /// Years of a term of the committees under the law of the day.
    pub(super) term_years: i32,
    /// The last day on which committees were elected.
    pub(super) season: Day,
}

impl Plan {
    pub(super) fn new(communities: u32, places: &[Place], volunteers: u32, seed: u64, as_of: Day) -> Self {
        let gazetteer = if places.is_empty() {
            Gazetteer::new(communities, seed)
        } else {
            Gazetteer::of_places(places, seed)
        };
        let persons = u64::from(gazetteer.len()) * u64::from(volunteers + WORKERS);
        let term_years = if as_of < FIVE_YEARS { 3 } else { 5 };
        let mut random = Random::new(seed, Purpose::Province, 1, 0);
        Self {
            identities: Identities::new(persons, seed),
            gazetteer,
            seed,
            as_of,
            volunteers,
            term_years,
            season: as_of.plus(-random.between(40, term_years * 365 - 120)),
        }
    }

    pub(super) fn random(&self, purpose: Purpose, place: u32, index: u64) -> Random {
        Random::new(self.seed, purpose, u64::from(place), index)
    }

    /// The place of a volunteer among the persons of the dataset.
    pub(super) fn volunteer_slot(&self, community: u32, number: u32) -> u64 {
        u64::from(community) * u64::from(self.volunteers) + u64::from(number)
    }

    /// The place of a worker, behind all volunteers.
    pub(super) fn worker_slot(&self, community: u32, number: u32) -> u64 {
        let volunteers = u64::from(self.gazetteer.len()) * u64::from(self.volunteers);
        volunteers + u64::from(community) * u64::from(WORKERS) + u64::from(number)
    }
}
