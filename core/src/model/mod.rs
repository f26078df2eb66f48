//! The record types of the standard and their parts, as plain serde structs.
//!
//! Deserialising accepts what the structure of the standard allows, serialising writes the canonical
//! JSON; check characters, dates against one another and the like are for [`crate::Checker`].
//!
//! ```
//! use shequ::model::{Community, CommunityKind, EntityStatus};
//! use shequ::model::{DateTime, Text};
//!
//! let community = Community::builder()
//!     .id("110101001001".parse()?)
//!     .updated_at("2026-06-30T09:00:00+08:00".parse()?)
//!     .code("110101001001".parse()?)
//!     .name("多福巷社区居委会".parse()?)
//!     .kind(CommunityKind::Urban)
//!     .status(EntityStatus::Active)
//!     .build()?;
//! assert!(serde_json::to_string(&community)?.starts_with(r#"{"id":"110101001001""#));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod parts;
mod person;
mod point;
mod secrecy;
mod words;

macro_rules! modules {
    ({} $(($name:ident $module:ident $($row:tt)*))*) => {
        $(
            mod $module;
            pub use self::$module::*;
        )*
    };
}

crate::for_each_kind!([modules] {});

mod kinds;

pub use self::parts::parts;
pub(crate) use self::parts::{Part, part};
pub use self::person::{Identity, IdentityBuilder, IdentityView, Training, TrainingBuilder, TrainingView};
pub use self::point::{Point, PointBuilder, PointView};
pub(crate) use self::secrecy::{above, is_child};
pub(crate) use self::words::is_field;

pub use crate::codes::*;
pub use crate::field::{
    Area, Class, Count, Date, DateTime, Decimal, Extensions, FieldMeta, Hours, Identifier, Latitude, List,
    ListView, Longitude, Missing, Name, Number, ObjectMeta, Ordinal, PersonName, PositiveNumber, Ratio,
    Record, Ref, Role, Set, Shape, Slot, Text, TextError, ValueKind, Year, Yuan,
};
