//! The text of the rules that a report names, so that its links lead somewhere wherever the page lies.

use std::cmp::Reverse;

use super::super::Report;
use super::super::columns::grouped;
use super::super::style::address;
use super::parts::pill;
use crate::finding::Finding;
use crate::markup::escaped;
use crate::rule::{Basis, Rule, Severity};
use crate::{Lang, Words};

const WHY: Words = Words::new("为什么", "Why");
const BASIS: Words = Words::new("依据", "Basis");
const ADVICE: Words = Words::new("办法", "What to do");
const PAGE: Words = Words::new("详见", "Page");

/// A rule that has findings: how grave, how often, and the first of them.
type Row<'a> = (Severity, Reverse<u64>, &'static str, &'a Finding);

/// The rules with findings, the gravest and most frequent first.
pub(super) fn rows(report: &Report) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for cause in report.causes() {
        let rule = cause.first.rule;
        if !rows.iter().any(|row| row.2 == rule.id) {
            let count = report.rules().get(rule.id).copied().unwrap_or_default();
            rows.push((cause.first.severity, Reverse(count), rule.id, &cause.first));
        }
    }
    rows.sort_by_key(|row| (row.0, row.1, row.2));
    rows
}

/// A rule, leading to its text.
pub(super) fn link(rule: &Rule) -> String {
    format!("<a href=\"#rule-{0}\">{0}</a>", rule.id)
}

/// The text of a rule.
pub(super) fn block(row: &Row<'_>, lang: Lang, explain: Option<&str>) -> String {
    let (severity, count, id, finding) = row;
    let rule = finding.rule;
    let mut facts = vec![(WHY, escaped(rule.why.get(lang))), (ADVICE, escaped(&finding.advice(lang)))];
    let basis: Vec<String> = rule.basis.iter().map(cited).collect();
    if !basis.is_empty() {
        facts.push((BASIS, basis.join("<br>")));
    }
    if let Some(page) = address(explain, rule).map(|page| escaped(&page)) {
        facts.push((PAGE, format!("<a href=\"{page}\">{page}</a>")));
    }
    let facts: Vec<String> =
        facts.iter().map(|(label, text)| format!("<dt>{}</dt><dd>{text}</dd>\n", label.get(lang))).collect();
    let facts = facts.concat();
    let (title, count) = (escaped(rule.title.get(lang)), grouped(count.0));
    format!(
        "<section id=\"rule-{id}\">\n<div class=\"head\">{}<b>{id}</b> {title}<span class=\"share\">{count}</span></div>\n\
         <dl>\n{facts}</dl>\n</section>",
        pill(*severity, lang)
    )
}

fn cited(basis: &Basis) -> String {
    let clause = basis.clause.map(|clause| format!(" {}", escaped(clause))).unwrap_or_default();
    let quote = basis.quote.map(|quote| format!(" <q>{}</q>", escaped(quote))).unwrap_or_default();
    format!("{}{clause}{quote}", escaped(basis.document.name()))
}
