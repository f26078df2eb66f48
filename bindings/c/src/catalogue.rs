//! What is published: schemas, the rule catalogue, and the page of a rule.

use std::ffi::c_char;

use shequ::{BASE_URI, rules};

use crate::guard;
use crate::report::json;
use crate::status::shequ_status;
use crate::string::{self, shequ_string};
use crate::text::{needed, out};
use crate::words::{known_kind, known_lang, shequ_kind, shequ_lang};

/// The JSON Schema 2020-12 of a record type.
///
/// `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
/// Errors: `SHEQU_INVALID_ARGUMENT` for a kind. Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_schema(kind: shequ_kind, out: *mut *mut shequ_string) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        *out = json(&shequ::schema(known_kind(kind)?, BASE_URI))?;
        Ok(())
    })
}

/// The JSON Schema 2020-12 of the report that `shequ_report_json` writes.
///
/// `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_report_schema(out: *mut *mut shequ_string) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        *out = json(&shequ::report_schema(BASE_URI))?;
        Ok(())
    })
}

/// The rule catalogue as JSON, in the form of `rules.json`.
///
/// `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
/// Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_catalogue(out: *mut *mut shequ_string) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        *out = json(&shequ::catalogue())?;
        Ok(())
    })
}

/// The page of a rule in a language: what it says, why, what to do, what it rests on.
///
/// `rule` is its id or name in any case, `"IDN001"`, UTF-8, ending with NUL. `out` must not be NULL; it receives a string
/// that the caller frees by `shequ_string_free`, or NULL on failure.
///
/// Errors: `SHEQU_NOT_FOUND`, `SHEQU_INVALID_ARGUMENT` for a language, `SHEQU_INVALID_UTF8`. Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_explain(
    rule: *const c_char,
    lang: shequ_lang,
    out: *mut *mut shequ_string,
) -> shequ_status {
    // SAFETY: the caller's word
    guard::status(|| unsafe {
        let out = self::out(out)?;
        let rule = rules::known(needed(rule, "rule")?)?;
        *out = string::give(&shequ::pages::explain(rule, known_lang(lang)?));
        Ok(())
    })
}
