//! Everything that is done to this repository: generate, check what is generated, run all tests.
#![allow(clippy::print_stdout)] // it talks to those who run it

mod codes;
mod gb2260;
mod generate;
mod header;
mod package;
mod test;
mod tidy;
mod wheel;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask gen [--check]         write what is generated, or compare it with what is committed
cargo xtask tidy                  check the layers, file lengths and words of the repository
cargo xtask test [--all]          run every test; --all adds what takes long
cargo xtask test --only WORD      run the steps whose names begin with the word, as C
cargo xtask install --prefix DIR  put the C library with its headers, pkg-config and CMake files in place
cargo xtask dist                  pack the same as a tar under target/dist, and the wheel of the Python package";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let passed = match arguments.as_slice() {
        ["gen"] => generate::run(false),
        ["gen", "--check"] => generate::run(true),
        ["tidy"] => tidy::run(),
        ["install", "--prefix", prefix] => package::install(prefix),
        ["dist"] => package::dist() & dist_wheel(),
        ["test"] => test::run(false),
        ["test", "--all"] => test::run(true),
        ["test", "--only", name] => test::run_only(name),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn dist_wheel() -> bool {
    let built = wheel::build().map(|wheel| println!("{}", wheel.display()));
    built.map_err(|error| println!("{error}")).is_ok()
}
