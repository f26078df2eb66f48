//! Identifiers: one at a time as objects, and whole columns.

mod builders;
mod check;
mod column;
mod issue;
mod kind;
mod label;
mod values;
mod whole;

pub(crate) use check::check_ids;
pub(crate) use issue::{Issue, inspect_id};
pub(crate) use kind::{about_id, is_valid_id, mask_id};
pub(crate) use label::Label;
pub(crate) use values::{
    CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId, HkMacaoTravelPermit,
    OrganisationCode, Passport, Phone, RecordId, Reference, ResidencePermit, ResidentId, TaiwanTravelPermit,
    VolunteerNumber,
};
pub(crate) use whole::{digest_ids, mask_ids};
