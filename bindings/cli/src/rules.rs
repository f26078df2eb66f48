//! `shequ rules`

use shequ::{Lang, pages};

use crate::arguments::Rules;
use crate::output;

pub(crate) fn run(arguments: &Rules, lang: Lang) -> u8 {
    output::print(&pages::catalogue(arguments.format.into(), lang), lang)
}
