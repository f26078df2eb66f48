//! What the manifest of a package shall say.

use jiff::civil;

use crate::Words;
use crate::error::Error;
use crate::field::{Class, DateTime};
use crate::ids::CreditCode;

/// What the manifest of a package shall say; what is not given is told from a manifest in the folder, or from the records.
///
/// ```
/// use shequ::package::Terms;
/// let terms = Terms { publisher: Some("91110000600037341L".parse()?), ..Terms::default() };
/// # let _ = terms;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// A short name; else `shequ-` and the reference date.
    pub name: Option<String>,
    /// The body that publishes it; else the source that all records name.
    pub publisher: Option<CreditCode>,
    /// The day as of which the records hold; else the day on which the last of them was changed.
    pub as_of: Option<civil::Date>,
    /// When it is made; else the moment at which the last record was changed, so that no clock is read.
    pub created: Option<DateTime>,
    /// The highest personal-data class that it may hold; else the highest that it holds.
    pub class: Option<Class>,
}

impl Terms {
    /// The same with one more of them as a text: `name`, `publisher`, `as_of`, `created` or `class`.
    ///
    /// ```
    /// use shequ::package::Terms;
    /// let terms = Terms::default().with("as_of", "2026-06-30")?.with("class", "public")?;
    /// assert_eq!(terms.as_of, Some(jiff::civil::date(2026, 6, 30)));
    /// assert!(terms.with("class", "secret").is_err());
    /// # Ok::<(), shequ::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Term`] where the text is not of its form, or the name is none of these.
    pub fn with(mut self, name: &str, text: &str) -> Result<Self, Error> {
        match name {
            "name" => self.name = Some(text.to_owned()),
            "publisher" => self.publisher = Some(text.parse().map_err(|_| PUBLISHER)?),
            "as_of" => self.as_of = Some(text.parse().map_err(|_| AS_OF)?),
            "created" => self.created = Some(DateTime::parse(text).ok_or(CREATED)?),
            "class" => {
                let class = Class::ALL.into_iter().find(|class| class.name() == text);
                self.class = Some(class.ok_or(CLASS)?);
            }
            _ => return Err(NONE),
        }
        Ok(self)
    }
}

const PUBLISHER: Error = Error::Term(Words::new(
    "发布单位应为18位统一社会信用代码，且校验码正确",
    "the publisher is a credit code of 18 characters, with its check character",
));
const AS_OF: Error = Error::Term(Words::new(
    "基准日应写成 YYYY-MM-DD，且须真实存在",
    "the reference date is written YYYY-MM-DD and exists",
));
const CREATED: Error = Error::Term(Words::new(
    "制作时间应写成 2026-06-30T09:00:00+08:00，须带时区",
    "the moment at which it is made is written like 2026-06-30T09:00:00+08:00, with its offset",
));
const CLASS: Error = Error::Term(Words::new(
    "级别有 public（公开）、internal（内部）、personal（个人信息）、sensitive（敏感个人信息）",
    "classes are public, internal, personal and sensitive",
));
const NONE: Error = Error::Term(Words::new(
    "清单可写明的有 name、publisher、as_of、created、class",
    "what a manifest can be told are name, publisher, as_of, created and class",
));
