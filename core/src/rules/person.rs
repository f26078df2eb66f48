//! PER: what a person's record says twice must agree.

use std::borrow::Cow;

use jiff::civil;

use super::Context;
use super::age::{age_on, is_older_than};
use crate::codes::{Country, IdentityType, PoliticalStatus, PostBasis, Sex};
use crate::field::{Date, ListView, Slot};
use crate::ids::{IdSex, ResidencePermit, ResidentId};
use crate::model::{IdentityView, Post, VolunteerView, WorkerView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&PER001, &PER002, &PER003, &PER004, &PER005, &PER006, &PER007];

rule! {
    /// The sequence digit of the number says the sex; where the field says another, one of the two is wrong.
    pub static PER001 = {
        name: "sex-differs-from-number",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "性别与证件号码不一致" / "sex differs from the identity number",
        why: "证件号码的顺序码奇数为男、偶数为女；两处不一致，说明性别或号码有一项录错，也可能录成了他人的号码"
            / "the sequence code is odd for men and even for women; where the field differs one of the two is wrong, or the number is another person's",
        message: "性别与证件号码中的性别不一致" / "the sex differs from the one in the identity number",
        advice: "请对照证件原件核对性别和号码，改正录错的一项；两项都与证件一致的，请本人向户籍所在地公安机关核实"
            / "compare both with the document and correct the one that is wrong; where both agree with it the person should ask the police station of the household register",
        basis: [Basis::whole(Document::Gb11643)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The number holds the birth date; where the field says another, one of the two is wrong.
    pub static PER002 = {
        name: "birth-date-differs-from-number",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "出生日期与证件号码不一致" / "birth date differs from the identity number",
        why: "证件号码中含有出生日期；两处不一致，未成年人保护、任职年龄等都会算错"
            / "the number holds the birth date; where the field differs everything that rests on age goes wrong, the protection of minors first",
        message: "出生日期与证件号码中的出生日期不一致" / "the birth date differs from the one in the identity number",
        advice: "请对照证件原件核对出生日期和号码，改正录错的一项；出生日期请填公历，以证件为准，不填农历生日"
            / "compare both with the document and correct the one that is wrong; enter the date that the document shows, not the birthday of the lunar calendar",
        basis: [Basis::whole(Document::Gb11643)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Nobody is born after the day for which the data are checked.
    pub static PER003 = {
        name: "born-after-reference-date",
        severity: Error,
        scope: Record,
        records: [Volunteer, Worker],
        title: "出生日期晚于基准日" / "born after the reference date",
        why: "多为日期录错，并使统计出错" / "mostly a date is mistyped, and the counts go wrong with it",
        message: "出生日期晚于基准日{as_of}" / "the birth date is after {as_of}",
        advice: "请对照证件原件核对出生日期，特别是年份；基准日设错的，请改正后重新核对"
            / "compare the birth date with the document, the year above all; where the reference date itself is wrong correct it and check again",
        basis: [Basis::OWN],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Resident identity cards are issued to Chinese citizens alone.
    pub static PER004 = {
        name: "nationality-differs-from-document",
        severity: Error,
        scope: Record,
        records: [Volunteer],
        title: "国籍与居民身份证不符" / "nationality does not go with a resident identity number",
        why: "居民身份证只发给中国公民；国籍填为他国，说明国籍或证件有一项填错"
            / "resident identity cards are issued to Chinese citizens alone, so either the nationality or the document is wrong",
        message: "填写的是居民身份证号码，国籍应为中国（156）" / "with a resident identity number the nationality should be 156, China",
        advice: "请核对国籍和证件：中国公民填156或不填；外国籍人员请改填护照或外国人永久居留身份证的类型和号码"
            / "check both: for a citizen of China enter 156 or leave the field out; for a foreigner enter the passport or the permanent resident card",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Party and league have age limits; a record outside them usually has a wrong birth date or a code in the wrong row.
    pub static PER005 = {
        name: "political-status-and-age",
        severity: Warning,
        scope: Record,
        records: [Volunteer, Worker],
        title: "政治面貌与年龄不符" / "political status does not go with the age",
        why: "年满18周岁方可申请入党，预备期一年，因此正式党员在19周岁以上；共青团员为14至28周岁。超出的多为出生日期录错、代码错位，或转正、退团后未更新"
            / "one applies to the party at 18 and is on probation for a year, so full members are 19 or older; league members are 14 to 28. Outside them the birth date is mostly wrong, the code slipped, or a change was not entered",
        message: "按{as_of}的年龄，政治面貌需要核对：中共党员应年满{party_min}周岁，中共预备党员应年满{probationary_min}周岁，共青团员应为{league_min}至{league_max}周岁"
            / "check the political status against the age on {as_of}: full party members are {party_min} or older, probationary ones {probationary_min}, youth league members {league_min} to {league_max}",
        advice: "请向本人或所在党团组织核实出生日期和政治面貌；情况属实的（如因工作需要仍保留团籍），可不作修改"
            / "ask the person, or the party or league branch; where both facts are right, as for one who still holds a post in the league, leave them",
        basis: [Basis::whole(Document::Domain)],
        params: ["as_of", "party_min", "probationary_min", "league_min", "league_max"],
        parameters: [("party_min", "19"), ("probationary_min", "18"), ("league_min", "14"), ("league_max", "28")],
        enforced_by: Library,
    }
}

rule! {
    /// The law sets the age from which one may be hired, and the age from which one may be elected.
    pub static PER006 = {
        name: "too-young-for-post",
        severity: Warning,
        scope: Record,
        records: [Worker],
        title: "任职时年龄过小" / "too young on the day the post begins",
        why: "法律禁止招用未满十六周岁的未成年人；年满十八周岁的村民、居民才有选举权和被选举权"
            / "the law forbids hiring anyone under sixteen, and only villagers and residents of eighteen and over may vote and be elected",
        message: "任职开始之日未满{limit}周岁（聘用应年满16周岁，选举任职应年满18周岁）"
            / "under {limit} on the day the post begins (16 to be hired, 18 to be elected)",
        advice: "请核对出生日期、任职日期和任职方式；情况属实的，请报街道（乡镇）核查处理"
            / "check the birth date, the day on which the post begins and its basis; where they are right report it to the subdistrict or township",
        basis: [
            Basis::clause(Document::LabourLaw, "15").quote("禁止用人单位招用未满十六周岁的未成年人").from("1995-01-01"),
            Basis::clause(Document::Villagers2018, "13").quote("年满十八周岁的村民").from("2018-12-29").to("2026-01-01"),
            Basis::clause(Document::Residents2018, "8").quote("年满十八周岁").from("2018-12-29").to("2026-01-01"),
            Basis::whole(Document::Villagers2025).from("2026-01-01"),
            Basis::whole(Document::Residents2025).from("2026-01-01"),
        ],
        params: ["limit"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A birth date of more than 120 years ago is nearly always a mistyped century or a default value.
    pub static PER007 = {
        name: "very-old",
        severity: Warning,
        scope: Record,
        records: [Volunteer, Worker],
        title: "年龄过大" / "implausibly old",
        why: "这样的年龄多为年份录错、系统默认日期，或本人去世后未更新状态"
            / "such an age mostly comes from a mistyped year, a default date, or a death that was not entered",
        message: "出生日期距{as_of}已超过{max_age}年" / "born more than {max_age} years before {as_of}",
        advice: "请对照证件原件核对出生年份；本人已去世的，请将状态改为“死亡”"
            / "compare the year of birth with the document; where the person has died set the status to deceased",
        basis: [Basis::OWN],
        params: ["max_age", "as_of"],
        parameters: [("max_age", "120")],
        enforced_by: Library,
    }
}

const HIRED_MIN: i16 = 16;
const ELECTED_MIN: i16 = 18;

/// What the rules on persons look at.
struct Person<'a> {
    identity: Slot<IdentityView<'a>>,
    sex: Slot<Sex>,
    birth_date: Slot<Date>,
    political_status: Slot<PoliticalStatus>,
}

pub(super) fn check_volunteer(view: &VolunteerView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    let VolunteerView { identity, sex, birth_date, political_status, .. } = *view;
    Person { identity, sex, birth_date, political_status }.check(context, sink);
    check_nationality(identity, view.nationality, context, sink);
}

pub(super) fn check_worker(view: &WorkerView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    let WorkerView { identity, sex, birth_date, political_status, .. } = *view;
    Person { identity, sex, birth_date, political_status }.check(context, sink);
    check_posts(birth_date, view.posts, sink);
}

impl Person<'_> {
    /// PER001-PER003, PER005 and PER007.
    fn check(&self, context: Context<'_>, sink: &mut Sink<'_>) {
        let birth_date = self.birth_date.known().map(Date::civil);
        if let Some((sex, birth)) = said_by_number(self.identity, context) {
            if self.sex.known().is_some_and(|own| differs(own, sex)) {
                sink.report(&PER001, "/sex", vec![]);
            }
            if birth_date.is_some_and(|own| own != birth) {
                sink.report(&PER002, "/birth_date", vec![]);
            }
        }
        let Some(birth) = birth_date else { return };
        let as_of = context.as_of;
        if birth > as_of {
            sink.report(&PER003, "/birth_date", vec![("as_of", as_of.into())]);
        }
        let max_age = limit(&PER007, "max_age", context);
        if is_older_than(max_age, birth, as_of) {
            let params = vec![("max_age", max_age.into()), ("as_of", as_of.into())];
            sink.report(&PER007, "/birth_date", params);
        }
        if let Some(status) = self.political_status.known() {
            check_political_status(status, birth, context, sink);
        }
    }
}

/// PER005. All limits are said, since one alone would tell the status.
fn check_political_status(
    status: PoliticalStatus,
    birth: civil::Date,
    context: Context<'_>,
    sink: &mut Sink<'_>,
) {
    let [party_min, probationary_min, league_min, league_max] =
        ["party_min", "probationary_min", "league_min", "league_max"]
            .map(|name| limit(&PER005, name, context));
    let age = age_on(birth, context.as_of);
    let unusual = match status {
        PoliticalStatus::PartyMember => age < party_min,
        PoliticalStatus::ProbationaryPartyMember => age < probationary_min,
        PoliticalStatus::YouthLeagueMember => !(league_min..=league_max).contains(&age),
        _ => false,
    };
    if unusual {
        let params = vec![
            ("as_of", context.as_of.into()),
            ("party_min", party_min.into()),
            ("probationary_min", probationary_min.into()),
            ("league_min", league_min.into()),
            ("league_max", league_max.into()),
        ];
        sink.report(&PER005, "/political_status", params);
    }
}

/// A parameter in whole years.
#[allow(clippy::cast_possible_truncation)] // a cast of a float saturates
fn limit(rule: &Rule, name: &str, context: Context<'_>) -> i16 {
    context.settings.number(rule, name) as i16
}

/// A lower-case x at the end is read as X.
fn with_capital_x(number: &str) -> Cow<'_, str> {
    let upper = |digits: &str| Cow::Owned(format!("{digits}X"));
    number.strip_suffix('x').map_or(Cow::Borrowed(number), upper)
}

/// Sex and birth date as the number of the document says them, where the number is right.
fn said_by_number(identity: Slot<IdentityView<'_>>, context: Context<'_>) -> Option<(IdSex, civil::Date)> {
    let identity = identity.known()?;
    let number = with_capital_x(identity.number.known()?);
    let as_of = Some(context.as_of);
    let (sex, birth) = match identity.r#type.known()? {
        IdentityType::ResidentId if ResidentId::inspect(&number, as_of).rejection().is_none() => {
            let number = ResidentId::parse(&number).ok()?;
            (number.sex(), number.birth_date())
        }
        IdentityType::HkMacaoTaiwanResidencePermit if ResidencePermit::inspect(&number, as_of).is_empty() => {
            let number = ResidencePermit::parse(&number).ok()?;
            (number.sex(), number.birth_date())
        }
        _ => return None,
    };
    Some((sex, birth))
}

fn differs(own: Sex, said: IdSex) -> bool {
    matches!((own, said), (Sex::Male, IdSex::Female) | (Sex::Female, IdSex::Male))
}

/// PER004: a resident identity number of 18 digits belongs to a citizen.
fn check_nationality(
    identity: Slot<IdentityView<'_>>,
    nationality: Slot<Country>,
    context: Context<'_>,
    sink: &mut Sink<'_>,
) {
    let foreign = nationality.known().is_some_and(|country| country != Country::China);
    let is_resident = || {
        let identity = identity.known()?;
        let number = identity.number.known()?;
        let fits = identity.r#type.known()? == IdentityType::ResidentId
            && number.len() == 18
            && ResidentId::inspect(&with_capital_x(number), Some(context.as_of)).rejection().is_none();
        fits.then_some(())
    };
    if foreign && is_resident().is_some() {
        sink.report(&PER004, "/nationality", vec![]);
    }
}

/// PER006 on every post.
fn check_posts(birth_date: Slot<Date>, posts: Slot<ListView<'_, Post>>, sink: &mut Sink<'_>) {
    let (Slot::Known(birth), Slot::Known(posts)) = (birth_date, posts) else { return };
    for (index, post) in posts.known() {
        let (Slot::Known(basis), Slot::Known(begins)) = (post.basis, post.starts_on) else { continue };
        let least = match basis {
            PostBasis::Hired => HIRED_MIN,
            PostBasis::Elected => ELECTED_MIN,
            _ => continue,
        };
        if age_on(birth.civil(), begins.civil()) < least {
            sink.report(&PER006, format!("/posts/{index}/starts_on"), vec![("limit", least.into())]);
        }
    }
}
