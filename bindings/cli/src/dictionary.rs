//! `shequ dictionary`

use shequ::{Lang, pages};

use crate::arguments::Dictionary;
use crate::output;

pub(crate) fn run(arguments: &Dictionary, lang: Lang) -> u8 {
    let (kind, field) = (arguments.kind.as_deref(), arguments.field.as_deref());
    match pages::dictionary(kind, field, arguments.format.into(), lang) {
        Ok(page) => output::print(&page, lang),
        Err(error) => output::fail(lang, &error),
    }
}
