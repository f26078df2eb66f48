//! What rules on types of fields look at, wherever such a field stands.

use super::{FieldMeta, Path, Role};
use crate::codes::Table;
use crate::ids::{CreditCode, DivisionCode};

/// Called for each known field of a record with its place.
pub trait Visitor {
    /// Any field that is there and can be read, before what lies in it.
    #[inline]
    fn field(&mut self, _path: &Path, _meta: &'static FieldMeta) {}
    /// A free text, a name, or a name of a person.
    fn text(&mut self, path: &Path, role: Role, text: &str);
    /// The id of a record, or a reference to one.
    fn id(&mut self, path: &Path, id: &str);
    /// A unified social credit code; its check character may be wrong.
    fn credit_code(&mut self, path: &Path, code: CreditCode);
    /// A division code of any level.
    fn division(&mut self, path: &Path, code: DivisionCode);
    /// A value of an open code table that the table does not list.
    fn local_code(&mut self, path: &Path, table: &'static Table, code: &str);
}
