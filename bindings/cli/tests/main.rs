//! The command line as its users run it.

mod hostile;
mod ids;
mod outputs;
mod pages;
mod readme;
mod run;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use run::{code, fed, file, shequ, text};

const VOLUNTEER: &str = include_str!("../../../examples/records/volunteer.json");
/// A published example of the standard GB 11643.
const NUMBER: &str = "11010519491231002X";

fn check(path: &Path, more: &[&str]) -> Output {
    let path = path.to_str().expect("the path is UTF-8");
    shequ(&[&["check", path, "--as-of", "2026-06-30"], more].concat())
}

#[test]
fn a_right_record_is_fine() {
    let output = check(&file("right", "volunteer.json", VOLUNTEER.as_bytes()), &[]);
    assert_eq!(code(&output), Some(0), "{}", text(&output));
    assert!(text(&output).contains("通过"));
}

#[test]
fn findings_end_with_1_and_tell_no_personal_value() {
    let wrong = VOLUNTEER.replace("\"sex\": \"2\"", "\"sex\": \"1\"");
    assert_ne!(wrong, VOLUNTEER);
    let path = file("findings", "volunteer.json", wrong.as_bytes());
    for format in ["text", "json", "html"] {
        let output = check(&path, &["--format", format]);
        assert_eq!(code(&output), Some(1));
        assert!(text(&output).contains("PER001"));
        let record: serde_json::Value = serde_json::from_str(VOLUNTEER).expect("the example is JSON");
        let number = record["identity"]["number"].as_str().expect("the example has a number");
        assert!(!text(&output).contains(number));
    }
}

#[test]
fn wrong_use_ends_with_2() {
    let path = file("use", "something.json", b"{}");
    assert_eq!(code(&check(&path, &[])), Some(2), "the record type is not known");
    assert_eq!(code(&check(&path, &["--kind", "person"])), Some(2));
    assert_eq!(
        code(&check(&path, &["--kind", "case", "--ignore", "STR003"])),
        Some(2),
        "an error cannot be turned off"
    );
    assert_eq!(code(&shequ(&["explain", "XYZ999"])), Some(2));
    assert_eq!(code(&shequ(&["schema", "person"])), Some(2));
}

#[test]
fn what_cannot_be_read_ends_with_3() {
    assert_eq!(code(&shequ(&["check", "no-such-file.ndjson"])), Some(3));
    let output = check(&file("table", "volunteers.csv", b"name\n"), &[]);
    assert_eq!(code(&output), Some(3));
    assert!(text(&output).contains("CSV"));
}

#[test]
fn records_before_a_broken_compression_are_checked() {
    use std::io::Write;
    let line = VOLUNTEER.replace('\n', " ") + "\n";
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    packed.write_all(line.repeat(2000).as_bytes()).expect("packing works");
    let mut packed = packed.finish().expect("packing works");
    packed.truncate(packed.len() / 2);
    let output = check(&file("truncated", "volunteers.ndjson.gz", &packed), &["--format", "json"]);
    assert_eq!(code(&output), Some(3));
    let report: serde_json::Value = serde_json::from_str(&text(&output)).expect("the report is JSON");
    assert!(report["records"]["volunteer"]["read"].as_u64() > Some(500));
    assert!(report["verdict"]["input"][0]["obstacle"]["zh"].is_string());
}

#[test]
fn the_report_does_not_depend_on_the_number_of_threads() {
    let wrong = VOLUNTEER.replace('\n', " ").replace("\"sex\": \"2\"", "\"sex\": \"1\"") + "\n";
    let good = VOLUNTEER.replace('\n', " ") + "\n";
    let lines: String =
        (0..3000).map(|line| if line % 7 == 0 { wrong.as_str() } else { good.as_str() }).collect();
    let path = file("threads", "volunteers.ndjson", lines.as_bytes());
    let report = |threads| text(&check(&path, &["--format", "json", "--limit", "50", "--threads", threads]));
    let one = report("1");
    assert!(one.contains("\"PER001\": 429") && one.contains("\"truncated\": true"));
    assert_eq!(one, report("2"));
    assert_eq!(one, report("5"));
}

#[test]
fn identifiers_are_masked_unless_values_are_asked_for() {
    let masked = shequ(&["ids", NUMBER]);
    assert_eq!(code(&masked), Some(0));
    assert!(!text(&masked).contains(NUMBER) && !text(&masked).contains("1949"));
    assert!(text(&shequ(&["ids", "--show-values", NUMBER])).contains("1949-12-31"));
    assert_eq!(code(&shequ(&["ids", "abc"])), Some(1));
    assert!(!text(&shequ(&["ids", "370102001001"])).contains("护照"), "a code is no passport");
}

#[test]
fn rules_and_schemas_can_be_read() {
    assert!(text(&shequ(&["explain", "IDN001", "--lang", "en"])).contains("GB 11643"));
    assert!(text(&shequ(&["explain", "STR005"])).contains("shequ codes"));
    for arguments in [&["rules", "--format", "json"][..], &["schema", "report"], &["schema", "志愿者"]] {
        let output = text(&shequ(arguments));
        serde_json::from_str::<serde_json::Value>(&output).expect("the output is JSON");
    }
    assert!(!text(&shequ(&["completions", "bash"])).is_empty());
}

#[test]
fn the_catalogue_has_four_forms_in_two_languages() {
    for (format, zh, en) in [
        ("text", "IDN  证件号码和代码", "IDN  Identifiers"),
        ("md", "# 规则目录", "# Rules"),
        ("html", "<html lang=\"zh-CN\">", "<html lang=\"en\">"),
    ] {
        assert!(text(&shequ(&["rules", "--format", format])).contains(zh), "{format}");
        assert!(text(&shequ(&["rules", "--format", format, "--lang", "en"])).contains(en), "{format}");
    }
    let published = include_str!("../../../schemas/v1/rules.json");
    assert_eq!(text(&shequ(&["rules", "--format", "json"])), published);
}

#[test]
fn an_unknown_rule_is_wrong_use_and_the_nearest_is_named() {
    for name in ["COM04", "com-004"] {
        let output = shequ(&["explain", name]);
        assert_eq!(code(&output), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("COM004"), "{name}");
    }
    for name in ["wrk005", "Too-Little-Training"] {
        let output = shequ(&["explain", name]);
        assert_eq!(code(&output), Some(0));
        assert!(text(&output).contains("民发〔2009〕165号"), "{name}");
    }
}

#[test]
fn the_dictionary_and_the_code_tables_can_be_read() {
    for (arguments, zh, en) in [
        (&["codes"][..], "封闭", "closed"),
        (&["codes", "education"], "GB/T 4658", "GB/T 4658"),
        (&["dictionary"], "社区工作者", "Community worker"),
        (&["dictionary", "statistics"], "单位：人。", "Unit: people."),
        (&["dictionary", "worker", "posts.title"], "小组长", "Title"),
    ] {
        for format in ["text", "md", "html"] {
            let with = |lang| text(&shequ(&[arguments, &["--format", format, "--lang", lang]].concat()));
            let (chinese, english) = (with("zh"), with("en"));
            let plain = |page: &str| page.replace('\\', "");
            assert!(plain(&chinese).contains(zh), "{arguments:?} {format}: {chinese}");
            assert!(plain(&english).contains(en), "{arguments:?} {format}: {english}");
        }
        let json = text(&shequ(&[arguments, &["--format", "json"]].concat()));
        serde_json::from_str::<serde_json::Value>(&json).expect("the output is JSON");
    }
}

#[test]
fn an_unknown_table_type_or_field_is_wrong_use_and_the_nearest_is_named() {
    for (arguments, near) in [
        (&["codes", "eductaion"][..], "education"),
        (&["dictionary", "volunter"], "volunteer"),
        (&["dictionary", "worker", "birthdate"], "birth_date"),
        (&["schema", "serivce"], "service"),
    ] {
        let output = shequ(arguments);
        assert_eq!(code(&output), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(near), "{arguments:?}");
    }
}

#[test]
fn records_after_a_line_beyond_all_bounds_are_checked() {
    let good = VOLUNTEER.replace('\n', " ") + "\n";
    let lines = [good.as_str(), &"x".repeat(3 << 20), "\n", &good, &good].concat();
    let output = check(&file("beyond", "volunteers.ndjson", lines.as_bytes()), &["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&text(&output)).expect("the report is JSON");
    assert_eq!(report["records"]["volunteer"]["read"], 4);
    assert_eq!(report["counts"]["rules"], serde_json::json!({ "STR015": 1 }));
}

#[test]
fn an_id_that_is_a_personal_number_is_masked() {
    let id = NUMBER.to_lowercase();
    let record: serde_json::Value = serde_json::from_str(VOLUNTEER).expect("the example is JSON");
    let record = VOLUNTEER.replace(record["id"].as_str().expect("the example has an id"), &id);
    let path = file("masked", "volunteer.json", record.as_bytes());
    for format in ["text", "json", "html"] {
        let output = check(&path, &["--format", format]);
        assert!(text(&output).contains("IDN019") && !text(&output).contains(&id));
    }
}

#[test]
fn generated_data_has_the_findings_of_its_ledger() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated");
    let _ = fs::remove_dir_all(&folder);
    let out = folder.to_str().expect("the path is UTF-8");
    let generate = |more: &[&str]| {
        let common = ["gen", "--out", out, "--as-of", "2026-06-30", "--communities", "2", "--defects", "0.1"];
        shequ(&[&common[..], more].concat())
    };
    let output = generate(&["--seed", "3"]);
    assert_eq!(code(&output), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(text(&output).contains("ledger.json"));
    assert_eq!(code(&generate(&[])), Some(2), "the folder is not empty");
    assert_eq!(code(&generate(&["--seed", "3", "--force", "--threads", "1"])), Some(0));
    assert_eq!(code(&shequ(&["gen", "--out", out, "--force", "--as-of", "1999-01-01"])), Some(2));
    // what a defect does to records that go with it is not in the ledger
    let output = check(&folder, &["--limit", "0", "--format", "json", "--scope", "record"]);
    assert_eq!(code(&output), Some(1));
    let report: serde_json::Value = serde_json::from_str(&text(&output)).expect("the report is JSON");
    let ledger = fs::read(folder.join("ledger.json")).expect("there is a ledger");
    let ledger: serde_json::Value = serde_json::from_slice(&ledger).expect("the ledger is JSON");
    assert_eq!((&ledger["seed"], &ledger["as_of"]), (&3.into(), &"2026-06-30".into()));
    let entries = |value: &serde_json::Value| {
        let part =
            |one: &serde_json::Value| ["rule", "kind", "id", "pointer"].map(|key| one[key].to_string());
        let mut entries: Vec<_> = value["findings"].as_array().expect("findings").iter().map(part).collect();
        entries.sort();
        entries
    };
    assert_eq!(entries(&ledger), entries(&report));
}

#[test]
fn a_run_without_a_record_ends_with_3() {
    for (name, bytes) in
        [("volunteers.ndjson", &b""[..]), ("volunteers.json", b"[]"), ("volunteer.json", b" ")]
    {
        let path = file("empty", name, bytes);
        let output = check(&path, &[]);
        assert_eq!(code(&output), Some(3), "{name}");
        assert!(text(&output).contains("没有记录") && !text(&output).contains("  通过"), "{}", text(&output));
    }
    assert_eq!(code(&check(&file("empty", "volunteers.ndjson", b"\n"), &["--allow-empty"])), Some(0));
    assert_eq!(code(&check(&file("empty", "volunteer.json", b""), &["--allow-empty"])), Some(1));
    // one of two files without a record is said, and the run is as the other is
    let folder = file("empty-and-full", "volunteers.ndjson", b"");
    file("empty-and-full", "volunteer.json", VOLUNTEER.as_bytes());
    let output = check(folder.parent().expect("it lies in a folder"), &[]);
    assert_eq!(code(&output), Some(0));
    assert!(text(&output).contains("没有记录"));
}

#[test]
fn the_form_can_be_named_and_standard_input_tells_it_as_a_file_does() {
    let line = VOLUNTEER.replace('\n', " ");
    let path = file("form", "volunteers.txt", format!("[{line}]\n").as_bytes());
    let read = |more: &[&str]| {
        let output = check(&path, &[&["--kind", "volunteer", "--format", "json"], more].concat());
        let report: serde_json::Value = serde_json::from_str(&text(&output)).expect("the report is JSON");
        (report["verdict"]["input"][0]["form"].clone(), report["counts"]["rules"].clone())
    };
    assert_eq!(read(&[]), ("array".into(), serde_json::json!({})));
    assert_eq!(read(&["--form", "ndjson"]), ("ndjson".into(), serde_json::json!({ "STR002": 1 })));
    assert_eq!(code(&check(&path, &["--kind", "volunteer", "--form", "csv"])), Some(2));
    // a first value that seems to end with its first line
    let torn = format!("{}\n{line}\n", line.replacen("\"name\": \"", "\"name\": \"x\n", 1));
    let path = file("form", "volunteers.json", torn.as_bytes());
    let of_file = text(&check(&path, &["--format", "json"]));
    let arguments = ["check", "-", "--kind", "volunteer", "--as-of", "2026-06-30", "--format", "json"];
    let of_stream = text(&fed(&arguments, torn.as_bytes()));
    let counts = |report: &str| {
        let report: serde_json::Value = serde_json::from_str(report).expect("the report is JSON");
        (report["records"].clone(), report["counts"].clone())
    };
    assert_eq!(counts(&of_file), counts(&of_stream));
    assert_eq!(counts(&of_file).0["volunteer"]["read"], 3);
}

#[test]
fn a_package_is_packed_verified_and_checked() {
    let line = VOLUNTEER.replace('\n', " ") + "\n";
    let data = file("pack", "volunteers.ndjson", line.as_bytes());
    let folder = data.parent().expect("it lies in a folder").to_owned();
    let out = file("packed", "a.txt", b"").with_file_name("a.zip");
    let _ = fs::remove_file(&out);
    let (from, to) = (folder.to_str().expect("UTF-8"), out.to_str().expect("UTF-8"));
    let packed = shequ(&["pack", from, "--out", to, "--publisher", "91110000600037341L"]);
    assert_eq!(code(&packed), Some(0), "{}", String::from_utf8_lossy(&packed.stderr));
    assert!(text(&packed).contains("1  volunteers.ndjson  志愿者"));
    for command in ["verify", "check"] {
        let output = shequ(&[command, to, "--format", "json"]);
        assert_eq!(code(&output), Some(0), "{command}");
        let report: serde_json::Value = serde_json::from_str(&text(&output)).expect("the report is JSON");
        assert_eq!(report["records"]["volunteer"]["read"], 1, "{command}");
        assert_eq!(report["verdict"]["as_of"], "2026-06-21", "that of the manifest");
        assert_eq!(report["verdict"]["input"][0]["form"], "manifest");
    }
    // changed by a byte behind the packer's back
    let first = fs::read(&out).expect("the package is there");
    let mut changed = first.clone();
    changed[60] ^= 1;
    fs::write(&out, &changed).expect("it can be written");
    for command in ["verify", "check"] {
        let output = shequ(&[command, to]);
        assert!(matches!(code(&output), Some(1 | 3)), "{command}");
        assert!(text(&output).contains("PKG00"), "{command}: {}", text(&output));
    }
    assert_eq!(code(&shequ(&["pack", from, "--out", data.to_str().expect("UTF-8")])), Some(2));
    assert_eq!(code(&shequ(&["pack", "nowhere", "--out", to])), Some(3));
    assert_eq!(code(&shequ(&["pack", from, "--out", "/nowhere/a.zip"])), Some(3));
    assert_eq!(code(&shequ(&["verify", "nowhere.zip"])), Some(3));
    assert_eq!(code(&shequ(&["pack", from, "--out", to, "--class", "secret"])), Some(2));
}

/// Killed at any moment it leaves no file that looks like a package.
#[test]
#[cfg(unix)]
fn a_killed_run_leaves_no_half_package() {
    let line = VOLUNTEER.replace('\n', " ") + "\n";
    let data = file("killed", "volunteers.ndjson", line.repeat(20_000).as_bytes());
    let folder = data.parent().expect("it lies in a folder").to_owned();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("killed-out");
    let _ = fs::remove_dir_all(&target);
    fs::create_dir_all(&target).expect("the folder can be made");
    let out = target.join("a.zip");
    for wait in [0, 5, 20, 60, 120] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shequ"));
        let command = command.arg("pack").arg(&folder).arg("--out").arg(&out);
        let mut child = command.stdout(std::process::Stdio::null()).spawn().expect("the command runs");
        std::thread::sleep(std::time::Duration::from_millis(wait));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let names = fs::read_dir(&target).expect("the folder is there");
        for name in names.map(|entry| entry.expect("an entry").file_name()) {
            let name = name.to_string_lossy().into_owned();
            assert!(
                name == "a.zip" || name.strip_suffix(".part").is_some_and(|name| name.starts_with('.')),
                "{name}"
            );
        }
        if out.exists() {
            assert_eq!(code(&shequ(&["verify", out.to_str().expect("UTF-8")])), Some(0), "after {wait} ms");
        }
    }
}

#[test]
fn only_what_an_earlier_report_does_not_have_fails() {
    let wrong = VOLUNTEER.replace('\n', " ").replace("\"sex\": \"2\"", "\"sex\": \"1\"") + "\n";
    let path = file("baseline", "volunteers.ndjson", wrong.as_bytes());
    let earlier = text(&check(&path, &["--format", "json"]));
    let earlier = file("baseline-report", "earlier.json", earlier.as_bytes());
    let baseline = ["--baseline", earlier.to_str().expect("UTF-8")];
    let same = check(&path, &baseline);
    assert_eq!(code(&same), Some(0), "{}", text(&same));
    assert!(text(&same).contains("已知 1 处，新增 0 处"), "{}", text(&same));
    // the same record on another line is known, another record is not
    let other = wrong.replacen("\"id\": \"", "\"id\": \"x", 1);
    fs::write(&path, format!("\n{other}{wrong}")).expect("it can be written");
    let more = check(&path, &[&baseline[..], &["--format", "json"]].concat());
    assert_eq!(code(&more), Some(1));
    assert!(String::from_utf8_lossy(&more.stderr).contains("已知 1 处"));
    serde_json::from_str::<serde_json::Value>(&text(&more)).expect("the report is JSON");
    // what is not listed counts by rule
    fs::write(&path, wrong.repeat(5)).expect("it can be written");
    let cut = text(&check(&path, &["--format", "json", "--limit", "2"]));
    fs::write(&earlier, cut).expect("it can be written");
    assert_eq!(code(&check(&path, &[&baseline[..], &["--limit", "2"]].concat())), Some(0));
    fs::write(&path, wrong.repeat(6)).expect("it can be written");
    assert_eq!(code(&check(&path, &[&baseline[..], &["--limit", "2"]].concat())), Some(1));
    assert_eq!(code(&check(&path, &["--baseline", "nowhere.json"])), Some(3));
    fs::write(&earlier, "{}").expect("it can be written");
    assert_eq!(code(&check(&path, &baseline)), Some(2));
}
