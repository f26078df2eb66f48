//! What a mutation makes of the part of a record that it meets.

use serde_json::Value;

use crate::written::Written;

fn of<T: Copy>(choices: &[T], choice: usize) -> T {
    choices[choice % choices.len()]
}

fn text_of(part: &Written) -> String {
    match part {
        Written::Text(text) => text.clone(),
        _ => String::new(),
    }
}

pub(crate) fn remove_key(part: &mut Written, _: &Value, choice: usize) {
    if let Written::Object(members) = part {
        members.remove(choice % members.len());
    }
}

/// The positions of members that the schema does not require.
pub(crate) fn optional(part: &Written, schema: &Value) -> Vec<usize> {
    let Written::Object(members) = part else { return Vec::new() };
    let required = |key: &str| schema["required"].as_array().into_iter().flatten().any(|name| name == key);
    let is_optional = |index: &usize| !required(&members[*index].0);
    (0..members.len()).filter(is_optional).collect()
}

pub(crate) fn leave_out(part: &mut Written, schema: &Value, choice: usize) {
    let index = of(&optional(part, schema), choice);
    if let Written::Object(members) = part {
        members.remove(index);
    }
}

pub(crate) fn null_for_nothing(part: &mut Written, schema: &Value, choice: usize) {
    let index = of(&optional(part, schema), choice);
    *part.child_mut(index) = Written::word("null");
}

pub(crate) fn other_order(part: &mut Written, _: &Value, choice: usize) {
    if let Written::Object(members) = part {
        let by = choice % members.len();
        members.rotate_left(by);
    }
}

pub(crate) fn wrong_type(part: &mut Written, _: &Value, choice: usize) {
    let others = [
        Written::word("7"),
        Written::word("1.5"),
        Written::word("true"),
        Written::text("7"),
        Written::text(""),
        Written::List(vec![]),
        Written::List(vec![Written::word("null")]),
        Written::Object(vec![]),
        Written::Object(vec![("zz".to_owned(), Written::word("1"))]),
    ];
    *part = others[choice % others.len()].clone();
}

pub(crate) fn unknown_key(part: &mut Written, _: &Value, choice: usize) {
    let key =
        of(&["zz", "Name", concat!("organi", "zation"), "姓名", "a/b~c", "", "\u{202e}x", "x.y"], choice);
    if let Written::Object(members) = part
        && members.iter().all(|(other, _)| other != key)
    {
        members.insert(choice % (members.len() + 1), (key.to_owned(), Written::word("0")));
    }
}

/// The value is the same: where readers differ in which of two they take, the verdict shall not.
pub(crate) fn repeat_key(part: &mut Written, _: &Value, choice: usize) {
    if let Written::Object(members) = part {
        let member = members[choice % members.len()].clone();
        members.push(member);
    }
}

pub(crate) fn other_code(part: &mut Written, schema: &Value, choice: usize) {
    let codes: Vec<&String> = schema["x-labels"].as_object().into_iter().flatten().map(|row| row.0).collect();
    *part = Written::text(codes[choice % codes.len()]);
}

pub(crate) fn near_code(part: &mut Written, schema: &Value, choice: usize) {
    let code = text_of(part);
    let label = schema["x-labels"][&code]["zh"].as_str().unwrap_or_default();
    let near = [
        code.to_uppercase(),
        code.trim_start_matches('0').to_owned(),
        format!("0{code}"),
        format!("{code} "),
        format!("{code}\n"),
        label.to_owned(),
        code.replace('_', "-"),
        "x_local".to_owned(),
        "99".to_owned(),
    ];
    *part = Written::text(&near[choice % near.len()]);
}

pub(crate) fn bad_text(part: &mut Written, schema: &Value, choice: usize) {
    let max = schema["maxLength"].as_u64().and_then(|max| usize::try_from(max).ok()).unwrap_or(2000);
    *part = Written::Text(match choice % 4 {
        0 => String::new(),
        1 => of(&[" ", "\u{3000}\u{3000}", "\u{a0}", "\u{2003} "], choice / 4).to_owned(),
        2 => "长".repeat(max + 1),
        _ => "9".repeat(max + 1),
    });
}

pub(crate) fn edge_space(part: &mut Written, _: &Value, choice: usize) {
    let space = of(&[" ", "\u{3000}", "\u{a0}", "\u{1680}", "\u{200a}", "\u{feff}", "\u{180e}"], choice / 2);
    let text = text_of(part);
    *part = Written::Text(if choice.is_multiple_of(2) {
        format!("{space}{text}")
    } else {
        format!("{text}{space}")
    });
}

pub(crate) fn control_character(part: &mut Written, _: &Value, choice: usize) {
    let control =
        of(&["\n", "\0", "\t", "\r\n", "\u{7f}", "\u{85}", "\u{9f}", "\u{2028}", "\u{2029}"], choice / 3);
    let text = text_of(part);
    *part = Written::Text(match choice % 3 {
        0 => format!("{control}{text}"),
        1 => format!("{text}{control}"),
        _ => text
            .chars()
            .next()
            .map_or(control.to_owned(), |first| text.replacen(first, &format!("{first}{control}"), 1)),
    });
}

pub(crate) fn other_text(part: &mut Written, schema: &Value, choice: usize) {
    let max = schema["maxLength"].as_u64().and_then(|max| usize::try_from(max).ok()).unwrap_or(50);
    let texts = ["甲", "𠮷", "e\u{301}", "a b", "·", "\u{200b}零", "１２", "\u{e000}", "\\\"/"];
    *part = Written::Text(if choice.is_multiple_of(4) {
        "字".repeat(max)
    } else {
        of(&texts, choice / 4).to_owned()
    });
}

pub(crate) fn other_form(part: &mut Written, _: &Value, choice: usize) {
    let text = text_of(part);
    *part = Written::Text(match choice % 8 {
        0 => text.to_lowercase(),
        1 => text.chars().skip(1).collect(),
        2 => format!("{text}0"),
        3 => text.replace('0', "０"),
        4 => text.replace('-', ""),
        5 => of(&["3.70102E+11", "1.1e17", "5E+10"], choice / 8).to_owned(),
        6 => of(&["370102007000", "110101001001", "000000000000"], choice / 8).to_owned(),
        _ => of(&["51370102MF0000136K:a", "a:b", ":", "-a", "a_b.c-1", "+8613800000000", "a@b"], choice / 8)
            .to_owned(),
    });
}

pub(crate) fn other_date(part: &mut Written, _: &Value, choice: usize) {
    let dates = [
        "2023-02-29",
        "2024-02-29",
        "1900-02-29",
        "2000-02-29",
        "1899-12-31",
        "1900-01-01",
        "9999-12-31",
        "10000-01-01",
        "2026-6-1",
        "20260601",
        "2026-04-31",
        "2026-13-01",
        "2026/06/01",
        "2026-06-01T09:00:00+08:00",
        "2026-06-01T24:00:00+08:00",
        "2026-06-01T23:59:60Z",
        "2026-06-01T09:00:00",
        "2026-06-01t09:00:00z",
        "2026-06-01T09:00:00-00:00",
        "2026-06-01T09:00:00-00:30",
        "2026-06-01T09:00:00.123456789Z",
        "2026-06-01T09:00:00.1234567890Z",
        "2026-06-01T09:00:00+24:00",
        "1899-12-31T23:00:00Z",
    ];
    *part = Written::text(of(&dates, choice));
}

pub(crate) fn other_number(part: &mut Written, _: &Value, choice: usize) {
    let numbers = [
        "-1",
        "-0",
        "-0.0",
        "0",
        "0.0",
        "1",
        "1.0",
        "1e2",
        "1.5e1",
        "15e-1",
        "0.5",
        "0.50",
        "0.005",
        "0.125",
        "1e-9",
        "181",
        "-90.5",
        "1e10",
        "10000000001",
        "1e12",
        "1000000000000.01",
        "1e300",
        "1e999",
        "-1e999",
        "123456789.12",
    ];
    *part = Written::word(of(&numbers, choice));
}

pub(crate) fn too_many_items(part: &mut Written, schema: &Value, _: usize) {
    let Written::List(items) = part else { return };
    // the longest lists of the standard would make the test slow and show nothing more
    let max = schema["maxItems"].as_u64().unwrap_or(1000).min(1000);
    let codes = schema["items"]["x-labels"].as_object();
    let codes: Vec<&String> = codes.into_iter().flatten().map(|row| row.0).collect();
    let first = items.first().cloned();
    *items = (0..=usize::try_from(max).unwrap_or_default())
        .map(|index| match (&first, codes.get(index)) {
            (Some(part @ Written::Object(_)), _) => part.clone(),
            (_, Some(code)) => Written::text(code),
            _ => Written::Text(format!("3701020070{:04}", index + 1)),
        })
        .collect();
}

pub(crate) fn repeat_item(part: &mut Written, _: &Value, choice: usize) {
    if let Written::List(items) = part {
        let item = items[choice % items.len()].clone();
        items.insert(choice / 7 % (items.len() + 1), item);
    }
}

pub(crate) fn null_item(part: &mut Written, _: &Value, choice: usize) {
    if let Written::List(items) = part {
        items.insert(choice % (items.len() + 1), Written::word("null"));
    }
}

pub(crate) fn enclose_or_open(part: &mut Written, _: &Value, _: usize) {
    *part = match std::mem::replace(part, Written::word("null")) {
        Written::List(items) => items.into_iter().next().unwrap_or(Written::Object(vec![])),
        other => Written::List(vec![other]),
    };
}

pub(crate) fn extend(part: &mut Written, _: &Value, choice: usize) {
    let key = of(&["zj.level", "Zj.level", "level", "zj.", "a.b.c1_", "zj.level\n", "甲.乙"], choice);
    let free = Written::List(vec![
        Written::Object(vec![
            (String::new(), Written::text("\u{0}")),
            ("k".to_owned(), Written::word("1e99")),
        ]),
        Written::word("null"),
    ]);
    let deep = Written::Object(vec![("k".to_owned(), Written::word("1e999"))]);
    let value = if choice % 5 == 4 { deep } else { free };
    if let Written::Object(members) = part {
        members.retain(|(key, _)| key != "extensions");
        members.push(("extensions".to_owned(), Written::Object(vec![(key.to_owned(), value)])));
    }
}
