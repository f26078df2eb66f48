//! The record types of the standard by their names; what their records are, `model` adds.

use std::fmt;

macro_rules! kinds {
    ({} $(($name:ident $module:ident $plural:literal $number:literal $($plain:ident)?))*) => {
        /// A record type. The order is that of the standard, and of files in a report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // each is the type of one record in `model`, documented there
        pub enum Kind {
            $($name,)*
        }

        const ALL: &[Kind] = &[$(Kind::$name,)*];

        impl Kind {
            /// The name that a file of such records has: `communities.ndjson`.
            pub const fn plural(self) -> &'static str {
                match self {
                    $(Self::$name => $plural,)*
                }
            }

            /// A number that stands for it in interfaces that have no names; it never changes.
            ///
            /// ```
            /// assert_eq!(shequ::Kind::Volunteer.number(), 10);
            /// ```
            pub const fn number(self) -> i32 {
                match self {
                    $(Self::$name => $number,)*
                }
            }

            /// The name that schemas, reports and options use.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($module),)*
                }
            }
        }
    };
}

crate::for_each_kind!([kinds] {});

impl Kind {
    /// How many record types there are.
    pub const COUNT: usize = ALL.len();

    /// All record types in the order of the standard.
    pub fn all() -> impl ExactSizeIterator<Item = Kind> {
        ALL.iter().copied()
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_for_one_record_type() {
        let mut numbers: Vec<i32> = Kind::all().map(Kind::number).collect();
        numbers.sort_unstable();
        assert!((1..).zip(numbers).all(|(number, own)| number == own));
    }
}
