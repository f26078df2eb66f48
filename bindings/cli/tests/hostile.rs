//! Names of files and keys that would act on a terminal or a page: no control byte of theirs comes out.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Output;

use crate::VOLUNTEER;
use crate::run::{code, command, folder, said, text};

/// What an attacker puts into a name.
const PARTS: [&str; 25] = [
    "\u{1b}[2J\u{1b}[1;1H核查结论  通过",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://example.invalid\u{1b}\\link",
    "\u{9b}2J",
    "\u{90}q\u{9c}",
    "\r核查结论  通过",
    "\n核查结论  通过",
    "\r\n\r\nerror: none",
    "\u{8}\u{8}\u{8}\u{8}ok",
    "\t\u{b}\u{c}",
    "\u{0}after",
    "\u{7f}",
    "\u{202e}nosjdn.x",
    "\u{2066}x\u{2069}\u{2067}",
    "\u{200b}\u{200f}\u{feff}",
    "\u{2028}\u{2029}",
    "\u{85}next line",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "&lt;b&gt;' onclick='x",
    "--help",
    "-",
    "%s%n{rule}{0}$(id)`id`",
    "\u{e0041}\u{e007f}\u{115f}",
    "𝕏é\u{301}\u{fff9}",
];

/// What it stands in.
const FRAMES: [(&str, &str); 8] =
    [("", ""), ("a", "b"), ("姓名", ""), ("", " 张"), ("x.", ""), ("'", "'"), ("..", ".."), ("\\", "/")];

fn names() -> Vec<String> {
    let framed = |part: &str| FRAMES.map(|(before, after)| format!("{before}{part}{after}"));
    let mut names: Vec<String> = PARTS.iter().flat_map(|part| framed(part)).collect();
    names.push("长".repeat(2000));
    names.push("\u{1b}".repeat(500));
    names
}

/// No byte that acts on a terminal, but for line ends that the program makes.
fn assert_harmless(what: &str, shown: &str, lines: usize) {
    let acts = |letter: &char| {
        letter.is_control() && *letter != '\n'
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
    };
    assert_eq!(shown.chars().find(acts), None, "{what}: {shown:?}");
    // what is wrapped is indented, so that nothing of a name begins a line
    let forged = shown.lines().filter(|line| line.starts_with("核查结论")).count();
    assert_eq!(forged, lines, "{what}: {shown}");
}

fn assert_no_markup(page: &str) {
    for markup in ["<script", "<img", "<b>' ", "onclick='"] {
        assert!(!page.contains(markup), "{markup} in {page}");
    }
}

fn run(arguments: &[OsString]) -> Output {
    command().args(arguments).args(["--as-of", "2026-06-30", "--threads", "1"]).output().expect("it runs")
}

fn words(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

#[test]
fn hostile_keys_come_out_as_what_they_are() {
    let names = names();
    assert!(names.len() > 200);
    let key = |name: &String| serde_json::to_string(name).expect("a text is JSON");
    // unknown, in an extension, in a part, repeated, as an id and as an item of a list
    let line = |name: &String| {
        let name = key(name);
        format!(
            "{{{name}:1,\"extensions\":{{{name}:{{{name}:1,{name}:2}}}},\"identity\":{{{name}:1}},\"skills\":[{name}],\"id\":{name},\"name\":{name}}}\n"
        )
    };
    let lines: String = names.iter().map(line).collect();
    let path = folder("hostile-keys").join("volunteers.ndjson");
    fs::write(&path, lines).expect("it can be written");
    for lang in ["zh", "en"] {
        for format in ["text", "json", "html"] {
            let mut arguments = vec!["check".into(), path.clone().into_os_string()];
            arguments.extend(words(&[
                "--lang", lang, "--format", format, "--limit", "0", "--causes", "0", "--places", "0",
                "--color", "never",
            ]));
            let output = run(&arguments);
            assert_eq!(code(&output), Some(1), "{}", said(&output));
            let verdicts = usize::from(format == "text" && lang == "zh");
            assert_harmless(format, &text(&output), verdicts);
            assert_harmless(format, &said(&output), 0);
            if format == "html" {
                assert_no_markup(&text(&output));
            }
        }
    }
}

#[test]
fn hostile_names_of_options_and_values_come_out_as_what_they_are() {
    let calls: [&[&str]; 12] = [
        &["explain", "{}"],
        &["schema", "{}"],
        &["codes", "{}"],
        &["dictionary", "{}"],
        &["dictionary", "volunteer", "{}"],
        &["help", "{}"],
        &["ids", "{}"],
        &["{}"],
        &["check", "x", "--{}"],
        &["check", "x", "--kind={}"],
        &["check", "x", "--rule=VOL005.thresholds={}"],
        &["check", "x", "--select={}"],
    ];
    for (number, name) in names().iter().filter(|name| !name.contains('\0')).enumerate() {
        // all calls with each name would take a minute
        let call = calls[number % calls.len()];
        let output =
            command().args(call.iter().map(|word| word.replace("{}", name))).output().expect("it runs");
        assert!(code(&output).is_some_and(|code| code <= 3), "{call:?} {name:?}");
        assert_harmless(name, &said(&output), 0);
        assert_harmless(name, &text(&output), 0);
    }
}

/// Names of files that the system takes, as they are found in a folder and as they are named.
#[cfg(unix)]
#[test]
fn hostile_names_of_files_come_out_as_what_they_are() {
    use std::os::unix::ffi::OsStringExt;
    let folder = folder("hostile-files");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    let mut files: Vec<OsString> = names()
        .iter()
        .filter(|name| !name.contains(['\0', '/']) && name.len() < 200)
        .flat_map(|name| {
            [format!("{name}volunteers.ndjson"), format!("volunteers{name}"), format!("{name}.txt")]
        })
        .map(OsString::from)
        .collect();
    files.push(OsString::from_vec(b"\xff\xfe\x1b[2Jvolunteers.ndjson".to_vec()));
    files.push(OsString::from_vec(b"volunteers.\xc3\x28\x9b.csv".to_vec()));
    assert!(files.len() > 200);
    let line = VOLUNTEER.replace('\n', " ").replace("\"sex\": \"2\"", "\"sex\": \"1\"");
    let made = files.iter().filter(|name| fs::write(folder.join(name), &line).is_ok()).count();
    assert!(made > 200, "{made} of {}", files.len());
    for lang in ["zh", "en"] {
        for format in ["text", "json", "html"] {
            let more = [
                "--lang",
                lang,
                "--format",
                format,
                "--verbose",
                "--limit",
                "0",
                "--causes",
                "0",
                "--places",
                "0",
            ];
            let arguments = [vec!["check".into(), folder.clone().into_os_string()], words(&more)].concat();
            let output = run(&arguments);
            assert!(matches!(code(&output), Some(1 | 3)), "{}", said(&output));
            let verdicts = usize::from(format == "text" && lang == "zh");
            assert_harmless(format, &text(&output), verdicts);
            assert_harmless(format, &said(&output), 0);
            if format == "html" {
                assert_no_markup(&text(&output));
            }
        }
    }
    // named one by one: there, not there, a table of divisions, a folder to write to
    for (number, name) in files.iter().enumerate().step_by(5) {
        let path = |there: bool| folder.join(if there { "" } else { "none" }).join(name).into_os_string();
        let there = Path::new(&path(true)).exists();
        let calls = [
            vec!["check".into(), path(true)],
            vec!["check".into(), path(false)],
            vec!["check".into(), path(true), "--divisions".into(), path(number % 2 == 0)],
            vec!["gen".into(), "--out".into(), path(true)],
        ];
        let output = run(&calls[number % calls.len()]);
        assert!(code(&output).is_some_and(|code| code <= 3) || !there, "{name:?}");
        assert_harmless("a name", &said(&output), 0);
        let verdicts = text(&output).lines().filter(|line| line.starts_with("核查结论")).count();
        assert!(verdicts <= 1);
        assert_harmless("a name", &text(&output), verdicts);
    }
}
