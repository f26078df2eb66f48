//! ORG009-ORG017: terms, members and standing of an organisation.

use jiff::civil;

use super::Context;
use super::compare::is_day_before;
use super::facility::labels;
use super::organisation::{is_registered, is_right};
use crate::Words;
use crate::codes::{EntityStatus, OrganisationKind as Kind};
use crate::field::Slot;
use crate::finding::Param;
use crate::ids::Level;
use crate::model::{OrganisationView, TermView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] =
    &[&ORG009, &ORG010, &ORG011, &ORG012, &ORG013, &ORG014, &ORG015, &ORG016, &ORG017];

rule! {
    /// The organic laws limit a term; a longer one is mistyped, or the new election was not entered.
    pub static ORG009 = {
        name: "term-length",
        severity: Error,
        scope: Record,
        records: [Organisation],
        title: "届期有误" / "term ends too early or lasts too long",
        why: "村（居）委会每届任期由法律规定；超过的多为日期录错，或换届后沿用了上届的开始日期"
            / "the law sets the term of the committees; a longer one is mistyped, or begins with the term before",
        message: "届期有误：{fault}" / "the term is wrong: {fault}",
        advice: "请对照选举结果公告或当选证书核对开始日期和届满日期；依法延期换届的，届满日期仍按法定任期填写"
            / "compare both days with the announcement of the election's result; where the next election was lawfully put off enter the end that the law sets",
        hint: "法律规定每届任期为{limit}年" / "the law sets a term of {limit} years",
        basis: [
            Basis::clause(Document::Residents1989, "8").from("1990-01-01").to("2018-12-29"),
            Basis::clause(Document::Villagers2010, "11").from("2010-10-28").to("2018-12-29"),
            Basis::clause(Document::Villagers2018, "11").quote("村民委员会每届任期五年").from("2018-12-29").to("2026-01-01"),
            Basis::clause(Document::Residents2018, "8").quote("居民委员会每届任期五年").from("2018-12-29").to("2026-01-01"),
            Basis::whole(Document::Villagers2025).from("2026-01-01"),
            Basis::whole(Document::Residents2025).from("2026-01-01"),
        ],
        params: ["fault", "limit"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A committee at work has a term that is still running, or its election is due.
    pub static ORG010 = {
        name: "committee-without-current-term",
        severity: Warning,
        scope: Record,
        records: [Organisation],
        title: "村（居）委会缺少现任届期" / "committee without a current term",
        why: "村（居）委会按届换届；没有届期或届期已满，多为漏填，或应当换届"
            / "committees are elected for terms; without one, or with one that is over, it was left out or an election is due",
        message: "状态正常的村（居）委会{fault}" / "the active committee {fault}",
        advice: "已换届的，请填写新一届的届次和起止日期；尚未换届的，请报街道（乡镇）并注明延期批准情况；已撤销的，请改正状态"
            / "after an election enter the new term; where it is due report it to the subdistrict or township; where the committee no longer exists correct the status",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The Party's organisations take their form from the number of members.
    pub static ORG011 = {
        name: "party-form-and-members",
        severity: Warning,
        scope: Record,
        records: [Organisation],
        title: "党组织形式与党员人数不符" / "form of the party organisation does not fit its members",
        why: "党支部党员人数一般为3人以上、50人以下，党员超过50人的设党总支，100人以上的设党委（《中国共产党支部工作条例（试行）》第四条、《中国共产党农村基层组织工作条例》）；不符的多为人数过时，或组织形式应当调整"
            / "a branch has 3 to 50 members as a rule, a general branch more than 50, a committee 100 or more; otherwise the number is old or the form due for a change",
        message: "党组织形式与党员人数不符：{kind}的党员人数{limit}" / "the form does not fit the number of members: a {kind} has {limit}",
        advice: "请向街道（乡镇）党（工）委组织部门核对党员人数和组织形式；因工作需要并经上级党组织批准设置的，可不作修改"
            / "ask the organisation department of the subdistrict's or township's party committee; a form that the work needs and the party organisation above approved may stay",
        basis: [Basis::domain("12")],
        params: ["kind", "limit"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// What no longer exists must say since when, and what exists has no such day.
    pub static ORG012 = {
        name: "organisation-dissolution",
        severity: Error,
        scope: Record,
        records: [Organisation],
        title: "终止日期与组织状态不符" / "day of dissolution does not go with the status",
        why: "按年度统计组织数量要靠终止日期；缺少或误填都会使在册组织数算错"
            / "how many organisations there were in a year is counted by this day; without it, or with a wrong one, the count is off",
        message: "终止日期有误：{fault}" / "the day of dissolution is wrong: {fault}",
        advice: "请对照注销证明、撤销决定或换届文件填写终止日期（存续的最后一天）；组织仍然存在的，请删去终止日期或改正状态"
            / "take the last day of its existence from the deregistration or the decision; where it still exists remove the day or correct the status",
        basis: [Basis::OWN],
        params: ["fault"],
        parameters: [],
        enforced_by: Partly,
    }
}

rule! {
    /// A society is registered with fifty members; with fewer the number is old, or it has only units as members.
    pub static ORG013 = {
        name: "society-members",
        severity: Warning,
        scope: Record,
        records: [Organisation],
        title: "社会团体会员数不足" / "society with too few members",
        why: "社会团体登记应有50个以上个人会员，或30个以上单位会员；只办备案的社区社会组织不受此限"
            / "a society is registered with 50 members, or 30 that are units; groups that are only filed need none",
        message: "登记的社会团体会员应不少于{limit}个" / "a registered society should have {limit} members or more",
        advice: "请对照年度工作报告核对会员数；会员全部为单位的，30个以上即可，可不作修改"
            / "compare the number with the annual report; where all members are units 30 are enough and the number may stay",
        basis: [
            Basis::clause(Document::Societies2016, "10").quote("会员总数不得少于50个").from("2016-02-06"),
        ],
        params: ["limit"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The policy wants a party organisation wherever the conditions are there.
    pub static ORG014 = {
        name: "no-party-organisation",
        severity: Warning,
        scope: Record,
        records: [Organisation],
        title: "有党员但未建党组织" / "party members and no party organisation",
        why: "政策文件要求在所有符合条件的新经济组织、新社会组织、合作社、协会等建立党组织"
            / "the policy wants a party organisation in every enterprise, social organisation, cooperative and association with the conditions for one",
        message: "党员数达到{limit}人，但没有填写所建党组织"
            / "there are {limit} party members or more, but no party organisation is entered",
        advice: "已建党组织的，请补填；未建的，请报街道（乡镇）党（工）委研究组建或设立党员联络服务站；党员属联合党支部的，填该支部"
            / "enter the one that there is, a joint branch too; otherwise report it to the subdistrict's or township's party committee",
        basis: [
            Basis::policy("3.4", "在所有符合条件的城乡社区、居民区、楼宇、新经济组织和新社会组织"),
        ],
        params: ["limit"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Such a body belongs to one community; above it nothing can be counted by community.
    pub static ORG015 = {
        name: "division-above-community",
        severity: Error,
        scope: Record,
        records: [Organisation],
        title: "所在区划应为社区" / "division above the community",
        why: "村（居）委会及其下属委员会、村（居）民会议、监督委员会都属于一个社区；填到街道（乡镇）以上，就归不到社区"
            / "committees, their sub-committees, assemblies and supervision committees belong to one community; entered higher up they are counted in none",
        message: "该类组织的所在区划应为村级12位社区代码"
            / "the division of this kind of organisation should be that of a community, 12 digits of village level",
        advice: "请填写该组织所属社区的代码（末三位不为000）；属于街道（乡镇）的组织，请核对组织类型"
            / "enter the code of its community, whose last three digits are not 000; for a body of a subdistrict or township check the kind",
        basis: [Basis::OWN],
        params: [],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// The committees are legal persons, and a legal person acts through its representative.
    pub static ORG016 = {
        name: "committee-without-representative",
        severity: Warning,
        scope: Record,
        records: [Organisation],
        title: "村（居）委会缺少法定代表人" / "committee without a legal representative",
        why: "村（居）委会是基层群众性自治组织法人，由法定代表人代表其从事民事活动；签约、开户都要用到"
            / "the committees are special legal persons that act through a legal representative, in contracts and at the bank",
        message: "状态正常的村（居）委会应填写法定代表人" / "an active committee needs a legal representative",
        advice: "请对照《基层群众性自治组织特别法人统一社会信用代码证书》填写，一般为主任；换届后证书未变更的，请到县级民政部门办理"
            / "take the name from the certificate of the special legal person, mostly the director; where it is out of date after an election have it changed at the county's civil affairs department",
        basis: [
            Basis::clause(Document::CivilCode, "96").from("2021-01-01"),
            Basis::clause(Document::CivilCode, "101").quote("具有基层群众性自治组织法人资格").from("2021-01-01"),
        ],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The policy names where Party organisations are set up; of any other body it says nothing.
    pub static ORG017 = {
        name: "party-setting-of-another-body",
        severity: Error,
        scope: Record,
        records: [Organisation],
        title: "非党组织填有党组织设置形式" / "party setting of a body that is no party organisation",
        why: "党组织设置形式说明党组织建在哪里，用于统计党建覆盖面；其他组织填写的会重复计算"
            / "the setting says where a Party organisation is set up and shows how far they reach; of another body it is counted twice",
        message: "只有党委、党总支、党支部和党员联络服务站填写党组织设置形式"
            / "only a Party committee, general branch, branch or liaison station has a party setting",
        advice: "请核对组织类型：是党组织的，改正类型；不是的，删去该项，所建党组织另填在“所建党组织”"
            / "check the kind: correct it for a Party organisation; for any other body remove the setting and name the Party organisation founded in it in its own field",
        basis: [Basis::policy("3.4", "建立不同形式的党组织")],
        params: [],
        parameters: [],
        enforced_by: Schema,
    }
}

/// From which day on the law sets a term of so many years.
const TERMS: [(civil::Date, i16); 2] = [(civil::date(1990, 1, 1), 3), (civil::date(2018, 12, 29), 5)];
/// The least members of a party branch, a general branch and a party committee.
const BRANCH_MEMBERS: u64 = 3;
const GENERAL_BRANCH_MEMBERS: u64 = 51;
const COMMITTEE_MEMBERS: u64 = 100;
/// The least members of a society.
const SOCIETY_MEMBERS: u32 = 50;
/// From how many party members on there is a party organisation.
const PARTY_MEMBERS: u32 = 3;

pub(super) fn check(view: &OrganisationView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    if let Slot::Known(kind) = view.kind {
        if matches!(kind, Kind::ResidentsCommittee | Kind::VillagersCommittee) {
            check_committee(view, context, sink);
        }
        check_party_form(kind, view, sink);
        check_party_building(kind, view, sink);
        if view.party_setting.known().is_some() && !is_of_party(kind) {
            sink.report(&ORG017, "/party_setting", vec![]);
        }
        let above = view.division.known().is_some_and(|division| division.level() != Level::Village);
        if above && is_of_one_community(kind) {
            sink.report(&ORG015, "/division", vec![]);
        }
    }
    check_dissolution(view, sink);
    check_society(view, sink);
}

/// ORG009, ORG010 and ORG016 on a residents' or villagers' committee.
fn check_committee(view: &OrganisationView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
    if let Slot::Known(term) = view.term {
        check_length(term, context.as_of, sink);
    }
    if view.status != Slot::Known(EntityStatus::Active) {
        return;
    }
    let ended = |term: TermView<'_>| term.ends_on.known().is_some_and(|last| last.civil() < context.as_of);
    match view.term {
        Slot::Absent => {
            let fault = Words::new("没有填写届期", "has no term");
            sink.report(&ORG010, "/term", vec![("fault", fault.into())]);
        }
        Slot::Known(term) if ended(term) => {
            let as_of = context.as_of;
            let fault = Param::Phrase(
                format!("届期在{as_of}之前已满"),
                format!("has a term that ended before {as_of}"),
            );
            sink.report(&ORG010, "/term/ends_on", vec![("fault", fault)]);
        }
        _ => {}
    }
    if view.legal_representative.is_absent() {
        sink.report(&ORG016, "/legal_representative", vec![]);
    }
}

/// ORG009 under the law in force on the reference date.
fn check_length(term: TermView<'_>, as_of: civil::Date, sink: &mut Sink<'_>) {
    let (Slot::Known(first), Slot::Known(last)) = (term.starts_on, term.ends_on) else { return };
    let limit = TERMS.iter().rev().find(|(from, _)| *from <= as_of).map(|(_, years)| *years);
    let latest = limit.and_then(|years| years_on(first.civil(), years));
    let fault = if last < first {
        Words::new("届满日期早于开始日期", "it ends before it begins")
    } else if latest.is_some_and(|latest| last.civil() > latest) {
        Words::new("一届超过法定任期", "it lasts longer than the law allows")
    } else {
        return;
    };
    let limit = limit.map(|years| ("limit", years.into()));
    let params = [("fault", fault.into())].into_iter().chain(limit).collect();
    sink.report(&ORG009, "/term/ends_on", params);
}

/// The same day so many years on; 29 February falls on 1 March in common years.
fn years_on(day: civil::Date, years: i16) -> Option<civil::Date> {
    let year = day.year() + years;
    civil::Date::new(year, day.month(), day.day()).or_else(|_| civil::Date::new(year, 3, 1)).ok()
}

/// ORG011.
fn check_party_form(kind: Kind, view: &OrganisationView<'_>, sink: &mut Sink<'_>) {
    let (least, most) = match kind {
        Kind::PartyBranch => (BRANCH_MEMBERS, Some(GENERAL_BRANCH_MEMBERS - 1)),
        Kind::PartyGeneralBranch => (GENERAL_BRANCH_MEMBERS, None),
        Kind::PartyCommittee => (COMMITTEE_MEMBERS, None),
        _ => return,
    };
    let members = if view.party_members.is_absent() { view.members } else { view.party_members };
    let Slot::Known(members) = members else { return };
    let limit = match most {
        _ if members.get() < least => {
            Param::Phrase(format!("不少于{least}人"), format!("{least} members or more"))
        }
        Some(most) if members.get() > most => {
            Param::Phrase(format!("不超过{most}人"), format!("no more than {most} members"))
        }
        _ => return,
    };
    sink.report(&ORG011, "/kind", vec![("kind", labels(&[kind])), ("limit", limit)]);
}

/// The four kinds of Party organisation.
const fn is_of_party(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::PartyCommittee | Kind::PartyGeneralBranch | Kind::PartyBranch | Kind::PartyLiaisonStation
    )
}

/// ORG012.
fn check_dissolution(view: &OrganisationView<'_>, sink: &mut Sink<'_>) {
    use EntityStatus::{Abolished, Active, Merged, Split, Suspended};
    let dissolved = view.dissolved_on;
    let fault = match view.status.known() {
        Some(Active | Suspended) if dissolved.known().is_some() => Words::new(
            "状态为正常或停用的组织不得填写终止日期",
            "an active or suspended organisation has none",
        ),
        Some(Merged | Split | Abolished) if dissolved.is_absent() => Words::new(
            "已合并、拆分或撤销的组织应填写终止日期",
            "an organisation that was merged, split or abolished needs one",
        ),
        _ if is_day_before(dissolved, view.established_on) => {
            Words::new("终止日期早于成立日期", "it is before the day of establishment")
        }
        _ => return,
    };
    sink.report(&ORG012, "/dissolved_on", vec![("fault", fault.into())]);
}

/// ORG013 on what civil affairs registered as a society.
fn check_society(view: &OrganisationView<'_>, sink: &mut Sink<'_>) {
    let few = view.members.known().is_some_and(|members| members.get() < SOCIETY_MEMBERS.into());
    let is_society =
        || view.credit_code.known().is_some_and(|code| code.as_str().starts_with("51") && is_right(code));
    if few && is_registered(view) && is_society() {
        sink.report(&ORG013, "/members", vec![("limit", SOCIETY_MEMBERS.into())]);
    }
}

/// ORG014.
fn check_party_building(kind: Kind, view: &OrganisationView<'_>, sink: &mut Sink<'_>) {
    let meant = matches!(
        kind,
        Kind::SocialOrganisation
            | Kind::Charity
            | Kind::Cooperative
            | Kind::ProfessionalAssociation
            | Kind::CollectiveEconomy
            | Kind::VolunteerOrganisation
            | Kind::PropertyCompany
            | Kind::Enterprise
            | Kind::ResidentUnit
    );
    let enough = view.party_members.known().is_some_and(|members| members.get() >= PARTY_MEMBERS.into());
    if meant && enough && view.party_organisation.is_absent() {
        sink.report(&ORG014, "/party_organisation", vec![("limit", PARTY_MEMBERS.into())]);
    }
}

/// The kinds that ORG015 looks at.
fn is_of_one_community(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ResidentsCommittee
            | Kind::VillagersCommittee
            | Kind::SubCommittee
            | Kind::ResidentsAssembly
            | Kind::VillagersAssembly
            | Kind::SupervisionCommittee
    )
}
