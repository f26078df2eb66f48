//! A fact as bytes: the key, the topic, the record that gave it, and the fact itself.

use serde::Serialize;

use super::{Key, Topic};

/// How many bytes say which record gave a fact.
pub(crate) const SOURCE: usize = 6;
/// Key, topic, record and the length of the fact.
const HEAD: usize = 16 + 1 + SOURCE + 1;

/// The number of a record: those of records that come later are greater.
pub(crate) type Source = [u8; SOURCE];

/// One fact.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'r> {
    pub(crate) key: Key,
    pub(crate) topic: Topic,
    pub(crate) source: Source,
    pub(crate) fact: &'r [u8],
}

impl Row<'_> {
    /// How many bytes it takes.
    pub(crate) const fn length(&self) -> usize {
        HEAD + self.fact.len()
    }
}

/// Appends a fact.
pub(crate) fn write(out: &mut Vec<u8>, key: Key, topic: Topic, source: Source, fact: &impl Serialize) {
    out.extend_from_slice(&key.to_be_bytes());
    out.push(topic as u8);
    out.extend_from_slice(&source);
    let length = out.len();
    out.push(0);
    let fact = postcard::to_slice(fact, &mut [0; u8::MAX as usize]).map(|fact| {
        out.extend_from_slice(fact);
        fact.len()
    });
    // facts are small by their types; one that is not says nothing
    debug_assert!(fact.is_ok());
    out[length] = fact.ok().and_then(|length| u8::try_from(length).ok()).unwrap_or_default();
}

/// Walks over facts that lie one behind the other.
pub(crate) fn read(mut bytes: &[u8]) -> impl Iterator<Item = Row<'_>> {
    std::iter::from_fn(move || {
        let (head, rest) = bytes.split_first_chunk::<HEAD>()?;
        let (fact, rest) = rest.split_at_checked(usize::from(head[HEAD - 1]))?;
        bytes = rest;
        let key = Key::from_be_bytes(head[..16].try_into().ok()?);
        let source = head[17..17 + SOURCE].try_into().ok()?;
        Some(Row { key, topic: Topic::parse(head[16])?, source, fact })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_lie_one_behind_the_other() {
        let mut bytes = Vec::new();
        write(&mut bytes, 7, Topic::Record, [0, 0, 0, 0, 1, 2], &(3_u8, "x"));
        write(&mut bytes, 1 << 127, Topic::Community, [0; 6], &());
        let rows: Vec<_> = read(&bytes).collect();
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].key, rows[0].topic, rows[0].source), (7, Topic::Record, [0, 0, 0, 0, 1, 2]));
        assert_eq!(rows[0].fact, [3, 1, b'x']);
        assert_eq!((rows[1].key, rows[1].topic, rows[1].fact.len()), (1 << 127, Topic::Community, 0));
        // what is cut is not read
        assert_eq!(read(&bytes[..bytes.len() - 1]).count(), 1);
    }
}
