//! Rules as text for a terminal.

use std::fmt::Write;

use super::example::Example;
use super::explanation::{Explanation, heading};
use crate::rule::Rule;
use crate::{Lang, Words, rules};

/// Everything about a rule.
pub(super) fn explain(rule: &'static Rule, lang: Lang) -> String {
    let explanation = Explanation::new(rule, lang);
    let mut page = Page { lang, out: String::new() };
    let (open, close) = if lang == Lang::Zh { ("（", "）") } else { (" (", ")") };
    page.line(&format!("{}  {}{open}{}{close}", rule.id, rule.title.get(lang), rule.name));
    page.line("");
    let widest = explanation.facts.iter().map(|fact| fact.0.len()).max().unwrap_or(0);
    for (label, value) in &explanation.facts {
        let pad = " ".repeat(widest - label.len());
        page.line(&format!("{label}{pad}  {value}"));
    }
    page.section(heading::MESSAGE, explanation.message());
    page.section(heading::WHY, [rule.why.get(lang)]);
    page.section(heading::SOURCES, sources(&explanation));
    page.section(heading::ADVICE, [rule.advice.get(lang)]);
    if let Some(setting) = &explanation.setting {
        let rows = explanation.parameters.iter().map(|(name, default)| format!("{name} = {default}"));
        page.section(heading::PARAMETERS, rows.chain([setting.clone()]));
    }
    for example in explanation.examples {
        page.example(example);
    }
    page.out
}

fn sources(explanation: &Explanation) -> Vec<String> {
    let mut lines = Vec::new();
    for source in &explanation.sources {
        lines.push(source.cited.clone());
        lines.extend(source.quotation.map(|words| format!("  “{words}”")));
    }
    lines
}

struct Page {
    lang: Lang,
    out: String,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.out += text;
        self.out.push('\n');
    }

    fn section(&mut self, title: Words, lines: impl IntoIterator<Item = impl AsRef<str>>) {
        self.line("");
        self.line(title.get(self.lang));
        for line in lines {
            self.line(&format!("  {}", line.as_ref()));
        }
    }

    fn example(&mut self, example: &Example) {
        let mut lines: Vec<String> = example.json.lines().map(|line| format!("  {line}")).collect();
        lines.insert(0, example.caption(self.lang));
        if !example.divisions.is_empty() {
            lines.push(heading::DIVISIONS.get(self.lang).to_owned());
            lines.extend(example.divisions.iter().map(|row| format!("  {row}")));
        }
        let found = heading::FOUND.get(self.lang);
        let breaches = example.found(self.lang);
        if breaches.is_empty() {
            lines.push(format!("{found}  {}", heading::NOTHING.get(self.lang)));
        }
        lines.extend(breaches.into_iter().map(|breach| format!("{found}  {breach}")));
        self.section(if example.fails { heading::FAILS } else { heading::PASSES }, lines);
    }
}

/// A line for each rule, by family.
pub(super) fn catalogue(lang: Lang) -> String {
    let mut out = String::new();
    for family in rules::families() {
        if !out.is_empty() {
            out.push('\n');
        }
        let _ = writeln!(out, "{}  {}", family.code, family.title.get(lang));
        for rule in family.rules() {
            let severity = rule.severity.words().get(lang);
            // a Chinese severity is two letters long, an English one up to seven
            let pad = if lang == Lang::Zh { 0 } else { 7 };
            let _ = writeln!(out, "  {}  {severity:<pad$}  {}", rule.id, rule.title.get(lang));
        }
    }
    out
}
