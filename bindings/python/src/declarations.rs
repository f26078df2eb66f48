//! The declarations of record types and their parts, from which the package makes its classes.

use pyo3::prelude::*;
use shequ::model::{self, FieldMeta, ObjectMeta, ValueKind};
use shequ::{BASE_URI, Kind, Lang};

use crate::annotation::{Annotation, is_list};
use crate::error;

/// What a class of the package stands for.
#[derive(Clone, Copy)]
pub(crate) enum Object {
    Record(Kind),
    Part(&'static ObjectMeta),
}

impl Object {
    /// The record type or part of a name.
    pub(crate) fn find(py: Python<'_>, name: &str) -> PyResult<Self> {
        let found = all().find(|object| object.declaration().name == name);
        found.ok_or_else(|| error::usage(py, "没有该记录类型或组成部分", "no such record type or part"))
    }

    pub(crate) fn declaration(self) -> &'static ObjectMeta {
        match self {
            Self::Record(kind) => kind.declaration(),
            Self::Part(declaration) => declaration,
        }
    }
}

fn all() -> impl Iterator<Item = Object> {
    Kind::all().map(Object::Record).chain(model::parts().map(Object::Part))
}

/// Of each record type and each part the name of the class, the name in JSON, and whether it is a record type.
#[pyfunction]
pub(crate) fn declarations() -> Vec<(String, &'static str, bool)> {
    let row = |object: Object| {
        let declaration = object.declaration();
        (declaration.type_name(), declaration.name, matches!(object, Object::Record(_)))
    };
    all().map(row).collect()
}

/// The titles and the descriptions of a record type or part, and its fields.
#[pyfunction]
pub(crate) fn declaration(py: Python<'_>, name: &str) -> PyResult<Declaration> {
    let ObjectMeta { title, description, fields, .. } = Object::find(py, name)?.declaration();
    Ok((title.zh, title.en, description.zh, description.en, fields.iter().map(field).collect()))
}

type Declaration = (&'static str, &'static str, &'static str, &'static str, Vec<Field>);

/// Name, titles, descriptions, whether it is required, class, whether it is a list, what a value is, the
/// type of a code or part, and what a constructor takes.
type Field = (
    &'static str,
    &'static str,
    &'static str,
    String,
    String,
    bool,
    &'static str,
    bool,
    &'static str,
    Option<String>,
    String,
);

fn field(meta: &FieldMeta) -> Field {
    let annotation = Annotation::of(meta);
    let of = match meta.value {
        ValueKind::Code(table) => Some(table().type_name()),
        _ => meta.part.map(ObjectMeta::type_name),
    };
    (
        meta.name,
        meta.title.zh,
        meta.title.en,
        meta.full_description(Lang::Zh),
        meta.full_description(Lang::En),
        meta.required,
        meta.class.name(),
        is_list(meta),
        annotation.value,
        of,
        annotation.taken(meta),
    )
}

/// The JSON Schema of a record type or part, as text.
#[pyfunction]
pub(crate) fn object_schema(py: Python<'_>, name: &str) -> PyResult<String> {
    Ok(match Object::find(py, name)? {
        Object::Record(kind) => shequ::schema(kind, BASE_URI),
        Object::Part(declaration) => shequ::part_schema(declaration, BASE_URI),
    }
    .to_string())
}
