//! Free text and names.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

use super::reader::expected;
use super::wide::plain_letters;
use super::{FaultKind, Field, FieldMeta, Node, Path, Reader, Slot, Source, TextFault, ValueKind, Visitor};

/// What a text is for; some rules look at names alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Any text.
    Plain,
    /// The name of a thing or a body.
    Name,
    /// The name of a person.
    Person,
}

/// Marks any text.
#[derive(Clone, Copy, Debug)]
pub enum Plain {}
/// Marks the name of a thing or a body.
#[derive(Clone, Copy, Debug)]
pub enum Named {}
/// Marks the name of a person.
#[derive(Clone, Copy, Debug)]
pub enum Person {}

/// A role as a type.
pub trait TextRole: 'static {
    /// Which one.
    const ROLE: Role;
}

impl TextRole for Plain {
    const ROLE: Role = Role::Plain;
}
impl TextRole for Named {
    const ROLE: Role = Role::Name;
}
impl TextRole for Person {
    const ROLE: Role = Role::Person;
}

/// `text(n)` of the standard: 1 to `MAX` Unicode scalar values, no control characters, not blank,
/// no white space at either end.
///
/// ```
/// use shequ::model::Text;
/// assert!(Text::<5>::new("社区服务站").is_ok());
/// assert!(Text::<5>::new("社区服务中心").is_err());
/// assert!(Text::<5>::new(" 社区").is_err());
/// ```
pub struct Text<const MAX: usize, R = Plain> {
    text: String,
    role: PhantomData<fn() -> R>,
}

/// The name of a thing or a body.
pub type Name<const MAX: usize> = Text<MAX, Named>;
/// The name of a person: at most 50 Unicode scalar values.
pub type PersonName = Text<50, Person>;

/// Why a text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// It has no characters.
    #[error("the text is empty")]
    Empty,
    /// It has nothing but white space.
    #[error("the text is blank")]
    Blank,
    /// White space stands at an end.
    #[error("white space stands at an end of the text")]
    Edge,
    /// It has more characters than the field takes.
    #[error("the text is longer than {limit} characters")]
    TooLong {
        /// The greatest number of Unicode scalar values.
        limit: usize,
    },
    /// It holds a control character.
    #[error("the text holds a control character")]
    ControlCharacter(char),
}

impl<const MAX: usize, R> Text<MAX, R> {
    /// Takes a text of the field's form.
    ///
    /// # Errors
    /// Where it is empty, blank, too long, has white space at an end or a control character.
    pub fn new(text: impl Into<String>) -> Result<Self, TextError> {
        let text = text.into();
        check(&text, MAX)?;
        Ok(Self { text, role: PhantomData })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// General categories Cc, Zl and Zp.
pub(crate) fn is_control(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}

fn check(text: &str, max: usize) -> Result<(), TextError> {
    let letters = match plain_letters(text) {
        Some(letters) => letters,
        None => match text.chars().find(|letter| is_control(*letter)) {
            Some(control) => return Err(TextError::ControlCharacter(control)),
            None => text.chars().count(),
        },
    };
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
        return Err(TextError::Empty);
    };
    if first.is_whitespace() || last.is_whitespace() {
        return Err(if text.trim().is_empty() { TextError::Blank } else { TextError::Edge });
    }
    if letters > max { Err(TextError::TooLong { limit: max }) } else { Ok(()) }
}

/// The fault that stands for a refusal.
fn fault(error: TextError, limit: usize) -> FaultKind {
    let fault = match error {
        TextError::Empty => TextFault::Empty,
        TextError::Blank => TextFault::Blank,
        TextError::Edge => TextFault::Edge,
        TextError::TooLong { .. } => TextFault::TooLong,
        TextError::ControlCharacter(character) => return FaultKind::ControlCharacter(character),
    };
    FaultKind::BadText { fault, limit }
}

impl<const MAX: usize, R: TextRole> Field for Text<MAX, R> {
    type View<'a> = &'a str;

    const VALUE: ValueKind = ValueKind::Text(R::ROLE);

    fn see(&self) -> Slot<&str> {
        Slot::Known(&self.text)
    }

    fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<&'a str> {
        let Node::Text(text) = node else { return reader.wrong_type(meta, expected::TEXT) };
        match check(text, MAX) {
            Ok(()) => Slot::Known(text),
            Err(error) => reader.fault(meta, fault(error, MAX)),
        }
    }

    #[inline]
    fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<&'a str>> {
        let text = source.text()?;
        check(text, MAX).ok().map(|()| Slot::Known(text))
    }

    fn walk<V: Visitor>(view: &str, path: &mut Path, visitor: &mut V) {
        visitor.text(path, R::ROLE, view);
    }
}

#[cfg(feature = "schemas")]
impl<const MAX: usize, R> schemars::JsonSchema for Text<MAX, R> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("text_{MAX}").into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::field::schema::text(MAX)
    }
}

impl<'de, const MAX: usize, R> Deserialize<'de> for Text<MAX, R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl<const MAX: usize, R> Serialize for Text<MAX, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<const MAX: usize, R> FromStr for Text<MAX, R> {
    type Err = TextError;
    fn from_str(text: &str) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl<const MAX: usize, R> TryFrom<&str> for Text<MAX, R> {
    type Error = TextError;
    fn try_from(text: &str) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl<const MAX: usize, R> Deref for Text<MAX, R> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

// By hand, since a derive would ask the same of the role, which has no values.
impl<const MAX: usize, R> Clone for Text<MAX, R> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), role: PhantomData }
    }
}
impl<const MAX: usize, R> fmt::Debug for Text<MAX, R> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, out)
    }
}
impl<const MAX: usize, R> fmt::Display for Text<MAX, R> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.text)
    }
}
impl<const MAX: usize, R> PartialEq for Text<MAX, R> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<const MAX: usize, R> Eq for Text<MAX, R> {}
impl<const MAX: usize, R> PartialOrd for Text<MAX, R> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<const MAX: usize, R> Ord for Text<MAX, R> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}
impl<const MAX: usize, R> Hash for Text<MAX, R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_has_its_name() {
        for (text, error) in [
            ("", TextError::Empty),
            (" \u{3000}", TextError::Blank),
            ("a ", TextError::Edge),
            (" \n", TextError::ControlCharacter('\n')),
            ("a\u{2028}b", TextError::ControlCharacter('\u{2028}')),
            ("abcd", TextError::TooLong { limit: 3 }),
        ] {
            assert_eq!(Text::<3>::new(text).unwrap_err(), error, "{text:?}");
        }
        assert!(Text::<3>::new("𠮷 b").is_ok());
    }
}
