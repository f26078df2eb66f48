//! Community codes: division codes of village level.

use super::damage::malformed;
use super::division::CITIES_WITHOUT_COUNTIES;
use super::error::What;
use super::{DivisionCode, IdError, Issues, Level};

/// A community code, 社区（村）代码: a division code of village level, 12 digits whose last three are not 000. Source: 国统字
/// 〔2009〕91号, MODEL "Conventions".
///
/// ```
/// use shequ::ids::{CommunityCode, Issue};
///
/// let code = CommunityCode::parse("370102001201")?;
/// assert_eq!(code.serial(), 201);
/// assert_eq!(code.township().as_str(), "370102001000");
/// assert_eq!(CommunityCode::parse("370102001000").unwrap_err().issue(), Issue::Form);
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommunityCode(DivisionCode);

identifier!(CommunityCode);

impl CommunityCode {
    /// The form; the levels are more than a pattern can say.
    pub const PATTERN: &str = "^[0-9]{9}([0-9]{2}[1-9]|[0-9][1-9]0|[1-9]00)$";
    /// The most characters.
    pub const MAX_LEN: usize = 12;

    /// What is wrong with a code: scientific notation, the form (last three digits 000 too), or its levels.
    pub fn inspect(text: &str) -> Issues {
        Self::inspect_with(text, &CITIES_WITHOUT_COUNTIES)
    }

    /// The same, with the cities without counties told (the parameter of IDN013), each by its four digits.
    pub fn inspect_with(text: &str, cities_without_counties: &[u16]) -> Issues {
        match Self::of_form(text) {
            Some(_) => DivisionCode::inspect_with(text, cities_without_counties),
            None => malformed(text),
        }
    }

    /// The code.
    ///
    /// # Errors
    ///
    /// What [`inspect`](Self::inspect) finds.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::CommunityCode, Self::inspect(text))?;
        Self::of_form(text).ok_or(IdError::form(What::CommunityCode))
    }

    /// Any 12 digits whose last three are not 000, whether or not their levels are right.
    pub fn of_form(text: &str) -> Option<Self> {
        Self::of_division(DivisionCode::of_form(text)?)
    }

    /// The community that a division code names; none above village level.
    pub fn of_division(code: DivisionCode) -> Option<Self> {
        (code.level() == Level::Village).then_some(Self(code))
    }

    /// The code of a number, with leading zeros; none where its last three digits are 000.
    pub fn from_u64(code: u64) -> Option<Self> {
        Self::of_division(DivisionCode::from_u64(code)?)
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The code as a number.
    pub fn as_u64(&self) -> u64 {
        self.0.as_u64()
    }

    /// The same code among those of all levels.
    pub const fn as_division(&self) -> DivisionCode {
        self.0
    }

    /// The last three digits, 1 to 999; their bands tell communities from villages (DOMAIN 3.3): 001-199 residents',
    /// 200-399 villagers', 400-499 and 500-599 similar to these.
    pub fn serial(&self) -> u16 {
        u16::try_from(self.as_u64() % 1000).unwrap_or_default()
    }

    /// The township or sub-district that the community belongs to.
    pub fn township(&self) -> DivisionCode {
        self.0.township().unwrap_or(self.0)
    }

    /// The county; none in a city without counties.
    pub fn county(&self) -> Option<DivisionCode> {
        self.0.county()
    }

    /// The prefecture.
    pub fn prefecture(&self) -> Option<DivisionCode> {
        self.0.prefecture()
    }

    /// The province.
    pub fn province(&self) -> DivisionCode {
        self.0.province()
    }
}

impl From<CommunityCode> for DivisionCode {
    fn from(code: CommunityCode) -> Self {
        code.0
    }
}

impl From<CommunityCode> for u64 {
    fn from(code: CommunityCode) -> Self {
        code.as_u64()
    }
}

impl TryFrom<DivisionCode> for CommunityCode {
    type Error = IdError;

    fn try_from(code: DivisionCode) -> Result<Self, IdError> {
        Self::of_division(code).ok_or(IdError::form(What::CommunityCode))
    }
}
