//! The rules on a dataset: what no record shows alone.
//!
//! Each record says facts ([`emit`]) to groups of its own, of those that it names and of others; what the facts of a group
//! mean is judged in one place ([`judge`]), wherever and in whatever order they were brought together.

mod activity_service;
mod agreements;
mod bodies;
mod circles;
mod communities;
mod elections;
mod emit;
mod facts;
mod figures;
mod keys;
mod natural_keys;
mod phrase;
mod references;
mod row;
mod supervision;
mod units;
mod verdict;
mod volunteer_service;
mod windows;

use jiff::civil;

use crate::field::Date;
use crate::rule::Rule;

pub(crate) use self::emit::{Emits, emit};
pub(crate) use self::facts::{Counts, Facts, Held, Run, Years};
pub(crate) use self::keys::{Key, Keys, Mark};
pub(crate) use self::phrase::Phrase;
pub(crate) use self::row::{SOURCE, Source, read as rows};
pub(crate) use self::verdict::{Group, STAGES, Verdict, Verdicts};

/// The rules of each file of this folder.
pub(super) const ALL: &[&[&Rule]] = &[
    references::ALL,
    communities::ALL,
    natural_keys::ALL,
    bodies::ALL,
    units::ALL,
    circles::ALL,
    figures::ALL,
    volunteer_service::ALL,
    activity_service::ALL,
    elections::ALL,
    supervision::ALL,
    agreements::ALL,
    windows::ALL,
];

macro_rules! topics {
    ($($(#[$doc:meta])* $name:ident => $judge:path,)*) => {
        /// What the facts of a group are about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Topic {
            $($(#[$doc])* $name,)*
        }

        impl Topic {
            const ALL: &[Self] = &[$(Self::$name,)*];

            pub(crate) fn parse(number: u8) -> Option<Self> {
                Self::ALL.get(usize::from(number)).copied()
            }
        }

        /// Judges the facts of a group.
        pub(crate) fn judge(topic: Topic, group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
            match topic {
                $(Topic::$name => $judge(group, verdicts),)*
            }
        }
    };
}

topics! {
    /// A record by its id, and references to it.
    Record => references::judge,
    /// A community by its code.
    Community => communities::judge,
    /// Records with one natural key.
    NaturalKey => natural_keys::judge,
    /// An organisation, and the parts in which others name it.
    Body => bodies::judge,
    /// Records between parents and children, all of one type.
    Circle => circles::judge,
    /// A unit below a community.
    Unit => units::judge,
    /// The parent of a unit.
    Parent => units::judge_parent,
    /// The service of a volunteer.
    VolunteerService => volunteer_service::judge,
    /// The service in an activity.
    ActivityService => activity_service::judge,
    /// A service in emergency relief.
    Relief => activity_service::judge_relief,
    /// An election.
    Election => elections::judge,
    /// The elections of one body.
    Elections => elections::judge_body,
    /// The posts in an organisation.
    Posts => supervision::judge_posts,
    /// The posts of a worker in a committee and in the one that supervises it.
    Supervision => supervision::judge,
    /// An agreement and the services delegated by it.
    Agreement => agreements::judge,
    /// What an agency gives a community.
    Fund => agreements::judge_fund,
    /// The money behind a delegated service.
    Money => agreements::judge_money,
    /// The communities of a pairing.
    Pairing => agreements::judge_pairing,
    /// The windows of a facility.
    Windows => windows::judge,
}

/// A day in four bytes, in the order of days.
fn civil_day(day: civil::Date) -> i32 {
    i32::from(day.year()) * 10_000 + i32::from(day.month()) * 100 + i32::from(day.day())
}

fn day(day: Date) -> i32 {
    civil_day(day.civil())
}

/// The day of such a number.
fn civil(day: i32) -> Option<civil::Date> {
    let part = |number: i32| i8::try_from(number % 100).ok();
    civil::Date::new(i16::try_from(day / 10_000).ok()?, part(day / 100)?, part(day)?).ok()
}

fn year_of(day: i32) -> u64 {
    u64::try_from(day / 10_000).unwrap_or_default()
}
