//! `shequ explain`

use shequ::{Lang, pages, rules};

use crate::USAGE;
use crate::output::{self, complain};

pub(crate) fn run(name: &str, lang: Lang) -> u8 {
    match rules::known(name) {
        Ok(rule) => output::print(&pages::explain(rule, lang)),
        Err(error) => {
            complain(lang, &error.chinese(), &error.to_string());
            USAGE
        }
    }
}
