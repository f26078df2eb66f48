//! `shequ pack`

use std::io::IsTerminal;
use std::ops::ControlFlow;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use shequ::package::{Packed, Terms, pack};
use shequ::{Error, Lang, Words, shown};

use crate::arguments::Pack;
use crate::output;

pub(crate) fn run(arguments: &Pack, lang: Lang) -> u8 {
    match packed(arguments, lang) {
        Ok(packed) => {
            let code = output::print(&said(&packed, arguments, lang), lang);
            if packed.manifest.publisher.is_none() {
                output::hint(
                    lang,
                    Words::new(
                        "清单未写明发布单位，可用 --publisher 指明",
                        "the manifest names no publisher; --publisher does",
                    ),
                );
            }
            code
        }
        Err(error) => output::fail(lang, &error),
    }
}

fn packed(arguments: &Pack, lang: Lang) -> Result<Packed, Error> {
    let terms = Terms {
        name: arguments.name.clone(),
        publisher: arguments.publisher,
        as_of: arguments.as_of,
        created: arguments.created,
        class: arguments.class,
    };
    let bar = progress_bar(lang);
    let packed = pack(&arguments.folder, &arguments.out, &terms, &mut |bytes| {
        bar.set_position(bytes);
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    packed
}

/// What was packed, one line for each file.
fn said(packed: &Packed, arguments: &Pack, lang: Lang) -> String {
    let manifest = &packed.manifest;
    let mut lines: Vec<String> = manifest
        .resources
        .iter()
        .map(|file| {
            let (records, path) = (file.records.get(), shown(file.path.as_str()));
            format!("{records:>12}  {path}  {}", file.kind.0.title().get(lang))
        })
        .collect();
    let (out, files) = (arguments.out.to_string_lossy(), manifest.resources.len());
    let (out, day, class) = (shown(&out), manifest.as_of, manifest.class.0.words().get(lang));
    lines.push(match lang {
        Lang::Zh => format!("{files:>12}  个文件，写入 {out}；基准日 {day}，数据级别 {class}"),
        Lang::En => format!("{files:>12}  files in {out}; reference date {day}, class {class}"),
    });
    if !packed.left.is_empty() {
        let left = packed.left.len();
        lines.push(match lang {
            Lang::Zh => format!("{left:>12}  个文件不是记录文件，未打包"),
            Lang::En => format!("{left:>12}  files are none of records and were left out"),
        });
    }
    lines.join("\n") + "\n"
}

/// A bar on standard error, in a terminal alone and only once the work has taken a while.
fn progress_bar(lang: Lang) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let template = match lang {
        Lang::Zh => "打包中 {spinner} 已读 {bytes}  {bytes_per_sec}",
        Lang::En => "packing {spinner} {bytes} read  {bytes_per_sec}",
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_spinner());
    let bar = ProgressBar::no_length().with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
