//! VOL020 and VOL022: service records against the activity in which the service was done.

use crate::Words;
use crate::rule::{Basis, Document, Rule, rule};

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&VOL020, &VOL022];

rule! {
    /// Who organises records, and records what happened while the activity lasted.
    pub static VOL020 = {
        name: "service-and-activity",
        severity: Warning,
        scope: Dataset,
        records: [ServiceRecord],
        title: "服务时间或记录单位与活动不符" / "service outside its activity, or recorded by another organisation",
        why: "谁组织谁记录；时间超出活动、由他人记录的时长，难以证明属实"
            / "who organises records; hours outside the activity, or recorded by others, are hard to prove",
        message: "与所属活动不符：{fault}" / "the record does not go with its activity: {fault}",
        advice: "请对照活动方案和签到签退记录核对起止时间、记录单位和所属活动；活动延期的，更新活动时间；受主办单位委托记录的，可不作修改"
            / "compare times, recording body and activity with the plan of the activity and the sign-in sheet; where the activity was extended correct its time; who records on behalf of the organiser may leave it",
        basis: [Basis::whole(Document::ServiceRecords2020).from("2021-02-01")],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Emergency relief is not for minors; several provinces forbid it.
    pub static VOL022 = {
        name: "minor-in-emergency-relief",
        severity: Warning,
        scope: Dataset,
        records: [ServiceRecord],
        title: "未成年人参加抢险救灾" / "a minor in emergency relief",
        why: "抢险救灾危险大，多地条例规定不得组织未成年人参加"
            / "emergency relief is dangerous, and the regulations of several provinces keep minors out of it",
        message: "志愿者服务时未满18周岁，所属活动为抢险救灾"
            / "the volunteer was under 18 on the day of service, and the activity is emergency relief",
        advice: "请核对出生日期、志愿者和所属活动；情况属实的，请主办单位改派成年志愿者，并通知监护人"
            / "check birth date, volunteer and activity; where they are right have the organiser send adults in place of the minor and tell the guardian",
        basis: [Basis::domain("1.2")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

const OUTSIDE_ACTIVITY: Words =
    Words::new("服务时间超出活动的起止时间", "the service is not within the time of the activity");
const ANOTHER_ORGANISER: Words =
    Words::new("记录单位不是活动的主办单位", "the recording body is not the organiser");
