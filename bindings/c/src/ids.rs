//! Identifier checks: no handle, nothing allocated, plain structs out.

use std::ffi::c_char;

use jiff::civil::Date;
use shequ::Lang;
use shequ::ids::{CreditCode, DivisionCode, IdSex, Issue, Issues, ResidentId};

use crate::guard;
use crate::status::{Failure, SHEQU_INVALID_ARGUMENT, SHEQU_NOT_VALID, SHEQU_OK, shequ_status};
use crate::text::bytes;
use crate::words::{lang_of, shequ_lang};

/// What is wrong with an identifier, or worth a look: bits `SHEQU_ISSUE_`. Those above `SHEQU_ISSUE_REJECTIONS` are
/// warnings.
pub type shequ_issues = u32;
/// Rewritten by a spreadsheet.
pub const SHEQU_ISSUE_SPREADSHEET_DAMAGE: u32 = 1;
/// A number of another kind.
pub const SHEQU_ISSUE_OTHER_KIND: u32 = 2;
/// Ends in a lower-case x, right otherwise.
pub const SHEQU_ISSUE_LOWER_CASE_X: u32 = 4;
/// Ends in a lower-case x, and not right otherwise.
pub const SHEQU_ISSUE_LOWER_CASE_FORM: u32 = 8;
/// Not of its form.
pub const SHEQU_ISSUE_FORM: u32 = 16;
/// Full-width characters.
pub const SHEQU_ISSUE_FULL_WIDTH: u32 = 32;
/// Wrong check character.
pub const SHEQU_ISSUE_CHECK_CHARACTER: u32 = 64;
/// Impossible birth date.
pub const SHEQU_ISSUE_BIRTH_DATE: u32 = 128;
/// No such province.
pub const SHEQU_ISSUE_PROVINCE: u32 = 256;
/// Levels of a division code that do not fit.
pub const SHEQU_ISSUE_LEVEL: u32 = 512;
/// The issues for which a text is not valid.
pub const SHEQU_ISSUE_REJECTIONS: u32 = 1023;
/// The division is in no edition of GB/T 2260; a warning.
pub const SHEQU_ISSUE_UNKNOWN_PREFIX: u32 = 1024;
/// The 15 digits of the first generation; a warning.
pub const SHEQU_ISSUE_FIRST_GENERATION: u32 = 2048;
/// No known authority and category; a warning.
pub const SHEQU_ISSUE_UNKNOWN_AUTHORITY: u32 = 4096;
/// The organisation code inside does not check; a warning.
pub const SHEQU_ISSUE_INNER_CODE: u32 = 8192;
/// The registration division is in no edition of GB/T 2260; a warning.
pub const SHEQU_ISSUE_UNKNOWN_DIVISION: u32 = 16384;

const BITS: [(shequ_issues, Issue); 15] = [
    (SHEQU_ISSUE_SPREADSHEET_DAMAGE, Issue::SpreadsheetDamage),
    (SHEQU_ISSUE_OTHER_KIND, Issue::OtherKind),
    (SHEQU_ISSUE_LOWER_CASE_X, Issue::LowerCaseX),
    (SHEQU_ISSUE_LOWER_CASE_FORM, Issue::LowerCaseForm),
    (SHEQU_ISSUE_FORM, Issue::Form),
    (SHEQU_ISSUE_FULL_WIDTH, Issue::FullWidth),
    (SHEQU_ISSUE_CHECK_CHARACTER, Issue::CheckCharacter),
    (SHEQU_ISSUE_BIRTH_DATE, Issue::BirthDate),
    (SHEQU_ISSUE_PROVINCE, Issue::Province),
    (SHEQU_ISSUE_LEVEL, Issue::Level),
    (SHEQU_ISSUE_UNKNOWN_PREFIX, Issue::UnknownPrefix),
    (SHEQU_ISSUE_FIRST_GENERATION, Issue::FirstGeneration),
    (SHEQU_ISSUE_UNKNOWN_AUTHORITY, Issue::UnknownAuthority),
    (SHEQU_ISSUE_INNER_CODE, Issue::InnerCode),
    (SHEQU_ISSUE_UNKNOWN_DIVISION, Issue::UnknownDivision),
];

/// The parts of a resident identity number; all 0 but `issues` where it is not valid.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct shequ_resident_id {
    /// What is wrong, or worth a look.
    pub issues: shequ_issues,
    /// The six digits of the division, 110105.
    pub division: u32,
    /// The birth date as a number, 19491231.
    pub birth_date: u32,
    /// The sequence number, 0 to 999.
    pub sequence: u16,
    /// The code of GB/T 2261.1: 1 male, 2 female.
    pub sex: u8,
    /// The check character, `'X'` or a digit; 0 in a number of 15 digits.
    pub check: c_char,
}

/// The parts of a unified social credit code; all 0 but `issues` where it is not valid.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct shequ_credit_code {
    /// What is wrong, or worth a look.
    pub issues: shequ_issues,
    /// The six digits of the registration division, 350100.
    pub division: u32,
    /// The registering authority.
    pub authority: c_char,
    /// The category under that authority.
    pub category: c_char,
    /// The organisation code, nine characters and NUL.
    pub subject: [c_char; 10],
    /// The check character.
    pub check: c_char,
}

/// The parts of a division code, 12 digits as a number; all 0 but `issues` where it is not valid.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct shequ_division {
    /// What is wrong, or worth a look.
    pub issues: shequ_issues,
    /// The level: 1 province, 2 prefecture, 3 county, 4 township, 5 village or community.
    pub level: u32,
    /// The code itself.
    pub code: u64,
    /// The division above; 0 above a province.
    pub parent: u64,
    /// The province.
    pub province: u64,
    /// The prefecture; 0 for a province.
    pub prefecture: u64,
    /// The county; 0 above one, and in a city without counties.
    pub county: u64,
    /// The township or sub-district; 0 above one.
    pub township: u64,
}

/// Checks a resident identity number, 公民身份号码 (GB 11643-1999), of 18 characters or 15 digits.
///
/// `text` has `length` bytes and need not end with NUL. `as_of` is the last possible birth date as a number, 20260630;
/// 0 leaves that comparison out. `out` may be NULL where the parts are not wanted; it is written whole in any case.
///
/// Answers `SHEQU_OK`, also with warnings, or `SHEQU_NOT_VALID`; text that is not UTF-8 is not valid. Errors:
/// `SHEQU_NULL_ARGUMENT`, `SHEQU_INVALID_ARGUMENT` for a length or a date. Nothing is allocated. Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_check_resident_id(
    text: *const c_char,
    length: usize,
    as_of: u32,
    out: *mut shequ_resident_id,
) -> shequ_status {
    // SAFETY: the caller's word
    unsafe {
        check(text, length, out, |text, out| {
            let (issues, id) = ResidentId::look(text, day(as_of)?);
            Ok((issues, id.as_ref().map(|id| resident(id, out)).is_some()))
        })
    }
}

/// Checks a unified social credit code, 统一社会信用代码 (GB 32100-2015).
///
/// `text` has `length` bytes and need not end with NUL. `out` may be NULL where the parts are not wanted; it is written
/// whole in any case.
///
/// Answers `SHEQU_OK`, also with warnings, or `SHEQU_NOT_VALID`; text that is not UTF-8 is not valid. Errors:
/// `SHEQU_NULL_ARGUMENT`, `SHEQU_INVALID_ARGUMENT` for a length. Nothing is allocated. Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_check_credit_code(
    text: *const c_char,
    length: usize,
    out: *mut shequ_credit_code,
) -> shequ_status {
    // SAFETY: the caller's word
    unsafe {
        check(text, length, out, |text, out| {
            let (issues, code) = CreditCode::look(text, None);
            Ok((issues, code.as_ref().map(|code| credit(code, out)).is_some()))
        })
    }
}

/// Checks a division code, 行政区划代码 (GB/T 2260, GB/T 10114), of 12 digits.
///
/// `text` has `length` bytes and need not end with NUL. `out` may be NULL where the parts are not wanted; it is written
/// whole in any case.
///
/// Answers `SHEQU_OK` or `SHEQU_NOT_VALID`; text that is not UTF-8 is not valid. Errors: `SHEQU_NULL_ARGUMENT`,
/// `SHEQU_INVALID_ARGUMENT` for a length. Nothing is allocated. Threads: any.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn shequ_check_division(
    text: *const c_char,
    length: usize,
    out: *mut shequ_division,
) -> shequ_status {
    // SAFETY: the caller's word
    unsafe {
        check(text, length, out, |text, out| {
            let (issues, code) = DivisionCode::look(text);
            Ok((issues, code.as_ref().map(|code| division(code, out)).is_some()))
        })
    }
}

/// A short label for one issue in a language; of several bits the lowest counts, and for none the text is empty.
///
/// The text is UTF-8, lives as long as the library and is never NULL. A language that is none gives Chinese. Threads: any.
#[unsafe(no_mangle)]
pub extern "C" fn shequ_issue_text(issue: shequ_issues, lang: shequ_lang) -> *const c_char {
    let at = BITS.iter().position(|row| issue & row.0 != 0);
    let english = lang_of(lang) == Some(Lang::En);
    at.map_or(c"".as_ptr(), |at| if english { LABELS[at].1 } else { LABELS[at].0 }.as_ptr())
}

/// The words of `Issue::words`, which a test compares, with the NUL of C.
const LABELS: [(&std::ffi::CStr, &std::ffi::CStr); 15] = [
    (c"已被电子表格改写", c"damaged by a spreadsheet"),
    (c"号码类型填错", c"number of another kind"),
    (c"末位为小写字母x", c"lower-case x"),
    (c"末位为小写字母x且号码有误", c"lower-case x and not right otherwise"),
    (c"格式不符", c"not of its form"),
    (c"含有全角字符", c"full-width characters"),
    (c"校验码不符", c"wrong check character"),
    (c"出生日期有误", c"impossible birth date"),
    (c"省级代码不存在", c"no such province"),
    (c"代码层级有误", c"levels of the code do not fit"),
    (c"地址码未见于历版标准", c"unknown division prefix"),
    (c"第一代15位号码", c"15-digit number of the first generation"),
    (c"登记管理部门或机构类别不明", c"unknown authority or category"),
    (c"主体标识码校验不符", c"inner organisation code does not check"),
    (c"登记机关区划未见于历版标准", c"unknown registration division"),
];

/// A struct of parts that begins with the issues.
trait Parts: Default {
    fn set_issues(&mut self, issues: shequ_issues);
}

macro_rules! parts {
    ($($name:ident),*) => {
        $(impl Parts for $name {
            fn set_issues(&mut self, issues: shequ_issues) {
                self.issues = issues;
            }
        })*
    };
}
parts!(shequ_resident_id, shequ_credit_code, shequ_division);

/// Looks at a text: what is wrong with it, and whether it is valid; only then its parts are written, each to its place,
/// since copies of a struct that was just put together cost more than the look.
///
/// # Safety
/// The text has so many bytes, and `out` is NULL or may be written.
unsafe fn check<T: Parts>(
    text: *const c_char,
    length: usize,
    out: *mut T,
    look: impl FnOnce(&str, &mut T) -> Result<(Issues, bool), Failure>,
) -> shequ_status {
    guard::plain(|| {
        // SAFETY: the caller's word
        let text = unsafe { bytes(text.cast(), length, "text")? };
        let mut unwanted = T::default();
        // SAFETY: the caller's word
        let out = unsafe { out.as_mut() }.unwrap_or(&mut unwanted);
        let (issues, is_valid) = match short_text(text) {
            Some(text) => look(text, out)?,
            None => (Issues::from(Issue::Form), false),
        };
        if !is_valid {
            *out = T::default();
        }
        out.set_issues(bits(issues));
        Ok(if is_valid { SHEQU_OK } else { SHEQU_NOT_VALID })
    })
}

/// The bytes as text. Of a number that could be right every byte is ASCII, which is seen faster than UTF-8 is.
fn short_text(text: &[u8]) -> Option<&str> {
    if text.iter().fold(0, |all, byte| all | byte) < 0x80 {
        // SAFETY: ASCII is UTF-8
        Some(unsafe { std::str::from_utf8_unchecked(text) })
    } else {
        std::str::from_utf8(text).ok()
    }
}

fn bits(issues: Issues) -> shequ_issues {
    if issues.is_empty() {
        return 0;
    }
    BITS.iter().filter(|row| issues.contains(row.1)).map(|row| row.0).sum()
}

fn day(number: u32) -> Result<Option<Date>, Failure> {
    if number == 0 {
        return Ok(None);
    }
    let date = || {
        let year = i16::try_from(number / 10_000).ok()?;
        let (month, day) = (i8::try_from(number / 100 % 100).ok()?, i8::try_from(number % 100).ok()?);
        Date::new(year, month, day).ok()
    };
    date().map(Some).ok_or(Failure::new(
        SHEQU_INVALID_ARGUMENT,
        "as_of 应为 20260630 形式的日期数字，或为0",
        "as_of must be a date written as a number, 20260630, or 0",
    ))
}

/// A byte of ASCII as the `char` of the platform, signed or not.
const fn as_char(byte: u8) -> c_char {
    c_char::from_ne_bytes([byte])
}

#[inline]
fn resident(id: &ResidentId, out: &mut shequ_resident_id) {
    let birth = id.birth_date();
    let (month, day) = (u32::from(birth.month().unsigned_abs()), u32::from(birth.day().unsigned_abs()));
    out.division = id.division();
    out.birth_date = u32::from(birth.year().unsigned_abs()) * 10_000 + month * 100 + day;
    out.sequence = u16::try_from(id.sequence()).unwrap_or_default();
    out.sex = match id.sex() {
        IdSex::Male => 1,
        IdSex::Female => 2,
    };
    out.check = id.check().map_or(0, letter);
}

#[inline]
fn credit(code: &CreditCode, out: &mut shequ_credit_code) {
    out.division = code.division();
    [out.authority, out.category] = code.registration().map(letter);
    for (place, byte) in out.subject.iter_mut().zip(code.subject().bytes().chain([0])) {
        *place = as_char(byte);
    }
    out.check = letter(code.check());
}

#[inline]
fn division(code: &DivisionCode, out: &mut shequ_division) {
    let line = code.lineage().map(Option::unwrap_or_default);
    let own = line.iter().rposition(|division| *division != 0).unwrap_or_default();
    let parent = line[..own].iter().rev().find(|division| **division != 0);
    out.level = u32::try_from(own).unwrap_or_default() + 1;
    out.code = line[own];
    out.parent = parent.copied().unwrap_or_default();
    [out.province, out.prefecture, out.county, out.township, _] = line;
}

/// A letter of an identifier, which is ASCII.
fn letter(letter: char) -> c_char {
    as_char(u8::try_from(letter).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_labels_and_rejections_are_those_of_the_issues() {
        for (at, issue) in Issue::ALL.into_iter().enumerate() {
            assert_eq!(BITS[at], (1 << at, issue));
            let words = issue.words();
            assert_eq!((LABELS[at].0.to_str(), LABELS[at].1.to_str()), (Ok(words.zh), Ok(words.en)));
            assert_eq!(BITS[at].0 & SHEQU_ISSUE_REJECTIONS != 0, issue.is_rejection());
        }
    }

    /// The parts of a text that is valid.
    macro_rules! parts {
        ($function:ident($text:expr $(, $more:expr)*) -> $parts:ident) => {{
            let (text, mut out): (&str, _) = ($text, $parts::default());
            // SAFETY: the text has so many bytes
            let status = unsafe { $function(text.as_ptr().cast(), text.len() $(, $more)*, &raw mut out) };
            assert_eq!(status, SHEQU_OK, "{text}");
            out
        }};
    }

    #[test]
    fn parts_of_a_resident_number_are_told_in_both_generations() {
        for (text, division, birth_date, sequence, sex, check) in [
            ("11010519491231002X", 110_105, 19_491_231, 2, 2, b'X'),
            ("610104620927690", 610_104, 19_620_927, 690, 2, 0),
            ("610104620927691", 610_104, 19_620_927, 691, 1, 0),
        ] {
            let id = parts!(shequ_check_resident_id(text, 0) -> shequ_resident_id);
            let told = (id.division, id.birth_date, id.sequence, id.sex, id.check);
            assert_eq!(told, (division, birth_date, sequence, sex, as_char(check)), "{text}");
        }
    }

    #[test]
    fn parts_of_a_credit_code_are_told() {
        let code = parts!(shequ_check_credit_code("91350100M000100Y43") -> shequ_credit_code);
        let letters = [code.authority, code.category, code.check];
        assert_eq!((code.division, letters), (350_100, [b'9', b'1', b'3'].map(as_char)));
        assert_eq!(code.subject, b"M000100Y4\0".map(as_char));
    }

    #[test]
    fn divisions_above_are_told_down_from_the_province() {
        let (province, city, county) = (370_000_000_000, 370_100_000_000, 370_102_000_000);
        for (text, level, parent, above) in [
            ("370000000000", 1, 0, [province, 0, 0, 0]),
            ("370100000000", 2, province, [province, city, 0, 0]),
            ("370102000000", 3, city, [province, city, county, 0]),
            ("370102001000", 4, county, [province, city, county, 370_102_001_000]),
            ("370102001001", 5, 370_102_001_000, [province, city, county, 370_102_001_000]),
            // a city without counties
            ("441900003000", 4, 441_900_000_000, [440_000_000_000, 441_900_000_000, 0, 441_900_003_000]),
        ] {
            let code = parts!(shequ_check_division(text) -> shequ_division);
            assert_eq!((code.level, code.parent, code.code.to_string().as_str()), (level, parent, text));
            assert_eq!([code.province, code.prefecture, code.county, code.township], above, "{text}");
        }
    }
}
