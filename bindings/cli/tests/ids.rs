//! `shequ ids`: where numbers come from, and what is said of them.

use crate::NUMBER;
use crate::run::{code, fed, file, said, shequ, text};

#[test]
fn numbers_come_from_arguments_a_file_and_standard_input_alike() {
    let values = [NUMBER, "370102001001", "abc", "13812345678"];
    let lines = format!("\u{feff}{}\r\n\n  {}  \n{}\n{}", values[0], values[1], values[2], values[3]);
    let path = file("ids", "numbers.txt", lines.as_bytes());
    let path = path.to_str().expect("a name");
    for lang in ["zh", "en"] {
        let named = shequ(&[&["ids", "--lang", lang], &values[..]].concat());
        let of_file = shequ(&["ids", "--lang", lang, "--file", path]);
        let of_stream = fed(&["ids", "--lang", lang, "-"], lines.as_bytes());
        assert_eq!(code(&named), Some(1), "one is none");
        // two kinds of code are written as one of them is
        assert_eq!(text(&named).lines().count(), 9, "{}", text(&named));
        assert_eq!((text(&named), code(&named)), (text(&of_file), code(&of_file)));
        assert_eq!((text(&named), code(&named)), (text(&of_stream), code(&of_stream)));
        assert!(!text(&named).contains(NUMBER) && !text(&named).contains("13812345678"));
    }
    assert_eq!(code(&fed(&["ids", "-"], b"")), Some(0));
    assert_eq!(code(&shequ(&["ids"])), Some(2));
    let gone = shequ(&["ids", "--file", "no-such-file.txt"]);
    assert_eq!(code(&gone), Some(3));
    assert!(said(&gone).contains("no-such-file.txt"));
    assert_eq!(code(&shequ(&["ids", "--file", env!("CARGO_TARGET_TMPDIR")])), Some(3), "a folder");
}

#[test]
fn a_code_without_the_zeros_behind_it_is_read() {
    for (code_of, level) in
        [("37", "370000"), ("3701", "370100"), ("370102", "370102"), ("370102001", "370102")]
    {
        let output = shequ(&["ids", code_of]);
        assert_eq!(code(&output), Some(0), "{code_of}");
        let text = text(&output);
        assert!(text.contains("区划代码") && text.contains(level), "{code_of}: {text}");
    }
    for none in ["99", "00"] {
        assert_eq!(code(&shequ(&["ids", none])), Some(1), "{none}: {}", text(&shequ(&["ids", none])));
    }
}

#[test]
fn lines_that_are_no_numbers_are_refused_one_by_one() {
    let lines = [&b"\xff\xfe"[..], &b"x".repeat(3_000_000), b"\x1b[2J", NUMBER.as_bytes()].join(&b'\n');
    let output = fed(&["ids", "-"], &lines);
    assert_eq!(code(&output), Some(1));
    assert_eq!(text(&output).lines().count(), 8, "{}", text(&output));
    assert!(!text(&output).contains('\u{1b}'));
}
