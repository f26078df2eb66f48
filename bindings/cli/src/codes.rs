//! `shequ codes`

use shequ::{Lang, pages};

use crate::arguments::Codes;
use crate::output;

pub(crate) fn run(arguments: &Codes, lang: Lang) -> u8 {
    match pages::codes(arguments.table.as_deref(), arguments.format.into(), lang) {
        Ok(page) => output::print(&page, lang),
        Err(error) => output::fail(lang, &error),
    }
}
