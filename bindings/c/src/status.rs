//! What a call answers, and the text of the last failure.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ffi::{CString, c_char};

use shequ::{Error, ErrorCode, Lang};

use crate::text::c_string;
use crate::words::{lang_of, shequ_lang};

/// What a call answers: 0 for success. A number is never given another meaning.
pub type shequ_status = i32;

/// The call did what it should.
pub const SHEQU_OK: i32 = 0;
/// A pointer that must not be NULL is NULL.
pub const SHEQU_NULL_ARGUMENT: i32 = 1;
/// An argument is out of its range: a length, a kind, a language.
pub const SHEQU_INVALID_ARGUMENT: i32 = 2;
/// A text is not UTF-8.
pub const SHEQU_INVALID_UTF8: i32 = 3;
/// A handle is of another type than the function takes.
pub const SHEQU_INVALID_HANDLE: i32 = 4;
/// An option cannot be used; the text of the error says which and why.
pub const SHEQU_INVALID_OPTION: i32 = 5;
/// A path, or a rule, does not exist.
pub const SHEQU_NOT_FOUND: i32 = 6;
/// A file cannot be read.
pub const SHEQU_IO: i32 = 7;
/// The record type of an input is not known.
pub const SHEQU_UNKNOWN_KIND: i32 = 8;
/// A callback of the caller stopped the work.
pub const SHEQU_STOPPED: i32 = 9;
/// An identifier is not valid; its issues say why.
pub const SHEQU_NOT_VALID: i32 = 10;
/// The library is not the one that the header belongs to.
pub const SHEQU_WRONG_ABI: i32 = 11;
/// A table cannot be taken from the Arrow stream.
pub const SHEQU_ARROW: i32 = 12;
/// The feed is finished and takes no more.
pub const SHEQU_FINISHED: i32 = 13;
/// The work could not be done for a reason that has no number of its own.
pub const SHEQU_FAILED: i32 = 14;
/// A fault of this library; the text of the error names the place to report.
pub const SHEQU_INTERNAL: i32 = 100;

/// Why a call failed, in both languages.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) status: shequ_status,
    zh: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Failure {
    pub(crate) const fn new(status: shequ_status, zh: &'static str, en: &'static str) -> Self {
        Self { status, zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    pub(crate) const fn of(status: shequ_status, zh: String, en: String) -> Self {
        Self { status, zh: Cow::Owned(zh), en: Cow::Owned(en) }
    }

    pub(crate) fn null(what: &str) -> Self {
        let (zh, en) = (format!("参数 {what} 不得为 NULL"), format!("{what} must not be NULL"));
        Self::of(SHEQU_NULL_ARGUMENT, zh, en)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let status = match error.code() {
            ErrorCode::Io => SHEQU_IO,
            ErrorCode::InvalidOption => SHEQU_INVALID_OPTION,
            ErrorCode::NotFound | ErrorCode::NoSuchName => SHEQU_NOT_FOUND,
            ErrorCode::UnknownKind => SHEQU_UNKNOWN_KIND,
            ErrorCode::InvalidArgument => SHEQU_INVALID_ARGUMENT,
            ErrorCode::Stopped => SHEQU_STOPPED,
            ErrorCode::Stored => SHEQU_FAILED,
        };
        Self::of(status, error.chinese(), error.to_string())
    }
}

thread_local! {
    static LAST: RefCell<[Option<CString>; 2]> = const { RefCell::new([None, None]) };
}

/// Keeps a failure for `shequ_last_error`.
pub(crate) fn remember(failure: Failure) -> shequ_status {
    let texts = [Some(c_string(&failure.zh)), Some(c_string(&failure.en))];
    // where the thread is ending there is nobody left to ask
    let _ = LAST.try_with(|last| last.replace(texts));
    failure.status
}

/// Why the last call of this thread that failed did so, in a language.
///
/// The text is UTF-8, never NULL, empty where nothing failed, and holds no value of a record. It
/// belongs to the library and is valid until the next call of this thread that fails, or the end of
/// the thread. `SHEQU_NOT_VALID` leaves it as it is: identifier checks say why by their issues.
///
/// Threads: each thread has its own.
#[unsafe(no_mangle)]
pub extern "C" fn shequ_last_error(lang: shequ_lang) -> *const c_char {
    let at = usize::from(lang_of(lang) == Some(Lang::En));
    let text = LAST.try_with(|last| last.borrow()[at].as_ref().map_or(c"".as_ptr(), |text| text.as_ptr()));
    text.unwrap_or(c"".as_ptr())
}

/// The name of a status, `"SHEQU_OK"`; `"SHEQU_UNKNOWN"` for a number that is none.
///
/// The text lives as long as the library and is never NULL. Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn shequ_status_name(status: shequ_status) -> *const c_char {
    let name = match status {
        SHEQU_OK => c"SHEQU_OK",
        SHEQU_NULL_ARGUMENT => c"SHEQU_NULL_ARGUMENT",
        SHEQU_INVALID_ARGUMENT => c"SHEQU_INVALID_ARGUMENT",
        SHEQU_INVALID_UTF8 => c"SHEQU_INVALID_UTF8",
        SHEQU_INVALID_HANDLE => c"SHEQU_INVALID_HANDLE",
        SHEQU_INVALID_OPTION => c"SHEQU_INVALID_OPTION",
        SHEQU_NOT_FOUND => c"SHEQU_NOT_FOUND",
        SHEQU_IO => c"SHEQU_IO",
        SHEQU_UNKNOWN_KIND => c"SHEQU_UNKNOWN_KIND",
        SHEQU_STOPPED => c"SHEQU_STOPPED",
        SHEQU_NOT_VALID => c"SHEQU_NOT_VALID",
        SHEQU_WRONG_ABI => c"SHEQU_WRONG_ABI",
        SHEQU_ARROW => c"SHEQU_ARROW",
        SHEQU_FINISHED => c"SHEQU_FINISHED",
        SHEQU_FAILED => c"SHEQU_FAILED",
        SHEQU_INTERNAL => c"SHEQU_INTERNAL",
        _ => c"SHEQU_UNKNOWN",
    };
    name.as_ptr()
}
