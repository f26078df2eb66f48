//! A table of division codes that a caller may load.

use std::io::{self, BufRead, BufReader, Read};
use std::str::FromStr;

use jiff::civil;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::ids::{DivisionCode, Level};

/// Division codes with the time in which each is in force.
///
/// Without one, only the form of a code is checked; with one, IDN014 and IDN015 look codes up.
#[derive(Clone, Debug)]
pub struct DivisionTable {
    /// In order of codes.
    rows: Vec<Row>,
    lowest: Level,
    digest: String,
}

#[derive(Clone, Debug)]
struct Row {
    code: DivisionCode,
    from: Option<civil::Date>,
    to: Option<civil::Date>,
    successors: Vec<String>,
}

/// What a table says of a code on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing<'a> {
    /// In force.
    InForce,
    /// Not in the table on that day.
    Unknown,
    /// No longer in force.
    Retired {
        /// The codes that took its place.
        successors: &'a [String],
    },
}

/// Statistical codes that civil affairs does not know: development zones that count as counties,
/// and the collective codes of prefecture level.
const PSEUDO_COUNTIES: [&str; 9] =
    ["232761", "232762", "232763", "232764", "460321", "460322", "460323", "620201", "632857"];
const PSEUDO_PREFECTURES: [&str; 9] =
    ["1101", "1201", "3101", "5001", "5002", "4190", "4290", "4690", "6590"];

impl DivisionTable {
    /// Reads rows `code, name, from, to, successors` under a header line, separated by commas or
    /// tabs, without quotes. `from`, `to` (`[from, to)`, a day, a month or a year) and `successors`
    /// (several apart by `;`) may be missing; codes of fewer than 12 digits are padded with zeros.
    ///
    /// # Errors
    /// Where the text cannot be read, has no column `code`, or a row is not of that form; the error
    /// names the line.
    ///
    /// ```
    /// use shequ::{DivisionTable, Standing, ids::DivisionCode};
    /// let table = DivisionTable::read("code,name,from,to,successors\n110103,崇文区,1981,2010,110101\n".as_bytes())?;
    /// let code = DivisionCode::of_form("110103000000").unwrap();
    /// assert_eq!(table.standing(code, jiff::civil::date(2009, 12, 31)), Standing::InForce);
    /// assert!(matches!(table.standing(code, jiff::civil::date(2010, 1, 1)), Standing::Retired { .. }));
    /// # Ok::<(), shequ::Error>(())
    /// ```
    pub fn read(input: impl Read) -> Result<Self, Error> {
        let mut digest = Sha256::new();
        let mut lines = Lines { input: BufReader::new(Digested { input, digest: &mut digest }), number: 0 };
        let header = lines.next()?.unwrap_or_default();
        let header = header.trim_start_matches('\u{feff}');
        let separator = if header.contains('\t') { '\t' } else { ',' };
        let names: Vec<&str> = header.split(separator).map(str::trim).collect();
        let column = |name: &str| names.iter().position(|other| *other == name);
        let columns = Columns {
            code: column("code")
                .ok_or(Error::DivisionTable { line: 1, reason: "the header names no column code" })?,
            from: column("from"),
            to: column("to"),
            successors: column("successors"),
        };
        let mut rows = Vec::new();
        while let Some(line) = lines.next()? {
            if !line.trim().is_empty() {
                let cells: Vec<&str> = line.split(separator).map(str::trim).collect();
                rows.push(columns.row(&cells).map_err(|reason| lines.fault(reason))?);
            }
        }
        Ok(Self::new(rows, crate::shown::hex(&digest.finalize())))
    }

    fn new(mut rows: Vec<Row>, digest: String) -> Self {
        rows.sort_by_key(|row| (row.code, row.from));
        let lowest = rows.iter().map(|row| row.code.level()).max().unwrap_or(Level::Province);
        Self { rows, lowest, digest }
    }

    /// The SHA-256 of the text that it was read from, in hexadecimal digits, without any compression.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The edition: the last day on which a code of it begins or ends; none where it names no days.
    pub fn edition(&self) -> Option<civil::Date> {
        self.rows.iter().flat_map(|row| [row.from, row.to]).flatten().max()
    }

    /// How a report names the table: its edition, its size, its lowest level and its digest.
    pub fn description(&self) -> String {
        let edition = self.edition().map_or("undated".to_owned(), |day| format!("edition {day}"));
        let (codes, level) = (self.rows.len(), self.lowest as u8 + 1);
        format!("{edition}, {codes} codes down to level {level}, SHA-256 {}", self.digest)
    }

    /// What the table says of a code on a day. A code below the table's lowest level stands and
    /// falls with its ancestor at that level.
    pub fn standing(&self, code: DivisionCode, day: civil::Date) -> Standing<'_> {
        let above = std::iter::successors(Some(code), DivisionCode::parent);
        let code = above.into_iter().find(|code| code.level() <= self.lowest).unwrap_or(code);
        let first = self.rows.partition_point(|row| row.code < code);
        let rows = self.rows[first..].iter().take_while(|row| row.code == code);
        let mut retired = None;
        let mut known = false;
        for row in rows {
            known = true;
            let begun = row.from.is_none_or(|from| from <= day);
            let ended = row.to.is_some_and(|to| to <= day);
            if begun && !ended {
                return Standing::InForce;
            }
            if ended {
                retired = Some(&row.successors);
            }
        }
        match retired {
            Some(successors) => Standing::Retired { successors },
            None if !known && is_pseudo(code) => Standing::InForce,
            None => Standing::Unknown,
        }
    }
}

/// Digests what is read.
struct Digested<'d, R> {
    input: R,
    digest: &'d mut Sha256,
}

impl<R: Read> Read for Digested<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.input.read(buffer)?;
        self.digest.update(&buffer[..len]);
        Ok(len)
    }
}

fn is_pseudo(code: DivisionCode) -> bool {
    let text = code.as_str();
    let zone = matches!(&text[4..6], "71" | "72" | "73" | "74" | "75" | "76" | "77" | "78");
    zone || PSEUDO_COUNTIES.contains(&&text[..6])
        || PSEUDO_PREFECTURES.contains(&&text[..4]) && text[4..].bytes().all(|digit| digit == b'0')
}

struct Columns {
    code: usize,
    from: Option<usize>,
    to: Option<usize>,
    successors: Option<usize>,
}

impl Columns {
    fn row(&self, cells: &[&str]) -> Result<Row, &'static str> {
        let cell = |column: Option<usize>| column.and_then(|at| cells.get(at)).copied().unwrap_or("");
        let code = padded(cell(Some(self.code))).ok_or("a code is not 2 to 12 digits")?;
        let date = |column| match cell(column) {
            "" => Ok(None),
            text => day(text).map(Some).ok_or("a date is not YYYY-MM-DD, YYYY-MM or YYYY"),
        };
        let successors = cell(self.successors).split([';', '、']).filter(|code| !code.is_empty());
        Ok(Row {
            code,
            from: date(self.from)?,
            to: date(self.to)?,
            successors: successors.map(|code| code.trim().to_owned()).collect(),
        })
    }
}

fn padded(code: &str) -> Option<DivisionCode> {
    (2..=12)
        .contains(&code.len())
        .then(|| format!("{code:0<12}"))
        .and_then(|code| DivisionCode::of_form(&code))
}

/// A day, or the first day of a month or a year.
fn day(text: &str) -> Option<civil::Date> {
    let full = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    civil::Date::from_str(&full).ok()
}

/// The longest line of a table, in bytes.
const MAX_LINE: u64 = 64 << 10;
/// The most lines; the country has some 700,000 divisions at a time.
const MAX_LINES: usize = 4_000_000;

/// The lines of a table, within bounds: what is named as one may have no end.
struct Lines<R> {
    input: R,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    fn next(&mut self) -> Result<Option<String>, Error> {
        let mut line = Vec::new();
        let len = self.input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)?;
        if len == 0 {
            return Ok(None);
        }
        self.number += 1;
        if len as u64 == MAX_LINE {
            return Err(self.fault("the line is too long"));
        }
        if self.number > MAX_LINES {
            return Err(self.fault("the table has too many lines"));
        }
        let line = String::from_utf8(line).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
        Ok(Some(line))
    }

    fn fault(&self, reason: &'static str) -> Error {
        Error::DivisionTable { line: self.number, reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(table: &str, code: &str) -> String {
        let table = DivisionTable::read(table.as_bytes()).unwrap();
        let code = DivisionCode::of_form(code).unwrap();
        format!("{:?}", table.standing(code, civil::date(2026, 6, 30)))
    }

    #[test]
    fn codes_below_the_lowest_level_stand_with_their_ancestor() {
        let table = "code\tname\n110000\t北京市\n110101\t东城区\n";
        assert_eq!(standing(table, "110101001001"), "InForce");
        assert_eq!(standing(table, "110102001001"), "Unknown");
        assert_eq!(standing(table, "110000000000"), "InForce");
        let cities = "code\n370102\n441900\n";
        assert_eq!(standing(cities, "441900003001"), "InForce");
    }

    #[test]
    fn what_has_no_end_is_no_table() {
        for endless in [&b"\0"[..], b"code\n", b"\n"] {
            let head = b"code,name\n".iter().copied();
            let bytes = head.chain(endless.iter().copied().cycle());
            assert!(matches!(DivisionTable::read(Endless(bytes)), Err(Error::DivisionTable { .. })));
        }
    }

    struct Endless<I>(I);

    impl<I: Iterator<Item = u8>> Read for Endless<I> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            for byte in buffer.iter_mut() {
                *byte = self.0.next().unwrap();
            }
            Ok(buffer.len())
        }
    }

    #[test]
    fn a_table_is_named_by_edition_and_digest() {
        let table = DivisionTable::read("code,from,to\n110103,1981,2010\n110101,1949,\n".as_bytes()).unwrap();
        // as sha256sum says
        let digest = "2111170d4de139e6d3f9a4ea78169bcaac00b938192853ca2abecd3cce0f5b3a";
        assert_eq!(table.digest(), digest);
        assert_eq!(
            table.description(),
            format!("edition 2010-01-01, 2 codes down to level 3, SHA-256 {digest}")
        );
        let other = DivisionTable::read("code,from,to\n110103,1981,2010\n110102,1949,\n".as_bytes()).unwrap();
        assert!(other.edition() == table.edition() && other.digest() != digest);
        assert!(
            DivisionTable::read("code\n110101\n".as_bytes()).unwrap().description().starts_with("undated, 1")
        );
    }

    #[test]
    fn statistical_codes_are_known() {
        let table = "code,name\n110101,东城区\n";
        assert_eq!(standing(table, "120171001001"), "InForce");
        assert_eq!(standing(table, "620201001001"), "InForce");
        assert_eq!(standing(table, "419000000000"), "InForce");
    }

    #[test]
    fn a_code_that_came_back_is_in_force() {
        let table = "code,from,to,successors\n110103,1981,2010,110101;110102\n110103,2020-01-01,,\n";
        assert_eq!(standing(table, "110103000000"), "InForce");
        let gone = "code,from,to,successors\n110103,1981,2010,110101;110102\n";
        assert_eq!(standing(gone, "110103000000"), r#"Retired { successors: ["110101", "110102"] }"#);
        assert_eq!(standing("code,from\n110103,2027\n", "110103000000"), "Unknown");
    }

    #[test]
    fn a_wrong_row_is_named_by_its_line() {
        let error = DivisionTable::read("code\n110101\nx\n".as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), "division table, line 3: a code is not 2 to 12 digits");
    }
}
