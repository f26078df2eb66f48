use strsim::osa_distance;

use super::{Row, Table};

/// Longer than any label; whatever is longer was not meant as one.
const MAX_BYTES: usize = 256;

/// The code that was probably meant by a value that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The row of the code.
    pub row: &'static Row,
    /// Why it is suggested.
    pub why: Why,
}

/// Why a code is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Why {
    /// The value is the label, or a known alias of the code in existing data.
    Alias,
    /// The value becomes the code once zeros are put before it.
    LeadingZeros,
    /// The value is close to the code: a slip of the pen, another way of writing words or digits.
    Near,
}

/// The code of a table that was probably meant by a value that the table does not accept.
///
/// Tried in this order: a label in Chinese or English or a known alias; a number without its leading zeros;
/// the nearest word. White space, full-width forms, the case of letters, an apostrophe in front and a
/// spreadsheet's `.0` behind do not matter. `None` where the table accepts the value or nothing is near.
///
/// ```
/// use shequ::codes::{Ethnicity, Mechanism, ServiceCategory, Why, suggest};
///
/// let meant = |table, value| suggest(table, value).map(|found| (found.row.code, found.why));
/// assert_eq!(meant(Ethnicity::TABLE, "毛难族"), Some(("36", Why::Alias)));
/// assert_eq!(meant(Ethnicity::TABLE, "１"), Some(("01", Why::LeadingZeros)));
/// assert_eq!(meant(Mechanism::TABLE, "rights-defense"), Some(("rights_defence", Why::Near)));
/// assert_eq!(meant(ServiceCategory::TABLE, "health"), None);
/// ```
pub fn suggest(table: &Table, value: &str) -> Option<Suggestion> {
    if value.len() > MAX_BYTES || table.accepts(value) {
        return None;
    }
    let plain = plain(value);
    let text: String = folded(&plain).collect();
    by_name(table, &text)
        .or_else(|| by_number(table, &text))
        .or_else(|| by_distance(table, &snake_case(&plain)))
}

fn by_name(table: &Table, text: &str) -> Option<Suggestion> {
    let named = |name: &str| folded(name).eq(text.chars());
    let row = table
        .rows
        .iter()
        .find(|row| named(row.label.zh) || named(row.label.en) || row.aliases.iter().copied().any(named))?;
    Some(Suggestion { row, why: Why::Alias })
}

fn by_number(table: &Table, text: &str) -> Option<Suggestion> {
    if !is_number(text) {
        return None;
    }
    let significant = text.trim_start_matches('0');
    let row = table.rows.iter().find(|row| row.code.trim_start_matches('0') == significant)?;
    let why = if text.len() < row.code.len() { Why::LeadingZeros } else { Why::Near };
    Some(Suggestion { row, why })
}

fn by_distance(table: &Table, word: &str) -> Option<Suggestion> {
    let near = |row: &'static Row| {
        let limit =
            if row.code.starts_with(|c: char| c.is_ascii_digit()) { 0 } else { 2.min(row.code.len() / 3) };
        let distance = if row.code.len().abs_diff(word.len()) <= limit {
            osa_distance(row.code, word)
        } else {
            usize::MAX
        };
        (distance <= limit).then_some((distance, row))
    };
    let (_, row) = table.rows.iter().filter_map(near).min_by_key(|(distance, _)| *distance)?;
    Some(Suggestion { row, why: Why::Near })
}

/// Half-width, without white space at the ends and without what spreadsheets put around a number: `'01`, `1.0`.
fn plain(value: &str) -> String {
    let half: String = value.chars().map(half_width).collect();
    let bare = half.trim_matches(|c: char| c.is_whitespace() || "'\u{FEFF}\u{200B}".contains(c));
    bare.strip_suffix(".0").filter(|digits| is_number(digits)).unwrap_or(bare).to_owned()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is compared of a label: no white space, no case, no full-width forms.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(half_width).filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase())
}

fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// `ServiceCentre`, `service-centre` and `Service Centre` as `service_centre`.
fn snake_case(text: &str) -> String {
    let mut word = String::with_capacity(text.len() + 4);
    let mut after_small = false;
    for c in text.chars() {
        if after_small && c.is_ascii_uppercase() {
            word.push('_');
        }
        after_small = c.is_ascii_lowercase() || c.is_ascii_digit();
        word.push(if c == '-' || c.is_whitespace() { '_' } else { c.to_ascii_lowercase() });
    }
    word
}
