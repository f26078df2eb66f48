//! VOL001-VOL007, VOL027: minors, withdrawal, stars and consent of a volunteer.

use jiff::civil;

use super::age::age_on;
use super::compare::is_day_before;
use super::{Context, Ruled, Settings, id, identity, person};
use crate::Words;
use crate::codes::{Employment, PersonStatus, Star};
use crate::field::{Date, Hours, Slot};
use crate::finding::Param;
use crate::model::{ConsentView, Volunteer, VolunteerView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&VOL001, &VOL002, &VOL003, &VOL004, &VOL005, &VOL006, &VOL007, &VOL027];

rule! {
    /// A minor cannot bind himself alone: without a guardian nobody answers for the registration.
    pub static VOL001 = {
        name: "minor-without-guardian",
        severity: Error,
        scope: Record,
        records: [Volunteer],
        title: "未成年人注册缺少监护人" / "minor registered without a guardian",
        why: "未满十八周岁的人注册，应当由监护人同意；年满十六周岁、以自己的劳动收入为主要生活来源的除外"
            / "a minor registers with the consent of a guardian, except one of sixteen and over who lives on an income of his or her own",
        message: "注册之日未满18周岁，但没有监护人信息" / "under 18 on the day of registration, and no guardian is given",
        advice: "请与监护人联系，补填其姓名、与本人关系、电话和同意日期；年满16周岁、以自己的劳动收入为主要生活来源的，请核对并填写从业状况"
            / "ask the guardian and enter name, relation, phone and day of consent; for one of 16 or over who lives on an income of his or her own check the employment and enter it",
        basis: [
            Basis::clause(Document::CivilCode, "18").quote("以自己的劳动收入为主要生活来源的").from("2021-01-01"),
            Basis::clause(Document::CivilCode, "19").quote("八周岁以上的未成年人为限制民事行为能力人").from("2021-01-01"),
            Basis::domain("1.2"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A child under eight does nothing in law by itself; such a registration mostly rests on a wrong date.
    pub static VOL002 = {
        name: "registered-under-eight",
        severity: Warning,
        scope: Record,
        records: [Volunteer],
        title: "注册时未满8周岁" / "under eight on the day of registration",
        why: "不满八周岁的儿童由法定代理人代理，不能自行注册；多为出生日期录错，也有随家长一并登记的"
            / "a child under eight acts through a legal representative alone; mostly a date is mistyped, sometimes the child was entered along with a parent",
        message: "注册之日未满8周岁" / "under 8 on the day of registration",
        advice: "请对照证件和注册登记表核对出生日期、注册日期；情况属实的，请与监护人商定是否保留注册"
            / "compare birth date and day of registration with the document and the registration form; where they are right ask the guardian whether the registration shall stand",
        basis: [
            Basis::clause(Document::CivilCode, "20").quote("不满八周岁的未成年人为无民事行为能力人").from("2021-01-01"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The consent of the guardian makes the registration of a minor good, so it comes first.
    pub static VOL003 = {
        name: "guardian-consent-after-registration",
        severity: Warning,
        scope: Record,
        records: [Volunteer],
        title: "监护人同意晚于注册" / "guardian consented after the registration",
        why: "未成年人一般应先经监护人同意再注册，事后追认依法有效；处理未满14周岁者的个人信息，应事先取得监护人同意（个人信息保护法第三十一条）"
            / "a minor registers after the guardian's consent as a rule, and later approval is good in law; the personal information of one under 14 is handled with prior consent of the guardian (PIPL 31)",
        message: "注册时未成年，监护人同意日期晚于注册日期"
            / "a minor on the day of registration, and the guardian consented after it",
        advice: "请对照监护人同意书核对两个日期；确属事后追认的，保留实际日期，今后先取得同意再注册"
            / "compare both dates with the signed consent; where it was given later keep the real date, and ask before the next registration",
        basis: [Basis::domain("1.2")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The day of withdrawal says until when service counts, so it stands where and only where one has withdrawn.
    pub static VOL004 = {
        name: "volunteer-withdrawal",
        severity: Error,
        scope: Record,
        records: [Volunteer],
        title: "注销日期与状态不符" / "day of withdrawal does not go with the status",
        why: "注销日期决定服务记录到哪天为止有效、人数统计到哪天为止"
            / "the day of withdrawal decides until when service counts and the volunteer is counted",
        message: "注销日期有误：{fault}" / "the day of withdrawal is wrong: {fault}",
        advice: "请对照注销登记核对状态和注销日期：已注销的补填日期，仍在服务的清空该项"
            / "compare status and day with the record of the withdrawal: enter the day for one who has withdrawn, empty it for one who still serves",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Partly,
    }
}

rule! {
    /// Stars are granted by hours; more stars than hours are mostly a code in the wrong row or hours not yet added up.
    pub static VOL005 = {
        name: "stars-above-hours",
        severity: Warning,
        scope: Record,
        records: [Volunteer],
        title: "星级高于累计时长对应的星级" / "more stars than the total hours allow",
        why: "星级按累计服务时长评定，时长不足的星级换了地方得不到承认"
            / "stars are granted by total hours, and stars without the hours are not recognised elsewhere",
        message: "累计服务时长未达到所填星级的标准（一至五星依次为{thresholds}小时）"
            / "the total hours fall short of the stars given (one to five stars: {thresholds} hours)",
        advice: "请对照服务记录和星级评定文件核对累计时长和星级；本地评定标准不同的，请在核查选项中改用本地标准"
            / "compare hours and stars with the service records and the paper that granted the stars; where the local standard differs set its thresholds in the options",
        basis: [Basis::domain("1.3")],
        params: ["thresholds"],
        parameters: [("thresholds", "100,300,600,1000,1500")],
        enforced_by: Library,
    }
}

rule! {
    /// What is known of an active volunteer rests on consent; without it the data may hardly be used.
    pub static VOL006 = {
        name: "volunteer-consent",
        severity: Warning,
        scope: Record,
        records: [Volunteer],
        title: "缺少个人信息同意，或同意已撤回" / "no consent to the handling of personal information, or one withdrawn",
        why: "处理志愿者的个人信息一般应取得本人同意；撤回之后，以同意为依据的处理应当停止"
            / "the personal information of a volunteer is as a rule handled by consent; once it is withdrawn, handling that rests on it must stop",
        message: "状态正常的志愿者{fault}" / "an active volunteer {fault}",
        advice: "请征得本人同意并登记同意日期和同意的处理目的，未满14周岁的由监护人同意；已撤回同意的，请停止使用其信息，并与本人商定是否注销"
            / "ask for consent, of the guardian for one under 14, and enter its day and purposes; where it was withdrawn stop using the data and ask the volunteer whether to end the registration",
        basis: [
            Basis::clause(Document::PersonalInformation, "13-15").quote("个人有权撤回其同意").from("2021-11-01"),
        ],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Age at registration and the number of volunteers rest on this day.
    pub static VOL007 = {
        name: "registration-day",
        severity: Error,
        scope: Record,
        records: [Volunteer],
        title: "注册日期早于出生或晚于基准日" / "registered before birth or after the reference date",
        why: "多为日期录错，并使统计出错" / "mostly a date is mistyped, and the counts go wrong with it",
        message: "注册日期有误：{fault}" / "the day of registration is wrong: {fault}",
        advice: "请对照注册登记表和证件核对注册日期、出生日期，特别是年份；基准日设错的，请改正后重新核对"
            / "compare both dates with the registration form and the document, the years above all; where the reference date itself is wrong correct it and check again",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The identity number is sensitive, and the law asks for a consent of its own to the handling of such data.
    pub static VOL027 = {
        name: "no-separate-consent",
        severity: Info,
        scope: Record,
        records: [Volunteer],
        title: "未登记敏感个人信息单独同意" / "no separate consent to sensitive data",
        why: "身份证件号码等属于敏感个人信息；2021年11月1日起，基于同意处理的，应取得个人的单独同意"
            / "the identity number is sensitive; since 2021-11-01 its handling by consent rests on a separate consent",
        message: "已登记个人信息同意，但没有填写单独同意日期" / "consent is entered, but no day of the separate consent to sensitive data",
        advice: "已取得单独同意的（如注册时单独勾选或签署），请补填日期；没有取得的，请在下次联系本人或监护人时补办；依照法律、行政法规规定处理、无需同意的，可不填写"
            / "enter the day where separate consent was given, as by a box of its own at registration; otherwise ask for it at the next occasion; where the law provides for the handling without consent leave it",
        basis: [
            Basis::clause(Document::PersonalInformation, "29")
                .quote("处理敏感个人信息应当取得个人的单独同意")
                .from("2021-11-01"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

/// From this day on sensitive data ask for a separate consent.
const SEPARATE_CONSENT: civil::Date = civil::date(2021, 11, 1);

const ADULT: i16 = 18;
const OWN_INCOME_MIN: i16 = 16;
const LIMITED_CAPACITY_MIN: i16 = 8;

impl Ruled for Volunteer {
    fn check(view: &VolunteerView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        identity::check(view.identity, context, sink);
        id::check_volunteer_number(view.number, sink);
        person::check_volunteer(view, context, sink);
        check_registration(view, context, sink);
        check_withdrawal(view, sink);
        check_star(view.star, view.total_hours, context.settings, sink);
        if view.status.known() == Some(PersonStatus::Active) {
            check_consent(view.consent, context, sink);
            check_separate_consent(view, context, sink);
        }
    }
}

/// VOL001-VOL003 and VOL007.
fn check_registration(view: &VolunteerView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    let Some(registered) = view.registered_on.known().map(Date::civil) else { return };
    let birth = view.birth_date.known().map(Date::civil);
    let is_before_birth = birth.is_some_and(|birth| registered < birth);
    let as_of = context.as_of;
    let fault = if is_before_birth {
        Some(Words::new("早于出生日期", "before birth").into())
    } else if registered > as_of {
        Some(Param::Phrase(format!("晚于基准日{as_of}"), format!("after {as_of}")))
    } else {
        None
    };
    if let Some(fault) = fault {
        sink.report(&VOL007, "/registered_on", vec![("fault", fault)]);
    }
    if let Some(birth) = birth.filter(|_| !is_before_birth) {
        check_age(view, age_on(birth, registered), registered, sink);
    }
}

/// VOL001-VOL003.
fn check_age(view: &VolunteerView<'_>, age: i16, registered: civil::Date, sink: &mut Sink<'_>) {
    if age >= ADULT {
        return;
    }
    if view.guardian.is_absent() && !(age >= OWN_INCOME_MIN && may_have_income(view.employment)) {
        sink.report(&VOL001, "/guardian", vec![]);
    }
    if age < LIMITED_CAPACITY_MIN {
        sink.report(&VOL002, "/registered_on", vec![]);
    }
    let consented = view.guardian.known().and_then(|guardian| guardian.consented_on.known());
    if consented.is_some_and(|consented| consented.civil() > registered) {
        sink.report(&VOL003, "/guardian/consented_on", vec![]);
    }
}

/// Whether the employment brings an income of one's own; one that cannot be read may.
fn may_have_income(employment: Slot<Employment>) -> bool {
    match employment {
        Slot::Absent => false,
        Slot::Unknown => true,
        Slot::Known(employment) => matches!(
            employment,
            Employment::CivilServant
                | Employment::Professional
                | Employment::OfficeStaff
                | Employment::EnterpriseManager
                | Employment::Worker
                | Employment::Farmer
                | Employment::ActiveServiceMilitary
                | Employment::Freelancer
                | Employment::SelfEmployed
        ),
    }
}

/// VOL004; the deceased may have a day of withdrawal.
fn check_withdrawal(view: &VolunteerView<'_>, sink: &mut Sink<'_>) {
    let fault = match view.status.known() {
        Some(PersonStatus::Withdrawn) if view.withdrawn_on.is_absent() => {
            Words::new("已注销的应填写注销日期", "who has withdrawn needs one")
        }
        Some(PersonStatus::Active) if view.withdrawn_on.known().is_some() => {
            Words::new("状态正常的不得填写注销日期", "who is active has none")
        }
        _ if is_day_before(view.withdrawn_on, view.registered_on) => {
            Words::new("注销日期早于注册日期", "it is before the registration")
        }
        _ => return,
    };
    sink.report(&VOL004, "/withdrawn_on", vec![("fault", fault.into())]);
}

/// VOL005. All thresholds are said, since one alone would tell the stars.
fn check_star(star: Slot<Star>, hours: Slot<Hours>, settings: &Settings, sink: &mut Sink<'_>) {
    let (Slot::Known(star), Slot::Known(hours)) = (star, hours) else { return };
    let thresholds = settings.numbers(&VOL005, "thresholds");
    let needed = star.code().parse().ok().and_then(|stars: usize| thresholds.get(stars.checked_sub(1)?));
    if needed.is_some_and(|needed| hours.to_double() < *needed) {
        let texts: Vec<String> = thresholds.iter().map(f64::to_string).collect();
        let phrase = Param::Phrase(texts.join("、"), texts.join(", "));
        sink.report(&VOL005, "/star", vec![("thresholds", phrase)]);
    }
}

/// VOL006 on an active volunteer.
fn check_consent(consent: Slot<ConsentView<'_>>, context: Context<'_>, sink: &mut Sink<'_>) {
    let withdrawn = consent.known().and_then(|consent| consent.withdrawn_on.known());
    let as_of = context.as_of;
    if consent.is_absent() {
        let fault = Words::new("没有个人信息同意", "without consent to the handling of personal information");
        sink.report(&VOL006, "/consent", vec![("fault", fault.into())]);
    } else if withdrawn.is_some_and(|withdrawn| withdrawn.civil() <= as_of) {
        let fault = Param::Phrase(
            format!("截至{as_of}已撤回个人信息同意"),
            format!("who has withdrawn consent to the handling of personal information by {as_of}"),
        );
        sink.report(&VOL006, "/consent/withdrawn_on", vec![("fault", fault)]);
    }
}

/// VOL027 on an active volunteer whose consent holds and whose identity is there.
fn check_separate_consent(view: &VolunteerView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    let Some(consent) = view.consent.known() else { return };
    let holds = match consent.withdrawn_on {
        Slot::Absent => consent.given_on.known().is_some(),
        Slot::Unknown => false,
        Slot::Known(withdrawn) => withdrawn.civil() > context.as_of,
    };
    let is_late = view.registered_on.known().is_some_and(|day| day.civil() >= SEPARATE_CONSENT);
    if holds && is_late && view.identity.known().is_some() && consent.sensitive_given_on.is_absent() {
        sink.report(&VOL027, "/consent/sensitive_given_on", vec![]);
    }
}
