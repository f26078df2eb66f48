//! The wheel of the Python package.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::package::target;
use crate::setup;
use xtask::files::root;

/// The Python environment that was furnished for the package, or the one of the system.
pub(crate) fn python() -> OsString {
    let furnished = setup::python::interpreter(&setup::package());
    if furnished.is_file() { furnished.into() } else { "python3".into() }
}

/// Builds the wheel for release into `target/dist`; the file.
pub(crate) fn build() -> io::Result<PathBuf> {
    let folder = root().join("target/dist");
    fs::create_dir_all(&folder)?;
    for old in wheels(&folder)? {
        fs::remove_file(old)?;
    }
    let mut command = Command::new(python());
    command.args(["-m", "maturin", "build", "--release", "--quiet", "--manifest-path"]);
    command.arg(root().join("bindings/python/Cargo.toml")).arg("--out").arg(&folder);
    command.env("CARGO_TARGET_DIR", target()).stdin(Stdio::null());
    if !command.current_dir(root()).status()?.success() {
        return Err(io::Error::other("the wheel does not build; it needs maturin: pip install maturin"));
    }
    wheels(&folder)?.pop().ok_or_else(|| io::Error::other("maturin wrote no wheel"))
}

fn wheels(folder: &std::path::Path) -> io::Result<Vec<PathBuf>> {
    let entries: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect();
    let is_wheel = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "whl");
    Ok(entries?.into_iter().filter(is_wheel).collect())
}
