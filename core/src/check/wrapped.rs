//! One object that wraps a list of records, as interfaces answer: `{"volunteers": [{...}]}`.

use crate::Kind;
use crate::input::{Reach, skip_white_space, string, value};

/// The key of the list that an object wraps, where it is no record but wraps a list of records: it
/// has no id, and one of its members, which no record has, is a list of objects with ids. Of a text
/// that is cut the beginning is enough.
pub(super) fn key_of_list(kind: Kind, text: &[u8]) -> Option<&str> {
    let fields = kind.declaration().fields;
    let mut list = None;
    let mut look = |key, at| {
        let is_list = text.get(at) == Some(&b'[') && has_id(text, skip_white_space(text, at + 1));
        if is_list && list.is_none() && !fields.iter().any(|field| field.name == key) {
            list = Some(key);
        }
        key != "id"
    };
    members(text, skip_white_space(text, 0), &mut look).then_some(list).flatten()
}

/// Whether an object begins at a byte and has an id.
fn has_id(text: &[u8], at: usize) -> bool {
    !members(text, at, &mut |key, _| key != "id")
}

/// Shows each key of the object that begins at a byte, with where its value begins, until one is
/// refused; whether none was.
fn members<'t>(text: &'t [u8], mut at: usize, look: &mut dyn FnMut(&'t str, usize) -> bool) -> bool {
    let mut open = b'{';
    while text.get(at) == Some(&open) {
        let begin = skip_white_space(text, at + 1);
        let Some(b'"') = text.get(begin) else { break };
        let Some(end) = string(text, begin, &mut false) else { break };
        let colon = skip_white_space(text, end);
        let value = skip_white_space(text, colon + 1);
        let key = std::str::from_utf8(&text[begin + 1..end - 1]).unwrap_or_default();
        if text.get(colon) == Some(&b':') && !look(key, value) {
            return false;
        }
        let Reach::Whole(end) = self::value(text, value).reach else { break };
        (at, open) = (skip_white_space(text, end), b',');
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_records_in_an_object_is_known() {
        let key = |text: &str| key_of_list(Kind::Volunteer, text.as_bytes()).map(str::to_owned);
        let some = |key: &str| Some(key.to_owned());
        assert_eq!(key(r#"{"volunteers":[{"id":"v1"}]}"#), some("volunteers"));
        assert_eq!(key(r#"{"code":0,"total":1,"rows":[{"name":"x","id":1},{"#), some("rows"));
        assert_eq!(key(r#" {"data" : [ {"id":"v1""#), some("data"));
        for none in [
            "",
            "[]",
            r#"{"id":"v1","rows":[{"id":1}]}"#,
            r#"{"rows":[{"id":1}],"id":"v1"}"#,
            r#"{"rows":[{"name":1}]}"#,
            r#"{"rows":[1]}"#,
            r#"{"rows":{"id":1}}"#,
            r#"{"trainings":[{"id":1}]}"#,
            r#"{"rows":["#,
        ] {
            assert_eq!(key(none), None, "{none}");
        }
    }
}
