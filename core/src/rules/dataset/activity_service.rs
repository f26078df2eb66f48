//! VOL020 and VOL022: service records against the activity in which the service was done.

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Mark, Phrase, Source, Topic};
use crate::Kind;
use crate::codes::{ActivityKind, RecordStatus};
use crate::field::{DateTime, Slot};
use crate::model::{ActivityView, ServiceRecordView};
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

/// What a record says of an activity. Moments are nanoseconds.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfActivity {
    Own { starts: Option<i128>, ends: Option<i128>, organiser: Option<Mark>, is_relief: bool },
    Served { starts: Option<i128>, ends: Option<i128>, organisation: Option<Mark>, is_effective: bool },
}

/// What was found of a service before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum OfService {
    ByMinor,
    InRelief { activity: Source },
}

/// An activity.
pub(super) fn activity(view: &ActivityView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let Slot::Known(id) = id else { return };
    let own = OfActivity::Own {
        starts: view.starts_at.known().map(DateTime::nanoseconds),
        ends: view.ends_at.known().map(DateTime::nanoseconds),
        organiser: view.organiser.known().map(|organiser| facts.mark(Kind::Organisation, organiser)),
        is_relief: view.kind == Slot::Known(ActivityKind::EmergencyRelief),
    };
    let key = facts.group(Topic::ActivityService, Kind::Activity, id);
    facts.put(Topic::ActivityService, key, &own);
}

/// A service in an activity.
pub(super) fn served(view: &ServiceRecordView<'_>, facts: &mut Facts<'_>) {
    let is_effective = view.status == Slot::Known(RecordStatus::Effective);
    if !is_effective && view.status != Slot::Known(RecordStatus::Pending) {
        return;
    }
    let served = OfActivity::Served {
        starts: view.starts_at.known().map(DateTime::nanoseconds),
        ends: view.ends_at.known().map(DateTime::nanoseconds),
        organisation: view.organisation.known().map(|body| facts.mark(Kind::Organisation, body)),
        is_effective,
    };
    facts.tell(Topic::ActivityService, Kind::Activity, view.activity, &served);
}

/// VOL020; that an activity was emergency relief is told to the records of its services.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfActivity>();
    let own = facts.iter().find_map(|Fact { source, fact }| match *fact {
        OfActivity::Own { starts, ends, organiser, is_relief } => {
            Some((*source, starts, ends, organiser, is_relief))
        }
        OfActivity::Served { .. } => None,
    });
    let Some((own, begins, closes, organiser, is_relief)) = own else { return };
    for Fact { source, fact } in &facts {
        let OfActivity::Served { starts, ends, organisation, is_effective } = *fact else { continue };
        if is_relief {
            verdicts.pass(2, Topic::Relief, *source, &[], &OfService::InRelief { activity: own });
        }
        if !is_effective {
            continue;
        }
        let is_early = starts.zip(begins).is_some_and(|(starts, begins)| starts < begins);
        let is_late = ends.zip(closes).is_some_and(|(ends, closes)| ends > closes);
        if is_early || is_late {
            verdicts.find(&VOL020, *source, "/starts_at", Phrase::OutsideActivity, [own]);
        }
        if organisation.zip(organiser).is_some_and(|(body, organiser)| body != organiser) {
            verdicts.find(&VOL020, *source, "/organisation", Phrase::RecordedByOther, [own]);
        }
    }
}

/// Says of a service that the volunteer was a minor.
pub(super) fn by_minor(service: Source, verdicts: &mut Verdicts<'_>) {
    verdicts.pass(2, Topic::Relief, service, &[], &OfService::ByMinor);
}

/// VOL022.
pub(super) fn judge_relief(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfService>();
    let relief = facts.iter().find_map(|Fact { fact, .. }| match fact {
        OfService::InRelief { activity } => Some(*activity),
        OfService::ByMinor => None,
    });
    if let (Some(activity), Some(by_minor)) =
        (relief, facts.iter().find(|fact| fact.fact == OfService::ByMinor))
    {
        verdicts.find(&VOL022, by_minor.source, "/activity", Said::NOTHING, [activity]);
    }
}
