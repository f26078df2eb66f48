//! The example records.

use shequ::Kind;

/// The example of a kind on one line.
pub(crate) fn of(kind: Kind) -> String {
    pretty(kind).lines().map(str::trim_start).collect()
}

macro_rules! examples {
    ({} $(($name:ident $module:ident $($row:tt)*))*) => {
        /// The example of a kind as it stands in its file.
        pub(crate) const fn pretty(kind: Kind) -> &'static str {
            match kind {
                $(Kind::$name => include_str!(
                    concat!("../../../examples/records/", stringify!($module), ".json")
                ),)*
            }
        }
    };
}

shequ::for_each_kind!([examples] {});
