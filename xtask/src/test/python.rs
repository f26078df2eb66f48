//! The Python package as others use it: a wheel in an empty environment, then its tests beside the libraries of data
//! teams, its types by two checkers, its notebooks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Tally, answers, at_root, counted_by, simple, skipped};
use crate::wheel;
use xtask::files::root;

/// The greatest size of the wheel in bytes.
const MAX_WHEEL: u64 = 10_000_000;

/// What the type checkers go by.
const SETTINGS: &str = "bindings/python/pyproject.toml";

pub(super) fn run() -> Tally {
    if !has("maturin") {
        return skipped("needs Python with maturin");
    }
    let wheel = match wheel::build() {
        Ok(wheel) => wheel,
        Err(error) => {
            println!("{error}");
            return Tally::FAILED;
        }
    };
    let mut total = Tally::default();
    for (name, tally) in [
        ("size of the wheel", size(&wheel)),
        ("wheel in an empty environment", fresh(&wheel)),
        ("tests", tests(&wheel)),
        ("types by mypy", mypy()),
        ("types by pyright", pyright()),
        ("stubs", stubs()),
    ] {
        println!("{name}: {}", tally.closing_line());
        total.add(tally);
    }
    total
}

fn size(wheel: &Path) -> Tally {
    let bytes = wheel.metadata().map_or(u64::MAX, |file| file.len());
    println!("{}: {bytes} bytes", wheel.display());
    if bytes <= MAX_WHEEL { Tally::PASSED } else { Tally::FAILED }
}

/// What `bindings/python/tests/fresh.py` asks of an environment in which nothing else is installed.
fn fresh(wheel: &Path) -> Tally {
    let folder = root().join("target/python/fresh");
    let _ = fs::remove_dir_all(&folder);
    let mut made = simple(at_root(wheel::python()).args(["-m", "venv"]).arg(&folder));
    let interpreter = folder.join("bin/python");
    if made.failed == 0 {
        made = simple(install(&interpreter, wheel).arg("--no-index"));
    }
    if made.failed > 0 {
        return made;
    }
    simple(at_root(&interpreter).arg("bindings/python/tests/fresh.py"))
}

fn install(interpreter: impl Into<std::ffi::OsString>, wheel: &Path) -> Command {
    let mut command = at_root(interpreter);
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall"]);
    command.arg("--no-deps").arg(wheel);
    command
}

/// The tests, and the examples in docstrings, of the package that is installed.
fn tests(wheel: &Path) -> Tally {
    if !has("pytest") {
        return skipped("needs pytest");
    }
    let installed = simple(&mut install(wheel::python(), wheel));
    if installed.failed > 0 {
        return installed;
    }
    // not by -m, which would import the package from the folder that is worked in
    let program = PathBuf::from(wheel::python()).with_file_name("pytest");
    let mut tally = counted_by(at_root(&program).arg("bindings/python/tests"), closing_counts);
    let mut examples = at_root(&program);
    tally.add(counted_by(examples.args(["-q", "--doctest-modules", "--pyargs", "shequ"]), closing_counts));
    tally
}

/// The counts of a closing line of pytest, like `3 failed, 57 passed, 1 skipped in 10.52s`.
fn closing_counts(line: &str) -> Option<Tally> {
    let line = line.trim().trim_matches('=').trim();
    let (counts, time) = line.rsplit_once(" in ")?;
    time.split([' ', 's']).next()?.parse::<f64>().ok()?;
    let count = |names: &[&str]| {
        let number = |part: &str| {
            let (number, name) = part.trim().split_once(' ')?;
            names.contains(&name).then(|| number.parse::<u64>().ok()).flatten()
        };
        counts.split(',').filter_map(number).sum()
    };
    Some(Tally {
        passed: count(&["passed", "xfailed"]),
        failed: count(&["failed", "error", "errors", "xpassed"]),
        skipped: count(&["skipped"]),
    })
}

fn mypy() -> Tally {
    typed("mypy", &["--config-file", SETTINGS, "bindings/python/shequ", "examples/python"])
}

fn pyright() -> Tally {
    let python = wheel::python();
    typed("pyright", &["--project", SETTINGS, "--pythonpath", &python.to_string_lossy()])
}

/// Whether the stubs say what the package has.
fn stubs() -> Tally {
    let settings = ["--mypy-config-file", SETTINGS, "--allowlist", "bindings/python/stubtest.txt"];
    typed("mypy.stubtest", &[&["shequ"], &settings[..]].concat())
}

fn typed(checker: &str, arguments: &[&str]) -> Tally {
    if !has(checker) {
        return skipped(&format!("needs {checker}"));
    }
    simple(at_root(wheel::python()).args(["-m", checker]).args(arguments))
}

fn has(module: &str) -> bool {
    answers(at_root(wheel::python()).args(["-c", &format!("import {module}")]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_pytest_are_read() {
        let of = |passed, failed, skipped| Some(Tally { passed, failed, skipped });
        assert_eq!(closing_counts("57 passed in 10.52s"), of(57, 0, 0));
        assert_eq!(closing_counts("== 1 failed, 5 passed, 2 skipped in 70.00s (0:01:10) ==\n"), of(5, 1, 2));
        assert_eq!(closing_counts("1 error in 0.10s"), of(0, 1, 0));
        assert_eq!(closing_counts("tests/test_a.py ... in the middle"), None);
    }
}
