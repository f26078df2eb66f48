//! Findings as a table.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray, UInt64Array};
use shequ::{Finding, Lang, Report};

/// The findings that a report keeps, one per row: `rule`, `name`, `severity`, `kind`, `id`,
/// `pointer`, `file`, `line` or, of a table, `row`, `count`, the message and advice in both languages
/// and the `url` of the rule's page.
///
/// # Errors
/// Where the columns do not make a table, which would be a fault of this library.
pub fn findings(report: &Report) -> Result<RecordBatch, arrow_schema::ArrowError> {
    let findings = report.findings();
    let input = |finding: &Finding| &report.inputs()[finding.place.file];
    let columns: [(&str, ArrayRef, bool); 15] = [
        ("rule", texts(findings, |finding| Some(finding.rule.id.into())), false),
        ("name", texts(findings, |finding| Some(finding.rule.name.into())), false),
        ("severity", texts(findings, |finding| Some(finding.severity.name().into())), false),
        ("kind", texts(findings, |finding| Some(finding.subject.name().into())), false),
        ("id", texts(findings, |finding| finding.id.clone()), true),
        ("pointer", texts(findings, |finding| Some(finding.pointer.clone())), false),
        ("file", texts(findings, |finding| Some(input(finding).name.clone())), false),
        ("line", numbers(findings, |finding| report.line(finding.place)), true),
        ("row", numbers(findings, |finding| report.row(finding.place)), true),
        ("count", numbers(findings, |finding| finding.count), true),
        ("message_zh", texts(findings, |finding| Some(finding.message(Lang::Zh))), false),
        ("message_en", texts(findings, |finding| Some(finding.message(Lang::En))), false),
        ("advice_zh", texts(findings, |finding| Some(finding.advice(Lang::Zh))), false),
        ("advice_en", texts(findings, |finding| Some(finding.advice(Lang::En))), false),
        ("url", texts(findings, |finding| Some(finding.rule.url())), false),
    ];
    RecordBatch::try_from_iter_with_nullable(columns)
}

fn texts(findings: &[Finding], text: impl Fn(&Finding) -> Option<String>) -> ArrayRef {
    Arc::new(findings.iter().map(text).collect::<StringArray>())
}

fn numbers(findings: &[Finding], number: impl Fn(&Finding) -> Option<u64>) -> ArrayRef {
    Arc::new(findings.iter().map(number).collect::<UInt64Array>())
}
