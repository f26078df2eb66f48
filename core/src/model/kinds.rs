//! What a record type says of its records, and the names by which a type is known.

use std::str::FromStr;

use crate::error::{Error, nearest};
use crate::field::{ObjectMeta, Path};
use crate::{Kind, Words, model};

macro_rules! declarations {
    ({} $(($name:ident $($row:tt)*))*) => {
        impl Kind {
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

crate::for_each_kind!([declarations] {});

/// An expression in which a name stands for the type of the model that belongs to a kind:
/// `with_record_type!(kind, T => size_of::<T>())`.
#[doc(hidden)]
#[macro_export]
macro_rules! with_record_type {
    ({ @rows $kind:expr, $type:ident => $body:expr } $(($name:ident $($row:tt)*))*) => {
        match $kind {
            $($crate::Kind::$name => {
                type $type = $crate::model::$name;
                $body
            })*
        }
    };
    ($kind:expr, $type:ident => $body:expr) => {
        $crate::for_each_kind!([$crate::with_record_type] { @rows $kind, $type => $body })
    };
}

impl Kind {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_goes_by_the_name_of_its_declaration() {
        for kind in Kind::all() {
            assert_eq!(kind.name(), kind.declaration().name);
        }
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
