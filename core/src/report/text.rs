//! The report for a person to read, in Chinese or English.

use std::fmt::{self, Write};

use super::cause::findings_of;
use super::columns::{grouped, left, right, width, wrapped};
use super::{Cause, Outcome, Report};
use crate::finding::Finding;
use crate::rule::Severity;
use crate::{Lang, Words};

/// How a report for a person looks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// Whether the terminal shows colours.
    pub colour: bool,
    /// How many places are listed of each cause; 0 for all that are kept.
    pub places: usize,
}

/// What is said of an input that holds no record.
pub(super) const NOTHING: Words = Words::new(
    "没有记录，未核对任何内容；请确认文件是否正确",
    "it holds no record, so nothing was checked; make sure that it is the right file",
);

/// Escape sequences of a terminal.
mod paint {
    pub(super) const BOLD: &str = "1";
    pub(super) const DIM: &str = "2";
    pub(super) const RED: &str = "1;31";
    pub(super) const YELLOW: &str = "33";
    pub(super) const BLUE: &str = "34";
    pub(super) const GREEN: &str = "1;32";
}

impl Report {
    /// The report as text.
    #[allow(clippy::missing_panics_doc)] // writing to a string cannot fail
    pub fn to_text(&self, style: Style) -> String {
        let mut page = Page { style, out: String::new() };
        page.write(self).expect("writing to a string cannot fail");
        page.out
    }
}

struct Page {
    style: Style,
    out: String,
}

impl Page {
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

    fn write(&mut self, report: &Report) -> fmt::Result {
        self.inputs(report)?;
        if report.causes().is_empty() {
            writeln!(self.out)?;
        } else {
            let title = self.say("问题（先改影响记录最多的）", "Findings (fix first what most records have)");
            let title = self.paint(paint::BOLD, title);
            writeln!(self.out, "\n{title}\n")?;
            let findings = findings_of(report.causes(), report.findings());
            for (number, (cause, findings)) in (1..).zip(report.causes().iter().zip(findings)) {
                self.cause(report, number, cause, &findings)?;
            }
            self.more(report.causes())?;
        }
        self.verdict(report)
    }

    /// One line for each input: what it holds and how much of it is bad.
    fn inputs(&mut self, report: &Report) -> fmt::Result {
        let title = |input: &super::Input| {
            input.kind.map_or("?", |kind| kind.title().get(self.style.lang)).to_owned()
        };
        let rows: Vec<[String; 4]> = report
            .inputs()
            .iter()
            .map(|input| {
                let read = grouped(input.tally.read);
                [title(input), input.name.clone(), read, grouped(input.tally.bad)]
            })
            .collect();
        let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
        let widths = [widest(0), widest(1), widest(2), widest(3)];
        for (row, input) in rows.iter().zip(report.inputs()) {
            let [kind, name, read, bad] = row;
            let (kind, name) = (left(kind, widths[0]), left(name, widths[1]));
            let (read, bad) = (right(read, widths[2]), right(bad, widths[3]));
            let tally = match self.style.lang {
                Lang::Zh => format!("{read} 条记录，{bad} 条有错误"),
                Lang::En if input.tally.read == 1 => format!("{read} record, {bad} with errors"),
                Lang::En => format!("{read} records, {bad} with errors"),
            };
            let tally = if input.tally.bad > 0 { self.paint(paint::RED, tally) } else { tally };
            writeln!(self.out, "{kind}  {name}  {tally}")?;
            let obstacle = input.obstacle.map(|obstacle| obstacle.words().get(self.style.lang));
            let nothing = (input.tally.read == 0).then_some(NOTHING.get(self.style.lang));
            if let Some(words) = obstacle.or(nothing) {
                let words = self.paint(paint::RED, words);
                writeln!(self.out, "{}  {words}", " ".repeat(widths[0]))?;
            }
        }
        Ok(())
    }

    /// Where to read more about the rules.
    fn more(&mut self, causes: &[Cause]) -> fmt::Result {
        let Some(cause) = causes.first() else { return Ok(()) };
        let (id, page) = (cause.first.rule.id, cause.first.rule.url());
        let line = match self.style.lang {
            Lang::Zh => format!("规则的依据、示例和改法：shequ explain {id}，或见 {page}"),
            Lang::En => format!("what a rule rests on, with examples: shequ explain {id}, or {page}"),
        };
        let line = self.paint(paint::DIM, line);
        writeln!(self.out, "{line}\n")
    }

    /// What is wrong, what to do, and where.
    fn cause(&mut self, report: &Report, number: usize, cause: &Cause, findings: &[&Finding]) -> fmt::Result {
        let finding = &cause.first;
        let lang = self.style.lang;
        let title = self.paint(paint::BOLD, cause.title(lang));
        let records = match lang {
            Lang::Zh => format!("{} 条记录", grouped(cause.records)),
            Lang::En if cause.records == 1 => "1 record".to_owned(),
            Lang::En => format!("{} records", grouped(cause.records)),
        };
        let severity = self.severity(finding.severity);
        writeln!(self.out, "{number:>3}. {severity} {}  {title}  {records}", finding.rule.id)?;
        let (what, todo) = (self.say("问题", "what"), self.say("办法", "do"));
        let (kind, field) = (finding.kind.title().get(lang), &cause.field);
        let place = if field.is_empty() { kind.to_owned() } else { format!("{kind} {field}") };
        writeln!(self.out, "     {}  {}", self.dim(self.say("字段", "where")), place)?;
        writeln!(self.out, "     {}  {}", self.dim(what), finding.message(lang))?;
        writeln!(self.out, "     {}  {}", self.dim(todo), finding.advice(lang))?;
        self.places(report, cause, findings)?;
        writeln!(self.out)
    }

    fn dim(&self, label: &str) -> String {
        let label = if self.style.lang == Lang::En { left(label, 5) } else { label.to_owned() };
        self.paint(paint::DIM, label)
    }

    fn places(&mut self, report: &Report, cause: &Cause, findings: &[&Finding]) -> fmt::Result {
        let most = if self.style.places == 0 { usize::MAX } else { self.style.places };
        let label = self.dim(self.say("位置", "at"));
        let blank = " ".repeat(width(self.say("位置", "where")));
        let mut shown = 0;
        for finding in findings.iter().take(most) {
            let head = if shown == 0 { label.clone() } else { blank.clone() };
            writeln!(self.out, "     {head}  {}", self.place(report, finding))?;
            shown += 1;
        }
        let rest = cause.findings.saturating_sub(shown);
        if rest > 0 {
            let rest = grouped(rest);
            let line = match self.style.lang {
                Lang::Zh => format!("另有 {rest} 处"),
                Lang::En => format!("and {rest} more"),
            };
            writeln!(self.out, "     {blank}  {}", self.paint(paint::DIM, line))?;
        }
        Ok(())
    }

    fn place(&self, report: &Report, finding: &Finding) -> String {
        let file = &report.inputs()[finding.place.file].name;
        let mut out = format!("{file}:{}", finding.place.line);
        if let Some(id) = &finding.id {
            let _ = write!(out, "  {id}");
        }
        if finding.pointer.bytes().any(|byte| byte.is_ascii_digit()) {
            let _ = write!(out, "  {}", finding.pointer);
        }
        if let Some(count) = finding.count.filter(|count| *count > 1) {
            let _ = match self.style.lang {
                Lang::Zh => write!(out, "（共 {} 处）", grouped(count)),
                Lang::En => write!(out, " ({} times)", grouped(count)),
            };
        }
        out
    }

    /// The outcome and the six facts that it rests on.
    fn verdict(&mut self, report: &Report) -> fmt::Result {
        let lang = self.style.lang;
        let outcome = report.outcome();
        let code = if outcome == Outcome::Passed { paint::GREEN } else { paint::RED };
        let outcome = self.paint(code, outcome.words().get(lang));
        let counts: Vec<String> = Severity::ALL
            .iter()
            .map(|severity| match lang {
                Lang::Zh => format!("{} {}", severity.words().zh, grouped(report.count(*severity))),
                Lang::En => format!("{} {}", grouped(report.count(*severity)), plural(*severity, report)),
            })
            .collect();
        let (label, and) = (self.say("核查结论", "verdict"), self.say("，", ", "));
        writeln!(self.out, "{}  {outcome}  {}", self.paint(paint::BOLD, label), counts.join(and))?;
        let facts = match lang {
            Lang::Zh => format!(
                "依据  库 {}，标准 {}，地方规则 无，基准日 {}，输入 {} 个",
                report.library(),
                report.standard(),
                report.as_of(),
                report.inputs().len(),
            ),
            Lang::En => format!(
                "based on  library {}, standard {}, no profile, reference date {}, inputs {}",
                report.library(),
                report.standard(),
                report.as_of(),
                report.inputs().len(),
            ),
        };
        let editions: Vec<String> =
            report.code_editions().into_iter().map(|(name, edition)| format!("{name} {edition}")).collect();
        let editions = wrapped(self.say("代码表", "code tables"), &editions, and);
        let facts = format!("{facts}\n{editions}");
        writeln!(self.out, "{}", self.paint(paint::DIM, facts))?;
        if !report.changes().is_empty() {
            let label = self.say("规则调整", "changed rules");
            let line = wrapped(label, report.changes(), and);
            writeln!(self.out, "{}", self.paint(paint::YELLOW, line))?;
        }
        Ok(())
    }
}

fn plural(severity: Severity, report: &Report) -> &'static str {
    match (severity, report.count(severity)) {
        (Severity::Error, 1) => "error",
        (Severity::Error, _) => "errors",
        (Severity::Warning, 1) => "warning",
        (Severity::Warning, _) => "warnings",
        (Severity::Info, _) => "info",
    }
}
