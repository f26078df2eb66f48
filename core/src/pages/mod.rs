//! The rule catalogue for people: each rule explained, and the whole as text, Markdown or HTML.
//!
//! ```
//! use shequ::{Lang, pages, rules};
//! let rule = rules::find("WRK005").unwrap();
//! assert!(pages::explain(rule, Lang::Zh).contains("每人每年受训时间一般不少于20小时"));
//! ```

mod example;
mod explanation;
mod html;
mod markdown;
mod source;
mod text;

use crate::rule::Rule;
use crate::{Lang, schema};

/// A form of the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// A list for a terminal.
    #[default]
    Text,
    /// What `rules.json` holds, in both languages.
    Json,
    /// Markdown, a table for each family.
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
        Form::Json => format!("{:#}\n", schema::catalogue()),
        Form::Markdown => markdown::catalogue(lang),
        Form::Html => html::catalogue(lang),
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
