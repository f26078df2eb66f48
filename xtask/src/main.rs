//! Everything that is done to this repository: generate, check what is generated, run all tests.
#![allow(clippy::print_stdout)] // it talks to those who run it

mod codes;
mod compat;
mod gb2260;
mod generate;
mod package;
mod setup;
mod test;
mod tidy;
mod wheel;

use std::process::ExitCode;

use setup::Tool;
use test::Choice;

const USAGE: &str = "\
cargo xtask gen [--check]         write what is generated, or compare it with what is committed
cargo xtask compat OLD            compare another state of the repository with this one, and say for whom what changed breaks
cargo xtask tidy                  check the layers, file lengths and words of the repository
cargo xtask test [--all]          run every test, installing under target/ what it needs; --all adds what takes long
cargo xtask test --only WORD      run the steps whose names begin with the word, as C
cargo xtask test --offline        install nothing; what is missing is skipped and counted
cargo xtask api                   write the list of what the library makes public, core/public-api.txt
cargo xtask install --prefix DIR  put the C library with its headers, pkg-config and CMake files in place
cargo xtask dist                  pack the same as a tar under target/dist, and the wheel of the Python package";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let offline = arguments.contains(&"--offline");
    let arguments: Vec<&str> = arguments.into_iter().filter(|argument| *argument != "--offline").collect();
    let choice = Choice { offline, ..Choice::default() };
    let passed = match arguments.as_slice() {
        ["gen"] => generate::run(false),
        ["gen", "--check"] => generate::run(true),
        ["compat", old] => compat::run(old.as_ref()),
        ["tidy"] => tidy::run(),
        ["api"] => test::write_api(offline),
        ["install", "--prefix", prefix] => package::install(prefix),
        ["dist"] => package::dist() & dist_wheel(offline),
        ["test"] => test::run(choice),
        ["test", "--all"] => test::run(Choice { all: true, ..choice }),
        ["test", "--only", name] => test::run(Choice { only: Some(name), ..choice }),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn dist_wheel(offline: bool) -> bool {
    setup::furnish(Tool::Maturin, offline);
    let built = wheel::build().map(|wheel| println!("{}", wheel.display()));
    built.map_err(|error| println!("{error}")).is_ok()
}
