//! The C library as others install it: library, headers, pkg-config and `CMake` files under one prefix.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::{Compression, GzBuilder};

use xtask::files::root;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The major number of `SHEQU_ABI_VERSION`, as `bindings/c/build.rs` has it in the soname.
const ABI: &str = "0";

/// What a program needs beside the static library: the answer of rustc to `--print native-static-libs` on Linux.
const PRIVATE: &str = "-lgcc_s -lutil -lrt -lpthread -lm -ldl -lc";

/// Builds the library and puts everything in place; says what is wrong.
pub(crate) fn install(prefix: &str) -> bool {
    settled(build(&[]).and_then(|built| place(&built, Path::new(prefix))))
}

/// Writes `target/dist/shequ-c-VERSION-TARGET.tar.gz`, for those who have no Rust.
pub(crate) fn dist() -> bool {
    let name = format!("shequ-c-{VERSION}-{}-{}", std::env::consts::ARCH, std::env::consts::OS);
    let folder = root().join("target/dist");
    let staged = folder.join(&name);
    let file = folder.join(format!("{name}.tar.gz"));
    let packed = build(&[]).and_then(|built| {
        let _ = fs::remove_dir_all(&staged);
        place(&built, &staged)?;
        for (from, to) in [
            ("LICENSE", "LICENSE"),
            ("bindings/c/README.md", "README.md"),
            ("bindings/c/README.zh-CN.md", "README.zh-CN.md"),
        ] {
            fs::copy(root().join(from), staged.join(to))?;
        }
        pack(&staged, &name, &file)
    });
    if packed.is_ok() {
        println!("{}", file.display());
    }
    settled(packed)
}

fn settled(outcome: io::Result<()>) -> bool {
    outcome.map_err(|error| println!("{error}")).is_ok()
}

/// Builds the library for release; the folder in which it lies.
pub(crate) fn build(more: &[&str]) -> io::Result<PathBuf> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["build", "--quiet", "--release", "--package", "shequ-c"]).args(more);
    let status = command.current_dir(root()).status()?;
    if !status.success() {
        return Err(io::Error::other("the library does not build"));
    }
    Ok(target().join("release"))
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Puts the library that lies in `built` under a prefix.
pub(crate) fn place(built: &Path, prefix: &Path) -> io::Result<()> {
    let (lib, include) = (prefix.join("lib"), prefix.join("include"));
    let (pc, cmake) = (lib.join("pkgconfig"), lib.join("cmake/shequ"));
    for folder in [&lib, &include, &pc, &cmake] {
        fs::create_dir_all(folder)?;
    }
    let full = format!("libshequ.so.{VERSION}");
    fs::copy(built.join("libshequ_c.so"), lib.join(&full))?;
    fs::copy(built.join("libshequ_c.a"), lib.join("libshequ.a"))?;
    link(&full, &lib.join(format!("libshequ.so.{ABI}")))?;
    link(&full, &lib.join("libshequ.so"))?;
    let source = root().join("bindings/c");
    for header in ["shequ.h", "shequ.hpp"] {
        fs::copy(source.join("include").join(header), include.join(header))?;
    }
    for (folder, name, private) in [
        (&pc, "shequ.pc", PRIVATE.to_owned()),
        (&cmake, "shequ-config.cmake", PRIVATE.replace("-l", "").replace(' ', ";")),
        (&cmake, "shequ-config-version.cmake", String::new()),
    ] {
        let text = fs::read_to_string(source.join(format!("package/{name}.in")))?;
        let text = text.replace("@VERSION@", VERSION).replace("@ABI@", ABI).replace("@PRIVATE@", &private);
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

#[cfg(unix)]
fn link(target: &str, at: &Path) -> io::Result<()> {
    let _ = fs::remove_file(at);
    std::os::unix::fs::symlink(target, at)
}

#[cfg(not(unix))]
fn link(target: &str, at: &Path) -> io::Result<()> {
    fs::copy(at.with_file_name(target), at).map(drop)
}

/// The same folder gives the same bytes: files in order, without times and owners.
fn pack(folder: &Path, name: &str, file: &Path) -> io::Result<()> {
    let gzip = GzBuilder::new().mtime(0).write(fs::File::create(file)?, Compression::best());
    let mut tar = tar::Builder::new(gzip);
    tar.mode(tar::HeaderMode::Deterministic);
    tar.follow_symlinks(false);
    append(&mut tar, folder, Path::new(name))?;
    tar.into_inner()?.finish()?.sync_all()
}

fn append<W: io::Write>(tar: &mut tar::Builder<W>, folder: &Path, name: &Path) -> io::Result<()> {
    let entries: io::Result<Vec<_>> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect();
    let mut entries = entries?;
    entries.sort();
    for path in entries {
        let name = name.join(path.file_name().unwrap_or(OsStr::new("")));
        if path.is_dir() && !path.is_symlink() {
            append(tar, &path, &name)?;
        } else {
            tar.append_path_with_name(&path, &name)?;
        }
    }
    Ok(())
}
