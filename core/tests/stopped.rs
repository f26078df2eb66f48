//! A stream that is stopped tells what was checked by then, and nothing else.

use shequ::{Checker, Finding, HtmlForm, Kind, Lang, Obstacle, Report, Severity, Style};

use crate::support::{example, options};

/// A record that is right, one that has an error, one that has a warning.
fn lines() -> [(String, Option<Severity>); 3] {
    let right = example(Kind::Community);
    let (mut wrong, mut doubtful) = (right.clone(), right.clone());
    wrong["kind"] = "town".into();
    // an invisible letter
    doubtful["name"] = format!("山师大\u{200b}社区").into();
    [
        (right.to_string() + "\n", None),
        (wrong.to_string() + "\n", Some(Severity::Error)),
        (doubtful.to_string() + "\n", Some(Severity::Warning)),
    ]
}

/// Checks what a stopped stream says of so many whole lines.
fn assert_stopped(report: &Report, shown: &[Finding], whole: u64, grave: Option<Severity>) {
    assert!(report.is_incomplete() && !report.is_ok());
    let input = &report.inputs()[0];
    assert_eq!((input.tally.read, input.obstacle), (whole, Some(Obstacle::Stopped)));
    let expected = grave.map_or(0, |_| whole);
    assert_eq!(report.findings().len() as u64, expected);
    assert_eq!(shown, report.findings());
    assert!(report.findings().iter().all(|finding| Some(finding.severity) == grave));
    assert_eq!(input.tally.bad, if grave == Some(Severity::Error) { whole } else { 0 });
    let json = serde_json::to_value(report.to_json()).unwrap();
    assert_eq!((&json["verdict"]["ok"], &json["verdict"]["complete"]), (&false.into(), &false.into()));
    let page = report.to_text(Style::default());
    assert!(page.contains("中途停止") && !page.contains("\n核查结论  通过"), "{page}");
    assert!(report.to_html(Lang::Zh, HtmlForm::Page).contains("中途停止"));
    let again = Report::from_json(&json.to_string()).unwrap();
    assert!(again.is_incomplete() && !again.is_ok());
}

#[test]
fn a_stopped_stream_tells_what_was_checked() {
    let checker = Checker::new(options());
    for (line, grave) in lines() {
        for half in ["", "{", "{\"id\": \"half", "\u{feff}", " ", &"x".repeat(70_000)] {
            for whole in [0, 1, 3] {
                let mut feed = checker.feed(Kind::Community, "-");
                let shown = feed.push((line.repeat(whole) + half).as_bytes());
                assert_stopped(&feed.stop(), &shown, whole as u64, grave);
            }
        }
    }
}

/// Pieces are cut at 64 KiB on their way, and a stop may fall there.
#[test]
fn a_stop_near_a_cut_is_a_stop() {
    let checker = Checker::new(options());
    for (line, grave) in lines() {
        let text = line.repeat((150_000 / line.len()) + 1);
        for cut in [65_535, 65_536, 65_537, 131_072, text.len() - 1, text.len()] {
            let mut feed = checker.feed(Kind::Community, "-");
            let mut shown = Vec::new();
            for piece in text.as_bytes()[..cut].chunks(65_536) {
                shown.extend(feed.push(piece));
            }
            let whole = text.as_bytes()[..cut].iter().filter(|byte| **byte == b'\n').count();
            assert_stopped(&feed.stop(), &shown, whole as u64, grave);
        }
    }
}

/// Where the last line was taken and shown, a stop is still one.
#[test]
fn a_stop_after_the_end_is_a_stop() {
    let checker = Checker::new(options());
    for (line, grave) in lines() {
        let mut feed = checker.feed(Kind::Community, "-");
        assert!(feed.push(line.trim_end().as_bytes()).is_empty());
        let shown = feed.end();
        assert!(feed.end().is_empty());
        assert_stopped(&feed.stop(), &shown, 1, grave);
    }
}

#[test]
fn a_stream_that_ends_is_complete() {
    let checker = Checker::new(options());
    for (line, grave) in lines() {
        let mut feed = checker.feed(Kind::Community, "-");
        feed.push(line.as_bytes());
        feed.push(b"\xEF\xBB");
        let (_, report) = feed.finish();
        assert!(!report.is_incomplete());
        assert_eq!(report.rules().get("STR001"), Some(&1), "{grave:?}");
    }
}

#[test]
fn one_byte_order_mark_before_a_stream_is_skipped() {
    let checker = Checker::new(options());
    let [(line, _), ..] = lines();
    let bytes = [b"\xEF\xBB\xBF", line.as_bytes()].concat();
    for size in [1, 2, 3, 5, 100_000] {
        let mut feed = checker.feed(Kind::Community, "-");
        let shown: Vec<Finding> = bytes.chunks(size).flat_map(|piece| feed.push(piece)).collect();
        assert!(shown.is_empty() && feed.finish().1.is_ok(), "{size}");
    }
}
