//! What facts meet by: keyed hashes, so that no personal value is kept and nobody can make keys collide.

use std::hash::{BuildHasher, Hasher as _, RandomState};

use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher13};

use super::Topic;
use crate::Kind;

/// The key of facts that belong together: 128 bits of `SipHash` 1-3. Of n different keys two are equal with a chance of
/// n² / 2^129: less than one in 10^19 for ten thousand million.
pub(crate) type Key = u128;

/// A record or a body as other records name it, in a few bytes; two are taken for one within a group with a chance of one
/// in 2^64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Mark(u64);

/// The secret of one run, by which its keys are made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keys(u64, u64);

impl Keys {
    /// A secret of the system's random numbers, by way of the standard library's.
    pub(crate) fn random() -> Self {
        let word = |number: u64| {
            let mut hasher = RandomState::new().build_hasher();
            hasher.write_u64(number);
            hasher.finish()
        };
        Self(word(0), word(1))
    }

    /// The key of a topic and the parts that identify what it is about.
    pub(crate) fn key(self, topic: Topic, parts: &[&[u8]]) -> Key {
        self.hash(topic as u8, parts)
    }

    /// A record by its id, or a body by the reference to it.
    pub(crate) fn mark(self, kind: Kind, id: &str) -> Mark {
        let hash = self.hash(u8::MAX, &[&kind.number().to_le_bytes(), id.as_bytes()]);
        Mark(u64::try_from(hash >> 64).unwrap_or_default())
    }

    fn hash(self, domain: u8, parts: &[&[u8]]) -> Key {
        let mut hasher = SipHasher13::new_with_keys(self.0, self.1);
        hasher.write(&[domain]);
        for part in parts {
            // the length, so that no two lists of parts run into one text
            hasher.write(&part.len().to_le_bytes());
            hasher.write(part);
        }
        hasher.finish128().as_u128()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_topics_parts_and_runs_apart() {
        let keys = Keys(1, 2);
        let key = keys.key(Topic::Record, &[b"ab", b"c"]);
        assert_eq!(key, keys.key(Topic::Record, &[b"ab", b"c"]));
        assert_ne!(key, keys.key(Topic::Record, &[b"a", b"bc"]));
        assert_ne!(key, keys.key(Topic::Community, &[b"ab", b"c"]));
        assert_ne!(key, Keys(1, 3).key(Topic::Record, &[b"ab", b"c"]));
        assert_ne!(keys.mark(Kind::Worker, "a"), keys.mark(Kind::Volunteer, "a"));
        let (one, other) = (Keys::random(), Keys::random());
        assert_ne!((one.0, one.1), (other.0, other.1));
    }
}
