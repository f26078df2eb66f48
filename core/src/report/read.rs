//! A report read back from its published form, to be shown again in any form and language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::json::VERSION;
use super::{Cause, Editions, Layout, Report, RowSet, Tally};
use crate::error::{Error, Left, LeftOut, Obstacle};
use crate::finding::{Finding, MORE, Param, Place, Related, Subject};
use crate::rule::{Rule, Scope, Severity};
use crate::{Kind, Words, rules};

const NO_REPORT: Error = Error::Stored(Words::new(
    "这不是完整的JSON核查报告；请读取原样保存的报告，不得截断或改动",
    "this is no whole report in JSON; read one as it was written",
));
const OTHER_VERSION: Error = Error::Stored(Words::new(
    "核查报告的形式或其中的规则、记录类型、参数是本版本没有的；请用写出该报告的版本或更新的版本读取",
    "the report has a form, a rule, a record type or a parameter that this version does not know; read it with the version that wrote it or a newer one",
));
const TORN: Error = Error::Stored(Words::new(
    "核查报告前后不一致：有的问题指向报告中没有的输入；请重新核查数据",
    "the report does not agree with itself: a finding names an input that the report does not have; check the data again",
));

/// What is read before all else.
#[derive(Deserialize)]
struct Form<'a> {
    #[serde(borrow)]
    report: std::borrow::Cow<'a, str>,
}

/// What a report holds that cannot be derived.
#[derive(Deserialize)]
struct Stored {
    verdict: Verdict,
    counts: Counts,
    truncated: bool,
    causes: Vec<Gathered>,
    findings: Vec<Item>,
}

#[derive(Deserialize)]
struct Verdict {
    library: String,
    standard: String,
    revision: u32,
    codes: BTreeMap<String, String>,
    profile: Option<String>,
    changes: Vec<String>,
    scope: String,
    as_of: String,
    input: Vec<Input>,
    left: Vec<LeftFile>,
}

#[derive(Deserialize)]
struct LeftFile {
    file: String,
    why: String,
}

#[derive(Deserialize)]
struct Input {
    file: String,
    kind: Option<String>,
    read: u64,
    bad: u64,
    obstacle: Option<Hindrance>,
    form: Option<String>,
    bad_rows: Option<Vec<[u64; 2]>>,
}

#[derive(Deserialize)]
struct Hindrance {
    name: String,
}

#[derive(Deserialize)]
struct Counts {
    error: u64,
    warning: u64,
    info: u64,
    rules: BTreeMap<String, u64>,
}

#[derive(Deserialize)]
struct Gathered {
    field: String,
    records: u64,
    findings: u64,
    first: Item,
}

#[derive(Deserialize)]
struct Item {
    rule: String,
    severity: String,
    kind: String,
    id: Option<String>,
    pointer: String,
    source: Source,
    related: Vec<Partner>,
    params: BTreeMap<String, Value>,
    count: Option<u64>,
}

#[derive(Deserialize)]
struct Partner {
    kind: String,
    id: Option<String>,
    source: Source,
}

#[derive(Deserialize)]
struct Source {
    input: usize,
    line: Option<u64>,
    row: Option<u64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Number(i64),
    Text(String),
    Phrase { zh: String, en: String },
}

impl From<Value> for Param {
    fn from(value: Value) -> Self {
        match value {
            Value::Number(number) => Self::Number(number),
            Value::Text(text) => text.into(),
            Value::Phrase { zh, en } => Self::Phrase(zh, en),
        }
    }
}

impl Report {
    /// A report that was written as JSON, with everything that it held: its text, its HTML and its
    /// JSON are those of the report that was written.
    ///
    /// # Errors
    /// [`Error::Stored`] where the text is no report, or one of a version that this one does not know.
    ///
    /// ```
    /// use shequ::{Checker, Kind, Options, Report, Style};
    /// let report = Checker::new(Options::new()).check(Kind::Case, b"{}");
    /// let stored = serde_json::to_string(&report.to_json())?;
    /// let again = Report::from_json(&stored)?;
    /// assert_eq!(again.to_text(Style::default()), report.to_text(Style::default()));
    /// assert!(Report::from_json("{}").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let form: Form<'_> = serde_json::from_str(text).map_err(|_| NO_REPORT)?;
        if form.report != VERSION {
            return Err(OTHER_VERSION);
        }
        let stored: Stored = serde_json::from_str(text).map_err(|_| NO_REPORT)?;
        let Stored { verdict, counts, truncated, causes, findings } = stored;
        let as_of = verdict.as_of.parse().map_err(|_| NO_REPORT)?;
        if verdict.profile.is_some() {
            return Err(OTHER_VERSION);
        }
        let Verdict { library, standard, revision, codes, changes, scope, input, left, .. } = verdict;
        let scope = Scope::parse(&scope).ok_or(OTHER_VERSION)?;
        let left = left.into_iter().map(LeftFile::restored).collect::<Result<_, _>>()?;
        let inputs = input.into_iter().map(Input::restored).collect::<Result<Vec<_>, _>>()?;
        let reader = Reader { rules: rules::all().map(|rule| (rule.id, rule)).collect(), inputs: &inputs };
        let finding = |item| reader.finding(item);
        let findings = findings.into_iter().map(finding).collect::<Result<_, _>>()?;
        let causes = causes.into_iter().map(|cause| reader.cause(cause)).collect::<Result<_, _>>()?;
        let rules = counts.rules.into_iter().map(|(rule, count)| Ok((reader.rule(&rule)?.id, count)));
        Ok(Self {
            as_of,
            scope,
            editions: Editions::Stored { library, standard, revision, codes },
            changes,
            rules: rules.collect::<Result<_, Error>>()?,
            severities: [counts.error, counts.warning, counts.info],
            findings,
            causes,
            truncated,
            inputs,
            left,
        })
    }
}

impl LeftFile {
    fn restored(self) -> Result<Left, Error> {
        let why = LeftOut::parse(&self.why).ok_or(OTHER_VERSION)?;
        Ok(Left { name: self.file, why })
    }
}

impl Input {
    fn restored(self) -> Result<super::Input, Error> {
        let Self { file, kind, read, bad, obstacle, form, bad_rows } = self;
        let layout = form.map(|name| Layout::parse(&name).ok_or(OTHER_VERSION)).transpose()?;
        let mut rows = RowSet::default();
        if !bad_rows.unwrap_or_default().into_iter().all(|[first, last]| rows.push(first..=last)) {
            return Err(TORN);
        }
        let obstacle = obstacle.map(|obstacle| Obstacle::parse(&obstacle.name).ok_or(OTHER_VERSION));
        Ok(super::Input {
            name: file,
            kind: kind.as_deref().map(parsed).transpose()?,
            tally: Tally { read, bad },
            obstacle: obstacle.transpose()?,
            layout,
            bad_rows: rows,
        })
    }
}

fn parsed(kind: &str) -> Result<Kind, Error> {
    Kind::parse(kind).ok_or(OTHER_VERSION)
}

/// What findings are read with.
struct Reader<'a> {
    rules: BTreeMap<&'static str, &'static Rule>,
    inputs: &'a [super::Input],
}

impl Reader<'_> {
    fn rule(&self, id: &str) -> Result<&'static Rule, Error> {
        self.rules.get(id).copied().ok_or(OTHER_VERSION)
    }

    fn cause(&self, cause: Gathered) -> Result<Cause, Error> {
        let Gathered { field, records, findings, first } = cause;
        Ok(Cause { first: self.finding(first)?, field, records, findings })
    }

    fn place(&self, source: &Source) -> Result<Place, Error> {
        let file = source.input;
        let input = self.inputs.get(file).ok_or(TORN)?;
        let line = if input.is_table() { source.row } else { source.line };
        Ok(Place { file, line: line.unwrap_or_default() })
    }

    fn related(&self, partner: Partner) -> Result<Related, Error> {
        let Partner { kind, id, source } = partner;
        Ok(Related { kind: parsed(&kind)?, id, place: self.place(&source)? })
    }

    fn finding(&self, item: Item) -> Result<Finding, Error> {
        let rule = self.rule(&item.rule)?;
        let place = self.place(&item.source)?;
        let params = item.params.into_iter().map(|(name, value)| {
            let known = rule.params.iter().copied().chain([MORE]);
            let name = known.into_iter().find(|param| *param == name).ok_or(OTHER_VERSION)?;
            Ok((name, value.into()))
        });
        Ok(Finding {
            rule,
            severity: Severity::parse(&item.severity).ok_or(OTHER_VERSION)?,
            subject: Subject::parse(&item.kind).ok_or(OTHER_VERSION)?,
            id: item.id,
            pointer: item.pointer,
            place,
            related: item
                .related
                .into_iter()
                .map(|related| self.related(related))
                .collect::<Result<_, Error>>()?,
            params: params.collect::<Result<_, Error>>()?,
            count: item.count,
        })
    }
}
