//! The command `shequ`.

use std::process::ExitCode;

/// Runs before the runtime, which opens anew what is closed.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "freebsd"))]
#[used]
#[unsafe(link_section = ".init_array")]
static LOOK: extern "C" fn() = shequ_cli::look_at_output;

#[cfg(target_vendor = "apple")]
#[used]
#[unsafe(link_section = "__DATA,__mod_init_func")]
static LOOK: extern "C" fn() = shequ_cli::look_at_output;

fn main() -> ExitCode {
    shequ_cli::run(std::env::args_os()).into()
}
