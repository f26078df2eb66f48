//! The fields of each record type that a defect may befall, from the declarations.

use std::sync::LazyLock;

use shequ::Kind;
use shequ::model::{FieldMeta, Identifier, ObjectMeta, Role, Shape, ValueKind};

/// Pointers to the fields of a record type by what they hold, of each list the first item. What becomes
/// unknown with one of them makes no other rule speak.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// Free texts, names among them.
    pub(super) texts: Vec<String>,
    pub(super) names: Vec<String>,
    pub(super) names_of_persons: Vec<String>,
    pub(super) codes: Vec<String>,
    /// Numbers that are not below 0.
    pub(super) numbers: Vec<String>,
    /// Those of them that may have two decimals.
    pub(super) decimals: Vec<String>,
    /// Days and moments.
    pub(super) dates: Vec<String>,
    pub(super) days: Vec<String>,
    pub(super) phones: Vec<String>,
    pub(super) divisions: Vec<String>,
    pub(super) references: Vec<String>,
    /// Lists of values, which stand once each.
    pub(super) lists: Vec<String>,
    /// Lists of whatever that must not be empty.
    pub(super) needed_lists: Vec<String>,
    /// Names of fields of the record itself that must be there.
    pub(super) required: Vec<&'static str>,
}

static FIELDS: LazyLock<Vec<Fields>> = LazyLock::new(|| {
    Kind::all()
        .map(|kind| {
            let mut fields = Fields::default();
            // every record has these, and defects of their own
            let own = |field: &&FieldMeta| field.name != "id" && field.name != "updated_at";
            let required = kind.declaration().fields.iter().filter(|field| field.required);
            fields.required = required.filter(own).map(|field| field.name).collect();
            fields.gather(kind.declaration(), "");
            fields
        })
        .collect()
});

/// The fields of a record type.
pub(super) fn of(kind: Kind) -> &'static Fields {
    &FIELDS[kind as usize]
}

impl Fields {
    fn gather(&mut self, object: &ObjectMeta, above: &str) {
        for field in object.fields {
            let mut pointer = format!("{above}/{}", field.name);
            if let Shape::List { min, .. } = field.shape {
                if field.part.is_none() {
                    self.lists.push(pointer.clone());
                }
                if min > 0 {
                    self.needed_lists.push(pointer.clone());
                }
                pointer.push_str("/0");
            }
            match field.part {
                Some(part) => self.gather(part, &pointer),
                None => self.put(field.value, &pointer),
            }
        }
    }

    fn put(&mut self, value: ValueKind, pointer: &str) {
        let lists: &mut [&mut Vec<String>] = match value {
            ValueKind::Text(Role::Plain) => &mut [&mut self.texts],
            ValueKind::Text(Role::Name) => &mut [&mut self.texts, &mut self.names],
            ValueKind::Text(Role::Person) => {
                &mut [&mut self.texts, &mut self.names, &mut self.names_of_persons]
            }
            ValueKind::Code(_) => &mut [&mut self.codes],
            ValueKind::Integer => &mut [&mut self.numbers],
            ValueKind::Decimal => &mut [&mut self.numbers, &mut self.decimals],
            ValueKind::Date => &mut [&mut self.dates, &mut self.days],
            // that of the record has defects of its own
            ValueKind::DateTime if pointer != "/updated_at" => &mut [&mut self.dates],
            ValueKind::Identifier(Identifier::Phone) => &mut [&mut self.phones],
            ValueKind::Identifier(Identifier::Division | Identifier::Community) => &mut [&mut self.divisions],
            ValueKind::Reference(_) => &mut [&mut self.references],
            _ => &mut [],
        };
        for list in lists {
            list.push(pointer.to_owned());
        }
    }
}
