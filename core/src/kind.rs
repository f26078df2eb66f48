//! The record types of the standard.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, nearest};
use crate::field::{ObjectMeta, Path};
use crate::{Words, model};

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

            /// The declaration of its records: titles, fields, classes, clauses.
            pub const fn declaration(self) -> &'static ObjectMeta {
                match self {
                    $(Self::$name => model::$name::DECLARATION,)*
                }
            }
        }

        // a path to a field has room for so many steps
        const _: () = {
            $(assert!(model::$name::DECLARATION.depth() <= Path::DEPTH);)*
        };
    };
}

crate::for_each_kind!([kinds] {});

impl Kind {
    /// All record types in the order of the standard.
    pub fn all() -> impl ExactSizeIterator<Item = Kind> {
        ALL.iter().copied()
    }

    /// The name that schemas, reports and options use.
    pub const fn name(self) -> &'static str {
        self.declaration().name
    }

    /// The titles in both languages.
    pub const fn title(self) -> Words {
        self.declaration().title
    }

    /// The names by which it is known: that of the standard, that of its files, the Chinese title.
    const fn names(self) -> [&'static str; 3] {
        [self.name(), self.plural(), self.title().zh]
    }

    /// The kind of a name, a plural or a Chinese title, in any case and with `-` for `_`.
    ///
    /// ```
    /// use shequ::Kind;
    /// assert_eq!(Kind::parse("service-records"), Some(Kind::ServiceRecord));
    /// assert_eq!(Kind::parse("志愿者"), Some(Kind::Volunteer));
    /// assert_eq!(Kind::parse("person"), None);
    /// ```
    pub fn parse(name: &str) -> Option<Kind> {
        let name = fold(name);
        Kind::all().find(|kind| kind.names().contains(&name.as_str()))
    }

    /// The kind that a file name begins with, extensions and folders aside:
    /// `data/communities-2023.ndjson.gz` holds communities, `志愿者台账.json` volunteers.
    ///
    /// ```
    /// use shequ::Kind;
    /// assert_eq!(Kind::of_file_name("service_records.part1.ndjson"), Some(Kind::ServiceRecord));
    /// assert_eq!(Kind::of_file_name("servicebook.json"), None);
    /// ```
    pub fn of_file_name(name: &str) -> Option<Kind> {
        let name = fold(name.rsplit(['/', '\\']).next().unwrap_or(name));
        Kind::all()
            .flat_map(|kind| kind.names().map(|word| (word, kind)))
            .filter(|(word, _)| begins_with_word(&name, word))
            .max_by_key(|(word, _)| word.len())
            .map(|(_, kind)| kind)
    }
}

fn fold(name: &str) -> String {
    name.trim().to_ascii_lowercase().replace(['-', ' '], "_")
}

/// Whether `word` stands at the start of `name` and no further letter follows it.
fn begins_with_word(name: &str, word: &str) -> bool {
    name.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphabetic()))
}

/// The kind of a name as [`Kind::parse`] takes it. The error names the nearest.
///
/// ```
/// use shequ::Kind;
/// assert_eq!("volunteers".parse::<Kind>()?, Kind::Volunteer);
/// assert!("volunter".parse::<Kind>().unwrap_err().to_string().contains("did you mean volunteer?"));
/// # Ok::<(), shequ::Error>(())
/// ```
impl FromStr for Kind {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::parse(name).ok_or_else(|| Error::NoSuchKind {
            name: name.to_owned(),
            near: nearest(&fold(name), Self::all().map(Self::name)),
        })
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

    #[test]
    fn no_name_stands_for_two() {
        let names: Vec<_> = Kind::all().map(Kind::names).collect();
        for (at, own) in names.iter().enumerate() {
            assert!(names[..at].iter().flatten().all(|other| !own.contains(other)), "{own:?}");
        }
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(Kind::of_file_name("service_record.ndjson"), Some(Kind::ServiceRecord));
        assert_eq!(Kind::of_file_name("services.ndjson"), Some(Kind::Service));
        assert_eq!(Kind::of_file_name("社区统计2023.json"), Some(Kind::Statistics));
        assert_eq!(Kind::of_file_name("社区.json"), Some(Kind::Community));
    }
}
