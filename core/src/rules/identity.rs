//! IDN001-IDN008, IDN016, IDN018, IDN020, IDN021: numbers of personal documents, and numbers damaged or misplaced.

use jiff::civil;

use super::{Context, Reported};
use crate::Words;
use crate::codes::{Code as _, IdentityType};
use crate::field::Slot;
use crate::finding::{Param, Params};
use crate::ids::{
    ForeignPermanentResidentId, HkMacaoTravelPermit, Issue, Issues, Passport, ResidencePermit, ResidentId,
    TaiwanTravelPermit, full_width, is_scientific,
};
use crate::model::IdentityView;
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[
    &IDN001, &IDN002, &IDN003, &IDN004, &IDN005, &IDN006, &IDN007, &IDN008, &IDN016, &IDN018, &IDN020,
    &IDN021,
];

rule! {
    /// The check character catches nearly every slip of the keyboard, so a number that fails it names nobody.
    pub static IDN001 = {
        name: "resident-id-check-character",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "居民身份证号码校验码错误" / "resident identity number: wrong check character",
        why: "末位校验码由前17位算出；对不上说明至少有一位录错，这样的号码不能用于核实本人身份"
            / "the last character is computed from the 17 before it; where it differs at least one of the 18 is wrong, and nobody can be verified by the number",
        message: "身份证号码末位校验码与前17位不符"
            / "the check character of the resident identity number does not match its first 17 digits",
        advice: "请对照证件原件逐位核对后重新录入，不得自行推算末位"
            / "compare the number with the document, digit by digit, and enter it again; never work out the last character yourself",
        basis: [Basis::whole(Document::Gb11643)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The birth date inside the number decides age, and with it guardianship and the class of the data.
    pub static IDN002 = {
        name: "resident-id-birth-date",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "居民身份证号码中的出生日期无效" / "resident identity number: impossible birth date",
        why: "号码中的出生日期用来判断年龄；日期不存在或不合情理，说明号码录错"
            / "the birth date inside the number decides the age; one that cannot be means that the number is wrong",
        message: "身份证号码中的出生日期无效：{fault}" / "the birth date inside the resident identity number is not possible: {fault}",
        advice: "请对照证件原件核对号码中的出生日期（18位号码为第7至14位，15位号码为第7至12位）"
            / "compare that part of the number with the document: the 7th to 14th of 18 digits, the 7th to 12th of 15",
        basis: [Basis::whole(Document::Gb11643)],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// No number was ever issued outside the provinces, so such a number is mistyped or of another document.
    pub static IDN003 = {
        name: "resident-id-province",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "居民身份证号码前两位不是省级代码" / "resident identity number: no such province",
        why: "号码前两位是首次登记户口时所在省份的代码；没有这个代码，说明号码录错或选错了证件类型"
            / "the first two digits are the province of the first registration; where there is no such province the number or the type of document is wrong",
        message: "身份证号码前两位不是省级行政区划代码" / "the first two digits of the resident identity number name no province",
        advice: "请对照证件原件核对号码；所持为港澳台居民居住证或外国人永久居留身份证的，请改选相应的证件类型"
            / "compare the number with the document; for a residence permit or a permanent resident card choose that type of document",
        basis: [Basis::whole(Document::Gb2260)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A number keeps the code of the place of first registration for life: a retired code is right, a code that never was is doubtful.
    pub static IDN004 = {
        name: "resident-id-unknown-division",
        severity: Warning,
        scope: Record,
        records: [Volunteer, Worker],
        title: "居民身份证号码前六位查无此区划" / "resident identity number: division in no edition of the codes",
        why: "前六位是首次登记户口时所在县区的代码，终身不变；该地后来撤并、改名的，旧代码照样有效，只有历年都没有的代码才需核对"
            / "the first six digits are the county of the first registration and stay for life; a code that was retired later is right, only one that never was needs a look",
        message: "身份证号码前六位在历年行政区划代码中都查不到（已停用的代码属正常，不列为问题）"
            / "the first six digits of the resident identity number are in no edition of the division codes (retired codes are right and are not reported)",
        advice: "请对照证件原件核对前六位；与证件一致的，可不作修改"
            / "compare them with the document; where they agree with it leave them",
        basis: [Basis::whole(Document::Gb2260)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A number of the first generation has no check character and belongs to a card that is no longer valid.
    pub static IDN005 = {
        name: "resident-id-15-digits",
        severity: Warning,
        scope: Record,
        records: [Volunteer, Worker],
        title: "15位旧身份证号码" / "15-digit resident identity number of the first generation",
        why: "15位旧号码没有校验码，录错了查不出来，也无法与现行的18位号码直接比对"
            / "a number of 15 digits has no check character, so that mistakes pass, and it does not match the present number of 18 by itself",
        message: "填写的是15位旧身份证号码，应换用现行的18位号码"
            / "this is a resident identity number of 15 digits; use the present one of 18 characters",
        advice: "请向本人核对现行居民身份证或户口簿，改填18位号码，不要由旧号码自行推算"
            / "take the 18 characters from the person's present identity card or household register; do not work them out from the old number",
        basis: [Basis::whole(Document::Gb11643)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Residence permits of residents of Hong Kong, Macao and Taiwan carry a number built like that of a resident.
    pub static IDN006 = {
        name: "residence-permit-number",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "港澳台居民居住证号码错误" / "residence permit number not of its form",
        why: "居住证号码与居民身份证号码结构相同、可以校验；对不上说明录错或选错了证件类型"
            / "the number is built and checked like that of a resident; where it fails the number or the type of document is wrong",
        message: "居住证号码{fault}" / "the residence permit number {fault}",
        advice: "请对照居住证原件逐位核对（18位：810000、820000或830000，8位出生日期，3位顺序码，1位校验码）；所持为来往内地（大陆）通行证的，请改选相应的证件类型"
            / "compare the number with the permit, digit by digit (18 characters: 810000, 820000 or 830000, a birth date of 8 digits, 3 digits, a check character); for a mainland travel permit choose that type of document",
        basis: [Basis::domain("4.2")],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Cards of foreign permanent residents exist in two forms; both are right, nothing inside the number is read.
    pub static IDN007 = {
        name: "foreign-permanent-resident-number",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "外国人永久居留身份证号码错误" / "foreign permanent resident card number not of its form",
        why: "该证新旧两版号码都在使用，格式不同；两种都不符，说明录错或选错了证件类型"
            / "cards of two generations are in use; a number of neither form is mistyped or of another document",
        message: "外国人永久居留身份证号码{fault}" / "the number of the foreign permanent resident card {fault}",
        advice: "请对照证件原件逐位核对（新版为9开头的18位号码，旧版为3位大写字母加12位数字）；所持为护照的，请改选“护照”"
            / "compare the number with the card, digit by digit (18 characters that begin with 9, or 3 capital letters and 12 digits on older cards); for a passport choose that type of document",
        basis: [Basis::domain("4.2")],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Travel permits and passports have no public check character; the form is all that can be held to.
    pub static IDN008 = {
        name: "travel-document-number",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "通行证或护照号码格式不符" / "travel permit or passport number not of its form",
        why: "号码格式与所选证件类型不符，多为录错或选错了证件类型，不能用于核实本人身份"
            / "a number that is not of the form of its document is mistyped or of another document, and nobody can be verified by it",
        message: "证件类型填的是{document}，号码应为{expected}"
            / "the type of document is “{document}”, so the number should be {expected}",
        advice: "请对照证件原件逐位核对号码，去掉空格和横线，字母用大写；所持为其他证件的，请改选相应的证件类型"
            / "compare the number with the document, digit by digit, without spaces and hyphens and with capital letters; for another document choose its type",
        basis: [Basis::domain("4.2")],
        params: ["document", "expected"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A spreadsheet keeps 15 digits of a number; what it turned to zeros is lost and no format brings it back.
    pub static IDN016 = {
        name: "spreadsheet-damage",
        severity: Error,
        scope: Record,
        records: [],
        title: "号码被电子表格改写" / "number damaged by a spreadsheet",
        why: "电子表格把长号码当作数值，只保留15位有效数字，其余变为0；成列的号码会同时被改写"
            / "a spreadsheet takes a long number for a quantity and keeps 15 digits of it; the rest turns to zeros, mostly in a whole column at once",
        message: "号码已被电子表格改写：{fault}" / "a spreadsheet damaged the number: {fault}",
        advice: "被改写的位数已丢失，改单元格格式找不回来：请先将该列设为“文本”格式，再对照证件或证书重新录入；成批数据请从来源系统重新导出，导入Excel时将该列选为“文本”"
            / "the digits are lost and no cell format brings them back: format the column as text, then enter the number again from the document; for many rows export them again and import that column as text",
        basis: [Basis::domain("10.3")],
        params: ["fault"],
        parameters: [],
        enforced_by: Partly,
    }
}

rule! {
    /// Both numbers have 18 characters, so one column is easily filled with the other.
    pub static IDN018 = {
        name: "number-of-the-other-kind",
        severity: Error,
        scope: Record,
        records: [],
        title: "身份证号码与统一社会信用代码填错位置" / "resident identity number and credit code exchanged",
        why: "两种号码都是18位，容易填错列；个人的身份证号码填进单位代码栏还会随公开数据泄露"
            / "both have 18 characters and are easily put into the wrong column; a person's number in the column of a body's code would also be published with it",
        message: "此处应填{expected}，所填的却是另一种号码" / "{expected} is expected here, but the number is of the other kind",
        advice: "请检查是否错列，并对照证件或登记证书重新填写；已对外提供的数据请通知接收方更正"
            / "see whether the column slipped and enter the number again from the document or the certificate; where the data were handed on tell the receivers",
        basis: [Basis::OWN],
        params: ["expected"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// All is right but the case of the check letter; two spellings of one number would count one person twice.
    pub static IDN020 = {
        name: "resident-id-lower-case-x",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "身份证号码末位应为大写X" / "check letter of the resident identity number in lower case",
        why: "号码按原样比对，大小写不同会被当成两个人"
            / "numbers are compared as they stand; in two spellings one person counts as two",
        message: "身份证号码其余各位正确，末位的小写x应改为大写X"
            / "the resident identity number is right but for its last letter: write X, not x",
        advice: "请将末位改为大写X；在Excel中可用UPPER函数成批转换，结果仍按“文本”保存"
            / "write a capital X; in Excel UPPER converts a whole column, which stays text",
        basis: [Basis::whole(Document::Gb11643)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A number that has not the form of a resident identity number cannot be checked any further.
    pub static IDN021 = {
        name: "resident-id-form",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "居民身份证号码格式不符" / "resident identity number not of its form",
        why: "位数不对或含有其他字符的号码无法核验，多为漏录、多录或错列"
            / "a number with a character too many, too few or of another kind cannot be checked; mostly it was mistyped or the column slipped",
        message: "身份证号码应为17位数字加1位数字或大写X，旧号码为15位数字；所填为{length}个字符，格式不符"
            / "a resident identity number is 17 digits and a digit or X, or 15 digits in the old form; this one has {length} characters and is of neither form",
        advice: "请对照证件原件核对位数，去掉空格、单引号等其他字符；所持为其他证件的，请改选相应的证件类型"
            / "compare it with the document and remove spaces, apostrophes and other characters; for another document choose its type",
        hint: "其中有{full_width}个全角字符，请切换到半角后重新录入"
            / "full-width characters: {full_width}; type them again in half-width",
        basis: [Basis::whole(Document::Gb11643)],
        params: ["length", "full_width"],
        parameters: [],
        enforced_by: Library,
    }
}

const NUMBER: &str = "/identity/number";

/// IDN001-IDN008, IDN016, IDN018, IDN020 and IDN021 on the identity document of a person.
pub(super) fn check(identity: Slot<IdentityView<'_>>, context: Context<'_>, sink: &mut Sink<'_>) {
    let Slot::Known(IdentityView { r#type: Slot::Known(kind), number: Slot::Known(number) }) = identity
    else {
        return;
    };
    let as_of = Some(context.as_of);
    let (issues, rule_of): (Issues, fn(Issue) -> Option<&'static Rule>) = match kind {
        IdentityType::ResidentId => (ResidentId::inspect(number, as_of), ResidentId::rule),
        IdentityType::HkMacaoTaiwanResidencePermit => {
            (ResidencePermit::inspect(number, as_of), ResidencePermit::rule)
        }
        IdentityType::ForeignPermanentResidentId => {
            (ForeignPermanentResidentId::inspect(number), ForeignPermanentResidentId::rule)
        }
        IdentityType::Passport => (Passport::inspect(number), Passport::rule),
        IdentityType::HkMacaoTravelPermit => {
            (HkMacaoTravelPermit::inspect(number), HkMacaoTravelPermit::rule)
        }
        IdentityType::TaiwanTravelPermit => (TaiwanTravelPermit::inspect(number), TaiwanTravelPermit::rule),
        IdentityType::OfficerId | IdentityType::SoldierId | IdentityType::Other => {
            (free_text(number), Passport::rule)
        }
    };
    for (issue, rule) in issues.iter().filter_map(|issue| Some((issue, rule_of(issue)?))) {
        sink.report(rule, NUMBER, params(rule, issue, kind, number, context));
    }
}

/// Any text is right in these documents, unless a spreadsheet has turned it into a number.
fn free_text(number: &str) -> Issues {
    if is_scientific(number) { Issues::from(Issue::SpreadsheetDamage) } else { Issues::NONE }
}

/// What a spreadsheet did to a number.
pub(super) fn damage(number: &str) -> Words {
    if is_scientific(number) {
        SCIENTIFIC
    } else {
        Words::new("第15位以后变成了0", "its digits after the 15th turned to 0")
    }
}

/// A number in scientific notation, which is what a code that is not of its form may be.
pub(super) const SCIENTIFIC: Words = Words::new("变成了科学计数法", "it is in scientific notation");

/// Why the birth date inside a number is none.
fn birth_fault(number: &str, as_of: civil::Date) -> Param {
    let (century, digits) =
        if number.len() == 15 { ("19", number.get(6..12)) } else { ("", number.get(6..14)) };
    let digits = [century, digits.unwrap_or_default()].concat();
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<i16>().ok());
    let day = |range| part(range).and_then(|number| i8::try_from(number).ok());
    let birth = part(0..4).zip(day(4..6)).zip(day(6..8));
    match birth.and_then(|((year, month), day)| civil::Date::new(year, month, day).ok()) {
        None => Words::new("日期不存在", "there is no such day").into(),
        Some(birth) if birth > as_of => {
            Param::Phrase(format!("日期晚于{as_of}"), format!("the day is after {as_of}"))
        }
        Some(_) => Words::new("日期早于1880年", "the day is before 1880").into(),
    }
}

/// What a number whose form is public is wrong in.
fn number_fault(issue: Issue, form: Words) -> Param {
    match issue {
        Issue::CheckCharacter => {
            Words::new("末位校验码与前17位不符", "has a check character that does not fit the 17 before it")
        }
        Issue::BirthDate => Words::new(
            "中的出生日期（第7至14位）无效",
            "has no possible birth date in its characters 7 to 14",
        ),
        _ => form,
    }
    .into()
}

/// The forms of numbers, as what follows the name of the document.
const PERMIT: Words = Words::new(
    "格式不符，应为18位，以810000、820000或830000开头",
    "has not the form: 18 characters that begin with 810000, 820000 or 830000",
);
const CARD: Words = Words::new(
    "格式不符，应为9开头的18位号码，或3位大写字母加12位数字",
    "has not the form: 18 characters that begin with 9, or 3 capital letters and 12 digits",
);

fn travel_form(kind: IdentityType) -> Words {
    match kind {
        IdentityType::HkMacaoTravelPermit => Words::new("H或M加8位或10位数字", "H or M and 8 or 10 digits"),
        IdentityType::TaiwanTravelPermit => Words::new(
            "8位数字，或10位数字（其后可加1位大写字母）",
            "8 digits, or 10 digits with or without a capital letter after them",
        ),
        _ => Words::new("5至17位大写字母和数字", "5 to 17 capital letters and digits"),
    }
}

fn params(rule: &Rule, issue: Issue, kind: IdentityType, number: &str, context: Context<'_>) -> Params {
    match rule.id {
        "IDN006" => vec![("fault", number_fault(issue, PERMIT))],
        "IDN007" => vec![("fault", number_fault(issue, CARD))],
        "IDN008" => {
            let document = kind.row().map_or(Words::new("", ""), |row| row.label);
            vec![("document", document.into()), ("expected", travel_form(kind).into())]
        }
        "IDN002" => vec![("fault", birth_fault(number, context.as_of))],
        "IDN016" => vec![("fault", damage(number).into())],
        "IDN018" => vec![("expected", Words::new("居民身份证号码", "a resident identity number").into())],
        "IDN021" => {
            let mut params = vec![("length", number.chars().count().into())];
            match full_width(number) {
                0 => {}
                letters => params.push(("full_width", letters.into())),
            }
            params
        }
        _ => vec![],
    }
}
