//! TXT: characters that look right and are not.

use crate::field::{FieldMeta, Path, Role, is_common};
use crate::finding::Param;
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&TXT001, &TXT002, &TXT003, &TXT004];

rule! {
    /// Names with a dot fail to match in other systems unless all write the same dot, U+00B7.
    pub static TXT001 = {
        name: "name-separator",
        severity: Warning,
        scope: Record,
        records: having FieldMeta::is_name_of_person,
        title: "姓名间隔符不规范" / "non-standard separator in a personal name",
        why: "姓名中的“点”写法不一，本人在各系统中就查不到、无法办理业务；十二部门要求统一使用“·”"
            / "where systems write the dot in a name differently the person is not found and is turned away; twelve ministries ask for one character, U+00B7",
        message: "姓名间隔符（{character}）不规范，应为“·”（U+00B7）" / "the separator in the personal name is {character}; it should be U+00B7",
        advice: "请将姓名中的点改为“·”，并与证件核对姓名；在中文输入法下按键盘左上角的“~”键即可输入，有的输入法为Shift+2"
            / "write U+00B7 and compare the name with the document; Chinese input methods type it with the key at the top left of the keyboard, some with Shift+2",
        basis: [Basis::clause(Document::Names2016, "1").quote("严格按照国家标准，统一采用“·”")],
        params: ["character"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// An invisible character makes two texts differ that look the same, and some turn the order of what is shown.
    pub static TXT002 = {
        name: "invisible-character",
        severity: Warning,
        scope: Record,
        records: [],
        title: "文本含不可见字符" / "invisible character in text",
        why: "不可见字符看不出来，却会使相同的名称比对不上，有的还会颠倒文字的显示顺序"
            / "nobody sees it, yet names that look alike no longer match, and some of these characters turn the order in which text is shown",
        message: "文本中含有不可见字符（{character}）" / "the text holds an invisible character ({character})",
        advice: "多为从网页或文档复制时带入，请将该格内容清空后重新键入，不要再粘贴"
            / "it mostly comes with text copied from a web page or a document; empty the cell and type the text again instead of pasting it",
        basis: [Basis::OWN],
        params: ["character"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A private-use character shows another glyph, or none, on every other computer.
    pub static TXT003 = {
        name: "private-use-character",
        severity: Warning,
        scope: Record,
        records: [],
        title: "文本含专用区字符" / "private-use character in text",
        why: "旧编码和自造字库把一些生僻字放在专用区，换一台电脑就显示为空白或别的字，姓名、地名因此对不上"
            / "old encodings and home-made fonts keep rare characters in the private-use area; on another computer they show as blanks or other characters, so that names no longer match",
        message: "文本中含有专用区字符（{character}），在其他电脑上可能显示为空白或别的字"
            / "the text holds a private-use character ({character}) that other computers may show as a blank or as another character",
        advice: "请用支持GB 18030-2022的输入法重新录入该字；仍打不出的，请对照证件原件核对用字，并联系来源系统的维护人员更换字库"
            / "type the character again with an input method that supports GB 18030-2022; where that fails compare it with the document and ask those who maintain the source system for a conforming font",
        basis: [Basis::whole(Document::Gb18030)],
        params: ["character"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Full-width letters and digits are other characters than the usual ones, so a search does not find the name.
    pub static TXT004 = {
        name: "full-width-letters",
        severity: Warning,
        scope: Record,
        records: having FieldMeta::is_name,
        title: "名称含全角字母或数字" / "full-width letters or digits in a name",
        why: "全角与半角是不同的字符，混用会使同一名称查不到、对不上"
            / "full-width letters and digits are other characters than the usual ones; mixed use hides one name from the other",
        message: "名称中含有全角字母或数字" / "the name holds full-width Latin letters or digits",
        advice: "请改为半角字母和数字；在Excel中可用ASC函数成批转换，转换后再核对一遍名称"
            / "write half-width letters and digits; in Excel ASC converts a whole column, then read the names over once more",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// TXT001-TXT004 on one text.
pub(super) fn check(path: &Path, role: Role, text: &str, sink: &mut Sink<'_>) {
    // nothing that these rules look for is ASCII or a common Chinese character
    if is_common(text) {
        return;
    }
    let mut report = |rule: &'static Rule, find: fn(char) -> bool| {
        if let Some(character) = text.chars().find(|letter| find(*letter)) {
            let params = rule.params.iter().map(|name| (*name, code_point(character))).collect();
            sink.report(rule, path.pointer(), params);
        }
    };
    if role == Role::Person {
        report(&TXT001, is_other_separator);
    }
    report(&TXT002, is_invisible);
    report(&TXT003, is_private);
    if role != Role::Plain {
        report(&TXT004, is_full_width);
    }
}

/// A character as the standard names it.
pub(super) fn code_point(character: char) -> Param {
    format!("U+{:04X}", u32::from(character)).into()
}

const fn is_other_separator(letter: char) -> bool {
    matches!(
        letter,
        '\u{2022}'
            | '\u{2027}'
            | '\u{30FB}'
            | '\u{FF0E}'
            | '\u{FF65}'
            | '\u{2219}'
            | '\u{22C5}'
            | '\u{2024}'
            | '\u{0387}'
    )
}

const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
    )
}

const fn is_private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

const fn is_full_width(letter: char) -> bool {
    matches!(letter, '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}')
}
