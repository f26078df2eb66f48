//! `shequ._native`: the library of Rust as the Python package sees it. What users import stands in
//! `bindings/python/shequ`.

mod annotation;
mod catalogue;
mod check;
mod checker;
mod codes;
mod command_line;
mod declarations;
mod error;
mod finding;
mod generate;
mod guard;
mod ids;
mod json;
mod package;
mod record;
mod report;
mod rows;
mod schema;
mod table;
mod ticker;

use pyo3::prelude::*;

#[pymodule]
mod _native {
    use super::{Bound, PyModule, PyModuleMethods, PyResult};

    #[pymodule_export]
    use crate::catalogue::{Basis, Rule, explain, find_rule, rules, rules_table};
    #[pymodule_export]
    use crate::check::{check_bytes, check_paths, check_rows, check_table, size_of};
    #[pymodule_export]
    use crate::checker::{Checker, is_field, kind_of_file};
    #[pymodule_export]
    use crate::codes::{accepts_code, code_schema, code_table, code_tables, suggest_code};
    #[pymodule_export]
    use crate::command_line::run;
    #[pymodule_export]
    use crate::declarations::{declaration, declarations, object_schema};
    #[pymodule_export]
    use crate::finding::Finding;
    #[pymodule_export]
    use crate::generate::{Generated, generate, generate_into, kind_of, kinds};
    #[pymodule_export]
    use crate::guard::panic_on_purpose;
    #[pymodule_export]
    use crate::ids::{
        CommunityCode, CreditCode, DivisionCode, Email, ForeignPermanentResidentId, HkMacaoTravelPermit,
        Issue, Label, OrganisationCode, Passport, Phone, RecordId, Reference, ResidencePermit, ResidentId,
        TaiwanTravelPermit, VolunteerNumber, about_id, check_ids, digest_ids, inspect_id, is_valid_id,
        mask_id, mask_ids,
    };
    #[pymodule_export]
    use crate::package::{pack, verify};
    #[pymodule_export]
    use crate::record::{from_json, from_values, values};
    #[pymodule_export]
    use crate::report::Report;
    #[pymodule_export]
    use crate::schema::{dictionary, schema};
    #[pymodule_export]
    use crate::table::{Table, table};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        crate::guard::keep_quiet();
        module.add("VERSION", shequ::VERSION)?;
        module.add("STANDARD", shequ::STANDARD)
    }
}
