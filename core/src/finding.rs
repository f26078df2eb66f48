//! A finding: which rule, where, and with which limits; never a value of the record.

use std::borrow::Cow;

use crate::rule::{Rule, Severity};
use crate::rules::Settings;
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
}

/// Takes what the rules find in one record.
pub(crate) struct Sink<'a> {
    as_of: jiff::civil::Date,
    settings: &'a Settings,
    found: Vec<Found>,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(as_of: jiff::civil::Date, settings: &'a Settings) -> Self {
        Self { as_of, settings, found: Vec::new() }
    }

    /// Reports a breach, where the rule is checked and in force on the reference date.
    pub(crate) fn report(&mut self, rule: &'static Rule, pointer: impl Into<String>, params: Params) {
        self.take(rule, pointer.into(), params, None);
    }

    /// Reports what is one finding in a report however often it occurs.
    pub(crate) fn report_once(
        &mut self,
        rule: &'static Rule,
        pointer: String,
        params: Params,
        cause: String,
    ) {
        self.take(rule, pointer, params, Some(cause));
    }

    fn take(&mut self, rule: &'static Rule, pointer: String, params: Params, cause: Option<String>) {
        let in_force = rule.in_force == (None, None) || rule.is_in_force(&self.as_of.to_string());
        if let Some(severity) = self.settings.effective(rule).filter(|_| in_force) {
            self.found.push(Found { rule, severity, pointer, params, cause });
        }
    }

    /// The findings in order of pointer and rule, one for each.
    pub(crate) fn finish(mut self) -> Vec<Found> {
        self.found
            .sort_by(|a, b| compare_pointers(&a.pointer, &b.pointer).then_with(|| a.rule.id.cmp(b.rule.id)));
        self.found.dedup_by(|a, b| a.rule == b.rule && a.pointer == b.pointer);
        self.found
    }
}

/// The number of the last key of a pointer that stands there without its name (`/extensions/*2`).
fn hidden_key(pointer: &str) -> Option<u64> {
    pointer.rsplit('/').find_map(|step| step.strip_prefix('*')).and_then(|number| number.parse().ok())
}

/// The order of pointers: step by step, positions in lists and of hidden keys as numbers.
pub(crate) fn compare_pointers(a: &str, b: &str) -> std::cmp::Ordering {
    let (mut left, mut right) = (a.split('/'), b.split('/'));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return std::cmp::Ordering::Equal,
            (None, Some(_)) => return std::cmp::Ordering::Less,
            (Some(_), None) => return std::cmp::Ordering::Greater,
            (Some(a), Some(b)) => match (position(a), position(b)) {
                (Some(a), Some(b)) => a.cmp(&b),
                _ => a.cmp(b),
            },
        };
        if order.is_ne() {
            return order;
        }
    }
}

fn position(step: &str) -> Option<u64> {
    step.strip_prefix('*').unwrap_or(step).parse().ok()
}

/// Where a record stands in its input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The position of the input among the inputs of the report.
    pub file: usize,
    /// The line on which the record begins, or its row in a table; from 1.
    pub line: u64,
}

/// A breach of a rule.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it matters here; options may have changed it.
    pub severity: Severity,
    /// The record type.
    pub kind: Kind,
    /// The record's id, masked where it is a personal number; none where it cannot be read.
    pub id: Option<String>,
    /// The field, as a JSON Pointer.
    pub pointer: String,
    /// Where the record stands.
    pub place: Place,
    /// Limits, forms and codes that the message names.
    pub params: Params,
    /// How often it occurs, where one finding stands for many.
    pub count: Option<u64>,
}

impl Finding {
    pub(crate) fn new(found: Found, kind: Kind, id: Option<String>, place: Place) -> Self {
        let Found { rule, severity, pointer, params, cause } = found;
        Self { rule, severity, kind, id, pointer, place, params, count: cause.map(|_| 1) }
    }

    /// What is wrong, and the hint where there is one.
    pub fn message(&self, lang: Lang) -> String {
        let mut message = fill(self.rule.message.get(lang), &self.params, lang).unwrap_or_default();
        if let Some(hint) = self.hint(lang) {
            message.push_str(if lang == Lang::Zh { "；" } else { "; " });
            message.push_str(&hint);
        }
        if let Some(number) = hidden_key(&self.pointer) {
            message.push_str(&match lang {
                Lang::Zh => format!("；字段名不宜显示，“*{number}”指所在对象的第{number}个字段"),
                Lang::En => format!("; the key is not shown: *{number} is key {number} of its object"),
            });
        }
        message
    }

    /// What to do about it.
    pub fn advice(&self, lang: Lang) -> String {
        fill(self.rule.advice.get(lang), &self.params, lang).unwrap_or_default()
    }

    fn hint(&self, lang: Lang) -> Option<String> {
        let hint = self.rule.hint?.get(lang);
        let complete = placeholders(hint).all(|name| self.params.iter().any(|(param, _)| *param == name));
        if complete { fill(hint, &self.params, lang) } else { None }
    }
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
    fn list_positions_are_compared_as_numbers() {
        let mut pointers = ["/posts/10/title", "/posts/9/title", "", "/name", "/posts"];
        pointers.sort_by(|a, b| compare_pointers(a, b));
        assert_eq!(pointers, ["", "/name", "/posts", "/posts/9/title", "/posts/10/title"]);
    }

    #[test]
    fn templates_are_filled_in_both_languages() {
        let params = vec![("limit", Param::from(50_usize)), ("form", Words::new("数字", "digits").into())];
        assert_eq!(fill("不得超过{limit}位{form}", &params, Lang::Zh).unwrap(), "不得超过50位数字");
        assert_eq!(fill("{limit} {form} at most", &params, Lang::En).unwrap(), "50 digits at most");
    }
}
