//! `shequ rules`

use std::fmt::Write;

use shequ::{Lang, rules};

use crate::arguments::{Format, Rules};
use crate::output;

pub(crate) fn run(arguments: &Rules, lang: Lang) -> u8 {
    match arguments.format {
        Format::Json => output::print_json(&shequ::catalogue()),
        Format::Text => output::print(&list(lang)),
    }
}

fn list(lang: Lang) -> String {
    let mut out = String::new();
    for rule in rules::all() {
        let severity = rule.severity.words().get(lang);
        // a Chinese word is as wide as its letters are many times two: both are two letters long
        let severity = if lang == Lang::Zh { severity.to_owned() } else { format!("{severity:<7}") };
        let _ = writeln!(out, "{}  {severity}  {}", rule.id, rule.title.get(lang));
    }
    out
}
