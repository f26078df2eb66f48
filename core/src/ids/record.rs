//! Record ids and references to records.

use super::error::What;
use super::text::{ALPHANUMERIC, ID, is};
use super::{CreditCode, IdError, Issues, damage, mask};

/// A record id, 记录标识: 1 to 64 letters, digits and `. _ : -`, the first a letter or a digit; unique within its record
/// type in a dataset. Source: MODEL "Conventions". An id that is itself a valid resident identity number keeps its value
/// (IDN019 reports it), and `Display` and `Debug` mask it.
///
/// ```
/// use shequ::ids::RecordId;
/// assert_eq!(RecordId::parse("community:0001")?.to_string(), "community:0001");
/// assert_eq!(RecordId::parse("11010519491231002X")?.to_string(), "110105*********02X");
/// assert!(RecordId::parse("-1").is_err());
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Box<str>);

identifier!(RecordId, mask::record_id);

impl RecordId {
    /// The form.
    pub const PATTERN: &str = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$";
    /// The most characters.
    pub const MAX_LEN: usize = 64;

    /// What is wrong with an id: the form.
    pub fn inspect(text: &str) -> Issues {
        if Self::fits(text) { Issues::NONE } else { damage::form(text) }
    }

    /// The id.
    ///
    /// # Errors
    ///
    /// Where it is not of the form.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::RecordId, Self::inspect(text))?;
        Ok(Self(text.into()))
    }

    /// Whether the text has the form of an id.
    pub fn fits(text: &str) -> bool {
        let bytes = text.as_bytes();
        bytes.len() <= Self::MAX_LEN
            && bytes.first().is_some_and(|byte| is(*byte, ALPHANUMERIC))
            && bytes.iter().all(|byte| is(*byte, ID))
    }

    /// The id as text, not masked.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A reference to a record, 引用: the [`RecordId`] of a record of the same dataset, or `CREDITCODE:ID`, a record that
/// another publisher keeps. Local ids may hold colons too: a reference is external where what stands before the first
/// colon has the form of a credit code and what stands after it that of an id. Source: MODEL "Conventions".
///
/// ```
/// use shequ::ids::Reference;
///
/// let external = Reference::parse("52370102MF0000013F:volunteer-1")?;
/// assert_eq!(external.publisher().unwrap().as_str(), "52370102MF0000013F");
/// assert_eq!(external.id(), "volunteer-1");
///
/// let local = Reference::parse("station:7")?;
/// assert_eq!((local.publisher(), local.id()), (None, "station:7"));
/// # Ok::<(), shequ::ids::IdError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(Box<str>);

identifier!(Reference, mask::record_id);

impl Reference {
    /// The form.
    pub const PATTERN: &str =
        "^([0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}:)?[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$";
    /// The most characters.
    pub const MAX_LEN: usize = 83;

    /// What is wrong with a reference: the form.
    pub fn inspect(text: &str) -> Issues {
        if Self::fits(text) { Issues::NONE } else { damage::form(text) }
    }

    /// The reference.
    ///
    /// # Errors
    ///
    /// Where it is not of the form. The check character of a credit code in it is not judged.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        IdError::check(What::Reference, Self::inspect(text))?;
        Ok(Self(text.into()))
    }

    /// Whether the text has the form of a reference.
    pub fn fits(text: &str) -> bool {
        RecordId::fits(text) || external(text).is_some()
    }

    /// The credit code of the other publisher and the id there, of a text; none where the reference is local or not of
    /// the form. It allocates nothing.
    pub fn split(text: &str) -> Option<(CreditCode, &str)> {
        let (publisher, id) = external(text)?;
        Some((CreditCode::of_form(publisher)?, id))
    }

    /// The reference as text, not masked.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The publisher that keeps the record; none for a record of the same dataset.
    pub fn publisher(&self) -> Option<CreditCode> {
        Self::split(&self.0).map(|(publisher, _)| publisher)
    }

    /// The id of the record, at its publisher where it is external.
    pub fn id(&self) -> &str {
        external(&self.0).map_or(&self.0, |(_, id)| id)
    }
}

impl From<RecordId> for Reference {
    fn from(id: RecordId) -> Self {
        Self(id.0)
    }
}

/// The two parts of a reference to a record of another publisher.
pub(super) fn external(text: &str) -> Option<(&str, &str)> {
    let (publisher, id) = text.split_once(':')?;
    (CreditCode::of_form(publisher).is_some() && RecordId::fits(id)).then_some((publisher, id))
}
