//! Where output goes, and how it looks.

use std::io::{self, IsTerminal, Write};

use shequ::Lang;

use crate::arguments::Colour;
use crate::{OK, UNREADABLE};

/// Writes to standard output. A reader that has gone away, like `head`, is no fault.
pub(crate) fn print(text: &str) -> u8 {
    let mut out = io::stdout().lock();
    let outcome = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match outcome {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => UNREADABLE,
        _ => OK,
    }
}

/// Writes a JSON value, indented.
pub(crate) fn print_json(value: &impl serde::Serialize) -> u8 {
    match serde_json::to_string_pretty(value) {
        Ok(text) => print(&(text + "\n")),
        Err(_) => UNREADABLE,
    }
}

/// Says on standard error what went wrong.
pub(crate) fn complain(lang: Lang, zh: &str, en: &str) {
    let (label, text) = match lang {
        Lang::Zh => ("错误：", zh),
        Lang::En => ("error: ", en),
    };
    eprintln!("{label}{text}");
}

/// Whether standard output shows colours.
pub(crate) fn is_coloured(colour: Colour) -> bool {
    match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
    }
}
