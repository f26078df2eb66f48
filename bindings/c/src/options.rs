//! How records are checked.

use std::ffi::{c_char, c_void};
use std::mem::{offset_of, size_of};

use shequ::{DivisionTable, Lang, Options, Settings};

use crate::status::{Failure, SHEQU_INVALID_OPTION};
use crate::text::{bytes, text};
use crate::words::{known_lang, shequ_lang};

/// How records are checked. Begin with `SHEQU_OPTIONS_INIT`, so that what is not set has its default.
///
/// The library reads it during `shequ_checker_new` alone and keeps no pointer of it.
#[repr(C)]
pub struct shequ_options {
    /// `sizeof(shequ_options)`, which `SHEQU_OPTIONS_INIT` sets: it tells the library the version of the struct.
    pub size: usize,
    /// The language of `message` and `advice` in findings.
    pub lang: shequ_lang,
    /// How many threads check a large input; 0 for as many as the machine runs at once. The report is the same
    /// with any number.
    pub threads: u32,
    /// How many findings of each rule a report keeps, 1000 unless set; 0 for all. Counts are exact in any case.
    pub limit: usize,
    /// The reference date, `"2026-06-30"`; NULL for today in +08:00. UTF-8, ends with NUL.
    pub as_of: *const c_char,
    /// A table of division codes as text, columns `code,name,from,to,successors`, plain or compressed by gzip or
    /// zstd; NULL for none. It need not end with NUL.
    pub divisions: *const c_char,
    /// How many bytes `divisions` has.
    pub divisions_length: usize,
    /// Changes to rules, one a line, as reports name them: `select IDN`, `ignore TXT004`, `severity PER006=error`,
    /// `rule PER007.max_age=110`; NULL for none. UTF-8, ends with NUL.
    pub settings: *const c_char,
    /// Kept for profiles of provinces and cities; it must be NULL.
    pub profile: *const c_char,
}

/// Options of Rust, and the language.
///
/// # Safety
/// The pointer is NULL or what the header says of it.
pub(crate) unsafe fn read(options: *const shequ_options) -> Result<(Options, Lang), Failure> {
    if options.is_null() {
        return Ok((Options::new(), Lang::Zh));
    }
    // SAFETY: whatever its version, the struct begins with its size
    let size = unsafe { options.cast::<usize>().add(offset_of!(shequ_options, size)).read() };
    if size != size_of::<shequ_options>() {
        return Err(Failure::new(
            SHEQU_INVALID_OPTION,
            "选项结构的 size 与本库不符，请用 SHEQU_OPTIONS_INIT 初始化，并使用配套的头文件",
            "the size of the options is not that of this library: begin with SHEQU_OPTIONS_INIT and use its header",
        ));
    }
    // SAFETY: the struct is of this version
    let given = unsafe { &*options };
    // SAFETY: the texts of the struct are what the header says
    unsafe {
        if !given.profile.is_null() {
            return Err(Failure::new(
                SHEQU_INVALID_OPTION,
                "目前还不支持地方规范（profile），该选项应为 NULL",
                "profiles are not there yet: the option must be NULL",
            ));
        }
        let mut options = Options::new().limit(given.limit);
        if given.threads > 0 {
            options = options.threads(given.threads.min(MAX_THREADS) as usize);
        }
        if let Some(day) = text(given.as_of, "as_of")? {
            options = options.as_of(day.parse().map_err(|_| wrong_date())?);
        }
        if !given.divisions.is_null() {
            let table = bytes(given.divisions.cast::<c_void>(), given.divisions_length, "divisions")?;
            options = options
                .divisions(DivisionTable::read(shequ::decompressed(table).map_err(shequ::Error::Io)?)?);
        }
        if let Some(lines) = text(given.settings, "settings")? {
            let settings = Settings::parse(lines)
                .map_err(|error| Failure::of(SHEQU_INVALID_OPTION, error.chinese(), error.to_string()))?;
            options = options.settings(settings);
        }
        Ok((options, known_lang(given.lang)?))
    }
}

/// More threads than this help nobody, and a machine may refuse to start them.
const MAX_THREADS: u32 = 256;

fn wrong_date() -> Failure {
    Failure::new(
        SHEQU_INVALID_OPTION,
        "as_of 应为 2026-06-30 形式的日期",
        "as_of must be a date like 2026-06-30",
    )
}
