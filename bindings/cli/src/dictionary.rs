//! `shequ dictionary`

use shequ::{Lang, pages};

use crate::USAGE;
use crate::arguments::Dictionary;
use crate::output::{self, complain};

pub(crate) fn run(arguments: &Dictionary, lang: Lang) -> u8 {
    let (kind, field) = (arguments.kind.as_deref(), arguments.field.as_deref());
    match pages::dictionary(kind, field, arguments.format.into(), lang) {
        Ok(page) => output::print(&page),
        Err(error) => {
            complain(lang, &error.chinese(), &error.to_string());
            USAGE
        }
    }
}
