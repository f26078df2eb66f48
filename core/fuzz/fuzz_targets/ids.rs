//! Any text as each identifier; see `shequ_fuzz::ids`.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shequ_fuzz::ids(bytes));

#[cfg(not(fuzzing))]
fn main() {
    shequ_fuzz::replay(shequ_fuzz::ids);
}
