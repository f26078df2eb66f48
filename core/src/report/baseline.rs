//! What a report says that an earlier one did not.

use std::collections::HashMap;

use super::Report;
use crate::finding::{Finding, Place};
use crate::rule::Severity;

/// How a report compares with an earlier one.
///
/// A finding is known where the earlier report has one of the same rule, subject, id and pointer; where it has no id, of the
/// same file and line instead. Findings that are alike are known as often as the earlier report has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compared {
    /// How many findings the earlier report has too.
    pub known: u64,
    /// How many it does not have, by severity: errors, warnings, informations.
    pub new: [u64; 3],
    /// Which of the findings that are kept it does not have, by their positions.
    pub positions: Vec<usize>,
}

impl Compared {
    /// How many findings of a severity the earlier report does not have.
    pub const fn count(&self, severity: Severity) -> u64 {
        self.new[severity as usize]
    }
}

/// What two findings have in common where they are the same.
#[derive(PartialEq, Eq, Hash)]
enum Key<'r> {
    Of(&'static str, &'static str, &'r str, &'r str),
    At(&'static str, &'static str, &'r str, u64, &'r str),
}

impl Report {
    /// Which findings an earlier report does not have. What either does not list, since there were too many, counts by rule:
    /// only what is more than before is new.
    ///
    /// ```
    /// use shequ::{Checker, Kind, Options, Severity};
    /// let checker = Checker::new(Options::new());
    /// let earlier = checker.check(Kind::Case, br#"{"id": "c1"}"#);
    /// let later = checker.check(Kind::Case, b"{\"id\": \"c1\"}\n{\"id\": \"c2\"}\n");
    /// let compared = later.against(&earlier);
    /// assert_eq!(compared.known, earlier.findings().len() as u64);
    /// assert_eq!(compared.count(Severity::Error), earlier.count(Severity::Error));
    /// ```
    pub fn against(&self, earlier: &Self) -> Compared {
        let mut before: HashMap<Key<'_>, u64> = HashMap::new();
        for finding in &earlier.findings {
            *before.entry(earlier.key(finding)).or_default() += 1;
        }
        let mut compared = Compared::default();
        for (position, finding) in self.findings.iter().enumerate() {
            match before.get_mut(&self.key(finding)) {
                Some(left) if *left > 0 => {
                    *left -= 1;
                    compared.known += 1;
                }
                _ => {
                    compared.new[finding.severity as usize] += 1;
                    compared.positions.push(position);
                }
            }
        }
        self.add_unlisted(earlier, &mut compared);
        compared
    }

    fn add_unlisted(&self, earlier: &Self, compared: &mut Compared) {
        for (rule, count) in &self.rules {
            let unlisted = |report: &Self, count: u64| {
                let listed = report.findings.iter().filter(|finding| finding.rule.id == *rule).count() as u64;
                count.saturating_sub(listed)
            };
            let now = unlisted(self, *count);
            if now == 0 {
                continue;
            }
            let then = unlisted(earlier, earlier.rules.get(rule).copied().unwrap_or_default());
            let severity = self.findings.iter().find(|finding| finding.rule.id == *rule);
            let severity = severity.map_or(Severity::Error, |finding| finding.severity);
            compared.known += now.min(then);
            compared.new[severity as usize] += now.saturating_sub(then);
        }
    }

    fn key<'r>(&'r self, finding: &'r Finding) -> Key<'r> {
        let (rule, subject) = (finding.rule.id, finding.subject.name());
        // a package's finding at a record has the record's id
        let id = finding.id.as_ref().or_else(|| finding.related.first()?.id.as_ref());
        let Place { file, line } = finding.place;
        id.map_or_else(
            || Key::At(rule, subject, &self.inputs[file].name, line, &finding.pointer),
            |id| Key::Of(rule, subject, id, &finding.pointer),
        )
    }
}
