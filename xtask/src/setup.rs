//! What the tests use besides Rust: looked for, and installed where that is possible.

mod debian;
pub(crate) mod python;
mod rust;

use std::path::PathBuf;
use std::process::{Command, Stdio};

use xtask::files::root;

/// Something that a step of the tests needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// Compilers, valgrind, `CMake` and Java, for the C library.
    C,
    /// An environment with maturin, pytest and what the Python package is tested beside.
    Package,
    /// Maturin alone, in the same environment.
    Maturin,
    /// An environment with `jsonschema`.
    JsonSchema,
    /// `ajv` for Node.
    Ajv,
    /// A program of cargo, with its pinned version.
    Cargo(&'static str, &'static str),
}

impl Tool {
    /// What it is called where it is told of.
    fn name(self) -> String {
        match self {
            Self::C => "compilers, valgrind, CMake and Java".to_owned(),
            Self::Package => "what the Python package is tested with".to_owned(),
            Self::Maturin => "maturin".to_owned(),
            Self::JsonSchema => "jsonschema for Python".to_owned(),
            Self::Ajv => "ajv for Node".to_owned(),
            Self::Cargo(name, version) => format!("{name} {version}"),
        }
    }

    fn is_there(self) -> bool {
        match self {
            Self::C => debian::missing().is_empty(),
            Self::Package => python::has_all(&package(), "bindings/python/requirements-test.txt"),
            Self::Maturin => python::has_module(&package(), "maturin"),
            Self::JsonSchema => python::has_all(&validators(), "xtask/validators/requirements.txt"),
            Self::Ajv => node_modules().join("ajv-formats").is_dir(),
            Self::Cargo(name, version) => rust::has(name, version),
        }
    }

    fn install(self) -> Result<(), String> {
        match self {
            Self::C => debian::install(&debian::missing()),
            Self::Package => python::install(&package(), "bindings/python/requirements-test.txt"),
            Self::Maturin => python::install_maturin(&package()),
            Self::JsonSchema => python::install(&validators(), "xtask/validators/requirements.txt"),
            Self::Ajv => ajv(),
            Self::Cargo(name, version) => rust::install(name, version),
        }
    }
}

/// Sees to it that a tool is there, and says what it does; `offline` nothing is installed. What is
/// missing all the same makes its steps say that they are skipped.
pub(crate) fn furnish(tool: Tool, offline: bool) {
    if tool.is_there() {
        return;
    }
    if offline {
        println!("not installed, offline: {}", tool.name());
        return;
    }
    println!("installing {} ...", tool.name());
    if let Err(reason) = tool.install() {
        println!("could not install {}: {reason}", tool.name());
    }
}

/// The environment in which the Python package is tested.
pub(crate) fn package() -> PathBuf {
    root().join("target/python/venv")
}

/// The environment of the validators in Python.
pub(crate) fn validators() -> PathBuf {
    root().join("target/validators/venv")
}

/// Where programs of cargo are installed.
pub(crate) fn cargo_tools() -> PathBuf {
    root().join("target/tools")
}

fn node_modules() -> PathBuf {
    root().join("target/validators/node_modules")
}

/// The versions stand in `xtask/validators/package.json` and its lock.
fn ajv() -> Result<(), String> {
    let folder = root().join("target/validators");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    for name in ["package.json", "package-lock.json"] {
        let from = root().join("xtask/validators").join(name);
        std::fs::copy(from, folder.join(name)).map_err(|error| error.to_string())?;
    }
    let mut npm = Command::new("npm");
    run(npm.args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(folder))
}

/// Runs a command quietly; the last line that it printed where it fails.
fn run(command: &mut Command) -> Result<(), String> {
    let output = command.current_dir(root()).stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if output.status.success() {
        return Ok(());
    }
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    Err(text.trim().lines().next_back().unwrap_or("it failed and said nothing").to_owned())
}
