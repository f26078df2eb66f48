//! Numbers that look random and are the same on every run, machine and version.

use rand_core::Rng;
use rand_pcg::Pcg64Mcg;

/// What a stream of numbers is for. The order is part of the bytes that come out: append, never insert.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    Province,
    Site,
    Activities,
    Subdivisions,
    Facilities,
    Organisations,
    Workers,
    Elections,
    Agreements,
    Services,
    Cases,
    Evaluations,
    Statistics,
    Volunteer,
    Service,
    Recognition,
    Defect,
    Decisions,
}

/// One stream of numbers. Whole numbers alone decide, so that no machine rounds another way.
#[derive(Clone, Debug)]
pub(super) struct Random(Pcg64Mcg);

impl Random {
    /// The stream of a seed for one purpose at one place; other places and purposes do not disturb it.
    pub(super) fn new(seed: u64, purpose: Purpose, place: u64, index: u64) -> Self {
        let parts = [purpose as u64, place, index];
        let low = parts.iter().fold(mixed(seed), |state, part| mixed(state ^ mixed(*part)));
        Self(Pcg64Mcg::new(u128::from(mixed(low)) << 64 | u128::from(low)))
    }

    /// A number below a bound, which is at least 1.
    #[allow(clippy::cast_possible_truncation)] // the high half of a product is below the bound
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        ((u64::from(self.0.next_u64() as u32) * u64::from(bound)) >> 32) as u32
    }

    /// A number from the least to the most, both included; the least where the most is below it.
    #[allow(clippy::cast_sign_loss, clippy::cast_possible_wrap)] // a difference below 2^31
    pub(super) fn between(&mut self, least: i32, most: i32) -> i32 {
        if most <= least { least } else { least + self.below((most - least) as u32 + 1) as i32 }
    }

    /// The smaller of two draws: small numbers are more frequent.
    pub(super) fn lean(&mut self, least: i32, most: i32) -> i32 {
        self.between(least, most).min(self.between(least, most))
    }

    /// True in so many of a thousand cases.
    pub(super) fn per_mille(&mut self, share: u32) -> bool {
        self.below(1000) < share
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, share: u32) -> bool {
        self.below(100) < share
    }

    /// One of a list that is not empty.
    pub(super) fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.index(choices.len())]
    }

    /// A position in a list of so many items.
    pub(super) fn index(&mut self, len: usize) -> usize {
        self.below(u32::try_from(len).unwrap_or(u32::MAX)) as usize
    }

    /// One of a list of choices with their weights.
    pub(super) fn weighted<T: Copy>(&mut self, choices: &[(T, u32)]) -> T {
        let total = choices.iter().map(|choice| choice.1).sum();
        let mut left = self.below(total);
        for (choice, weight) in choices {
            if left < *weight {
                return *choice;
            }
            left -= weight;
        }
        choices[choices.len() - 1].0
    }

    /// Some different items of a list, in its order.
    pub(super) fn some<T: Copy>(&mut self, choices: &[T], number: usize) -> Vec<T> {
        let mut wanted = number.min(choices.len());
        let mut taken = Vec::with_capacity(wanted);
        for (index, choice) in choices.iter().enumerate() {
            if self.index(choices.len() - index) < wanted {
                taken.push(*choice);
                wanted -= 1;
            }
        }
        taken
    }
}

/// The finaliser of `SplitMix64`: every bit of the result depends on every bit of the number.
pub(super) const fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where this fails, the same seed gives other files than before.
    #[test]
    fn the_numbers_stay_what_they_are() {
        let mut random = Random::new(1, Purpose::Volunteer, 2, 3);
        let numbers: Vec<u32> = (0..6).map(|_| random.below(1000)).collect();
        assert_eq!(numbers, [381, 862, 714, 613, 213, 407]);
    }

    #[test]
    fn numbers_keep_within_their_bounds() {
        let mut random = Random::new(1, Purpose::Site, 0, 0);
        for _ in 0..1000 {
            assert!((-3..=3).contains(&random.between(-3, 3)));
            assert_eq!(random.between(5, 5), 5);
            assert_eq!(random.between(5, 4), 5);
            assert_ne!(random.weighted(&[('a', 1), ('b', 0), ('c', 2)]), 'b');
            let some = random.some(&[1, 2, 3, 4, 5], 3);
            assert!(some.len() == 3 && some.is_sorted() && some[0] != some[1] && some[1] != some[2]);
        }
    }
}
