//! `shequ ids`

use std::fmt::Write;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use shequ::ids::{
    Authority, Category, CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId,
    HkMacaoTravelPermit, IdError, Issue, OrganisationCode, Passport, Phone, ResidencePermit, ResidentId,
    TaiwanTravelPermit, VolunteerNumber, division::known_prefix,
};
use shequ::{Error, Lang, Words};

use crate::arguments::Ids;
use crate::output;
use crate::{FINDINGS, OK};

/// What a value says as one kind of identifier.
struct Reading {
    kind: Words,
    outcome: Result<String, IdError>,
}

pub(crate) fn run(arguments: &Ids, lang: Lang) -> u8 {
    let mut said = Said { arguments, lang, out: String::new(), code: OK, number: 0 };
    for value in &arguments.values {
        let outcome = if value == "-" {
            said.lines(io::stdin().lock())
        } else {
            said.next(value);
            Ok(())
        };
        if let Err(error) = outcome {
            return output::fail(lang, &error.into());
        }
    }
    if let Some(path) = &arguments.file {
        let outcome = match File::open(path) {
            Ok(file) => said.lines(BufReader::new(file)).map_err(Error::Io),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(Error::NotFound { path: path.clone() })
            }
            Err(error) => Err(Error::Io(error)),
        };
        if let Err(error) = outcome {
            return output::fail(lang, &error);
        }
    }
    output::print(&said.out, lang).max(said.code)
}

/// The longest line that may be an identifier; of a longer one the rest is passed over.
const MAX_LINE: u64 = 1000;
/// How much is said at once.
const BLOCK: usize = 64 << 10;

/// What is said of the values, one after another.
struct Said<'a> {
    arguments: &'a Ids,
    lang: Lang,
    out: String,
    code: u8,
    number: u64,
}

impl Said<'_> {
    /// One value on each line; blank lines are passed over.
    fn lines(&mut self, mut input: impl BufRead) -> io::Result<()> {
        let mut line = Vec::new();
        loop {
            line.clear();
            if input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            if line.len() as u64 == MAX_LINE && !line.ends_with(b"\n") {
                input.skip_until(b'\n')?;
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_start_matches('\u{feff}').trim();
            if !text.is_empty() {
                self.next(text);
            }
            if self.out.len() > BLOCK {
                self.code = self.code.max(output::print(&self.out, self.lang));
                self.out.clear();
                if self.code > FINDINGS {
                    return Ok(());
                }
            }
        }
    }

    fn next(&mut self, value: &str) {
        self.number += 1;
        let lang = self.lang;
        let _ = match lang {
            Lang::Zh => writeln!(self.out, "第{}个", self.number),
            Lang::En => writeln!(self.out, "value {}", self.number),
        };
        let value = value.trim();
        if let Some(says) = short_division(value, lang) {
            let _ = writeln!(self.out, "  {}  {says}", DIVISION.get(lang));
            return;
        }
        let readings = readings(value, self.arguments.show_values, lang);
        let right = right(&readings);
        if right.is_empty() {
            self.code = self.code.max(FINDINGS);
            let _ = writeln!(self.out, "  {}", refusal(&readings).get(lang));
        }
        for (kind, says) in right {
            let _ = writeln!(self.out, "  {}  {says}", kind.get(lang));
        }
    }
}

const DIVISION: Words = Words::new("区划代码", "division code");

/// A code of a province, prefecture, county or township without the zeros after it, where the division is known.
fn short_division(value: &str, lang: Lang) -> Option<String> {
    if !matches!(value.len(), 2 | 4 | 6 | 9) || !value.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let code = DivisionCode::parse(&format!("{value:0<12}")).ok()?;
    known_prefix(code.prefix())?;
    division(code.as_str(), lang).ok()
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
        reading(DIVISION, division(value, lang)),
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
