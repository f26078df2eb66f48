//! Runs every test of this repository, cheap ones first, and counts what passed.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use xtask::files::{entries, root};

use crate::setup::{self, Tool};

mod api;
mod c;
mod c_examples;
mod minimum;
mod python;

/// How many tests passed, failed, and were not run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Tally {
    const PASSED: Self = Self { passed: 1, failed: 0, skipped: 0 };
    const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    fn closing_line(self) -> String {
        let Self { passed, failed, skipped } = self;
        let skipped = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
        format!("{passed} passed, {failed} failed{skipped}")
    }
}

/// Something to run under its own heading.
struct Step {
    name: &'static str,
    /// What it needs besides Rust.
    needs: &'static [Tool],
    run: fn() -> Tally,
}

const fn step(name: &'static str, needs: &'static [Tool], run: fn() -> Tally) -> Step {
    Step { name, needs, run }
}

const STEPS: [Step; 14] = [
    step("format", &[], format),
    step("generated files", &[], || simple(&mut xtask(&["gen", "--check"]))),
    step("repository rules", &[], || simple(&mut xtask(&["tidy"]))),
    step("clippy", &[], || simple(&mut cargo(&CLIPPY))),
    step("tests", &[], tests),
    step("documentation", &[], documentation),
    step("sample data of a province", &[], sample),
    step("example program", &[], example),
    step("C library", &[Tool::C], c::run),
    step("Python package", &[Tool::Package], python::run),
    step("schemas in Python", &[Tool::JsonSchema], || {
        other_validator(&setup::python::interpreter(&setup::validators()), "check.py")
    }),
    step("schemas in Node", &[Tool::Ajv], || other_validator("node".as_ref(), "check.mjs")),
    step("fuzz targets", &[FUZZ], fuzz),
    step("compatibility", &[], compatibility),
];

/// What takes long, or needs a tool that few have.
const MORE: [Step; 4] = [
    step("benchmark, once", &[], bench),
    step("dependencies", &[DENY], dependencies),
    step("minimum version of Rust", &[], minimum::run),
    step("public interface of the library", &[api::TOOL], || api::run(true)),
];

const FUZZ: Tool = Tool::Cargo("cargo-fuzz", "0.13.2");
const DENY: Tool = Tool::Cargo("cargo-deny", "0.20.2");

const CLIPPY: [&str; 6] = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];

/// How long each fuzz target runs.
const FUZZ_SECONDS: u32 = 5;

/// How many records the benchmark reads here, where its figures do not matter.
const BENCH_RECORDS: &str = "1000";

/// The exit code of a check that lacks what it needs.
const CANNOT_RUN: i32 = 77;

/// Which steps are run, and whether what they need may be installed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Choice<'a> {
    /// Those that take long too.
    pub(crate) all: bool,
    /// Only those whose names begin with this word.
    pub(crate) only: Option<&'a str>,
    /// Nothing is installed.
    pub(crate) offline: bool,
}

impl Choice<'_> {
    fn steps(&self) -> impl Iterator<Item = &'static Step> {
        let more: &[Step] = if self.all || self.only.is_some() { &MORE } else { &[] };
        let is_meant = |step: &&Step| self.only.is_none_or(|word| step.name.split(' ').next() == Some(word));
        STEPS.iter().chain(more).filter(is_meant)
    }
}

/// Runs steps of the tests. The last line says how many tests passed.
pub(crate) fn run(choice: Choice<'_>) -> bool {
    let mut total = Tally::default();
    let mut summary = Vec::new();
    for step in choice.steps() {
        println!("\n==> {}", step.name);
        for tool in step.needs {
            setup::furnish(*tool, choice.offline);
        }
        let begin = Instant::now();
        let tally = (step.run)();
        let line = summary_line(step.name, tally, begin.elapsed());
        println!("<== {line}");
        summary.push(line);
        total.add(tally);
    }
    let failures = std::mem::take(&mut *FAILURES.lock().expect("no test panics while it holds the list"));
    println!("\n{}\n{}\n{}", summary.join("\n"), failures.concat(), total.closing_line());
    total.failed == 0
}

/// The lines that say which test failed, so that they stand together at the end.
static FAILURES: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn note_failure(line: &str) {
    FAILURES.lock().expect("no test panics while it holds the list").push(format!("{}\n", line.trim_end()));
}

/// Whether a line of cargo's tests or of pytest says that a test failed.
fn tells_of_failure(line: &str) -> bool {
    let line = line.trim_end();
    line.starts_with("test ") && line.ends_with("... FAILED")
        || line.starts_with("FAILED ")
        || line.starts_with("ERROR ")
}

/// The interface of the library, written where the tests compare it.
pub(crate) fn write_api(offline: bool) -> bool {
    setup::furnish(api::TOOL, offline);
    api::run(false).failed == 0
}

fn summary_line(name: &str, tally: Tally, time: Duration) -> String {
    format!("{name:<26} {:>6.1} s  {}", time.as_secs_f64(), tally.closing_line())
}

/// Record types are modules by the table of record types, where `cargo fmt` does not look.
fn format() -> Tally {
    let mut tally = simple(&mut cargo(&["fmt", "--all", "--check"]));
    let files = entries(&root().join("core/src/model")).expect("the folder of record types can be read");
    let mut models = Command::new("rustfmt");
    tally.add(simple(models.args(["--edition", "2024", "--check"]).args(files).current_dir(root())));
    tally
}

/// Those that need the pages of the standard are ignored where these do not lie beside the project.
fn tests() -> Tally {
    let mut arguments = vec!["test", "--workspace", "--no-fail-fast"];
    if root().parent().is_some_and(|folder| folder.join("shared/data").is_dir()) {
        arguments.extend(["--", "--include-ignored"]);
        // these run in a process of their own, which another test begins
        arguments.extend(
            ["cost::grown", "cost::held", "cost::measured"].into_iter().flat_map(|test| ["--skip", test]),
        );
    }
    counted(&mut cargo(&arguments))
}

fn documentation() -> Tally {
    simple(cargo(&["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-Dwarnings"))
}

/// The main job on the sample data, which has faults on purpose.
fn sample() -> Tally {
    if !root().join("examples/province").is_dir() {
        return skipped("there is no examples/province");
    }
    let mut command =
        cargo(&["run", "--release", "--", "check", "examples/province", "--as-of", "2026-06-30"]);
    match status(&mut command).and_then(|status| status.code()) {
        Some(1) => Tally::PASSED,
        code => {
            println!("ended with {code:?}, not with 1");
            Tally::FAILED
        }
    }
}

fn example() -> Tally {
    const PACKAGE: &str = "shequ-example";
    if is_member(PACKAGE) {
        simple(&mut cargo(&["run", "--package", PACKAGE]))
    } else {
        skipped("the workspace has no package shequ-example")
    }
}

/// Whether the workspace has a package of this name.
fn is_member(name: &str) -> bool {
    let output = cargo(&["metadata", "--no-deps", "--format-version", "1"]).output();
    let metadata: serde_json::Value =
        output.ok().and_then(|output| serde_json::from_slice(&output.stdout).ok()).unwrap_or_default();
    metadata["packages"].as_array().is_some_and(|list| list.iter().any(|package| package["name"] == name))
}

/// Lets a validator of another language judge the examples and the conformance cases.
fn other_validator(interpreter: &Path, script: &str) -> Tally {
    let script: PathBuf = ["xtask", "validators", script].iter().collect();
    let mut command = at_root(interpreter);
    match status(command.arg(script)) {
        None => Tally::SKIPPED,
        Some(status) if status.code() == Some(CANNOT_RUN) => Tally::SKIPPED,
        Some(status) => of(status),
    }
}

/// Builds the fuzz targets and runs each for some seconds. This needs a nightly toolchain.
fn fuzz() -> Tally {
    let core = root().join("core");
    if !core.join("fuzz").is_dir() {
        return skipped("there is no core/fuzz");
    }
    let fuzz = |arguments: &[&str]| {
        let mut command = at_root("rustup");
        command.args(["run", "nightly", "cargo", "fuzz"]).args(arguments).current_dir(&core);
        command
    };
    if !answers(&mut fuzz(&["--version"])) {
        return skipped("needs a nightly toolchain and cargo-fuzz");
    }
    let mut tally = simple(&mut fuzz(&["build"]));
    if tally.failed > 0 {
        return tally;
    }
    let list = fuzz(&["list"]).output().map(|output| output.stdout).unwrap_or_default();
    let time = format!("-max_total_time={FUZZ_SECONDS}");
    for target in String::from_utf8_lossy(&list).split_whitespace() {
        println!("{target}");
        tally.add(simple(&mut fuzz(&["run", target, "--", &time, "-len_control=0", "-max_len=300"])));
    }
    tally
}

/// What changed since the last release breaks nobody.
fn compatibility() -> Tally {
    match crate::compat::run_with_last_tag() {
        Some(true) => Tally::PASSED,
        Some(false) => Tally::FAILED,
        None => {
            println!("there is no release yet to compare with");
            Tally::default()
        }
    }
}

fn bench() -> Tally {
    if !root().join("core/benches").is_dir() {
        return skipped("there is no core/benches");
    }
    simple(cargo(&["bench", "--package", "shequ"]).env("SHEQU_BENCH_RECORDS", BENCH_RECORDS))
}

/// Licences and sources of what the project builds on.
fn dependencies() -> Tally {
    if !answers(&mut cargo(&["deny", "--version"])) {
        return skipped("needs cargo-deny");
    }
    // known weaknesses stand in a database that no registry of crates serves: whoever can reach it adds `advisories`
    simple(&mut cargo(&["deny", "--log-level", "error", "check", "bans", "licenses", "sources"]))
}

/// The cargo that runs this program.
fn cargo(arguments: &[&str]) -> Command {
    let mut command = at_root(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// This program, so that a panic in a check fails that check alone.
fn xtask(arguments: &[&str]) -> Command {
    let mut command = at_root(env::current_exe().unwrap_or_default());
    command.args(arguments);
    command
}

fn at_root(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(root()).stdin(Stdio::null()).env("PATH", path());
    command
}

/// Where programs are looked for: those that were installed for the tests first.
fn path() -> OsString {
    let installed = setup::cargo_tools().join("bin");
    let others = env::var_os("PATH").unwrap_or_default();
    let paths = [installed].into_iter().chain(env::split_paths(&others));
    env::join_paths(paths).unwrap_or(others.clone())
}

fn skipped(reason: &str) -> Tally {
    println!("skipped: {reason}");
    Tally::SKIPPED
}

fn of(status: ExitStatus) -> Tally {
    if status.success() { Tally::PASSED } else { Tally::FAILED }
}

/// Whether a tool is there.
fn answers(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// How a command ended; none where it could not be begun.
fn status(command: &mut Command) -> Option<ExitStatus> {
    let status = command.status();
    status.map_err(|error| println!("{}: {error}", command.get_program().display())).ok()
}

/// Runs a command that is one test.
fn simple(command: &mut Command) -> Tally {
    status(command).map_or(Tally::FAILED, of)
}

/// Runs `cargo test`, and counts by the closing lines of its binaries.
fn counted(command: &mut Command) -> Tally {
    counted_by(command, closing_counts)
}

/// Runs tests: shows their output as it comes, and counts by their closing lines.
fn counted_by(command: &mut Command, closing: fn(&str) -> Option<Tally>) -> Tally {
    let mut tally = Tally::default();
    let outcome = command.stdout(Stdio::piped()).spawn().and_then(|mut child| {
        if let Some(output) = child.stdout.take() {
            let look = |line: &str| {
                if tells_of_failure(line) {
                    note_failure(line);
                }
                tally.add(closing(line).unwrap_or_default());
            };
            show(output, &mut io::stdout(), look)?;
        }
        child.wait()
    });
    // a binary that does not build, or dies, has no closing line
    if tally.failed == 0 && !outcome.is_ok_and(|status| status.success()) {
        tally.failed = 1;
    }
    tally
}

/// Copies lines as they come, and shows each to `look`.
fn show(output: impl io::Read, out: &mut impl Write, mut look: impl FnMut(&str)) -> io::Result<()> {
    let mut output = BufReader::new(output);
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        out.write_all(&line)?;
        out.flush()?;
        look(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(())
}

/// The counts of a line like `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; ...`.
fn closing_counts(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let count = |name: &str| {
        let number = |part: &str| part.trim().strip_suffix(name)?.trim().parse().ok();
        counts.split(';').find_map(number)
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")?, skipped: count("ignored")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_cargo_are_read() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s\n";
        assert_eq!(closing_counts(line), Some(Tally { passed: 12, failed: 0, skipped: 1 }));
        let line = "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(closing_counts(line), Some(Tally { passed: 1, failed: 2, skipped: 0 }));
        assert_eq!(closing_counts("test a::b ... ok"), None);
        assert_eq!(closing_counts("test result: ok. nothing"), None);
    }

    #[test]
    fn the_closing_line_names_what_was_skipped() {
        assert_eq!(Tally { passed: 3, failed: 1, skipped: 0 }.closing_line(), "3 passed, 1 failed");
        assert_eq!(
            Tally { passed: 3, failed: 0, skipped: 2 }.closing_line(),
            "3 passed, 0 failed, 2 skipped"
        );
    }

    #[test]
    fn failures_are_known_by_their_lines() {
        for line in ["test a::b ... FAILED\n", "FAILED bindings/python/tests/test_ids.py::test_a - assert\n"]
        {
            assert!(tells_of_failure(line), "{line}");
        }
        for line in ["test a::b ... ok\n", "test result: FAILED. 1 passed; 1 failed\n", "3 failed\n"] {
            assert!(!tells_of_failure(line), "{line}");
        }
    }

    #[test]
    fn output_is_shown_line_by_line() {
        let (mut out, mut lines) = (Vec::new(), Vec::new());
        show(&b"one\ntwo"[..], &mut out, |line| lines.push(line.to_owned())).unwrap();
        assert_eq!((out.as_slice(), lines), (&b"one\ntwo"[..], vec!["one\n".to_owned(), "two".to_owned()]));
    }
}
