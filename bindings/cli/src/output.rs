//! Where output goes, and how it looks.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use shequ::{Error, Lang, Words, shown};

pub(crate) use shequ::wrapped;

use crate::arguments::Colour;
use crate::closed;
use crate::{OK, UNREADABLE, USAGE};

/// Writes to standard output. A reader that has gone away, like `head`, is no fault; an output that is full or was
/// closed before the start is one.
pub(crate) fn print(text: &str, lang: Lang) -> u8 {
    if closed::is_closed() {
        return lost(lang, None);
    }
    let mut out = io::stdout().lock();
    let outcome = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => lost(lang, Some(&error)),
        _ => OK,
    }
}

fn lost(lang: Lang, error: Option<&io::Error>) -> u8 {
    let why = error.map(ToString::to_string).unwrap_or_default();
    let (zh, en) = match error {
        Some(_) => (
            format!("无法写到标准输出（{why}），结果不完整"),
            format!("standard output cannot be written to ({why}); what was written is not whole"),
        ),
        None => (
            "标准输出已关闭，结果无处可写".to_owned(),
            "standard output is closed, so that nothing could be written".to_owned(),
        ),
    };
    complain(lang, &zh, &en);
    UNREADABLE
}

/// Writes a JSON value, indented. What a terminal would act on stands in it as an escape of JSON.
pub(crate) fn print_json(value: &impl serde::Serialize, lang: Lang) -> u8 {
    match serde_json::to_string_pretty(value) {
        Ok(text) => print(&(shequ::shown_json(&text).into_owned() + "\n"), lang),
        Err(_) => UNREADABLE,
    }
}

/// Says on standard error what went wrong; nobody is told where that is full too.
pub(crate) fn complain(lang: Lang, zh: &str, en: &str) {
    say(Words::new("错误：", "error: ").get(lang), if lang == Lang::Zh { zh } else { en });
}

/// Says on standard error what may help.
pub(crate) fn hint(lang: Lang, words: Words) {
    say(Words::new("提示：", "hint: ").get(lang), words.get(lang));
}

/// Says on standard error what is no fault.
pub(crate) fn remark(text: &str) {
    say("", text);
}

fn say(label: &str, text: &str) {
    let lines: Vec<Cow<'_, str>> = text.lines().map(shown).collect();
    let _ = writeln!(io::stderr().lock(), "{label}{}", lines.join("\n"));
}

/// Says why the work could not be done, with what to do about it here; the exit code.
pub(crate) fn fail(lang: Lang, error: &Error) -> u8 {
    complain(lang, &error.chinese(), &error.to_string());
    let words = match error {
        Error::UnknownKind { .. } => Some(Words::new(
            "可用 --kind 指明记录类型，如 --kind volunteer",
            "--kind names the record type, like --kind volunteer",
        )),
        Error::NoSuchRule { .. } => {
            Some(Words::new("shequ rules 列出全部规则", "shequ rules --lang en lists them"))
        }
        Error::NoSuchParameter { .. } => Some(Words::new(
            "shequ explain 规则编号 说明该规则的参数",
            "shequ explain RULE --lang en shows its parameters",
        )),
        Error::NoSuchKind { .. } => Some(Words::new(
            "shequ dictionary 列出记录类型",
            "shequ dictionary --lang en lists the record types",
        )),
        Error::NoSuchTable { .. } => {
            Some(Words::new("shequ codes 列出代码表", "shequ codes --lang en lists the tables"))
        }
        _ => None,
    };
    if let Some(words) = words {
        hint(lang, words);
    }
    match error {
        Error::Io(_) | Error::NotFound { .. } | Error::Write { .. } => UNREADABLE,
        _ => USAGE,
    }
}

/// Whether standard output shows colours.
pub(crate) fn is_coloured(colour: Colour) -> bool {
    match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    }
}

/// The columns of the terminal; 80 where there is none, and never so many that lines are hard to read.
pub(crate) fn terminal_columns() -> usize {
    const COLUMNS: usize = 80;
    const LEAST: usize = 20;
    const MOST: usize = 120;
    let size = if io::stdout().is_terminal() { console::Term::stdout().size_checked() } else { None };
    size.map_or(COLUMNS, |(_, columns)| usize::from(columns).clamp(LEAST, MOST))
}
