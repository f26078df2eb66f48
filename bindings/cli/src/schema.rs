//! `shequ schema`

use shequ::{Kind, Lang};

use crate::arguments::Schema;
use crate::output;

pub(crate) fn run(arguments: &Schema, lang: Lang) -> u8 {
    let schema = match (arguments.kind.as_str(), Kind::known(&arguments.kind)) {
        ("report", _) => shequ::report_schema(&arguments.base_uri),
<<<<<<< HEAD
        (_, Some(kind)) => shequ::schema(kind, &arguments.base_uri),
        (name, None) => {
            return output::fail(lang, &Error::NoSuchKind { name: name.to_owned() });
=======
        (_, Ok(kind)) => shequ::schema(kind, &arguments.base_uri),
        (_, Err(error)) => {
            complain(lang, &error.chinese(), &error.to_string());
            return USAGE;
>>>>>>> main
        }
    };
    output::print_json(&schema, lang)
}
