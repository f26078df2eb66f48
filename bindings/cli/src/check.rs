//! `shequ check`

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use shequ::{
    Checker, Compared, DivisionTable, Error, HtmlForm, Lang, Obstacle, Options, Origin, Report, Settings,
    Severity, Source, Style, Words,
};

use crate::arguments::{Check, Format, Shown};
use crate::output;
use crate::{FINDINGS, OK, UNREADABLE};

pub(crate) fn run(arguments: &Check, lang: Lang) -> u8 {
    let earlier = match arguments.baseline.as_deref().map(baseline).transpose() {
        Ok(earlier) => earlier,
        Err(error) => return output::fail(lang, &error),
    };
    match report(arguments, lang) {
        Ok(report) => {
            let compared = earlier.map(|earlier| report.against(&earlier));
            let shown = show(&report, &arguments.shown, lang);
            if let Some(compared) = &compared {
                say_compared(compared, arguments.shown.format, lang);
            }
            let new = |severity: Severity| {
                compared.as_ref().map_or_else(|| report.count(severity), |compared| compared.count(severity))
            };
            shown.max(outcome(&report, &arguments.shown, arguments.allow_empty, &new))
        }
        Err(error) => output::fail(lang, &error),
    }
}

/// An earlier report.
fn baseline(path: &Path) -> Result<Report, Error> {
    let text = std::fs::read_to_string(path).map_err(|_| Error::NotFound { path: path.to_owned() })?;
    Report::from_json(&text)
}

/// How many findings are known, and how many are new: with the text, or beside what a program reads.
fn say_compared(compared: &Compared, format: Format, lang: Lang) {
    let (known, new) = (compared.known, compared.new.iter().sum::<u64>());
    let text = match lang {
        Lang::Zh => format!("与以前的报告相比：已知 {known} 处，新增 {new} 处"),
        Lang::En => format!("against the earlier report: {known} findings known, {new} new"),
    };
    if format == Format::Text {
        output::print(&(text + "\n"), lang);
    } else {
        output::remark(&text);
    }
}

pub(crate) fn show(report: &Report, arguments: &Shown, lang: Lang) -> u8 {
    let explain = explain(arguments, lang);
    match arguments.format {
        Format::Json => output::print_json(&report.to_json_with(Some(&explain)), lang),
        Format::Html => output::print(&report.to_html_with(lang, HtmlForm::Page, Some(&explain)), lang),
        Format::Text => {
            let columns = arguments.columns.map_or_else(output::terminal_columns, usize::from);
            let printed = output::print(
                &report.to_text(Style {
                    lang,
                    colour: output::is_coloured(arguments.color),
                    places: arguments.places,
                    causes: arguments.causes,
                    columns,
                    verbose: arguments.verbose,
                    explain: Some(&explain),
                    more: Some(Words::new("加 --causes 0 列出全部", "--causes 0 lists all").get(lang)),
                }),
                lang,
            );
            let unknown = report.inputs().iter().any(|input| input.obstacle == Some(Obstacle::UnknownKind));
            if unknown {
                output::hint(lang, Words::new("可用 --kind 指明记录类型", "--kind names the record type"));
            }
            printed
        }
    }
}

/// The command or the address that leads to the text of a rule.
fn explain(arguments: &Shown, lang: Lang) -> String {
    match (&arguments.rules_url, lang) {
        (Some(url), _) if url.contains("{rule}") => url.clone(),
        (Some(url), _) => format!("{}/{{rule}}.md", url.trim_end_matches('/')),
        (None, Lang::Zh) => "shequ explain {rule}".to_owned(),
        (None, Lang::En) => "shequ explain {rule} --lang en".to_owned(),
    }
}

pub(crate) fn outcome(
    report: &Report,
    arguments: &Shown,
    allow_empty: bool,
    count: &dyn Fn(Severity) -> u64,
) -> u8 {
    let counts = |severity: &&Severity| **severity <= arguments.fail_on && count(**severity) > 0;
    // a file without a record is none that passed
    let is_empty = report.inputs().iter().all(|input| input.tally.read == 0);
    if report.is_incomplete() || is_empty && !allow_empty {
        UNREADABLE
    } else if Severity::ALL.iter().find(counts).is_some() {
        FINDINGS
    } else {
        OK
    }
}

fn report(arguments: &Check, lang: Lang) -> Result<Report, Error> {
    let mut options = Options::new()
        .limit(arguments.limit)
        .form(arguments.form)
        .limits((&arguments.limits).into())
        .memory(arguments.memory);
    if let Some(scope) = arguments.scope {
        options = options.scope(scope.into());
    }
    if let Some(day) = arguments.as_of {
        options = options.as_of(day);
    }
    if let Some(threads) = arguments.threads {
        options = options.threads(threads);
    }
    if let Some(path) = &arguments.divisions {
        options = options.divisions(divisions(path)?);
    }
    options = options.settings(settings(arguments)?);
    let sources = shequ::sources(&arguments.paths, arguments.kind)?;
    let bar = progress_bar(&sources.inputs, lang);
    let report = Checker::new(options).check_sources(&sources, &mut |bytes| {
        bar.set_position(bytes);
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    report
}

fn settings(arguments: &Check) -> Result<Settings, Error> {
    let mut settings = Settings::new();
    for prefix in &arguments.select {
        settings = settings.select(prefix)?;
    }
    for rule in &arguments.ignore {
        settings = settings.ignore(rule)?;
    }
    for (rule, severity) in &arguments.severity {
        settings = settings.severity(rule, *severity)?;
    }
    for parameter in &arguments.rule {
        settings = settings.parameter(parameter)?;
    }
    Ok(settings)
}

fn divisions(path: &Path) -> Result<DivisionTable, Error> {
    let file = File::open(path).map_err(|_| Error::NotFound { path: path.to_owned() })?;
    DivisionTable::read(shequ::decompressed(file)?.by_ref())
}

/// A bar on standard error, in a terminal alone and only once the work has taken a while.
pub(crate) fn progress_bar(sources: &[Source], lang: Lang) -> ProgressBar {
    const LONG: u64 = 32 << 20;
    let size = |source: &Source| match &source.origin {
        Origin::File(path) | Origin::Package(path) => path.metadata().map_or(0, |file| file.len()),
        _ => 0,
    };
    let total: u64 = sources.iter().map(size).sum();
    let has_stream = sources.iter().any(|source| source.origin == Origin::StandardInput);
    if !std::io::stderr().is_terminal() || total < LONG && !has_stream {
        return ProgressBar::hidden();
    }
    let template = match (lang, has_stream) {
        (Lang::Zh, false) => "核查中 {bar:40} {percent}%  {bytes_per_sec}  剩余 {eta}",
        (Lang::En, false) => "checking {bar:40} {percent}%  {bytes_per_sec}  {eta} left",
        (Lang::Zh, true) => "核查中 {spinner} 已读 {bytes}  {bytes_per_sec}",
        (Lang::En, true) => "checking {spinner} {bytes} read  {bytes_per_sec}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(total).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
