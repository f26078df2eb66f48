//! JSON as it stands in the file: numbers as written, keys as often as they occur.
//!
//! `serde_json` does the parsing; its raw values keep what a `Value` would lose.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer as _, Error as _, MapAccess, SeqAccess, Visitor};
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
        let members = Members { count: parts(text), arena };
        Ok(Self::Object(serde_json::Deserializer::from_str(text).deserialize_map(members)?))
    }

    fn list(text: &'a str, arena: &'a Arena) -> serde_json::Result<Self> {
        let items = Items { count: parts(text), arena };
        Ok(Self::List(serde_json::Deserializer::from_str(text).deserialize_seq(items)?))
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
pub(super) struct Borrowed<'a>(#[serde(borrow)] pub(super) Cow<'a, str>);

/// Builds the members of an object in the arena, where nothing is moved as they grow.
struct Members<'a> {
    count: usize,
    arena: &'a Arena,
}

impl<'a> Visitor<'a> for Members<'a> {
    type Value = &'a [(&'a str, Node<'a>)];

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = bumpalo::collections::Vec::with_capacity_in(self.count, self.arena);
        while let Some(Borrowed(key)) = map.next_key()? {
            let value = Node::build(map.next_value()?, self.arena).map_err(A::Error::custom)?;
            members.push((unescaped(key, self.arena), value));
        }
        Ok(members.into_bump_slice())
    }
}

/// Builds the items of a list, as [`Members`] does.
struct Items<'a> {
    count: usize,
    arena: &'a Arena,
}

impl<'a> Visitor<'a> for Items<'a> {
    type Value = &'a [Node<'a>];

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = bumpalo::collections::Vec::with_capacity_in(self.count, self.arena);
        while let Some(item) = list.next_element()? {
            items.push(Node::build(item, self.arena).map_err(A::Error::custom)?);
        }
        Ok(items.into_bump_slice())
    }
}

/// How many parts an object or a list has at most.
fn parts(text: &str) -> usize {
    let (mut count, mut open) = (1, 0_usize);
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' => open = open.saturating_sub(1),
            b',' if open == 1 => count += 1,
            b'"' => skip_string(&mut bytes),
            _ => {}
        }
    }
    count
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
    fn parts_are_counted_outside_of_what_lies_in_them() {
        for (text, expected) in
            [(r#"[1,",",{"a":1,"b":2},[3,4]]"#, 4), (r#"{"a,":1,"b":[1,2]}"#, 2), ("[]", 1)]
        {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn depth_counts_outside_strings() {
        assert_eq!(depth(r#"{"a":"[[[\"[","b":[{}]}"#), 3);
        assert_eq!(depth("1"), 0);
        assert_eq!(depth("]]["), 1);
    }
}
