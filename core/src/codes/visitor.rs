use std::fmt::{self, Formatter};
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

use super::Code;

pub(crate) fn deserialize<'de, C: Code, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    deserializer.deserialize_str(CodeVisitor(PhantomData)).map_err(masked::<C, _>)
}

struct CodeVisitor<C>(PhantomData<C>);

impl<C: Code> Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "a code of table {}", C::table().name)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<C, E> {
        C::parse(text).ok_or_else(not_a_code::<C, E>)
    }
}

#[cold]
fn not_a_code<C: Code, E: Error>() -> E {
    E::custom(format_args!("not a code of table {}", C::table().name))
}

/// A format's own complaint about a wrong type quotes the value: "invalid type: integer `1`".
#[cold]
fn masked<C: Code, E: Error>(error: E) -> E {
    if error.to_string().starts_with("invalid type") { not_a_code::<C, E>() } else { error }
}
