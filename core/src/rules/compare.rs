//! Comparisons that many rules make; what is absent or unknown gives no finding.

use jiff::civil;

use crate::Words;
use crate::codes::Code;
use crate::field::{Date, DateTime, Slot};

/// Whether the first day lies before the second.
pub(super) fn is_day_before(first: Slot<Date>, second: Slot<Date>) -> bool {
    first.known().zip(second.known()).is_some_and(|(first, second)| first < second)
}

/// Whether the first moment lies before the second, whatever their offsets.
pub(super) fn is_moment_before(first: Slot<DateTime>, second: Slot<DateTime>) -> bool {
    let (first, second) = (first.known(), second.known());
    first.zip(second).is_some_and(|(first, second)| first.nanoseconds() < second.nanoseconds())
}

/// Whether a moment lies after a day, the whole of which belongs to it.
pub(super) fn is_after_day(moment: Slot<DateTime>, day: civil::Date) -> bool {
    moment.known().is_some_and(|moment| moment.day() > day)
}

/// What is wrong with a field that goes with one code alone.
#[derive(Clone, Copy)]
pub(super) enum OutOfPlace {
    /// It is not there with its code.
    Missing,
    /// It stands with another code.
    Elsewhere,
}

impl OutOfPlace {
    /// The words for the one or the other.
    pub(super) const fn words(self, missing: Words, elsewhere: Words) -> Words {
        match self {
            Self::Missing => missing,
            Self::Elsewhere => elsewhere,
        }
    }
}

/// Whether a field that goes with one code alone is missing there, or stands with another; one
/// that cannot be read is neither.
pub(super) fn out_of_place<C: Code, T: Copy>(field: Slot<T>, code: Slot<C>, owner: C) -> Option<OutOfPlace> {
    match code.known()? {
        code if code == owner => field.is_absent().then_some(OutOfPlace::Missing),
        _ => field.known().map(|_| OutOfPlace::Elsewhere),
    }
}
