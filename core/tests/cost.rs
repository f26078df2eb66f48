//! What hostile inputs cost, by counts and without a clock: allocations, what they take, and findings,
//! for each byte of the input. A process of its own measures, since other tests allocate too.

use std::alloc::System;
use std::io::Write;
use std::process::Command;

use shequ::{Checker, Kind, Lang, Options, Report, Style};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Allocations for each byte, at most; `{}` is a record of two bytes that lacks a dozen fields.
const MOST_ALLOCATIONS: usize = 16;
/// Bytes allocated for each byte, at most, wherever they are given back again.
const MOST_BYTES: usize = 4000;
/// What a report of bounded findings costs whatever the input.
const FREE: usize = 200_000;

/// Texts of about so many bytes, each hostile in a way of its own.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let many = |each: &str| each.repeat(size / each.len());
    let numbered =
        |each: &dyn Fn(usize) -> String| -> Vec<String> { (0..size / each(size).len()).map(each).collect() };
    let object = |members: Vec<String>| format!("{{{}}}", members.join(","));
    let nest = format!("{}{}", "[".repeat(50), "]".repeat(50));
    vec![
        ("tiny items", format!("[{}1]", many("1,"))),
        ("tiny lines", many("1\n")),
        ("blank lines", many("\n")),
        ("blanks", many(" \t\r\n")),
        ("objects", format!("[{}{{}}]", many("{},"))),
        ("open brackets", many("[")),
        (
            "brackets",
            format!("[{}]", ["[".repeat(100_000.min(size)), "]".repeat(100_000.min(size))].concat()),
        ),
        ("deep values", format!("{{\"extensions\":{{\"a.b\":[{}1]}}}}", many(&(nest.clone() + ",")))),
        ("deep unknown values", format!("{{\"x\":[{}1]}}", many(&(nest + ",")))),
        ("unknown keys", object(numbered(&|number| format!("\"{number:x}\":1")))),
        ("keys near a field", object(numbered(&|number| format!("\"statu{number}\":1")))),
        ("repeated keys", format!("{{{}\"id\":1}}", many("\"id\":1,"))),
        ("repeated unknown keys", format!("{{{}\"x\":1}}", many("\"x\":1,"))),
        ("one long key", format!("{{\"{}\":1}}", many("x"))),
        ("one long text", format!("{{\"name\":\"{}\"}}", many("社区"))),
        ("escapes", format!("{{\"name\":\"{}\"}}", many("\\u4e00\\n"))),
        ("one long number", format!("{{\"id\":{}}}", many("1"))),
        ("items of another type", format!("{{\"skills\":[{}1]}}", many("1,"))),
        ("empty parts", format!("{{\"trainings\":[{}{{}}]}}", many("{},"))),
        (
            "keys of extensions",
            format!("{{\"extensions\":{}}}", object(numbered(&|number| format!("\"A{number}\":1")))),
        ),
        ("many causes", numbered(&|number| format!("{{\"k{number}\":1}}")).join("\n")),
        ("numbers as keys", object(numbered(&|number| format!("\"{number}\":1,\"{number}a\":1")))),
        ("no JSON", many("]\n")),
        ("unfinished texts", many("{\"a\n")),
    ]
}

struct Cost {
    allocations: usize,
    bytes: usize,
    report: Report,
}

fn cost(text: &str) -> Cost {
    let checker = Checker::new(options());
    let region = Region::new(COUNTED);
    let report = checker.check(Kind::Volunteer, text.as_bytes());
    let page = report.to_text(Style { lang: Lang::Zh, colour: false, places: 0, ..Style::default() });
    let json = serde_json::to_string(&report.to_json()).unwrap();
    let change = region.change();
    assert!(page.len() + json.len() > 0);
    let grown = usize::try_from(change.bytes_reallocated).unwrap_or(0);
    Cost {
        allocations: change.allocations + change.reallocations,
        bytes: change.bytes_allocated + grown,
        report,
    }
}

fn options() -> Options {
    Options::new().as_of(jiff::civil::date(2026, 6, 30)).threads(1).limit(20)
}

#[test]
#[ignore = "run in a process of its own by the test below"]
fn measured() {
    for (name, text) in hostile(60_000) {
        let cost = cost(&text);
        let bytes = text.len();
        let (allocations, allocated) = (cost.allocations, cost.bytes);
        let findings = cost.report.findings().len();
        println!(
            "{name}: {bytes} bytes, {allocations} allocations of {allocated} bytes, {findings} findings"
        );
        assert!(allocations <= FREE + MOST_ALLOCATIONS * bytes, "{name}: {allocations} allocations");
        assert!(allocated <= FREE + MOST_BYTES * bytes, "{name}: {allocated} bytes allocated");
    }
}

/// Four times the input costs four times as much.
#[test]
#[ignore = "run in a process of its own by the test below"]
fn grown() {
    for ((name, small), (_, large)) in hostile(50_000).into_iter().zip(hostile(200_000)) {
        let (one, four) = (cost(&small), cost(&large));
        // a quarter more than in proportion
        let at_most = |count: usize| (count + 20_000) * large.len() / small.len() * 5 / 4;
        let (allocations, bytes) = (at_most(one.allocations), at_most(one.bytes));
        assert!(
            four.allocations < allocations,
            "{name}: {} allocations, then {}",
            one.allocations,
            four.allocations
        );
        assert!(four.bytes < bytes, "{name}: {} bytes, then {}", one.bytes, four.bytes);
    }
}

/// The most memory that the process had, in MiB; none where the system does not say.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? >> 10)
}

/// Small inputs that become many findings take little memory with any number of threads.
#[test]
#[ignore = "run in a process of its own by the test below"]
fn held() {
    if most_memory().is_none() {
        println!("skipped: the system does not say how much memory a process had");
        return;
    }
    let ones = format!("[{}1]", "1,".repeat(1 << 19));
    let wide: Vec<String> = (0..200).map(|number| format!("\"{number:x}\":1")).collect();
    let wide = format!("{{{}}}\n", wide.join(",")).repeat(500);
    let lines = "1\n".repeat(1 << 19);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(ones.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    assert!(packed.len() < 18 << 10);
    let inputs = [
        ("ones", ones.as_bytes(), 8),
        ("lines", lines.as_bytes(), 64),
        ("wide", wide.as_bytes(), 64),
        ("packed", &packed, 64),
    ];
    for (name, bytes, threads) in inputs {
        let report = Checker::new(options().threads(threads)).check(Kind::Volunteer, bytes);
        assert!(!report.is_ok());
        assert_memory(name, threads);
    }
}

fn assert_memory(name: &str, threads: usize) {
    let most = most_memory().unwrap();
    println!("{name} with {threads} threads: {most} MiB");
    assert!(most <= 64, "{name}: {most} MiB with {threads} threads");
}

/// Records of nearly the greatest size that all need a close look; one beside another they would take 100 MiB.
#[test]
#[ignore = "run in a process of its own by the test below"]
fn held_for_large_records() {
    if most_memory().is_none() {
        println!("skipped: the system does not say how much memory a process had");
        return;
    }
    for (name, record) in LARGE {
        let line = record((1 << 20) - 4096);
        assert!((1 << 19..1 << 20).contains(&line.len()), "{name}: {} bytes", line.len());
        let lines = Repeated { line: &(line + "\n"), at: 0, times: 5 };
        let report = Checker::new(options().threads(64)).check_reader(Kind::Volunteer, "-", lines);
        assert_eq!((report.inputs()[0].tally.read, report.is_ok()), (5, false), "{name}");
        assert_memory(name, 64);
    }
}

/// A kind of such records, and how one is made.
type Large = (&'static str, fn(usize) -> String);

const LARGE: [Large; 7] = [
    ("a list of numbers", |size| format!("{{\"skills\":[{}1]}}", "1,".repeat(size / 2))),
    ("a list of empty parts", |size| format!("{{\"trainings\":[{}{{}}]}}", "{},".repeat(size / 3))),
    ("an unknown list", |size| format!("{{\"x\":[{}1]}}", "1,".repeat(size / 2))),
    ("an extension", |size| format!("{{\"extensions\":{{\"a.b\":[{}1]}}}}", "1,".repeat(size / 2))),
    ("unknown keys", |size| {
        let keys: Vec<String> = (0..size / 11).map(|key| format!("\"{key:x}\":1")).collect();
        format!("{{{}}}", keys.join(","))
    }),
    ("one key", |size| format!("{{{}\"id\":1}}", "\"id\":1,".repeat(size / 7))),
    ("escapes", |size| format!("{{\"name\":\"{}\"}}", "\\u4e00".repeat(size / 6))),
];

/// A stream of equal lines, which takes no memory of its own.
struct Repeated<'l> {
    line: &'l str,
    at: usize,
    times: usize,
}

impl std::io::Read for Repeated<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let rest = if self.times == 0 { &[][..] } else { &self.line.as_bytes()[self.at..] };
        let len = rest.len().min(buffer.len());
        buffer[..len].copy_from_slice(&rest[..len]);
        self.at += len;
        if self.at == self.line.len() {
            (self.at, self.times) = (0, self.times - 1);
        }
        Ok(len)
    }
}

fn run_alone(test: &str) {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program)
        .args([test, "--exact", "--ignored", "--test-threads=1", "--nocapture"])
        .output();
    let output = output.unwrap();
    let text =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

#[test]
fn hostile_inputs_cost_little_for_each_byte() {
    run_alone("cost::measured");
}

#[test]
fn the_cost_grows_as_the_input_does() {
    run_alone("cost::grown");
}

#[test]
fn memory_does_not_grow_with_findings_or_threads() {
    run_alone("cost::held");
    run_alone("cost::held_for_large_records");
}
