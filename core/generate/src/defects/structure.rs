//! STR001-STR015: records that cannot be read as what they should be.

use shequ::Kind;
use shequ::model::Shape;

use super::{Defect, Draft, Made, Outcome, Part, Scene, alone, fields, made, one};

/// The defects of this file.
pub(super) const ALL: &[Defect] = &[
    Defect { rule: "STR001", what: "the line breaks off", kinds: &[], inject: cut_off },
    Defect { rule: "STR001", what: "a byte that is not UTF-8", kinds: &[], inject: other_encoding },
    Defect { rule: "STR002", what: "a number written as text", kinds: &[], inject: number_as_text },
    Defect { rule: "STR002", what: "a text written as a number", kinds: &[], inject: text_as_number },
    Defect { rule: "STR002", what: "one value where a list belongs", kinds: &[], inject: value_for_list },
    Defect { rule: "STR003", what: "a required field is left out", kinds: &[], inject: left_out },
    Defect { rule: "STR003", what: "a required field is null", kinds: &[], inject: nothing },
    Defect {
        rule: "STR004",
        what: "a local field among those of the standard",
        kinds: &[],
        inject: local_field,
    },
    Defect { rule: "STR004", what: "a required field under a misspelt name", kinds: &[], inject: misspelt },
    Defect { rule: "STR005", what: "a word where a code belongs", kinds: &[], inject: word_for_code },
    Defect { rule: "STR005", what: "the leading zero of a code is lost", kinds: &[], inject: lost_zero },
    Defect { rule: "STR006", what: "a space at the end of a text", kinds: &[], inject: space_at_end },
    Defect { rule: "STR006", what: "a text of spaces", kinds: &[], inject: blank },
    Defect { rule: "STR007", what: "a space inside the id", kinds: &[], inject: space_in_id },
    Defect {
        rule: "STR007",
        what: "a credit code without its last character",
        kinds: &[],
        inject: short_source,
    },
    Defect { rule: "STR007", what: "spaces inside a phone number", kinds: &[], inject: spaced_phone },
    Defect { rule: "STR008", what: "a number below 0", kinds: &[], inject: below_zero },
    Defect {
        rule: "STR008",
        what: "longitude and latitude exchanged",
        kinds: &[Kind::Community, Kind::Facility],
        inject: exchanged,
    },
    Defect { rule: "STR009", what: "three decimals", kinds: &[], inject: three_decimals },
    Defect { rule: "STR010", what: "a date in another form", kinds: &[], inject: other_date },
    Defect { rule: "STR010", what: "a moment without its offset", kinds: &[], inject: no_offset },
    Defect { rule: "STR010", what: "30 February", kinds: &[], inject: thirtieth_of_february },
    Defect { rule: "STR011", what: "a value twice in a list", kinds: &[], inject: twice },
    Defect { rule: "STR011", what: "a required list without items", kinds: &[], inject: empty },
    Defect { rule: "STR012", what: "a line feed inside a text", kinds: &[], inject: line_feed },
    Defect {
        rule: "STR013",
        what: "a local category of service",
        kinds: &[Kind::Volunteer, Kind::Activity, Kind::Organisation],
        inject: local_code,
    },
    Defect { rule: "STR014", what: "the same field twice", kinds: &[], inject: field_twice },
    Defect { rule: "STR015", what: "lists in lists beyond all bounds", kinds: &[], inject: too_deep },
];

fn cut_off(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let text = draft.written();
    let mut end = text.len() * usize::try_from(scene.random.between(30, 90)).ok()? / 100;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // a number or a name may end anywhere, the object does not
    draft.raw = Some(text.as_bytes()[..end].to_vec());
    alone("STR001", "")
}

fn other_encoding(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let mut bytes = draft.written().into_bytes();
    let at = scene.random.index(bytes.len());
    // this byte stands in no UTF-8
    bytes.insert(at, 0xFF);
    draft.raw = Some(bytes);
    alone("STR001", "")
}

fn number_as_text(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).numbers, scene)?;
    let Part::Word(number) = draft.get(pointer)?.clone() else { return None };
    draft.set(pointer, number)?;
    alone("STR002", pointer)
}

fn text_as_number(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).codes, scene)?;
    draft.set(pointer, 1)?;
    alone("STR002", pointer)
}

fn value_for_list(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).lists, scene)?;
    let first = draft.get(&format!("{pointer}/0"))?.clone();
    draft.set(pointer, first)?;
    alone("STR002", pointer)
}

fn left_out(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let field = scene.random.of(&fields::of(scene.kind).required);
    let pointer = format!("/{field}");
    draft.remove(&pointer)?;
    alone("STR003", pointer)
}

fn nothing(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = format!("/{}", scene.random.of(&["id", "updated_at"]));
    draft.set(&pointer, Part::word("null"))?;
    alone("STR003", pointer)
}

fn local_field(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let field = scene.random.of(&["remark", "备注", "row_number"]);
    draft.set(&format!("/{field}"), "1")?;
    // a key that may be a name is told by its place, the last
    let shown = if field.is_ascii() { (*field).to_owned() } else { format!("*{}", draft.members()?.len()) };
    alone("STR004", format!("/{shown}"))
}

fn misspelt(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let field = scene.random.of(&fields::of(scene.kind).required);
    let other = format!("{field}_");
    let member = draft.members()?.iter_mut().find(|(key, _)| key == field)?;
    member.0.clone_from(&other);
    Some(vec![made("STR003", format!("/{field}")), made("STR004", format!("/{other}"))])
}

fn word_for_code(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).codes, scene)?;
    draft.set(pointer, "不详")?;
    alone("STR005", pointer)
}

fn lost_zero(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).codes, scene)?;
    let code = draft.text(pointer)?.strip_prefix('0').filter(|rest| rest.len() == 1)?.to_owned();
    draft.set(pointer, code)?;
    alone("STR005", pointer)
}

fn space_at_end(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).texts, scene)?;
    let text = format!("{}{}", draft.text(pointer)?, scene.random.of(&[" ", "\u{3000}", "\u{a0}"]));
    draft.set(pointer, text)?;
    alone("STR006", pointer)
}

fn blank(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).texts, scene)?;
    draft.set(pointer, scene.random.of(&["", " ", "\u{3000}\u{3000}"]))?;
    alone("STR006", pointer)
}

fn space_in_id(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let id = draft.text("/id")?.replacen('-', " ", 1);
    draft.set("/id", id)?;
    alone("STR007", "/id")
}

fn short_source(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let source = draft.text("/source")?.get(..17)?.to_owned();
    draft.set("/source", source)?;
    alone("STR007", "/source")
}

fn spaced_phone(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).phones, scene)?;
    let phone = draft.text(pointer)?;
    let spaced = format!("{} {}", phone.get(..3)?, phone.get(3..)?);
    draft.set(pointer, spaced)?;
    alone("STR007", pointer)
}

fn below_zero(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).numbers, scene)?;
    draft.set(pointer, -1)?;
    alone("STR008", pointer)
}

/// A degree of longitude in China is beyond 90, where no latitude is.
fn exchanged(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let (longitude, latitude) =
        (draft.get("/location/longitude")?.clone(), draft.get("/location/latitude")?.clone());
    if draft.hundredths("/location/longitude")? <= 9000 {
        return None;
    }
    draft.set("/location/longitude", latitude)?;
    draft.set("/location/latitude", longitude)?;
    alone("STR008", "/location/latitude")
}

fn three_decimals(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).decimals, scene)?;
    let whole = draft.count(pointer)?;
    draft.set(pointer, Part::Word(format!("{whole}.125")))?;
    alone("STR009", pointer)
}

fn other_date(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).dates, scene)?;
    let (year, month, day) = draft.day(pointer)?.parts();
    let forms =
        [format!("{year}/{month}/{day}"), format!("{year}{month:02}{day:02}"), format!("{year}-{month:02}")];
    draft.set(pointer, forms[scene.random.index(3)].clone())?;
    alone("STR010", pointer)
}

fn no_offset(draft: &mut Draft, _: &mut Scene<'_>) -> Outcome {
    let moment = draft.text("/updated_at")?.get(..19)?.to_owned();
    draft.set("/updated_at", moment)?;
    alone("STR010", "/updated_at")
}

fn thirtieth_of_february(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).days, scene)?;
    let year = draft.day(pointer)?.year();
    draft.set(pointer, format!("{year}-02-30"))?;
    alone("STR010", pointer)
}

fn twice(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).lists, scene)?;
    let (first, end) = (draft.get(&format!("{pointer}/0"))?.clone(), draft.len(pointer));
    // one more than a list may have is a finding of its own
    if matches!(scene.kind.declaration().field(pointer)?.shape, Shape::List { max, .. } if max == end) {
        return None;
    }
    draft.set(&format!("{pointer}/{end}"), first)?;
    alone("STR011", format!("{pointer}/{end}"))
}

fn empty(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).needed_lists, scene)?;
    draft.set(pointer, Part::List(Vec::new()))?;
    alone("STR011", pointer)
}

fn line_feed(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let pointer = one(draft, &fields::of(scene.kind).texts, scene)?;
    let text = format!("{}{}", draft.text(pointer)?, scene.random.of(&["\n", "\t", "\u{2028}"]));
    draft.set(pointer, text)?;
    alone("STR012", pointer)
}

/// A report says each value of a field once.
fn local_code(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    const FIRST: &str = "/service_categories/0";
    draft.text(FIRST)?;
    let code = scene.random.of(&["1101", "1301", "3201", "3202", "6101"]);
    draft.set(FIRST, code)?;
    Some(vec![Made { once: Some(format!("service_categories {code}")), ..made("STR013", FIRST) }])
}

fn field_twice(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    let members = draft.members()?;
    let member = members[scene.random.index(members.len())].clone();
    // an id that stands twice cannot be told
    if member.0 == "id" {
        return None;
    }
    let pointer = format!("/{}", member.0);
    members.push(member);
    alone("STR014", pointer)
}

fn too_deep(draft: &mut Draft, scene: &mut Scene<'_>) -> Outcome {
    // the record and extensions are two levels
    let depth = usize::try_from(scene.random.between(63, 90)).ok()?;
    let text = draft.written();
    let body = text.strip_suffix('}')?;
    let (opens, closes) = ("[".repeat(depth), "]".repeat(depth));
    draft.raw = Some(format!("{body},\"extensions\":{{\"local.tree\":{opens}{closes}}}}}").into_bytes());
    alone("STR015", "")
}
