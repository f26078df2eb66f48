//! Versions, languages, severities and record types, as numbers and names.

use std::ffi::{CString, c_char};
use std::sync::LazyLock;

use shequ::{Form, Kind, Lang, Severity};

use crate::guard;
use crate::status::{Failure, SHEQU_INVALID_ARGUMENT, SHEQU_WRONG_ABI, shequ_status};
use crate::text::{c_string, text};

/// The version of the binary interface: the major number times 65536, and the minor number. Under
/// one major number functions and fields at the end of what the library hands out are added, and
/// nothing else changes; the soname carries the major number.
pub const SHEQU_ABI_VERSION: u32 = 1;

/// A language of texts.
pub type shequ_lang = i32;
/// Chinese.
pub const SHEQU_LANG_ZH: i32 = 0;
/// English.
pub const SHEQU_LANG_EN: i32 = 1;

/// How records lie in JSON.
pub type shequ_form = i32;
/// Told from the text: whether its first value is a list, and whether another follows it.
pub const SHEQU_FORM_AUTO: i32 = 0;
/// One record a line.
pub const SHEQU_FORM_NDJSON: i32 = 1;
/// One list of records.
pub const SHEQU_FORM_ARRAY: i32 = 2;
/// One record, which may have several lines.
pub const SHEQU_FORM_RECORD: i32 = 3;

/// How much a finding matters.
pub type shequ_severity = i32;
/// The record does not conform.
pub const SHEQU_SEVERITY_ERROR: i32 = 1;
/// Look again.
pub const SHEQU_SEVERITY_WARNING: i32 = 2;
/// For information.
pub const SHEQU_SEVERITY_INFO: i32 = 3;

/// A record type: one of the `SHEQU_KIND_` numbers, which stay even where the order of the standard
/// changes.
pub type shequ_kind = i32;
/// Not said: files are told by their names.
pub const SHEQU_KIND_UNKNOWN: i32 = 0;

static KIND_NAMES: LazyLock<Vec<CString>> =
    LazyLock::new(|| Kind::all().map(|kind| c_string(kind.name())).collect());

static STANDARD: LazyLock<CString> = LazyLock::new(|| c_string(shequ::STANDARD));

pub(crate) const fn lang_of(lang: shequ_lang) -> Option<Lang> {
    match lang {
        SHEQU_LANG_ZH => Some(Lang::Zh),
        SHEQU_LANG_EN => Some(Lang::En),
        _ => None,
    }
}

/// A language that must be one.
pub(crate) fn known_lang(lang: shequ_lang) -> Result<Lang, Failure> {
    lang_of(lang).ok_or(Failure::new(
        SHEQU_INVALID_ARGUMENT,
        "语言应为 SHEQU_LANG_ZH 或 SHEQU_LANG_EN",
        "the language must be SHEQU_LANG_ZH or SHEQU_LANG_EN",
    ))
}

/// A form that must be one.
pub(crate) fn known_form(form: shequ_form) -> Result<Form, Failure> {
    Ok(match form {
        SHEQU_FORM_AUTO => Form::Auto,
        SHEQU_FORM_NDJSON => Form::Ndjson,
        SHEQU_FORM_ARRAY => Form::Array,
        SHEQU_FORM_RECORD => Form::Record,
        _ => {
            return Err(Failure::new(
                SHEQU_INVALID_ARGUMENT,
                "数据形式应为 SHEQU_FORM_ 所列之一",
                "the form must be one of SHEQU_FORM_",
            ));
        }
    })
}

/// A record type, or none where it is not said.
pub(crate) fn kind_or_none(kind: shequ_kind) -> Result<Option<Kind>, Failure> {
    if kind == SHEQU_KIND_UNKNOWN { Ok(None) } else { known_kind(kind).map(Some) }
}

/// A record type that must be one.
pub(crate) fn known_kind(kind: shequ_kind) -> Result<Kind, Failure> {
    Kind::all().find(|known| known.number() == kind).ok_or(Failure::new(
        SHEQU_INVALID_ARGUMENT,
        "记录类型应为 SHEQU_KIND_ 所列之一",
        "the record type must be one of SHEQU_KIND_",
    ))
}

pub(crate) const fn number_of_severity(severity: Severity) -> shequ_severity {
    match severity {
        Severity::Error => SHEQU_SEVERITY_ERROR,
        Severity::Warning => SHEQU_SEVERITY_WARNING,
        Severity::Info => SHEQU_SEVERITY_INFO,
    }
}

/// The version of the library, `"0.1.0"`.
///
/// The text lives as long as the library and is never NULL. Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn shequ_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// The version of the standard, `"1.0"`.
///
/// The text lives as long as the library and is never NULL. Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn shequ_standard_version() -> *const c_char {
    guard::value(c"".as_ptr(), || Ok(STANDARD.as_ptr()))
}

/// The version of the binary interface of the library that is loaded; see `SHEQU_ABI_VERSION`.
///
/// Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn shequ_abi_version() -> u32 {
    SHEQU_ABI_VERSION
}

/// Whether the library that is loaded serves a program that was built with a header: to be called
/// once at the start with `SHEQU_ABI_VERSION`.
///
/// Answers `SHEQU_OK`, or `SHEQU_WRONG_ABI` where the library has another major number or is older
/// than the header. Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn shequ_abi_check(header: u32) -> shequ_status {
    guard::status(|| {
        if header >> 16 == SHEQU_ABI_VERSION >> 16 && header <= SHEQU_ABI_VERSION {
            return Ok(());
        }
        let zh = format!(
            "头文件的接口版本为{header}，所载动态库的接口版本为{SHEQU_ABI_VERSION}，请更换配套的动态库"
        );
        let en = format!(
            "the header has interface {header} and the library loaded {SHEQU_ABI_VERSION}: load the library that belongs to the header"
        );
        Err(Failure::of(SHEQU_WRONG_ABI, zh, en))
    })
}

/// The name of a record type as schemas and reports use it, `"volunteer"`; NULL for a number that
/// is none.
///
/// The text lives as long as the library. Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn shequ_kind_name(kind: shequ_kind) -> *const c_char {
    guard::value(std::ptr::null(), || {
        let at = Kind::all().position(|known| known.number() == kind);
        Ok(at.map_or(std::ptr::null(), |at| KIND_NAMES[at].as_ptr()))
    })
}

/// The record type of a name: `"volunteer"`, `"volunteers"` or `"志愿者"`, in any case.
///
/// `name` is UTF-8 and ends with NUL. Answers `SHEQU_KIND_UNKNOWN` for NULL and where no record type
/// is called so. Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_kind_of(name: *const c_char) -> shequ_kind {
    guard::value(SHEQU_KIND_UNKNOWN, || {
        // SAFETY: the caller's word
        let name = unsafe { text(name, "name")? };
        Ok(name.and_then(Kind::parse).map_or(SHEQU_KIND_UNKNOWN, Kind::number))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_leads_to_its_record_type() {
        for kind in Kind::all() {
            assert_eq!(known_kind(kind.number()).unwrap(), kind);
        }
        assert!(known_kind(SHEQU_KIND_UNKNOWN).is_err() && known_kind(-1).is_err());
    }
}
