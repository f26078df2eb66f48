//! `shequ codes`

use shequ::{Lang, pages};

use crate::USAGE;
use crate::arguments::Codes;
use crate::output::{self, complain};

pub(crate) fn run(arguments: &Codes, lang: Lang) -> u8 {
    match pages::codes(arguments.table.as_deref(), arguments.format.into(), lang) {
        Ok(page) => output::print(&page),
        Err(error) => {
            complain(lang, &error.chinese(), &error.to_string());
            USAGE
        }
    }
}
