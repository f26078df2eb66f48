//! `shequ ids`

use std::fmt::Write;

use shequ::ids::{
    CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId, HkMacaoTravelPermit, IdError,
    Issue, OrganisationCode, Passport, Phone, ResidencePermit, ResidentId, TaiwanTravelPermit,
    VolunteerNumber, division,
};
use shequ::{Lang, Words};

use crate::arguments::Ids;
use crate::output;
use crate::{FINDINGS, OK};

/// What a value says as one kind of identifier.
struct Reading {
    kind: Words,
    outcome: Result<String, IdError>,
}

pub(crate) fn run(arguments: &Ids, lang: Lang) -> u8 {
    let (mut out, mut all_right) = (String::new(), true);
    for (number, value) in arguments.values.iter().enumerate() {
        let readings = readings(value.trim(), arguments.show_values, lang);
        let mut right: Vec<&Reading> = readings.iter().filter(|reading| reading.outcome.is_ok()).collect();
        // nearly anything has the form of a passport number, which stands last
        if right.len() > 1 && readings.last().is_some_and(|passport| passport.outcome.is_ok()) {
            right.pop();
        }
        let _ = match lang {
            Lang::Zh => writeln!(out, "第{}个", number + 1),
            Lang::En => writeln!(out, "value {}", number + 1),
        };
        if right.is_empty() {
            all_right = false;
            let _ = writeln!(out, "  {}", refusal(&readings).get(lang));
        }
        for reading in right {
            let parts = reading.outcome.as_deref().unwrap_or_default();
            let _ = writeln!(out, "  {}  {parts}", reading.kind.get(lang));
        }
    }
    output::print(&out).max(if all_right { OK } else { FINDINGS })
}

/// The most telling refusal: one that is more than a form that does not fit.
fn refusal(readings: &[Reading]) -> Words {
    let refused = readings.iter().filter_map(|reading| reading.outcome.as_ref().err());
    let telling = refused.filter(|error| error.issue() != Issue::Form).map(|error| error.words()).next();
    telling.unwrap_or(Words::new("不是任何一种已知的证件号码或代码", "no identifier that is known here"))
}

fn readings(value: &str, show: bool, lang: Lang) -> Vec<Reading> {
    let personal = |own: &str, masked: String| if show { own.to_owned() } else { masked };
    let person = |zh, en, outcome: Result<String, IdError>| Reading { kind: Words::new(zh, en), outcome };
    let resident = ResidentId::parse(value).map(|id| {
        let shown = personal(id.as_str(), id.to_string());
        if show {
            format!("{shown}  {}  {}  {}", place(id.division()), id.birth_date(), id.sex().words().get(lang))
        } else {
            shown
        }
    });
    let credit = CreditCode::parse(value).map(|code| {
        let names = [
            code.authority().map(shequ::ids::Authority::words),
            code.category().map(shequ::ids::Category::words),
        ];
        let names: Vec<&str> = names.into_iter().flatten().map(|words| words.get(lang)).collect();
        format!("{code}  {}  {}", names.join(" · "), place(code.division()))
    });
    let division = DivisionCode::parse(value)
        .map(|code| format!("{code}  {}  {}", code.level().words().get(lang), place(code.prefix())));
    vec![
        person("居民身份证号码", "resident identity number", resident),
        person(
            "港澳台居民居住证号码",
            "residence permit",
            ResidencePermit::parse(value).map(|id| personal(id.as_str(), id.to_string())),
        ),
        person(
            "外国人永久居留身份证号码",
            "foreign permanent resident card",
            ForeignPermanentResidentId::parse(value).map(|id| personal(id.as_str(), id.to_string())),
        ),
        person("统一社会信用代码", "unified social credit code", credit),
        person(
            "组织机构代码",
            "organisation code",
            OrganisationCode::parse(value).map(|code| code.to_string()),
        ),
        person("区划代码", "division code", division),
        person("社区（村）代码", "community code", CommunityCode::parse(value).map(|code| code.to_string())),
        person(
            "志愿者编号",
            "volunteer number",
            VolunteerNumber::parse(value).map(|id| personal(id.as_str(), id.to_string())),
        ),
        person(
            "港澳居民来往内地通行证",
            "Hong Kong and Macao travel permit",
            HkMacaoTravelPermit::parse(value).map(|id| personal(id.as_str(), id.to_string())),
        ),
        person(
            "台湾居民来往大陆通行证",
            "Taiwan travel permit",
            TaiwanTravelPermit::parse(value).map(|id| personal(id.as_str(), id.to_string())),
        ),
        person("电话", "phone", Phone::parse(value).map(|id| personal(id.as_str(), id.to_string()))),
        person("电子邮箱", "e-mail", Email::parse(value).map(|id| personal(id.as_str(), id.to_string()))),
        person(
            "护照号码",
            "passport",
            Passport::parse(value).map(|id| personal(id.as_str(), id.to_string())),
        ),
    ]
}

/// The name of a division by its six digits, where the table knows it.
fn place(prefix: u32) -> String {
    division::known_prefix(prefix)
        .map_or_else(|| prefix.to_string(), |known| format!("{prefix} {}", known.name))
}
