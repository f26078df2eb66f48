//! Packages: a dataset in one file with a manifest.

use std::ffi::{c_char, c_void};
use std::mem::size_of;
use std::ops::ControlFlow;
use std::path::Path;

use shequ::package::{Terms, pack};

use crate::checker::{shequ_checker, shequ_progress};
use crate::guard;
use crate::handle;
use crate::report::{self, shequ_report};
use crate::status::{Failure, SHEQU_INVALID_OPTION, shequ_status};
use crate::text::{needed, out, text};

/// What the manifest of a package shall say. Begin with `SHEQU_PACK_TERMS_INIT`; what stays NULL is told from a manifest
/// in the folder, or from the records, so that the same data gives the same bytes. Texts are UTF-8, end with NUL, and
/// are not kept.
#[repr(C)]
pub struct shequ_pack_terms {
    /// `sizeof(shequ_pack_terms)`, which `SHEQU_PACK_TERMS_INIT` sets.
    pub size: usize,
    /// A short name; `shequ-` and the reference date unless set.
    pub name: *const c_char,
    /// Credit code of the body that publishes it; the source that all records name unless set.
    pub publisher: *const c_char,
    /// The day as of which the records hold, `"2026-06-30"`; that of the last change unless set.
    pub as_of: *const c_char,
    /// When it is made, `"2026-06-30T09:00:00+08:00"`; the moment of the last change unless set.
    pub created: *const c_char,
    /// The highest personal-data class that it may hold: `"public"`, `"internal"`, `"personal"` or `"sensitive"`; the
    /// highest that it holds unless set.
    pub data_class: *const c_char,
}

/// Packs the records of a folder into a zip file with `datapackage.json`. The file is there when it is whole, and not
/// before; an earlier package of that name is replaced, any other file is not.
///
/// `folder` and `file` are UTF-8, end with NUL, and must not be NULL. `terms` may be NULL. `progress` may be NULL; it is
/// told how many bytes were read.
///
/// Errors: `SHEQU_NOT_FOUND`, `SHEQU_INVALID_ARGUMENT` where a file cannot be packed or written over,
/// `SHEQU_INVALID_OPTION` for a term, `SHEQU_IO`, `SHEQU_STOPPED`, `SHEQU_INVALID_UTF8`. Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_pack(
    folder: *const c_char,
    file: *const c_char,
    terms: *const shequ_pack_terms,
    progress: shequ_progress,
    payload: *mut c_void,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let (folder, file) = (Path::new(needed(folder, "folder")?), Path::new(needed(file, "file")?));
        pack(folder, file, &read(terms)?, &mut |done| tick(progress, done, payload))?;
        Ok(())
    })
}

/// Verifies a package, a folder with `datapackage.json` or a zip file: whether it holds what its manifest says. What its
/// records say is not looked at; `shequ_check_paths` does, of a package too.
///
/// `path` is UTF-8, ends with NUL, and must not be NULL. `progress` may be NULL; it is told how many bytes were read. `out`
/// must not be NULL; it receives a report that the caller frees by `shequ_report_free`, or NULL on failure.
///
/// Errors: `SHEQU_NOT_FOUND`, `SHEQU_STOPPED`, `SHEQU_INVALID_UTF8`. Threads: any; the checker may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_verify(
    checker: *const shequ_checker,
    path: *const c_char,
    progress: shequ_progress,
    payload: *mut c_void,
    out: *mut *mut shequ_report,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        let checks = handle::see(checker)?;
        let path = Path::new(needed(path, "path")?);
        let report = checks.checker.verify(path, &mut |done| tick(progress, done, payload))?;
        *out = report::give(report, checks.lang);
        Ok(())
    })
}

/// # Safety
/// The function is what the header says.
unsafe fn tick(progress: shequ_progress, done: u64, payload: *mut c_void) -> ControlFlow<()> {
    match progress {
        // SAFETY: the caller's word
        Some(progress) if unsafe { progress(done, payload) } != 0 => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    }
}

/// # Safety
/// The pointer is NULL or what the header says of it.
unsafe fn read(terms: *const shequ_pack_terms) -> Result<Terms, Failure> {
    if terms.is_null() {
        return Ok(Terms::default());
    }
    // SAFETY: whatever its version, the struct begins with its size
    if unsafe { terms.cast::<usize>().read() } != size_of::<shequ_pack_terms>() {
        return Err(Failure::new(
            SHEQU_INVALID_OPTION,
            "结构的 size 有误，请用 SHEQU_PACK_TERMS_INIT 初始化",
            "the size of the terms cannot be: begin with SHEQU_PACK_TERMS_INIT",
        ));
    }
    // SAFETY: it has as many bytes as it says
    let terms = unsafe { &*terms };
    let texts = [
        ("name", terms.name),
        ("publisher", terms.publisher),
        ("as_of", terms.as_of),
        ("created", terms.created),
        ("class", terms.data_class),
    ];
    let mut read = Terms::default();
    for (name, start) in texts {
        // SAFETY: the texts of the struct are what the header says
        if let Some(text) = unsafe { text(start, name)? } {
            read = read.with(name, text)?;
        }
    }
    Ok(read)
}
