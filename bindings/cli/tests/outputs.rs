//! Outputs that are closed, full, or read in part.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

use crate::run::{code, command, file, folder, full, piped, said, shequ};
use crate::{NUMBER, VOLUNTEER};

/// Every command that writes to standard output, with the code with which it ends where all is well.
fn calls() -> Vec<(Vec<String>, i32)> {
    let right = file("outputs", "volunteer.json", VOLUNTEER.as_bytes());
    let wrong = VOLUNTEER.replace("\"sex\": \"2\"", "\"sex\": \"1\"");
    let wrong = file("outputs-wrong", "volunteer.json", wrong.as_bytes());
    let (right, wrong) = (right.to_str().expect("a name"), wrong.to_str().expect("a name"));
    let out = folder("outputs-gen");
    let out = out.to_str().expect("a name");
    let call = |words: &[&str], code: i32| (words.iter().map(|word| (*word).to_owned()).collect(), code);
    vec![
        call(&["check", right, "--as-of", "2026-06-30"], 0),
        call(&["check", right, "--as-of", "2026-06-30", "--format", "json"], 0),
        call(&["check", wrong, "--as-of", "2026-06-30", "--format", "html"], 1),
        call(&["check", wrong, "--as-of", "2026-06-30", "--lang", "en"], 1),
        call(&["explain", "IDN001"], 0),
        call(&["rules"], 0),
        call(&["rules", "--format", "json"], 0),
        call(&["codes"], 0),
        call(&["dictionary", "volunteer"], 0),
        call(&["schema", "volunteer"], 0),
        call(&["ids", NUMBER], 0),
        call(&["ids", "abc"], 1),
        call(&["completions", "bash"], 0),
        call(&["help"], 0),
        call(&["--help"], 0),
        call(&["--version"], 0),
        call(&["gen", "--out", out, "--force", "--communities", "1", "--as-of", "2026-06-30"], 0),
    ]
}

#[test]
fn a_full_output_is_said_and_ends_with_3() {
    for (arguments, right) in calls() {
        let whole = command().args(&arguments).output().expect("the command runs");
        assert_eq!(code(&whole), Some(right), "{arguments:?}: {}", said(&whole));
        let Some(device) = full() else { return };
        let output = command().args(&arguments).stdout(device).output().expect("the command runs");
        assert_eq!(code(&output), Some(3), "{arguments:?}");
        let said = said(&output);
        assert!(said.contains("标准输出") || said.contains("standard output"), "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{said}");
        // where nobody can be told the code still tells
        let mut both = command();
        let both = both.args(&arguments).stdout(full().expect("there")).stderr(full().expect("there"));
        assert_eq!(both.status().expect("the command runs").code(), Some(3), "{arguments:?}");
    }
}

#[test]
fn a_message_that_nobody_can_be_told_changes_no_code() {
    for (arguments, expected) in [
        (&["explain", "XYZ999"][..], 2),
        (&["--no-such-option"], 2),
        (&["check", "no-such-file.ndjson"], 3),
        (&["ids", "--file", "no-such-file"], 3),
    ] {
        let Some(device) = full() else { return };
        let output = command().args(arguments).stderr(device).output().expect("the command runs");
        assert_eq!(code(&output), Some(expected), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_output_is_said_and_ends_with_3() {
    for (arguments, _) in calls() {
        let mut shell = std::process::Command::new("sh");
        let shell =
            shell.args(["-c", "exec \"$0\" \"$@\" >&-", env!("CARGO_BIN_EXE_shequ")]).args(&arguments);
        let output = shell.output().expect("the shell runs");
        assert_eq!(code(&output), Some(3), "{arguments:?}");
        let said = said(&output);
        assert!(said.contains("标准输出已关闭") || said.contains("is closed"), "{arguments:?}: {said}");
    }
}

/// As `shequ … | head -1` does; the pipe holds less than is written.
#[test]
fn a_reader_that_has_enough_is_no_fault() {
    let lines = format!("{}\n", "1".repeat(40)).repeat(20_000);
    let bad = file("outputs-long", "volunteers.ndjson", lines.as_bytes());
    let bad = bad.to_str().expect("a name");
    let numbers = file("outputs-long", "numbers.txt", format!("{NUMBER}\n").repeat(20_000).as_bytes());
    for (arguments, expected) in [
        (&["check", bad, "--as-of", "2026-06-30", "--format", "json", "--limit", "0"][..], 1),
        (&["rules", "--format", "html"], 0),
        (&["dictionary", "volunteer", "--format", "html"], 0),
        (&["ids", "--file", numbers.to_str().expect("a name")], 0),
    ] {
        let mut child = piped(arguments);
        let mut output = BufReader::new(child.stdout.take().expect("there is an output"));
        let mut line = String::new();
        output.read_line(&mut line).expect("there is a line");
        drop(output);
        let mut said = String::new();
        child.stderr.take().expect("piped").read_to_string(&mut said).expect("UTF-8");
        assert_eq!(child.wait().expect("it ends").code(), Some(expected), "{arguments:?}: {said}");
        assert!(!line.is_empty() && said.is_empty(), "{arguments:?}: {line}{said}");
    }
}

#[test]
fn an_input_that_is_closed_holds_no_record() {
    let mut command = command();
    let command = command.args(["check", "-", "--kind", "volunteer"]).stdin(Stdio::null());
    assert_eq!(code(&command.output().expect("the command runs")), Some(3));
    assert_eq!(code(&shequ(&["check", "-", "-", "--kind", "volunteer"])), Some(2));
}
