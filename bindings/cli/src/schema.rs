//! `shequ schema`

use shequ::{Error, Kind, Lang};

use crate::USAGE;
use crate::arguments::Schema;
use crate::output::{self, complain};

pub(crate) fn run(arguments: &Schema, lang: Lang) -> u8 {
    let schema = match (arguments.kind.as_str(), Kind::parse(&arguments.kind)) {
        ("report", _) => shequ::report_schema(&arguments.base_uri),
        (_, Some(kind)) => shequ::schema(kind, &arguments.base_uri),
        (name, None) => {
            let error = Error::NoSuchKind { name: name.to_owned() };
            complain(lang, &error.chinese(), &error.to_string());
            return USAGE;
        }
    };
    output::print_json(&schema)
}
