//! ORG001-ORG006: how an organisation is registered, and the fields that its kind asks for.

use super::compare::out_of_place;
use super::{Context, Ruled, organisation_form};
use crate::Words;
use crate::codes::{OrganisationKind as Kind, RegistrationStatus};
use crate::field::Slot;
use crate::finding::Param;
use crate::ids::CreditCode;
use crate::model::{Organisation, OrganisationView, RegistrationView};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&ORG001, &ORG002, &ORG003, &ORG004, &ORG005, &ORG006];

rule! {
    /// Registration leaves three traces: a code, an authority and a day.
    pub static ORG001 = {
        name: "registered-organisation-incomplete",
        severity: Error,
        scope: Record,
        records: [Organisation],
        title: "已登记组织的登记信息不全" / "registration incomplete",
        why: "依法登记的组织都有统一社会信用代码、登记机关和登记日期；缺一项就无法与登记管理系统核对"
            / "a registered body has a credit code, an authority and a day of registration; without one of them the register cannot be consulted",
        message: "登记状态为“登记”的组织应填写{field}" / "a registered organisation needs: {field}",
        advice: "请对照登记证书补填；只办了备案的，请将登记状态改为“备案”"
            / "take it from the certificate; where the organisation was only filed set the status to filed",
        basis: [Basis::OWN],
        params: ["field"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// Filing leaves two traces: an authority and a number.
    pub static ORG002 = {
        name: "filed-organisation-incomplete",
        severity: Error,
        scope: Record,
        records: [Organisation],
        title: "已备案组织的备案信息不全" / "filing incomplete",
        why: "备案由街道（乡镇）或民政部门办理并编号；没有机关和编号，无法与备案台账核对"
            / "the subdistrict, township or civil affairs department files an organisation and numbers it; without both the list of filings cannot be consulted",
        message: "登记状态为“备案”的组织应填写{field}" / "a filed organisation needs: {field}",
        advice: "请对照备案通知书或备案台账补填；没有办理备案的，请将登记状态改为“未登记备案”"
            / "take it from the notice or the list of filings; where there was no filing set the status to unregistered",
        basis: [Basis::policy("3.1", "及时办理备案手续")],
        params: ["field"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// The first two characters say who registered the body and as what, which goes with its kind.
    pub static ORG003 = {
        name: "credit-code-and-kind",
        severity: Warning,
        scope: Record,
        records: [Organisation],
        title: "统一社会信用代码与组织类型不符" / "credit code does not fit the kind",
        why: "信用代码前两位是登记管理部门和机构类别，应与组织类型一致；不一致的多为类型选错或误填了别的单位的代码"
            / "the first two characters are the registering authority and the category; where the kind differs it is wrong, or the code is another body's",
        message: "该类组织的统一社会信用代码应以{expected}开头"
            / "the credit code of this kind of organisation should begin with {expected}",
        advice: "请对照登记证书核对信用代码和组织类型；与证书一致的，可不作修改"
            / "compare code and kind with the certificate; where they agree with it leave them",
        basis: [Basis::whole(Document::Gb32100)],
        params: ["expected"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// Such a body is nobody in law and gets no code; the one entered belongs to another.
    pub static ORG004 = {
        name: "credit-code-without-legal-person",
        severity: Warning,
        scope: Record,
        records: [Organisation],
        title: "非法人组织填有统一社会信用代码" / "credit code of a body that is no legal person",
        why: "党组织、下属委员会、协商议事机构等不单独登记为法人，没有自己的统一社会信用代码；所填的多为村（居）委会的代码"
            / "party organisations, sub-committees and consultative bodies are no legal persons and have no code; the one entered is mostly the committee's",
        message: "该类组织不是独立法人，不应填写统一社会信用代码"
            / "this kind of organisation is no legal person and should hold no credit code",
        advice: "请删去该代码，隶属关系填在“上级组织”；确有本组织统一社会信用代码证书的，可不作修改"
            / "remove the code and enter what it belongs to as its parent; where it really has a certificate of its own leave it",
        basis: [Basis::domain("4.3")],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A sub-committee is known by its field, and nothing else has one.
    pub static ORG005 = {
        name: "sub-committee-field",
        severity: Error,
        scope: Record,
        records: [Organisation],
        title: "下属委员会类别与组织类型不符" / "sub-committee field does not go with the kind",
        why: "下属委员会按人民调解、治安保卫、公共卫生等类别统计，其他组织没有这一项"
            / "sub-committees are counted by field, such as mediation, security and health; other organisations have none",
        message: "下属委员会类别与组织类型不符：{fault}" / "the sub-committee field does not go with the kind: {fault}",
        advice: "请核对组织类型：是下属委员会的选填类别，不是的删去类别"
            / "check the kind: choose the field of a sub-committee, remove it from anything else",
        basis: [Basis::policy("3.1", "村(居)委会及其下属的委员会")],
        params: ["fault"],
        parameters: [],
        enforced_by: Schema,
    }
}

rule! {
    /// The policy tells social organisations by purpose, and them alone.
    pub static ORG006 = {
        name: "social-organisation-purpose",
        severity: Error,
        scope: Record,
        records: [Organisation],
        title: "社会组织性质与组织类型不符" / "purposes do not go with the kind",
        why: "社区社会组织按服务性、公益性、互助性分类统计，其他组织没有这一项"
            / "social organisations are counted as serving, benefiting the public or helping mutually; other organisations are not",
        message: "社会组织性质与组织类型不符：{fault}" / "the purposes do not go with the kind: {fault}",
        advice: "请核对组织类型：是社区社会组织的，对照章程选填服务性、公益性或互助性；不是的删去"
            / "check the kind: for a social organisation choose the purposes by its charter, remove them from anything else",
        basis: [Basis::policy("3.1", "大力培育服务性、公益性、互助性社区社会组织")],
        params: ["fault"],
        parameters: [],
        enforced_by: Schema,
    }
}

const FIELD_MISSING: Words = Words::new("下属委员会应填写类别", "a sub-committee needs its field");
const FIELD_ELSEWHERE: Words = Words::new(
    "不是下属委员会的组织不得填写下属委员会类别",
    "an organisation that is no sub-committee has no such field",
);
const PURPOSE_MISSING: Words =
    Words::new("社区社会组织应填写社会组织性质", "a community social organisation needs its purposes");
const PURPOSE_ELSEWHERE: Words = Words::new(
    "不是社区社会组织的组织不得填写社会组织性质",
    "an organisation that is no community social organisation has no purposes",
);

impl Ruled for Organisation {
    fn check(view: &OrganisationView<'_>, context: Context<'_>, sink: &mut Sink<'_>) {
        if let Slot::Known(registration) = view.registration {
            check_registration(registration, view.credit_code, sink);
        }
        if let (Slot::Known(kind), Slot::Known(code)) = (view.kind, view.credit_code) {
            check_credit_code(kind, code, view, sink);
        }
        if let Some(place) = out_of_place(view.sub_committee_field, view.kind, Kind::SubCommittee) {
            let fault = place.words(FIELD_MISSING, FIELD_ELSEWHERE);
            sink.report(&ORG005, "/sub_committee_field", vec![("fault", fault.into())]);
        }
        if let Some(place) = out_of_place(view.purposes, view.kind, Kind::SocialOrganisation) {
            let fault = place.words(PURPOSE_MISSING, PURPOSE_ELSEWHERE);
            sink.report(&ORG006, "/purposes", vec![("fault", fault.into())]);
        }
        organisation_form::check(view, context, sink);
    }
}

/// ORG001 and ORG002 for each thing that is missing.
fn check_registration(registration: RegistrationView<'_>, code: Slot<CreditCode>, sink: &mut Sink<'_>) {
    let RegistrationView { status, authority, number, on, .. } = registration;
    let mut require = |rule: &'static Rule, absent: bool, pointer: &str, field: Words| {
        if absent {
            sink.report(rule, pointer, vec![("field", field.into())]);
        }
    };
    match status.known() {
        Some(RegistrationStatus::Registered) => {
            let words = Words::new("统一社会信用代码", "credit code");
            require(&ORG001, code.is_absent(), "/credit_code", words);
            let words = Words::new("登记机关", "registering authority");
            require(&ORG001, authority.is_absent(), "/registration/authority", words);
            let words = Words::new("登记日期", "day of the registration");
            require(&ORG001, on.is_absent(), "/registration/on", words);
        }
        Some(RegistrationStatus::Filed) => {
            let words = Words::new("备案机关", "filing authority");
            require(&ORG002, authority.is_absent(), "/registration/authority", words);
            let words = Words::new("备案号", "number of the filing");
            require(&ORG002, number.is_absent(), "/registration/number", words);
        }
        _ => {}
    }
}

/// ORG003 and ORG004.
fn check_credit_code(kind: Kind, code: CreditCode, view: &OrganisationView<'_>, sink: &mut Sink<'_>) {
    if !is_legal_person(kind) {
        sink.report(&ORG004, "/credit_code", vec![]);
    }
    let expected = beginnings(kind, view);
    if !expected.is_empty() && is_right(code) && !expected.iter().any(|head| code.as_str().starts_with(head))
    {
        let expected = Param::Phrase(expected.join("、"), expected.join(" or "));
        sink.report(&ORG003, "/credit_code", vec![("expected", expected)]);
    }
}

/// Whether a credit code checks; what a wrong one begins with says nothing.
pub(super) fn is_right(code: CreditCode) -> bool {
    CreditCode::parse(code.as_str()).is_ok()
}

/// Whether organisations of a kind may be legal persons of their own.
fn is_legal_person(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::PartyCommittee
            | Kind::PartyGeneralBranch
            | Kind::PartyBranch
            | Kind::PartyLiaisonStation
            | Kind::SubCommittee
            | Kind::ResidentsAssembly
            | Kind::VillagersAssembly
            | Kind::SupervisionCommittee
            | Kind::CoordinationBody
            | Kind::ConsultativeBody
    )
}

/// What the credit code of a kind begins with; none where it may be anything.
fn beginnings(kind: Kind, view: &OrganisationView<'_>) -> &'static [&'static str] {
    match kind {
        Kind::ResidentsCommittee | Kind::VillagersCommittee => &["5"],
        Kind::GovernmentAgency => &["11"],
        Kind::SocialOrganisation if is_registered(view) => &["51", "52", "53"],
        Kind::Enterprise => &["91", "92"],
        Kind::Cooperative => &["93"],
        Kind::TradeUnion => &["81"],
        Kind::CollectiveEconomy => &["N"],
        _ => &[],
    }
}

/// Whether an organisation says that it is registered.
pub(super) fn is_registered(view: &OrganisationView<'_>) -> bool {
    let status = view.registration.known().and_then(|registration| registration.status.known());
    status == Some(RegistrationStatus::Registered)
}
