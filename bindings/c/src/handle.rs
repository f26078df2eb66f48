//! What C holds of Rust: boxes with a tag, so that a handle of another type is refused.

use crate::status::{Failure, SHEQU_INVALID_HANDLE};

/// A type of handle as C sees it.
pub(crate) trait Handle: Sized {
    /// What lies behind it.
    type Value;
    /// Tells it from the other types.
    const TAG: u64;
    /// What messages call it.
    const NAME: &'static str;
}

/// What a handle points to.
#[repr(C)]
struct Held<T> {
    tag: u64,
    value: T,
}

/// What a type of handle stands for; the type itself is written out for cbindgen, which expands no macros.
macro_rules! handle {
    ($name:ident of $value:ty, $tag:literal) => {
        impl $crate::handle::Handle for $name {
            type Value = $value;
            const TAG: u64 = u64::from_be_bytes(*$tag);
            const NAME: &'static str = stringify!($name);
        }
    };
}
pub(crate) use handle;

/// A new handle.
pub(crate) fn give<H: Handle>(value: H::Value) -> *mut H {
    Box::into_raw(Box::new(Held { tag: H::TAG, value })).cast()
}

/// What a handle points to.
///
/// # Safety
/// The pointer is NULL or a live handle of any type, and nobody changes it meanwhile.
pub(crate) unsafe fn see<'a, H: Handle>(handle: *const H) -> Result<&'a H::Value, Failure> {
    let held: *const Held<H::Value> = checked(handle)?.cast();
    // SAFETY: the tag says that `give` made it
    Ok(unsafe { &(*held).value })
}

/// What a handle points to, to change it.
///
/// # Safety
/// As for [`see`], and nobody else looks at it meanwhile.
pub(crate) unsafe fn change<'a, H: Handle>(handle: *mut H) -> Result<&'a mut H::Value, Failure> {
    let held: *mut Held<H::Value> = checked(handle)?.cast_mut().cast();
    // SAFETY: the tag says that `give` made it
    Ok(unsafe { &mut (*held).value })
}

/// Frees a handle; NULL is fine, and one of another type stays as it is.
///
/// # Safety
/// As for [`change`], and nobody uses it any more.
pub(crate) unsafe fn free<H: Handle>(handle: *mut H) -> Result<(), Failure> {
    if handle.is_null() {
        return Ok(());
    }
    let held: *mut Held<H::Value> = checked(handle)?.cast_mut().cast();
    // SAFETY: the tag says that `give` made it, and the caller that it is the last to have it
    unsafe {
        (*held).tag = 0;
        drop(Box::from_raw(held));
    }
    Ok(())
}

fn checked<H: Handle>(handle: *const H) -> Result<*const H, Failure> {
    if handle.is_null() {
        return Err(Failure::null(H::NAME));
    }
    // SAFETY: every handle begins with a tag; the caller says that this is one
    let is_one = handle.is_aligned() && unsafe { handle.cast::<u64>().read() } == H::TAG;
    if is_one { Ok(handle) } else { Err(foreign(H::NAME)) }
}

fn foreign(name: &str) -> Failure {
    let zh = format!("传入的句柄不是 {name}，请核对参数");
    Failure::of(SHEQU_INVALID_HANDLE, zh, format!("the handle is no {name}; check the argument"))
}
