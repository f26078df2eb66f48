//! Administrative and statistical division codes (GB/T 2260, GB/T 10114, 国统字〔2009〕91号).

pub use super::prefix::{Prefix, counties, is_known, known_prefix, periods};

use super::error::What;
use super::text::{Ascii, is_digits, six};
use super::{IdError, Issue, Issues, damage, prefix};
use crate::Words;

/// Cities at prefecture level that have no counties, so that townships stand directly under them: 东莞 4419, 中山 4420, 儋州
/// 4604, 嘉峪关 6202 (READINGS IDN013).
pub const CITIES_WITHOUT_COUNTIES: [u16; 4] = [4419, 4420, 4604, 6202];

/// A level of the division code; levels are ordered from the province down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 省级, 2 digits.
    Province,
    /// 地级, 4 digits.
    Prefecture,
    /// 县级, 6 digits.
    County,
    /// 乡级, 9 digits.
    Township,
    /// 村级, 12 digits.
    Village,
}

impl Level {
    /// All levels, from the province down.
    pub const ALL: [Self; 5] =
        [Self::Province, Self::Prefecture, Self::County, Self::Township, Self::Village];

    /// How many leading digits say a division of this level: 2, 4, 6, 9 or 12.
    pub const fn digits(self) -> usize {
        match self {
            Self::Province => 2,
            Self::Prefecture => 4,
            Self::County => 6,
            Self::Township => 9,
            Self::Village => 12,
        }
    }

    /// The name in both languages.
    pub const fn words(self) -> Words {
        match self {
            Self::Province => Words::new("省级", "province"),
            Self::Prefecture => Words::new("地级", "prefecture"),
            Self::County => Words::new("县级", "county"),
            Self::Township => Words::new("乡级", "township"),
            Self::Village => Words::new("村级", "village"),
        }
    }
}

/// A division code, 行政区划代码: 12 digits, zeros on the right below the level of the division. 2 province, 2 prefecture, 2
/// county (GB/T 2260), 3 township (GB/T 10114), 3 village or community (国统字〔2009〕91号).
///
/// ```
/// use shequ::ids::{DivisionCode, Issue, Level};
///
/// let township = DivisionCode::parse("370102001000")?;
/// assert_eq!(township.level(), Level::Township);
/// assert_eq!(township.parent().unwrap().as_str(), "370102000000");
/// assert_eq!(township.province().as_u64(), 370000000000);
///
/// let gap = DivisionCode::parse("370100001000").unwrap_err();
/// assert_eq!(gap.issue(), Issue::Level);
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DivisionCode(Ascii<12>);

identifier!(DivisionCode);

impl DivisionCode {
    /// The form; the levels are more than a pattern can say.
    pub const PATTERN: &str = "^[0-9]{12}$";
    /// The most characters.
    pub const MAX_LEN: usize = 12;

    /// What is wrong with a code: scientific notation, the form, or its levels.
    pub fn inspect(text: &str) -> Issues {
        Self::inspect_with(text, &CITIES_WITHOUT_COUNTIES)
    }

    /// The same, with the cities without counties told (the parameter of IDN013), each by its four digits.
    ///
    /// ```
    /// use shequ::ids::{DivisionCode, Issue};
    /// assert!(DivisionCode::inspect("441900003000").is_empty());
    /// assert!(DivisionCode::inspect_with("441900003000", &[]).contains(Issue::Level));
    /// ```
    pub fn inspect_with(text: &str, cities_without_counties: &[u16]) -> Issues {
        match Self::of_form(text) {
            Some(code) => Issues::NONE.with_if(code.gap(cities_without_counties).is_some(), Issue::Level),
            None => damage::malformed(text),
        }
    }

    /// What [`inspect`](Self::inspect) finds, and the code where nothing rejects it.
    ///
    /// ```
    /// use shequ::ids::DivisionCode;
    /// let (issues, code) = DivisionCode::look("370102001000");
    /// assert!(issues.is_empty() && code.unwrap().as_u64() == 370102001000);
    /// ```
    #[inline]
    pub fn look(text: &str) -> (Issues, Option<Self>) {
        let issues = Self::inspect(text);
        match text.as_bytes().try_into() {
            Ok(all) if !issues.rejects() => (issues, Some(Self(Ascii::full(all)))),
            _ => (issues, None),
        }
    }

    /// The code.
    ///
    /// # Errors
    ///
    /// What [`inspect`](Self::inspect) finds.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let (issues, code) = Self::look(text);
        IdError::check(What::DivisionCode, issues)?;
        code.ok_or(IdError::form(What::DivisionCode))
    }

    /// Any 12 digits, whether or not their levels are right.
    pub fn of_form(text: &str) -> Option<Self> {
        let bytes: &[u8; 12] = text.as_bytes().try_into().ok()?;
        is_digits(bytes, 12).then(|| Self(Ascii::full(*bytes)))
    }

    /// The code of a number, with leading zeros; none above twelve digits.
    ///
    /// ```
    /// use shequ::ids::DivisionCode;
    /// assert_eq!(DivisionCode::from_u64(370102001000).unwrap().as_str(), "370102001000");
    /// assert_eq!(DivisionCode::from_u64(1_000_000_000_000), None);
    /// ```
    pub fn from_u64(mut code: u64) -> Option<Self> {
        let mut bytes = [b'0'; 12];
        for byte in bytes.iter_mut().rev() {
            *byte += u8::try_from(code % 10).ok()?;
            code /= 10;
        }
        (code == 0).then_some(Self(Ascii::full(bytes)))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The code as a number.
    #[inline]
    pub fn as_u64(&self) -> u64 {
        let (upper, lower) = self.0.as_bytes().split_at_checked(6).unwrap_or_default();
        u64::from(six(upper)) * 1_000_000 + u64::from(six(lower))
    }

    /// The six digits of GB/T 2260, to look up with [`known_prefix`].
    pub fn prefix(&self) -> u32 {
        self.0.number(0, 6)
    }

    /// The level of the division: the lowest whose digits are not all zero.
    pub fn level(&self) -> Level {
        let lowest = Level::ALL.into_iter().rev().find(|level| self.reaches(*level));
        lowest.unwrap_or(Level::Province)
    }

    /// The division of a level that this one lies in, or itself; none below it, and none at county level in a city
    /// without counties.
    ///
    /// ```
    /// use shequ::ids::{DivisionCode, Level};
    /// let code = DivisionCode::parse("441900003001")?;
    /// assert_eq!(code.ancestor(Level::County), None);
    /// assert_eq!(code.ancestor(Level::Township).unwrap().as_str(), "441900003000");
    /// # Ok::<(), shequ::ids::IdError>(())
    /// ```
    pub fn ancestor(&self, level: Level) -> Option<Self> {
        if !self.reaches(level) {
            return None;
        }
        let mut bytes = [b'0'; 12];
        let kept = level.digits();
        bytes[..kept].copy_from_slice(self.0.as_bytes().get(..kept)?);
        Some(Self(Ascii::full(bytes)))
    }

    /// Whether a division of a level is named: its own digits are not all zero.
    fn reaches(self, level: Level) -> bool {
        level == Level::Province || self.segment(level) != 0
    }

    /// The divisions that this one lies in, and itself, as numbers by [`Level`] from the province down; none at a level
    /// that the code does not name.
    ///
    /// ```
    /// use shequ::ids::DivisionCode;
    /// let line = DivisionCode::parse("441900003000")?.lineage();
    /// assert_eq!(line, [Some(440000000000), Some(441900000000), None, Some(441900003000), None]);
    /// # Ok::<(), shequ::ids::IdError>(())
    /// ```
    #[inline]
    pub fn lineage(&self) -> [Option<u64>; 5] {
        let number = self.as_u64();
        // a unit of the level, and how many codes the level has
        let at = |unit: u64, codes: u64| {
            let division = number / unit;
            (!division.is_multiple_of(codes)).then_some(division * unit)
        };
        let province = number - number % 10_000_000_000;
        [Some(province), at(100_000_000, 100), at(1_000_000, 100), at(1000, 1000), at(1, 1000)]
    }

    /// The division above; none above a province.
    pub fn parent(&self) -> Option<Self> {
        let own = self.level();
        Level::ALL.into_iter().rev().filter(|level| *level < own).find_map(|level| self.ancestor(level))
    }

    /// The province.
    #[must_use]
    pub fn province(&self) -> Self {
        self.ancestor(Level::Province).unwrap_or(*self)
    }

    /// The prefecture; none for a province.
    pub fn prefecture(&self) -> Option<Self> {
        self.ancestor(Level::Prefecture)
    }

    /// The county; none above one, and in a city without counties.
    pub fn county(&self) -> Option<Self> {
        self.ancestor(Level::County)
    }

    /// The township or sub-district; none above one.
    pub fn township(&self) -> Option<Self> {
        self.ancestor(Level::Township)
    }

    /// Whether this division is the other one, or lies in it.
    ///
    /// ```
    /// use shequ::ids::DivisionCode;
    /// let code = |text| DivisionCode::parse(text).unwrap();
    /// assert!(code("370102001001").is_within(code("370100000000")));
    /// assert!(!code("370102001001").is_within(code("370200000000")));
    /// ```
    pub fn is_within(&self, other: Self) -> bool {
        self.ancestor(other.level()) == Some(other)
    }

    /// The level that is empty although a lower one is not, or the province where there is no such (IDN013); none where
    /// the code is right.
    pub fn gap(&self, cities_without_counties: &[u16]) -> Option<Level> {
        if !prefix::is_province(self.segment(Level::Province)) {
            return Some(Level::Province);
        }
        let own = self.level();
        let city = self.0.number(0, 4);
        let without_counties = cities_without_counties.iter().any(|known| u32::from(*known) == city);
        let may_be_empty = |level| level == Level::County && without_counties;
        Level::ALL
            .into_iter()
            .filter(|level| *level < own)
            .find(|level| self.segment(*level) == 0 && !may_be_empty(*level))
    }

    /// The digits of one level as a number.
    fn segment(self, level: Level) -> u32 {
        let end = level.digits();
        let start = match level {
            Level::Township | Level::Village => end - 3,
            _ => end - 2,
        };
        self.0.number(start, end)
    }
}

impl From<DivisionCode> for u64 {
    fn from(code: DivisionCode) -> Self {
        code.as_u64()
    }
}
