//! The structs of the Arrow C data interface with their members in reach, as their specification gives them.

use std::ffi::{CStr, c_char, c_void};
use std::ptr;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};

use super::Fault;

#[repr(C)]
pub(super) struct RawArray {
    pub(super) length: i64,
    pub(super) null_count: i64,
    pub(super) offset: i64,
    pub(super) buffer_count: i64,
    pub(super) child_count: i64,
    buffers: *const *const u8,
    children: *const *const Self,
    dictionary: *const Self,
    release: *const c_void,
    private_data: *const c_void,
}

#[repr(C)]
pub(super) struct RawSchema {
    format: *const c_char,
    name: *const c_char,
    metadata: *const c_char,
    flags: i64,
    child_count: i64,
    children: *const *const Self,
    dictionary: *const Self,
    release: *const c_void,
    private_data: *const c_void,
}

// both stand for the same struct of C
const _: () = assert!(size_of::<RawArray>() == size_of::<FFI_ArrowArray>());
const _: () = assert!(size_of::<RawSchema>() == size_of::<FFI_ArrowSchema>());

impl RawArray {
    pub(super) fn of(array: &FFI_ArrowArray) -> &Self {
        // SAFETY: both have the layout of the specification
        unsafe { &*ptr::from_ref(array).cast() }
    }

    /// A buffer, which may be NULL; the caller has counted them.
    pub(super) fn buffer(&self, index: usize) -> *const u8 {
        // SAFETY: there are so many buffers by the producer's word, and the list was found not to be NULL
        unsafe { self.buffers.add(index).read() }
    }

    /// Whether there is a list of buffers where there must be one.
    pub(super) fn has_buffers(&self) -> bool {
        self.buffer_count == 0 || !self.buffers.is_null()
    }

    pub(super) fn child(&self, index: usize) -> Result<&Self, Fault> {
        if self.children.is_null() {
            return Err(Fault::Layout);
        }
        // SAFETY: there are so many children by the producer's word
        unsafe { self.children.add(index).read().as_ref() }.ok_or(Fault::Layout)
    }

    pub(super) fn dictionary(&self) -> Option<&Self> {
        // SAFETY: NULL, or a dictionary by the producer's word
        unsafe { self.dictionary.as_ref() }
    }
}

/// The deepest columns that are read; records have fewer levels, so that the checker says which is too deep.
const MAX_DEPTH: usize = 128;

impl RawSchema {
    pub(super) fn of(schema: &FFI_ArrowSchema) -> &Self {
        // SAFETY: both have the layout of the specification
        unsafe { &*ptr::from_ref(schema).cast() }
    }

    /// Looks for what the reader of schemas would stumble over.
    pub(super) fn look(&self, depth: usize) -> Result<(), Fault> {
        if depth > MAX_DEPTH {
            return Err(Fault::Deep);
        }
        if self.format.is_null() || !is_text(self.format) || !is_text(self.name) {
            return Err(Fault::Schema);
        }
        let count = usize::try_from(self.child_count).map_err(|_| Fault::Schema)?;
        if count > 0 && self.children.is_null() {
            return Err(Fault::Schema);
        }
        for index in 0..count {
            // SAFETY: there are so many children by the producer's word
            let child = unsafe { self.children.add(index).read().as_ref() };
            child.ok_or(Fault::Schema)?.look(depth + 1)?;
        }
        // SAFETY: NULL, or a dictionary by the producer's word
        unsafe { self.dictionary.as_ref() }.map_or(Ok(()), |values| values.look(depth + 1))
    }
}

fn is_text(text: *const c_char) -> bool {
    // SAFETY: NULL, or a text that ends with NUL by the producer's word
    text.is_null() || unsafe { CStr::from_ptr(text) }.to_str().is_ok()
}
