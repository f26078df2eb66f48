//! Packages of Debian, for root; elsewhere what is there is used.

use std::path::Path;
use std::process::Command;

use super::run;

/// A file or program that is asked for, and the package that has it.
const WANTED: [(&str, &str); 8] = [
    ("gcc", "gcc"),
    ("g++", "g++"),
    ("clang", "clang"),
    ("valgrind", "valgrind"),
    ("cmake", "cmake"),
    ("pkg-config", "pkg-config"),
    ("javac", "default-jdk-headless"),
    ("/usr/share/java/jna.jar", "libjna-java"),
];

/// The packages whose programs are not there.
pub(super) fn missing() -> Vec<&'static str> {
    WANTED.iter().filter(|row| !is_there(row.0)).map(|row| row.1).collect()
}

fn is_there(name: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    Path::new(name).is_file() || std::env::split_paths(&paths).any(|folder| folder.join(name).is_file())
}

pub(super) fn install(packages: &[&str]) -> Result<(), String> {
    if !is_there("apt-get") || !is_root() {
        return Err(format!("install by hand, as root on Debian would: {}", packages.join(" ")));
    }
    run(Command::new("apt-get").args(["update", "--quiet"]))?;
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    run(command.args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
