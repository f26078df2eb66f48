//! IDN017, IDN019: volunteer numbers, and personal numbers used as record ids.

use super::Context;
use crate::Words;
use crate::field::{Path, Slot};
use crate::ids::{VolunteerNumber, resident};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&IDN017, &IDN019];

rule! {
    /// The national volunteer system numbers volunteers in one form; local numbers remain in use beside it.
    pub static IDN017 = {
        name: "volunteer-number-form",
        severity: Info,
        scope: Record,
        records: [Volunteer],
        title: "志愿者编号不是全国统一格式" / "volunteer number not of the national form",
        why: "全国志愿服务信息系统的编号格式统一；地方编号在外地查不到，但可以继续使用"
            / "the national volunteer system numbers in one form; a local number is not found elsewhere, but may stay in use",
        message: "志愿者编号不是全国统一格式（V加16位数字，再加1位数字或大写字母）"
            / "the volunteer number is not of the national form: V, 16 digits, and a digit or capital letter",
        advice: "沿用地方编号的，可不作修改；已在全国志愿服务信息系统注册的，请向本人或志愿者服务站核实后填写系统编号"
            / "a local number may stay; for one who is registered in the national system ask the volunteer or the station for that number",
        basis: [Basis::domain("1.5.6")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Ids stand in reports, file names and references of other records, so a personal number must never be one.
    pub static IDN019 = {
        name: "resident-id-as-record-id",
        severity: Error,
        scope: Record,
        records: [],
        title: "用身份证号码作记录标识" / "resident identity number used as a record id",
        why: "记录标识会出现在报告、日志和其他记录的引用中；用身份证号码作标识等于到处公开个人信息，法律要求采取去标识化等措施"
            / "ids stand in reports, logs and the references of other records; a personal number used as one is laid open everywhere, while the law asks for de-identification and the like",
        message: "{what}本身是有效的居民身份证号码，不得用作标识（报告中已遮盖）"
            / "{what} is itself a valid resident identity number, which must not serve as an id (reports mask it)",
        advice: "请改用业务系统的内部编号或随机编号作标识，并同步修改所有引用它的字段；不要用身份证号码的一部分或其简单变换代替"
            / "use the internal number of the source system or a random one and change every reference to it; a part of the personal number or a simple transformation of it will not do",
        basis: [
            Basis::clause(Document::PersonalInformation, "51")
                .quote("采取相应的加密、去标识化等安全技术措施")
                .from("2021-11-01"),
        ],
        params: ["what"],
        parameters: [],
        enforced_by: Library,
    }
}

/// IDN017 on a volunteer's number.
pub(super) fn check_volunteer_number(number: Slot<&str>, sink: &mut Sink<'_>) {
    if number.known().is_some_and(|number| VolunteerNumber::parse(number).is_err()) {
        sink.report(&IDN017, "/number", vec![]);
    }
}

/// IDN019 on the id of a record, or a reference to one.
pub(super) fn check_id(path: &Path, id: &str, context: Context<'_>, sink: &mut Sink<'_>) {
    // shorter than such a number, as most ids are
    if id.len() < 18 {
        return;
    }
    let own = memchr::memrchr(b':', id.as_bytes()).map_or(id, |colon| &id[colon + 1..]);
    if resident::gives_number_away(own, Some(context.as_of)) {
        let pointer = path.pointer();
        let what = if pointer == "/id" {
            Words::new("记录标识", "the record id")
        } else {
            Words::new("引用的记录标识", "the reference to a record")
        };
        sink.report(&IDN019, pointer, vec![("what", what.into())]);
    }
}
