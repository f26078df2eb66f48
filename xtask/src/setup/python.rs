//! Environments of Python under `target`.

use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::files::{read, root};

use super::run;

/// The interpreter of an environment.
pub(crate) fn interpreter(environment: &Path) -> PathBuf {
    let folder = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    environment.join(folder)
}

pub(super) fn has_module(environment: &Path, module: &str) -> bool {
    let mut command = Command::new(interpreter(environment));
    run(command.args(["-c", &format!("import {module}")])).is_ok()
}

/// Whether what a file of requirements names is installed in the versions that it allows.
pub(super) fn has_all(environment: &Path, requirements: &str) -> bool {
    interpreter(environment).is_file() && stamp(environment).is_file_with(&read(&root().join(requirements)))
}

/// Makes the environment where there is none, and installs.
pub(super) fn install(environment: &Path, requirements: &str) -> Result<(), String> {
    make(environment)?;
    pip(environment, &["-r", requirements])?;
    let text = read(&root().join(requirements));
    std::fs::write(stamp(environment).0, text).map_err(|error| error.to_string())
}

/// Installs maturin in the version that the tests pin.
pub(super) fn install_maturin(environment: &Path) -> Result<(), String> {
    let requirements = read(&root().join("bindings/python/requirements-test.txt"));
    let pinned = requirements.lines().find(|line| line.starts_with("maturin"));
    make(environment)?;
    pip(environment, &[pinned.unwrap_or("maturin")])
}

fn make(environment: &Path) -> Result<(), String> {
    if interpreter(environment).is_file() {
        return Ok(());
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(environment))
}

fn pip(environment: &Path, arguments: &[&str]) -> Result<(), String> {
    let mut command = Command::new(interpreter(environment));
    command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    run(command.args(arguments))
}

/// A copy of the requirements that were installed, since to ask pip takes seconds.
struct Stamp(PathBuf);

fn stamp(environment: &Path) -> Stamp {
    Stamp(environment.join("installed.txt"))
}

impl Stamp {
    fn is_file_with(&self, text: &str) -> bool {
        std::fs::read_to_string(&self.0).is_ok_and(|installed| installed == text)
    }
}
