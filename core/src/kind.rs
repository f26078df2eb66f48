//! The record types of the standard.

use std::fmt;

use crate::error::{Error, nearest};
use crate::field::ObjectMeta;
use crate::{Words, model};

/// A record type. The order is that of the standard, and of files in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is the type of one record in `model`, documented there
pub enum Kind {
    Community,
    Statistics,
    Subdivision,
    Facility,
    Evaluation,
    Organisation,
    Worker,
    Election,
    Agreement,
    Volunteer,
    Activity,
    ServiceRecord,
    Recognition,
    Service,
    Case,
}

/// Name, plural (as in file names) and titles of each kind, in the order of the enum.
const NAMES: [(Kind, &str, &str, Words); 15] = [
    (Kind::Community, "community", "communities", Words::new("社区", "Community")),
    (Kind::Statistics, "statistics", "statistics", Words::new("社区统计", "Community statistics")),
    (Kind::Subdivision, "subdivision", "subdivisions", Words::new("社区下设单元", "Subdivision")),
    (Kind::Facility, "facility", "facilities", Words::new("服务设施", "Facility")),
    (Kind::Evaluation, "evaluation", "evaluations", Words::new("创建评估", "Evaluation")),
    (Kind::Organisation, "organisation", "organisations", Words::new("社区组织", "Organisation")),
    (Kind::Worker, "worker", "workers", Words::new("社区工作者", "Community worker")),
    (Kind::Election, "election", "elections", Words::new("选举", "Election")),
    (Kind::Agreement, "agreement", "agreements", Words::new("协议", "Agreement")),
    (Kind::Volunteer, "volunteer", "volunteers", Words::new("志愿者", "Volunteer")),
    (Kind::Activity, "activity", "activities", Words::new("活动项目", "Activity")),
    (Kind::ServiceRecord, "service_record", "service_records", Words::new("志愿服务记录", "Service record")),
    (Kind::Recognition, "recognition", "recognitions", Words::new("激励表彰", "Recognition")),
    (Kind::Service, "service", "services", Words::new("服务事项", "Service")),
    (Kind::Case, "case", "cases", Words::new("居民诉求办件", "Residents' case")),
];

impl Kind {
    /// All record types in the order of the standard.
    pub fn all() -> impl ExactSizeIterator<Item = Kind> {
        NAMES.iter().map(|row| row.0)
    }

    /// The name that schemas, reports and options use.
    pub const fn name(self) -> &'static str {
        NAMES[self as usize].1
    }

    /// The name that a file of such records has: `communities.ndjson`.
    pub const fn plural(self) -> &'static str {
        NAMES[self as usize].2
    }

    /// The titles in both languages.
    pub const fn title(self) -> Words {
        NAMES[self as usize].3
    }

    /// The declaration of its records: titles, fields, classes, clauses.
    pub const fn declaration(self) -> &'static ObjectMeta {
        match self {
            Self::Community => model::Community::DECLARATION,
            Self::Statistics => model::Statistics::DECLARATION,
            Self::Subdivision => model::Subdivision::DECLARATION,
            Self::Facility => model::Facility::DECLARATION,
            Self::Evaluation => model::Evaluation::DECLARATION,
            Self::Organisation => model::Organisation::DECLARATION,
            Self::Worker => model::Worker::DECLARATION,
            Self::Election => model::Election::DECLARATION,
            Self::Agreement => model::Agreement::DECLARATION,
            Self::Volunteer => model::Volunteer::DECLARATION,
            Self::Activity => model::Activity::DECLARATION,
            Self::ServiceRecord => model::ServiceRecord::DECLARATION,
            Self::Recognition => model::Recognition::DECLARATION,
            Self::Service => model::Service::DECLARATION,
            Self::Case => model::Case::DECLARATION,
        }
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
        NAMES.iter().find(|row| name == row.1 || name == row.2 || name == row.3.zh).map(|row| row.0)
    }

    /// The kind of a name as [`Kind::parse`] takes it.
    ///
    /// # Errors
    /// Where there is none; the error names the nearest.
    ///
    /// ```
    /// use shequ::Kind;
    /// assert!(Kind::known("volunter").unwrap_err().to_string().contains("did you mean volunteer?"));
    /// ```
    pub fn known(name: &str) -> Result<Kind, Error> {
        Self::parse(name).ok_or_else(|| Error::NoSuchKind {
            name: name.to_owned(),
            near: nearest(&fold(name), Self::all().map(Self::name)),
        })
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
        NAMES
            .iter()
            .flat_map(|row| [row.1, row.2, row.3.zh].map(|word| (word, row.0)))
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

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_follows_the_enum() {
        for (index, row) in NAMES.iter().enumerate() {
            assert_eq!(row.0 as usize, index, "{}", row.1);
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
