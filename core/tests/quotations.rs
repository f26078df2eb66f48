//! What is said to be the policy's words, held against the text of the policy.

use std::fs;

use shequ::codes::{self, Table};

use crate::support::{beside, root};

/// The text with one form of each mark and without breaks, as copies differ in both.
fn plain(text: &str) -> String {
    let mark = |letter| match letter {
        ',' => '，',
        '(' => '（',
        ')' => '）',
        ';' => '；',
        letter => letter,
    };
    text.chars().filter(|letter| !letter.is_whitespace()).map(mark).collect()
}

/// The policy as it lies beside the project, with the corrections that the copy names.
fn policy() -> String {
    let text = fs::read_to_string(beside("standard/policy-2009-165.txt")).expect("the policy's text");
    let (_note, text) = text.split_once('\n').expect("a note before the text");
    plain(text).replace("要求and人民群众", "要求和人民群众")
}

#[test]
#[ignore = "needs the text of the policy beside the project"]
fn every_sentence_of_a_clause_stands_in_the_policy() {
    let policy = policy();
    let clauses = fs::read_to_string(root().join("core/data/clauses.tsv")).unwrap();
    let mut compared = 0;
    for line in clauses.lines().skip(1) {
        let sentence = line.split('\t').nth(2).unwrap_or_else(|| panic!("{line}"));
        for part in sentence.split("……").filter(|part| !part.is_empty()) {
            compared += 1;
            assert!(policy.contains(&plain(part)), "{part}");
        }
    }
    assert!(compared > 10, "{compared}");
}

/// The labels that the origin of a table ascribes to something else than the policy's own words.
fn ascribed(table: &Table) -> Vec<&str> {
    let parts = table.origin.en.split("; ").filter_map(|part| part.split_once(": "));
    parts.flat_map(|(_, labels)| labels.split(", ")).map(|label| label.split(" (").next().unwrap()).collect()
}

#[test]
#[ignore = "needs the text of the policy beside the project"]
fn labels_are_the_policys_words_or_the_origin_says_whose() {
    let policy = policy();
    let mut compared = 0;
    for table in codes::ALL.iter().filter(|table| table.origin.en.starts_with("words of the policy text")) {
        let ascribed = ascribed(table);
        for row in table.rows {
            let label = plain(row.label.zh);
            let is_own = policy.contains(&label);
            let is_ascribed = ascribed.iter().any(|other| plain(other) == label);
            assert!(is_own != is_ascribed, "{} {}: own {is_own}", table.name, row.label.zh);
            compared += 1;
        }
        let known = |label: &&str| table.rows.iter().any(|row| plain(row.label.zh) == plain(label));
        assert!(ascribed.iter().all(known), "{}: {ascribed:?}", table.name);
    }
    assert!(compared > 100, "{compared}");
}
