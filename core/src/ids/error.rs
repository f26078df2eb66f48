//! Why a text is no identifier, in two languages.

use super::{Issue, Issues};
use crate::Words;

/// What a text was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    ResidentId,
    ResidencePermit,
    ForeignPermanentResidentId,
    HkMacaoTravelPermit,
    TaiwanTravelPermit,
    Passport,
    VolunteerNumber,
    Phone,
    Email,
    CreditCode,
    OrganisationCode,
    DivisionCode,
    CommunityCode,
    RecordId,
    Reference,
}

/// A text is no identifier of the kind asked for: what is expected and what to do, never the text itself.
///
/// ```
/// use shequ::ids::{Issue, ResidentId};
/// let error = ResidentId::parse("11010519491231002x").unwrap_err();
/// assert_eq!(error.issue(), Issue::LowerCaseX);
/// assert_eq!(error.to_string(), "the check letter of the number must be a capital X: replace the lower-case x");
/// assert_eq!(error.words().zh, "号码末位校验码应为大写字母X，请将小写x改为大写X");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.words().en)]
pub struct IdError {
    what: What,
    issue: Issue,
    full_width: bool,
}

impl IdError {
    /// An error for the first issue that rejects the text.
    pub(super) fn check(what: What, issues: Issues) -> Result<(), Self> {
        match issues.rejection() {
            Some(issue) => Err(Self { what, issue, full_width: issues.contains(Issue::FullWidth) }),
            None => Ok(()),
        }
    }

    /// The text is not of its form.
    pub(super) const fn form(what: What) -> Self {
        Self { what, issue: Issue::Form, full_width: false }
    }

    /// The first issue that rejects the text.
    pub const fn issue(self) -> Issue {
        self.issue
    }

    /// The kind of identifier that was expected, such as 公民身份号码.
    pub const fn expected(self) -> Words {
        name(self.what)
    }

    /// The message in both languages; `Display` gives the English one.
    pub const fn words(self) -> Words {
        match self.issue {
            Issue::Form if self.full_width => FULL_WIDTH,
            Issue::SpreadsheetDamage => DAMAGE,
            Issue::OtherKind => other_kind(self.what),
            Issue::LowerCaseX => LOWER_CASE_X,
            Issue::CheckCharacter => check(self.what),
            Issue::BirthDate => BIRTH_DATE,
            Issue::Province => PROVINCE,
            Issue::Level => LEVEL,
            _ => form(self.what),
        }
    }
}

const FULL_WIDTH: Words = Words::new(
    "号码中含有全角字符，请改用半角字母和数字重新录入",
    "full-width characters in the number: enter it again in plain half-width letters and digits",
);
const DAMAGE: Words = Words::new(
    "号码已被电子表格改写（科学计数法，或第15位以后变为0），不得使用，请将该列设为文本格式后对照原件重新录入",
    "a spreadsheet damaged the number (scientific notation, or zeros after the 15th digit): format the column as text and enter it again from the document",
);
const LOWER_CASE_X: Words = Words::new(
    "号码末位校验码应为大写字母X，请将小写x改为大写X",
    "the check letter of the number must be a capital X: replace the lower-case x",
);
const BIRTH_DATE: Words = Words::new(
    "号码中的出生日期应为1880年1月1日以后的真实日期，请对照证件核对",
    "the birth date inside the number must be a real day from 1880-01-01 on: compare it with the document",
);
const PROVINCE: Words = Words::new(
    "号码前两位应为省级行政区划代码，请对照证件核对",
    "the first two digits of the number must name a province: compare them with the document",
);
const LEVEL: Words = Words::new(
    "区划代码应逐级填写，上级代码段为0的，下级代码段不得有值，前两位应为省级行政区划代码，请逐段核对",
    "the division code must be set level by level under a province, with no digits below an empty level: compare it part by part with the published code",
);

const fn other_kind(what: What) -> Words {
    match what {
        What::CreditCode => Words::new(
            "应填统一社会信用代码，所填为公民身份号码，请核对填写位置",
            "a credit code is expected and the number is a resident identity number: enter each in its own place",
        ),
        _ => Words::new(
            "应填公民身份号码，所填为统一社会信用代码，请核对填写位置",
            "a resident identity number is expected and the number is a credit code: enter each in its own place",
        ),
    }
}

const fn check(what: What) -> Words {
    match what {
        What::CreditCode => Words::new(
            "统一社会信用代码的校验码不符，请对照登记证书逐位核对",
            "the check character of the credit code does not match: compare the code with the certificate, character by character",
        ),
        What::OrganisationCode => Words::new(
            "组织机构代码的校验码不符，请对照代码证书逐位核对",
            "the check character of the organisation code does not match: compare the code with the certificate, character by character",
        ),
        _ => Words::new(
            "号码的校验码不符，请对照证件逐位核对，不得自行推算末位",
            "the check character of the number does not match: compare the number with the document, digit by digit",
        ),
    }
}

const fn name(what: What) -> Words {
    match what {
        What::ResidentId => Words::new("公民身份号码", "resident identity number"),
        What::ResidencePermit => Words::new("港澳台居民居住证号码", "residence permit number"),
        What::ForeignPermanentResidentId => {
            Words::new("外国人永久居留身份证号码", "foreign permanent resident card number")
        }
        What::HkMacaoTravelPermit => {
            Words::new("港澳居民来往内地通行证号码", "Hong Kong and Macao travel permit number")
        }
        What::TaiwanTravelPermit => Words::new("台湾居民来往大陆通行证号码", "Taiwan travel permit number"),
        What::Passport => Words::new("护照号码", "passport number"),
        What::VolunteerNumber => Words::new("志愿者编号", "volunteer number"),
        What::Phone => Words::new("联系电话", "phone number"),
        What::Email => Words::new("电子邮箱", "email address"),
        What::CreditCode => Words::new("统一社会信用代码", "credit code"),
        What::OrganisationCode => Words::new("组织机构代码", "organisation code"),
        What::DivisionCode => Words::new("行政区划代码", "division code"),
        What::CommunityCode => Words::new("社区（村）代码", "community code"),
        What::RecordId => Words::new("记录标识", "record id"),
        What::Reference => Words::new("记录引用", "reference"),
    }
}

const fn form(what: What) -> Words {
    match what {
        What::ResidentId => Words::new(
            "公民身份号码应为18位（17位数字加1位数字或大写字母X），旧号码为15位数字，请对照证件核对",
            "a resident identity number must be 17 digits and a digit or X, or the 15 digits of the old form: compare it with the document",
        ),
        What::ResidencePermit => Words::new(
            "港澳台居民居住证号码应为18位，以810000、820000或830000开头，请对照证件核对",
            "a residence permit number must have 18 characters that begin with 810000, 820000 or 830000: compare it with the document",
        ),
        What::ForeignPermanentResidentId => Words::new(
            "外国人永久居留身份证号码应为以9开头的18位号码，或3位大写字母加12位数字，请对照证件核对",
            "a foreign permanent resident card number must have 18 characters that begin with 9, or 3 capital letters and 12 digits: compare it with the document",
        ),
        What::HkMacaoTravelPermit => Words::new(
            "港澳居民来往内地通行证号码应为大写字母H或M加8位或10位数字，请对照证件核对",
            "a Hong Kong and Macao travel permit number must be H or M and 8 or 10 digits: compare it with the document",
        ),
        What::TaiwanTravelPermit => Words::new(
            "台湾居民来往大陆通行证号码应为8位数字，或10位数字（其后可加1位大写字母），请对照证件核对",
            "a Taiwan travel permit number must be 8 digits, or 10 digits with or without a capital letter: compare it with the document",
        ),
        What::Passport => Words::new(
            "护照号码应为5至17位大写字母和数字，不得含有空格和其他符号，请对照护照核对",
            "a passport number must be 5 to 17 capital letters and digits: compare it with the passport",
        ),
        What::VolunteerNumber => Words::new(
            "志愿者编号应为大写字母V加16位数字，再加1位数字或大写字母，请向志愿服务站核实",
            "a volunteer number must be V, 16 digits, and a digit or capital letter: ask the volunteer station",
        ),
        What::Phone => Words::new(
            "联系电话应为11位手机号码、带区号的固定电话（如0531-88888888）、服务热线、400或800电话，或以+开头的国际号码，请核对",
            "a phone number must be a mainland mobile, a landline with area code (0531-88888888), a hotline, a 400 or 800 number, or an international number with +: correct it",
        ),
        What::Email => Words::new(
            "电子邮箱应为“用户名@域名”形式，总长不得超过254个字符，请核对",
            "an email address must be a name of at most 64 characters, @ and a domain with a dot, at most 254 characters in all: correct it",
        ),
        _ => form_of_code(what),
    }
}

const fn form_of_code(what: What) -> Words {
    match what {
        What::CreditCode => Words::new(
            "统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z），其中第3至8位为数字，请对照登记证书核对",
            "a credit code must be 18 digits and capital letters without I, O, S, V and Z, the third to the eighth digits: compare it with the certificate",
        ),
        What::OrganisationCode => Words::new(
            "组织机构代码应为8位数字或大写字母，加1位数字或大写字母X，请对照代码证书核对",
            "an organisation code must be 8 digits or capital letters, and a digit or X: compare it with the certificate",
        ),
        What::DivisionCode => Words::new(
            "行政区划代码应为12位数字，不足12位的在右边补0，请核对",
            "a division code must be 12 digits, padded with zeros on the right: correct it",
        ),
        What::CommunityCode => Words::new(
            "社区（村）代码应为12位数字，末三位不得为000，请核对",
            "a community code must be 12 digits whose last three are not 000: correct it",
        ),
        What::RecordId => Words::new(
            "记录标识应为1至64位字母、数字和“.”“_”“:”“-”，并以字母或数字开头，请核对",
            "a record id must be 1 to 64 letters, digits and . _ : - that begin with a letter or a digit: correct it",
        ),
        _ => Words::new(
            "记录引用应为所引用记录的标识，或“统一社会信用代码:标识”，请核对",
            "a reference must be the id of a record, or CREDITCODE:ID for a record of another publisher: correct it",
        ),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::ids::{CreditCode, DivisionCode, ResidentId};

    #[test]
    fn messages_name_no_value_and_follow_the_style() {
        let errors = [
            ResidentId::parse("110105194912310021").unwrap_err(),
            ResidentId::parse("1.10105E+17").unwrap_err(),
            CreditCode::parse("11010519491231002X").unwrap_err(),
            DivisionCode::parse("370100001000").unwrap_err(),
        ];
        for error in errors {
            let text = error.to_string();
            assert!(!text.ends_with('.') && text.starts_with(char::is_lowercase), "{text}");
            assert!(!text.contains("110105") && !text.contains("370100"), "{text}");
            assert!(!error.words().zh.ends_with('。') && !error.expected().zh.is_empty());
        }
    }

    #[test]
    fn full_width_is_named() {
        let error = ResidentId::parse("１１０１０５１９４９１２３１００２Ｘ").unwrap_err();
        assert_eq!(error.issue(), Issue::Form);
        assert!(error.words().zh.contains("全角"));
    }
}
