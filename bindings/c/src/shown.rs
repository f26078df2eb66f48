//! What stands in a report, as structs that C reads.

use std::ffi::{CString, c_char};
use std::ptr;
use std::sync::LazyLock;

use shequ::{Finding, Kind, Lang, Report, Severity, rules};

use crate::text::c_string;
use crate::words::{SHEQU_KIND_UNKNOWN, number_of_severity, shequ_kind, shequ_severity};

/// What a report says as a whole. It belongs to the report; later versions may add fields at the end.
#[repr(C)]
pub struct shequ_summary {
    /// 1 where every input was read to its end and no record has an error, or else 0.
    pub ok: i32,
    /// 1 where every input was read to its end, or else 0.
    pub complete: i32,
    /// 1 where there are more findings than the report keeps, or else 0.
    pub truncated: i32,
    /// The reference date as a number, 20260630.
    pub as_of: u32,
    /// How many records were read.
    pub records: u64,
    /// How many of them have an error.
    pub bad: u64,
    /// How many findings of each severity there are; exact whatever is kept.
    pub errors: u64,
    /// See `errors`.
    pub warnings: u64,
    /// See `errors`.
    pub infos: u64,
    /// How many findings the report keeps, for `shequ_report_finding`.
    pub findings: usize,
    /// How many inputs there are, for `shequ_report_input`.
    pub inputs: usize,
}

/// An input of a report. It belongs to the report; later versions may add fields at the end. Texts are UTF-8.
#[repr(C)]
pub struct shequ_input {
    /// Its name as the caller gave it; `"-"` for memory.
    pub name: *const c_char,
    /// Its record type, `SHEQU_KIND_UNKNOWN` where it is not known.
    pub kind: shequ_kind,
    /// How many records were read from it.
    pub records: u64,
    /// How many of them have an error.
    pub bad: u64,
    /// What kept it from being read to its end, in Chinese; NULL where nothing did.
    pub obstacle_zh: *const c_char,
    /// The same in English.
    pub obstacle_en: *const c_char,
}

/// A finding: which rule, where, and what to do. It holds no value of the record.
///
/// It belongs to the report, or to the callback that is shown it, and its texts with it: UTF-8, ending with NUL, never
/// NULL unless said. Later versions may add fields at the end.
#[repr(C)]
pub struct shequ_finding {
    /// The id of the rule, `"IDN001"`.
    pub rule: *const c_char,
    /// The name of the rule, `"resident-id-check-character"`.
    pub name: *const c_char,
    /// How much it matters.
    pub severity: shequ_severity,
    /// The record type; `SHEQU_KIND_UNKNOWN` where it is about a package.
    pub kind: shequ_kind,
    /// The id of the record, masked where it is a resident identity number; NULL where it could not be read.
    pub id: *const c_char,
    /// The place in the record, a JSON Pointer, `"/identity/number"`; empty for the record itself. A NUL in the name of
    /// a field stands as U+2400.
    pub pointer: *const c_char,
    /// The name of the input.
    pub file: *const c_char,
    /// The line from 1, of an array the item; 0 in a table, and where it is about the input as a whole.
    pub line: u64,
    /// The row of a table from 1; 0 elsewhere.
    pub row: u64,
    /// How many places it stands for: more than 1 where one cause gives one finding.
    pub count: u64,
    /// What is wrong, in the language of the checker.
    pub message: *const c_char,
    /// What to do about it, in the language of the checker.
    pub advice: *const c_char,
    /// What is wrong, in Chinese.
    pub message_zh: *const c_char,
    /// What is wrong, in English.
    pub message_en: *const c_char,
    /// What to do about it, in Chinese.
    pub advice_zh: *const c_char,
    /// What to do about it, in English.
    pub advice_en: *const c_char,
    /// The address of the rule's page, relative to the schemas.
    pub url: *const c_char,
}

/// The texts of a rule that every finding of it has.
struct RuleTexts {
    id: CString,
    name: CString,
    url: CString,
}

/// In the order of ids.
static RULES: LazyLock<Vec<(&'static str, RuleTexts)>> = LazyLock::new(|| {
    let texts = |rule: &shequ::Rule| RuleTexts {
        id: c_string(rule.id),
        name: c_string(rule.name),
        url: c_string(&rule.url()),
    };
    let mut rules: Vec<_> = rules::all().map(|rule| (rule.id, texts(rule))).collect();
    rules.sort_by_key(|row| row.0);
    rules
});

/// A finding for C with the texts that it points to.
pub(crate) struct Shown {
    finding: shequ_finding,
    /// The finding points into these.
    _texts: [Option<CString>; 6],
}

// SAFETY: what the pointers lead to does not change: static texts, and those that `Shown` and its report own.
unsafe impl Send for Shown {}
// SAFETY: as above
unsafe impl Sync for Shown {}

impl Shown {
    /// `file` must live as long as what is returned.
    pub(crate) fn new(finding: &Finding, file: *const c_char, is_table: bool, lang: Lang) -> Box<Self> {
        let text = |text: &str| Some(c_string(text));
        let texts = [
            finding.id.as_deref().map(c_string),
            text(&finding.pointer),
            text(&finding.message(Lang::Zh)),
            text(&finding.message(Lang::En)),
            text(&finding.advice(Lang::Zh)),
            text(&finding.advice(Lang::En)),
        ];
        let [id, pointer, message_zh, message_en, advice_zh, advice_en] =
            texts.each_ref().map(|text| text.as_ref().map_or(ptr::null(), |text| text.as_ptr()));
        let rule = RULES.binary_search_by_key(&finding.rule.id, |row| row.0).ok().map(|at| &RULES[at].1);
        let of_rule =
            |text: fn(&RuleTexts) -> &CString| rule.map_or(c"".as_ptr(), |rule| text(rule).as_ptr());
        let place = finding.place.line;
        let (message, advice) =
            if lang == Lang::Zh { (message_zh, advice_zh) } else { (message_en, advice_en) };
        let finding = shequ_finding {
            rule: of_rule(|rule| &rule.id),
            name: of_rule(|rule| &rule.name),
            severity: number_of_severity(finding.severity),
            kind: finding.kind().map_or(SHEQU_KIND_UNKNOWN, Kind::number),
            id,
            pointer,
            file,
            line: if is_table { 0 } else { place },
            row: if is_table { place } else { 0 },
            count: finding.count.unwrap_or(1),
            message,
            advice,
            message_zh,
            message_en,
            advice_zh,
            advice_en,
            url: of_rule(|rule| &rule.url),
        };
        Box::new(Self { finding, _texts: texts })
    }

    pub(crate) const fn finding(&self) -> &shequ_finding {
        &self.finding
    }
}

/// An input for C with the texts that it points to.
pub(crate) struct ShownInput {
    pub(crate) input: shequ_input,
    _texts: [Option<CString>; 3],
}

impl ShownInput {
    pub(crate) fn new(input: &shequ::Input) -> Self {
        let words = input.obstacle.map(shequ::Obstacle::words);
        let texts = [
            Some(c_string(&input.name)),
            words.map(|words| c_string(words.zh)),
            words.map(|words| c_string(words.en)),
        ];
        let [name, obstacle_zh, obstacle_en] =
            texts.each_ref().map(|text| text.as_ref().map_or(ptr::null(), |text| text.as_ptr()));
        let kind = input.kind.map_or(SHEQU_KIND_UNKNOWN, Kind::number);
        let (records, bad) = (input.tally.read, input.tally.bad);
        Self { input: shequ_input { name, kind, records, bad, obstacle_zh, obstacle_en }, _texts: texts }
    }
}

pub(crate) fn summary(report: &Report) -> shequ_summary {
    let sum = |count: fn(&shequ::Input) -> u64| report.inputs().iter().map(count).sum();
    let day = report.as_of();
    let as_of = i32::from(day.year()) * 10_000 + i32::from(day.month()) * 100 + i32::from(day.day());
    shequ_summary {
        ok: report.is_ok().into(),
        complete: (!report.is_incomplete()).into(),
        truncated: report.is_truncated().into(),
        as_of: as_of.unsigned_abs(),
        records: sum(|input| input.tally.read),
        bad: sum(|input| input.tally.bad),
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        infos: report.count(Severity::Info),
        findings: report.findings().len(),
        inputs: report.inputs().len(),
    }
}
