//! A record that can be changed at any place, its members in their order.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer};
use shequ::ids::{RecordId, mask};

use super::super::day::Day;

/// A part of a record.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Part {
    Text(String),
    /// A number, true, false or null, as it stands.
    Word(String),
    List(Vec<Part>),
    Object(Vec<(String, Part)>),
}

/// Members in their order, and numbers as generated records write them: without zeros at the end.
impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Parts)
    }
}

struct Parts;

impl<'de> de::Visitor<'de> for Parts {
    type Value = Part;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a record as it was generated")
    }

    fn visit_unit<E>(self) -> Result<Part, E> {
        Ok(Part::word("null"))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Part, E> {
        Ok(Part::from(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Part, E> {
        Ok(Part::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Part, E> {
        Ok(Part::Word(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Part, E> {
        Ok(Part::Word(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Part, E> {
        Ok(Part::text(text))
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Part, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Part::List(list))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut members: A) -> Result<Part, A::Error> {
        let mut object = Vec::new();
        while let Some(member) = members.next_entry()? {
            object.push(member);
        }
        Ok(Part::Object(object))
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}
impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Day> for Part {
    fn from(day: Day) -> Self {
        Self::Text(day.text())
    }
}
impl From<i64> for Part {
    fn from(number: i64) -> Self {
        Self::Word(number.to_string())
    }
}
impl From<bool> for Part {
    fn from(flag: bool) -> Self {
        Self::Word(flag.to_string())
    }
}

impl Part {
    pub(in super::super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub(in super::super) fn word(word: &str) -> Self {
        Self::Word(word.to_owned())
    }

    /// A list of texts.
    pub(in super::super) fn texts(texts: &[&str]) -> Self {
        Self::List(texts.iter().map(|text| Self::text(text)).collect())
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.push_str(&serde_json::Value::from(text.as_str()).to_string()),
            Self::Word(word) => out.push_str(word),
            Self::List(items) => {
                enclose(out, ['[', ']'], items, Self::write);
            }
            Self::Object(members) => enclose(out, ['{', '}'], members, |(key, value), out| {
                Self::text(key).write(out);
                out.push(':');
                value.write(out);
            }),
        }
    }
}

fn enclose<T>(out: &mut String, [opens, closes]: [char; 2], items: &[T], write: impl Fn(&T, &mut String)) {
    out.push(opens);
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(closes);
}

/// A record that a defect changes.
#[derive(Clone, Debug)]
pub(in super::super) struct Draft {
    pub(in super::super) record: Part,
    /// What stands in the file instead of a record.
    pub(in super::super) raw: Option<Vec<u8>>,
}

impl Draft {
    /// A record as it was written.
    pub(in super::super) fn parse(text: &str) -> Option<Self> {
        Some(Self { record: serde_json::from_str(text).ok()?, raw: None })
    }

    /// What stands in the file.
    pub(in super::super) fn bytes(&self) -> Vec<u8> {
        self.raw.clone().unwrap_or_else(|| self.written().into_bytes())
    }

    pub(in super::super) fn written(&self) -> String {
        let mut out = String::new();
        self.record.write(&mut out);
        out
    }

    /// The id as reports write it: none where it cannot be read, masked where it is a personal number.
    pub(in super::super) fn id(&self) -> Option<String> {
        let id = self.text("/id").filter(|id| self.raw.is_none() && RecordId::fits(id))?;
        Some(mask::record_id(id).to_string())
    }

    /// The part at a JSON Pointer.
    pub(in super::super) fn get(&self, pointer: &str) -> Option<&Part> {
        pointer.split('/').skip(1).try_fold(&self.record, |part, step| match part {
            Part::Object(members) => members.iter().find(|(key, _)| key == step).map(|(_, value)| value),
            Part::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    pub(in super::super) fn get_mut(&mut self, pointer: &str) -> Option<&mut Part> {
        pointer.split('/').skip(1).try_fold(&mut self.record, |part, step| match part {
            Part::Object(members) => members.iter_mut().find(|(key, _)| key == step).map(|(_, value)| value),
            Part::List(items) => items.get_mut(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    pub(in super::super) fn has(&self, pointer: &str) -> bool {
        self.get(pointer).is_some()
    }

    pub(in super::super) fn text(&self, pointer: &str) -> Option<&str> {
        match self.get(pointer)? {
            Part::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Goes on only where a text is this one.
    pub(in super::super) fn is(&self, pointer: &str, text: &str) -> Option<()> {
        (self.text(pointer)? == text).then_some(())
    }

    /// A number in hundredths.
    pub(in super::super) fn hundredths(&self, pointer: &str) -> Option<i64> {
        let Part::Word(word) = self.get(pointer)? else { return None };
        let (whole, fraction) = word.split_once('.').unwrap_or((word, "0"));
        let fraction = format!("{fraction:0<2}");
        Some(whole.parse::<i64>().ok()? * 100 + fraction.get(..2)?.parse::<i64>().ok()?)
    }

    /// A whole number.
    pub(in super::super) fn count(&self, pointer: &str) -> Option<i64> {
        self.hundredths(pointer).map(|number| number / 100)
    }

    /// The day of a date, or of a moment in +08:00.
    pub(in super::super) fn day(&self, pointer: &str) -> Option<Day> {
        Day::parse(self.text(pointer)?)
    }

    /// How many items a list has; none is 0.
    pub(in super::super) fn len(&self, pointer: &str) -> usize {
        match self.get(pointer) {
            Some(Part::List(items)) => items.len(),
            _ => 0,
        }
    }

    /// Puts a part in the place of another, or at the end of the object.
    pub(in super::super) fn set(&mut self, pointer: &str, part: impl Into<Part>) -> Option<()> {
        if let Some(place) = self.get_mut(pointer) {
            *place = part.into();
            return Some(());
        }
        let (parent, key) = pointer.rsplit_once('/')?;
        match self.get_mut(parent)? {
            Part::Object(members) => members.push((key.to_owned(), part.into())),
            Part::List(items) => items.push(part.into()),
            _ => return None,
        }
        Some(())
    }

    /// Takes a part away; none where there was none.
    pub(in super::super) fn remove(&mut self, pointer: &str) -> Option<Part> {
        let (parent, key) = pointer.rsplit_once('/')?;
        match self.get_mut(parent)? {
            Part::Object(members) => {
                let at = members.iter().position(|(name, _)| name == key)?;
                Some(members.remove(at).1)
            }
            Part::List(items) => {
                let at = key.parse::<usize>().ok().filter(|at| *at < items.len())?;
                Some(items.remove(at))
            }
            _ => None,
        }
    }

    /// The members of the record itself.
    pub(in super::super) fn members(&mut self) -> Option<&mut Vec<(String, Part)>> {
        match &mut self.record {
            Part::Object(members) => Some(members),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_what_was_written_until_it_is_changed() {
        let text = r#"{"id":"a","n":1.5,"l":[{"x":true},null],"t":"\"中\""}"#;
        let mut draft = Draft::parse(text).unwrap();
        assert_eq!(draft.written(), text);
        assert_eq!((draft.hundredths("/n"), draft.len("/l")), (Some(150), 2));
        draft.set("/l/0/y", 7).unwrap();
        draft.set("/t", "b").unwrap();
        assert_eq!(draft.remove("/l/1"), Some(Part::word("null")));
        assert_eq!(draft.written(), r#"{"id":"a","n":1.5,"l":[{"x":true,"y":7}],"t":"b"}"#);
        assert_eq!(draft.id(), Some("a".to_owned()));
        assert!(draft.set("/none/x", 1).is_none() && draft.remove("/none").is_none());
    }
}
