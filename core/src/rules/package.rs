//! PKG: whether a package is what its manifest says.

use super::{Context, Ruled, Sink, structure};
use crate::field::{Class, DateTime, Fault};
use crate::finding::Param;
use crate::model;
use crate::rule::{Basis, Document, Rule, rule};
use crate::shown::{may_be_repeated, shown};
use crate::{Words, finding};

/// The rules of this file.
pub(super) const ALL: &[&Rule] =
    &[&PKG001, &PKG002, &PKG003, &PKG004, &PKG005, &PKG006, &PKG007, &PKG008, &PKG009];

rule! {
    /// The manifest says what a package holds; without it nobody can tell whether the package is whole.
    pub static PKG001 = {
        name: "manifest-not-of-its-form",
        severity: Error,
        scope: Package,
        records: package,
        title: "清单缺失或格式不符" / "the manifest is missing or not of its form",
        why: "清单说明数据包由谁制作、包含哪些文件；没有清单或者清单有误，接收方无法确认收到的数据是否完整"
            / "the manifest says who made the package and what it holds; without a right one no receiver can tell whether the data is whole",
        message: "{fault}" / "{fault}",
        advice: "请用 shequ pack 重新打包，由程序生成清单；手工编写清单的，请对照 schemas/v1/package.schema.json 改正"
            / "pack the data again by shequ pack, which writes the manifest; where it is written by hand compare it with schemas/v1/package.schema.json",
        basis: [Basis::whole(Document::Model)],
        params: ["fault"],
        parameters: [],
        enforced_by: Partly,
    }
}

rule! {
    /// What the manifest promises and the package does not hold cannot be checked or taken over.
    pub static PKG002 = {
        name: "listed-file-unreadable",
        severity: Error,
        scope: Package,
        records: package,
        title: "清单所列文件缺失或无法读取" / "a listed file is missing or cannot be read",
        why: "清单列出而读不到的文件，其中的记录没有交换到接收方，也没有核查"
            / "records in a file that is listed and cannot be read have neither been handed over nor checked",
        message: "清单所列文件无法读取：{fault}" / "the listed file cannot be read: {fault}",
        advice: "请核对文件名和路径，补齐文件后重新打包；收到的数据包有此问题的，请联系发布单位重新发送"
            / "check the name and the path, add the file and pack again; where the package was received ask its publisher to send it again",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Another digest means other bytes: the file was changed or damaged after the package was made.
    pub static PKG003 = {
        name: "digest-differs",
        severity: Error,
        scope: Package,
        records: package,
        title: "文件摘要不符" / "a digest differs",
        why: "摘要不符，说明文件在打包之后被改动或者损坏，不再是发布单位发布的数据"
            / "another digest means that the file was changed or damaged after the package was made and is no longer what was published",
        message: "文件的{digest}摘要与清单不符" / "the {digest} digest of the file is not that of the manifest",
        advice: "请不要使用该文件，重新取得完整的数据包；发布单位自己改过文件的，请重新打包，不要手工修改摘要"
            / "do not use the file, get the whole package again; a publisher who changed the file packs again rather than editing the digest",
        basis: [Basis::OWN],
        params: ["digest"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Counts show what digests cannot: that records were lost before the package was made.
    pub static PKG004 = {
        name: "count-differs",
        severity: Error,
        scope: Package,
        records: package,
        title: "记录数或字节数不符" / "the number of records or bytes differs",
        why: "数目不符，说明记录有遗漏或者多出，据此汇总的结果不可靠"
            / "where the numbers differ records were lost or added, and no total is to be relied on",
        message: "文件的{what}与清单不符：清单为{stated}，实际为{actual}"
            / "the {what} of the file differ from the manifest: {stated} stated, {actual} found",
        advice: "请与发布单位核对记录数，重新取得完整的数据包；发布单位请重新打包，由程序统计"
            / "compare the numbers with the publisher and get the whole package again; a publisher packs again and lets the program count",
        basis: [Basis::OWN],
        params: ["what", "stated", "actual"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// By another version of the standard other things are right.
    pub static PKG005 = {
        name: "unknown-standard-version",
        severity: Error,
        scope: Package,
        records: package,
        title: "标准版本未知" / "an unknown version of the standard",
        why: "不同版本的标准字段和代码可能不同，用本版本核查的结论不一定成立"
            / "fields and codes differ between versions, so that a verdict by this one may not hold",
        message: "清单写明的标准版本为{version}，本程序只认识{known}"
            / "the manifest names version {version} of the standard; this program knows {known}",
        advice: "请核对清单中的标准版本；版本无误的，请使用支持该版本的程序核查"
            / "check the version in the manifest; where it is right use a program that knows it",
        basis: [Basis::whole(Document::Model)],
        params: ["version", "known"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// What is not listed has no digest and was not checked; it may have got in by mistake.
    pub static PKG006 = {
        name: "file-not-listed",
        severity: Warning,
        scope: Package,
        records: package,
        title: "有文件未列入清单" / "a file that the manifest does not list",
        why: "未列入清单的文件没有摘要、没有核查，可能是误放，也可能夹带了不应交换的数据"
            / "a file that is not listed has no digest and was not checked; it may be there by mistake, or carry what should not be handed over",
        message: "数据包中有{number}个文件未列入清单{names}"
            / "files in the package that the manifest does not list: {number}{names}",
        advice: "请删除多余的文件；确属数据的，请重新打包，将其列入清单"
            / "remove what does not belong there; where it is data pack again, so that it is listed",
        basis: [Basis::OWN],
        params: ["number", "names"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A package cannot hold what changed after it was made.
    pub static PKG007 = {
        name: "updated-after-package",
        severity: Warning,
        scope: Package,
        records: [],
        title: "记录更新时间晚于打包时间" / "a record updated after the package was made",
        why: "打包之后才更新的记录不可能在包内；时间有误会使增量更新遗漏或者重复"
            / "what changed after the package was made cannot lie in it; wrong times make incremental updates lose or repeat records",
        message: "{record}的更新时间晚于数据包的制作时间" / "the {record} was updated after the package was made",
        advice: "请核对来源系统的时钟和时区，再核对清单的制作时间，改正后重新打包"
            / "check the clock and the offset of the source system and when the package was made, and pack again",
        basis: [Basis::whole(Document::Model)],
        params: ["record"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Who may see a package is decided by its class; a field above it is seen by those who may not.
    pub static PKG008 = {
        name: "field-above-class",
        severity: Error,
        scope: Package,
        records: [],
        title: "含有超出数据包级别的字段" / "a field of a class above the package's",
        why: "数据包的级别决定它可以发给谁；超出级别的个人信息会被无权知悉的人看到"
            / "the class of a package decides who may have it; personal data above it is seen by those who may not see it",
        message: "{record}的“{field}”属于{class}，高于数据包的级别（{limit}）"
            / "{field} of the {record} is {class}, above the class of the package ({limit})",
        advice: "请删除该字段后重新打包；确需提供的，请按相应级别打包，并限定接收单位（未满14周岁的人的全部信息属于敏感个人信息）"
            / "remove the field and pack again; where it is needed pack by its class and for those alone who may have it (everything about a person under 14 is sensitive)",
        basis: [
            Basis::clause(Document::PersonalInformation, "51"),
            Basis::whole(Document::Model),
        ],
        params: ["record", "field", "class", "limit"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A path out of the package would have a careless receiver read or overwrite files of its own.
    pub static PKG009 = {
        name: "unsafe-path",
        severity: Error,
        scope: Package,
        records: package,
        title: "文件路径不安全" / "an unsafe path",
        why: "指向数据包之外的路径，会使接收方读取或者覆盖自己系统中的文件"
            / "a path out of the package makes receivers read or overwrite files of their own systems",
        message: "文件路径不安全，未予读取：{fault}" / "the path is unsafe and nothing was read there: {fault}",
        advice: "请不要用其他工具解压；路径应为数据包内的相对路径，用斜杠分隔，不含“..”，也不是链接；请改正后重新打包"
            / "do not unpack it by other tools; a path is relative, within the package, with slashes, without .. and no link; correct it and pack again",
        basis: [Basis::whole(Document::Model)],
        params: ["fault"],
        parameters: [],
        enforced_by: Partly,
    }
}

/// PKG001: there is no manifest to read.
pub(crate) fn no_manifest(why: Words, sink: &mut Sink<'_>) {
    sink.report(&PKG001, "", vec![("fault", why.into())]);
}

/// PKG001: a fault of the manifest, said as it is of a record.
pub(crate) fn manifest_fault(fault: &Fault, sink: &mut Sink<'_>) {
    let (rule, params) = structure::rule_of(fault);
    let said = |lang| finding::said(rule, &params, lang);
    let phrase = Param::Phrase(said(crate::Lang::Zh), said(crate::Lang::En));
    sink.report(&PKG001, fault.pointer.clone(), vec![("fault", phrase)]);
}

/// PKG001: a name or a path that stands in the manifest before.
pub(crate) fn repeated(pointer: String, words: Words, sink: &mut Sink<'_>) {
    sink.report(&PKG001, pointer, vec![("fault", words.into())]);
}

/// PKG005.
pub(crate) fn unknown_standard(major: u16, minor: u16, sink: &mut Sink<'_>) {
    let version = format!("{major}.{minor}");
    sink.report(&PKG005, "/standard", vec![("version", version.into()), ("known", crate::STANDARD.into())]);
}

/// PKG002, of the file with this number in the manifest.
pub(crate) fn unreadable_file(number: usize, why: Words, sink: &mut Sink<'_>) {
    sink.report(&PKG002, format!("/resources/{number}/path"), vec![("fault", why.into())]);
}

/// PKG009, of the file with this number in the manifest.
pub(crate) fn unsafe_path(number: usize, why: Words, sink: &mut Sink<'_>) {
    sink.report(&PKG009, format!("/resources/{number}/path"), vec![("fault", why.into())]);
}

/// PKG003: `field` is `hash` or `sm3`.
pub(crate) fn other_digest(number: usize, field: &str, digest: &'static str, sink: &mut Sink<'_>) {
    sink.report(&PKG003, format!("/resources/{number}/{field}"), vec![("digest", digest.into())]);
}

/// PKG004: bytes.
pub(crate) fn other_bytes(number: usize, stated: u64, actual: u64, sink: &mut Sink<'_>) {
    other_count(number, "bytes", Words::new("字节数", "bytes"), (stated, actual), sink);
}

/// PKG004: records.
pub(crate) fn other_records(number: usize, stated: u64, actual: u64, sink: &mut Sink<'_>) {
    other_count(number, "records", Words::new("记录数", "records"), (stated, actual), sink);
}

fn other_count(number: usize, field: &str, what: Words, (stated, actual): (u64, u64), sink: &mut Sink<'_>) {
    let params = vec![
        ("what", what.into()),
        ("stated", stated.to_string().into()),
        ("actual", actual.to_string().into()),
    ];
    sink.report(&PKG004, format!("/resources/{number}/{field}"), params);
}

/// PKG006: once for all files, since there is no place in the manifest for any.
pub(crate) fn unlisted(names: &[&str], sink: &mut Sink<'_>) {
    if !names.is_empty() {
        let number = names.len().into();
        sink.report(&PKG006, "", vec![("number", number), ("names", some_of(names))]);
    }
}

/// PKG009: files that no manifest lists and whose paths lead out; once for all.
pub(crate) fn unsafe_files(names: &[&str], why: Words, sink: &mut Sink<'_>) {
    if names.is_empty() {
        return;
    }
    let (count, named) = (names.len(), some_of(names));
    let said = |lang| named.render(lang).into_owned();
    let phrase = Param::Phrase(
        format!("数据包中有{count}个这样的文件{}，路径{}", said(crate::Lang::Zh), why.zh),
        format!("files of such paths: {count}{}; the path {}", said(crate::Lang::En), why.en),
    );
    sink.report(&PKG009, "", vec![("fault", phrase)]);
}

/// How many names of files a message lists.
const NAMED: usize = 3;

/// The first names, those that may be shown.
fn some_of(names: &[&str]) -> Param {
    let shown: Vec<_> =
        names.iter().filter(|name| may_be_repeated(name)).take(NAMED).map(|name| shown(name)).collect();
    if shown.is_empty() {
        return Param::Phrase(String::new(), String::new());
    }
    let rest = names.len() > shown.len();
    Param::Phrase(
        format!("（{}{}）", shown.join("、"), if rest { "等" } else { "" }),
        format!(" ({}{})", shown.join(", "), if rest { " and others" } else { "" }),
    )
}

/// What a manifest says of all records of its package.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Terms {
    pub(crate) created: Option<DateTime>,
    pub(crate) class: Option<Class>,
}

/// PKG007, PKG008: what a record of a package may not be.
pub(super) fn check_record<T: Ruled>(
    view: &T::View<'_>,
    terms: Terms,
    context: Context<'_>,
    sink: &mut Sink<'_>,
) {
    let record = T::META.title;
    if let (Some(updated), Some(created)) = (T::updated_at(view).known(), terms.created)
        && updated.nanoseconds() > created.nanoseconds()
    {
        sink.report(&PKG007, "/updated_at", vec![("record", record.into())]);
    }
    if let Some(limit) = terms.class {
        model::above::<T>(view, limit, context.as_of, &mut |path, field, class| {
            let params = vec![
                ("record", record.into()),
                ("field", field.title.into()),
                ("class", class.words().into()),
                ("limit", limit.words().into()),
            ];
            sink.report(&PKG008, path.pointer(), params);
        });
    }
}
