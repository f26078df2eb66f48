//! The command line of `shequ`, as a library so that other packages can carry the same command.
#![allow(clippy::print_stdout)] // standard output is what a command line is for

mod arguments;
mod check;
mod closed;
mod codes;
mod dictionary;
mod explain;
mod generate;
mod help;
mod ids;
mod output;
mod pack;
mod rules;
mod schema;
mod usage;
mod verify;
mod words;

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use shequ::{Lang, Words};

use arguments::{Arguments, Command};

pub use closed::look_at_output;

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
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = asked_language(&arguments);
    let mut command = help::localised(Arguments::command(), lang);
    let parsed = command
        .try_get_matches_from_mut(&arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => return not_parsed(&error, &mut command, &arguments, lang),
    };
    match parsed.command {
        Command::Check(options) => check::run(&options, lang),
        Command::Pack(options) => pack::run(&options, lang),
        Command::Verify(options) => verify::run(&options, lang),
        Command::Explain { rule } => explain::run(&rule, lang),
        Command::Rules(options) => rules::run(&options, lang),
        Command::Codes(options) => codes::run(&options, lang),
        Command::Dictionary(options) => dictionary::run(&options, lang),
        Command::Schema(options) => schema::run(&options, lang),
        Command::Ids(options) => ids::run(&options, lang),
        Command::Gen(options) => generate::run(&options, lang),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut command, "shequ", &mut script);
            output::print(&String::from_utf8_lossy(&script), lang)
        }
        Command::Help { command: name } => match name {
            Some(name) if command.find_subcommand(&name).is_none() => {
                wrong(Words::new("没有这样的命令", "no such command").get(lang), &mut command, None, lang)
            }
            name => output::print(&help::page(&mut command, name.as_deref(), lang), lang),
        },
    }
}

/// Help and the version, which were asked for, or what is wrong with the arguments.
fn not_parsed(error: &clap::Error, command: &mut clap::Command, arguments: &[OsString], lang: Lang) -> u8 {
    let name = asked_command(command, arguments);
    match error.kind() {
        ErrorKind::DisplayHelp => output::print(&help::page(command, name.as_deref(), lang), lang),
        ErrorKind::DisplayVersion => output::print(&format!("shequ {}\n", shequ::VERSION), lang),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if name.is_none() => {
            output::print(&help::page(command, None, lang), lang).max(USAGE)
        }
        _ => wrong(&usage::explained(error, lang), command, name.as_deref(), lang),
    }
}

/// Says what is wrong and how the command is called.
fn wrong(what: &str, command: &mut clap::Command, name: Option<&str>, lang: Lang) -> u8 {
    command.build();
    let called = name.and_then(|name| command.find_subcommand(name)).unwrap_or(command);
    let more = name.map(|name| format!(" {name}")).unwrap_or_default();
    let usage = help::usage(called, lang);
    let english = Words::new("", " --lang en").get(lang);
    let lines = match lang {
        Lang::Zh => format!("{what}\n用法：{usage}\n详见：shequ help{more}{english}"),
        Lang::En => format!("{what}\nusage: {usage}\nmore: shequ help{more}{english}"),
    };
    output::complain(lang, &lines, &lines);
    USAGE
}

/// The language that the arguments ask for; they are looked at before they are parsed, so that what is wrong with them is
/// said in it.
fn asked_language(arguments: &[OsString]) -> Lang {
    let mut words = arguments.iter().map(|word| word.to_str().unwrap_or_default());
    while let Some(word) = words.next() {
        let value = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        if let Some(value) = value {
            return if value == "en" { Lang::En } else { Lang::Zh };
        }
    }
    Lang::Zh
}

/// The first argument that is the name of a command.
fn asked_command(command: &clap::Command, arguments: &[OsString]) -> Option<String> {
    let words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    let mut names = words.filter(|word| *word != "help" && command.find_subcommand(word).is_some());
    names.next().map(str::to_owned)
}
