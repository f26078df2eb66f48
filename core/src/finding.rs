//! A finding: which rule, where, and with which limits; never a value of the record.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::field::{FieldMeta, Sorted, compare_pointers};
use crate::rule::{Rule, Severity};
use crate::{Kind, Lang, Words};

/// A parameter of a finding: a limit, a form, a code or a public name.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Param {
    /// A whole number.
    Number(i64),
    /// A text that is the same in both languages.
    Text(Cow<'static, str>),
    /// Words of the standard.
    Words(Words),
    /// A phrase that is put together, in Chinese and in English.
    Phrase(String, String),
}

impl Param {
    /// The parameter as messages show it.
    pub fn render(&self, lang: Lang) -> Cow<'_, str> {
        match self {
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Words(words) => Cow::Borrowed(words.get(lang)),
            Self::Phrase(zh, en) => Cow::Borrowed(if lang == Lang::Zh { zh } else { en }),
        }
    }
}

impl From<usize> for Param {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<u32> for Param {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}
impl From<i16> for Param {
    fn from(number: i16) -> Self {
        Self::Number(number.into())
    }
}
impl From<Words> for Param {
    fn from(words: Words) -> Self {
        Self::Words(words)
    }
}
impl From<&'static str> for Param {
    fn from(text: &'static str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl From<jiff::civil::Date> for Param {
    fn from(date: jiff::civil::Date) -> Self {
        Self::Text(date.to_string().into())
    }
}

/// The named parameters of a finding.
pub type Params = Vec<(&'static str, Param)>;

/// What a rule found in one record, before it is known where the record stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) rule: &'static Rule,
    /// How much it matters under the settings.
    pub(crate) severity: Severity,
    pub(crate) pointer: String,
    pub(crate) params: Params,
    /// Findings of one cause in a report are one finding: what they have in common.
    pub(crate) cause: Option<String>,
    /// How many it stands for, where it says how many more there are in its record.
    pub(crate) more: Option<u64>,
}

impl Found {
    pub(crate) fn new(rule: &'static Rule, severity: Severity, pointer: String, params: Params) -> Self {
        Self { rule, severity, pointer, params, cause: None, more: None }
    }

    /// Says how many more there are in the record than are told one by one.
    pub(crate) fn more(rule: &'static Rule, severity: Severity, more: u64) -> Self {
        let number = usize::try_from(more).unwrap_or(usize::MAX);
        Self { more: Some(more), ..Self::new(rule, severity, String::new(), vec![(MORE, number.into())]) }
    }
}

impl Sorted for Found {
    type Sort = &'static str;

    fn sort(&self) -> &'static str {
        self.rule.id
    }

    fn order(&self, other: &Self) -> Ordering {
        compare_pointers(&self.pointer, &other.pointer).then_with(|| self.rule.id.cmp(other.rule.id))
    }
}

/// The parameter by which a finding of any rule says how many more there are in its record.
pub(crate) const MORE: &str = "more";

/// The number of the last key of a pointer that stands there without its name (`/extensions/*2`).
fn hidden_key(pointer: &str) -> Option<u64> {
    pointer.rsplit('/').find_map(|step| step.strip_prefix('*')).and_then(|number| number.parse().ok())
}

/// Where a record stands in its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The position of the input among the inputs of the report.
    pub file: usize,
    /// The line on which the record begins, or its row in a table, from 1; 0 where what is found is of the
    /// input as a whole.
    pub line: u64,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// A record of this type, or all of them.
    Record(Kind),
    /// The package in which records are exchanged.
    Package,
}

impl Subject {
    /// The name in reports: that of the record type, or `package`.
    ///
    /// ```
    /// use shequ::{Kind, Subject};
    /// assert_eq!(Subject::Record(Kind::Fund).name(), "fund");
    /// assert_eq!(Subject::Package.name(), "package");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Record(kind) => kind.name(),
            Self::Package => "package",
        }
    }

    /// The titles in both languages.
    pub const fn title(self) -> Words {
        match self {
            Self::Record(kind) => kind.title(),
            Self::Package => Words::new("数据包", "Package"),
        }
    }

    /// The record type, where it is one.
    pub const fn kind(self) -> Option<Kind> {
        match self {
            Self::Record(kind) => Some(kind),
            Self::Package => None,
        }
    }

    /// The field of a JSON Pointer, where the standard declares it.
    pub fn field(self, pointer: &str) -> Option<&'static FieldMeta> {
        self.kind()?.declaration().field(pointer)
    }

    /// The subject of a name as [`Subject::name`] gives it.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        if name == Self::Package.name() {
            return Some(Self::Package);
        }
        Kind::all().find(|kind| kind.name() == name).map(Self::Record)
    }
}

impl From<Kind> for Subject {
    fn from(kind: Kind) -> Self {
        Self::Record(kind)
    }
}

/// Another record that a finding is about too.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Related {
    /// Its type.
    pub kind: Kind,
    /// Its id, masked where it is a personal number; none where it cannot be read.
    pub id: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A breach of a rule.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it matters here; options may have changed it.
    pub severity: Severity,
    /// What it is about: mostly a record of some type.
    pub subject: Subject,
    /// The record's id, masked where it is a personal number; none where it cannot be read, or where the
    /// finding is about no single record.
    pub id: Option<String>,
    /// The field, as a JSON Pointer.
    pub pointer: String,
    /// Where the record stands.
    pub place: Place,
    /// The other records that are part of it, in their order; of many the first.
    pub related: Vec<Related>,
    /// Limits, forms and codes that the message names.
    pub params: Params,
    /// How often it occurs, where one finding stands for many: a local code in the report, or what a
    /// record has of one rule beyond its first 1,000 findings.
    pub count: Option<u64>,
}

impl Finding {
    pub(crate) fn new(found: Found, subject: impl Into<Subject>, id: Option<String>, place: Place) -> Self {
        let Found { rule, severity, pointer, params, cause, more } = found;
        let (subject, count) = (subject.into(), more.or(cause.map(|_| 1)));
        Self { rule, severity, subject, id, pointer, place, related: Vec::new(), params, count }
    }

    /// The record type, where it is about records.
    pub const fn kind(&self) -> Option<Kind> {
        self.subject.kind()
    }

    /// What is wrong, and the hint where there is one.
    pub fn message(&self, lang: Lang) -> String {
        if let Some((_, more)) = self.params.iter().find(|(name, _)| *name == MORE) {
            let (title, more) = (self.rule.title.get(lang), more.render(lang));
            return match lang {
                Lang::Zh => format!("该记录中这类问题（{title}）另有{more}处，不再逐一列出"),
                Lang::En => {
                    format!("{more} more of this kind ({title}) in the record are not listed one by one")
                }
            };
        }
        let mut message = said(self.rule, &self.params, lang);
        if let Some(number) = hidden_key(&self.pointer) {
            message = match lang {
                Lang::Zh => format!("{message}；字段名不宜显示，“*{number}”指所在对象的第{number}个字段"),
                Lang::En => {
                    format!("{message}; the key is not shown: *{number} is key {number} of its object")
                }
            };
        }
        message
    }

    /// What to do about it.
    pub fn advice(&self, lang: Lang) -> String {
        fill(self.rule.advice.get(lang), &self.params, lang).unwrap_or_default()
    }
}

/// What a rule says with these parameters, and its hint where all of that is known.
pub(crate) fn said(rule: &Rule, params: &Params, lang: Lang) -> String {
    let mut message = fill(rule.message.get(lang), params, lang).unwrap_or_default();
    if let Some(hint) = hint(rule, params, lang) {
        message.push_str(if lang == Lang::Zh { "；" } else { "; " });
        message.push_str(&hint);
    }
    message
}

fn hint(rule: &Rule, params: &Params, lang: Lang) -> Option<String> {
    let hint = rule.hint?.get(lang);
    let complete = placeholders(hint).all(|name| params.iter().any(|(param, _)| *param == name));
    if complete { fill(hint, params, lang) } else { None }
}

/// The names between braces.
pub(crate) fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name)
}

/// A template with its placeholders filled; one without a value becomes nothing.
fn fill(template: &str, params: &Params, lang: Lang) -> Option<String> {
    let mut parts = template.split('{');
    let mut out = parts.next()?.to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}')?;
        if let Some((_, param)) = params.iter().find(|(param, _)| *param == name) {
            out.push_str(&param.render(lang));
        }
        out.push_str(rest);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_in_both_languages() {
        let params = vec![("limit", Param::from(50_usize)), ("form", Words::new("数字", "digits").into())];
        assert_eq!(fill("不得超过{limit}位{form}", &params, Lang::Zh).unwrap(), "不得超过50位数字");
        assert_eq!(fill("{limit} {form} at most", &params, Lang::En).unwrap(), "50 digits at most");
    }
}
