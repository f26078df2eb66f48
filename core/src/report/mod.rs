//! What was found: exact counts, bounded findings, what to fix first, and what the verdict rests on.

mod baseline;
mod batch;
mod cause;
mod collector;
mod columns;
mod html;
mod json;
mod read;
mod rows;
mod style;
mod text;

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil;

use crate::codes;
use crate::error::{Left, Obstacle};
use crate::finding::{Finding, Place};
use crate::input::Form;
use crate::rule::{Scope, Severity};
use crate::{Kind, Lang, Words};

pub use self::baseline::Compared;
pub(crate) use self::batch::{Across, Batch, Judged};
pub use self::cause::Cause;
pub(crate) use self::collector::Collector;
pub(crate) use self::columns::left;
pub use self::columns::{width, wrapped};
pub use self::html::HtmlForm;
pub use self::json::JsonReport;
pub use self::rows::RowSet;
pub use self::style::Style;

/// How many records of one type were read, and how many have an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Records read.
    pub read: u64,
    /// Records with at least one error.
    pub bad: u64,
}

impl Tally {
    fn plus(self, other: Self) -> Self {
        Self { read: self.read.saturating_add(other.read), bad: self.bad.saturating_add(other.bad) }
    }
}

/// An input of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Input {
    /// Its name as the caller gave it.
    pub name: String,
    /// The record type that it holds, where it is known.
    pub kind: Option<Kind>,
    /// Records read from it.
    pub tally: Tally,
    /// What kept it from being read to its end.
    pub obstacle: Option<Obstacle>,
    /// How its records lie in it.
    pub layout: Option<Layout>,
    /// Of a table, the rows with an error.
    pub bad_rows: RowSet,
}

/// How records lie in an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layout {
    /// As JSON of this form; findings name the line.
    Json(Form),
    /// As rows; findings name the row.
    Table,
    /// It holds no records: it says what a package holds.
    Manifest,
}

impl Layout {
    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json(form) => form.name(),
            Self::Table => "table",
            Self::Manifest => "manifest",
        }
    }

    /// The layout of a name.
    fn parse(name: &str) -> Option<Self> {
        for other in [Self::Table, Self::Manifest] {
            if name == other.name() {
                return Some(other);
            }
        }
        Form::parse(name).filter(|form| *form != Form::Auto).map(Self::Json)
    }
}

impl Input {
    /// Whether it is a table, whose findings name the row.
    pub const fn is_table(&self) -> bool {
        matches!(self.layout, Some(Layout::Table))
    }

    /// Whether it is the manifest of a package, which holds no records.
    pub const fn is_manifest(&self) -> bool {
        matches!(self.layout, Some(Layout::Manifest))
    }

    /// Whether it should hold records and has none.
    pub(crate) const fn is_empty(&self) -> bool {
        self.tally.read == 0 && !self.is_manifest()
    }
}

/// What a report comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Unread,
    /// There was no record.
    Empty,
}

/// What is not looked at where records are checked one by one.
const RECORDS_ALONE: Words = Words::new(
    "只核查每条记录本身；记录之间的关系（引用的记录是否存在、是否重复登记）尚未核查",
    "each record was checked by itself; whether references lead anywhere and records are repeated was not looked at",
);
const WHOLE_DATASET: Words =
    Words::new("已核查每条记录和记录之间的关系", "each record was checked, and how records go together");

/// What is not said of a package that was verified alone.
const VERIFIED: Words = Words::new(
    "只核验清单、摘要和数目，记录内容尚未核查",
    "manifest, digests and counts were verified; what the records say was not looked at",
);

impl Outcome {
    const fn words(self) -> Words {
        match self {
            Self::Passed => Words::new("通过", "passed"),
            Self::Failed => Words::new("不通过", "failed"),
            Self::Unread => Words::new("未能读完", "not read to the end"),
            Self::Empty => Words::new("没有记录", "no records"),
        }
    }
}

/// What a verdict rests on besides the reference date, the input and the changes to rules.
#[derive(Clone, Debug)]
enum Editions {
    /// This library, and the division table loaded.
    Own { divisions: Option<String> },
    /// What a stored report names.
    Stored { library: String, standard: String, revision: u32, codes: BTreeMap<String, String> },
}

/// The outcome of a check.
#[derive(Clone, Debug)]
pub struct Report {
    as_of: civil::Date,
    scope: Scope,
    editions: Editions,
    changes: Vec<String>,
    inputs: Vec<Input>,
    left: Vec<Left>,
    rules: BTreeMap<&'static str, u64>,
    severities: [u64; 3],
    findings: Vec<Finding>,
    causes: Vec<Cause>,
    truncated: bool,
}

impl Report {
    /// Whether every record could be read and none has an error. So it is where there is no record at
    /// all, which [`records`](Self::records) tells.
    pub fn is_ok(&self) -> bool {
        self.count(Severity::Error) == 0 && !self.is_incomplete()
    }

    /// Whether an input could not be read to its end, or the check was stopped before.
    pub fn is_incomplete(&self) -> bool {
        self.inputs.iter().any(|input| input.obstacle.is_some())
    }

    /// How many findings there are of a severity; exact whatever is kept.
    pub fn count(&self, severity: Severity) -> u64 {
        self.severities[severity as usize]
    }

    /// How many findings there are of each rule; exact whatever is kept.
    pub const fn rules(&self) -> &BTreeMap<&'static str, u64> {
        &self.rules
    }

    /// The findings that are kept, in order of file, place, pointer and rule.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings that are kept.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// The line of a place, where its input has lines and the finding is of one.
    pub fn line(&self, place: Place) -> Option<u64> {
        Some(place.line).filter(|line| *line > 0 && !self.inputs[place.file].is_table())
    }

    /// The row of a place, where its input is a table and the finding is of one row.
    pub fn row(&self, place: Place) -> Option<u64> {
        Some(place.line).filter(|line| *line > 0 && self.inputs[place.file].is_table())
    }

    /// Whether there are more findings than are kept.
    pub const fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// The inputs in order.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// Files of the folders that were left alone, in order of names.
    pub fn left(&self) -> &[Left] {
        &self.left
    }

    /// What the findings come from: errors first, then what most records have.
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }

    /// The reference date.
    pub const fn as_of(&self) -> civil::Date {
        self.as_of
    }

    /// What was checked: each record by itself, the records as a dataset too, or a package without a look at its records.
    pub const fn scope(&self) -> Scope {
        self.scope
    }

    /// Of a dataset, the record types of which there was no input: references to them, and what is compared with them,
    /// were not checked.
    pub fn not_held(&self) -> Vec<Kind> {
        let is_held = |kind: &Kind| self.inputs.iter().any(|input| input.kind == Some(*kind));
        Kind::all().filter(|kind| self.scope == Scope::Dataset && !is_held(kind)).collect()
    }

    /// What was checked and what was not, in a sentence.
    fn checked(&self, lang: Lang) -> String {
        match self.scope {
            Scope::Record => return RECORDS_ALONE.get(lang).to_owned(),
            Scope::Package => return VERIFIED.get(lang).to_owned(),
            Scope::Dataset => {}
        }
        let titles: Vec<&str> = self.not_held().into_iter().map(|kind| kind.title().get(lang)).collect();
        let whole = WHOLE_DATASET.get(lang);
        match lang {
            _ if titles.is_empty() => whole.to_owned(),
            Lang::Zh => format!("{whole}；没有下列类型的数据，与其有关的未核查：{}", titles.join("、")),
            Lang::En => format!(
                "{whole}; not what has to do with types of which there is no data: {}",
                titles.join(", ")
            ),
        }
    }

    /// What options changed about rules; empty where they are the standard's.
    pub fn changes(&self) -> &[String] {
        &self.changes
    }

    /// Records read and bad by type.
    pub fn records(&self) -> BTreeMap<Kind, Tally> {
        let mut records: BTreeMap<Kind, Tally> = BTreeMap::new();
        for input in &self.inputs {
            if let Some(kind) = input.kind {
                let tally = records.entry(kind).or_default();
                *tally = tally.plus(input.tally);
            }
        }
        records
    }

    fn outcome(&self) -> Outcome {
        if self.severities[Severity::Error as usize] > 0 {
            Outcome::Failed
        } else if self.is_incomplete() {
            Outcome::Unread
        } else if self.inputs.iter().all(|input| input.tally.read == 0) {
            Outcome::Empty
        } else {
            Outcome::Passed
        }
    }

    /// The version of the library that made it.
    fn library(&self) -> &str {
        match &self.editions {
            Editions::Own { .. } => crate::VERSION,
            Editions::Stored { library, .. } => library,
        }
    }

    /// The version of the standard that it was made by.
    fn standard(&self) -> &str {
        match &self.editions {
            Editions::Own { .. } => crate::STANDARD,
            Editions::Stored { standard, .. } => standard,
        }
    }

    /// The revision of the standard's pages that it was made by.
    const fn revision(&self) -> u32 {
        match &self.editions {
            Editions::Own { .. } => crate::REVISION,
            Editions::Stored { revision, .. } => *revision,
        }
    }

    /// The editions of the code tables that rest on a standard, and the division table loaded.
    fn code_editions(&self) -> BTreeMap<&str, Cow<'_, str>> {
        let divisions = match &self.editions {
            Editions::Own { divisions } => divisions.as_deref(),
            Editions::Stored { codes, .. } => {
                return codes.iter().map(|(name, edition)| (name.as_str(), edition.into())).collect();
            }
        };
        let tables = codes::ALL.iter().filter_map(|table| {
            let edition = table.edition?;
            Some((table.name, format!("{} ({edition})", table.standard).into()))
        });
        tables.chain(divisions.map(|name| ("divisions", name.into()))).collect()
    }
}
