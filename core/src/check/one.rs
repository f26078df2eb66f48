//! One record or part of one that a caller holds in memory, and its canonical JSON.

use jiff::civil;

use super::batch::check_bytes;
use super::desk::{Desk, Room};
use super::lane::{self, Outcome};
use super::{Checker, today};
use crate::Kind;
use crate::field::ObjectMeta;
use crate::finding::{Finding, Place};
use crate::model::{self, Part};
use crate::rule::Severity;
use crate::rules::Unreadable;

impl Checker {
    /// The same with another reference date; today in +08:00 where none is given.
    #[must_use]
    pub fn at(&self, as_of: Option<civil::Date>) -> Self {
        Self { as_of: as_of.unwrap_or_else(today), ..self.clone() }
    }

    /// The canonical JSON of one record; warnings do not keep it back.
    ///
    /// ```
    /// use shequ::{Checker, Kind, Options};
    /// let checker = Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)));
    /// let record = r#"{"updated_at": "2026-06-30T09:00:00.50+08:00", "id": "c1", "code": "370102007010",
    ///     "name": "山师大社区", "kind": "urban", "status": "active", "phone": null}"#;
    /// let text = checker.canonical(Kind::Community, record.as_bytes()).unwrap();
    /// assert!(text.starts_with(r#"{"id":"c1","updated_at":"2026-06-30T09:00:00.5+08:00","code":"#));
    /// let findings = checker.canonical(Kind::Community, b"[]").unwrap_err();
    /// assert_eq!(findings[0].rule.id, "STR002");
    /// ```
    ///
    /// # Errors
    /// The findings, where one is an error.
    pub fn canonical(&self, kind: Kind, record: &[u8]) -> Result<String, Vec<Finding>> {
        let text = without_mark(record);
        let room = Room::new();
        let outcome = check_bytes(kind, text, &mut Desk::new(&room), self.context());
        written(kind, kind.declaration(), text, outcome)
    }

    /// The canonical JSON of a part, checked as it would be in a record that has one; none where no
    /// part has the declaration. Pointers of findings begin at the part.
    ///
    /// ```
    /// use shequ::model::Training;
    /// use shequ::{Checker, Options};
    /// let checker = Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)));
    /// let training = br#"{"on": "2026-03-14", "hours": 2.125, "kind": "volunteer"}"#;
    /// let findings = checker.canonical_part(Training::DECLARATION, training).unwrap().unwrap_err();
    /// assert_eq!((findings[0].rule.id, findings[0].pointer.as_str()), ("STR009", "/hours"));
    /// ```
    ///
    /// # Errors
    /// The findings, where one is an error.
    pub fn canonical_part(
        &self,
        declaration: &'static ObjectMeta,
        part: &[u8],
    ) -> Option<Result<String, Vec<Finding>>> {
        let place = model::part(declaration.name)?;
        let text = without_mark(part);
        let outcome = self.check_part(place, text);
        Some(written(place.kind, declaration, text, outcome))
    }

    /// Checks a part in a record that holds nothing else; what the record lacks is not its fault.
    fn check_part(&self, part: &Part, text: &[u8]) -> Outcome {
        let room = Room::new();
        let check = |text: &[u8]| check_bytes(part.kind, text, &mut Desk::new(&room), self.context());
        let is_value = serde_json::from_slice::<&serde_json::value::RawValue>(text);
        if is_value.map_or(true, |value| value.get() == "null") {
            return check(text);
        }
        let (record, prefix) = around(part, text);
        let mut outcome = check(&record);
        if !outcome.is_unreadable {
            outcome.found.retain_mut(|found| match found.pointer.strip_prefix(&prefix) {
                Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                    found.pointer = rest.to_owned();
                    true
                }
                _ => false,
            });
        }
        outcome
    }
}

/// A record with the part alone in it, and the pointer to the part.
fn around(part: &Part, text: &[u8]) -> (Vec<u8>, String) {
    let (mut record, mut pointer, mut end) = (Vec::new(), String::new(), Vec::new());
    for step in &part.steps {
        let (open, close, index) = if step.is_list { ("[", "]}", "/0") } else { ("", "}", "") };
        record.extend_from_slice(format!("{{\"{}\":{open}", step.field).as_bytes());
        end.push(close);
        pointer = format!("{pointer}/{}{index}", step.field);
    }
    record.extend_from_slice(text);
    end.iter().rev().for_each(|close| record.extend_from_slice(close.as_bytes()));
    (record, pointer)
}

fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text)
}

/// The canonical text, unless there is an error.
fn written(
    kind: Kind,
    declaration: &'static ObjectMeta,
    text: &[u8],
    outcome: Outcome,
) -> Result<String, Vec<Finding>> {
    if outcome.found.iter().any(|found| found.severity == Severity::Error) {
        return Err(findings(kind, outcome));
    }
    let text = std::str::from_utf8(text).ok().map(str::trim);
    text.and_then(declaration.canonical)
        .ok_or_else(|| findings(kind, lane::unreadable(Unreadable::Malformed)))
}

fn findings(kind: Kind, outcome: Outcome) -> Vec<Finding> {
    let Outcome { id, found, .. } = outcome;
    let place = Place { file: 0, line: 1 };
    found.into_iter().map(|found| Finding::new(found, kind, id.clone(), place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    fn checker() -> Checker {
        Checker::new(Options::new().as_of(civil::date(2026, 6, 30)))
    }

    fn errors(name: &str, text: &str) -> Vec<(&'static str, String)> {
        let part = model::part(name).unwrap().declaration;
        let findings = checker().canonical_part(part, text.as_bytes()).unwrap().unwrap_err();
        findings.into_iter().map(|finding| (finding.rule.id, finding.pointer)).collect()
    }

    #[test]
    fn a_part_answers_for_itself_alone() {
        let candidate = r#"{ "name": "何文斌", "elected": true, "votes": 1.0, "worker": null }"#;
        let part = model::part("candidate").unwrap().declaration;
        let text = checker().canonical_part(part, candidate.as_bytes()).unwrap().unwrap();
        assert_eq!(text, r#"{"name":"何文斌","votes":1,"elected":true}"#);
        let empty: Vec<_> = ["elected", "name", "votes"].map(|name| ("STR003", format!("/{name}"))).into();
        assert_eq!(errors("candidate", "{}"), empty);
    }

    #[test]
    fn a_text_does_not_reach_out_of_its_place() {
        for text in [r#"{}],"seats":[{"#, "", "{}{}", "nul"] {
            assert_eq!(errors("candidate", text), [("STR001", String::new())], "{text}");
        }
        for text in ["null", "[]", "1"] {
            assert_eq!(errors("point", text), [("STR002", String::new())], "{text}");
        }
        let deep = format!(r#"{{"longitude":{}1{},"latitude":1}}"#, "[".repeat(70), "]".repeat(70));
        assert_eq!(errors("point", &deep), [("STR015", String::new())]);
    }
}
