//! The examples of the C library, built against the prefix in each way that the guide names; each prints what stands
//! in the text beside it.

use std::fs;
use std::process::Command;

use super::c::Place;
use super::{Tally, answers, at_root, simple, skipped};
use xtask::files::root;

const RECORDS: &str = "bindings/c/examples/communities.ndjson";
const JNA: &str = "/usr/share/java/jna.jar";

/// C shared and static, C++ shared.
pub(super) fn by_pkg_config(place: &Place) -> Tally {
    let mut tally = Tally::default();
    for (name, compiler, standard, source, is_static, expected) in [
        ("shared", "gcc", "-std=c99", "check_file.c", false, "check_file.txt"),
        ("static", "gcc", "-std=c99", "check_file.c", true, "check_file.txt"),
        ("stream", "g++", "-std=c++11", "stream.cpp", false, "stream.txt"),
    ] {
        let Some(flags) = flags(place, is_static) else { return skipped("needs pkg-config") };
        let mut command = at_root(compiler);
        command.args([standard, "-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
        command.arg(format!("bindings/c/examples/{source}")).arg("-o").arg(place.file(name)).args(flags);
        let built = simple(&mut command);
        tally.add(built);
        if built.failed == 0 {
            tally.add(prints(place.command(place.file(name)).arg(RECORDS), expected));
        }
    }
    tally
}

fn flags(place: &Place, is_static: bool) -> Option<Vec<String>> {
    let mut command = at_root("pkg-config");
    command.env("PKG_CONFIG_PATH", place.lib().join("pkgconfig")).args(["--cflags", "--libs", "shequ"]);
    if is_static {
        command.arg("--static");
    }
    let output = command.output().ok().filter(|output| output.status.success())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let archive = place.lib().join("libshequ.a").display().to_string();
    // -l takes the shared library where both are there
    let flag = |flag: &str| if is_static && flag == "-lshequ" { archive.clone() } else { flag.to_owned() };
    Some(text.split_whitespace().map(flag).collect())
}

/// C shared and static.
pub(super) fn by_cmake(place: &Place) -> Tally {
    if !answers(Command::new("cmake").arg("--version")) {
        return skipped("needs cmake");
    }
    let build = place.file("cmake");
    let mut configure = at_root("cmake");
    configure.args(["-S", "bindings/c/examples/cmake", "-B"]).arg(&build);
    configure.arg(format!("-DCMAKE_PREFIX_PATH={}", place.prefix().display()));
    let mut tally = simple(&mut configure);
    tally.add(simple(at_root("cmake").arg("--build").arg(&build)));
    for name in ["check_file", "check_file_static"] {
        tally.add(prints(place.command(build.join(name)).arg(RECORDS), "check_file.txt"));
    }
    tally
}

/// Java through JNA.
pub(super) fn java(place: &Place) -> Tally {
    let has_jna = root().join(JNA).is_file();
    if !has_jna || !answers(Command::new("javac").arg("--version")) {
        return skipped("needs a JDK and libjna-java");
    }
    let classes = place.file("java");
    let mut javac = at_root("javac");
    javac.args(["-encoding", "UTF-8", "-Xlint:all", "-Werror", "-cp", JNA, "-d"]).arg(&classes);
    javac.args(["Shequ", "Example"].map(|name| format!("bindings/c/examples/java/{name}.java")));
    let mut tally = simple(&mut javac);
    if tally.failed == 0 {
        let mut java = place.command("java");
        java.arg(format!("-Djna.library.path={}", place.lib().display()));
        java.arg("-cp").arg(format!("{JNA}:{}", classes.display())).arg("Example");
        tally.add(prints(&mut java, "java/Example.txt"));
    }
    tally
}

/// Whether a program prints what is expected of it.
fn prints(command: &mut Command, expected: &str) -> Tally {
    let expected = fs::read_to_string(root().join("bindings/c/examples").join(expected)).unwrap_or_default();
    let printed = command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    match printed {
        Ok(printed) if printed == expected && !expected.is_empty() => Tally::PASSED,
        Ok(printed) => {
            println!("{} printed\n{printed}not\n{expected}", command.get_program().display());
            Tally::FAILED
        }
        Err(error) => {
            println!("{}: {error}", command.get_program().display());
            Tally::FAILED
        }
    }
}
