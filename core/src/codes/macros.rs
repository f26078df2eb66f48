//! What the generated files are made of. A change here needs no new generation.

/// An enum for a closed table.
macro_rules! closed {
    (
        $name:ident {
            name: $table:literal,
            title: ($title_zh:literal, $title_en:literal),
            standard: $standard:literal,
            edition: $edition:expr,
            origin: ($origin_zh:literal, $origin_en:literal),
        }
        $($variant:ident $code:literal $zh:literal $en:literal [$($alias:literal),*] $({$($versions:tt)+})?;)+
    ) => {
        #[doc = concat!($title_zh, " · ", $title_en, ": table `", $table, "`, ", $standard, ".")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum $name {
            $(#[doc = concat!("`", $code, "` ", $zh, " · ", $en)] $variant,)+
        }

        impl $name {
            /// The table of these codes.
            pub const TABLE: &'static $crate::codes::Table = {
                static TABLE: $crate::codes::Table = $crate::codes::Table {
                    name: $table,
                    title: $crate::Words::new($title_zh, $title_en),
                    standard: $standard,
                    edition: $edition,
                    origin: $crate::Words::new($origin_zh, $origin_en),
                    pattern: None,
                    rows: &[$($crate::codes::macros::row!(
                        $variant $code $zh $en [$($alias),*] $({$($versions)+})?
                    )),+],
                };
                &TABLE
            };

            /// The code itself, as it stands in a record.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }

        impl $crate::codes::Code for $name {
            fn table() -> &'static $crate::codes::Table {
                Self::TABLE
            }

            fn all() -> &'static [Self] {
                &[$(Self::$variant),+]
            }

            #[allow(non_upper_case_globals, reason = "constants named like the variants")]
            fn parse(code: &str) -> Option<Self> {
                // Byte slices become a decision tree; strings would be compared one after the other.
                $(const $variant: &[u8] = $code.as_bytes();)+
                match code.as_bytes() {
                    $($variant => Some(Self::$variant),)+
                    _ => None,
                }
            }

            fn code(&self) -> &str {
                (*self).code()
            }

            fn row(&self) -> Option<&'static $crate::codes::Row> {
                Self::TABLE.rows.get(*self as usize)
            }
        }

        $crate::codes::macros::text!($name);
    };
}

/// A newtype for an open table, whose codes all have the same width.
macro_rules! open {
    (
        $name:ident {
            name: $table:literal,
            title: ($title_zh:literal, $title_en:literal),
            standard: $standard:literal,
            edition: $edition:expr,
            origin: ($origin_zh:literal, $origin_en:literal),
            pattern: $pattern:literal,
            width: $width:literal,
        }
        $($variant:ident $code:literal $zh:literal $en:literal [$($alias:literal),*] $({$($versions:tt)+})?;)+
    ) => {
        #[doc = concat!($title_zh, " · ", $title_en, ": table `", $table, "`, ", $standard, ".")]
        ///
        #[doc = concat!("The table is open: a value that matches `", $pattern, "` is a local extension.")]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $width]);

        impl $name {
            /// The table of these codes.
            pub const TABLE: &'static $crate::codes::Table = {
                static TABLE: $crate::codes::Table = $crate::codes::Table {
                    name: $table,
                    title: $crate::Words::new($title_zh, $title_en),
                    standard: $standard,
                    edition: $edition,
                    origin: $crate::Words::new($origin_zh, $origin_en),
                    pattern: Some($pattern),
                    rows: &[$($crate::codes::macros::row!(
                        $variant $code $zh $en [$($alias),*] $({$($versions)+})?
                    )),+],
                };
                &TABLE
            };

            $(
                #[doc = concat!("`", $code, "` ", $zh, " · ", $en)]
                pub const $variant: Self = match $code.as_bytes().first_chunk() {
                    Some(code) => Self(*code),
                    None => panic!("a code shorter than the width"),
                };
            )+
        }

        impl $crate::codes::Code for $name {
            fn table() -> &'static $crate::codes::Table {
                Self::TABLE
            }

            fn all() -> &'static [Self] {
                &[$(Self::$variant),+]
            }

            fn parse(code: &str) -> Option<Self> {
                $(const $variant: &[u8] = $code.as_bytes();)+
                let listed = matches!(code.as_bytes(), $($variant)|+);
                let accepted = listed || Self::TABLE.has_local_form(code);
                code.as_bytes().try_into().ok().filter(|_| accepted).map(Self)
            }

            fn code(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }

            fn row(&self) -> Option<&'static $crate::codes::Row> {
                Self::TABLE.find(self.code())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&$crate::codes::Code::code(self)).finish()
            }
        }

        $crate::codes::macros::text!($name);
    };
}

/// `{since "1.1", deprecated "1.2" => "other"}` ends the row of a code that came later or is given up.
macro_rules! row {
    ($variant:ident $code:literal $zh:literal $en:literal [$($alias:literal),*] $({$($versions:tt)+})?) => {
        $crate::codes::Row {
            code: $code,
            variant: stringify!($variant),
            label: $crate::Words::new($zh, $en),
            aliases: &[$($alias),*],
            versions: $crate::codes::macros::versions!($($($versions)+)?),
        }
    };
}

macro_rules! versions {
    () => {
        $crate::Versions::new($crate::version::FIRST, None, None)
    };
    (since $since:literal) => {
        $crate::Versions::new($since, None, None)
    };
    (since $since:literal, deprecated $deprecated:literal) => {
        $crate::Versions::new($since, Some($deprecated), None)
    };
    (since $since:literal, deprecated $deprecated:literal => $replacement:literal) => {
        $crate::Versions::new($since, Some($deprecated), Some($replacement))
    };
}

/// The code as text: written, serialised, deserialised.
macro_rules! text {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::codes::Code::code(self))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::codes::Code::code(self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::codes::visitor::deserialize(deserializer)
            }
        }
    };
}

pub(crate) use {closed, open, row, text, versions};
