//! `shequ gen`

use std::io::IsTerminal;
use std::ops::ControlFlow;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use shequ::{Kind, Lang, Words};
use shequ_generate::{Error, Province, Summary};

use crate::arguments::Gen;
use crate::output;
use crate::{UNREADABLE, USAGE};

pub(crate) fn run(arguments: &Gen, lang: Lang) -> u8 {
    match written(arguments, lang) {
        Ok(summary) => output::print(&said(&summary, arguments, lang), lang),
        Err(error) => {
            output::complain(lang, &error.chinese(), &error.to_string());
            if matches!(error, Error::FolderNotEmpty { .. }) {
                output::hint(
                    lang,
                    Words::new(
                        "请换一个文件夹，确要覆盖请加 --force",
                        "name another folder, or use --force to write over it",
                    ),
                );
            }
            if matches!(error, Error::Write { .. }) { UNREADABLE } else { USAGE }
        }
    }
}

fn written(arguments: &Gen, lang: Lang) -> Result<Summary, Error> {
    let threads = arguments.threads.unwrap_or_else(threads_of_machine);
    let mut province = Province::new(arguments.seed, arguments.as_of)
        .communities(arguments.communities)
        .volunteers_per_community(arguments.volunteers_per_community)
        .threads(threads);
    if let Some(share) = arguments.defects {
        province = province.defects(share);
    }
    let bar = progress_bar(province.volunteers(), lang);
    let written = |summary: &Summary| summary.records.get(&Kind::Volunteer).copied().unwrap_or_default();
    let outcome = province.write(&arguments.out, arguments.force, &mut |summary| {
        bar.set_position(written(summary));
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    outcome
}

fn threads_of_machine() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// What was written, one line for each record type.
fn said(summary: &Summary, arguments: &Gen, lang: Lang) -> String {
    let mut lines = Vec::new();
    for (kind, records) in &summary.records {
        lines.push(format!("{records:>12}  {}.ndjson  {}", kind.plural(), kind.title().get(lang)));
    }
    let (bytes, out) = (summary.bytes, arguments.out.to_string_lossy());
    let out = shequ::shown(&out);
    lines.push(match lang {
        Lang::Zh => format!("{bytes:>12}  字节，写入 {out}"),
        Lang::En => format!("{bytes:>12}  bytes in {out}"),
    });
    if arguments.defects.is_some() {
        let findings = summary.findings;
        lines.push(match lang {
            Lang::Zh => format!("{findings:>12}  处问题，见 ledger.json"),
            Lang::En => format!("{findings:>12}  findings, in ledger.json"),
        });
    }
    lines.join("\n") + "\n"
}

/// A bar on standard error, in a terminal alone and only where there is much to do.
fn progress_bar(volunteers: u64, lang: Lang) -> ProgressBar {
    const MANY: u64 = 200_000;
    if !std::io::stderr().is_terminal() || volunteers < MANY {
        return ProgressBar::hidden();
    }
    let template = match lang {
        Lang::Zh => "生成中 {bar:40} {percent}%  {pos} 名志愿者  剩余 {eta}",
        Lang::En => "generating {bar:40} {percent}%  {pos} volunteers  {eta} left",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(volunteers).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
