//! How the tests run the command.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// The command, ready to be started.
pub(crate) fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_shequ"))
}

pub(crate) fn shequ(arguments: &[&str]) -> Output {
    command().args(arguments).output().expect("the command runs")
}

/// Runs with something on standard input.
pub(crate) fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = piped(arguments);
    let mut stream = child.stdin.take().expect("there is an input");
    // a command that refuses its arguments reads nothing
    let _ = stream.write_all(input);
    drop(stream);
    child.wait_with_output().expect("it ends")
}

/// Starts with pipes at all ends.
pub(crate) fn piped(arguments: &[&str]) -> Child {
    let mut command = command();
    let pipes = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    pipes.spawn().expect("the command runs")
}

pub(crate) fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

pub(crate) fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("output is UTF-8")
}

/// What was said on standard error.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// A device that takes nothing; none where the system has none.
pub(crate) fn full() -> Option<File> {
    File::options().write(true).open("/dev/full").ok()
}

/// A folder of its own for a test, so that tests do not meet.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

pub(crate) fn file(in_folder: &str, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder(in_folder).join(name);
    fs::write(&path, bytes).expect("the file can be written");
    path
}
