//! JSON as it is written: numbers keep their form, and keys may repeat.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

/// A JSON value whose text is under the test's control.
#[derive(Clone, Debug)]
pub(crate) enum Written {
    /// A number, `true`, `false` or `null`.
    Word(String),
    Text(String),
    List(Vec<Written>),
    Object(Vec<(String, Written)>),
}

impl Written {
    pub(crate) fn word(text: &str) -> Self {
        Self::Word(text.to_owned())
    }

    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub(crate) fn is_number(&self) -> bool {
        matches!(self, Self::Word(word) if word.starts_with(|first: char| first == '-' || first.is_ascii_digit()))
    }

    /// The member or the item at a position.
    pub(crate) fn child(&self, index: usize) -> &Self {
        match self {
            Self::List(items) => &items[index],
            Self::Object(members) => &members[index].1,
            _ => panic!("it has no children"),
        }
    }

    /// The member or the item at a position, to be changed.
    pub(crate) fn child_mut(&mut self, index: usize) -> &mut Self {
        match self {
            Self::List(items) => &mut items[index],
            Self::Object(members) => &mut members[index].1,
            _ => panic!("it has no children"),
        }
    }
}

impl From<&Value> for Written {
    fn from(value: &Value) -> Self {
        match value {
            Value::String(text) => Self::text(text),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Object(members.iter().map(|(key, value)| (key.clone(), value.into())).collect())
            }
            word => Self::Word(word.to_string()),
        }
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

impl fmt::Display for Written {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => out.write_str(word),
            Self::Text(text) => out.write_str(&quoted(text)),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::to_string).collect();
                write!(out, "[{}]", items.join(","))
            }
            Self::Object(members) => {
                let member = |(key, value): &(String, Self)| format!("{}:{value}", quoted(key));
                write!(out, "{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(","))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?.get();
        let mut parser = serde_json::Deserializer::from_str(raw);
        let value = match raw.as_bytes()[0] {
            b'"' => String::deserialize(&mut parser).map(Self::Text),
            b'[' => parser.deserialize_seq(Parts),
            b'{' => parser.deserialize_map(Parts),
            _ => Ok(Self::word(raw)),
        };
        value.map_err(serde::de::Error::custom)
    }
}

struct Parts;

impl<'de> Visitor<'de> for Parts {
    type Value = Written;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Written, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Written::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Written, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Written::Object(members))
    }
}
