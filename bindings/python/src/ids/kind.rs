//! The kinds of identifiers by their names: what each asks of the library.

use jiff::civil::Date;
use pyo3::prelude::*;
use pyo3::types::PyString;
use shequ::ids::division::known_prefix;
use shequ::ids::{
    CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId, HkMacaoTravelPermit, IdError,
    Issue, Issues, OrganisationCode, Passport, Phone, RecordId, Reference, ResidencePermit, ResidentId,
    TaiwanTravelPermit, VolunteerNumber, mask,
};
use shequ::rules::Reported;
use shequ::{Rule, Words};

use super::builders::{Row, Type};
use super::values::form_of;
use crate::checker::day;
use crate::{error, guard};

/// A kind of identifier.
pub(super) struct Kind {
    pub(super) name: &'static str,
    pattern: &'static str,
    max_length: usize,
    /// What it is called in both languages.
    title: fn() -> Words,
    pub(super) inspect: fn(&str, Option<Date>) -> Issues,
    pub(super) rule: fn(Issue) -> Option<&'static Rule>,
    pub(super) mask: fn(&str) -> String,
    /// The parts that a table of such identifiers shows.
    pub(super) parts: &'static [(&'static str, Type)],
    /// Fills these parts in for a text that was not refused.
    pub(super) fill: fn(&str, &mut Row<'_>),
}

/// What an identifier is called; no kind takes an empty text.
fn title(parsed: Option<IdError>) -> Words {
    parsed.map_or(Words::new("", ""), IdError::expected)
}

macro_rules! kinds {
    ($($name:literal $type:ident $inspect:expr, $mask:expr,
       [$($part:literal: $of:ident),*] |$id:ident, $row:ident| $fill:block;)*) => {
        [$(Kind {
            name: $name,
            pattern: $type::PATTERN,
            max_length: $type::MAX_LEN,
            title: || title($type::parse("").err()),
            inspect: $inspect,
            rule: $type::rule,
            mask: |text| $mask(text).to_string(),
            parts: &[$(($part, Type::$of)),*],
            fill: |text, row| {
                if let Ok(id) = $type::parse(text) {
                    let ($id, $row) = (&id, row);
                    $fill
                }
            },
        }),*]
    };
}

static KINDS: [Kind; 15] = kinds! {
    "resident_id" ResidentId ResidentId::inspect, mask::number,
        ["birth_date": Day, "sex": Text, "division": Text, "place": Text] |id, row| {
            row.day(id.birth_date());
            row.text(Some(id.sex().code()));
            row.text(id.as_str().get(..6));
            row.text(place(id.division()));
        };
    "residence_permit" ResidencePermit ResidencePermit::inspect, mask::number,
        ["birth_date": Day, "sex": Text, "region": Text] |id, row| {
            row.day(id.birth_date());
            row.text(Some(id.sex().code()));
            row.text(Some(id.region().words().zh));
        };
    "foreign_permanent_resident_id" ForeignPermanentResidentId
        |text, _| ForeignPermanentResidentId::inspect(text), mask::number, [] |_id, _row| {};
    "hk_macao_travel_permit" HkMacaoTravelPermit
        |text, _| HkMacaoTravelPermit::inspect(text), mask::passport, [] |_id, _row| {};
    "taiwan_travel_permit" TaiwanTravelPermit
        |text, _| TaiwanTravelPermit::inspect(text), mask::passport, [] |_id, _row| {};
    "passport" Passport |text, _| Passport::inspect(text), mask::passport, [] |_id, _row| {};
    "credit_code" CreditCode CreditCode::inspect, plain,
        ["authority": Text, "category": Text, "division": Text, "place": Text, "subject": Text] |code, row| {
            row.text(code.authority().map(|authority| authority.words().zh));
            row.text(code.category().map(|category| category.words().zh));
            row.text(code.as_str().get(2..8));
            row.text(place(code.division()));
            row.text(Some(code.subject()));
        };
    "organisation_code" OrganisationCode |text, _| OrganisationCode::inspect(text), plain,
        ["code": Text] |code, row| { row.text(Some(code.as_str())) };
    "division_code" DivisionCode |text, _| DivisionCode::inspect(text), plain,
        ["level": Text, "parent": Text, "place": Text] |code, row| {
            row.text(Some(code.level().words().en));
            row.text(code.parent().as_ref().map(DivisionCode::as_str));
            row.text(place(code.prefix()));
        };
    "community_code" CommunityCode |text, _| CommunityCode::inspect(text), plain,
        ["township": Text, "county": Text, "prefecture": Text, "province": Text, "place": Text] |code, row| {
            row.text(Some(code.township().as_str()));
            row.text(code.county().as_ref().map(DivisionCode::as_str));
            row.text(code.prefecture().as_ref().map(DivisionCode::as_str));
            row.text(Some(code.province().as_str()));
            row.text(place(code.as_division().prefix()));
        };
    "volunteer_number" VolunteerNumber |text, _| VolunteerNumber::inspect(text), mask::volunteer,
        ["division": Text, "place": Text] |number, row| {
            row.text(number.as_str().get(1..7));
            row.text(place(number.division()));
        };
    "phone" Phone |text, _| Phone::inspect(text), mask::phone,
        ["form": Text] |phone, row| { row.text(Some(form_of(phone))) };
    "email" Email |text, _| Email::inspect(text), mask::email,
        ["domain": Text] |email, row| { row.text(Some(email.domain())) };
    "record_id" RecordId |text, _| RecordId::inspect(text), mask::record_id, [] |_id, _row| {};
    "reference" Reference |text, _| Reference::inspect(text), mask::record_id,
        ["publisher": Text] |reference, row| {
            row.text(reference.publisher().as_ref().map(CreditCode::as_str));
        };
};

/// What names nobody stands whole.
fn plain(text: &str) -> &str {
    text
}

/// Six digits of a division.
pub(super) fn six(division: u32) -> String {
    format!("{division:06}")
}

/// The newest name of a division, where an edition of GB/T 2260 has it.
pub(super) fn place(division: u32) -> Option<&'static str> {
    known_prefix(division).map(|known| known.name)
}

/// The kind of a name, which the package alone gives.
pub(super) fn kind(py: Python<'_>, name: &str) -> PyResult<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name).ok_or_else(|| {
        error::usage(py, &format!("没有名为“{name}”的号码类型"), &format!("no identifier is called `{name}`"))
    })
}

/// The text of a number. A number that is no text has lost its zeros or its last digits already.
pub(super) fn text_of(value: &Bound<'_, PyAny>) -> PyResult<String> {
    match value.cast::<PyString>() {
        Ok(text) => Ok(text.to_string_lossy().into_owned()),
        Err(_) => Err(not_text(value, None)),
    }
}

/// What stands where a text should, and in which row.
pub(super) fn not_text(value: &Bound<'_, PyAny>, row: Option<usize>) -> PyErr {
    let class = value.get_type().name().map_or_else(|_| String::new(), |name| name.to_string());
    let (zh, en) = row.map_or_else(
        || (String::new(), String::new()),
        |row| (format!("第{row}行："), format!("row {row}: ")),
    );
    error::usage(
        value.py(),
        &format!("{zh}号码应为文本，不能是 {class}；请按文本读入，例如 pandas.read_excel(..., dtype=str)"),
        &format!(
            "{en}an identifier must be text, not {class}; read it as text, like pandas.read_excel(..., dtype=str)"
        ),
    )
}

/// Of a kind the names in both languages, the pattern and the most characters.
#[pyfunction]
pub(crate) fn about_id(
    py: Python<'_>,
    kind_name: &str,
) -> PyResult<(&'static str, &'static str, &'static str, usize)> {
    let kind = kind(py, kind_name)?;
    let title = (kind.title)();
    Ok((title.zh, title.en, kind.pattern, kind.max_length))
}

/// Whether a text is not refused; what is no text is.
#[pyfunction]
pub(crate) fn is_valid_id(
    py: Python<'_>,
    kind_name: &str,
    text: &Bound<'_, PyAny>,
    as_of: Option<&str>,
) -> PyResult<bool> {
    let kind = kind(py, kind_name)?;
    let as_of = as_of.map(|as_of| day(py, as_of)).transpose()?;
    let text = text_of(text)?;
    guard::run(py, || Ok((kind.inspect)(&text, as_of).rejection().is_none()))
}

/// A text with stars for what must not be shown.
#[pyfunction]
pub(crate) fn mask_id(py: Python<'_>, kind_name: &str, text: &Bound<'_, PyAny>) -> PyResult<String> {
    let (kind, text) = (kind(py, kind_name)?, text_of(text)?);
    guard::run(py, || Ok((kind.mask)(&text)))
}
