//! Which rule reports what is wrong with an identifier.

use super::code::{IDN009, IDN010, IDN011, IDN012, IDN013};
use super::id::IDN017;
use super::identity::{
    IDN001, IDN002, IDN003, IDN004, IDN005, IDN006, IDN007, IDN008, IDN016, IDN018, IDN020, IDN021,
};
use super::structure::STR007;
use crate::ids::{
    CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId, HkMacaoTravelPermit, Issue,
    OrganisationCode, Passport, Phone, RecordId, Reference, ResidencePermit, ResidentId, TaiwanTravelPermit,
    VolunteerNumber,
};
use crate::rule::Rule;

/// An identifier, and the rules that report what is wrong with it in a record.
pub trait Reported {
    /// The rule that reports an issue; none for what is only said beside another issue, and for what
    /// this identifier never has.
    ///
    /// ```
    /// use shequ::ids::{CreditCode, Issue, ResidentId};
    /// use shequ::rules::Reported;
    /// assert_eq!(ResidentId::rule(Issue::CheckCharacter).unwrap().id, "IDN001");
    /// assert_eq!(CreditCode::rule(Issue::CheckCharacter).unwrap().id, "IDN009");
    /// assert!(ResidentId::rule(Issue::InnerCode).is_none());
    /// ```
    fn rule(issue: Issue) -> Option<&'static Rule>;
}

impl Reported for ResidentId {
    fn rule(issue: Issue) -> Option<&'static Rule> {
        Some(match issue {
            Issue::SpreadsheetDamage => &IDN016,
            Issue::OtherKind => &IDN018,
            Issue::LowerCaseX => &IDN020,
            Issue::Form | Issue::LowerCaseForm => &IDN021,
            Issue::CheckCharacter => &IDN001,
            Issue::BirthDate => &IDN002,
            Issue::Province => &IDN003,
            Issue::UnknownPrefix => &IDN004,
            Issue::FirstGeneration => &IDN005,
            _ => return None,
        })
    }
}

impl Reported for ResidencePermit {
    fn rule(issue: Issue) -> Option<&'static Rule> {
        Some(match issue {
            Issue::SpreadsheetDamage => &IDN016,
            Issue::LowerCaseX => &IDN020,
            Issue::LowerCaseForm => &IDN021,
            Issue::Form | Issue::CheckCharacter | Issue::BirthDate => &IDN006,
            _ => return None,
        })
    }
}

impl Reported for ForeignPermanentResidentId {
    fn rule(issue: Issue) -> Option<&'static Rule> {
        Some(match issue {
            Issue::SpreadsheetDamage => &IDN016,
            Issue::Form | Issue::CheckCharacter => &IDN007,
            _ => return None,
        })
    }
}

impl Reported for CreditCode {
    fn rule(issue: Issue) -> Option<&'static Rule> {
        Some(match issue {
            Issue::SpreadsheetDamage => &IDN016,
            Issue::OtherKind => &IDN018,
            Issue::Form => &STR007,
            Issue::CheckCharacter => &IDN009,
            Issue::UnknownAuthority => &IDN010,
            Issue::InnerCode => &IDN011,
            Issue::UnknownDivision => &IDN012,
            _ => return None,
        })
    }
}

/// Identifiers of which little more than the form is held to.
macro_rules! by_form {
    ($($type:ident => $($issue:ident: $rule:ident),*;)*) => {
        $(impl Reported for $type {
            fn rule(issue: Issue) -> Option<&'static Rule> {
                match issue {
                    $(Issue::$issue => Some(&$rule),)*
                    _ => None,
                }
            }
        })*
    };
}

by_form! {
    HkMacaoTravelPermit => SpreadsheetDamage: IDN016, Form: IDN008;
    TaiwanTravelPermit => SpreadsheetDamage: IDN016, Form: IDN008;
    Passport => SpreadsheetDamage: IDN016, Form: IDN008;
    DivisionCode => SpreadsheetDamage: IDN016, Form: STR007, Level: IDN013;
    CommunityCode => SpreadsheetDamage: IDN016, Form: STR007, Level: IDN013;
    OrganisationCode => ; // stands in no record
    VolunteerNumber => Form: IDN017;
    Phone => Form: STR007;
    Email => Form: STR007;
    RecordId => Form: STR007;
    Reference => Form: STR007;
}
