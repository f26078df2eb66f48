//! One record: the accept lane, the typed lane where that has a doubt, and the explaining lane where
//! the typed one refuses.

use super::desk::Desk;
use super::wrapped;
use crate::dataset::Hearing;
use crate::field::{
    Arena, Cell, Cursor, Entry, Faults, FieldMeta, Node, Reader, Room, Slot, depth, may_hide_decimals,
};
use crate::finding::{Found, Params};
use crate::ids::mask;
use crate::input::{MAX_RECORD, Unread};
use crate::model;
use crate::rule::Rule;
use crate::rules::Sink;
use crate::rules::dataset;
use crate::rules::{self, Context, Ruled, STR001, STR015, Unreadable};
use crate::{Kind, Words};

/// How deep objects and lists may lie in one another, the record being the first.
const MAX_DEPTH: usize = 64;

/// Records up to this size go through the typed lane, which saves time; what it takes is not bounded together.
const SMALL: usize = 16 << 10;

/// What is said of one record.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The record's id, masked where it is a personal number; only where there are findings.
    pub(crate) id: Option<String>,
    pub(crate) found: Vec<Found>,
    /// The record could not be read at all; a JSON array ends with it.
    pub(crate) is_unreadable: bool,
    /// There is no record; what is found is of the input.
    pub(crate) is_nothing: bool,
}

/// Checks the text of one record.
pub(super) fn check(kind: Kind, text: &str, desk: &mut Desk<'_>, context: Context<'_>) -> Outcome {
    desk.arena.reset();
    crate::with_record_type!(kind, T => check_as::<T>(text, desk, context))
}

/// Checks a row of a table; none where its text has to be looked at.
pub(super) fn check_row(
    kind: Kind,
    row: impl Cell,
    desk: &mut Desk<'_>,
    context: Context<'_>,
) -> Option<Outcome> {
    desk.arena.reset();
    crate::with_record_type!(kind, T => check_row_as::<T>(row, desk, context))
}

fn check_row_as<T: Ruled>(row: impl Cell, desk: &mut Desk<'_>, context: Context<'_>) -> Option<Outcome> {
    let room = Room::new(MAX_RECORD);
    let view = T::scan(&mut Entry::new(row, &desk.arena, &room), &ROOT)?;
    Some(judge::<T>(view, None, context, desk.hearing.as_mut()))
}

fn check_as<T: Ruled>(text: &str, desk: &mut Desk<'_>, context: Context<'_>) -> Outcome {
    if text.len() > MAX_RECORD {
        return too_large();
    }
    if let Some(view) = accept::<T>(text, &desk.arena) {
        return judge::<T>(view, None, context, desk.hearing.as_mut());
    }
    if text.len() > SMALL {
        let mut hearing = desk.hearing.take();
        let outcome = desk.explain(text, |arena| explain::<T>(text, false, arena, context, hearing.as_mut()));
        desk.hearing = hearing;
        return outcome;
    }
    let (arena, hearing) = (&desk.arena, desk.hearing.as_mut());
    match serde_json::from_str::<T>(text) {
        Ok(record) if record.validate().is_ok() && !may_hide_decimals(text) => {
            judge::<T>(record.see(), None, context, hearing)
        }
        Ok(_) => explain::<T>(text, false, arena, context, hearing),
        Err(_) => explain::<T>(text, true, arena, context, hearing),
    }
}

/// The view of a record in which nothing raises a doubt about its structure.
fn accept<'a, T: Ruled>(text: &'a str, arena: &'a Arena) -> Option<Slot<T::View<'a>>> {
    let mut cursor = Cursor::new(text, arena);
    let view = T::scan(&mut cursor, &ROOT)?;
    cursor.is_at_end().then_some(view)
}

/// The outcome for a record beyond the greatest size.
pub(crate) fn too_large() -> Outcome {
    beyond_limits(Words::new("1048576字节", "1,048,576 bytes"))
}

fn beyond_limits(limit: Words) -> Outcome {
    alone(&STR015, vec![("limit", limit.into())])
}

/// The outcome for what cannot be read as a record at all.
pub(crate) fn unreadable(why: Unreadable<'_>) -> Outcome {
    alone(&STR001, vec![("fault", why.into())])
}

fn alone(rule: &'static Rule, params: Params) -> Outcome {
    let found = vec![Found::new(rule, rule.severity, String::new(), params)];
    Outcome { found, is_unreadable: true, ..Outcome::default() }
}

/// Says of an unreadable item of an array that the array ends with it.
pub(crate) fn end_array(outcome: &mut Outcome) {
    for found in &mut outcome.found {
        if found.rule.id == STR015.id {
            found.params.push(("rest", rules::NO_FURTHER.into()));
        } else if let Some((_, fault)) = found.params.iter_mut().find(|(name, _)| *name == "fault") {
            *fault = Unreadable::Input(Unread::BrokenArray).into();
        }
    }
}

/// Says that what follows is not read.
pub(crate) fn read_no_further(mut outcome: Outcome) -> Outcome {
    end_array(&mut outcome);
    outcome
}

/// Reads whatever can be read, reports every fault, and runs the rules on what is known.
fn explain<T: Ruled>(
    text: &str,
    refused: bool,
    arena: &Arena,
    context: Context<'_>,
    hearing: Option<&mut Hearing<'_>>,
) -> Outcome {
    if let Err(error) = serde_json::from_str::<&serde_json::value::RawValue>(text) {
        let offset = offset_of(text, error.line(), error.column());
        let mut outcome = unreadable(Unreadable::Malformed);
        outcome.found[0].params.push(("offset", offset.into()));
        return outcome;
    }
    if depth(text) > MAX_DEPTH {
        return beyond_limits(Words::new("64层嵌套", "64 levels"));
    }
    if let Some(key) = wrapped::key_of_list(T::KIND, text.as_bytes()) {
        return Outcome { is_unreadable: false, ..unreadable(Unreadable::Wraps(key)) };
    }
    let Ok(root) = Node::parse(text, arena) else { return unreadable(Unreadable::Malformed) };
    let mut reader = Reader::new(arena, model::is_field);
    let view = T::read(root, &ROOT, &mut reader);
    let faults = reader.into_faults();
    if refused && faults.kept.is_empty() {
        // the two lanes differ, which is a fault of this library; the record shall not look clean
        return unreadable(Unreadable::Malformed);
    }
    let mut outcome = judge::<T>(view, Some(faults), context, hearing);
    for found in &mut outcome.found {
        found.params.extend(exchanged(root, found).map(|other| ("other", other.into())));
    }
    outcome
}

/// Faults become findings, and the rules look at the view; a record of a dataset says its facts.
fn judge<T: Ruled>(
    view: Slot<T::View<'_>>,
    faults: Option<Faults>,
    context: Context<'_>,
    hearing: Option<&mut Hearing<'_>>,
) -> Outcome {
    let mut sink = Sink::new(context.as_of, context.settings);
    if let Some(faults) = faults {
        rules::report_faults(faults, &mut sink);
    }
    let mut id = None;
    if let Slot::Known(view) = view {
        rules::check::<T>(&view, context, &mut sink);
        id = T::id(&view).known();
        if let Some(hearing) = hearing {
            dataset::emit::<T>(&view, hearing.facts());
        }
    }
    let found = sink.finish();
    if found.is_empty() {
        return Outcome::default();
    }
    let id = id.map(|id| mask::record_id(id).to_string());
    Outcome { id, found, ..Outcome::default() }
}

/// Where a degree is out of range and exchanging the two degrees lands in China, the other one.
fn exchanged(root: Node<'_>, found: &Found) -> Option<Words> {
    let (parent, field) = found.pointer.rsplit_once('/')?;
    if found.rule.id != "STR008" || !matches!(field, "longitude" | "latitude") {
        return None;
    }
    let point = parent.split('/').skip(1).try_fold(root, |node, key| match node {
        Node::Object(members) => members.iter().find(|(name, _)| *name == key).map(|(_, node)| *node),
        _ => None,
    })?;
    rules::exchanged_coordinates(point, field)
}

/// The byte of a line and column as `serde_json` counts them.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column).min(text.len())
}

/// The record as a whole, as if it were a field.
static ROOT: FieldMeta = FieldMeta::whole(Words::new("记录", "Record"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Election, Facility};
    use crate::rules::Settings;
    use validator::Validate;

    /// What the accept lane says of a text, and what the explaining lane says.
    fn both<T: Ruled>(text: &str, context: Context<'_>) -> Option<(Outcome, Outcome)> {
        let (one, other) = (Arena::new(), Arena::new());
        let view = accept::<T>(text, &one)?;
        Some((judge::<T>(view, None, context, None), explain::<T>(text, false, &other, context, None)))
    }

    /// Every conformance case and example that is written as a JSON value, with its kind.
    fn records() -> Vec<(Kind, serde_json::Value)> {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let read = |path: &std::path::Path| serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let mut records: Vec<(Kind, serde_json::Value)> = Kind::all()
            .map(|kind| (kind, read(&root.join(format!("examples/records/{kind}.json")))))
            .collect();
        for folder in std::fs::read_dir(root.join("schemas/v1/conformance")).unwrap() {
            for case in std::fs::read_dir(folder.unwrap().path()).unwrap() {
                let mut case: serde_json::Value = read(&case.unwrap().path());
                if case.get("record").is_some() {
                    records
                        .push((Kind::parse(case["kind"].as_str().unwrap()).unwrap(), case["record"].take()));
                }
            }
        }
        records
    }

    #[test]
    fn what_is_accepted_is_judged_as_the_explaining_lane_judges_it() {
        let (settings, records) = (Settings::new(), records());
        let as_of = jiff::civil::date(2026, 6, 30);
        let context = Context { as_of, divisions: None, settings: &settings, package: None };
        let mut accepted = 0;
        for (kind, record) in &records {
            let text = record.to_string();
            if let Some((accepting, explaining)) =
                crate::with_record_type!(kind, T => both::<T>(&text, context))
            {
                accepted += 1;
                assert_eq!(accepting.found, explaining.found, "{kind}: {text}");
                assert_eq!(accepting.id, explaining.id, "{kind}: {text}");
            }
        }
        assert!(accepted > records.len() / 2, "{accepted} of {} accepted", records.len());
        for kind in Kind::all() {
            let (_, example) = records.iter().find(|(other, _)| *other == kind).unwrap();
            let text = serde_json::to_string_pretty(example).unwrap();
            assert!(
                crate::with_record_type!(kind, T => both::<T>(&text, context)).is_some(),
                "{kind}: the example is not accepted"
            );
        }
    }

    /// A part with lists of its own is looked into by `validate()`; where the declaration forgets to
    /// say so, the typed lane takes what the schema refuses.
    #[test]
    fn lists_in_parts_are_looked_into() {
        let many = |item: &str| format!("[{}]", vec![item; 1001].join(","));
        let services: Vec<String> = (0..1001).map(|number| format!("\"s{number}\"")).collect();
        let candidates = many(r#"{"name":"何文斌","votes":1,"elected":false}"#);
        let common = r#""id":"a","updated_at":"2026-06-30T09:00:00+08:00""#;
        let facility = format!(
            r#"{{{common},"community":"370102007010","name":"站","kind":"service_station","status":"active",
            "windows":[{{"number":"1","name":"窗口","services":[{}]}}]}}"#,
            services.join(",")
        );
        let election = format!(
            r#"{{{common},"organisation":"o","body":"party","term":1,"method":"direct","held_on":"2024-11-16","electors":9,
            "ballots_cast":9,"seats":[{{"title":"director","seats":1,"candidates":{candidates}}}],"valid":true}}"#
        );
        assert!(serde_json::from_str::<Facility>(&facility).unwrap().validate().is_err());
        assert!(serde_json::from_str::<Election>(&election).unwrap().validate().is_err());
    }
}
