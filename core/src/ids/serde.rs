//! Identifiers that are no fields of records, in serde: the whole text, not the mask that `Display` shows.
//!
//! Those that records carry have theirs beside the field.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

use super::{
    ForeignPermanentResidentId, HkMacaoTravelPermit, IdError, OrganisationCode, Passport, ResidencePermit,
    ResidentId, TaiwanTravelPermit, VolunteerNumber,
};

struct Parsed<T>(PhantomData<T>);

impl<T: FromStr<Err = IdError>> Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the text of an identifier")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! as_text {
    ($($name:ident),* $(,)?) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parsed(PhantomData))
            }
        }
    )*};
}

as_text!(
    ForeignPermanentResidentId,
    HkMacaoTravelPermit,
    OrganisationCode,
    Passport,
    ResidencePermit,
    ResidentId,
    TaiwanTravelPermit,
    VolunteerNumber,
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_whole() {
        let id = ResidentId::parse("11010519491231002X").unwrap();
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, "\"11010519491231002X\"");
        assert_eq!(serde_json::from_str::<ResidentId>(&json).unwrap(), id);
        assert_ne!(id.to_string(), "11010519491231002X");
    }

    #[test]
    fn a_refusal_does_not_show_the_text() {
        let error = serde_json::from_str::<ResidentId>("\"110105194912310021\"").unwrap_err().to_string();
        assert!(!error.contains("1949"), "{error}");
        assert!(serde_json::from_str::<VolunteerNumber>("7").is_err());
    }
}
