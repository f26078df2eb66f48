//! A right record with some of its bytes changed; see `shequ_fuzz::record`.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shequ_fuzz::record(bytes));

#[cfg(not(fuzzing))]
fn main() {
    shequ_fuzz::replay(shequ_fuzz::record);
}
