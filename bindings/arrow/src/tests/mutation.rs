//! Ways in which a record goes wrong, or takes another right form.

use proptest::prelude::*;
use serde_json::{Value, json};

/// A value that is put in the place of another.
#[derive(Clone, Debug)]
pub(super) struct Mutation(usize);

impl Arbitrary for Mutation {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        (0..WAYS).prop_map(Self).boxed()
    }
}

const WAYS: usize = 16;

impl Mutation {
    /// Changes one part of a record.
    pub(super) fn apply(&self, record: &mut Value, place: usize) {
        let mut places = vec![];
        collect(record, &mut String::new(), &mut places);
        let place = &places[place % places.len()];
        let part = record.pointer_mut(place).unwrap();
        match (self.0, &mut *part) {
            (0, _) => *part = Value::Null,
            (1, Value::String(_)) => *part = "".into(),
            (2, Value::String(text)) => text.push(' '),
            (3, Value::String(text)) => text.insert(0, '\u{202e}'),
            (4, Value::String(text)) => text.push_str("\"\\\n"),
            (5, Value::String(_)) => *part = "2023-02-30".into(),
            (6, Value::String(text)) => *text = text.repeat(40),
            (7, Value::String(_)) => *part = "156".into(),
            (8, Value::Number(_)) => *part = json!(1.005),
            (9, Value::Number(_)) => *part = json!(-1),
            (10, Value::Number(_)) => *part = json!(1e15),
            (11, Value::Array(items)) => items.clear(),
            (12, Value::Array(items)) => items.extend(items.clone()),
            (13, Value::Array(items)) => items.push(Value::Null),
            (14, Value::Object(members)) => drop(members.insert("unknown".into(), 1.into())),
            (15, Value::Object(members)) => members.values_mut().for_each(|value| *value = Value::Null),
            _ => *part = Value::Null,
        }
    }
}

/// The pointers of all parts, but the record itself.
fn collect(part: &Value, place: &mut String, places: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match part {
        Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => vec![],
    };
    for (step, part) in below {
        let len = place.len();
        place.extend(["/", step.as_str()]);
        places.push(place.clone());
        collect(part, place, places);
        place.truncate(len);
    }
}
