//! The report for a browser or a notebook: nothing but HTML and its style.

mod parts;
mod rules;

use std::fmt::Write;

use self::parts::{badge, bar, path, share};
use self::rules::link;
use super::cause::field_of;
use super::columns::grouped;
use super::json::FIRST;
use super::text::NOTHING;
use super::{Cause, Outcome, Report, Tally};
use crate::finding::Finding;
use crate::markup::{self, escaped};
use crate::rule::Severity;
use crate::{Lang, Words};

const STYLE: &str = include_str!("report.css");
const PAGE_STYLE: &str = include_str!("page.css");

/// How many findings are shown; the others are counted.
const MAX_FINDINGS: usize = 20;

/// How much HTML there is around the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HtmlForm {
    /// One element with its own style, to stand in a notebook or on another page.
    #[default]
    Fragment,
    /// A page.
    Page,
}

impl Report {
    /// The report as HTML, without scripts and without anything from elsewhere.
    ///
    /// ```
    /// use shequ::{Checker, HtmlForm, Kind, Lang, Options};
    /// let report = Checker::new(Options::new()).check(Kind::Case, b"{}");
    /// assert!(report.to_html(Lang::Zh, HtmlForm::Page).starts_with("<!doctype html>"));
    /// assert!(report.to_html(Lang::En, HtmlForm::Fragment).starts_with("<div class=\"shequ-report\""));
    /// ```
    pub fn to_html(&self, lang: Lang, form: HtmlForm) -> String {
        self.to_html_with(lang, form, None)
    }

    /// The report as HTML in which each rule names its page besides: `{rule}` in the address stands for its id.
    pub fn to_html_with(&self, lang: Lang, form: HtmlForm, explain: Option<&str>) -> String {
        let mut body =
            Body { report: self, lang, explain, is_page: form == HtmlForm::Page, out: String::new() };
        body.write();
        let body = body.out;
        let code = markup::lang_code(lang);
        match form {
            HtmlForm::Fragment => {
                format!(
                    "<div class=\"shequ-report\" lang=\"{code}\">\n<style>\n{STYLE}</style>\n{body}</div>\n"
                )
            }
            HtmlForm::Page => {
                let title = TITLE.get(lang);
                let body =
                    format!("<main class=\"shequ-report\">\n<h1>{}</h1>\n{body}</main>\n", escaped(title));
                markup::page(lang, title, &format!("{STYLE}{PAGE_STYLE}"), &body)
            }
        }
    }
}

const TITLE: Words = Words::new("社区数据核查报告", "Report on community data");
const WHAT_FIRST: Words = Words::new("先改这些", "What to fix first");
const DETAILS: Words = Words::new("问题明细", "Findings");
const BY_RULE: Words = Words::new("规则说明", "The rules");
const GROUNDS: Words = Words::new("核查依据", "What the verdict rests on");

struct Body<'a> {
    report: &'a Report,
    lang: Lang,
    /// Where the pages of rules lie.
    explain: Option<&'a str>,
    is_page: bool,
    out: String,
}

impl Body<'_> {
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        Words::new(zh, en).get(self.lang)
    }

    fn line(&mut self, html: &str) {
        self.out.push_str(html);
        self.out.push('\n');
    }

    fn write(&mut self) {
        self.verdict();
        self.line(&format!("<p class=\"dim\">{}</p>", escaped(&self.report.checked(self.lang))));
        self.obstacles();
        self.left();
        self.records();
        self.causes();
        self.findings();
        self.rules();
        self.grounds();
    }

    /// The outcome, how much was read, and how many findings there are.
    fn verdict(&mut self) {
        let report = self.report;
        let outcome = report.outcome();
        let mut badges = badge(outcome, self.lang);
        if outcome == Outcome::Failed && report.is_incomplete() {
            badges += &badge(Outcome::Unread, self.lang);
        }
        let all = report.records().into_values().fold(Tally::default(), Tally::plus);
        let (read, bad) = (grouped(all.read), grouped(all.bad));
        let tally = match self.lang {
            Lang::Zh => format!("共 {read} 条记录，{bad} 条有错误"),
            Lang::En if all.read == 1 => format!("1 record, {bad} with errors"),
            Lang::En => format!("{read} records, {bad} with errors"),
        };
        let counts = Severity::ALL.map(|severity| {
            let count = report.count(severity);
            let class = if count == 0 { "none" } else { severity.name() };
            let word = severity.words().get(self.lang);
            format!("<span class=\"{class}\">{word} <b>{}</b></span>", grouped(count))
        });
        let counts = counts.concat();
        self.line(&format!(
            "<div class=\"verdict\">{badges}<strong>{tally}</strong><span class=\"counts\">{counts}</span></div>"
        ));
    }

    /// What could not be read, or holds no record.
    fn obstacles(&mut self) {
        for input in self.report.inputs() {
            let obstacle = input.obstacle.map(|obstacle| obstacle.words().get(self.lang));
            let nothing = input.is_empty().then_some(NOTHING.get(self.lang));
            if let Some(words) = obstacle.or(nothing) {
                let (name, words) = (escaped(&input.name), escaped(words));
                self.line(&format!("<p class=\"obstacle\"><code>{name}</code> {words}</p>"));
            }
        }
    }

    /// What lies in the folders besides.
    fn left(&mut self) {
        let left = self.report.left();
        for left in left.iter().take(MAX_FINDINGS) {
            let (name, words) = (escaped(&left.name), escaped(left.why.words().get(self.lang)));
            let label = self.say("未核查", "not checked");
            self.line(&format!("<p class=\"dim\">{label} <code>{name}</code> {words}</p>"));
        }
        if left.len() > MAX_FINDINGS {
            self.rest((left.len() - MAX_FINDINGS) as u64, "个文件未核查", "more files were not checked");
        }
    }

    /// Records read and bad, a row for each type.
    fn records(&mut self) {
        let records = self.report.records();
        if records.is_empty() {
            return;
        }
        let heads = [
            self.say("记录类型", "Record type"),
            self.say("记录", "Records"),
            self.say("有错误", "With errors"),
        ];
        let heads = format!(
            "<th>{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th></th>",
            heads[0], heads[1], heads[2]
        );
        self.line(&format!("<table class=\"records\">\n<thead><tr>{heads}</tr></thead>\n<tbody>"));
        for (kind, tally) in records {
            let (title, read, bad) =
                (escaped(kind.title().get(self.lang)), grouped(tally.read), grouped(tally.bad));
            let class = if tally.bad > 0 { "error" } else { "none" };
            let bar = bar(tally.bad, tally.read, class);
            self.line(&format!(
                "<tr><td>{title}</td><td class=\"n\">{read}</td><td class=\"n {class}\">{bad}</td><td>{bar}</td></tr>"
            ));
        }
        self.line("</tbody>\n</table>");
    }

    /// What to fix first.
    fn causes(&mut self) {
        let causes = self.report.causes();
        if causes.is_empty() {
            return;
        }
        self.heading(WHAT_FIRST);
        self.line("<ol class=\"causes\">");
        for cause in causes.iter().take(FIRST) {
            self.cause(cause);
        }
        self.line("</ol>");
        if let Some(rest) = causes.len().checked_sub(FIRST).filter(|rest| *rest > 0) {
            self.rest(rest as u64, "类问题", "more causes");
        }
    }

    fn cause(&mut self, cause: &Cause) {
        let finding = &cause.first;
        let records = self.report.records();
        let of = finding.kind().and_then(|kind| records.get(&kind)).map_or(0, |tally| tally.read);
        let records = grouped(cause.records);
        let records = match self.lang {
            Lang::Zh => format!("{records} 条记录"),
            Lang::En if cause.records == 1 => format!("{records} record"),
            Lang::En => format!("{records} records"),
        };
        let share = share(cause.records, of);
        let (kind, title) =
            (escaped(finding.subject.title().get(self.lang)), escaped(&cause.title(self.lang)));
        let field = if cause.field.is_empty() {
            String::new()
        } else {
            format!(" <code>{}</code>", path(&cause.field))
        };
        let html = format!(
            "<li>\n<div class=\"head\">{}<b>{title}</b>{}<span class=\"share\">{records} · {share}{}</span></div>\n\
             <div class=\"dim\">{kind}{field}</div>\n<div>{}</div>\n</li>",
            self.severity(finding.severity),
            link(finding.rule),
            bar(cause.records, of, finding.severity.name()),
            escaped(&finding.advice(self.lang)),
        );
        self.line(&html);
    }

    /// The first findings, one row for each.
    fn findings(&mut self) {
        let findings = self.report.findings();
        if findings.is_empty() {
            return;
        }
        self.heading(DETAILS);
        let heads = [
            self.say("位置", "Place"),
            self.say("记录编号", "Record"),
            self.say("字段", "Field"),
            self.say("问题", "What is wrong"),
        ];
        let heads = heads.map(|head| format!("<th>{head}</th>")).concat();
        self.line(&format!("<div class=\"wide\"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"));
        for finding in findings.iter().take(MAX_FINDINGS) {
            self.finding(finding);
        }
        self.line("</tbody>\n</table></div>");
        let all: u64 = Severity::ALL.iter().fold(0, |all, one| self.report.count(*one).saturating_add(all));
        let rest = all.saturating_sub(findings.len().min(MAX_FINDINGS) as u64);
        if rest > 0 {
            self.rest(rest, "条", "more findings");
        }
    }

    fn finding(&mut self, finding: &Finding) {
        let input = &self.report.inputs()[finding.place.file];
        let (name, line) = (path(&input.name), grouped(finding.place.line));
        let place = match (self.lang, input.is_table()) {
            _ if finding.place.line == 0 => String::new(),
            (Lang::Zh, true) => format!("第 {line} 行"),
            (Lang::En, true) => format!("row {line}"),
            (_, false) => format!(":{}", finding.place.line),
        };
        let place = if input.is_table() { format!("{name} {place}") } else { name + &place };
        let id = finding.id.as_deref().map(escaped).unwrap_or_default();
        let field = finding.subject.field(&field_of(&finding.pointer));
        let title = field.map(|field| escaped(field.title.get(self.lang))).unwrap_or_default();
        let times = match (finding.count.filter(|count| *count > 1).map(grouped), self.lang) {
            (Some(count), Lang::Zh) => format!("（共 {count} 处）"),
            (Some(count), Lang::En) => format!(" ({count} times)"),
            (None, _) => String::new(),
        };
        let html = format!(
            "<tr><td>{place}</td><td class=\"id\">{id}</td><td>{title} <code>{}</code></td><td>{}{}{times} {}</td></tr>",
            path(&finding.pointer),
            self.severity(finding.severity),
            escaped(&finding.message(self.lang)),
            link(finding.rule),
        );
        self.line(&html);
    }

    /// The rules that have findings: how often, why, on what they rest.
    fn rules(&mut self) {
        let rows = rules::rows(self.report);
        if rows.is_empty() {
            return;
        }
        self.open(BY_RULE, rows.len());
        self.line("<div class=\"rules\">");
        for row in &rows {
            let block = rules::block(row, self.lang, self.explain);
            self.line(&block);
        }
        self.line("</div>\n</details>");
    }

    /// The facts that the verdict rests on.
    fn grounds(&mut self) {
        let report = self.report;
        let _ = write!(self.out, "<details>\n<summary>{}</summary>\n<dl>\n", GROUNDS.get(self.lang));
        self.fact(self.say("库", "Library"), report.library());
        self.fact(self.say("标准", "Standard"), report.standard());
        self.fact(self.say("地方规则", "Profile"), self.say("无", "none"));
        self.fact(self.say("基准日", "Reference date"), &report.as_of().to_string());
        for input in report.inputs() {
            self.fact(self.say("输入", "Input"), &input.name);
        }
        for change in report.changes() {
            self.fact(self.say("规则调整", "Changed rule"), change);
        }
        for (name, edition) in report.code_editions() {
            self.fact(name, &edition);
        }
        self.line("</dl>\n</details>");
    }

    fn fact(&mut self, label: &str, value: &str) {
        self.line(&format!("<dt>{}</dt><dd>{}</dd>", escaped(label), escaped(value)));
    }

    fn heading(&mut self, words: Words) {
        self.line(&format!("<h2>{}</h2>", escaped(words.get(self.lang))));
    }

    fn open(&mut self, words: Words, count: usize) {
        let title = escaped(words.get(self.lang));
        let open = if self.is_page { " open" } else { "" };
        self.line(&format!("<details{open}>\n<summary>{title} <span class=\"dim\">{count}</span></summary>"));
    }

    fn rest(&mut self, rest: u64, zh: &str, en: &str) {
        let rest = grouped(rest);
        let text = match self.lang {
            Lang::Zh => format!("还有 {rest} {zh}"),
            Lang::En => format!("and {rest} {en}"),
        };
        self.line(&format!("<p class=\"dim\">{text}</p>"));
    }

    fn severity(&self, severity: Severity) -> String {
        parts::pill(severity, self.lang)
    }
}
