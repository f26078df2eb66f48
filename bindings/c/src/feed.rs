//! Records that come in pieces, with a callback for each finding.

use std::ffi::{CString, c_char, c_void};

use shequ::{Feed, Finding, Lang};

use crate::checker::shequ_checker;
use crate::guard;
use crate::handle::{self, handle};
use crate::report::{self, shequ_report};
use crate::shown::{Shown, shequ_finding};
use crate::status::{Failure, SHEQU_FINISHED, shequ_status};
use crate::text::{bytes, c_string, out, text};
use crate::words::{known_kind, shequ_kind};

/// Shown each finding as it is made, valid during the call alone; any answer but 0 stops the feed. It is called on the
/// thread that pushes, must not use the feed, and must return: no exception, no `longjmp`.
pub type shequ_on_finding =
    Option<unsafe extern "C" fn(finding: *const shequ_finding, payload: *mut c_void) -> i32>;

pub(crate) struct Stream {
    /// None once it is finished.
    feed: Option<Feed>,
    name: CString,
    lang: Lang,
    on_finding: shequ_on_finding,
    payload: *mut c_void,
    stopped: bool,
}

/// Takes NDJSON of one record type in pieces, wherever they are cut. Threads: one at a time.
pub struct shequ_feed {
    _opaque: [u64; 0],
}
handle!(shequ_feed of Stream, b"feed\0\0\0\0");

/// How much is checked before the callback is asked whether to go on.
const PIECE: usize = 64 << 10;

impl Stream {
    fn show(&mut self, findings: &[Finding]) -> Result<(), Failure> {
        let Some(on_finding) = self.on_finding else { return Ok(()) };
        for finding in findings {
            let shown = Shown::new(finding, self.name.as_ptr(), false, self.lang);
            // SAFETY: the callback is what the header asks for
            if unsafe { on_finding(shown.finding(), self.payload) } != 0 {
                self.stopped = true;
                return Err(stopped());
            }
        }
        Ok(())
    }

    fn push(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        for piece in bytes.chunks(PIECE) {
            if self.stopped {
                return Err(stopped());
            }
            let findings = self.feed.as_mut().ok_or_else(finished)?.push(piece);
            self.show(&findings)?;
        }
        Ok(())
    }
}

fn stopped() -> Failure {
    Failure::from(shequ::Error::Stopped)
}

fn finished() -> Failure {
    Failure::new(SHEQU_FINISHED, "该数据流已结束，不能再写入", "the feed is finished and takes no more")
}

/// Begins a stream of NDJSON in UTF-8, one record a line, not compressed, whatever the options say of the form.
///
/// `name` is how findings call the input; NULL for `"-"`. `on_finding` may be NULL; `payload` is handed to it and not
/// looked at. `out` must not be NULL; it receives a feed that the caller frees by `shequ_feed_free`, or NULL on failure.
/// The checker may be freed before the feed.
///
/// Errors: `SHEQU_INVALID_ARGUMENT` for a kind, `SHEQU_INVALID_UTF8`. Threads: any; the checker may be shared.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_feed_new(
    checker: *const shequ_checker,
    kind: shequ_kind,
    name: *const c_char,
    on_finding: shequ_on_finding,
    payload: *mut c_void,
    out: *mut *mut shequ_feed,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        let checks = handle::see(checker)?;
        let (kind, name) = (known_kind(kind)?, text(name, "name")?.unwrap_or("-"));
        *out = handle::give(Stream {
            feed: Some(checks.checker.feed(kind, name)),
            name: c_string(name),
            lang: checks.lang,
            on_finding,
            payload,
            stopped: false,
        });
        Ok(())
    })
}

/// Takes the next bytes and shows the findings of the records that end in them.
///
/// `bytes` has `length` bytes, is not kept, and may be NULL where `length` is 0.
///
/// Errors: `SHEQU_STOPPED` where the callback stopped the feed now or before, `SHEQU_FINISHED`,
/// `SHEQU_INVALID_ARGUMENT` for a length. Threads: one at a time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_feed_push(
    feed: *mut shequ_feed,
    bytes: *const c_void,
    length: usize,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let bytes = self::bytes(bytes, length, "bytes")?;
        let stream = handle::change(feed)?;
        if stream.feed.is_none() {
            return Err(finished());
        }
        stream.push(bytes)
    })
}

/// Takes the end, shows the findings of a last line that does not end, and gives the report. After a stop the report
/// is that of what was checked by then: it is not complete and never ok, and a line whose end has not come is neither
/// counted nor checked. The feed is still to be freed.
///
/// `out` may be NULL where the report is not wanted; it receives a report that the caller frees by
/// `shequ_report_free`, or NULL on failure.
///
/// Errors: `SHEQU_FINISHED` the second time; `SHEQU_STOPPED` where the callback stops it now, with a report all the
/// same. Threads: one at a time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_feed_finish(
    feed: *mut shequ_feed,
    out: *mut *mut shequ_report,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let mut place = std::ptr::null_mut();
        let out = self::out(if out.is_null() { &raw mut place } else { out })?;
        let stream = handle::change(feed)?;
        let mut feed = stream.feed.take().ok_or_else(finished)?;
        let shown = if stream.stopped { Ok(()) } else { stream.show(&feed.end()) };
        let report = if stream.stopped { feed.stop() } else { feed.finish().1 };
        *out = report::give(report, stream.lang);
        if std::ptr::eq(out, &raw const place) {
            handle::free(place)?;
        }
        shown
    })
}

/// Frees a feed, finished or not; NULL is fine. Its report lives on.
///
/// Threads: nobody else may use the feed meanwhile or later.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_feed_free(feed: *mut shequ_feed) {
    // SAFETY: the caller's word
    guard::value((), || unsafe { handle::free(feed) });
}
