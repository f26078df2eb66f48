//! `extensions`: local additions that the standard does not look into.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::list::repeats;
use super::node::Borrowed;
use super::number::Written;
use super::path::{Key, push_key};
use super::reader::expected;
use super::{FaultKind, Field, FieldMeta, Node, Reader, Slot, Source, ValueKind, number};
use crate::Words;

/// Local additions: keys `<province or system>.<name>`, values of free JSON.
///
/// ```
/// use shequ::model::Extensions;
/// assert!(serde_json::from_str::<Extensions>(r#"{"zj.grid": {"level": 2}}"#).is_ok());
/// assert!(serde_json::from_str::<Extensions>(r#"{"Grid": 1}"#).is_err());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extensions(Map<String, Value>);

/// How deep a record may nest, itself included.
pub(crate) const MAX_DEPTH: usize = 64;

/// The form of a key.
#[cfg(feature = "schemas")]
pub(crate) const KEY_PATTERN: &str = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$";

const KEY_FORM: Words = Words::new(
    "“省份或系统.名称”（小写字母、数字、下划线，例如zj.grid_level）",
    "\"<province or system>.<name>\" in lower-case letters, digits and underscores, like zj.grid_level",
);

impl Extensions {
    /// Takes additions whose keys are of the standard's form; none otherwise.
    pub fn new(values: Map<String, Value>) -> Option<Self> {
        values.keys().all(|key| is_key(key)).then_some(Self(values))
    }

    /// The additions.
    pub const fn values(&self) -> &Map<String, Value> {
        &self.0
    }
}

fn is_key(key: &str) -> bool {
    // the byte before, of a part that begins
    let (mut before, mut parts) = (b'.', 1);
    for byte in key.bytes() {
        let fits = match byte {
            b'a'..=b'z' => true,
            b'0'..=b'9' | b'_' => before != b'.',
            b'.' => {
                parts += 1;
                before != b'.'
            }
            _ => false,
        };
        if !fits {
            return false;
        }
        before = byte;
    }
    parts > 1 && before != b'.'
}

impl Field for Extensions {
    type View<'a> = ();

    const VALUE: ValueKind = ValueKind::Extensions;

    fn see(&self) -> Slot<()> {
        Slot::Known(())
    }

    fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<()> {
        let Node::Object(members) = node else { return reader.wrong_type(meta, expected::OBJECT) };
        for (number, (key, _)) in (1..).zip(members) {
            if !is_key(key) {
                reader.fault_at_key(key, number, FaultKind::BadForm { expected: KEY_FORM });
            }
        }
        read_free(node, &mut String::new(), reader);
        Slot::Known(())
    }

    fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<()>> {
        source.free_object(|json| is_right(json).then_some(())).map(Slot::Known)
    }
}

/// Whether a text is that of extensions; nothing is built of it.
fn is_right(json: &str) -> bool {
    let mut text = serde_json::Deserializer::from_str(json);
    Look { depth: 1 }.deserialize(&mut text).is_ok() && text.end().is_ok()
}

/// Looks through free JSON as [`Free`] does, in an object at the first level.
#[derive(Clone, Copy)]
struct Look {
    depth: usize,
}

impl Look {
    fn value<E: Error>(self) -> Result<(), E> {
        if self.depth > 1 { Ok(()) } else { Err(E::custom("extensions are an object")) }
    }

    fn below<E: Error>(self) -> Result<Self, E> {
        // the record is a level too
        if self.depth < MAX_DEPTH {
            Ok(Self { depth: self.depth + 1 })
        } else {
            Err(E::custom("nested too deep"))
        }
    }
}

impl<'de> DeserializeSeed<'de> for Look {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.value()
    }
    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.value()
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.value()
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.value()
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.value()
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.value()
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.value::<A::Error>()?;
        let below = self.below()?;
        while list.next_element_seed(below)?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let below = self.below()?;
        let mut keys = Vec::new();
        while let Some(Borrowed(key)) = map.next_key()? {
            if self.depth == 1 && !is_key(&key) {
                return Err(A::Error::custom("a key of the extensions is not of its form"));
            }
            map.next_value_seed(below)?;
            keys.push(key);
        }
        if repeats(&keys) { Err(A::Error::custom("a key is repeated")) } else { Ok(()) }
    }
}

/// Looks for what free JSON may not hold either: repeated keys, and numbers beyond a double.
fn read_free(node: Node<'_>, place: &mut String, reader: &mut Reader<'_>) {
    let len = place.len();
    match node {
        Node::Object(members) => {
            let (mut once, mut twice) = (HashSet::new(), HashSet::new());
            for (number, (key, value)) in (1..).zip(members) {
                push_key(place, reader.key(key, number));
                if !once.insert(*key) && twice.insert(*key) {
                    reader.fault_below(place, FaultKind::RepeatedKey);
                }
                read_free(*value, place, reader);
                place.truncate(len);
            }
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                push_key(place, Key { name: &index.to_string(), number: 0, is_shown: true });
                read_free(*item, place, reader);
                place.truncate(len);
            }
        }
        Node::Number(text) if !Written::parse(text).value.is_finite() => {
            reader.fault_below(place, number::out_of_range("-1.8e308", "1.8e308"));
        }
        _ => {}
    }
}

impl Serialize for Extensions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Extensions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match (Free { depth: 2 }).deserialize(deserializer)? {
            Value::Object(values) => Self::new(values)
                .ok_or_else(|| D::Error::custom("a key of the extensions is not of its form")),
            _ => Err(D::Error::custom("extensions are an object")),
        }
    }
}

/// Free JSON without repeated keys, no deeper than a record may be.
#[derive(Clone, Copy)]
struct Free {
    depth: usize,
}

impl Free {
    fn below<E: Error>(self) -> Result<Self, E> {
        if self.depth > MAX_DEPTH {
            Err(E::custom("nested too deep"))
        } else {
            Ok(Self { depth: self.depth + 1 })
        }
    }
}

impl<'de> DeserializeSeed<'de> for Free {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Free {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }
    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(below)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut members = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if members.insert(key, map.next_value_seed(below)?).is_some() {
                return Err(A::Error::custom("a key is repeated"));
            }
        }
        Ok(Value::Object(members))
    }
}

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for Extensions {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "extensions".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "propertyNames": crate::field::schema::pattern(KEY_PATTERN, None),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_a_form() {
        for key in ["zj.grid", "a.b.c", "a1_.b2_"] {
            assert!(is_key(key), "{key}");
        }
        for key in ["grid", "a.", ".a", "A.b", "a..b", "a.1", "a.b\n", ""] {
            assert!(!is_key(key), "{key}");
        }
    }

    #[test]
    fn free_json_may_not_repeat_keys_or_nest_without_end() {
        assert!(serde_json::from_str::<Extensions>(r#"{"a.b":{"x":1,"x":2}}"#).is_err());
        let nested = |levels: usize| format!(r#"{{"a.b":{}{}}}"#, "[".repeat(levels), "]".repeat(levels));
        // the record and the extensions object are the first two levels
        assert!(serde_json::from_str::<Extensions>(&nested(62)).is_ok());
        assert!(serde_json::from_str::<Extensions>(&nested(63)).is_err());
        assert!(is_right(&nested(62)) && !is_right(&nested(63)));
    }

    #[test]
    fn what_is_looked_through_is_what_can_be_built() {
        let many: Vec<String> = (0..20).map(|key| format!("\"k{}\":{key}", key % 19)).collect();
        let many = format!("{{\"a.b\":{{{}}}}}", many.join(","));
        for text in [
            "{}",
            r#"{"a.b":[null,true,-1,1.5,"x",{"y":[]}],"c.d":{}}"#,
            r#"{"a\u002eb":1}"#,
            r#"{"a.b":1,"a\u002eb":1}"#,
            r#"{"a.b":{"x":{"y":1,"y":1}}}"#,
            r#"{"A":1}"#,
            r#"{"a.b":1e999}"#,
            r#"{"a.b":"\ud800"}"#,
            r#"{"a.b":1} x"#,
            r#"{"a.b":1"#,
            "[]",
            "1",
            "null",
            "\"x\"",
            &many,
            &many.replacen("\"k0\"", "\"k20\"", 1),
        ] {
            assert_eq!(is_right(text), serde_json::from_str::<Extensions>(text).is_ok(), "{text}");
        }
    }
}
