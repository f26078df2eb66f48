//! `shequ ids`
use shequ::Lang;

use crate::arguments::Ids;

pub(crate) fn run(_arguments: &Ids, _lang: Lang) -> u8 {
    0
}
