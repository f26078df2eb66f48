//! All rules as one page that needs nothing else.

use std::fmt::Write;

use super::example::Example;
use super::explanation::{Explanation, heading};
use crate::markup::{self, escaped};
use crate::rule::Rule;
use crate::{Lang, STANDARD, Words, rules};

const STYLE: &str = include_str!("page.css");

/// One rule.
pub(super) fn explain(rule: &'static Rule, lang: Lang) -> String {
    let mut out = String::new();
    article(&mut out, &Explanation::new(rule, lang));
    out
}

/// The page.
pub(super) fn catalogue(lang: Lang) -> String {
    let title = match lang {
        Lang::Zh => format!("社区数据标准 shequ {STANDARD} 规则目录"),
        Lang::En => format!("Rules of the community data standard shequ {STANDARD}"),
    };
    let mut out = format!("<header>\n<h1>{}</h1>\n", escaped(&title));
    contents(&mut out, lang);
    out += "</header>\n<main>\n";
    for family in rules::families() {
        let (code, title) = (family.code, escaped(family.title.get(lang)));
        let _ = writeln!(out, "<section aria-labelledby=\"{code}\">\n<h2 id=\"{code}\">{code} {title}</h2>");
        for rule in family.rules() {
            article(&mut out, &Explanation::new(rule, lang));
        }
        out += "</section>\n";
    }
    out += "</main>\n";
    markup::page(lang, &title, STYLE, &out)
}

fn contents(out: &mut String, lang: Lang) {
    let _ = writeln!(out, "<nav aria-label=\"{}\">\n<ul>", Words::new("目录", "Contents").get(lang));
    for family in rules::families() {
        let (code, title) = (family.code, escaped(family.title.get(lang)));
        let _ = writeln!(out, "<li><a href=\"#{code}\">{code} {title}</a></li>");
    }
    out.push_str("</ul>\n</nav>\n");
}

fn article(out: &mut String, explanation: &Explanation) {
    let rule = explanation.rule;
    let (id, title) = (rule.id, escaped(explanation.say(rule.title)));
    let (class, severity) = (rule.severity.name(), explanation.say(rule.severity.words()));
    let _ = writeln!(
        out,
        "<article id=\"{id}\">\n<h3>{id} {title} <span class=\"{class}\">{severity}</span></h3>\n\
         <p class=\"name\">{}</p>\n<dl>",
        rule.name
    );
    let mut row = |label: &str, value: &str| {
        let _ = writeln!(out, "<dt>{}</dt><dd>{value}</dd>", escaped(label));
    };
    let message: Vec<String> = explanation.message().into_iter().map(escaped).collect();
    row(explanation.say(heading::MESSAGE), &message.join("<br>"));
    row(explanation.say(heading::WHY), &escaped(explanation.say(rule.why)));
    row(explanation.say(heading::SOURCES), &sources(explanation));
    row(explanation.say(heading::ADVICE), &escaped(explanation.say(rule.advice)));
    if let Some(setting) = &explanation.setting {
        let rows =
            explanation.parameters.iter().map(|(name, default)| escaped(&format!("{name} = {default}")));
        let rows: Vec<String> = rows.chain([escaped(setting)]).collect();
        row(explanation.say(heading::PARAMETERS), &rows.join("<br>"));
    }
    // the severity stands in the heading
    for (label, value) in explanation.facts.iter().skip(1) {
        row(label, &escaped(value));
    }
    *out += "</dl>\n";
    if !explanation.examples.is_empty() {
        let _ = writeln!(
            out,
            "<details>\n<summary>{}</summary>",
            Words::new("示例", "Examples").get(explanation.lang)
        );
        for example in explanation.examples {
            figure(out, example, explanation.lang);
        }
        *out += "</details>\n";
    }
    *out += "</article>\n";
}

fn sources(explanation: &Explanation) -> String {
    let mut out = String::new();
    for source in &explanation.sources {
        let _ = write!(out, "<div>{}", escaped(&source.cited));
        if let Some(words) = source.quotation {
            // most clauses are Chinese on an English page too
            let lang = if words.is_ascii() { "en" } else { "zh-CN" };
            let _ = write!(out, "<blockquote lang=\"{lang}\">{}</blockquote>", escaped(words));
        }
        out += "</div>";
    }
    out
}

fn figure(out: &mut String, example: &Example, lang: Lang) {
    let title = if example.fails { heading::FAILS } else { heading::PASSES };
    let caption = escaped(&example.caption(lang));
    let _ =
        writeln!(out, "<figure>\n<figcaption><strong>{}</strong> {caption}</figcaption>", title.get(lang));
    let _ = writeln!(out, "<pre>{}</pre>", escaped(&example.json));
    if !example.divisions.is_empty() {
        let rows = escaped(&example.divisions.join("\n"));
        let _ = writeln!(out, "<p>{}</p>\n<pre>{rows}</pre>", heading::DIVISIONS.get(lang));
    }
    let found = example.found(lang);
    if found.is_empty() {
        let _ = writeln!(out, "<p>{} {}</p>", heading::FOUND.get(lang), heading::NOTHING.get(lang));
    } else {
        let items: Vec<String> = found.iter().map(|line| escaped(line)).collect();
        let items = items.join("</li><li>");
        let _ = writeln!(out, "<p>{}</p>\n<ul><li>{items}</li></ul>", heading::FOUND.get(lang));
    }
    *out += "</figure>\n";
}
