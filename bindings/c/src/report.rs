//! The report: what was found, counts, and the whole as JSON or text.

use std::ptr;
use std::sync::OnceLock;

use shequ::{Lang, Report, Style};

use crate::guard;
use crate::handle::{self, handle};
use crate::shown::{self, Shown, ShownInput, shequ_finding, shequ_input, shequ_summary};
use crate::status::{Failure, SHEQU_FAILED, SHEQU_INVALID_ARGUMENT, shequ_status};
use crate::string::{self, shequ_string};
use crate::text::out;
use crate::words::{known_lang, shequ_lang};

/// A report with what C is shown of it; texts of findings are made when they are asked for.
pub(crate) struct Outcome {
    pub(crate) report: Report,
    lang: Lang,
    summary: shequ_summary,
    inputs: Vec<ShownInput>,
    shown: Vec<OnceLock<Box<Shown>>>,
}

/// The outcome of a check. Threads: it does not change, and several threads may read it at once.
pub struct shequ_report {
    _opaque: [u64; 0],
}
handle!(shequ_report of Outcome, b"report\0\0");

pub(crate) fn give(report: Report, lang: Lang) -> *mut shequ_report {
    let shown = report.findings().iter().map(|_| OnceLock::new()).collect();
    let inputs = report.inputs().iter().map(ShownInput::new).collect();
    handle::give(Outcome { summary: shown::summary(&report), report, lang, inputs, shown })
}

impl Outcome {
    fn finding(&self, index: usize) -> Result<&shequ_finding, Failure> {
        let (Some(finding), Some(place)) = (self.report.findings().get(index), self.shown.get(index)) else {
            return Err(beyond());
        };
        let file = finding.place.file;
        let name = self.inputs.get(file).map_or(ptr::null(), |input| input.input.name);
        let is_table = self.report.inputs().get(file).is_some_and(shequ::Input::is_table);
        Ok(place.get_or_init(|| Shown::new(finding, name, is_table, self.lang)).finding())
    }
}

fn beyond() -> Failure {
    Failure::new(
        SHEQU_INVALID_ARGUMENT,
        "序号超出范围，应从0起且小于总数",
        "the index must be from 0 and below the count",
    )
}

/// Counts and the verdict of a report; NULL where `report` is NULL or no report.
///
/// It belongs to the report and is valid until that is freed. Threads: any; the report may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_report_summary(report: *const shequ_report) -> *const shequ_summary {
    // SAFETY: the caller's word
    guard::value(ptr::null(), || Ok(&raw const unsafe { handle::see(report)? }.summary))
}

/// A finding, `index` from 0 and below `findings` of the summary, in order of file, place, pointer and rule; NULL where
/// `report` is NULL or no report, or `index` is beyond the last.
///
/// It belongs to the report and is valid until that is freed. Threads: any; the report may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_report_finding(
    report: *const shequ_report,
    index: usize,
) -> *const shequ_finding {
    // SAFETY: the caller's word
    guard::value(ptr::null(), || Ok(&raw const *unsafe { handle::see(report)? }.finding(index)?))
}

/// An input, `index` from 0 and below `inputs` of the summary; NULL where `report` is NULL or no report, or `index` is
/// beyond the last.
///
/// It belongs to the report and is valid until that is freed. Threads: any; the report may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_report_input(report: *const shequ_report, index: usize) -> *const shequ_input {
    guard::value(ptr::null(), || {
        // SAFETY: the caller's word
        let inputs = &unsafe { handle::see(report)? }.inputs;
        Ok(&raw const inputs.get(index).ok_or_else(beyond)?.input)
    })
}

/// The whole report as JSON, in the form of `report.schema.json`.
///
/// `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
/// Threads: any; the report may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_report_json(
    report: *const shequ_report,
    out: *mut *mut shequ_string,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        *out = json(&handle::see(report)?.report.to_json())?;
        Ok(())
    })
}

/// The report as a person reads it, in a language: what to fix first, and the findings.
///
/// `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
/// Errors: `SHEQU_INVALID_ARGUMENT` for a language. Threads: any; the report may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_report_text(
    report: *const shequ_report,
    lang: shequ_lang,
    out: *mut *mut shequ_string,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        let report = &handle::see(report)?.report;
        let style = Style { lang: known_lang(lang)?, ..Style::default() };
        *out = string::give(&report.to_text(style));
        Ok(())
    })
}

/// Frees a report, and with it the findings that it gave; NULL is fine.
///
/// Threads: nobody else may use the report meanwhile or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_report_free(report: *mut shequ_report) {
    // SAFETY: the caller's word
    guard::value((), || unsafe { handle::free(report) });
}

/// A value as a string of JSON.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<*mut shequ_string, Failure> {
    let text = serde_json::to_string(value)
        .map_err(|_| Failure::new(SHEQU_FAILED, "无法写成 JSON", "it cannot be written as JSON"))?;
    Ok(string::give(&text))
}
