//! `shequ ids`

use std::fmt::Write;

use shequ::ids::{
    Authority, Category, CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId,
    HkMacaoTravelPermit, IdError, Issue, OrganisationCode, Passport, Phone, ResidencePermit, ResidentId,
    TaiwanTravelPermit, VolunteerNumber, division::known_prefix,
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
        let _ = match lang {
            Lang::Zh => writeln!(out, "第{}个", number + 1),
            Lang::En => writeln!(out, "value {}", number + 1),
        };
        let readings = readings(value.trim(), arguments.show_values, lang);
        let right = right(&readings);
        if right.is_empty() {
            all_right = false;
            let _ = writeln!(out, "  {}", refusal(&readings).get(lang));
        }
        for (kind, says) in right {
            let _ = writeln!(out, "  {}  {says}", kind.get(lang));
        }
    }
    output::print(&out).max(if all_right { OK } else { FINDINGS })
}

/// As which kinds a value is right. Nearly anything has the form of a passport number, which stands
/// last and is said only where nothing else fits.
fn right(readings: &[Reading]) -> Vec<(Words, &str)> {
    let mut right: Vec<(Words, &str)> = Vec::new();
    for reading in readings {
        if let Ok(says) = &reading.outcome
            && (reading.kind != PASSPORT || right.is_empty())
        {
            right.push((reading.kind, says));
        }
    }
    right
}

/// The most telling refusal: one that is more than a form that does not fit.
fn refusal(readings: &[Reading]) -> Words {
    let mut refused = readings.iter().filter_map(|reading| reading.outcome.as_ref().err());
    let telling = refused.find(|error| error.issue() != Issue::Form).map(|error| error.words());
    telling.unwrap_or(Words::new("不是任何一种已知的证件号码或代码", "no identifier that is known here"))
}

const PASSPORT: Words = Words::new("护照号码", "passport");

/// The likeliest kind first.
fn readings(value: &str, show: bool, lang: Lang) -> Vec<Reading> {
    let reading = |kind, outcome| Reading { kind, outcome };
    /// A number of a person: masked, or as it is.
    macro_rules! personal {
        ($kind:expr, $type:ident) => {
            reading(
                $kind,
                $type::parse(value).map(|id| if show { id.as_str().to_owned() } else { id.to_string() }),
            )
        };
    }
    vec![
        reading(Words::new("居民身份证号码", "resident identity number"), resident(value, show, lang)),
        personal!(Words::new("港澳台居民居住证号码", "residence permit"), ResidencePermit),
        personal!(
            Words::new("外国人永久居留身份证号码", "foreign permanent resident card"),
            ForeignPermanentResidentId
        ),
        reading(Words::new("统一社会信用代码", "unified social credit code"), credit(value, lang)),
        reading(
            Words::new("组织机构代码", "organisation code"),
            OrganisationCode::parse(value).map(|code| code.to_string()),
        ),
        reading(Words::new("区划代码", "division code"), division(value, lang)),
        reading(
            Words::new("社区（村）代码", "community code"),
            CommunityCode::parse(value).map(|code| code.to_string()),
        ),
        personal!(Words::new("志愿者编号", "volunteer number"), VolunteerNumber),
        personal!(
            Words::new("港澳居民来往内地通行证号码", "Hong Kong and Macao travel permit"),
            HkMacaoTravelPermit
        ),
        personal!(Words::new("台湾居民来往大陆通行证号码", "Taiwan travel permit"), TaiwanTravelPermit),
        personal!(Words::new("电话", "phone"), Phone),
        personal!(Words::new("电子邮箱", "e-mail"), Email),
        personal!(PASSPORT, Passport),
    ]
}

fn resident(value: &str, show: bool, lang: Lang) -> Result<String, IdError> {
    let id = ResidentId::parse(value)?;
    if !show {
        return Ok(id.to_string());
    }
    let (place, sex) = (place(id.division()), id.sex().words().get(lang));
    Ok(format!("{}  {place}  {}  {sex}", id.as_str(), id.birth_date()))
}

fn credit(value: &str, lang: Lang) -> Result<String, IdError> {
    let code = CreditCode::parse(value)?;
    let names = [code.authority().map(Authority::words), code.category().map(Category::words)];
    let names: Vec<&str> = names.into_iter().flatten().map(|words| words.get(lang)).collect();
    Ok(format!("{code}  {}  {}", names.join(" · "), place(code.division())))
}

fn division(value: &str, lang: Lang) -> Result<String, IdError> {
    let code = DivisionCode::parse(value)?;
    Ok(format!("{code}  {}  {}", code.level().words().get(lang), place(code.prefix())))
}

/// The name of a division by its six digits, where the table knows it.
fn place(prefix: u32) -> String {
    known_prefix(prefix).map_or_else(|| prefix.to_string(), |known| format!("{prefix} {}", known.name))
}
