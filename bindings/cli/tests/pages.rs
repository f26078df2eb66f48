//! Help and usage in both languages, as they are shown.

use std::fmt::Write;

use crate::run::{code, said, shequ, text};

const COMMANDS: [&str; 11] = [
    "check",
    "pack",
    "verify",
    "explain",
    "rules",
    "codes",
    "dictionary",
    "schema",
    "ids",
    "gen",
    "completions",
];

#[test]
fn help_is_as_it_was() {
    for lang in ["zh", "en"] {
        let mut pages = text(&shequ(&["help", "--lang", lang]));
        for command in COMMANDS {
            let asked = shequ(&["help", command, "--lang", lang]);
            assert_eq!(code(&asked), Some(0), "{command}");
            // however it is asked for
            for other in [&[command, "--help", "--lang", lang][..], &[command, "-h", "--lang", lang]] {
                assert_eq!(text(&shequ(other)), text(&asked), "{other:?}");
            }
            let _ = write!(pages, "\n--- {command}\n{}", text(&asked));
        }
        insta::assert_snapshot!(format!("help_{lang}"), pages);
    }
}

/// Every option is said in the language that was asked for.
#[test]
fn no_help_in_chinese_holds_a_sentence_in_english() {
    for command in COMMANDS {
        let page = text(&shequ(&["help", command]));
        for line in page.lines().filter(|line| line.len() > 40) {
            assert!(line.chars().any(|letter| letter >= '\u{3000}'), "{command}: {line}");
        }
        let page = text(&shequ(&["help", command, "--lang", "en"]));
        assert!(page.chars().all(|letter| letter < '\u{3000}'), "{command}: {page}");
    }
}

#[test]
fn wrong_use_is_explained_as_it_was() {
    let calls: [&[&str]; 16] = [
        &[],
        &["chek"],
        &["check"],
        &["check", "--knd", "volunteer"],
        &["check", "x", "--kind", "person"],
        &["check", "x", "--form", "csv"],
        &["check", "x", "--format", "xml"],
        &["check", "x", "--color", "pink"],
        &["check", "x", "--as-of", "2026-02-30"],
        &["check", "x", "--limit", "many"],
        &["check", "x", "--severity", "COM004"],
        &["check", "x", "--rule", "VOL005.thresholds=5,4,3,2,1"],
        &["explain"],
        &["ids"],
        &["gen", "--out", "x"],
        &["help", "chek"],
    ];
    for lang in ["zh", "en"] {
        let mut pages = String::new();
        for call in calls {
            let output = shequ(&[call, &["--lang", lang]].concat());
            assert_eq!(code(&output), Some(2), "{call:?}");
            let _ = write!(pages, "--- {}\n{}{}", call.join(" "), text(&output), said(&output));
        }
        insta::assert_snapshot!(format!("usage_{lang}"), pages);
    }
}
