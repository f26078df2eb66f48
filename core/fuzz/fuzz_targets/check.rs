//! Any bytes as a file of records; see `shequ_fuzz::check`.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shequ_fuzz::check(bytes));

#[cfg(not(fuzzing))]
fn main() {
    shequ_fuzz::replay(shequ_fuzz::check);
}
