//! The checker: records in, a report out.

use std::ffi::{c_char, c_void};
use std::ops::ControlFlow;
use std::path::PathBuf;

use shequ::{Checker, Lang};

use crate::guard;
use crate::handle::{self, handle};
use crate::options::{self, shequ_options};
use crate::report::{self, shequ_report};
use crate::status::{Failure, SHEQU_INVALID_ARGUMENT, shequ_status};
use crate::text::{bytes, needed, out};
use crate::words::{kind_or_none, known_kind, shequ_kind};

/// A checker with its language.
pub(crate) struct Checks {
    pub(crate) checker: Checker,
    pub(crate) lang: Lang,
}

/// Checks records by the rules of the standard. Threads: it does not change once it is made, and several threads
/// may use it at once.
pub struct shequ_checker {
    _opaque: [u64; 0],
}
handle!(shequ_checker of Checks, b"checker\0");

/// Told from time to time how much was done; any answer but 0 stops the work. It is called on the thread of the call,
/// and must return: no exception, no `longjmp`.
pub type shequ_progress = Option<unsafe extern "C" fn(done: u64, payload: *mut c_void) -> i32>;

/// Makes a checker.
///
/// `options` may be NULL for the defaults, and is not kept. `out` must not be NULL; it receives a checker that the
/// caller frees by `shequ_checker_free`, or NULL on failure.
///
/// Errors: `SHEQU_INVALID_OPTION`, `SHEQU_INVALID_ARGUMENT` for a language or a form, `SHEQU_INVALID_UTF8`. Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_checker_new(
    options: *const shequ_options,
    out: *mut *mut shequ_checker,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        let (options, lang) = options::read(options)?;
        *out = handle::give(Checks { checker: Checker::new(options), lang });
        Ok(())
    })
}

/// Frees a checker; NULL is fine. Reports and feeds that it made live on.
///
/// Threads: nobody else may use the checker meanwhile or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_checker_free(checker: *mut shequ_checker) {
    // SAFETY: the caller's word
    guard::value((), || unsafe { handle::free(checker) });
}

/// Checks records of one type in memory: a JSON object, a JSON array, or NDJSON with one record a line, plain or
/// compressed by gzip or zstd. What is wrong with records, text that is not UTF-8 among it, stands in the report.
///
/// `records` has `length` bytes, need not end with NUL, is not kept, and may be NULL where `length` is 0. `out` must
/// not be NULL; it receives a report that the caller frees by `shequ_report_free`, or NULL on failure.
///
/// Errors: `SHEQU_INVALID_ARGUMENT` for a kind or a length. Threads: any; the checker may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_check(
    checker: *const shequ_checker,
    kind: shequ_kind,
    records: *const c_void,
    length: usize,
    out: *mut *mut shequ_report,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        let checks = handle::see(checker)?;
        let report = checks.checker.check(known_kind(kind)?, bytes(records, length, "records")?);
        *out = report::give(report, checks.lang);
        Ok(())
    })
}

/// Checks files and folders of records. A folder stands for its files of records; `"-"` is standard input.
///
/// `paths` are `count` texts, UTF-8, each ending with NUL; they are not kept. `kind` is the record type of all, or
/// `SHEQU_KIND_UNKNOWN` to tell it by the names of the files. `progress` may be NULL; it is told how many bytes were
/// read. `out` must not be NULL; it receives a report that the caller frees by `shequ_report_free`, or NULL on failure.
///
/// A file that cannot be read to its end is no error: the report says so (`complete` of `shequ_summary`), and the others
/// are checked.
///
/// Errors: `SHEQU_NOT_FOUND`, `SHEQU_UNKNOWN_KIND`, `SHEQU_IO`, `SHEQU_STOPPED`, `SHEQU_INVALID_UTF8`,
/// `SHEQU_INVALID_ARGUMENT` where there is no path. Threads: any; the checker may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_check_paths(
    checker: *const shequ_checker,
    paths: *const *const c_char,
    count: usize,
    kind: shequ_kind,
    progress: shequ_progress,
    payload: *mut c_void,
    out: *mut *mut shequ_report,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        let checks = handle::see(checker)?;
        let sources = shequ::sources(&self::paths(paths, count)?, kind_or_none(kind)?)?;
        let mut tick = |done| match progress {
            Some(progress) if progress(done, payload) != 0 => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        };
        *out = report::give(checks.checker.check_sources(&sources, &mut tick)?, checks.lang);
        Ok(())
    })
}

/// # Safety
/// There are so many texts that end with NUL.
unsafe fn paths(paths: *const *const c_char, count: usize) -> Result<Vec<PathBuf>, Failure> {
    if count == 0 || count > isize::MAX as usize / size_of::<*const c_char>() {
        return Err(Failure::new(
            SHEQU_INVALID_ARGUMENT,
            "应至少给出一个文件或文件夹路径",
            "there must be at least one path",
        ));
    }
    if paths.is_null() {
        return Err(Failure::null("paths"));
    }
    // SAFETY: the caller's word
    let paths = unsafe { std::slice::from_raw_parts(paths, count) };
    // SAFETY: the caller's word
    paths.iter().map(|path| unsafe { needed(*path, "paths") }.map(PathBuf::from)).collect()
}
