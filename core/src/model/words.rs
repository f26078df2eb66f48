//! The words by which the standard calls its fields.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::Kind;
use crate::field::ObjectMeta;

// no hash table: to tools that look for lost memory its block hides behind a pointer into it
static WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let mut words = BTreeSet::new();
    Kind::all().for_each(|kind| gather(kind.declaration(), &mut words));
    words
});

fn gather(object: &'static ObjectMeta, words: &mut BTreeSet<&'static str>) {
    for field in object.fields {
        words.extend([field.name, field.title.zh, field.title.en]);
        if let Some(part) = field.part {
            gather(part, words);
        }
    }
}

/// Whether a text is the name or a title of any field, so that as a key it gives nobody away.
pub(crate) fn is_field(text: &str) -> bool {
    WORDS.contains(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_titles_of_fields_are_words() {
        for text in ["birth_date", "姓名", "Birth date", "建筑面积", "longitude"] {
            assert!(is_field(text), "{text}");
        }
        for text in ["", "张三", "姓名 ", "11010519491231002X"] {
            assert!(!is_field(text), "{text}");
        }
    }
}
