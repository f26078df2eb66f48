//! The report for a person to read, in Chinese or English.

mod inputs;
mod verdict;

use std::fmt;

use super::cause::findings_of;
use super::columns::{grouped, width, wrapped};
use super::style::filled;
use super::{Cause, Report, Style};
use crate::finding::Finding;
use crate::rule::Severity;
use crate::shown::shown;
use crate::{Lang, Words};

/// Escape sequences of a terminal.
mod paint {
    pub(super) const BOLD: &str = "1";
    pub(super) const DIM: &str = "2";
    pub(super) const RED: &str = "1;31";
    pub(super) const YELLOW: &str = "33";
    pub(super) const BLUE: &str = "34";
    pub(super) const GREEN: &str = "1;32";
}

/// What is said of an input without a record.
pub(super) const NOTHING: Words = Words::new(
    "没有记录，未核对任何内容；请确认文件是否正确",
    "it holds no record, so nothing was checked; make sure that it is the right file",
);

/// The columns of a line where the caller says nothing.
const COLUMNS: usize = 80;
/// Blanks before what is said of a cause.
const MARGIN: usize = 5;

impl Report {
    /// The report as text. What comes from the input stands in it with control and format characters escaped.
    pub fn to_text(&self, style: Style<'_>) -> String {
        let columns = if style.columns == 0 { COLUMNS } else { style.columns };
        let mut page = Page { style, columns, report: self, out: String::new() };
        page.write();
        page.out
    }
}

struct Page<'a> {
    style: Style<'a>,
    columns: usize,
    report: &'a Report,
    out: String,
}

impl Page<'_> {
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.style.lang == Lang::Zh { zh } else { en }
    }

    fn paint(&self, code: &str, text: impl fmt::Display) -> String {
        if self.style.colour { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_string() }
    }

    fn severity(&self, severity: Severity) -> String {
        let code = match severity {
            Severity::Error => paint::RED,
            Severity::Warning => paint::YELLOW,
            Severity::Info => paint::BLUE,
        };
        self.paint(code, severity.words().get(self.style.lang))
    }

    /// A paragraph; its lines after the first begin after a margin.
    fn line(&mut self, text: &str, margin: usize) {
        // a margin that eats the line is none
        let margin = if margin * 2 > self.columns { 2 } else { margin };
        self.out += &wrapped(text, margin, self.columns);
        self.out.push('\n');
    }

    /// A label and what it says, every line under the first.
    fn labelled(&mut self, margin: usize, label: &str, text: &str) {
        let head = format!("{}{label}  ", " ".repeat(margin));
        let under = width(&head);
        self.line(&(head + text), under);
    }

    fn write(&mut self) {
        self.inputs();
        self.left();
        self.out.push('\n');
        self.causes();
        self.verdict();
    }

    fn causes(&mut self) {
        let causes = self.report.causes();
        let Some(first) = causes.first() else { return };
        let title = self.say("问题（先改影响记录最多的）", "Findings (fix first what most records have)");
        let title = self.paint(paint::BOLD, title);
        self.line(&title, 0);
        self.out.push('\n');
        let listed = if self.style.causes == 0 { causes.len() } else { self.style.causes.min(causes.len()) };
        let findings = findings_of(causes, self.report.findings());
        for (number, (cause, findings)) in (1..).zip(causes[..listed].iter().zip(findings)) {
            let places = if self.style.places == 0 { findings.len() } else { self.style.places };
            self.cause(number, cause, &findings[..places.min(findings.len())]);
        }
        self.not_listed(&causes[listed..]);
        if let Some(explain) = self.style.explain {
            let explain = shown(&filled(explain, first.first.rule)).into_owned();
            let line = match self.style.lang {
                Lang::Zh => format!("规则的依据、示例和改法：{explain}"),
                Lang::En => format!("what a rule rests on, with examples: {explain}"),
            };
            let line = self.paint(paint::DIM, line);
            self.line(&line, 0);
            self.out.push('\n');
        }
    }

    /// How many causes were left out, and of how many findings.
    fn not_listed(&mut self, causes: &[Cause]) {
        if causes.is_empty() {
            return;
        }
        let (rest, mut counts) = (grouped(causes.len() as u64), Vec::new());
        for severity in Severity::ALL {
            let of = causes.iter().filter(|cause| cause.first.severity == severity);
            let count: u64 = of.fold(0, |sum, cause| sum.saturating_add(cause.findings));
            if count > 0 {
                counts.push(self.counted(severity, count));
            }
        }
        let more = self.style.more.map(shown);
        let line = match (self.style.lang, more) {
            (Lang::Zh, Some(more)) => format!("另有 {rest} 类问题未列出（{}）；{more}", counts.join("，")),
            (Lang::Zh, None) => format!("另有 {rest} 类问题未列出（{}）", counts.join("，")),
            (Lang::En, Some(more)) => {
                format!("{rest} more causes are not listed ({}); {more}", counts.join(", "))
            }
            (Lang::En, None) => format!("{rest} more causes are not listed ({})", counts.join(", ")),
        };
        let line = self.paint(paint::BOLD, line);
        self.line(&line, 0);
        self.out.push('\n');
    }

    /// What is wrong, what to do, and where.
    fn cause(&mut self, number: usize, cause: &Cause, places: &[&Finding]) {
        let finding = &cause.first;
        let lang = self.style.lang;
        let title = self.paint(paint::BOLD, shown(&cause.title(lang)));
        let records = match lang {
            Lang::Zh => format!("{} 条记录", grouped(cause.records)),
            Lang::En if cause.records == 1 => "1 record".to_owned(),
            Lang::En => format!("{} records", grouped(cause.records)),
        };
        let severity = self.severity(finding.severity);
        self.line(&format!("{number:>3}. {severity} {}  {title}  {records}", finding.rule.id), MARGIN);
        let (kind, field) = (finding.subject.title().get(lang), shown(&cause.field));
        let place = if field.is_empty() { kind.to_owned() } else { format!("{kind} {field}") };
        for (label, text) in [
            (self.say("字段", "where"), place),
            (self.say("问题", "what "), finding.message(lang)),
            (self.say("办法", "do   "), finding.advice(lang)),
        ] {
            self.labelled(MARGIN, &self.paint(paint::DIM, label), &shown(&text));
        }
        let label = self.say("位置", "at   ");
        let blank = " ".repeat(width(label));
        for (number, finding) in places.iter().enumerate() {
            let head = if number == 0 { self.paint(paint::DIM, label) } else { blank.clone() };
            self.labelled(MARGIN, &head, &self.place(finding));
        }
        let rest = cause.findings.saturating_sub(places.len() as u64);
        if rest > 0 {
            let rest = grouped(rest);
            let line = match lang {
                Lang::Zh => format!("另有 {rest} 处"),
                Lang::En => format!("and {rest} more"),
            };
            self.labelled(MARGIN, &blank, &self.paint(paint::DIM, line));
        }
        self.out.push('\n');
    }

    fn place(&self, finding: &Finding) -> String {
        let input = &self.report.inputs()[finding.place.file];
        let mut out = match (input.is_table(), self.style.lang) {
            _ if finding.place.line == 0 => shown(&input.name).into_owned(),
            (false, _) => format!("{}:{}", shown(&input.name), finding.place.line),
            (true, Lang::Zh) => format!("{} 第 {} 行", shown(&input.name), grouped(finding.place.line)),
            (true, Lang::En) => format!("{} row {}", shown(&input.name), grouped(finding.place.line)),
        };
        if let Some(id) = &finding.id {
            out = format!("{out}  {}", shown(id));
        }
        if finding.pointer.bytes().any(|byte| byte.is_ascii_digit()) {
            out = format!("{out}  {}", shown(&finding.pointer));
        }
        if let Some(count) = finding.count.filter(|count| *count > 1).map(grouped) {
            out = match self.style.lang {
                Lang::Zh => format!("{out}（共 {count} 处）"),
                Lang::En => format!("{out} ({count} times)"),
            };
        }
        out
    }

    /// A severity with its number of findings.
    fn counted(&self, severity: Severity, count: u64) -> String {
        let (number, words) = (grouped(count), severity.words());
        match self.style.lang {
            Lang::Zh => format!("{} {number} 处", words.zh),
            Lang::En if count == 1 || severity == Severity::Info => format!("{number} {}", words.en),
            Lang::En => format!("{number} {}s", words.en),
        }
    }
}
