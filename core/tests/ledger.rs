//! What plain JSON Schema says of each conformance case, against what the case says of it.

use std::collections::BTreeMap;

use serde_json::Value;
use shequ::EnforcedBy;

use crate::conformance::cases;
use crate::support::schema_of;

/// Whether a consumer with a JSON Schema validator and nothing else refuses the bytes: they are no
/// JSON that its parser reads, or the schema refuses the value. One byte order mark is skipped.
fn refuses(validator: &jsonschema::Validator, bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    serde_json::from_slice::<Value>(bytes).map_or(true, |value| !validator.is_valid(&value))
}

/// JavaScript and Python read such a number as infinite, and a schema that asks nothing of it accepts
/// it; `serde_json` does not read it at all.
const BEYOND_A_DOUBLE: [&str; 2] =
    ["STR008/040-double-exceeded-in-extensions", "STR008/041-double-exceeded-deep-in-extensions"];

#[test]
fn the_schema_says_of_every_case_what_the_case_says() {
    let mut validators = BTreeMap::new();
    let (mut wrong, mut refused) = (Vec::new(), 0);
    for case in cases() {
        let validator = validators.entry(case.kind).or_insert_with(|| schema_of(case.kind));
        let refuses = refuses(validator, &case.bytes);
        refused += usize::from(refuses);
        if refuses != case.schema && !BEYOND_A_DOUBLE.contains(&case.name.as_str()) {
            wrong.push(format!("{}: the schema {}", case.name, if refuses { "refuses" } else { "accepts" }));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(refused > 400, "{refused} refused");
}

/// Who enforces a rule is what its cases say: of a rule of the schema all failing cases are refused,
/// and no case is refused where only the library sees each of its findings.
#[test]
fn who_enforces_a_rule_is_what_its_cases_say() {
    let who = |rule: &str| shequ::rules::find(rule).expect("a case names known rules").enforced_by;
    let mut judged = 0;
    for case in cases() {
        let enforced: Vec<EnforcedBy> = case.findings.iter().map(|(rule, _)| who(rule)).collect();
        if enforced.contains(&EnforcedBy::Schema) {
            judged += 1;
            assert!(case.schema, "{}: a rule of the schema, accepted by it", case.name);
        }
        if enforced.iter().all(|who| *who == EnforcedBy::Library) && !starts_unread(&case.findings) {
            assert!(!case.schema, "{}: rules of the library alone, refused by the schema", case.name);
        }
    }
    assert!(judged > 300, "{judged} cases with a rule of the schema");
}

/// What cannot be read at all reaches no schema, or only in part.
fn starts_unread(findings: &[(String, String)]) -> bool {
    matches!(findings.first(), Some((rule, _)) if rule == "STR001" || rule == "STR015")
}

/// A case that the schema refuses has an error: what the schema refuses never looks clean here.
#[test]
fn what_the_schema_refuses_has_a_finding() {
    for case in cases() {
        assert!(!case.schema || !case.findings.is_empty(), "{}", case.name);
    }
}
