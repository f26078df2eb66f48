//! Programs of cargo, in pinned versions under `target/tools`.

use std::process::Command;

use super::{cargo_tools, run};

/// `name` is that of the package, like `cargo-deny`, whose program answers to `cargo deny`.
pub(super) fn has(name: &str, version: &str) -> bool {
    let output = Command::new(cargo_tools().join("bin").join(name)).arg("--version").output();
    output.is_ok_and(|output| {
        output.status.success() && String::from_utf8_lossy(&output.stdout).contains(version)
    })
}

pub(super) fn install(name: &str, version: &str) -> Result<(), String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["install", "--quiet", "--locked", "--version", version, "--root"]).arg(cargo_tools());
    run(command.arg(name))
}
