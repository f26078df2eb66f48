//! Values of the manifest that are written as a text of a form of their own.

use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

use super::digest;
use crate::field::{Class, FaultKind, Field, FieldMeta, Node, Reader, Role, Slot, Source, ValueKind};
use crate::{Kind, Words};

/// A value that is written as a text.
pub(super) trait Written: Copy {
    /// Its form in words.
    const FORM: Words;

    fn parse(text: &str) -> Option<Self>;
    fn write(self) -> String;
    #[cfg(feature = "schemas")]
    fn schema() -> serde_json::Value;
}

const TEXT: Words = Words::new("文本", "a text");

/// A field of the manifest, for serde, for the reader and as a schema.
macro_rules! written_field {
    ($($name:ident)*) => {$(
        impl Field for $name {
            type View<'a> = Self;

            const VALUE: ValueKind = ValueKind::Text(Role::Plain);
            const FORM: Option<Words> = Some(<Self as Written>::FORM);

            fn see(&self) -> Slot<Self> {
                Slot::Known(*self)
            }

            fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<Self> {
                let Node::Text(text) = node else { return reader.wrong_type(meta, TEXT) };
                match <Self as Written>::parse(text) {
                    Some(value) => Slot::Known(value),
                    None => reader.fault(meta, FaultKind::BadForm { expected: <Self as Written>::FORM }),
                }
            }

            fn scan<'a, S: Source<'a>>(source: &mut S, _meta: &'static FieldMeta) -> Option<Slot<Self>> {
                <Self as Written>::parse(source.text()?).map(Slot::Known)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                <Self as Written>::parse(&text).ok_or_else(|| D::Error::custom(<Self as Written>::FORM.en))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&<Self as Written>::write(*self))
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
                schemars::Schema::try_from(<Self as Written>::schema()).expect("an object is a schema")
            }
        }
    )*};
}

written_field!(RecordType Secrecy Format Compression Sha256Digest Sm3Digest StandardVersion);

#[cfg(feature = "schemas")]
fn one_of(names: impl Iterator<Item = &'static str>) -> serde_json::Value {
    serde_json::json!({ "type": "string", "enum": names.collect::<Vec<_>>() })
}

/// A text of a pattern that takes no line feed whatever a validator makes of `$`.
#[cfg(feature = "schemas")]
fn of_pattern(pattern: &str, longest: usize) -> serde_json::Value {
    serde_json::json!({
        "type": "string",
        "pattern": pattern,
        "maxLength": longest,
        "not": { "type": "string", "pattern": "\\n" },
    })
}

/// The record type of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordType(pub Kind);

impl Written for RecordType {
    const FORM: Words =
        Words::new("记录类型的名称，如 volunteer", "the name of a record type, like volunteer");

    fn parse(text: &str) -> Option<Self> {
        Kind::all().find(|kind| kind.name() == text).map(Self)
    }
    fn write(self) -> String {
        self.0.name().to_owned()
    }
    #[cfg(feature = "schemas")]
    fn schema() -> serde_json::Value {
        one_of(Kind::all().map(Kind::name))
    }
}

/// The highest personal-data class that a package may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secrecy(pub Class);

impl Written for Secrecy {
    const FORM: Words =
        Words::new("public、internal、personal 或 sensitive", "public, internal, personal or sensitive");

    fn parse(text: &str) -> Option<Self> {
        Class::ALL.into_iter().find(|class| class.name() == text).map(Self)
    }
    fn write(self) -> String {
        self.0.name().to_owned()
    }
    #[cfg(feature = "schemas")]
    fn schema() -> serde_json::Value {
        one_of(Class::ALL.into_iter().map(Class::name))
    }
}

/// How records lie in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// One record per line.
    Ndjson,
    /// A table in UTF-8 whose head names the fields.
    Csv,
    /// A table in the Parquet format.
    Parquet,
}

impl Format {
    const ALL: [Self; 3] = [Self::Ndjson, Self::Csv, Self::Parquet];

    /// The name in manifests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }
}

impl Written for Format {
    const FORM: Words = Words::new("ndjson、csv 或 parquet", "ndjson, csv or parquet");

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == text)
    }
    fn write(self) -> String {
        self.name().to_owned()
    }
    #[cfg(feature = "schemas")]
    fn schema() -> serde_json::Value {
        one_of(Self::ALL.into_iter().map(Self::name))
    }
}

/// How a file is compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Compression {
    /// Not at all.
    #[default]
    None,
    /// By gzip.
    Gzip,
    /// By zstd.
    Zstd,
}

impl Compression {
    const ALL: [Self; 3] = [Self::None, Self::Gzip, Self::Zstd];

    /// The name in manifests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Gzip => "gz",
            Self::Zstd => "zst",
        }
    }
}

impl Written for Compression {
    const FORM: Words = Words::new("none、gz 或 zst", "none, gz or zst");

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|compression| compression.name() == text)
    }
    fn write(self) -> String {
        self.name().to_owned()
    }
    #[cfg(feature = "schemas")]
    fn schema() -> serde_json::Value {
        one_of(Self::ALL.into_iter().map(Self::name))
    }
}

/// A SHA-256 digest, written `sha256:` and 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sha256Digest(pub [u8; 32]);

impl Written for Sha256Digest {
    const FORM: Words = Words::new("“sha256:”加64位十六进制数字", "sha256: and 64 hexadecimal digits");

    fn parse(text: &str) -> Option<Self> {
        text.strip_prefix("sha256:").and_then(digest::from_hex).map(Self)
    }
    fn write(self) -> String {
        format!("sha256:{}", crate::shown::hex(&self.0))
    }
    #[cfg(feature = "schemas")]
    fn schema() -> serde_json::Value {
        of_pattern("^sha256:[0-9A-Fa-f]{64}$", 71)
    }
}

/// An SM3 digest (GB/T 32905), written as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sm3Digest(pub [u8; 32]);

impl Written for Sm3Digest {
    const FORM: Words = Words::new("64位十六进制数字", "64 hexadecimal digits");

    fn parse(text: &str) -> Option<Self> {
        digest::from_hex(text).map(Self)
    }
    fn write(self) -> String {
        crate::shown::hex(&self.0)
    }
    #[cfg(feature = "schemas")]
    fn schema() -> serde_json::Value {
        of_pattern("^[0-9A-Fa-f]{64}$", 64)
    }
}

/// A version of the standard, major and minor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandardVersion {
    /// The number before the dot.
    pub major: u16,
    /// The number behind it.
    pub minor: u16,
}

impl StandardVersion {
    /// The version of this library.
    pub const OWN: Self = Self { major: 1, minor: 0 };
}

impl Written for StandardVersion {
    const FORM: Words = Words::new("版本号，如 1.0", "a version like 1.0");

    fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| {
            let is_plain = text == "0" || !text.starts_with('0');
            let is_number = is_plain && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { text.parse().ok() } else { None }
        };
        let (major, minor) = text.split_once('.')?;
        Some(Self { major: number(major)?, minor: number(minor)? })
    }
    fn write(self) -> String {
        format!("{}.{}", self.major, self.minor)
    }
    #[cfg(feature = "schemas")]
    fn schema() -> serde_json::Value {
        of_pattern("^(0|[1-9][0-9]{0,3})\\.(0|[1-9][0-9]{0,3})$", 9)
    }
}

/// How many bytes a file has; up to 2^53, which every reader of JSON can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bytes(pub u64);

impl Bytes {
    const MAX: u64 = 1 << 53;
}

impl Field for Bytes {
    type View<'a> = Self;

    const VALUE: ValueKind = ValueKind::Integer;

    fn see(&self) -> Slot<Self> {
        Slot::Known(*self)
    }

    fn read<'a>(node: Node<'a>, meta: &'static FieldMeta, reader: &mut Reader<'a>) -> Slot<Self> {
        const INTEGER: Words = Words::new("整数", "an integer");
        const MIN: Words = Words::new("0", "0");
        const MAX: Words = Words::new("9007199254740992", "9007199254740992");
        let Node::Number(text) = node else { return reader.wrong_type(meta, INTEGER) };
        match text.parse::<u64>() {
            Ok(bytes) if bytes <= Self::MAX => Slot::Known(Self(bytes)),
            Ok(_) => reader.fault(meta, FaultKind::OutOfRange { min: MIN, max: MAX }),
            Err(_) if text.starts_with('-') => {
                reader.fault(meta, FaultKind::OutOfRange { min: MIN, max: MAX })
            }
            Err(_) => reader.wrong_type(meta, INTEGER),
        }
    }

    fn scan<'a, S: Source<'a>>(_: &mut S, _: &'static FieldMeta) -> Option<Slot<Self>> {
        None
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u64::deserialize(deserializer).map(Self)
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0)
    }
}

#[cfg(feature = "schemas")]
impl schemars::JsonSchema for Bytes {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "bytes".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": Self::MAX })
    }
}
