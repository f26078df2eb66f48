//! The small parts that the HTML of a report is put together from.

use super::super::Outcome;
use crate::Lang;
use crate::markup::escaped;
use crate::rule::Severity;

/// A path or a pointer, which may be broken between its steps.
pub(super) fn path(text: &str) -> String {
    let steps = escaped(text).replace('/', "<wbr>/");
    steps.strip_prefix("<wbr>").map_or(steps.clone(), str::to_owned)
}

/// The outcome, in its colour.
pub(super) fn badge(outcome: Outcome, lang: Lang) -> String {
    let class = if outcome == Outcome::Passed { "passed" } else { "error" };
    format!("<span class=\"badge {class}\">{}</span>", outcome.words().get(lang))
}

/// A severity, in its colour.
pub(super) fn pill(severity: Severity, lang: Lang) -> String {
    format!("<span class=\"pill {}\">{}</span>", severity.name(), severity.words().get(lang))
}

/// Tenths of a percent, rounded; something is never nothing.
fn tenths(part: u64, whole: u64) -> u64 {
    if part == 0 || whole == 0 {
        return 0;
    }
    let tenths = (u128::from(part.min(whole)) * 1000 + u128::from(whole) / 2) / u128::from(whole);
    u64::try_from(tenths).unwrap_or(1000).max(1)
}

/// A share in percent.
pub(super) fn share(part: u64, whole: u64) -> String {
    let tenths = tenths(part, whole);
    if tenths.is_multiple_of(10) {
        format!("{}%", tenths / 10)
    } else {
        format!("{}.{}%", tenths / 10, tenths % 10)
    }
}

/// A share as a bar.
pub(super) fn bar(part: u64, whole: u64, class: &str) -> String {
    let tenths = tenths(part, whole);
    format!(
        "<span class=\"bar\"><span class=\"{class}\" style=\"width:{}.{}%\"></span></span>",
        tenths / 10,
        tenths % 10
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_and_never_hide_what_is_there() {
        assert_eq!(share(0, 0), "0%");
        assert_eq!(share(1, 3), "33.3%");
        assert_eq!(share(2, 2), "100%");
        assert_eq!(share(1, 1_000_000), "0.1%");
        assert_eq!(share(u64::MAX, u64::MAX), "100%");
    }
}
