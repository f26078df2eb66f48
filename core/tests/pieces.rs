//! Records that come in pieces, and tables, get the findings that a file of the same lines gets.

use std::ops::ControlFlow;

use proptest::prelude::*;
use shequ::{Checker, Error, Finding, Kind, Place, Report};

use crate::support::{Lines, example, options};

/// Communities, some of them bad in a way of their own.
fn lines() -> Vec<String> {
    let right = example(Kind::Community);
    (0..40)
        .map(|number| {
            let mut record = right.clone();
            match number % 5 {
                1 => record["kind"] = "town".into(),
                3 => record["name"] = format!("社区{}", '\u{202e}').into(),
                _ => {}
            }
            if number == 7 { "{\"half\": ".to_owned() } else { record.to_string() }
        })
        .collect()
}

fn text() -> String {
    lines().join("\n")
}

fn whole() -> Report {
    Checker::new(options()).check(Kind::Community, text().as_bytes())
}

/// What stands in the findings, in their order.
fn essence(findings: &[Finding]) -> Vec<(&str, &str, Place)> {
    findings.iter().map(|finding| (finding.rule.id, finding.pointer.as_str(), finding.place)).collect()
}

proptest! {
    #[test]
    fn it_does_not_matter_where_a_stream_is_cut(cuts in prop::collection::vec(1_usize..3000, 1..40)) {
        let (checker, text) = (Checker::new(options()), text());
        let mut feed = checker.feed(Kind::Community, "-");
        let (mut shown, mut rest, mut cuts) = (Vec::new(), text.as_bytes(), cuts.into_iter().cycle());
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(cuts.next().unwrap().min(rest.len()));
            shown.extend(feed.push(piece));
            rest = after;
        }
        let (last, report) = feed.finish();
        shown.extend(last);
        let whole = whole();
        prop_assert!(whole.findings().len() >= 17, "{}", whole.findings().len());
        prop_assert_eq!(essence(&shown), essence(whole.findings()));
        prop_assert_eq!(essence(report.findings()), essence(whole.findings()));
        prop_assert_eq!(report.inputs(), whole.inputs());
    }

    #[test]
    fn rows_of_a_table_are_judged_as_lines(size in 1_usize..12, threads in 1_usize..4) {
        let checker = Checker::new(options().threads(threads));
        let pieces: Vec<_> = lines().chunks(size).map(|piece| Ok(Lines(piece.to_vec()))).collect();
        let mut checked = Vec::new();
        let report = checker
            .check_rows(Kind::Community, "table", pieces.into_iter(), &mut |rows| {
                checked.push(rows);
                ControlFlow::Continue(())
            })
            .unwrap();
        let whole = whole();
        prop_assert_eq!(essence(report.findings()), essence(whole.findings()));
        let bad: Vec<u64> = (1..=40).filter(|row| (row - 1) % 5 == 1 || *row == 8).collect();
        prop_assert!(report.inputs()[0].bad_rows.iter().eq(bad.iter().copied()));
        prop_assert_eq!(checked.last(), Some(&40));
    }
}

#[test]
fn a_line_beyond_all_bounds_is_one_finding_however_it_is_cut() {
    let checker = Checker::new(options());
    let mut feed = checker.feed(Kind::Community, "-");
    let record = example(Kind::Community).to_string();
    let text = format!("{record}\n{}\n{record}\n{{", "x".repeat(3 << 20));
    let mut shown: Vec<Finding> =
        text.as_bytes().chunks(100_000).flat_map(|piece| feed.push(piece)).collect();
    let (last, report) = feed.finish();
    shown.extend(last);
    let found: Vec<_> = shown.iter().map(|finding| (finding.rule.id, finding.place.line)).collect();
    assert_eq!(found, [("STR015", 2), ("STR001", 4)]);
    assert_eq!(report.inputs()[0].tally.read, 4);
}

#[test]
fn the_caller_may_stop() {
    let checker = Checker::new(options());
    let pieces = lines().into_iter().map(|line| Ok(Lines(vec![line])));
    let outcome = checker.check_rows(Kind::Community, "table", pieces, &mut |rows| {
        if rows < 5 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert!(matches!(outcome, Err(Error::Stopped)));
}

#[test]
fn the_report_names_rows_of_a_table() {
    let pieces = [Ok(Lines(lines()))].into_iter();
    let report = Checker::new(options())
        .check_rows(Kind::Community, "table", pieces, &mut |_| ControlFlow::Continue(()))
        .unwrap();
    let json = serde_json::to_value(report.to_json()).unwrap();
    assert_eq!(json["findings"][0]["source"], serde_json::json!({"file": "table", "input": 0, "row": 2}));
}
