//! STR: whether a record can be read as a record of its type at all.

use crate::codes::{Suggestion, Table, Why};
use crate::field::{Class, Fault, FaultKind, ListFault, Node, Path, Shape, TextFault};
use crate::finding::{Param, Params};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;
use crate::{Lang, Words};

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[
    &STR001, &STR002, &STR003, &STR004, &STR005, &STR006, &STR007, &STR008, &STR009, &STR010, &STR011,
    &STR012, &STR013, &STR014, &STR015,
];

rule! {
    /// Nothing in a record that cannot be read is known, so this finding stands alone of its record.
    pub static STR001 = {
        name: "malformed-record",
        severity: Error,
        scope: Record,
        records: [],
        title: "记录无法读取" / "record cannot be read",
        why: "记录读不出来，其中的任何内容都无法核对，也无法交换给其他系统"
            / "what cannot be read cannot be checked, and no other system can take it over",
        message: "无法读取：{fault}" / "it cannot be read: {fault}",
        advice: "请从来源系统重新导出为UTF-8编码的JSON：每行一条记录，或一个数组；手工修改过的，请检查引号、括号是否成对，逗号是否多余或缺少"
            / "export it again from the source system as JSON in UTF-8, one record on each line or all in one array; where it was edited by hand look for an unclosed quotation mark or bracket and for a stray or missing comma",
        hint: "错误出现在该记录第{offset}个字节附近" / "the fault is near byte {offset} of the record",
        basis: [
            Basis::clause(Document::Rfc8259, "2"),
            Basis::clause(Document::Rfc8259, "8.1").quote("MUST be encoded using UTF-8"),
        ],
        params: ["fault", "offset"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A number kept as text, or one value where a list is asked for, is read differently by every system.
    pub static STR002 = {
        name: "wrong-type",
        severity: Error,
        scope: Record,
        records: [],
        title: "数据类型错误" / "wrong type",
        why: "同一字段在各单位必须是同一种数据，汇总和比对才不会出错"
            / "a field must be the same kind of data everywhere, or totals and comparisons go wrong",
        message: "数据类型不符，此处应为{expected}" / "wrong type; expected: {expected}",
        advice: "请按字段要求改正：数量、金额填数字，不加引号、单位和千分位逗号；编码、号码和日期按文本填写；列表中不得有空项"
            / "correct it as the field asks: quantities and amounts are numbers without quotation marks, units or thousands separators; codes, identifiers and dates are text; a list holds no empty item",
        basis: [Basis::whole(Document::Model)],
        params: ["expected"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// A required field that is absent or null leaves a record that others cannot use.
    pub static STR003 = {
        name: "missing-field",
        severity: Error,
        scope: Record,
        records: [],
        title: "必填字段缺失" / "required field missing",
        why: "必填字段是识别、汇总和联系所必需的，缺了它这条记录无法使用"
            / "a required field is needed to identify, count or reach; without it the record is of no use",
        message: "必填字段“{field}”未填写" / "the required field {field} is missing",
        advice: "请补填该字段；资料不全的，请向来源单位或本人核实，不得填“无”“/”等代替或自行编造"
            / "fill the field in; where the fact is not at hand ask the source or the person, and enter neither a dash nor an invented value",
        basis: [Basis::whole(Document::Model)],
        params: ["field"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// A misspelt field is lost in silence unless unknown fields are refused.
    pub static STR004 = {
        name: "unknown-field",
        severity: Error,
        scope: Record,
        records: [],
        title: "未知字段" / "unknown field",
        why: "拼错的字段名会使内容悄悄丢失，本地字段混入标准字段会使各地数据无法合并"
            / "what stands under a misspelt name is lost in silence, and local fields among the standard ones keep data from being joined",
        message: "本标准的这类记录没有这个字段" / "this type of record has no such field",
        advice: "请对照数据字典核对字段名的拼写；确需保留的本地字段请移入扩展信息（extensions），字段名写成“地区或系统.名称”，用小写字母"
            / "compare the name with the data dictionary; a local field that must stay belongs in extensions, under a lower-case key such as province.name",
        hint: "最接近的字段名是{near}" / "the nearest known field is {near}",
        basis: [Basis::whole(Document::Model)],
        params: ["near"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Only the codes of a table are counted alike everywhere: labels, old codes and codes that lost a zero are not.
    pub static STR005 = {
        name: "unknown-code",
        severity: Error,
        scope: Record,
        records: [],
        title: "代码不在代码表中" / "value not in its code table",
        why: "各系统只按代码识别和汇总；填名称、旧代码或丢了开头的0，接收方都认不出来"
            / "systems recognise and count by code alone; a label, an old code, or a code that lost its leading zero means nothing to the receiver",
        message: "填写的值不在代码表“{table}”中" / "the value is not in the code table {table}",
        advice: "请从代码表中选取，填代码而不填名称；代码开头的0不能省略，在Excel中请先将该列设为“文本”格式再录入"
            / "take the code, not the label, from the table; leading zeros are part of a code, so in Excel format the column as text before typing",
        hint: "最接近的代码是{near}" / "the nearest code is {near}",
        basis: [Basis::whole(Document::Codes)],
        params: ["table", "near"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Blank text passes for an answer, and white space at an end makes equal names differ.
    pub static STR006 = {
        name: "bad-text",
        severity: Error,
        scope: Record,
        records: [],
        title: "文本为空、过长或首尾有空白" / "text empty, too long, or with white space at an end",
        why: "空格会被当成已填写，首尾的空白会使相同的名称比对不上，过长的文本会被其他系统截断"
            / "a blank passes for an answer, white space at an end makes equal names differ, and other systems cut off what is too long",
        message: "该文本{fault}；应为1至{limit}个字，首尾不得有空白"
            / "the text {fault}; 1 to {limit} characters are expected, with no white space at either end",
        advice: "请补全或精简内容，删除首尾的空格（含全角空格）；选填字段没有内容时请整格留空，不要填空格"
            / "complete or shorten the text and remove spaces, full-width ones too, from both ends; leave an optional field out rather than filling it with a blank",
        basis: [Basis::whole(Document::Model)],
        params: ["limit", "fault"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Ids, telephone numbers, mail addresses and codes are compared as they stand, so each has one form.
    pub static STR007 = {
        name: "bad-form",
        severity: Error,
        scope: Record,
        records: [],
        title: "格式不符" / "text not of its form",
        why: "标识、代码、电话和邮箱按原样比对和使用，位数或字符不对就对不上、联系不到"
            / "identifiers, codes, telephone numbers and mail addresses are used as they stand; one wrong character and they match nothing and reach nobody",
        message: "格式不符，应为{expected}" / "not of its form; expected: {expected}",
        advice: "请对照格式要求逐位核对，去掉空格、全角字符和前置单引号；在Excel中请将该列设为“文本”格式后重新录入"
            / "compare it with the form, character by character, and remove spaces, full-width characters and a leading apostrophe; in Excel format the column as text and type it again",
        basis: [Basis::whole(Document::Model)],
        params: ["expected"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// A number out of its range is nearly always a wrong unit, a slip of the keyboard or two exchanged columns.
    pub static STR008 = {
        name: "out-of-range",
        severity: Error,
        scope: Record,
        records: [],
        title: "数值超出范围" / "number out of range",
        why: "超出范围的数值多为单位用错、多录了位数或错了列，一个就能使汇总数失真"
            / "such a number usually comes from a wrong unit, a digit too many or a shifted column, and one is enough to spoil a total",
        message: "数值超出范围，应在{min}至{max}之间" / "the number is out of range; {min} to {max} is expected",
        advice: "请核对数值和计量单位（如元与万元、平方米与平方千米），按字段规定的单位重新填写"
            / "check the number and its unit, such as yuan against ten thousand yuan or square metres against square kilometres, and enter it in the unit of the field",
        hint: "与“{other}”对调后位于中国境内，经度和纬度很可能填反了"
            / "exchanged with {other} the point lies inside China: longitude and latitude are probably the wrong way round",
        basis: [Basis::whole(Document::Model)],
        params: ["min", "max", "other"],
        parameters: [],
        enforced_by: Partly,
    }
}

rule! {
    /// Money and hours are exchanged with a fixed number of decimals, so that sums agree to the last digit.
    pub static STR009 = {
        name: "too-many-decimals",
        severity: Error,
        scope: Record,
        records: [],
        title: "小数位数过多" / "too many decimals",
        why: "金额、时长和面积按规定的小数位数交换，多余的小数会使各系统的合计对不上"
            / "amounts, hours and areas are exchanged with a fixed number of decimals; more of them make the sums of two systems differ",
        message: "小数位数过多，最多{limit}位" / "too many decimals; the most allowed: {limit}",
        advice: "请核对原始数据，四舍五入到规定的位数；在Excel中只改显示格式不会改变数值，请用ROUND函数"
            / "check the original and round to the decimals allowed; in Excel the display format does not change the value, use ROUND",
        hint: "该字段的单位是{unit}" / "the unit of this field is {unit}",
        basis: [Basis::whole(Document::Model)],
        params: ["limit", "unit"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A day that does not exist, or stands in a local form, cannot be put in order or counted from.
    pub static STR010 = {
        name: "bad-date",
        severity: Error,
        scope: Record,
        records: [],
        title: "日期或时间无效" / "not a valid date or time",
        why: "年龄、届期和时限都从日期算起；不存在的日期或各地自定的写法无法计算"
            / "ages, terms and time limits are counted from dates; a day that does not exist, or a local way of writing it, cannot be counted from",
        message: "日期或时间无效：{fault}；应为{expected}" / "not a valid date or time: {fault}; expected: {expected}",
        advice: "请核对该日是否存在（如2月30日），并按规定格式填写，不要写成2024/6/1、20240601或只写年月；在Excel中可将该列的自定义格式设为yyyy-mm-dd"
            / "make sure that the day exists and write it in the form asked for, not as 2024/6/1, 20240601 or a month alone; in Excel give the column the custom format yyyy-mm-dd",
        basis: [Basis::whole(Document::Gb7408), Basis::clause(Document::Rfc3339, "5.6")],
        params: ["fault", "expected"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// A repeated value is counted twice, and a list without items says nothing where one is required.
    pub static STR011 = {
        name: "bad-list",
        severity: Error,
        scope: Record,
        records: [],
        title: "列表项数不符或有重复" / "list too short, too long, or with a repeated value",
        why: "重复的值会被重复统计，必填的列表没有内容等于没有填写"
            / "a repeated value is counted twice, and an empty list where one is required says nothing",
        message: "该列表{fault}；应有{min}至{max}项" / "the list {fault}; {min} to {max} items are expected",
        advice: "请补足、删减或去掉重复的项；有多个值的，每个值单独成项，不要用顿号、逗号连成一项"
            / "add what is missing, drop what is too much or repeated; each value is an item of its own, not joined to others by commas",
        basis: [Basis::whole(Document::Model)],
        params: ["min", "max", "fault"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Line breaks and tabs inside a field split rows in the systems that receive it.
    pub static STR012 = {
        name: "control-character",
        severity: Error,
        scope: Record,
        records: [],
        title: "文本含控制字符" / "control character in text",
        why: "换行、制表符等控制字符会使表格错行错列，接收方读到的就不是同一条记录"
            / "line breaks, tabs and the like shift rows and columns, so that the receiver reads another record",
        message: "文本中含有控制字符（{character}），如换行或制表符"
            / "the text holds a control character ({character}), such as a line break or a tab",
        advice: "请删除换行、制表符等控制字符，需要分段的用分号或句号隔开；多条记录都有的，请联系来源系统的维护人员在导出时去除"
            / "delete line breaks, tabs and other control characters and put a semicolon or a full stop in their place; where many records have them ask those who maintain the source system to leave them out of the export",
        basis: [Basis::whole(Document::Model)],
        params: ["character"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// A local value is allowed in an open table; the note lets the receiver know that it needs an explanation.
    pub static STR013 = {
        name: "local-code",
        severity: Info,
        scope: Record,
        records: [],
        title: "使用了本地扩展代码" / "local value of an open code table",
        why: "开放的代码表允许各地扩展，但接收方不认识扩展代码，需要另行说明"
            / "an open code table may be extended, but a receiver does not know what a local value means unless told",
        message: "该值是代码表“{table}”的本地扩展代码" / "the value is a local extension of the code table {table}",
        advice: "可以使用，不必改正；请确认标准代码中没有合适的，并将扩展代码的含义告知接收方"
            / "it is allowed and needs no correction; make sure that no standard code fits, and tell the receivers what the value means",
        basis: [Basis::whole(Document::Codes)],
        params: ["table"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Of two values under one key some systems read the first and some the last.
    pub static STR014 = {
        name: "repeated-key",
        severity: Error,
        scope: Record,
        records: [],
        title: "字段重复" / "field repeated",
        why: "同一字段有两个值时，有的系统取前一个，有的取后一个，各方看到的数据会不一致"
            / "of two values for one field some systems take the first and some the last, so that they no longer hold the same data",
        message: "同一字段重复出现" / "the same field stands twice in one object",
        advice: "请只保留正确的一个；重复多由导出程序造成，请联系来源系统的维护人员"
            / "keep the right one only; the repetition usually comes from the exporting program, so tell those who maintain it",
        basis: [Basis::clause(Document::Rfc8259, "4").quote("The names within an object SHOULD be unique")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A limit keeps one broken or hostile file from taking down the system that reads it.
    pub static STR015 = {
        name: "beyond-reader-limits",
        severity: Error,
        scope: Record,
        records: [],
        title: "记录超出读取上限" / "record beyond the reader's limits",
        why: "过大或嵌套过深的记录会拖垮接收系统，也多是导出出错的迹象"
            / "a record that is too large or too deep can bring down the system that reads it, and is mostly a sign of a failed export",
        message: "该记录超出读取上限（{limit}），未予核对" / "the record is beyond the reader's limit ({limit}) and was not checked",
        advice: "请检查是否把多条记录并成了一条，或把图片、附件写进了字段；内容确实较多的，请把附件另行存放、把记录拆开填报"
            / "see whether several records were joined into one, or a picture or an attachment was written into a field; where it is really that large keep attachments elsewhere and split the record",
        hint: "{rest}" / "{rest}",
        basis: [Basis::OWN],
        params: ["limit", "rest"],
        parameters: [],
        enforced_by: Library,
    }
}

/// Reports a structural fault by its rule.
pub(super) fn report(fault: Fault, sink: &mut Sink<'_>) {
    let (rule, params) = rule_of(&fault);
    sink.report(rule, fault.pointer, params);
}

/// Counts structural faults that were not kept one by one.
pub(super) fn report_more(example: &Fault, more: u64, sink: &mut Sink<'_>) {
    sink.report_more(rule_of(example).0, more);
}

pub(super) fn rule_of(fault: &Fault) -> (&'static Rule, Params) {
    match fault.kind {
        FaultKind::WrongType { expected } => (&STR002, vec![("expected", expected.into())]),
        FaultKind::Missing => {
            let title = fault.meta.map_or(Words::new("该字段", "the field"), |meta| meta.title);
            (&STR003, vec![("field", title.into())])
        }
        FaultKind::UnknownField { near } => {
            (&STR004, near.map(|near| ("near", near.into())).into_iter().collect())
        }
        FaultKind::NotACode { table, suggestion } => (&STR005, code_params(fault, table, suggestion)),
        FaultKind::BadText { fault, limit } => {
            (&STR006, vec![("limit", limit.into()), ("fault", text_fault(fault).into())])
        }
        FaultKind::BadForm { expected } => (&STR007, vec![("expected", expected.into())]),
        FaultKind::OutOfRange { min, max } => (&STR008, vec![("min", min.into()), ("max", max.into())]),
        FaultKind::TooManyDecimals { limit } => (&STR009, vec![("limit", limit.into())]),
        FaultKind::BadDate { fault, expected } => {
            (&STR010, vec![("fault", fault.into()), ("expected", expected.into())])
        }
        FaultKind::BadList(list) => (&STR011, list_params(fault, list)),
        FaultKind::ControlCharacter(character) => {
            (&STR012, vec![("character", super::text::code_point(character))])
        }
        FaultKind::RepeatedKey => (&STR014, vec![]),
        FaultKind::SpreadsheetDamage => {
            (&super::identity::IDN016, vec![("fault", super::identity::SCIENTIFIC.into())])
        }
    }
}

fn text_fault(fault: TextFault) -> Words {
    match fault {
        TextFault::Empty => Words::new("为空", "is empty"),
        TextFault::Blank => Words::new("仅含空白", "is only white space"),
        TextFault::Edge => Words::new("首尾有空白字符", "has white space at an end"),
        TextFault::TooLong => Words::new("超长", "is too long"),
    }
}

fn list_params(fault: &Fault, list: ListFault) -> Params {
    let (min, max) = match fault.meta.map(|meta| meta.shape) {
        Some(Shape::List { min, max }) => (min, max),
        _ => (0, 1),
    };
    let words = match list {
        ListFault::TooShort => Words::new("项数不足", "has too few items"),
        ListFault::TooLong => Words::new("项数过多", "has too many items"),
        ListFault::Repeated => Words::new("有重复的值", "repeats a value"),
    };
    vec![("min", min.into()), ("max", max.into()), ("fault", words.into())]
}

fn code_params(fault: &Fault, table: &'static Table, suggestion: Option<Suggestion>) -> Params {
    let mut params = vec![("table", table.title.into())];
    let class = fault.meta.map_or(Class::Sensitive, |meta| meta.class);
    if let Some(suggestion) = suggestion {
        params.extend(near(suggestion, class).map(|near| ("near", near)));
    }
    params
}

/// The code that was probably meant. Of a person's field only the code is said, and no word that
/// might give back what was filled in.
fn near(suggestion: Suggestion, class: Class) -> Option<Param> {
    let row = suggestion.row;
    let (zeros_zh, zeros_en) = match suggestion.why {
        Why::LeadingZeros => ("，开头的0不能省略", ", with its leading zero"),
        Why::Alias | Why::Near => ("", ""),
    };
    if class >= Class::Personal {
        let is_number = row.code.bytes().all(|byte| byte.is_ascii_digit());
        return is_number
            .then(|| Param::Phrase(format!("{}{zeros_zh}", row.code), format!("{}{zeros_en}", row.code)));
    }
    Some(Param::Phrase(
        format!("{}（{}）{zeros_zh}", row.code, row.label.get(Lang::Zh)),
        format!("{} ({}){zeros_en}", row.code, row.label.get(Lang::En)),
    ))
}

/// STR013: one finding per field and value in a report.
pub(super) fn check_local_code(path: &Path, table: &'static Table, code: &str, sink: &mut Sink<'_>) {
    let cause = format!("{} {code}", path.field());
    sink.report_once(&STR013, path.pointer(), vec![("table", table.title.into())], cause);
}

/// Where a degree out of range becomes a place in China once longitude and latitude are exchanged:
/// the title of the other one.
pub(crate) fn exchanged_coordinates(point: Node<'_>, field: &str) -> Option<Words> {
    let Node::Object(members) = point else { return None };
    let degree = |name: &str| {
        let (_, node) = members.iter().find(|(key, _)| *key == name)?;
        if let Node::Number(text) = node { text.parse::<f64>().ok() } else { None }
    };
    let (longitude, latitude) = (degree("latitude")?, degree("longitude")?);
    let inside = (73.0..=136.0).contains(&longitude) && (3.0..=54.0).contains(&latitude);
    let other = if field == "latitude" {
        Words::new("经度", "longitude")
    } else {
        Words::new("纬度", "latitude")
    };
    inside.then_some(other)
}
