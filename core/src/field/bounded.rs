//! What a record may have without number: of each sort the first are kept, the others counted.

use std::cmp::Ordering;

/// How many findings of one rule a record gives; one finding more says how many there are besides.
pub(crate) const MOST_OF_ONE_RULE: usize = 1000;

/// What is told apart by sort and put in order.
pub(crate) trait Sorted {
    type Sort: Copy + PartialEq;

    fn sort(&self) -> Self::Sort;

    fn order(&self, other: &Self) -> Ordering;
}

/// Keeps the first of each sort in their own order, whatever order they come in.
#[derive(Debug)]
pub(crate) struct Bounded<T: Sorted> {
    items: Vec<T>,
    /// How many items there may be before those too many are counted and dropped.
    room: usize,
    more: Vec<(T::Sort, u64)>,
    /// Where the last item stands of each sort of which enough are kept; what comes after it is counted alone.
    last: Vec<(T::Sort, usize)>,
}

impl<T: Sorted> Default for Bounded<T> {
    fn default() -> Self {
        Self { items: Vec::new(), room: 4 * MOST_OF_ONE_RULE, more: Vec::new(), last: Vec::new() }
    }
}

impl<T: Sorted> Bounded<T> {
    pub(crate) fn push(&mut self, item: T) {
        if !self.last.is_empty() {
            let sort = item.sort();
            let last = self.last.iter().find(|(other, _)| *other == sort);
            if last.is_some_and(|(_, at)| item.order(&self.items[*at]).is_ge()) {
                self.add(sort, 1);
                return;
            }
        }
        if self.items.is_empty() {
            // most have one, and room for more would be many times its size
            self.items.reserve_exact(1);
        }
        self.items.push(item);
        if self.items.len() > self.room {
            self.cut();
            self.room = self.items.len() + 3 * MOST_OF_ONE_RULE;
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Counts items that were not kept elsewhere.
    pub(crate) fn add(&mut self, sort: T::Sort, more: u64) {
        match self.more.iter_mut().find(|(other, _)| *other == sort) {
            Some((_, count)) => *count += more,
            None => self.more.push((sort, more)),
        }
    }

    /// The items in order, and how many more there are of which sort.
    pub(crate) fn finish(mut self) -> (Vec<T>, Vec<(T::Sort, u64)>) {
        self.cut();
        (self.items, self.more)
    }

    fn cut(&mut self) {
        let mut items = std::mem::take(&mut self.items);
        items.sort_by(T::order);
        if items.len() > MOST_OF_ONE_RULE {
            let mut kept: Vec<(T::Sort, usize)> = Vec::new();
            items.retain(|item| {
                let sort = item.sort();
                let at = kept.iter().position(|(other, _)| *other == sort).unwrap_or_else(|| {
                    kept.push((sort, 0));
                    kept.len() - 1
                });
                kept[at].1 += 1;
                let has_room = kept[at].1 <= MOST_OF_ONE_RULE;
                if !has_room {
                    self.add(sort, 1);
                }
                has_room
            });
            let full = kept.into_iter().filter(|(_, count)| *count >= MOST_OF_ONE_RULE);
            let last = |sort| items.iter().rposition(|item| item.sort() == sort);
            self.last = full.filter_map(|(sort, _)| Some((sort, last(sort)?))).collect();
        }
        self.items = items;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Sorted for (char, usize) {
        type Sort = char;

        fn sort(&self) -> char {
            self.0
        }

        fn order(&self, other: &Self) -> Ordering {
            self.1.cmp(&other.1)
        }
    }

    #[test]
    fn the_first_are_kept_whatever_order_they_come_in() {
        let mut bounded = Bounded::default();
        for number in 0..20_000_usize {
            // every number once, in no order
            bounded.push(('a', number * 7919 % 20_000));
            if number < 3 {
                bounded.push(('b', number));
            }
        }
        let (items, more) = bounded.finish();
        assert_eq!(more, [('a', 19_000)]);
        let of = |sort| items.iter().filter(move |item| item.0 == sort).map(|item| item.1);
        assert!(of('a').eq(0..1000) && of('b').eq(0..3));
    }
}
