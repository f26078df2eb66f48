//! Texts across the border: what comes in is a pointer and a length, or ends with NUL; what goes out ends with NUL.

use std::ffi::{CStr, CString, c_char, c_void};
use std::slice;

use crate::status::{Failure, SHEQU_INVALID_ARGUMENT, SHEQU_INVALID_UTF8};

/// The bytes that a pointer and a length mean; NULL is fine where there are none.
///
/// # Safety
/// The caller owns that many bytes there, and nobody changes them meanwhile.
#[inline]
pub(crate) unsafe fn bytes<'a>(start: *const c_void, len: usize, what: &str) -> Result<&'a [u8], Failure> {
    if len == 0 {
        return Ok(&[]);
    }
    if start.is_null() {
        return Err(Failure::null(what));
    }
    if isize::try_from(len).is_err() || (start as usize).checked_add(len).is_none() {
        return Err(too_long(what));
    }
    // SAFETY: not NULL, not too long; the rest is the caller's word
    Ok(unsafe { slice::from_raw_parts(start.cast(), len) })
}

#[cold]
fn too_long(what: &str) -> Failure {
    let zh = format!("参数 {what} 的长度超出内存范围，请核对");
    let en = format!("the length of {what} is beyond memory; check the argument");
    Failure::of(SHEQU_INVALID_ARGUMENT, zh, en)
}

/// A text that ends with NUL; none for NULL.
///
/// # Safety
/// The pointer is NULL or a text that ends with NUL.
pub(crate) unsafe fn text<'a>(start: *const c_char, what: &str) -> Result<Option<&'a str>, Failure> {
    if start.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller's word
    let text = unsafe { CStr::from_ptr(start) };
    text.to_str().map(Some).map_err(|_| {
        let zh = format!("参数 {what} 应为 UTF-8 编码，请先转换编码");
        Failure::of(SHEQU_INVALID_UTF8, zh, format!("{what} must be UTF-8; convert it first"))
    })
}

/// A text that must be there.
///
/// # Safety
/// As for [`text`].
pub(crate) unsafe fn needed<'a>(start: *const c_char, what: &str) -> Result<&'a str, Failure> {
    // SAFETY: the caller's word
    unsafe { text(start, what)? }.ok_or_else(|| Failure::null(what))
}

/// A text for C. A NUL inside, which a field name in broken data may have, becomes U+2400, so that
/// nothing after it is lost.
pub(crate) fn c_string(text: &str) -> CString {
    CString::new(text).unwrap_or_else(|_| CString::new(text.replace('\0', "\u{2400}")).unwrap_or_default())
}

/// Where an answer goes: NULL at first, so that a failure leaves nothing behind.
///
/// # Safety
/// The pointer is NULL or one that may be written.
pub(crate) unsafe fn out<'a, T>(place: *mut *mut T) -> Result<&'a mut *mut T, Failure> {
    // SAFETY: the caller's word
    let place = unsafe { place.as_mut() }.ok_or_else(|| Failure::null("out"))?;
    *place = std::ptr::null_mut();
    Ok(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_after_a_nul_is_lost() {
        assert_eq!(c_string("a\0b").to_str(), Ok("a\u{2400}b"));
    }

    #[test]
    fn lengths_beyond_memory_are_refused() {
        let start = b"x".as_ptr().cast();
        // SAFETY: the lengths are refused before anything is read
        let lens = [usize::MAX, isize::MAX as usize + 1].map(|len| unsafe { bytes(start, len, "x") });
        assert!(lens.iter().all(Result::is_err));
    }
}
