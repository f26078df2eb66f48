//! Writes what is made by asking the library; `cargo xtask gen` runs it, and the test of the C library.

mod cases;
mod examples;
mod excerpt;
mod fields;
mod header;
mod province;
mod published;
mod stubs;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        [] => published::run(false),
        ["--check"] => published::run(true),
        ["cases", file] => cases::write(Path::new(file)).map_err(|error| eprintln!("{error}")).is_ok(),
        _ => {
            eprintln!("xtask-publish [--check] | cases FILE");
            return ExitCode::from(2);
        }
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
