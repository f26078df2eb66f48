//! IDN009-IDN015: unified social credit codes and division codes.

use super::identity::damage;
use super::{Context, Reported};
use crate::Words;
use crate::divisions::{DivisionTable, Standing};
use crate::field::{FieldMeta, Path};
use crate::ids::division::CITIES_WITHOUT_COUNTIES;
use crate::ids::{CreditCode, DivisionCode, Issue, Level};
use crate::rule::{Basis, Document, Rule, rule};
use crate::rules::Sink;

/// The rules of this file.
pub(super) const ALL: &[&Rule] = &[&IDN009, &IDN010, &IDN011, &IDN012, &IDN013, &IDN014, &IDN015];

rule! {
    /// The check character catches nearly every slip of the keyboard in the code of a body.
    pub static IDN009 = {
        name: "credit-code-check-character",
        severity: Error,
        scope: Record,
        records: [],
        title: "统一社会信用代码校验码错误" / "credit code: wrong check character",
        why: "末位校验码由前17位算出；对不上说明代码录错，无法对应到登记的单位"
            / "the last character is computed from the 17 before it; where it differs the code is wrong and leads to no registered body",
        message: "统一社会信用代码末位校验码与前17位不符"
            / "the check character of the credit code does not match its first 17 characters",
        advice: "请对照登记证书逐位核对，注意0与D、1与7、2与Z、5与S等易混字符（代码中没有I、O、S、V、Z）；2015年试点城市早期发放的部分代码（主体标识码以M000开头，如M0000）本身就不符合校验规则，请与登记机关核实，以证书为准"
            / "compare the code with the certificate, character by character: 0 and D, 1 and 7, 2 and Z, 5 and S are easily mistaken, and a code holds no I, O, S, V or Z; some codes issued in 2015 in pilot cities, whose subject part begins with M000 (such as M0000), do not check: ask the registering authority, the certificate decides",
        basis: [Basis::whole(Document::Gb32100)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The first two characters say who registered the body and as what; an unknown pair is mostly mistyped.
    pub static IDN010 = {
        name: "credit-code-authority",
        severity: Warning,
        scope: Record,
        records: [],
        title: "统一社会信用代码前两位不明" / "credit code: unknown authority and category",
        why: "前两位是登记管理部门和机构类别，用来判断单位的性质；对不上的需要核对"
            / "the first two characters are the registering authority and the category of the body; an unknown pair needs a look",
        message: "信用代码前两位不是已知的登记管理部门和机构类别代码"
            / "the first two characters of the credit code name no known registering authority and category",
        advice: "请对照登记证书核对前两位（民政部门登记的以5开头）；与证书一致的，可不作修改"
            / "compare them with the certificate (civil affairs departments register under 5); where they agree with it leave them",
        basis: [Basis::whole(Document::Gb32100)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The nine characters inside are an organisation code with a check of its own, which some old codes fail.
    pub static IDN011 = {
        name: "credit-code-organisation-code",
        severity: Warning,
        scope: Record,
        records: [],
        title: "统一社会信用代码中的组织机构代码校验不符" / "credit code: inner organisation code does not check",
        why: "第9至17位是组织机构代码，自带校验码；早年发放的个别代码不符，因此列为警告，不作错误"
            / "the 9th to 17th characters are the organisation code with a check of its own; some early codes fail it, hence a warning and no error",
        message: "信用代码第9至17位（组织机构代码）的校验码不符"
            / "the organisation code in the 9th to 17th characters of the credit code does not check",
        advice: "请对照登记证书核对第9至17位；与证书一致的，可不作修改"
            / "compare them with the certificate; where they agree with it leave them",
        basis: [Basis::whole(Document::Gb11714)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// The six digits are the place of the registering authority at the time, so only a code that never was is doubtful.
    pub static IDN012 = {
        name: "credit-code-unknown-division",
        severity: Warning,
        scope: Record,
        records: [],
        title: "统一社会信用代码中的登记机关区划查无此码" / "credit code: registration division in no edition of the codes",
        why: "第3至8位是登记时登记机关所在的区划，不是单位住所；该地后来撤并的，旧代码照样有效"
            / "the 3rd to 8th digits are the division of the registering authority at the time, not the seat of the body; a code that was retired later is right",
        message: "信用代码第3至8位（登记机关行政区划）在历年行政区划代码中都查不到"
            / "the registration division in the 3rd to 8th digits of the credit code is in no edition of the division codes",
        advice: "请对照登记证书核对第3至8位；与证书一致的，可不作修改"
            / "compare them with the certificate; where they agree with it leave them",
        basis: [Basis::whole(Document::Gb32100)],
        params: [],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A division code is read level by level; digits below an empty level belong nowhere and are counted nowhere.
    pub static IDN013 = {
        name: "division-levels",
        severity: Error,
        scope: Record,
        records: having FieldMeta::is_division,
        title: "区划代码层级有误" / "division code: a level is empty or unknown",
        why: "区划代码逐级构成，数据按它逐级汇总；中间一级为0而下级不为0的代码归不到任何地方"
            / "a division code is built level by level and data are added up along it; digits below an empty level belong nowhere",
        message: "区划代码的{level}代码段有误：{fault}" / "the division code fails at the {level} level: {fault}",
        advice: "请对照民政部门公布的行政区划代码，村级代码向县级统计机构查询，逐段核对（2位省、2位市、2位县、3位街道（乡镇）、3位社区（村）），不足12位的在右边补0；不设区县的市，乡镇直接列在市下"
            / "compare it part by part with the codes that civil affairs publishes, and ask the statistics office of the county for those of villages (2 digits province, 2 prefecture, 2 county, 3 township, 3 village or community) and pad with zeros on the right; in a city without counties townships stand directly under the city",
        basis: [Basis::domain("3.3")],
        params: ["level", "fault"],
        parameters: [("cities_without_counties", "4419,4420,4604,6202")],
        enforced_by: Library,
    }
}

rule! {
    /// A code that the table does not hold on the day is mistyped, or the table is older than the data.
    pub static IDN014 = {
        name: "division-not-in-table",
        severity: Warning,
        scope: Record,
        records: having FieldMeta::is_division,
        title: "区划代码表中没有该代码" / "division code not in the loaded table",
        why: "代码表中没有的区划无法汇总；多为录错，也可能是所加载的代码表较旧"
            / "data of a division that the table does not hold cannot be added up; mostly the code is mistyped, sometimes the table is old",
        message: "所加载的区划代码表在{as_of}没有该代码" / "the loaded division table holds no such code on {as_of}",
        advice: "请对照民政部门公布的行政区划代码核对，村级代码请向县级统计机构查询；新设立的区划，请换用新的代码表再核对一次"
            / "compare it with the codes that civil affairs publishes, and ask the statistics office of the county for those of villages; for a division set up lately load a newer table and check again",
        basis: [
            Basis::clause(Document::DivisionCodes, "3")
                .quote("根据编码规则确定、公布")
                .from("2025-09-01"),
            Basis::whole(Document::StatisticalCodes),
        ],
        params: ["as_of"],
        parameters: [],
        enforced_by: Library,
    }
}

rule! {
    /// A retired code is no mistake: it tells where to look for the division today, and old records keep it.
    pub static IDN015 = {
        name: "division-retired",
        severity: Info,
        scope: Record,
        records: having FieldMeta::is_division,
        title: "区划代码已停用（不是错误）" / "division code retired (no error)",
        why: "区划撤并后原代码停用且不再分配给别处；历史数据保留原代码是对的，汇总现状时需换算到现行代码"
            / "after a merger or abolition the old code is retired and never given out again; historical data rightly keep it, present totals need the code of today",
        message: "该区划代码在{as_of}已停用；这不是错误，历史数据可以保留"
            / "the division code is retired on {as_of}; this is no error, historical data may keep it",
        advice: "反映当时情况的历史记录不必修改；现行数据请在下次更新时换用现行代码"
            / "leave records of the past as they are; change present data to the present code at their next update",
        hint: "现对应的代码：{successors}" / "codes that took its place: {successors}",
        basis: [
            Basis::clause(Document::DivisionCodes, "6")
                .quote("行政区划建制撤销时，应当废止行政区划代码")
                .from("2025-09-01"),
            Basis::whole(Document::StatisticalCodes),
        ],
        params: ["as_of", "successors"],
        parameters: [],
        enforced_by: Library,
    }
}

/// IDN009-IDN012, IDN016 and IDN018 on a credit code.
pub(super) fn check_credit_code(path: &Path, code: CreditCode, context: Context<'_>, sink: &mut Sink<'_>) {
    for issue in CreditCode::inspect(code.as_str(), Some(context.as_of)).iter() {
        let Some(rule) = CreditCode::rule(issue) else { continue };
        let params = match issue {
            Issue::OtherKind => {
                vec![("expected", Words::new("统一社会信用代码", "a unified social credit code").into())]
            }
            Issue::SpreadsheetDamage => vec![("fault", damage(code.as_str()).into())],
            _ => vec![],
        };
        sink.report(rule, path.pointer(), params);
    }
}

/// IDN013-IDN015 on a division code.
pub(super) fn check_division(path: &Path, code: DivisionCode, context: Context<'_>, sink: &mut Sink<'_>) {
    if let Some(level) = code.gap(&CITIES_WITHOUT_COUNTIES) {
        let fault = if level == Level::Province {
            Words::new("不是省级行政区划代码", "its digits name no province")
        } else {
            Words::new("该段为0，而后面各段不全为0", "its digits are zero although later ones are not")
        };
        let params = vec![("level", level.words().into()), ("fault", fault.into())];
        sink.report(&IDN013, path.pointer(), params);
    }
    // a successor may be set up later than the table was made
    if let Some(table) = context.divisions.filter(|_| path.field() != "successors") {
        check_standing(path, code, table, context, sink);
    }
}

fn check_standing(
    path: &Path,
    code: DivisionCode,
    table: &DivisionTable,
    context: Context<'_>,
    sink: &mut Sink<'_>,
) {
    match table.standing(code, context.as_of) {
        Standing::InForce => {}
        Standing::Unknown => sink.report(&IDN014, path.pointer(), vec![("as_of", context.as_of.into())]),
        Standing::Retired { successors } => {
            let mut params = vec![("as_of", context.as_of.into())];
            if !successors.is_empty() {
                params.push(("successors", successors.join("、").into()));
            }
            sink.report(&IDN015, path.pointer(), params);
        }
    }
}
