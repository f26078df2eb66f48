//! The stated minimum version of Rust, built with that version.

use super::{Tally, answers, at_root, simple, skipped};
use xtask::files::{read, root};

/// Builds everything with the toolchain of the stated version.
pub(super) fn run() -> Tally {
    let Some(version) = stated(&read(&root().join("Cargo.toml"))) else {
        println!("Cargo.toml states no rust-version");
        return Tally::FAILED;
    };
    let Some(toolchain) = toolchain(&version) else {
        return skipped(&format!("needs the toolchain of Rust {version}"));
    };
    println!("Rust {version} by {}", if toolchain.is_empty() { "the active toolchain" } else { &toolchain });
    if toolchain.is_empty() {
        return Tally::PASSED; // all the steps before were built with it
    }
    let mut command = at_root("rustup");
    command.args(["run", &toolchain, "cargo", "check", "--workspace", "--all-targets", "--quiet"]);
    simple(command.arg("--target-dir").arg(root().join("target/minimum")))
}

/// The `rust-version` of the workspace.
fn stated(manifest: &str) -> Option<String> {
    let line = manifest.lines().find_map(|line| line.strip_prefix("rust-version = "))?;
    Some(line.trim_matches('"').to_owned())
}

/// The toolchain to ask for, nothing where the active one is of this version; none where it is not there.
fn toolchain(version: &str) -> Option<String> {
    let is_of_it = |output: &[u8]| String::from_utf8_lossy(output).starts_with(&format!("rustc {version}."));
    if at_root("rustc").arg("--version").output().is_ok_and(|output| is_of_it(&output.stdout)) {
        return Some(String::new());
    }
    let toolchain = format!("{version}.0");
    answers(at_root("rustup").args(["run", &toolchain, "rustc", "--version"])).then_some(toolchain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stated_version_is_read() {
        assert_eq!(stated("[workspace.package]\nrust-version = \"1.95\"\n").as_deref(), Some("1.95"));
        assert_eq!(stated("[package]\n"), None);
    }
}
