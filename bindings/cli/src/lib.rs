//! The command line of `shequ`, as a library so that other packages can carry the same command.
#![allow(clippy::print_stdout)] // standard output is what a command line is for

mod arguments;
mod check;
mod codes;
mod dictionary;
mod explain;
mod generate;
mod ids;
mod output;
mod rules;
mod schema;

use std::ffi::OsString;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};

/// Fine.
const OK: u8 = 0;
/// Findings at or above the severity that counts.
const FINDINGS: u8 = 1;
/// Wrong use.
const USAGE: u8 = 2;
/// Something could not be read.
const UNREADABLE: u8 = 3;

/// Runs the command with its arguments, the name of the program being the first; the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // asked for help or the version: fine; all else is wrong use
            let code = if error.use_stderr() { USAGE } else { OK };
            let _ = error.print();
            return code;
        }
    };
    let lang = arguments.lang.into();
    match arguments.command {
        Command::Check(options) => check::run(&options, lang),
        Command::Explain { rule } => explain::run(&rule, lang),
        Command::Rules(options) => rules::run(&options, lang),
        Command::Codes(options) => codes::run(&options, lang),
        Command::Dictionary(options) => dictionary::run(&options, lang),
        Command::Schema(options) => schema::run(&options, lang),
        Command::Ids(options) => ids::run(&options, lang),
        Command::Gen(options) => generate::run(&options, lang),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "shequ", &mut script);
            output::print(&String::from_utf8_lossy(&script))
        }
    }
}
