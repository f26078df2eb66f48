//! Generated tables.

#[allow(clippy::unreadable_literal, reason = "codes and packed numbers")]
pub(super) mod gb2260;
