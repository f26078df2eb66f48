//! The place of a field in a few bytes, for what is kept of millions of records.

use std::fmt::{self, Write as _};

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

use super::{ObjectMeta, Path};

/// A [`Path`] of a record type: the position of each field in its object and of each item in its list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    steps: [u16; Path::DEPTH],
    len: u8,
}

impl Spot {
    fn push(&mut self, step: usize) {
        // lists hold 10,000 items at most, and a path has room for its steps
        self.steps[usize::from(self.len)] = u16::try_from(step).unwrap_or(u16::MAX);
        self.len += 1;
    }

    /// The place to which a path leads in a record of this type.
    pub(crate) fn of(path: &Path, object: &'static ObjectMeta) -> Self {
        let (mut spot, mut object) = (Self::default(), Some(object));
        path.each(
            &mut |key| {
                let fields = object?.fields;
                let at = fields.iter().position(|field| field.name == key)?;
                object = fields[at].part;
                Some(at)
            },
            &mut |step| spot.push(step),
        );
        spot
    }

    /// The JSON Pointer in a record of this type; without the positions in lists where `item` is false.
    pub(crate) fn pointer(self, object: &'static ObjectMeta, item: bool) -> String {
        let (mut out, mut object, mut in_list) = (String::new(), Some(object), false);
        for step in &self.steps[..usize::from(self.len)] {
            if in_list {
                in_list = false;
                if item {
                    let _ = write!(out, "/{step}");
                }
                continue;
            }
            let Some(field) = object.and_then(|object| object.fields.get(usize::from(*step))) else { break };
            out.extend(["/", field.name]);
            in_list = field.is_list();
            object = field.part;
        }
        out
    }
}

impl Serialize for Spot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.steps[..usize::from(self.len)])
    }
}

impl<'de> Deserialize<'de> for Spot {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Steps;

        impl<'de> Visitor<'de> for Steps {
            type Value = Spot;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("the steps of a path")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Spot, A::Error> {
                let mut spot = Spot::default();
                while let Some(step) = list.next_element::<u16>()? {
                    if usize::from(spot.len) == Path::DEPTH {
                        return Err(A::Error::custom("a path of too many steps"));
                    }
                    spot.push(step.into());
                }
                Ok(spot)
            }
        }

        deserializer.deserialize_seq(Steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    #[test]
    fn a_place_comes_back_from_few_bytes() {
        let mut path = Path::default();
        path.push("posts");
        path.push_index(300);
        path.push("organisation");
        let object = Kind::Worker.declaration();
        let spot = Spot::of(&path, object);
        let bytes = postcard::to_allocvec(&spot).unwrap();
        assert!(bytes.len() <= 5, "{bytes:?}");
        let again: Spot = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(again.pointer(object, true), "/posts/300/organisation");
        assert_eq!(again.pointer(object, false), "/posts/organisation");
        assert!(postcard::from_bytes::<Spot>(&[9, 0, 0, 0, 0, 0, 0, 0, 0, 0]).is_err());
    }
}
