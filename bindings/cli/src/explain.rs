//! `shequ explain`

use shequ::{Lang, pages, rules};

use crate::output;

pub(crate) fn run(name: &str, lang: Lang) -> u8 {
    match rules::known(name) {
        Ok(rule) => output::print(&pages::explain(rule, lang), lang),
        Err(error) => output::fail(lang, &error),
    }
}
