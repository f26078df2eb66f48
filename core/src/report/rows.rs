//! Rows of a table, kept small however many there are.

use std::ops::RangeInclusive;

/// Rows of a table, from 1, in order.
///
/// Kept as runs and the gaps between them, in a byte each where they are short: a hundred million rows
/// of which every other is bad take some hundred megabytes less than their numbers would.
///
/// ```
/// use shequ::RowSet;
/// let rows: RowSet = [1, 2, 3, 7].into_iter().collect();
/// assert_eq!(rows.len(), 4);
/// assert!(rows.iter().eq([1, 2, 3, 7]));
/// assert!(rows.ranges().eq([1..=3, 7..=7]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowSet {
    /// For each run but the last the rows since the run before, and its own length less one.
    runs: Vec<u8>,
    /// The row after the last run in `runs`.
    after: u64,
    /// The last run: its first row and the row after it.
    last: Option<(u64, u64)>,
    len: u64,
}

impl RowSet {
    /// How many rows there are.
    pub const fn len(&self) -> u64 {
        self.len
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The rows.
    pub fn iter(&self) -> impl Iterator<Item = u64> + '_ {
        self.ranges().flatten()
    }

    /// The rows as runs, each as long as can be.
    pub fn ranges(&self) -> impl Iterator<Item = RangeInclusive<u64>> + '_ {
        let (mut bytes, mut row) = (self.runs.as_slice(), 1);
        let runs = std::iter::from_fn(move || {
            let first = row + number(&mut bytes)?;
            let last = first + number(&mut bytes)?;
            row = last + 1;
            Some(first..=last)
        });
        runs.chain(self.last.map(|(first, after)| first..=after - 1))
    }

    /// Adds a run behind all that there are; false where it is none, or does not stand behind them.
    pub(super) fn push(&mut self, rows: RangeInclusive<u64>) -> bool {
        let (first, last) = (*rows.start(), *rows.end());
        let end = self.last.map_or(1, |(_, after)| after);
        let Some(after) = last.checked_add(1).filter(|_| end <= first && first <= last) else { return false };
        self.len = self.len.saturating_add(after - first);
        match &mut self.last {
            Some((_, end)) if *end == first => *end = after,
            Some((begin, end)) => {
                put(&mut self.runs, *begin - self.after.max(1));
                put(&mut self.runs, *end - *begin - 1);
                self.after = *end;
                self.last = Some((first, after));
            }
            None => self.last = Some((first, after)),
        }
        true
    }
}

impl FromIterator<u64> for RowSet {
    /// Rows in rising order; any other is left out.
    fn from_iter<I: IntoIterator<Item = u64>>(rows: I) -> Self {
        let mut set = Self::default();
        for row in rows {
            set.push(row..=row);
        }
        set
    }
}

/// Appends a number, seven bits in each byte, the lowest first.
fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 0x7F {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

fn number(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_come_back_as_they_went_in(gaps in prop::collection::vec(prop_oneof![Just(1_u64), 1..400_u64, any::<u32>().prop_map(|gap| u64::from(gap) + 1)], 0..60)) {
            let rows: Vec<u64> = gaps.iter().scan(0, |row, gap| { *row += gap; Some(*row) }).collect();
            let set: RowSet = rows.iter().copied().collect();
            prop_assert!(set.iter().eq(rows.iter().copied()));
            prop_assert_eq!(set.len(), rows.len() as u64);
            let runs: Vec<_> = set.ranges().collect();
            prop_assert!(runs.windows(2).all(|pair| pair[0].end() + 1 < *pair[1].start()));
        }
    }

    #[test]
    fn what_does_not_stand_behind_is_refused() {
        let mut set = RowSet::default();
        let (first, last) = (5, 4);
        assert!(!set.push(0..=1) && !set.push(first..=last) && !set.push(1..=u64::MAX));
        assert!(set.push(2..=u64::MAX - 1) && !set.push(9..=9));
        assert_eq!(set.len(), u64::MAX - 2);
        assert!(set.ranges().eq([2..=u64::MAX - 1]));
    }

    #[test]
    fn rows_take_little_room() {
        let set: RowSet = (1..200_000).step_by(2).collect();
        assert!(set.runs.len() <= 200_000, "{}", set.runs.len());
        let set: RowSet = (1..200_000).collect();
        assert!(set.runs.is_empty());
    }
}
