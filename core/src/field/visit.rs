//! What rules on types of fields look at, wherever such a field stands.

use super::{Path, Role};
use crate::Kind;
use crate::codes::Table;
use crate::ids::{CommunityCode, CreditCode, DivisionCode};

/// Called for each known field of a record with its place.
pub trait Visitor {
    /// A free text, a name, or a name of a person.
    fn text(&mut self, path: &Path, role: Role, text: &str);
    /// The record's own id, or one that another field names without saying of which type.
    fn id(&mut self, path: &Path, id: &str);
    /// A reference to a record of a type, perhaps of another publisher.
    fn reference(&mut self, path: &Path, target: Kind, reference: &str);
    /// A unified social credit code; its check character may be wrong.
    fn credit_code(&mut self, path: &Path, code: CreditCode);
    /// A division code of any level.
    fn division(&mut self, path: &Path, code: DivisionCode);
    /// The code of a community.
    fn community(&mut self, path: &Path, code: CommunityCode);
    /// A value of an open code table that the table does not list.
    fn local_code(&mut self, path: &Path, table: &'static Table, code: &str);
}
