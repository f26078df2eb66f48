//! Objects are written with their keys.

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

/// Reads a struct from an object alone; what serde derives would take a list of values as well.
pub(crate) struct Members<D>(pub(crate) D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Members<D> {
    type Error = D::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        // compact formats write no keys
        if self.0.is_human_readable() {
            self.0.deserialize_map(visitor)
        } else {
            self.0.deserialize_struct(name, fields, visitor)
        }
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Point;

    #[test]
    fn a_list_of_values_is_no_object() {
        assert!(serde_json::from_str::<Point>(r#"{"longitude":117.0,"latitude":36.6}"#).is_ok());
        assert!(serde_json::from_str::<Point>("[117.0,36.6]").is_err());
    }
}
