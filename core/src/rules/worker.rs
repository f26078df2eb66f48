//! WRK: posts of community workers, their training and their insurances.

use jiff::civil;

use super::compare::is_day_before;
use super::{Context, Ruled, identity, person};
use crate::Words;
use crate::codes::{Insurance, PersonStatus, PostBasis, PostTitle};
use crate::field::{Date, ListView, Slot};
use crate::model::{Post, PostView, Training, Worker, WorkerView};
use crate::rule::{Basis, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&WRK001, &WRK002, &WRK003, &WRK005, &WRK007, &WRK008];

rule! {
    /// A post with its dates reversed is held on no day, so whatever counts who holds which post goes wrong.
    pub static WRK001 = {
        name: "post-ends-before-it-begins",
        severity: Error,
        scope: Record,
        records: [Worker],
        title: "离任日期早于任职日期" / "post ends before it begins",
        why: "日期颠倒的任职哪一天都不算在任，在岗人数、届期和培训情况都会统计错"
            / "a post with its dates reversed is held on no day, so the numbers of staff, the terms and the training all come out wrong",
        message: "离任日期早于任职日期" / "the post ends before it begins",
        advice: "请对照任免文件或选举结果核对两个日期，重点看年份；仍在任的，离任日期留空"
            / "compare both dates, the year above all, with the appointment or the result of the election; leave the end empty for a post that is still held",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// One person holds a post once; a second entry counts the person twice.
    pub static WRK002 = {
        name: "same-post-twice",
        severity: Error,
        scope: Record,
        records: [Worker],
        title: "同一职务重复任职" / "the same post twice at one time",
        why: "同一人在同一组织的同一职务只能计一次；重复登记的，班子人数会多算"
            / "one person holds one post once; a second entry makes the committee larger than it is",
        message: "与第{earlier}项任职的组织和职务相同，任职时间重叠超过一天"
            / "same organisation and title as post {earlier} of the list, with more than one day in common",
        advice: "请核对任免文件：重复登记的，删除一项；连任的，补填上一届的离任日期（与下一届任职日期为同一天的不算重复）"
            / "check the appointments: remove an entry that was made twice; after re-election enter the end of the former term, which may be the day on which the next begins",
        basis: [Basis::OWN],
        params: ["earlier"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Committees are elected; a post that names no election cannot be held against the result.
    pub static WRK003 = {
        name: "elected-post-without-election",
        severity: Warning,
        scope: Record,
        records: [Worker],
        title: "选举任职未填写选举" / "elected post without its election",
        why: "需要选举产生的社区组织成员实行民主选举；不填写所属选举，就无法核对当选结果和届次"
            / "members of those community bodies that are elected are elected by law; without the election nobody can hold the post against its result and term",
        message: "任职方式为选举的主任、副主任、委员，未填写所属选举"
            / "director, deputy director or member by election, but the election is not named",
        advice: "请查阅当选证书或选举结果公告，填写对应的选举记录；尚无选举记录的，先补录；不是选举产生的，请改正任职方式"
            / "look at the certificate or the published result and enter the record of the election, making it first where there is none; where the post was not filled by election correct its basis",
        basis: [
            Basis::policy("4.3", "对城乡社区党组织、群众性自治组织以及其他需要选举产生的基层组织成员实行民主选举"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The policy wants twenty hours of training for everyone every year.
    pub static WRK005 = {
        name: "too-little-training",
        severity: Warning,
        scope: Record,
        records: [Worker],
        title: "年度受训时间不足" / "too little training in the year",
        why: "政策文件要求社区工作者每人每年受训时间一般不少于20小时；不足的，多为培训未登记或确未参加"
            / "the policy wants some 20 hours of training for everyone every year; where they are lacking trainings mostly were not entered, or not attended",
        message: "{year}年全年在任，登记的受训时间不足{hours}小时"
            / "in post for all of {year} with under {hours} hours of training entered",
        advice: "请对照培训签到表或结业证书补录漏登的培训；登记属实的，请报街道（乡镇）安排培训；学时按45分钟计的，请折算成小时"
            / "enter what is missing by the attendance lists or certificates; where the record is right ask the subdistrict or township to arrange training; periods of 45 minutes are to be converted to hours",
        basis: [Basis::policy("4.3", "每人每年受训时间一般不少于20小时")],
        params: ["year", "hours"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Status and posts say the same thing twice; they drift apart when someone leaves or changes posts.
    pub static WRK007 = {
        name: "worker-status-and-posts-differ",
        severity: Warning,
        scope: Record,
        records: [Worker],
        title: "状态与任职情况不一致" / "status and posts do not agree",
        why: "状态与任职情况不一致，在岗人数就统计不准；多为离任或调整后只改了一处"
            / "where they disagree the number of staff is wrong; mostly someone left or changed posts and only one of the two was updated",
        message: "状态与{as_of}的任职情况不一致：{fault}" / "status and posts disagree on {as_of}: {fault}",
        advice: "请向所在组织核实：已离任的，填写离任日期并更新状态；仍在任的，补录现任职务或更正任职起止日期"
            / "ask the organisation: for one who has left enter the end of each post and change the status; for one still in post enter that post or correct its dates",
        basis: [Basis::OWN],
        params: ["as_of", "fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The policy wants the insurances of those whom community bodies hire to be provided for.
    pub static WRK008 = {
        name: "hired-without-insurance",
        severity: Info,
        scope: Record,
        records: [Worker],
        title: "聘用人员未登记养老或医疗保险" / "hired without pension and medical insurance",
        why: "政策文件要求落实聘用服务人员的工资、保险等待遇；未登记的，可能是漏填，也可能是未参保"
            / "the policy wants wages and insurance of hired staff to be provided for; where it is not entered it was forgotten, or there is none",
        message: "现有聘用职务，但没有同时登记养老保险和医疗保险"
            / "holds a post by hire, but pension and medical insurance are not both entered",
        advice: "请查阅劳动合同和社会保险缴费记录：已参保的，补填险种；未参保的，请聘用单位依法办理；退休返聘等情形可不作修改"
            / "look at the contract and the contribution record: enter the insurances that are there; where there are none the employer has to see to it; leave those who are re-employed after retirement",
        basis: [
            Basis::policy("4.3", "及其聘用的服务人员的生活补贴、工资、保险等福利待遇问题"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// Hours of training in a year.
const TRAINING_MIN: u32 = 20;

impl Ruled for Worker {
    fn check(view: &WorkerView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        identity::check(view.identity, context, sink);
        person::check_worker(view, context, sink);
        let Slot::Known(posts) = view.posts else { return };
        for (index, post) in posts.known() {
            check_post(index, &post, posts, sink);
        }
        check_status(view.status, posts, context, sink);
        check_training(view, posts, context, sink);
        check_insurances(view.insurances, posts, context, sink);
    }
}

/// WRK001-WRK003 on one post.
fn check_post(index: usize, post: &PostView<'_>, posts: ListView<'_, Post>, sink: &mut Sink<'_>) {
    if is_day_before(post.ends_on, post.starts_on) {
        sink.report(&WRK001, format!("/posts/{index}/ends_on"), vec![]);
    }
    let mut earlier = posts.known().take_while(|(other, _)| *other < index);
    if let Some((other, _)) = earlier.find(|(_, other)| is_same_post(post, other) && overlap(post, other)) {
        sink.report(&WRK002, format!("/posts/{index}"), vec![("earlier", (other + 1).into())]);
    }
    let elected = post.basis == Slot::Known(PostBasis::Elected);
    if elected && post.title.known().is_some_and(is_committee_title) && post.election.is_absent() {
        sink.report(&WRK003, format!("/posts/{index}/election"), vec![]);
    }
}

const fn is_committee_title(title: PostTitle) -> bool {
    matches!(title, PostTitle::Director | PostTitle::DeputyDirector | PostTitle::Member)
}

fn is_same_post(post: &PostView<'_>, other: &PostView<'_>) -> bool {
    let (Slot::Known(organisation), Slot::Known(title)) = (post.organisation, post.title) else {
        return false;
    };
    other.organisation == Slot::Known(organisation) && other.title == Slot::Known(title)
}

/// Whether two posts have more than one day in common; a handover on one day is right.
fn overlap(post: &PostView<'_>, other: &PostView<'_>) -> bool {
    let (Slot::Known(begins), Slot::Known(other_begins)) = (post.starts_on, other.starts_on) else {
        return false;
    };
    let latest = begins.max(other_begins);
    [post.ends_on, other.ends_on].into_iter().all(|ends| match ends {
        Slot::Absent => true,
        Slot::Unknown => false,
        Slot::Known(ends) => ends > latest,
    })
}

/// Whether a post is held on a day; none where its dates do not tell.
fn is_held(post: &PostView<'_>, day: civil::Date) -> Option<bool> {
    let begun = post.starts_on.known().map(|begins| begins.civil() <= day);
    let goes_on = match post.ends_on {
        Slot::Absent => Some(true),
        Slot::Unknown => None,
        Slot::Known(ends) => Some(day <= ends.civil()),
    };
    match (begun, goes_on) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    }
}

/// The posts that are certainly held on a day.
fn held(posts: ListView<'_, Post>, day: civil::Date) -> impl Iterator<Item = PostView<'_>> {
    posts.known().map(|(_, post)| post).filter(move |post| is_held(post, day) == Some(true))
}

/// WRK007.
fn check_status(
    status: Slot<PersonStatus>,
    posts: ListView<'_, Post>,
    context: Context<'_>,
    sink: &mut Sink<'_>,
) {
    let as_of = context.as_of;
    let is_over =
        |post: Slot<PostView<'_>>| post.known().and_then(|post| is_held(&post, as_of)) == Some(false);
    let fault = match status.known() {
        Some(PersonStatus::Active) if posts.iter().all(is_over) => {
            Words::new("状态为正常，但没有现任职务", "an active worker who holds no post")
        }
        Some(PersonStatus::Withdrawn) if held(posts, as_of).next().is_some() => {
            Words::new("状态为注销（离任），但仍有现任职务", "a withdrawn worker who holds a post")
        }
        _ => return,
    };
    sink.report(&WRK007, "/posts", vec![("as_of", as_of.into()), ("fault", fault.into())]);
}

/// WRK005: a post that counts, is held today and began by 1 January covers all of the year before this one.
fn check_training(
    view: &WorkerView<'_>,
    posts: ListView<'_, Post>,
    context: Context<'_>,
    sink: &mut Sink<'_>,
) {
    let year = context.as_of.year() - 1;
    let covers = |post: PostView<'_>| {
        asks_for_training(&post) && post.starts_on.known().is_some_and(|begins| began_by(begins, year))
    };
    if view.status != Slot::Known(PersonStatus::Active) || !held(posts, context.as_of).any(covers) {
        return;
    }
    let hours = match view.trainings {
        Slot::Absent => Some(0),
        Slot::Unknown => None,
        Slot::Known(trainings) => hours_in(year, trainings),
    };
    if hours.is_some_and(|hours| hours < i64::from(TRAINING_MIN) * 100) {
        let params = vec![("year", year.into()), ("hours", TRAINING_MIN.into())];
        sink.report(&WRK005, "/trainings", params);
    }
}

/// Whether a post is one whose holder is to be trained: no voluntary one, no representative, no leader of a building.
fn asks_for_training(post: &PostView<'_>) -> bool {
    let (Slot::Known(basis), Slot::Known(title)) = (post.basis, post.title) else { return false };
    basis != PostBasis::Voluntary && !matches!(title, PostTitle::Representative | PostTitle::BuildingLeader)
}

/// Whether a post that began on a day covers the year from its first day.
fn began_by(begins: Date, year: i16) -> bool {
    let begins = begins.civil();
    (begins.year(), begins.month(), begins.day()) <= (year, 1, 1)
}

/// The hours of training in a year, in hundredths; none where a training of that year may be unknown.
fn hours_in(year: i16, trainings: ListView<'_, Training>) -> Option<i64> {
    trainings.iter().try_fold(0, |sum: i64, training| {
        let training = training.known()?;
        let in_year = training.on.known()?.civil().year() == year;
        Some(if in_year { sum + training.hours.known()?.hundredths() } else { sum })
    })
}

/// WRK008.
fn check_insurances(
    insurances: Slot<ListView<'_, Insurance>>,
    posts: ListView<'_, Post>,
    context: Context<'_>,
    sink: &mut Sink<'_>,
) {
    let lacking = match insurances {
        Slot::Absent => true,
        Slot::Unknown => false,
        Slot::Known(list) => {
            [Insurance::Pension, Insurance::Medical].into_iter().any(|kind| lacks(list, kind))
        }
    };
    let is_hired = |post: PostView<'_>| post.basis == Slot::Known(PostBasis::Hired);
    if lacking && held(posts, context.as_of).any(is_hired) {
        sink.report(&WRK008, "/insurances", vec![]);
    }
}

/// Whether an insurance is not in the list, nor hidden behind a faulty item.
fn lacks(insurances: ListView<'_, Insurance>, kind: Insurance) -> bool {
    insurances.iter().all(|item| item.known().is_some_and(|insurance| insurance != kind))
}
