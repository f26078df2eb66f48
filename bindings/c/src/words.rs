//! Versions, languages, severities and record types, as numbers and names.

use std::ffi::{CString, c_char};
use std::sync::LazyLock;

use shequ::{Kind, Lang, Severity};

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

/// How much a finding matters.
pub type shequ_severity = i32;
/// The record does not conform.
pub const SHEQU_SEVERITY_ERROR: i32 = 1;
/// Look again.
pub const SHEQU_SEVERITY_WARNING: i32 = 2;
/// For information.
pub const SHEQU_SEVERITY_INFO: i32 = 3;

/// A record type.
pub type shequ_kind = i32;
/// Not said: files are told by their names.
pub const SHEQU_KIND_UNKNOWN: i32 = 0;
/// 社区 community
pub const SHEQU_KIND_COMMUNITY: i32 = 1;
/// 社区统计 community statistics
pub const SHEQU_KIND_STATISTICS: i32 = 2;
/// 社区下设单元 subdivision
pub const SHEQU_KIND_SUBDIVISION: i32 = 3;
/// 服务设施 facility
pub const SHEQU_KIND_FACILITY: i32 = 4;
/// 创建评估 evaluation
pub const SHEQU_KIND_EVALUATION: i32 = 5;
/// 社区组织 organisation
pub const SHEQU_KIND_ORGANISATION: i32 = 6;
/// 社区工作者 community worker
pub const SHEQU_KIND_WORKER: i32 = 7;
/// 选举 election
pub const SHEQU_KIND_ELECTION: i32 = 8;
/// 协议 agreement
pub const SHEQU_KIND_AGREEMENT: i32 = 9;
/// 志愿者 volunteer
pub const SHEQU_KIND_VOLUNTEER: i32 = 10;
/// 活动项目 activity
pub const SHEQU_KIND_ACTIVITY: i32 = 11;
/// 志愿服务记录 service record
pub const SHEQU_KIND_SERVICE_RECORD: i32 = 12;
/// 激励表彰 recognition
pub const SHEQU_KIND_RECOGNITION: i32 = 13;
/// 服务事项 service
pub const SHEQU_KIND_SERVICE: i32 = 14;
/// 居民诉求办件 residents' case
pub const SHEQU_KIND_CASE: i32 = 15;

/// Record types by their numbers; the numbers stay even where the order of the standard changes.
const KINDS: [(shequ_kind, Kind); 15] = [
    (SHEQU_KIND_COMMUNITY, Kind::Community),
    (SHEQU_KIND_STATISTICS, Kind::Statistics),
    (SHEQU_KIND_SUBDIVISION, Kind::Subdivision),
    (SHEQU_KIND_FACILITY, Kind::Facility),
    (SHEQU_KIND_EVALUATION, Kind::Evaluation),
    (SHEQU_KIND_ORGANISATION, Kind::Organisation),
    (SHEQU_KIND_WORKER, Kind::Worker),
    (SHEQU_KIND_ELECTION, Kind::Election),
    (SHEQU_KIND_AGREEMENT, Kind::Agreement),
    (SHEQU_KIND_VOLUNTEER, Kind::Volunteer),
    (SHEQU_KIND_ACTIVITY, Kind::Activity),
    (SHEQU_KIND_SERVICE_RECORD, Kind::ServiceRecord),
    (SHEQU_KIND_RECOGNITION, Kind::Recognition),
    (SHEQU_KIND_SERVICE, Kind::Service),
    (SHEQU_KIND_CASE, Kind::Case),
];

static KIND_NAMES: LazyLock<Vec<CString>> =
    LazyLock::new(|| KINDS.iter().map(|row| c_string(row.1.name())).collect());

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

/// A record type, or none where it is not said.
pub(crate) fn kind_or_none(kind: shequ_kind) -> Result<Option<Kind>, Failure> {
    if kind == SHEQU_KIND_UNKNOWN { Ok(None) } else { known_kind(kind).map(Some) }
}

/// A record type that must be one.
pub(crate) fn known_kind(kind: shequ_kind) -> Result<Kind, Failure> {
    KINDS.iter().find(|row| row.0 == kind).map(|row| row.1).ok_or(Failure::new(
        SHEQU_INVALID_ARGUMENT,
        "记录类型应为 SHEQU_KIND_ 所列之一",
        "the record type must be one of SHEQU_KIND_",
    ))
}

pub(crate) fn number_of(kind: Kind) -> shequ_kind {
    KINDS.iter().find(|row| row.1 == kind).map_or(SHEQU_KIND_UNKNOWN, |row| row.0)
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
        let at = KINDS.iter().position(|row| row.0 == kind);
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
        Ok(name.and_then(Kind::parse).map_or(SHEQU_KIND_UNKNOWN, number_of))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_type_has_one_number() {
        assert_eq!(Kind::all().len(), KINDS.len());
        for (number, kind) in (1..).zip(Kind::all()) {
            assert_eq!((number_of(kind), known_kind(number).unwrap()), (number, kind));
        }
    }
}
