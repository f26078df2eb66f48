//! The place of a field inside a record, as a JSON Pointer (RFC 6901).

use std::fmt::Write;

/// One step from an object or a list to what lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Key(&'static str),
    Index(usize),
}

/// The way from the record to a field; written out only when a finding needs it.
///
/// The model nests objects and lists at most five deep, so no allocation is needed.
#[derive(Clone, Debug)]
pub struct Path {
    steps: [Step; Self::DEPTH],
    len: usize,
}

impl Default for Path {
    fn default() -> Self {
        Self { steps: [Step::Index(0); Self::DEPTH], len: 0 }
    }
}

impl Path {
    const DEPTH: usize = 8;

    pub(crate) fn push(&mut self, key: &'static str) {
        self.steps[self.len] = Step::Key(key);
        self.len += 1;
    }

    pub(crate) fn push_index(&mut self, index: usize) {
        self.steps[self.len] = Step::Index(index);
        self.len += 1;
    }

    pub(crate) fn pop(&mut self) {
        self.len -= 1;
    }

    /// The innermost field name, list positions aside.
    pub(crate) fn field(&self) -> &'static str {
        let mut steps = self.steps[..self.len].iter().rev();
        steps.find_map(|step| if let Step::Key(key) = step { Some(*key) } else { None }).unwrap_or("")
    }

    /// The JSON Pointer: `/posts/0/starts_on`; the record itself is the empty text.
    pub fn pointer(&self) -> String {
        let mut out = String::new();
        for step in &self.steps[..self.len] {
            match step {
                // field names of the model need no escaping
                Step::Key(key) => out.extend(["/", key]),
                Step::Index(index) => write!(out, "/{index}").expect("writing to a string cannot fail"),
            }
        }
        out
    }
}

/// A step to a key that comes from the input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key<'a> {
    pub(crate) name: &'a str,
    /// Which key of its object it is, from 1.
    pub(crate) number: usize,
    /// Whether its name may be shown: keys are data.
    pub(crate) is_shown: bool,
}

/// Appends a key that comes from the input, escaped as RFC 6901 says; one that may not be shown stands as
/// `*` and its number.
pub(crate) fn push_key(pointer: &mut String, key: Key<'_>) {
    pointer.push('/');
    if !key.is_shown {
        let _ = write!(pointer, "*{}", key.number);
        return;
    }
    for letter in key.name.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_names_keys_and_positions() {
        let mut path = Path::default();
        assert_eq!(path.pointer(), "");
        path.push("posts");
        path.push_index(0);
        assert_eq!(path.field(), "posts");
        path.push("starts_on");
        assert_eq!(path.pointer(), "/posts/0/starts_on");
        path.pop();
        assert_eq!(path.pointer(), "/posts/0");
    }

    #[test]
    fn keys_of_the_input_are_escaped_or_numbered() {
        let mut pointer = String::new();
        push_key(&mut pointer, Key { name: "a/b~c", number: 1, is_shown: true });
        push_key(&mut pointer, Key { name: "a/b~c", number: 12, is_shown: false });
        assert_eq!(pointer, "/a~1b~0c/*12");
    }
}
