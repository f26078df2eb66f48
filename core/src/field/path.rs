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
    /// The greatest number of steps; record types with more do not compile.
    pub(crate) const DEPTH: usize = 8;

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

/// Appends a key that comes from the input, escaped as RFC 6901 says.
pub(crate) fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for letter in key.chars() {
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
    fn keys_of_the_input_are_escaped() {
        let mut pointer = String::new();
        push_key(&mut pointer, "a/b~c");
        assert_eq!(pointer, "/a~1b~0c");
    }
}
