//! `shequ schema`

use shequ::{Kind, Lang};

use crate::arguments::Schema;
use crate::output;

pub(crate) fn run(arguments: &Schema, lang: Lang) -> u8 {
    let schema = match (arguments.kind.as_str(), arguments.kind.parse::<Kind>()) {
        ("report", _) => shequ::report_schema(&arguments.base_uri),
        ("package", _) => shequ::package_schema(&arguments.base_uri),
        (_, Ok(kind)) => shequ::schema(kind, &arguments.base_uri),
        (_, Err(error)) => {
            return output::fail(lang, &error);
        }
    };
    output::print_json(&schema, lang)
}
