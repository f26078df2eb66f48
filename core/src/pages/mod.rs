//! The rule catalogue for people: each rule explained, and the whole as text, Markdown or HTML.
//!
//! ```
//! use shequ::{Lang, pages, rules};
//! let rule = rules::find("WRK005").unwrap();
//! assert!(pages::explain(rule, Lang::Zh).contains("每人每年受训时间一般不少于20小时"));
//! ```

mod codes;
mod dictionary;
mod entry;
mod example;
mod explanation;
mod html;
mod markdown;
mod sheet;
mod source;
mod text;

use serde_json::Value;

use self::sheet::Sheet;
use crate::error::Error;
use crate::rule::Rule;
use crate::{Kind, Lang};

/// A form of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// For a terminal.
    #[default]
    Text,
    /// For a program, in both languages.
    Json,
    /// Markdown.
    Markdown,
    /// One page that needs nothing else.
    Html,
}

/// Everything about a rule as text for a terminal: what it says, why, the words of the clause, what
/// to do, and a record that passes and one that fails.
///
/// ```
/// use shequ::{Lang, pages, rules};
/// let text = pages::explain(rules::find("IDN001").unwrap(), Lang::En);
/// assert!(text.starts_with("IDN001  "));
/// ```
pub fn explain(rule: &'static Rule, lang: Lang) -> String {
    text::explain(rule, lang)
}

/// The same as Markdown in one language; [`page`] has both.
///
/// ```
/// use shequ::{Lang, pages, rules};
/// let text = pages::explain_markdown(rules::find("IDN001").unwrap(), Lang::En);
/// assert!(text.starts_with("# IDN001 "));
/// ```
pub fn explain_markdown(rule: &'static Rule, lang: Lang) -> String {
    markdown::explain(rule, lang)
}

/// The same as a piece of HTML that stands in a page of others, an `article` as in the catalogue.
///
/// ```
/// use shequ::{Lang, pages, rules};
/// let piece = pages::explain_html(rules::find("IDN001").unwrap(), Lang::En);
/// assert!(piece.starts_with(r#"<article id="IDN001">"#));
/// ```
pub fn explain_html(rule: &'static Rule, lang: Lang) -> String {
    html::explain(rule, lang)
}

/// All rules in one form; JSON is in both languages, the others in one.
///
/// ```
/// use shequ::{Lang, pages};
/// let page = pages::catalogue(pages::Form::Html, Lang::Zh);
/// assert!(page.contains(r#"<html lang="zh-CN">"#) && page.contains(r#"id="VOL005""#));
/// ```
pub fn catalogue(form: Form, lang: Lang) -> String {
    match form {
        Form::Text => text::catalogue(lang),
        Form::Json => format!("{:#}\n", crate::catalogue()),
        Form::Markdown => markdown::catalogue(lang),
        Form::Html => html::catalogue(lang),
    }
}

/// The code tables with their editions, or one with its codes, the words seen for them in existing data, and the
/// fields that take them; JSON is in both languages, the others in one.
///
/// ```
/// use shequ::{Lang, pages};
/// let page = pages::codes(Some("sex"), pages::Form::Text, Lang::Zh).unwrap();
/// assert!(page.contains("女性") && page.contains("volunteer.sex"));
/// let error = pages::codes(Some("ethnicty"), pages::Form::Text, Lang::Zh).unwrap_err();
/// assert!(error.to_string().contains("ethnicity"));
/// ```
///
/// # Errors
/// Where there is no such table; the error names the nearest.
pub fn codes(table: Option<&str>, form: Form, lang: Lang) -> Result<String, Error> {
    let table = table.map(codes::find).transpose()?;
    let sheet = || table.map_or_else(|| codes::list(lang), |table| codes::page(table, lang));
    Ok(shown(form, lang, sheet, || codes::json(table)))
}

/// The data dictionary: the record types, the fields of one (those of its parts as `posts[].title`), or everything
/// about one field: title, type, unit, class, clauses, description, codes, and the rules that look at it.
/// JSON is in both languages, and without a record type holds the whole.
///
/// ```
/// use shequ::{Lang, pages};
/// let page = pages::dictionary(Some("worker"), Some("posts.title"), pages::Form::Markdown, Lang::En).unwrap();
/// assert!(page.contains("| group\\_leader |"));
/// let error = pages::dictionary(Some("worker"), Some("adress"), pages::Form::Text, Lang::En).unwrap_err();
/// assert!(error.to_string().starts_with("no field of worker is called `adress`"));
/// ```
///
/// # Errors
/// Where there is no such record type or field; the error names the nearest.
pub fn dictionary(kind: Option<&str>, field: Option<&str>, form: Form, lang: Lang) -> Result<String, Error> {
    let Some(name) = kind else {
        return Ok(shown(form, lang, || dictionary::list(lang), || dictionary::json(None)));
    };
    let kind = name.parse::<Kind>()?;
    let Some(name) = field else {
        return Ok(shown(form, lang, || dictionary::page(kind, lang), || dictionary::json(Some(kind))));
    };
    let entry = entry::find(kind, name)?;
    Ok(shown(form, lang, || dictionary::field(&entry, lang), || entry.json()))
}

fn shown(form: Form, lang: Lang, sheet: impl Fn() -> Sheet, json: impl Fn() -> Value) -> String {
    match form {
        Form::Text => sheet().text(),
        Form::Json => format!("{:#}\n", json()),
        Form::Markdown => sheet().markdown(),
        Form::Html => sheet().html(lang),
    }
}

/// The page of a rule in Markdown, Chinese first, as it is published under its address.
///
/// ```
/// use shequ::{pages, rules};
/// assert!(pages::page(rules::find("IDN001").unwrap()).contains("# IDN001"));
/// ```
pub fn page(rule: &'static Rule) -> String {
    markdown::page(rule)
}

/// The page that lists the pages of all rules.
///
/// ```
/// assert!(shequ::pages::index().contains("[IDN001](IDN001.md)"));
/// ```
pub fn index() -> String {
    markdown::index()
}

#[cfg(test)]
mod tests;
