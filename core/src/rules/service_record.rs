//! VOL015-VOL018: the time of one record of service.

use super::compare::is_after_day;
use super::{Context, Ruled};
use crate::Words;
use crate::field::{DateTime, Hours, Slot};
use crate::model::{ServiceRecord, ServiceRecordView};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&VOL015, &VOL016, &VOL017, &VOL018];

rule! {
    /// The national system refuses records of no length and of more than a day; they come from a forgotten sign-out.
    pub static VOL015 = {
        name: "service-length",
        severity: Error,
        scope: Record,
        records: [ServiceRecord],
        title: "服务起止时间有误" / "length of service not possible",
        why: "不足1分钟或超过24小时的记录多为漏签退或日期录错，全国系统不予接收"
            / "a record under 1 minute or over 24 hours mostly comes from a forgotten sign-out or a wrong date; the national system refuses it",
        message: "起止时间有误：{fault}" / "the times are wrong: {fault}",
        advice: "请对照签到签退记录核对起止时间；连续多天的服务，请每天一条分别记录"
            / "compare both times with the sign-in sheet; for service over several days make one record a day",
        basis: [Basis::domain("1.4")],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Hours beyond the time between start and end were not served; minutes entered as hours are the usual cause.
    pub static VOL016 = {
        name: "hours-beyond-time",
        severity: Error,
        scope: Record,
        records: [ServiceRecord],
        title: "服务时长超过起止时间" / "more hours than between start and end",
        why: "时长是实际服务的时间，不含往返路程，不可能多于起止之间的时间"
            / "hours are the time of real service without travel, so there cannot be more than lie between start and end",
        message: "服务时长多于开始至结束之间的时间（容差0.01小时）"
            / "more hours than lie between start and end (0.01 allowed)",
        advice: "请对照签到签退记录核对时长；时长以小时为单位，原按分钟记录的请换算（90分钟填1.5）"
            / "compare the hours with the sign-in sheet; the unit is the hour, so convert what was noted in minutes (90 minutes are 1.5)",
        basis: [Basis::domain("1.4")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// One record is of one day in the national system; a night shift is two.
    pub static VOL017 = {
        name: "service-over-midnight",
        severity: Warning,
        scope: Record,
        records: [ServiceRecord],
        title: "服务跨天" / "start and end on different days",
        why: "全国系统一条记录只记一天的服务；跨天的多为漏签退" / "the national system has one day in a record; more than one mostly comes from a forgotten sign-out",
        message: "开始和结束不在同一天（按北京时间）" / "start and end are not on the same day, Beijing time",
        advice: "请对照签到签退记录核对；夜间服务确实跨零点的，请以零点为界拆成两条"
            / "compare both times with the sign-in sheet; split a night shift at midnight into two records",
        basis: [Basis::domain("1.4")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// What has not been served yet cannot be recorded.
    pub static VOL018 = {
        name: "service-in-the-future",
        severity: Error,
        scope: Record,
        records: [ServiceRecord],
        title: "服务结束时间晚于基准日" / "service ends after the reference date",
        why: "服务结束以后才能记录；尚未发生的时长不能计入" / "service is recorded once it is over; hours still to come do not count",
        message: "结束时间晚于基准日{as_of}" / "the service ends after {as_of}",
        advice: "请对照签到签退记录核对日期，特别是年份；尚未开展的服务请在结束后再记录"
            / "compare the date with the sign-in sheet, the year above all; record service that is still to come when it is over",
        basis: [Basis::domain("1.4")],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

const SECOND: i128 = 1_000_000_000;
const MINUTE: i128 = 60 * SECOND;
const DAY: i128 = 24 * 60 * MINUTE;
const HUNDREDTH_OF_AN_HOUR: i128 = 36 * SECOND;

impl Ruled for ServiceRecord {
    fn check(view: &ServiceRecordView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if is_after_day(view.ends_at, context.as_of) {
            sink.report(&VOL018, "/ends_at", vec![("as_of", context.as_of.into())]);
        }
        if let (Slot::Known(starts), Slot::Known(ends)) = (view.starts_at, view.ends_at) {
            check_time(starts, ends, view.hours, sink);
        }
    }
}

/// VOL015-VOL017.
fn check_time(starts: DateTime, ends: DateTime, hours: Slot<Hours>, sink: &mut Sink<'_>) {
    let length = ends.nanoseconds() - starts.nanoseconds();
    let fault = match length {
        ..=0 => Some(Words::new("结束时间不晚于开始时间", "the end is not after the start")),
        1..MINUTE => Some(Words::new("起止相距不足1分钟", "they are less than 1 minute apart")),
        MINUTE..=DAY => None,
        _ => Some(Words::new("起止相距超过24小时", "they are more than 24 hours apart")),
    };
    if let Some(fault) = fault {
        sink.report(&VOL015, "/ends_at", vec![("fault", fault.into())]);
    }
    if starts.day() != ends.day() {
        sink.report(&VOL017, "/ends_at", vec![]);
    }
    let most = length + HUNDREDTH_OF_AN_HOUR;
    let is_beyond = |hours: Hours| i128::from(hours.hundredths()) * HUNDREDTH_OF_AN_HOUR > most;
    if length > 0 && hours.known().is_some_and(is_beyond) {
        sink.report(&VOL016, "/hours", vec![]);
    }
}
