//! Texts that the library makes and the caller frees.

use std::ffi::{CString, c_char};

use crate::guard;
use crate::handle::{self, handle};
use crate::text::c_string;

/// A text that the library made: JSON, a schema, a page. Threads: may be read by several at once.
pub struct shequ_string {
    _opaque: [u64; 0],
}
handle!(shequ_string of CString, b"string\0\0");

pub(crate) fn give(text: &str) -> *mut shequ_string {
    handle::give(c_string(text))
}

/// The text: UTF-8, ends with NUL, and is valid until the string is freed. NULL where `string` is
/// NULL or no string.
///
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_string_text(string: *const shequ_string) -> *const c_char {
    // SAFETY: the caller's word
    guard::value(std::ptr::null(), || Ok(unsafe { handle::see(string)? }.as_ptr()))
}

/// How many bytes the text has, without the NUL; 0 where `string` is NULL or no string.
///
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_string_length(string: *const shequ_string) -> usize {
    // SAFETY: the caller's word
    guard::value(0, || Ok(unsafe { handle::see(string)? }.as_bytes().len()))
}

/// Frees a string; NULL is fine.
///
/// Threads: nobody else may use the string meanwhile or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_string_free(string: *mut shequ_string) {
    // SAFETY: the caller's word
    guard::value((), || unsafe { handle::free(string) });
}
