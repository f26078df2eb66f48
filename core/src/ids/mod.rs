//! Identifiers: what each number looks like, how it is checked, what it says and how it is masked.
//!
//! Every type has one shape:
//!
//! - `inspect` says everything that is wrong with a text, or worth a look, as [`Issues`]; it allocates nothing and
//!   never panics. It takes the reference date `as_of` where a date matters; `None` leaves out that one comparison.
//! - `parse` (and `FromStr`) gives the value, or an [`IdError`] for the first issue that rejects the text; a warning
//!   never does.
//! - `of_form`, where records may carry it, gives a value whose form is right though its check may fail.
//! - `PATTERN` and `MAX_LEN` say the form to others. Patterns mean the same in ECMA-262, Python, Java, .NET and Rust;
//!   `$` matches before a last line feed in some of these, so the length belongs to the pattern.
//! - `Display` and `Debug` of what names a person are masked; `as_str` is the way to the number itself, and serde
//!   writes and reads the whole text, so that nobody stores a mask by mistake.
//!
//! | type | what | class |
//! |---|---|---|
//! | [`ResidentId`] | 公民身份号码, GB 11643-1999 | personal |
//! | [`ResidencePermit`] | 港澳台居民居住证号码 | personal |
//! | [`ForeignPermanentResidentId`] | 外国人永久居留身份证号码 | personal |
//! | [`HkMacaoTravelPermit`] | 港澳居民来往内地通行证号码 | personal |
//! | [`TaiwanTravelPermit`] | 台湾居民来往大陆通行证号码 | personal |
//! | [`Passport`] | 护照号码 | personal |
//! | [`VolunteerNumber`] | 志愿者编号 | personal |
//! | [`Phone`], [`Email`] | 联系电话, 电子邮箱 | personal |
//! | [`CreditCode`] | 统一社会信用代码, GB 32100-2015 | public |
//! | [`OrganisationCode`] | 组织机构代码, GB 11714-1997 | public |
//! | [`DivisionCode`], [`CommunityCode`] | 行政区划代码, GB/T 2260, GB/T 10114, 国统字〔2009〕91号 | public |
//! | [`RecordId`], [`Reference`] | 记录标识, 引用 | public |
//!
//! ```
//! use shequ::ids::{Issue, ResidentId};
//!
//! let id = ResidentId::parse("11010519491231002X")?;
//! assert_eq!(id.birth_date().to_string(), "1949-12-31");
//! assert_eq!(id.to_string(), "110105*********02X");
//!
//! let issues = ResidentId::inspect("11010519491231002x", None);
//! assert_eq!(issues.rejection(), Some(Issue::LowerCaseX));
//! # Ok::<(), shequ::ids::IdError>(())
//! ```

#[macro_use]
mod text;

mod authority;
#[doc(hidden)] // for the generator of synthetic data; no part of the interface
pub mod check;
mod community;
mod credit;
mod damage;
mod date;
pub mod division;
mod email;
mod error;
mod issue;
pub mod mask;
mod organisation;
mod permit;
mod phone;
mod prefix;
mod record;
pub mod resident;
mod serde;
mod tables;
mod travel;
mod volunteer;

#[cfg(test)]
mod tests;

pub use authority::{Authority, Category};
pub use community::CommunityCode;
pub use credit::CreditCode;
pub use damage::{full_width, is_scientific};
pub use division::{DivisionCode, Level};
pub use email::Email;
pub use error::IdError;
pub use issue::{Issue, Issues};
pub use organisation::OrganisationCode;
pub use permit::{ForeignPermanentResidentId, PermitRegion, ResidencePermit};
pub use phone::{Phone, PhoneKind};
pub use record::{RecordId, Reference};
pub use resident::{IdSex, ResidentId};
pub use travel::{HkMacaoTravelPermit, Passport, TaiwanTravelPermit};
pub use volunteer::VolunteerNumber;
