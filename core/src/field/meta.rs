//! What is said about a field besides its type: titles, personal-data class, clause, limits.

use super::Role;
use crate::codes::{Table, type_name};
use crate::{Kind, Lang, Versions, Words, version};

/// The personal-data class of a field (个人信息保护法 28), from the least to the most protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Class {
    /// May be published.
    Public,
    /// For the bodies that work with it.
    Internal,
    /// Personal information.
    Personal,
    /// Sensitive personal information.
    Sensitive,
}

impl Class {
    /// All of them, the least protected first.
    pub const ALL: [Self; 4] = [Self::Public, Self::Internal, Self::Personal, Self::Sensitive];

    /// The name in schemas and manifests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Personal => "personal",
            Self::Sensitive => "sensitive",
        }
    }

    /// The words for it.
    pub const fn words(self) -> Words {
        match self {
            Self::Public => Words::new("公开", "public"),
            Self::Internal => Words::new("内部", "internal"),
            Self::Personal => Words::new("个人信息", "personal"),
            Self::Sensitive => Words::new("敏感个人信息", "sensitive"),
        }
    }
}

/// Whether a field holds one value or a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shape {
    /// One value.
    One,
    /// A list with its least and greatest number of items.
    List {
        /// The least number of items; a required list has 1.
        min: usize,
        /// The greatest number of items.
        max: usize,
    },
}

/// Which identifier a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Identifier {
    /// The id of a record.
    Record,
    /// A unified social credit code.
    CreditCode,
    /// A division code of any level.
    Division,
    /// A division code of village level.
    Community,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
}

/// What a value of a field is, in a list each of them. The list is closed: a wrapper that leaves one out shall not
/// compile.
#[derive(Clone, Copy, Debug)]
pub enum ValueKind {
    /// Free text.
    Text(Role),
    /// An identifier of a form of its own.
    Identifier(Identifier),
    /// The id of a record of that type, perhaps of another publisher.
    Reference(Kind),
    /// A code of a table.
    Code(fn() -> &'static Table),
    /// A day.
    Date,
    /// A moment with its offset.
    DateTime,
    /// Yes or no.
    Boolean,
    /// A whole number.
    Integer,
    /// A number of at most two decimals: hours, yuan, areas.
    Decimal,
    /// Any number: degrees, shares.
    Number,
    /// An object with a declaration of its own.
    Part,
    /// An object of local additions.
    Extensions,
}

impl ValueKind {
    /// The record type that it refers to.
    pub const fn target(self) -> Option<Kind> {
        if let Self::Reference(kind) = self { Some(kind) } else { None }
    }
}

/// The declaration of one field.
#[derive(Debug)]
#[non_exhaustive]
pub struct FieldMeta {
    /// The JSON name.
    pub name: &'static str,
    /// The titles.
    pub title: Words,
    /// What is counted or named, from whom; see [`FieldMeta::full_description`].
    pub description: Words,
    /// Whether it must be present and not null.
    pub required: bool,
    /// Its own personal-data class; the objects it lies in may raise it.
    pub class: Class,
    /// The clauses of 民发〔2009〕165号 that it serves: `3.1, 3.4`; empty where none.
    pub basis: &'static str,
    /// The unit of a number: yuan, hours, square metres.
    pub unit: Option<Words>,
    /// One value or a list.
    pub shape: Shape,
    /// What it holds.
    pub value: ValueKind,
    /// The form of its values in words, where `value` does not say it: of identifiers.
    pub form: Option<Words>,
    /// The object that lies in it, where it is one or a list of them.
    pub part: Option<&'static ObjectMeta>,
    /// The versions of the standard that brought it and gave it up.
    pub versions: Versions,
}

impl FieldMeta {
    /// An object as a whole, as if it were a field.
    pub(crate) const fn whole(title: Words) -> Self {
        Self {
            name: "",
            title,
            description: Words::new("", ""),
            required: true,
            class: Class::Public,
            basis: "",
            unit: None,
            shape: Shape::One,
            value: ValueKind::Part,
            form: None,
            part: None,
            versions: Versions::new(version::FIRST, None, None),
        }
    }

    /// Whether it holds the name of a thing, a body or a person.
    pub const fn is_name(&self) -> bool {
        matches!(self.value, ValueKind::Text(Role::Name | Role::Person))
    }

    /// Whether it holds the name of a person.
    pub const fn is_name_of_person(&self) -> bool {
        matches!(self.value, ValueKind::Text(Role::Person))
    }

    /// Whether it is a list.
    pub const fn is_list(&self) -> bool {
        matches!(self.shape, Shape::List { .. })
    }

    /// Whether it holds a division code of any level.
    pub const fn is_division(&self) -> bool {
        matches!(self.value, ValueKind::Identifier(Identifier::Division | Identifier::Community))
    }

    /// The description with the unit, the version that brought it after the first, and what to fill in instead.
    ///
    /// ```
    /// use shequ::{Kind, Lang};
    /// let area = Kind::Facility.declaration().field("/area_m2").unwrap();
    /// assert!(area.full_description(Lang::Zh).ends_with("单位：平方米。"));
    /// assert!(area.full_description(Lang::En).ends_with("Unit: square metres."));
    /// ```
    pub fn full_description(&self, lang: Lang) -> String {
        let Versions { since, deprecated, replacement } = self.versions;
        let mut sentences = vec![self.description.get(lang).to_owned()];
        let mut add = |value: Option<&str>, zh: fn(&str) -> String, en: fn(&str) -> String| {
            sentences.extend(value.map(if lang == Lang::Zh { zh } else { en }));
        };
        add(
            self.unit.map(|unit| unit.get(lang)),
            |unit| format!("单位：{unit}。"),
            |unit| format!("Unit: {unit}."),
        );
        add(
            Some(since).filter(|since| *since != version::FIRST),
            |since| format!("标准{since}版新增。"),
            |since| format!("Since version {since} of the standard."),
        );
        add(
            deprecated,
            |version| format!("标准{version}版起停用。"),
            |version| format!("Deprecated since version {version} of the standard."),
        );
        add(replacement, |next| format!("请改填{next}。"), |next| format!("Fill in {next} instead."));
        sentences.join(if lang == Lang::Zh { "" } else { " " })
    }
}

/// The declaration of a record type or of a part of one.
#[derive(Debug)]
#[non_exhaustive]
pub struct ObjectMeta {
    /// The JSON name of the type: `volunteer`.
    pub name: &'static str,
    /// The titles.
    pub title: Words,
    /// What one record or part stands for.
    pub description: Words,
    /// Its fields in canonical order.
    pub fields: &'static [FieldMeta],
    /// The canonical JSON of a text that its type takes.
    pub(crate) canonical: fn(&str) -> Option<String>,
    /// Its JSON Schema.
    #[cfg(feature = "schemas")]
    pub(crate) schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
}

impl ObjectMeta {
    /// Whether one of its fields, or of the objects that lie in it, passes a test.
    pub fn has(&self, test: fn(&FieldMeta) -> bool) -> bool {
        self.fields.iter().any(|field| test(field) || field.part.is_some_and(|part| part.has(test)))
    }

    /// The name of its type: `ServiceRecord`.
    pub fn type_name(&self) -> String {
        type_name(self.name)
    }

    /// The greatest number of steps, names and positions in lists, to what lies in an object of this type.
    pub(crate) const fn depth(&self) -> usize {
        let (mut deepest, mut at) = (0, 0);
        while at < self.fields.len() {
            let field = &self.fields[at];
            let own = if matches!(field.shape, Shape::One) { 1 } else { 2 };
            let below = if let Some(part) = field.part { part.depth() } else { 0 };
            if own + below > deepest {
                deepest = own + below;
            }
            at += 1;
        }
        deepest
    }

    /// The field of a JSON Pointer into an object of this type.
    ///
    /// ```
    /// use shequ::{Kind, Lang};
    /// let field = Kind::Volunteer.declaration().field("/identity/number").unwrap();
    /// assert_eq!(field.title.get(Lang::Zh), "证件号码");
    /// assert!(Kind::Volunteer.declaration().field("/nothing").is_none());
    /// ```
    pub fn field(&self, pointer: &str) -> Option<&'static FieldMeta> {
        let (mut object, mut found): (Option<&ObjectMeta>, _) = (Some(self), None);
        for step in pointer.split('/').skip(1) {
            if found.is_some_and(|field: &FieldMeta| matches!(field.shape, Shape::List { .. }))
                && step.bytes().all(|digit| digit.is_ascii_digit() || digit == b'*')
            {
                continue;
            }
            let field = object?.fields.iter().find(|field| field.name == step)?;
            (object, found) = (field.part, Some(field));
        }
        found
    }
}
