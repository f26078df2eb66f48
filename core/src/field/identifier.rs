//! Identifiers as fields: their form is structure, their check characters are rules.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Visitor as DeVisitor};
use serde::{Serialize, Serializer};

use super::reader::expected;
use super::{FaultKind, Field, FieldMeta, Identifier, Node, Path, Reader, Slot, Source, ValueKind, Visitor};
use crate::Words;
use crate::ids::{self, CommunityCode, CreditCode, DivisionCode, Email, Phone, RecordId, Reference};

/// Reads a text by its form alone, without allocating for the visit.
struct OfForm<T>(PhantomData<T>);

trait Form: Sized {
    const EXPECTED: Words;
    fn take(text: &str) -> Option<Self>;
}

impl<T: Form> DeVisitor<'_> for OfForm<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(T::EXPECTED.en)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::take(text).ok_or_else(|| E::custom(format_args!("expected {}", T::EXPECTED.en)))
    }
}

/// serde and schemars for an identifier.
macro_rules! form {
    ($name:ident, $take:expr, $zh:literal, $en:literal $(, $also:expr)?) => {
        impl Form for $name {
            const EXPECTED: Words = Words::new($zh, $en);
            fn take(text: &str) -> Option<Self> {
                $take(text)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(OfForm(PhantomData))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "schemas")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).to_lowercase().into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                #[allow(unused_mut)]
                let mut schema = crate::field::schema::form(Self::PATTERN, Self::MAX_LEN);
                $(schema.insert("allOf".into(), serde_json::json!([{ "pattern": $also }]));)?
                schema
            }
        }
    };
}

/// An identifier that is copied: rules see its parts. A spreadsheet may have damaged it.
macro_rules! code_field {
    ($name:ident, $which:ident, $zh:literal, $en:literal, $visit:expr) => {
        form!($name, Self::of_form, $zh, $en);

        impl Field for $name {
            type View<'a> = Self;

            const VALUE: ValueKind = ValueKind::Identifier(Identifier::$which);
            const FORM: Option<Words> = Some(Self::EXPECTED);

            fn see(&self) -> Slot<Self> {
                Slot::Known(*self)
            }

            fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<Self> {
                let Node::Text(text) = node else { return reader.wrong_type(meta, expected::TEXT) };
                match Self::of_form(text) {
                    Some(code) => Slot::Known(code),
                    None if ids::is_scientific(text) => reader.fault(meta, FaultKind::SpreadsheetDamage),
                    None => reader.fault(meta, FaultKind::BadForm { expected: Self::EXPECTED }),
                }
            }

            #[inline]
            fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<Self>> {
                Self::of_form(source.text()?).map(Slot::Known)
            }

            fn walk<V: Visitor>(view: Self, path: &mut Path, visitor: &mut V) {
                $visit(visitor, path, view);
            }
        }
    };
}

code_field!(
    CreditCode,
    CreditCode,
    "18位统一社会信用代码（数字和大写字母，不含I、O、Z、S、V，第3至8位为数字）",
    "18 digits and capital letters without I, O, Z, S and V, the third to the eighth digits",
    V::credit_code
);
code_field!(DivisionCode, Division, "12位数字的区划代码", "a division code of 12 digits", V::division);
code_field!(
    CommunityCode,
    Community,
    "12位数字的社区（村）代码，末3位不得为000",
    "a community code of 12 digits whose last three are not 000",
    V::community
);

/// An identifier that is kept as text: rules see the text.
macro_rules! text_field {
    ($name:ident, $which:ident, $zh:literal, $en:literal, $visit:expr $(, $also:expr)?) => {
        form!($name, |text: &str| Self::parse(text).ok(), $zh, $en $(, $also)?);

        impl Field for $name {
            type View<'a> = &'a str;

            const VALUE: ValueKind = ValueKind::Identifier(Identifier::$which);
            const FORM: Option<Words> = Some(Self::EXPECTED);

            fn see(&self) -> Slot<&str> {
                Slot::Known(self.as_str())
            }

            fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<&'a str> {
                let Node::Text(text) = node else { return reader.wrong_type(meta, expected::TEXT) };
                if Self::fits(text) {
                    Slot::Known(text)
                } else {
                    reader.fault(meta, FaultKind::BadForm { expected: Self::EXPECTED })
                }
            }

            #[inline]
            fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<&'a str>> {
                let text = source.text()?;
                Self::fits(text).then_some(Slot::Known(text))
            }

            fn walk<V: Visitor>(view: &str, path: &mut Path, visitor: &mut V) {
                $visit(visitor, path, view);
            }
        }
    };
}

text_field!(
    RecordId,
    Record,
    "1至64位的标识（字母、数字及 . _ : -，以字母或数字开头）",
    "1 to 64 letters, digits and . _ : - that begin with a letter or a digit",
    V::id
);
text_field!(
    Reference,
    Record,
    "所引用记录的标识，或“统一社会信用代码:标识”",
    "the id of a record, or CREDITCODE:ID for a record that another publisher keeps",
    V::id
);
text_field!(
    Phone,
    Phone,
    "手机号码、带区号的固定电话（0571-88888888）、服务热线或以+开头的国际号码",
    "a mobile number, a landline with area code (0571-88888888), a hotline or an international number with +",
    |_: &mut V, _: &Path, _: &str| ()
);
text_field!(
    Email,
    Email,
    "电子邮箱地址（不超过254个字符）",
    "an e-mail address of at most 254 characters",
    |_: &mut V, _: &Path, _: &str| (),
    Email::PATTERN_LOCAL
);
