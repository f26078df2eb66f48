//! Tables by the Arrow C stream interface: columns in, findings out.

use std::ffi::{c_char, c_void};
use std::ops::ControlFlow;

use arrow_array::RecordBatchIterator;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;

use crate::checker::{shequ_checker, shequ_progress};
use crate::guard;
use crate::handle;
use crate::report::{self, shequ_report};
use crate::status::{Failure, SHEQU_ARROW, shequ_status};
use crate::text::text;
use crate::words::{known_kind, shequ_kind};

/// The struct of the Arrow C stream interface, which the caller declares.
pub type ArrowArrayStream = FFI_ArrowArrayStream;

/// Checks a table of one record type, row by row as the same records in JSON. A column is a field by its name, or a part
/// of one by a dotted name, `identity.number`; parts may also be structs, and lists may be lists. Dictionaries, large
/// strings and string views are read, and text is not copied before it is checked.
///
/// `table` must not be NULL and holds a stream by the Arrow C stream interface; the library takes the stream over whatever
/// comes of it, so that `table->release` is NULL afterwards. It is read by one thread at a time, which need not be that of
/// the call. `name` is how findings call the table, a text that ends with NUL; NULL for `"-"`. `progress` may be NULL; it
/// is told how many rows were checked.
///
/// `findings` may be NULL where they are not wanted; it need not be initialised and receives a stream of one table that
/// the caller releases by its `release`, which is NULL on failure. `out` may be NULL where the report is not wanted; it
/// receives a report that the caller frees by `shequ_report_free`, or NULL on failure. The stream does not need the report.
///
/// Each batch is looked over before it is read: offsets, keys, views, lengths, counts. How large the buffers of numbers,
/// offsets and text are the interface does not tell; that they are as large as length and last offset ask for is the
/// caller's word.
///
/// Errors: `SHEQU_ARROW` where a column has a type that no field takes or a name that is not UTF-8, where a column does not
/// hold together or two stand for one field, or the stream fails, `SHEQU_STOPPED`, `SHEQU_INVALID_ARGUMENT` for a kind, `SHEQU_INVALID_UTF8`. Threads: any; the checker may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_check_arrow(
    checker: *const shequ_checker,
    kind: shequ_kind,
    name: *const c_char,
    table: *mut ArrowArrayStream,
    progress: shequ_progress,
    payload: *mut c_void,
    findings: *mut ArrowArrayStream,
    out: *mut *mut shequ_report,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        if let Some(out) = out.as_mut() {
            *out = std::ptr::null_mut();
        }
        if table.is_null() {
            clear(findings);
            return Err(Failure::null("table"));
        }
        // taken first, so that it is released whatever fails below
        let table = FFI_ArrowArrayStream::from_raw(table);
        clear(findings);
        let checks = handle::see(checker)?;
        let (kind, name) = (known_kind(kind)?, text(name, "name")?.unwrap_or("-"));
        let reader = shequ_arrow::Tables::new(table)?;
        let mut tick = |done| match progress {
            Some(progress) if progress(done, payload) != 0 => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        };
        let report = shequ_arrow::check(&checks.checker, kind, name, reader, &mut tick)?;
        if !findings.is_null() {
            findings.write(stream(&report)?);
        }
        if let Some(out) = out.as_mut() {
            *out = report::give(report, checks.lang);
        }
        Ok(())
    })
}

/// A stream of one batch that holds the findings.
fn stream(report: &shequ::Report) -> Result<FFI_ArrowArrayStream, Failure> {
    let batch = shequ_arrow::findings(report).map_err(shequ_arrow::Error::from)?;
    let schema = batch.schema();
    Ok(FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(batch)], schema))))
}

/// # Safety
/// The pointer is NULL or may be written.
unsafe fn clear(stream: *mut ArrowArrayStream) {
    if !stream.is_null() {
        // SAFETY: the caller's word; what lies there is not read, since it need not be initialised
        unsafe { stream.write(FFI_ArrowArrayStream::empty()) };
    }
}

impl From<shequ_arrow::Error> for Failure {
    fn from(error: shequ_arrow::Error) -> Self {
        match error {
            shequ_arrow::Error::Check(error) => error.into(),
            error => Self::of(SHEQU_ARROW, error.chinese(), error.to_string()),
        }
    }
}
