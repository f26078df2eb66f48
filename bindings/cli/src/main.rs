//! The command `shequ`.

use std::process::ExitCode;

fn main() -> ExitCode {
    shequ_cli::run(std::env::args_os()).into()
}
