//! `shequ schema`

use shequ::{Error, Kind, Lang};

use crate::arguments::Schema;
use crate::output;

pub(crate) fn run(arguments: &Schema, lang: Lang) -> u8 {
    let schema = match (arguments.kind.as_str(), Kind::parse(&arguments.kind)) {
        ("report", _) => shequ::report_schema(&arguments.base_uri),
        (_, Some(kind)) => shequ::schema(kind, &arguments.base_uri),
        (name, None) => {
            return output::fail(lang, &Error::NoSuchKind { name: name.to_owned() });
        }
    };
    output::print_json(&schema, lang)
}
