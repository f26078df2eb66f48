//! Rules that plain JSON Schema can say: where one field asks for another, or forbids it.
//!
//! Only errors stand here; a record with nothing but warnings conforms. Each condition carries its
//! rule as `$comment`, and the ledger test holds it against the rule itself.

use serde_json::{Value, json};

use crate::Kind;

/// The conditions of a record type, in order of rules.
pub(super) fn conditions(kind: Kind) -> Vec<Value> {
    match kind {
        Kind::Community => community(),
        Kind::Organisation => organisation(),
        Kind::Agreement => agreement(),
        Kind::Volunteer => vec![
            rule("VOL004", is("status", &["withdrawn"]), has("withdrawn_on")),
            rule("VOL004", is("status", &["active"]), lacks("withdrawn_on")),
        ],
        Kind::Activity => both_or_neither("VOL012", is("kind", &["festival"]), "festival"),
        Kind::Service => service(),
        Kind::Case => case(),
        _ => Vec::new(),
    }
}

fn community() -> Vec<Value> {
    vec![
        rule("COM001", is("status", &["merged", "split", "abolished"]), has("closed_on")),
        rule("COM001", is("status", &["active"]), lacks("closed_on")),
        rule("COM002", is("status", &["merged", "split"]), has_items("successors")),
    ]
}

fn organisation() -> Vec<Value> {
    let registration = |status: &str| within("registration", &is("status", &[status]));
    let community_level = json!({ "pattern": crate::ids::CommunityCode::PATTERN });
    let of_one_community = [
        "residents_committee",
        "villagers_committee",
        "sub_committee",
        "residents_assembly",
        "villagers_assembly",
        "supervision_committee",
    ];
    let of_party = ["party_committee", "party_general_branch", "party_branch", "party_liaison_station"];
    let mut conditions = vec![
        rule("ORG001", registration("registered"), has("credit_code")),
        rule("ORG001", registration("registered"), within("registration", &has("authority"))),
        rule("ORG001", registration("registered"), within("registration", &has("on"))),
        rule("ORG002", registration("filed"), within("registration", &has("authority"))),
        rule("ORG002", registration("filed"), within("registration", &has("number"))),
    ];
    conditions.extend(both_or_neither("ORG005", is("kind", &["sub_committee"]), "sub_committee_field"));
    conditions.extend([
        rule("ORG006", is("kind", &["social_organisation"]), has_items("purposes")),
        rule("ORG006", not(&is("kind", &["social_organisation"])), lacks_items("purposes")),
        rule("ORG012", is("status", &["merged", "split", "abolished"]), has("dissolved_on")),
        rule("ORG012", is("status", &["active", "suspended"]), lacks("dissolved_on")),
        rule(
            "ORG015",
            is("kind", &of_one_community),
            json!({ "properties": { "division": community_level } }),
        ),
        rule("ORG017", not(&is("kind", &of_party)), lacks("party_setting")),
    ]);
    conditions
}

fn agreement() -> Vec<Value> {
    let signed =
        |kinds: &[&str]| all(&[is("kind", kinds), is("status", &["in_force", "completed", "terminated"])]);
    vec![
        rule("AGR003", signed(&["procurement", "delegation"]), is_positive("amount")),
        rule("AGR004", signed(&["delegation"]), is_true("rights_delegated")),
    ]
}

fn service() -> Vec<Value> {
    let statutory = || is("responsibility", &["statutory_assistance"]);
    let delegated = || is("responsibility", &["delegated"]);
    let funded = || {
        let amount = within("funding", &is_positive("amount"));
        json!({ "required": ["funding"], "properties": amount["properties"] })
    };
    let mut conditions = vec![
        rule("SVC002", statutory(), has_items("legal_basis")),
        rule("SVC002", statutory(), funded()),
        rule("SVC002", statutory(), is_true("working_conditions")),
        rule("SVC003", delegated(), has("agreement")),
        rule("SVC003", delegated(), funded()),
    ];
    conditions.extend(both_or_neither("SVC007", is("category", &["elder_care"]), "elder_care_mode"));
    let nothing = json!({ "properties": { "price": { "maximum": 0 } } });
    conditions.push(rule("SVC008", is("fee", &["free"]), nothing));
    conditions
}

fn case() -> Vec<Value> {
    let mut conditions = vec![
        rule("SVC014", is("status", &["closed"]), has("closed_at")),
        rule("SVC014", not(&is("status", &["closed", "withdrawn"])), lacks("closed_at")),
    ];
    conditions.extend(both_or_neither("SVC015", is("kind", &["emergency"]), "emergency"));
    conditions.push(rule("SVC016", not(&is("status", &["closed"])), lacks("rating")));
    conditions.push(json!({ "$comment": "SVC018", "properties": { "applicant": not(&personal_number()) } }));
    conditions
}

/// A text that has the form of a resident identity number, or of a phone number that leads to a person.
fn personal_number() -> Value {
    let resident = "[0-9]{17}[0-9Xx]|[0-9]{15}";
    let phone = "1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?|[+][0-9]{7,15}";
    json!({ "type": "string", "pattern": format!("^({resident}|{phone})$") })
}

fn rule(id: &str, condition: Value, consequence: Value) -> Value {
    json!({ "$comment": id, "if": condition, "then": consequence })
}

/// A field is there where the condition holds, and only there.
fn both_or_neither(id: &str, condition: Value, field: &str) -> Vec<Value> {
    vec![rule(id, condition.clone(), has(field)), rule(id, not(&condition), lacks(field))]
}

fn not(condition: &Value) -> Value {
    json!({ "not": condition })
}

fn all(conditions: &[Value]) -> Value {
    json!({ "allOf": conditions })
}

fn is(field: &str, codes: &[&str]) -> Value {
    json!({ "required": [field], "properties": { field: { "enum": codes } } })
}

/// Present and not null.
fn has(field: &str) -> Value {
    json!({ "required": [field], "properties": { field: { "not": { "type": "null" } } } })
}

fn lacks(field: &str) -> Value {
    json!({ "properties": { field: { "type": "null" } } })
}

fn has_items(field: &str) -> Value {
    json!({ "required": [field], "properties": { field: { "not": { "type": "null" }, "minItems": 1 } } })
}

fn lacks_items(field: &str) -> Value {
    json!({ "properties": { field: { "maxItems": 0 } } })
}

fn is_positive(field: &str) -> Value {
    json!({ "required": [field], "properties": { field: { "type": "number", "exclusiveMinimum": 0 } } })
}

fn is_true(field: &str) -> Value {
    json!({ "required": [field], "properties": { field: { "const": true } } })
}

/// A condition on the object that lies in a field.
fn within(field: &str, condition: &Value) -> Value {
    let mut condition = condition.clone();
    condition["type"] = "object".into();
    json!({ "required": [field], "properties": { field: condition } })
}
