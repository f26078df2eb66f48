//! Gives the shared library its soname, which rustc does not.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let is_elf =
        variable("CARGO_CFG_TARGET_FAMILY") == "unix" && variable("CARGO_CFG_TARGET_VENDOR") != "apple";
    if is_elf {
        // the number is the major number of SHEQU_ABI_VERSION
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libshequ.so.0");
    }
}
