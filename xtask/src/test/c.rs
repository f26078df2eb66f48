//! The C library as others use it: installed under a prefix, built against, and run under valgrind and sanitizers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Tally, answers, at_root, cargo, of, simple, skipped, status};
use crate::{generate, package};
use xtask::files::root;

/// How long the hostile calls go on in each of their runs.
const HOSTILE_SECONDS: &str = "4";

const STRICT: [&str; 6] = ["-g", "-O1", "-Wall", "-Wextra", "-Wpedantic", "-Werror"];
const VALGRIND: [&str; 6] = [
    "--quiet",
    "--error-exitcode=9",
    "--leak-check=full",
    "--errors-for-leak-kinds=definite,indirect,possible",
    "--num-callers=30",
    "--suppressions=bindings/c/tests/valgrind.supp",
];

/// Where what is built here lies.
pub(super) struct Place {
    folder: PathBuf,
    prefix: PathBuf,
}

type Part = fn(&Place) -> Tally;

/// Everything about the C library.
pub(super) fn run() -> Tally {
    if !answers(Command::new("gcc").arg("--version")) {
        return skipped("needs gcc");
    }
    let folder = root().join("target/c");
    let place = Place { prefix: folder.join("prefix"), folder };
    let _ = fs::remove_dir_all(&place.folder);
    let prepared = fs::create_dir_all(&place.folder)
        .and_then(|()| package::build(&[]))
        .and_then(|built| package::place(&built, &place.prefix))
        .and_then(|()| cases(&place.folder.join("cases")));
    if let Err(error) = prepared {
        println!("{error}");
        return Tally::FAILED;
    }
    let parts: [(&str, Part); 9] = [
        ("header", header),
        ("symbols", symbols),
        ("tests", plain),
        ("tests with sanitizers", sanitized),
        ("tests in valgrind", valgrind),
        ("panics", panics),
        ("examples by pkg-config", super::c_examples::by_pkg_config),
        ("examples by CMake", super::c_examples::by_cmake),
        ("example in Java", super::c_examples::java),
    ];
    let mut total = Tally::default();
    for (name, part) in parts {
        let tally = part(&place);
        println!("{name}: {}", tally.closing_line());
        total.add(tally);
    }
    total
}

/// Writes the conformance cases in one file that C can read.
fn cases(file: &Path) -> std::io::Result<()> {
    let written = generate::publish(&["cases", &file.to_string_lossy()]);
    if written { Ok(()) } else { Err(std::io::Error::other("the cases were not written")) }
}

impl Place {
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(super) fn include(&self) -> String {
        format!("-I{}", self.prefix.join("include").display())
    }

    pub(super) fn lib(&self) -> PathBuf {
        self.prefix.join("lib")
    }

    pub(super) fn prefix(&self) -> &Path {
        &self.prefix
    }

    /// A program that finds the library of the prefix.
    pub(super) fn command(&self, program: impl Into<std::ffi::OsString>) -> Command {
        let mut command = at_root(program);
        command.env("LD_LIBRARY_PATH", self.lib());
        command
    }

    /// Builds the program of the tests.
    fn driver(&self, name: &str, lib: &Path, more: &[&str]) -> Tally {
        let mut command = at_root("gcc");
        command.arg("-std=c99").args(STRICT).args(more).arg(self.include());
        for source in
            ["main", "conformance", "misuse", "stream", "arrow", "columns", "threads", "hostile", "speed"]
        {
            command.arg(format!("bindings/c/tests/{source}.c"));
        }
        command.arg("-o").arg(self.file(name)).arg("-L").arg(lib).args(["-lshequ", "-lpthread"]);
        simple(&mut command)
    }

    /// Runs the program of the tests for each test, in `before` where that is not empty.
    fn tests(&self, name: &str, before: &[&str], tests: &[&str]) -> Tally {
        let (cases, program) = (self.file("cases"), self.file(name));
        let mut tally = Tally::default();
        for test in tests {
            let mut command = match before.split_first() {
                Some((first, rest)) => {
                    let mut command = self.command(first);
                    command.args(rest).arg(&program);
                    command
                }
                None => self.command(&program),
            };
            command.arg(test);
            match *test {
                "conformance" => drop(command.arg(&cases)),
                "hostile" => drop(command.args([HOSTILE_SECONDS, "20260630"])),
                _ => {}
            }
            let one = simple(&mut command);
            if one.failed > 0 {
                let line = format!("{name}: {test} failed {before:?}");
                println!("{line}");
                super::note_failure(&line);
            }
            tally.add(one);
        }
        tally
    }
}

/// The headers by each compiler that is there.
fn header(_: &Place) -> Tally {
    let mut tally = Tally::default();
    for (compiler, language, standard, header) in [
        ("gcc", "c", "c99", "shequ.h"),
        ("clang", "c", "c99", "shequ.h"),
        ("g++", "c++", "c++11", "shequ.h"),
        ("clang++", "c++", "c++11", "shequ.h"),
        ("g++", "c++", "c++11", "shequ.hpp"),
        ("clang++", "c++", "c++11", "shequ.hpp"),
    ] {
        if !answers(Command::new(compiler).arg("--version")) {
            tally.add(skipped(&format!("needs {compiler}")));
            continue;
        }
        let mut command = at_root(compiler);
        command.args(STRICT).arg(format!("-std={standard}")).args(["-fsyntax-only", "-x", language]);
        tally.add(simple(command.arg(root().join("bindings/c/include").join(header))));
    }
    tally
}

/// The shared library shows what is listed, and nothing else.
fn symbols(place: &Place) -> Tally {
    let mut nm = at_root("nm");
    nm.args(["-D", "--defined-only", "--format=just-symbols"]).arg(place.lib().join("libshequ.so"));
    let Ok(output) = nm.output() else { return skipped("needs nm") };
    let listed = fs::read_to_string(root().join("bindings/c/symbols.txt")).unwrap_or_default();
    let mut found: Vec<String> = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    found.sort();
    let listed: Vec<String> = listed.lines().map(str::to_owned).collect();
    for name in found.iter().filter(|name| !listed.contains(name)) {
        println!("{name} is shown and not in bindings/c/symbols.txt");
    }
    for name in listed.iter().filter(|name| !found.contains(name)) {
        println!("{name} is in bindings/c/symbols.txt and not shown");
    }
    if found == listed && !found.is_empty() { Tally::PASSED } else { Tally::FAILED }
}

const ALL: [&str; 6] = ["misuse", "stream", "arrow", "threads", "conformance", "hostile"];

fn plain(place: &Place) -> Tally {
    let mut tally = place.driver("driver", &place.lib(), &[]);
    if tally.failed == 0 {
        tally.add(place.tests("driver", &[], &ALL));
    }
    tally
}

fn sanitized(place: &Place) -> Tally {
    let sanitizers = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
    let mut tally = place.driver("sanitized", &place.lib(), &sanitizers);
    if tally.failed == 0 {
        tally.add(place.tests("sanitized", &[], &ALL));
    }
    tally
}

fn valgrind(place: &Place) -> Tally {
    if !answers(Command::new("valgrind").arg("--version")) {
        return skipped("needs valgrind");
    }
    let memcheck = [&["valgrind"], &VALGRIND[..]].concat();
    let mut tally = place.tests("driver", &memcheck, &ALL);
    let helgrind = ["valgrind", "--tool=helgrind", "--quiet", "--error-exitcode=9"];
    tally.add(place.tests("driver", &helgrind, &["threads"]));
    tally
}

/// An entry that panics on purpose, which the library has in a test build alone.
fn panics(place: &Place) -> Tally {
    let folder = place.file("panics");
    let build = ["build", "--quiet", "--package", "shequ-c", "--features", "test-entries"];
    let built = status(&mut cargo(&build)).map_or(Tally::FAILED, of);
    if built.failed > 0 {
        return built;
    }
    let _ = fs::create_dir_all(&folder);
    let from = package::target().join("debug/libshequ_c.so");
    for name in ["libshequ.so", "libshequ.so.0"] {
        if let Err(error) = fs::copy(&from, folder.join(name)) {
            println!("{}: {error}", from.display());
            return Tally::FAILED;
        }
    }
    let mut tally = place.driver("panicking", &folder, &["-DSHEQU_TEST_ENTRIES"]);
    if tally.failed == 0 {
        tally.add(simple(at_root(place.file("panicking")).arg("panics").env("LD_LIBRARY_PATH", &folder)));
    }
    tally
}
