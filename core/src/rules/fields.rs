//! Rules on types of fields, wherever such a field stands.

use super::{Context, code, id, structure, text};
use crate::Kind;
use crate::codes::Table;
use crate::field::{Path, Role, Visitor};
use crate::ids::{CommunityCode, CreditCode, DivisionCode};
use crate::rules::Sink;

pub(super) struct FieldRules<'a, 's> {
    pub(super) context: Context<'a>,
    pub(super) sink: &'a mut Sink<'s>,
}

impl Visitor for FieldRules<'_, '_> {
    fn text(&mut self, path: &Path, role: Role, text: &str) {
        text::check(path, role, text, self.sink);
    }

    fn id(&mut self, path: &Path, id: &str) {
        id::check_id(path, id, self.context, self.sink);
    }

    fn reference(&mut self, path: &Path, _: Kind, reference: &str) {
        id::check_id(path, reference, self.context, self.sink);
    }

    fn credit_code(&mut self, path: &Path, code: CreditCode) {
        code::check_credit_code(path, code, self.context, self.sink);
    }

    fn division(&mut self, path: &Path, code: DivisionCode) {
        code::check_division(path, code, self.context, self.sink);
    }

    fn community(&mut self, path: &Path, code: CommunityCode) {
        code::check_division(path, code.as_division(), self.context, self.sink);
    }

    fn local_code(&mut self, path: &Path, table: &'static Table, code: &str) {
        structure::check_local_code(path, table, code, self.sink);
    }
}
