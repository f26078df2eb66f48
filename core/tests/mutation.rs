//! Ways in which a right record goes wrong, or takes another right form.

use serde_json::Value;

use crate::changes;
use crate::written::Written;

/// One kind of change, to a part of a record that it fits.
pub(crate) struct Mutation {
    pub(crate) name: &'static str,
    fits: fn(&Written, &Value) -> bool,
    change: fn(&mut Written, &Value, usize),
}

/// A part of a record: the positions that lead to it, and what the schema says of it.
struct Site<'s> {
    path: Vec<usize>,
    schema: &'s Value,
}

impl Mutation {
    /// Changes one part of the record; false where none fits.
    pub(crate) fn apply(&self, record: &mut Written, schema: &Value, site: usize, choice: usize) -> bool {
        let mut sites = Vec::new();
        collect(record, schema, &mut Vec::new(), &mut sites);
        sites.retain(|site| (self.fits)(at(record, &site.path), site.schema));
        let Some(index) = site.checked_rem(sites.len()) else { return false };
        let site = &sites[index];
        let part = site.path.iter().fold(record, |part, index| part.child_mut(*index));
        (self.change)(part, site.schema, choice);
        true
    }
}

fn at<'w>(record: &'w Written, path: &[usize]) -> &'w Written {
    path.iter().fold(record, |part, index| part.child(*index))
}

fn collect<'s>(part: &Written, schema: &'s Value, path: &mut Vec<usize>, sites: &mut Vec<Site<'s>>) {
    sites.push(Site { path: path.clone(), schema });
    let mut below = |index: usize, part: &Written, schema: &'s Value| {
        path.push(index);
        collect(part, schema, path, sites);
        path.pop();
    };
    match part {
        Written::Object(members) => {
            for (index, (key, member)) in members.iter().enumerate() {
                below(index, member, &schema["properties"][key.as_str()]);
            }
        }
        Written::List(items) => {
            for (index, item) in items.iter().enumerate() {
                below(index, item, &schema["items"]);
            }
        }
        Written::Word(_) | Written::Text(_) => {}
    }
}

fn is_root(schema: &Value) -> bool {
    schema["$id"].is_string()
}

fn is_part(_: &Written, schema: &Value) -> bool {
    !is_root(schema)
}

fn is_object(part: &Written, _: &Value) -> bool {
    matches!(part, Written::Object(_))
}

fn has_members(part: &Written, _: &Value) -> bool {
    matches!(part, Written::Object(members) if !members.is_empty())
}

fn has_items(part: &Written, _: &Value) -> bool {
    matches!(part, Written::List(items) if !items.is_empty())
}

fn is_container(part: &Written, schema: &Value) -> bool {
    is_part(part, schema) && matches!(part, Written::Object(_) | Written::List(_))
}

fn is_number(part: &Written, _: &Value) -> bool {
    part.is_number()
}

fn is_text(part: &Written, _: &Value) -> bool {
    matches!(part, Written::Text(_))
}

fn is_code(part: &Written, schema: &Value) -> bool {
    is_text(part, schema) && schema["x-labels"].is_object()
}

fn is_identifier(part: &Written, schema: &Value) -> bool {
    is_text(part, schema) && schema["pattern"].is_string() && schema["x-labels"].is_null()
}

fn is_date(part: &Written, schema: &Value) -> bool {
    is_text(part, schema) && schema["format"].is_string()
}

fn has_optional(part: &Written, schema: &Value) -> bool {
    !changes::optional(part, schema).is_empty()
}

/// Every kind of change; repeating a key comes last, and is applied last, so that both values stay
/// the same.
pub(crate) const ALL: [Mutation; 23] = [
    Mutation { name: "no optional field", fits: has_optional, change: changes::leave_out },
    Mutation { name: "null for nothing", fits: has_optional, change: changes::null_for_nothing },
    Mutation { name: "another order of keys", fits: has_members, change: changes::other_order },
    Mutation { name: "remove a key", fits: has_members, change: changes::remove_key },
    Mutation { name: "null", fits: is_part, change: |part, _, _| *part = Written::word("null") },
    Mutation { name: "another type", fits: is_part, change: changes::wrong_type },
    Mutation { name: "unknown key", fits: is_object, change: changes::unknown_key },
    Mutation { name: "another code", fits: is_code, change: changes::other_code },
    Mutation { name: "nearly a code", fits: is_code, change: changes::near_code },
    Mutation { name: "bad text", fits: is_text, change: changes::bad_text },
    Mutation { name: "white space at an end", fits: is_text, change: changes::edge_space },
    Mutation { name: "control character", fits: is_text, change: changes::control_character },
    Mutation { name: "another text", fits: is_text, change: changes::other_text },
    Mutation { name: "another form", fits: is_identifier, change: changes::other_form },
    Mutation { name: "another date", fits: is_date, change: changes::other_date },
    Mutation { name: "another number", fits: is_number, change: changes::other_number },
    Mutation { name: "empty list", fits: has_items, change: |part, _, _| *part = Written::List(vec![]) },
    Mutation { name: "too many items", fits: has_items, change: changes::too_many_items },
    Mutation { name: "repeated item", fits: has_items, change: changes::repeat_item },
    Mutation { name: "null in a list", fits: has_items, change: changes::null_item },
    Mutation { name: "list for object, item for list", fits: is_container, change: changes::enclose_or_open },
    Mutation { name: "extensions", fits: |_, schema| is_root(schema), change: changes::extend },
    Mutation { name: "repeated key", fits: has_members, change: changes::repeat_key },
];
