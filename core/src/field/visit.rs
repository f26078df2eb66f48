//! What rules on types of fields look at, wherever such a field stands.

use super::{FieldMeta, Path, Role};
use crate::Kind;
use crate::codes::Table;
use crate::ids::{CommunityCode, CreditCode, DivisionCode};

/// Called for each known field of a record with its place; who looks at some alone leaves out the others.
pub trait Visitor {
    /// Any field that is there and can be read, before what lies in it.
    #[inline]
    fn field(&mut self, _path: &Path, _meta: &'static FieldMeta) {}
    /// A free text, a name, or a name of a person.
    #[inline]
    fn text(&mut self, _path: &Path, _role: Role, _text: &str) {}
    /// The record's own id, or one that another field names without saying of which type.
    #[inline]
    fn id(&mut self, _path: &Path, _id: &str) {}
    /// A reference to a record of a type, perhaps of another publisher.
    #[inline]
    fn reference(&mut self, _path: &Path, _target: Kind, _reference: &str) {}
    /// A unified social credit code; its check character may be wrong.
    #[inline]
    fn credit_code(&mut self, _path: &Path, _code: CreditCode) {}
    /// A division code of any level.
    #[inline]
    fn division(&mut self, _path: &Path, _code: DivisionCode) {}
    /// The code of a community.
    #[inline]
    fn community(&mut self, _path: &Path, _code: CommunityCode) {}
    /// A value of an open code table that the table does not list.
    #[inline]
    fn local_code(&mut self, _path: &Path, _table: &'static Table, _code: &str) {}
}
