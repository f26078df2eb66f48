use crate::{Versions, Words};

/// A code table: where it comes from, and its values in order.
///
/// ```
/// use shequ::codes;
///
/// let table = codes::table("volunteer_service").expect("it is one of the tables");
/// assert_eq!(table.find("0013").map(|row| row.label.zh), Some("应急救援"));
/// assert!(table.is_open());
/// assert!(table.accepts("0013") && table.accepts("1101"));
/// assert!(!table.accepts("0050"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// The name in the standard, such as `political_status`.
    pub name: &'static str,
    /// What the codes are about.
    pub title: Words,
    /// The standard, policy clause or system that sets the values.
    pub standard: &'static str,
    /// The edition of the standard, where there are several.
    pub edition: Option<&'static str>,
    /// Where the values and labels were taken from.
    pub origin: Words,
    /// The form of local extensions, for an open table: a row of classes such as `[1-9][0-9]{3}`.
    pub pattern: Option<&'static str>,
    /// The listed values.
    pub rows: &'static [Row],
}

/// One value of a code table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// The code as it stands in a record.
    pub code: &'static str,
    /// The name in the type of the table: `Female`, in an open table `EMERGENCY_RESCUE`.
    pub variant: &'static str,
    /// The label.
    pub label: Words,
    /// Other words and codes that existing data has for this value; none of them is accepted in a record.
    pub aliases: &'static [&'static str],
    /// The versions of the standard that brought it and gave it up.
    pub versions: Versions,
}

impl Row {
    /// The name of the code where constants are written in capitals, as in Python.
    ///
    /// ```
    /// use shequ::codes::{Rating, VolunteerService};
    /// assert_eq!(Rating::TABLE.rows[0].constant(), "VERY_DISSATISFIED");
    /// assert_eq!(VolunteerService::TABLE.find("0013").unwrap().constant(), "EMERGENCY_RESCUE");
    /// ```
    pub fn constant(&self) -> String {
        let mut name = String::with_capacity(self.variant.len() + 4);
        let mut after_small = false;
        for letter in self.variant.chars() {
            if after_small && letter.is_ascii_uppercase() {
                name.push('_');
            }
            after_small = letter.is_ascii_lowercase() || after_small && letter.is_ascii_digit();
            name.push(letter.to_ascii_uppercase());
        }
        name
    }
}

impl Table {
    /// The row with that code.
    pub fn find(&self, code: &str) -> Option<&'static Row> {
        self.rows.iter().find(|row| row.code == code)
    }

    /// The name of its type: `PoliticalStatus`.
    pub fn type_name(&self) -> String {
        type_name(self.name)
    }

    /// Whether local extensions are accepted besides the listed values.
    pub const fn is_open(&self) -> bool {
        self.pattern.is_some()
    }

    /// Whether a record may hold this value: a listed code or, in an open table, a local extension.
    pub fn accepts(&self, value: &str) -> bool {
        self.find(value).is_some() || self.has_local_form(value)
    }

    pub(super) fn has_local_form(&self, value: &str) -> bool {
        self.pattern.is_some_and(|pattern| matches(pattern, value))
    }
}

/// The name of a type that JSON calls by this name: `ServiceRecord` for `service_record`.
pub(crate) fn type_name(name: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    };
    name.split('_').map(word).collect()
}

/// Knows no more of regular expressions than the open tables use: `^`, classes of ranges, each perhaps with `{n}`, `$`.
fn matches(pattern: &str, value: &str) -> bool {
    let Some(mut rest) = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')) else {
        return false;
    };
    let mut bytes = value.bytes();
    while let Some((class, times, tail)) = piece(rest) {
        if (0..times).any(|_| !bytes.next().is_some_and(|byte| within(class, byte))) {
            return false;
        }
        rest = tail;
    }
    rest.is_empty() && bytes.next().is_none()
}

/// The class at the head of a pattern, how often it stands, and what follows.
fn piece(pattern: &str) -> Option<(&str, usize, &str)> {
    let (class, rest) = pattern.strip_prefix('[')?.split_once(']')?;
    match rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some((times, rest)) => Some((class, times.parse().ok()?, rest)),
        None => Some((class, 1, rest)),
    }
}

fn within(class: &str, byte: u8) -> bool {
    class.as_bytes().chunks(3).any(|range| matches!(range, [from, b'-', to] if (*from..=*to).contains(&byte)))
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns_of_classes() {
        let cases = [
            ("^[1-9][0-9]{3}$", "1101", true),
            ("^[1-9][0-9]{3}$", "0101", false),
            ("^[1-9][0-9]{3}$", "110", false),
            ("^[1-9][0-9]{3}$", "11011", false),
            ("^[1-9][0-9]{3}$", "1101\n", false),
            ("^[0-9A-F]{2}$", "A9", true),
            ("^[0-9A-F]{2}$", "G9", false),
            ("[0-9]", "1", false),
        ];
        for (pattern, value, expected) in cases {
            assert_eq!(matches(pattern, value), expected, "{pattern} {value:?}");
        }
    }
}
