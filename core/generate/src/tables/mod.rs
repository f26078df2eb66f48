//! What names and places are made of.

pub(super) mod centres;
pub(super) mod lunar;
pub(super) mod names;
pub(super) mod provinces;
pub(super) mod words;
