//! What findings have in common: the same rule at the same field of the same record type.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::Lang;
use crate::finding::{Finding, Subject};

/// Findings of one rule at one field, over all records.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Cause {
    /// The first of them.
    pub first: Finding,
    /// The field: a JSON Pointer with `*` for positions in lists.
    pub field: String,
    /// How many records have it.
    pub records: u64,
    /// How many findings there are.
    pub findings: u64,
}

impl Cause {
    /// The title of the field and the title of the rule.
    pub fn title(&self, lang: Lang) -> String {
        let rule = self.first.rule.title.get(lang);
        match self.first.subject.field(&self.field) {
            Some(field) if lang == Lang::Zh => format!("{}：{rule}", field.title.zh),
            Some(field) => format!("{}: {rule}", field.title.en),
            None => rule.to_owned(),
        }
    }
}

/// Gathers causes. Fields of the input that the standard does not know could be without number, so
/// that beyond a bound they are gathered under their record.
#[derive(Debug, Default)]
pub(super) struct Causes {
    known: HashMap<(&'static str, Subject), HashMap<String, Gathered>>,
    count: usize,
}

/// A cause, and the number of the last record that has it.
#[derive(Debug)]
struct Gathered {
    cause: Cause,
    last: u64,
}

const MAX_CAUSES: usize = 10_000;

impl Causes {
    /// Adds a finding of a record, of which the number is greater than those before; one that repeats
    /// an earlier finding of the report counts for the record alone.
    pub(super) fn add(&mut self, finding: &Finding, is_new: bool, record: u64) {
        let Gathered { cause, last } = self.gathered(finding);
        cause.records += u64::from(*last < record);
        cause.findings += u64::from(is_new);
        *last = record;
    }

    fn gathered(&mut self, finding: &Finding) -> &mut Gathered {
        let fields = self.known.entry((finding.rule.id, finding.subject)).or_default();
        let mut field = field_of(&finding.pointer);
        if self.count >= MAX_CAUSES && !fields.contains_key(&*field) {
            field = Cow::Borrowed("");
        }
        if !fields.contains_key(&*field) {
            self.count += 1;
            let cause =
                Cause { first: finding.clone(), field: field.clone().into_owned(), records: 0, findings: 0 };
            fields.insert(field.clone().into_owned(), Gathered { cause, last: 0 });
        }
        fields.get_mut(&*field).expect("it was put there")
    }

    /// Errors first, then what most records have.
    pub(super) fn finish(self) -> Vec<Cause> {
        let fields = self.known.into_values().flat_map(HashMap::into_values);
        let mut causes: Vec<Cause> = fields.map(|gathered| gathered.cause).collect();
        causes.sort_by(|a, b| {
            let key = |cause: &Cause| (cause.first.severity as u8, std::cmp::Reverse(cause.records));
            let rest = |cause: &Cause| (cause.first.rule.id, cause.first.subject);
            key(a).cmp(&key(b)).then_with(|| rest(a).cmp(&rest(b))).then_with(|| a.field.cmp(&b.field))
        });
        causes
    }
}

/// The findings of each cause, in their order.
pub(super) fn findings_of<'r>(causes: &'r [Cause], findings: &'r [Finding]) -> Vec<Vec<&'r Finding>> {
    let key = |finding: &Finding| (finding.rule.id, finding.subject);
    let places: HashMap<_, usize> =
        causes.iter().zip(0..).map(|(cause, at)| ((key(&cause.first), cause.field.as_str()), at)).collect();
    let mut found = vec![Vec::new(); causes.len()];
    for finding in findings {
        let place = |field: &str| places.get(&(key(finding), field)).copied();
        if let Some(at) = place(&field_of(&finding.pointer)).or_else(|| place("")) {
            found[at].push(finding);
        }
    }
    found
}

/// A pointer with `*` for positions in lists and for keys without their names.
pub(super) fn field_of(pointer: &str) -> Cow<'_, str> {
    let is_number = |step: &str| !step.is_empty() && step.bytes().all(|digit| digit.is_ascii_digit());
    let is_position = |step: &str| is_number(step.strip_prefix('*').unwrap_or(step));
    if !pointer.split('/').any(is_position) {
        return Cow::Borrowed(pointer);
    }
    let steps: Vec<&str> =
        pointer.split('/').map(|step| if is_position(step) { "*" } else { step }).collect();
    Cow::Owned(steps.join("/"))
}
