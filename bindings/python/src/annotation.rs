//! What the values of fields are in Python: the one table of it, for the package and for its stubs.

use shequ::model::{FieldMeta, ObjectMeta, Shape, ValueKind};

/// A value of a field in Python.
pub(crate) struct Annotation {
    /// How the package makes it of JSON: `code`, `part`, `date` and so on.
    pub(crate) value: &'static str,
    /// What an attribute gives, in a list each item.
    pub(crate) given: String,
    /// What else a constructor takes for it.
    or: &'static str,
}

impl Annotation {
    pub(crate) fn of(field: &FieldMeta) -> Self {
        let is = |value, given: &str, or| Self { value, given: given.to_owned(), or };
        match field.value {
            ValueKind::Text(_) | ValueKind::Identifier(_) | ValueKind::Reference(_) => is("text", "str", ""),
            ValueKind::Code(table) => is("code", &format!("codes.{}", table().type_name()), " | str"),
            ValueKind::Date => is("date", "datetime.date", " | str"),
            ValueKind::DateTime => is("moment", "datetime.datetime", " | str"),
            ValueKind::Boolean => is("boolean", "bool", ""),
            ValueKind::Integer => is("integer", "int", ""),
            ValueKind::Decimal => is("decimal", "decimal.Decimal", " | float"),
            ValueKind::Number => is("number", "float", ""),
            ValueKind::Part => {
                let part = field.part.map(ObjectMeta::type_name).unwrap_or_default();
                is("part", &part, " | Mapping[str, Any]")
            }
            ValueKind::Extensions => is("extensions", "Mapping[str, Any]", ""),
        }
    }

    /// What a constructor takes for the field.
    pub(crate) fn taken(&self, field: &FieldMeta) -> String {
        let one = format!("{}{}", self.given, self.or);
        if is_list(field) { format!("Iterable[{one}]") } else { one }
    }
}

pub(crate) const fn is_list(field: &FieldMeta) -> bool {
    matches!(field.shape, Shape::List { .. })
}
