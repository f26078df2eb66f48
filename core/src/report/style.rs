//! What a caller says about how a report looks.

use crate::Lang;
use crate::rule::Rule;

/// How a report for a person looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style<'a> {
    /// The language.
    pub lang: Lang,
    /// Whether the terminal shows colours.
    pub colour: bool,
    /// How many places are listed of each cause; 0 for all that are kept.
    pub places: usize,
    /// How many causes are listed; 0 for all.
    pub causes: usize,
    /// The columns of the terminal; 0 for 80.
    pub columns: usize,
    /// Whether all inputs and the editions of all code tables are listed.
    pub verbose: bool,
    /// Where the text of a rule is found: a command or an address in which `{rule}` stands for its id.
    pub explain: Option<&'a str>,
    /// How the reader gets the causes that are not listed.
    pub more: Option<&'a str>,
}

/// The command or the address that leads to a rule.
pub(super) fn filled(explain: &str, rule: &Rule) -> String {
    explain.replace("{rule}", rule.id)
}

/// The address of a rule's page, where there is one.
pub(super) fn address(explain: Option<&str>, rule: &Rule) -> Option<String> {
    explain.filter(|text| text.contains("://")).map(|text| filled(text, rule))
}
