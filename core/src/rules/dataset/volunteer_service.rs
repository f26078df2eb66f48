//! VOL009, VOL019, VOL021, VOL025 and VOL026: service records against one another and against their volunteer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::verdict::{Fact, Group, Said, Verdicts};
use super::{Source, Topic, activity_service, civil, civil_day, day};
use crate::Kind;
use crate::codes::{RecipientType, RecordStatus};
use crate::field::{DateTime, Hours, Slot};
use crate::model::{RecognitionView, ServiceRecordView, VolunteerView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::age::age_on;

/// The rules of this file.
pub(in crate::rules) const ALL: &[&Rule] = &[&VOL009, &VOL019, &VOL021, &VOL025, &VOL026];

rule! {
    /// The total is what a certificate states, so it has to be the sum of records that can be shown.
    pub static VOL009 = {
        name: "total-hours-and-records",
        severity: Warning,
        scope: Dataset,
        records: [Volunteer],
        title: "累计时长与服务记录之和不符" / "total hours differ from the service records",
        why: "志愿服务记录证明按累计时长出具；与有效服务记录之和对不上，证明就没有依据"
            / "certificates state the total; where the effective records add up to another they rest on nothing",
        message: "累计服务时长与有效服务记录的时长之和不符（容差0.01小时）"
            / "the total hours are not the sum of the effective service records (0.01 allowed)",
        advice: "请重新汇总已生效的服务记录并更新累计时长；其他系统中的历史时长，请把对应的服务记录一并导入"
            / "add up the effective records again and correct the total; for hours of another system import the records behind them",
        basis: [Basis::whole(Document::ServiceRecords2020).from("2021-02-01")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Nobody serves in two places at once; one of two overlapping records is entered twice or has a wrong time.
    pub static VOL019 = {
        name: "overlapping-service",
        severity: Error,
        scope: Dataset,
        records: [ServiceRecord],
        title: "同一志愿者的服务时间重叠" / "overlapping service of one volunteer",
        why: "同一时间只能参加一项服务；重叠的记录会使时长重复计算，全国系统不予接收"
            / "one serves in one place at a time; overlapping records count hours twice, and the national system refuses them",
        message: "与同一志愿者另一条有效服务记录的时间重叠"
            / "the time overlaps that of another effective service record of the same volunteer",
        advice: "请对照两次活动的签到签退记录核对起止时间：重复登记的，保留一条；时间录错的，改正时间；前后衔接的，不算重叠"
            / "compare both with the sign-in sheets: keep one of what was entered twice, or correct the time; one that begins when the other ends is no overlap",
        basis: [Basis::domain("1.4")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Service counts from the registration on; an earlier record belongs to another volunteer or has a wrong date.
    pub static VOL021 = {
        name: "service-before-registration",
        severity: Warning,
        scope: Dataset,
        records: [ServiceRecord],
        title: "服务早于注册" / "service before the volunteer registered",
        why: "服务时长自注册之日起计；早于注册的，多为日期录错、补录，或记到了他人名下"
            / "hours count from the registration on; earlier service has a wrong date, was entered afterwards, or is another's",
        message: "服务开始日期早于志愿者的注册日期" / "the service begins before the day on which the volunteer registered",
        advice: "请对照签到签退记录和注册登记表核对两个日期；确在注册前服务、经记录单位确认补录的，可不作修改"
            / "compare both days with the sign-in sheet and the registration form; service before the registration that the recording body has confirmed may stay",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// An honour cannot rest on hours that were not yet served.
    pub static VOL025 = {
        name: "recognition-beyond-hours",
        severity: Warning,
        scope: Dataset,
        records: [Recognition],
        title: "依据时长超过实际服务时长" / "a recognition rests on more hours than were served",
        why: "激励所依据的时长应当都能在服务记录中查到；查不到的，会影响公平"
            / "the hours on which a recognition rests can be found in the service records; where they cannot others are wronged",
        message: "依据时长多于截至授予日期的有效服务记录时长之和"
            / "the hours are more than the effective service records up to the day of the grant add up to",
        advice: "请对照授予文件和志愿服务记录证明核对依据时长、授予日期；服务记录漏报的，请补报；依据时长有误的，请报授予单位更正"
            / "compare hours and day with the paper that granted it and the certificate of service; add service records that were left out, or ask the granting body to correct the hours",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// After the withdrawal nothing is recorded any more; a later record is another's, or the day is wrong.
    pub static VOL026 = {
        name: "service-after-withdrawal",
        severity: Error,
        scope: Dataset,
        records: [ServiceRecord],
        title: "服务晚于注销" / "service after the volunteer withdrew",
        why: "注销之后不再记录服务；之后的记录，不是日期录错，就是记到了他人名下"
            / "nothing is recorded after the withdrawal; a later record has a wrong date or is another's",
        message: "服务开始日期晚于志愿者的注销日期" / "the service begins after the day on which the volunteer withdrew",
        advice: "请对照签到签退记录和注销登记核对两个日期；已恢复服务的，更新志愿者的状态并清空注销日期；记错人的，改正志愿者"
            / "compare both days with the sign-in sheet and the record of the withdrawal; for one who serves again set the status and empty the day; correct the volunteer where the record is another's",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// What a record says of a volunteer's service. Moments are nanoseconds, hours hundredths.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum OfVolunteer {
    Own { registered: Option<i32>, withdrawn: Option<i32>, born: Option<i32>, total: Option<i64> },
    Served(Served),
    Recognised { on: i32, hours: i64 },
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Served {
    starts: Option<(i128, i32)>,
    ends: Option<(i128, i32)>,
    hours: Option<i64>,
    is_effective: Option<bool>,
    is_pending: bool,
    has_activity: bool,
}

/// A volunteer.
pub(super) fn volunteer(view: &VolunteerView<'_>, id: Slot<&str>, facts: &mut Facts<'_>) {
    let Slot::Known(id) = id else { return };
    let own = OfVolunteer::Own {
        registered: view.registered_on.known().map(day),
        withdrawn: view.withdrawn_on.known().map(day),
        born: view.birth_date.known().map(day),
        total: view.total_hours.known().map(Hours::hundredths),
    };
    let key = facts.group(Topic::VolunteerService, Kind::Volunteer, id);
    facts.put(Topic::VolunteerService, key, &own);
}

/// A service of a volunteer.
pub(super) fn served(view: &ServiceRecordView<'_>, facts: &mut Facts<'_>) {
    let moment = |moment: DateTime| (moment.nanoseconds(), civil_day(moment.day()));
    let status = view.status.known();
    let is_effective = status.map(|status| status == RecordStatus::Effective);
    let is_pending = status == Some(RecordStatus::Pending);
    if is_effective == Some(false) && !is_pending {
        return;
    }
    let served = Served {
        starts: view.starts_at.known().map(moment),
        ends: view.ends_at.known().map(moment),
        hours: view.hours.known().map(Hours::hundredths),
        is_effective,
        is_pending,
        has_activity: !view.activity.is_absent(),
    };
    facts.tell(Topic::VolunteerService, Kind::Volunteer, view.volunteer, &OfVolunteer::Served(served));
}

/// A recognition of a volunteer that rests on hours.
pub(super) fn recognised(view: &RecognitionView<'_>, facts: &mut Facts<'_>) {
    let (Slot::Known(on), Slot::Known(hours)) = (view.granted_on, view.basis_hours) else { return };
    if view.recipient_type == Slot::Known(RecipientType::Volunteer) {
        let recognised = OfVolunteer::Recognised { on: day(on), hours: hours.hundredths() };
        facts.tell(Topic::VolunteerService, Kind::Volunteer, view.recipient, &recognised);
    }
}

/// VOL009, VOL019, VOL021, VOL025 and VOL026; who was a minor at a service is told to its record.
pub(super) fn judge(group: &Group<'_>, verdicts: &mut Verdicts<'_>) {
    let facts = group.facts::<OfVolunteer>();
    let served = |Fact { source, fact }: &Fact<OfVolunteer>| match fact {
        OfVolunteer::Served(served) => Some((*source, *served)),
        _ => None,
    };
    let services: Vec<(Source, Served)> = facts.iter().filter_map(served).collect();
    judge_overlaps(&services, verdicts);
    let counted = Counted::of(&services);
    let own = facts.iter().find_map(|Fact { source, fact }| match *fact {
        OfVolunteer::Own { registered, withdrawn, born, total } => {
            Some((*source, registered, withdrawn, born, total))
        }
        _ => None,
    });
    if let Some((own, registered, withdrawn, born, total)) = own {
        judge_days(own, registered, withdrawn, &services, verdicts);
        judge_age(born, &services, verdicts);
        if verdicts.held.has(Kind::ServiceRecord)
            && let (Some(total), Some(counted)) = (total, &counted)
            && (counted.all() - total).abs() > 1
        {
            let others = services.iter().filter(|(_, served)| served.is_effective == Some(true));
            verdicts.find(&VOL009, own, "/total_hours", Said::NOTHING, others.map(|(other, _)| *other));
        }
    }
    if !verdicts.held.has(Kind::ServiceRecord) || own.is_none() {
        return;
    }
    for Fact { source, fact } in &facts {
        if let (OfVolunteer::Recognised { on, hours }, Some(counted)) = (fact, &counted)
            && *hours > counted.by(*on)
        {
            verdicts.find(&VOL025, *source, "/basis_hours", Said::NOTHING, own.iter().map(|own| own.0));
        }
    }
}

/// The hours of effective records by the days on which they ended; none where one of them is not known.
struct Counted(Vec<(i32, i64)>);

impl Counted {
    fn of(services: &[(Source, Served)]) -> Option<Self> {
        let counts = services.iter().filter(|(_, served)| served.is_effective != Some(false));
        let day_and_hours = |(_, served): &(Source, Served)| {
            served.is_effective?;
            Some((served.ends?.1, served.hours?))
        };
        let mut days = counts.map(day_and_hours).collect::<Option<Vec<_>>>()?;
        days.sort_unstable();
        let mut sum = 0;
        for (_, hours) in &mut days {
            sum += *hours;
            *hours = sum;
        }
        Some(Self(days))
    }

    fn all(&self) -> i64 {
        self.0.last().map_or(0, |(_, sum)| *sum)
    }

    /// The hours served by the end of a day.
    fn by(&self, day: i32) -> i64 {
        let until = self.0.partition_point(|(ended, _)| *ended <= day);
        until.checked_sub(1).map_or(0, |last| self.0[last].1)
    }
}

/// VOL021 and VOL026.
fn judge_days(
    own: Source,
    registered: Option<i32>,
    withdrawn: Option<i32>,
    services: &[(Source, Served)],
    verdicts: &mut Verdicts<'_>,
) {
    for (source, served) in services.iter().filter(|(_, served)| served.is_effective == Some(true)) {
        let Some((_, on)) = served.starts else { continue };
        if registered.is_some_and(|registered| on < registered) {
            verdicts.find(&VOL021, *source, "/starts_at", Said::NOTHING, [own]);
        }
        if withdrawn.is_some_and(|withdrawn| on > withdrawn) {
            verdicts.find(&VOL026, *source, "/starts_at", Said::NOTHING, [own]);
        }
    }
}

/// Tells the record of a service in an activity that the volunteer was a minor.
fn judge_age(born: Option<i32>, services: &[(Source, Served)], verdicts: &mut Verdicts<'_>) {
    let Some(born) = born.and_then(civil) else { return };
    for (source, served) in services {
        let counts = served.has_activity && (served.is_effective == Some(true) || served.is_pending);
        let on = served.starts.and_then(|(_, on)| civil(on));
        if counts && on.is_some_and(|on| age_on(born, on) < 18) {
            activity_service::by_minor(*source, verdicts);
        }
    }
}

/// A record with its begin and its end.
type Stay = (Source, i128, i128);

/// VOL019: each record that overlaps an earlier one. Those before are kept as stretches without gaps, so that a long list
/// costs no more than to sort it.
fn judge_overlaps(services: &[(Source, Served)], verdicts: &mut Verdicts<'_>) {
    // where a stretch begins: where it ends, and records in it
    let mut stretches: BTreeMap<i128, (i128, Vec<Stay>)> = BTreeMap::new();
    for (source, served) in services.iter().filter(|(_, served)| served.is_effective == Some(true)) {
        let (Some((starts, _)), Some((ends, _))) = (served.starts, served.ends) else { continue };
        if ends <= starts {
            continue;
        }
        let (mut begin, mut end, mut members) = (starts, ends, vec![(*source, starts, ends)]);
        let (mut overlaps, mut partners) = (false, Vec::new());
        while let Some((&from, &(to, _))) =
            stretches.range(..ends).next_back().filter(|(_, (to, _))| *to > starts)
        {
            let Some((_, others)) = stretches.remove(&from) else { break };
            let is_partner = |other: &&Stay| other.1 < ends && other.2 > starts;
            partners.extend(others.iter().filter(is_partner).map(|other| other.0));
            (overlaps, begin, end) = (true, begin.min(from), end.max(to));
            members.extend(others);
            members.truncate(MOST_MEMBERS);
        }
        if overlaps {
            partners.sort_unstable();
            verdicts.find(&VOL019, *source, "/starts_at", Said::NOTHING, partners);
        }
        stretches.insert(begin, (end, members));
    }
}

/// How many records of a stretch are remembered, to name those that overlap.
const MOST_MEMBERS: usize = 100;
