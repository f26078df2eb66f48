//! JSON as it stands in the file: numbers as written, keys as often as they occur.
//!
//! `serde_json` does the parsing; its raw values keep what a `Value` would lose.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::Arena;

/// A JSON value whose parts lie in the text or in an arena.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as written.
    Number(&'a str),
    /// A text, escapes resolved.
    Text(&'a str),
    /// A list.
    List(&'a [Node<'a>]),
    /// An object with all its members in order, repeated keys included.
    Object(&'a [(&'a str, Node<'a>)]),
}

impl<'a> Node<'a> {
    /// Parses one JSON value that fills the whole text.
    ///
    /// # Errors
    /// Where the text is not JSON, or holds an escape of half a surrogate pair.
    pub(crate) fn parse(text: &'a str, arena: &'a Arena) -> serde_json::Result<Self> {
        Self::build(serde_json::from_str(text)?, arena)
    }

    fn build(raw: &'a RawValue, arena: &'a Arena) -> serde_json::Result<Self> {
        let text = raw.get();
        Ok(match text.as_bytes().first() {
            Some(b'{') => Self::object(text, arena)?,
            Some(b'[') => Self::list(text, arena)?,
            Some(b'"') => Self::Text(unescaped(serde_json::from_str::<Borrowed<'a>>(text)?.0, arena)),
            Some(b'n') => Self::Null,
            Some(b't') => Self::Bool(true),
            Some(b'f') => Self::Bool(false),
            _ => Self::Number(text),
        })
    }

    fn object(text: &'a str, arena: &'a Arena) -> serde_json::Result<Self> {
        let raw = serde_json::Deserializer::from_str(text).deserialize_map(Members)?;
        let mut members = bumpalo::collections::Vec::with_capacity_in(raw.len(), arena);
        for (key, value) in raw {
            members.push((unescaped(key, arena), Self::build(value, arena)?));
        }
        Ok(Self::Object(members.into_bump_slice()))
    }

    fn list(text: &'a str, arena: &'a Arena) -> serde_json::Result<Self> {
        let raw = serde_json::Deserializer::from_str(text).deserialize_seq(Items)?;
        let mut items = bumpalo::collections::Vec::with_capacity_in(raw.len(), arena);
        for value in raw {
            items.push(Self::build(value, arena)?);
        }
        Ok(Self::List(items.into_bump_slice()))
    }
}

fn unescaped<'a>(text: Cow<'a, str>, arena: &'a Arena) -> &'a str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => arena.alloc_str(&text),
    }
}

/// A string that borrows where it has no escapes; `Cow` alone would always own.
#[derive(serde::Deserialize)]
struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(Cow<'de, str>, &'de RawValue)>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(Borrowed(key)) = map.next_key()? {
            members.push((key, map.next_value()?));
        }
        Ok(members)
    }
}

struct Items;

impl<'de> Visitor<'de> for Items {
    type Value = Vec<&'de RawValue>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(items)
    }
}

/// How many objects and lists lie in one another at the deepest place of a JSON text.
pub(crate) fn depth(text: &str) -> usize {
    let (mut deepest, mut open) = (0_usize, 0_usize);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' => {
                open += 1;
                deepest = deepest.max(open);
            }
            b'}' | b']' => open = open.saturating_sub(1),
            b'"' => skip_string(&mut bytes),
            _ => {}
        }
    }
    deepest
}

fn skip_string(bytes: &mut std::str::Bytes<'_>) {
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_repeated_keys_are_kept() {
        let arena = Arena::new();
        let node = Node::parse(r#"{"a":1.00,"a":[null,"\u4e00",1e999]}"#, &arena).unwrap();
        let Node::Object(members) = node else { panic!("an object") };
        assert_eq!(members[0], ("a", Node::Number("1.00")));
        assert_eq!(members[1], ("a", Node::List(&[Node::Null, Node::Text("一"), Node::Number("1e999")])));
    }

    #[test]
    fn half_a_surrogate_pair_is_refused() {
        let arena = Arena::new();
        assert!(Node::parse(r#"{"a":"\ud800"}"#, &arena).is_err());
        assert!(Node::parse(r#"{"\ud800":1}"#, &arena).is_err());
    }

    #[test]
    fn depth_counts_outside_strings() {
        assert_eq!(depth(r#"{"a":"[[[\"[","b":[{}]}"#), 3);
        assert_eq!(depth("1"), 0);
        assert_eq!(depth("]]["), 1);
    }
}
