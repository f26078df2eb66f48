//! The place of a field inside a record, as a JSON Pointer (RFC 6901).

use std::cmp::Ordering;
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

    /// How many steps it has.
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// The innermost field name, list positions aside.
    pub(crate) fn field(&self) -> &'static str {
        let mut steps = self.steps[..self.len].iter().rev();
        steps.find_map(|step| if let Step::Key(key) = step { Some(*key) } else { None }).unwrap_or("")
    }

    /// Shows the steps: of a field what `position` says of its name, of an item its index; ends where it says nothing.
    pub(crate) fn each(
        &self,
        position: &mut dyn FnMut(&'static str) -> Option<usize>,
        show: &mut dyn FnMut(usize),
    ) {
        for step in &self.steps[..self.len] {
            match step {
                Step::Index(index) => show(*index),
                Step::Key(key) => match position(key) {
                    Some(at) => show(at),
                    None => return,
                },
            }
        }
    }

    /// The outermost field name.
    pub(crate) fn first(&self) -> &'static str {
        if let Some(Step::Key(key)) = self.steps[..self.len].first() { key } else { "" }
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

/// The order of pointers: step by step, numbers by their value and before texts.
pub(crate) fn compare_pointers(a: &str, b: &str) -> Ordering {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    // the step in which they differ; the bytes before are whole characters where a step begins
    let begin = a.as_bytes()[..same].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
    let (mut left, mut right) = (a[begin..].split('/'), b[begin..].split('/'));
    loop {
        match (left.next(), right.next()) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => return compare_steps(a, b),
            (left, right) => return left.is_some().cmp(&right.is_some()),
        }
    }
}

/// An order of all texts, keys of the input among them.
fn compare_steps(a: &str, b: &str) -> Ordering {
    let number = |step: &str| {
        // a key without its name is `*` and its number
        let step = step.strip_prefix('*').unwrap_or(step);
        let is_number = step.as_bytes().first().is_some_and(u8::is_ascii_digit);
        if is_number && step.bytes().all(|byte| byte.is_ascii_digit()) {
            step.parse::<u64>().ok()
        } else {
            None
        }
    };
    match (number(a), number(b)) {
        (Some(left), Some(right)) => left.cmp(&right).then_with(|| a.cmp(b)),
        (left, right) => right.is_some().cmp(&left.is_some()).then_with(|| a.cmp(b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_positions_are_compared_as_numbers() {
        let mut pointers =
            ["/posts/10/title", "/posts/9/title", "", "/name", "/posts", "/posts-x", "/姓名/1"];
        pointers.sort_by(|a, b| compare_pointers(a, b));
        let sorted = ["", "/name", "/posts", "/posts/9/title", "/posts/10/title", "/posts-x", "/姓名/1"];
        assert_eq!(pointers, sorted);
    }

    /// Where numbers and texts went round in a circle, sorting could panic.
    #[test]
    fn the_order_of_pointers_has_no_circle() {
        let steps = ["10", "1a", "2", "02", "+2", "99999999999999999999", "", "é", "è", "~0", "2/x", "2/10"];
        let pointers: Vec<String> = steps.iter().map(|step| format!("/{step}")).collect();
        for a in &pointers {
            for b in &pointers {
                let order = compare_pointers(a, b);
                assert_eq!(order, compare_pointers(b, a).reverse(), "{a} {b}");
                assert_eq!(order.is_eq(), a == b, "{a} {b}");
                for c in &pointers {
                    let is_circle =
                        order.is_le() && compare_pointers(b, c).is_le() && compare_pointers(a, c).is_gt();
                    assert!(!is_circle, "{a} {b} {c}");
                }
            }
        }
    }

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
