//! The record declaration of `shequ`: one plain struct says everything about a record type.
//!
//! `#[record("社区", "Community")]` makes a record type and adds the four fields that every record
//! carries; `#[part("证件", "Identity document")]` makes an object that lies in one. Each field has
//! `#[field("姓名", "Name", personal, "3.2")]`: titles, personal-data class, the clauses of the policy, then options by
//! name: `unit("平方米", "square metres")` where the type does not say the unit, `since("1.1")` where the first version
//! of the standard has no such field, `deprecated("1.2", "field_in_its_place")`. A doc comment is the description: an
//! English paragraph, a blank line, a Chinese one. `#[validate(length(...))]` says how long a list may be (1,000 items
//! where it says nothing), `#[validate(nested)]` that a part has lists of its own.
//!
//! From it come serde, schemars, validator, the field table, the view for the rules and a builder.

mod declaration;
mod description;
mod expand;

use proc_macro::TokenStream;
use syn::{ItemStruct, parse_macro_input};

use declaration::{Declaration, Titles};

/// Declares a record type; adds `id`, `updated_at`, `source` and `extensions`.
#[proc_macro_attribute]
pub fn record(titles: TokenStream, item: TokenStream) -> TokenStream {
    declare(parse_macro_input!(titles as Titles), parse_macro_input!(item as ItemStruct), true)
}

/// Declares an object that is part of a record.
#[proc_macro_attribute]
pub fn part(titles: TokenStream, item: TokenStream) -> TokenStream {
    declare(parse_macro_input!(titles as Titles), parse_macro_input!(item as ItemStruct), false)
}

fn declare(titles: Titles, item: ItemStruct, is_record: bool) -> TokenStream {
    match Declaration::read(titles, item, is_record) {
        Ok(declaration) => expand::expand(&declaration).into(),
        Err(error) => error.into_compile_error().into(),
    }
}
