//! How records are checked.

use std::ffi::{c_char, c_void};
use std::mem::{offset_of, size_of};
use std::{ptr, slice};

use shequ::{DivisionTable, Lang, Options, Settings};

use crate::status::{Failure, SHEQU_INVALID_OPTION};
use crate::text::{bytes, text};
use crate::words::{SHEQU_FORM_AUTO, SHEQU_LANG_ZH, known_form, known_lang, shequ_form, shequ_lang};

/// How records are checked. Begin with `SHEQU_OPTIONS_INIT`, so that what is not set has its default.
///
/// The library reads it during `shequ_checker_new` alone and keeps no pointer of it.
#[repr(C)]
pub struct shequ_options {
    /// `sizeof(shequ_options)`, which `SHEQU_OPTIONS_INIT` sets: it tells the library the version of the struct. Later
    /// versions may lengthen it: what an older program does not have is at its default, and what an older library does
    /// not know must be zero.
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
    /// How records lie in JSON; told from the text unless set. Feeds are NDJSON whatever it says.
    pub form: shequ_form,
    /// Fills the struct up, so that none of its bytes is left to chance; it must be 0.
    pub reserved: u32,
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
    let given = unsafe { of_this_version(options)? };
    // SAFETY: the texts of the struct are what the header says
    unsafe {
        if !given.profile.is_null() {
            return Err(Failure::new(
                SHEQU_INVALID_OPTION,
                "目前还不支持地方规范（profile），该选项应为 NULL",
                "profiles are not there yet: the option must be NULL",
            ));
        }
        let mut options = Options::new().limit(given.limit).form(known_form(given.form)?);
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

/// The options of any version of the struct as those of this one.
///
/// # Safety
/// The struct has as many bytes as it says.
unsafe fn of_this_version(options: *const shequ_options) -> Result<shequ_options, Failure> {
    // SAFETY: every version begins with its size
    let size = unsafe { options.cast::<usize>().read() };
    let ours = size_of::<shequ_options>();
    if size > MAX_SIZE || !(ENDS.contains(&size) || size > ours) {
        return Err(Failure::new(
            SHEQU_INVALID_OPTION,
            "选项结构的 size 有误，请用 SHEQU_OPTIONS_INIT 初始化",
            "the size of the options cannot be: begin with SHEQU_OPTIONS_INIT",
        ));
    }
    let mut given = DEFAULTS;
    // SAFETY: both have so many bytes; members that are cut off keep their defaults, none is cut in two
    unsafe {
        ptr::copy_nonoverlapping(options.cast::<u8>(), (&raw mut given).cast::<u8>(), size.min(ours));
    }
    // SAFETY: the caller's word
    let rest =
        unsafe { slice::from_raw_parts(options.cast::<u8>().add(size.min(ours)), size.saturating_sub(ours)) };
    if rest.iter().any(|byte| *byte != 0) {
        return Err(Failure::new(
            SHEQU_INVALID_OPTION,
            "设置了本版动态库没有的选项，请更换新版动态库，或不设该选项",
            "an option is set that this version of the library does not have: load a newer one or leave it zero",
        ));
    }
    Ok(given)
}

/// A struct of options is never longer; a number beyond is no size.
const MAX_SIZE: usize = 4096;

/// What `SHEQU_OPTIONS_INIT` sets.
const DEFAULTS: shequ_options = shequ_options {
    size: size_of::<shequ_options>(),
    lang: SHEQU_LANG_ZH,
    threads: 0,
    limit: 1000,
    as_of: ptr::null(),
    divisions: ptr::null(),
    divisions_length: 0,
    settings: ptr::null(),
    profile: ptr::null(),
    form: SHEQU_FORM_AUTO,
    reserved: 0,
};

// where the compiler filled the struct up itself, a member that a later version puts there would be read from
// what an older program left to chance
const _: () = assert!(offset_of!(shequ_options, reserved) + size_of::<u32>() == size_of::<shequ_options>());

/// Where a member ends and the next begins: what a struct of an older version has as its size.
const ENDS: [usize; 11] = [
    offset_of!(shequ_options, lang),
    offset_of!(shequ_options, threads),
    offset_of!(shequ_options, limit),
    offset_of!(shequ_options, as_of),
    offset_of!(shequ_options, divisions),
    offset_of!(shequ_options, divisions_length),
    offset_of!(shequ_options, settings),
    offset_of!(shequ_options, profile),
    offset_of!(shequ_options, form),
    offset_of!(shequ_options, reserved),
    size_of::<shequ_options>(),
];

/// More threads than this help nobody, and a machine may refuse to start them.
const MAX_THREADS: u32 = 256;

fn wrong_date() -> Failure {
    Failure::new(
        SHEQU_INVALID_OPTION,
        "as_of 应为 2026-06-30 形式的日期",
        "as_of must be a date like 2026-06-30",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of a struct that says it has `size` bytes, in which each byte behind the size is `fill`.
    fn read_of(size: usize, fill: u8) -> Result<shequ_options, Failure> {
        let mut bytes = [usize::from_ne_bytes([fill; 8]); MAX_SIZE / 8 + 1];
        bytes[0] = size;
        // SAFETY: there are as many bytes as any size that is read, and no pointer is followed
        unsafe { of_this_version(bytes.as_ptr().cast()) }
    }

    #[test]
    fn a_shorter_struct_has_defaults_for_the_rest() {
        let given = read_of(offset_of!(shequ_options, limit), 1).unwrap();
        assert_eq!((given.lang, given.threads), (0x0101_0101, 0x0101_0101));
        assert_eq!((given.limit, given.as_of, given.profile), (1000, ptr::null(), ptr::null()));
        // the first version ended here
        assert_eq!(read_of(offset_of!(shequ_options, form), 1).unwrap().form, SHEQU_FORM_AUTO);
        assert_eq!(read_of(size_of::<usize>(), 9).unwrap().lang, SHEQU_LANG_ZH);
    }

    #[test]
    fn a_longer_struct_may_hold_zeros_alone() {
        let ours = size_of::<shequ_options>();
        assert_eq!(read_of(ours + 16, 0).unwrap().limit, 0);
        assert_eq!(read_of(ours + 1, 1).err().map(|failure| failure.status), Some(SHEQU_INVALID_OPTION));
    }

    #[test]
    fn sizes_that_no_version_has_are_refused() {
        for size in [0, 4, 7, 9, 13, 17, 63, MAX_SIZE + 8, usize::MAX] {
            assert_eq!(
                read_of(size, 0).err().map(|failure| failure.status),
                Some(SHEQU_INVALID_OPTION),
                "{size}"
            );
        }
    }
}
