//! What the border costs: the same work through the functions of C and through those of Rust, in turns.
//!
//! `cargo bench -p shequ-c`; machines are noisy, so the least of many rounds counts.
// it talks to those who run it, and main says once what all calls keep to
#![allow(clippy::print_stdout, clippy::undocumented_unsafe_blocks)]

use std::fs;
use std::hint::black_box;
use std::ptr;
use std::time::Instant;

use shequ::ids::{CreditCode, DivisionCode, ResidentId};
use shequ::{Checker, Kind, Options};
use shequ_c::{
    SHEQU_LANG_ZH, shequ_check, shequ_check_credit_code, shequ_check_division, shequ_check_resident_id,
    shequ_checker_free, shequ_checker_new, shequ_credit_code, shequ_division, shequ_options,
    shequ_report_free, shequ_report_summary, shequ_resident_id,
};

const ROUNDS: usize = 15;
const RECORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/records/volunteer.json");

fn nanoseconds(calls: u32, work: &mut dyn FnMut()) -> f64 {
    let begin = Instant::now();
    for _ in 0..calls {
        work();
    }
    begin.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
}

fn compare(name: &str, calls: u32, rust: &mut dyn FnMut(), c: &mut dyn FnMut()) {
    let (mut least_rust, mut least_c) = (f64::MAX, f64::MAX);
    for _ in 0..ROUNDS {
        least_rust = least_rust.min(nanoseconds(calls, rust));
        least_c = least_c.min(nanoseconds(calls, c));
    }
    println!("{name:<14} Rust {least_rust:>8.1} ns  C {least_c:>8.1} ns  ratio {:.2}", least_c / least_rust);
}

fn main() {
    let (id, code, division) = ("11010519491231002X", "91350100M000100Y43", "370102001001");
    let day = Some(jiff::civil::date(2026, 6, 30));
    // SAFETY of all calls below: texts with their lengths, and live handles
    compare(
        "resident id",
        200_000,
        &mut || {
            black_box(ResidentId::inspect(black_box(id), day));
        },
        &mut || {
            let mut out = shequ_resident_id::default();
            unsafe {
                shequ_check_resident_id(black_box(id).as_ptr().cast(), id.len(), 20_260_630, &raw mut out)
            };
            black_box(out);
        },
    );
    compare(
        "credit code",
        200_000,
        &mut || {
            black_box(CreditCode::inspect(black_box(code), None));
        },
        &mut || {
            let mut out = shequ_credit_code::default();
            unsafe { shequ_check_credit_code(black_box(code).as_ptr().cast(), code.len(), &raw mut out) };
            black_box(out);
        },
    );
    compare(
        "division",
        200_000,
        &mut || {
            black_box(DivisionCode::inspect(black_box(division)));
        },
        &mut || {
            let mut out = shequ_division::default();
            unsafe {
                shequ_check_division(black_box(division).as_ptr().cast(), division.len(), &raw mut out)
            };
            black_box(out);
        },
    );

    let text = fs::read_to_string(RECORD).expect("there is an example").replace('\n', "");
    let rust = Checker::new(Options::new().as_of(jiff::civil::date(2026, 6, 30)).threads(1));
    let mut checker = ptr::null_mut();
    let options = shequ_options {
        size: size_of::<shequ_options>(),
        lang: SHEQU_LANG_ZH,
        threads: 1,
        limit: 1000,
        as_of: c"2026-06-30".as_ptr(),
        divisions: ptr::null(),
        divisions_length: 0,
        settings: ptr::null(),
        profile: ptr::null(),
        form: shequ_c::SHEQU_FORM_AUTO,
        reserved: 0,
    };
    unsafe { shequ_checker_new(&raw const options, &raw mut checker) };
    compare(
        "one volunteer",
        2000,
        &mut || assert!(rust.check(Kind::Volunteer, text.as_bytes()).is_ok()),
        &mut || {
            let mut report = ptr::null_mut();
            unsafe {
                shequ_check(
                    checker,
                    Kind::Volunteer.number(),
                    text.as_ptr().cast(),
                    text.len(),
                    &raw mut report,
                );
                assert_eq!((*shequ_report_summary(report)).ok, 1);
                shequ_report_free(report);
            }
        },
    );
    unsafe { shequ_checker_free(checker) };
}
